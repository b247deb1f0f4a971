"""Texts: articles and annotated sentences → sentences with marks that nobody annotated, for a teacher to judge."""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

from demandeur.article import InputError
from demandeur.evaluation.attitude_gold import AttitudeSentence, Span
from demandeur.evaluation.gold import gold_rows
from demandeur.files import shown, without_surrogates
from demandeur.language import sentence_splitter
from demandeur.paragraphs import paragraphs

UNKNOWN = -1
"""Label of a sentence that nobody has judged."""

SHORTEST, LONGEST = 40, 400
"""Code points of a sentence that is taken; what is shorter is mostly a headline's rest, what is longer a list."""

_WORD = r"[A-Z][\w-]*(?:[’'](?!s\b)\w+)*"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:of|the|for|and|de|al) )?{_WORD})*")
_FEWEST = 3
"""Code points of the shortest name."""


def read_texts(path: Path, most: int, most_pairs: int, seed: int) -> list[AttitudeSentence]:
    """Return sentences of the texts of a file, some with one marked name, some with two.

    Args:
        path: JSON lines, each with a ``text``.
        most: how many sentences with one to draw; there are fewer where the texts are few.
        most_pairs: how many with two.
        seed: of the draw.

    Raises:
        InputError: when the file can't be read, or none of its texts has a sentence with a name.
    """
    chance = random.Random(seed)
    sentences = [one for where, row in gold_rows(path) for one in _sentences(row.get("text"), where)]
    chance.shuffle(sentences)
    single: list[AttitudeSentence] = []
    pairs: list[AttitudeSentence] = []
    for number, text in enumerate(sentences):
        found = list(names(text))
        if found and len(single) < most:
            single.append(AttitudeSentence(f"text-{number}", text, chance.choice(found), None, UNKNOWN))
        if len(found) > 1 and len(pairs) < most_pairs:
            first, second = chance.sample(found, 2)
            pairs.append(AttitudeSentence(f"texts-{number}", text, first, second, UNKNOWN))
    if not single:
        raise InputError(f"{shown(path)}: no sentence with a name; give JSON lines, each with the text of an article.")
    return single + pairs


def marked_anew(annotated: Sequence[AttitudeSentence], seed: int) -> list[AttitudeSentence]:
    """Return annotated sentences with other marks: of two that were marked each alone, of one another name, and both.

    Args:
        annotated: sentences of both tasks.
        seed: of the draw, where there are several names to choose from.
    """
    chance = random.Random(seed)
    found: dict[tuple[str, Span, Span | None], AttitudeSentence] = {}
    known = {(one.text, one.first, one.second) for one in annotated}
    for number, one in enumerate(annotated):
        marks: list[tuple[Span, Span | None]] = []
        if one.second:
            marks += [(one.first, None), (one.second, None)]
        elif others := [span for span in names(one.text) if span[1] <= one.first[0] or span[0] >= one.first[1]]:
            other = chance.choice(others)
            marks += [(other, None), (one.first, other)]
        for first, second in marks:
            if (one.text, first, second) not in known:
                found[one.text, first, second] = AttitudeSentence(f"again-{number}", one.text, first, second, UNKNOWN)
    return list(found.values())


def names(sentence: str) -> Iterator[Span]:
    """Yield the offsets of what looks like a name: capitalised words in a row, without function words in front.

    Example:
        >>> text = "But Velgia's Foreign Minister met Ilse Varga of the Port Union."
        >>> [text[start:end] for start, end in names(text)]
        ['Velgia', 'Foreign Minister', 'Ilse Varga of the Port Union']
    """
    for match in _NAME.finditer(sentence):
        words = match.group()
        while words.split(" ")[0].lower() in STOP_WORDS:
            _, _, words = words.partition(" ")
        if len(words) >= _FEWEST:
            yield match.end() - len(words), match.end()


def _sentences(text: object, where: str) -> Iterator[str]:
    if not isinstance(text, str):
        raise InputError(f"{where}: text is missing; every line needs the text of an article.")
    for start, end in paragraphs(text):
        for sentence in sentence_splitter()(without_surrogates(text[start:end])).sents:
            if SHORTEST <= len(sentence.text) <= LONGEST and "\n" not in sentence.text:
                yield sentence.text.strip()
