"""Input of the attitude model: a sentence and the places of its entities → numbers of tokens, with the entities marked.

Training and use share this module, so that the model sees in use what it was trained on. The sentence's own words never
count as marks: marks are put between tokens that are numbered already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

from demandeur.files import without_surrogates

Span = tuple[int, int]

START, END = 101, 102
"""Numbers of the tokens that begin and end an input, in BERT's vocabulary."""

TARGET, FIRST, SECOND = (2, 3), (4, 5), (6, 7)
"""Numbers of the opening and closing marks: entries of the vocabulary that no text ever yields."""

MOST_TOKENS = 128
"""Length of the longest input; of a longer sentence, the tokens nearest to its marked entities are kept."""


@dataclass(frozen=True, slots=True)
class Input:
    """An input: numbers of tokens, and which of them lie in the first and in the second entity."""

    tokens: list[int]
    first: list[bool]
    second: list[bool]


@cache
def load_tokenizer(path: Path) -> Tokenizer:
    """Return the tokenizer of a file, which is read once."""
    return Tokenizer.from_file(str(path))


def target_input(tokenizer: Tokenizer, text: str, span: Span) -> Input:
    """Return the input for a sentence in which one target is marked.

    Args:
        tokenizer: splits the text into word pieces.
        text: the sentence.
        span: offsets of a mention, in code points; a part of a word stands for the word.

    Raises:
        ValueError: when the span is empty, outside the text or without a word.
    """
    return _marked(tokenizer, text, [(span, TARGET)])


def pair_input(tokenizer: Tokenizer, text: str, first: Span, second: Span) -> Input:
    """Return the input for a sentence in which two entities are marked.

    Raises:
        ValueError: when a span is empty, outside the text or without a word.
    """
    return _marked(tokenizer, text, [(first, FIRST), (second, SECOND)])


def _marked(tokenizer: Tokenizer, text: str, spans: list[tuple[Span, tuple[int, int]]]) -> Input:
    encoding = tokenizer.encode(without_surrogates(text), add_special_tokens=False)
    places = [(_touched(encoding.offsets, whole_words(text, span)), marks) for span, marks in spans]
    kept = _nearest(len(encoding.ids), [place for place, _ in places], MOST_TOKENS - 2 - 2 * len(places))
    opening = {(place[0], marks): marks[0] for place, marks in places}
    closing = {(place[1] - 1, marks): marks[1] for place, marks in places}
    tokens, first, second = [START], [False], [False]

    def put(token: int, number: int) -> None:
        tokens.append(token)
        first.append(any(start <= number < end for (start, end), marks in places if marks is not SECOND))
        second.append(any(start <= number < end for (start, end), marks in places if marks is SECOND))

    for number in kept:
        for (place, _), mark in opening.items():
            if place == number:
                put(mark, number)
        put(encoding.ids[number], number)
        for (place, _), mark in closing.items():
            if place == number:
                put(mark, number)
    return Input([*tokens, END], [*first, False], [*second, False])


def whole_words(text: str, span: Span) -> Span:
    """Return a span widened to the words that it begins and ends in.

    Example:
        >>> whole_words("Two Velgians met.", (4, 9))
        (4, 12)

    Raises:
        ValueError: when the span is empty or outside the text.
    """
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span ({start}, {end}) is empty or outside the text of {len(text)} code points.")
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _touched(offsets: Sequence[Span], span: Span) -> tuple[int, int]:
    touched = [number for number, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]
    if not touched:
        raise ValueError(f"the span {span} holds no word; give the offsets of a name or a pronoun.")
    return touched[0], touched[-1] + 1


def _nearest(length: int, places: Sequence[tuple[int, int]], room: int) -> list[int]:
    """Return the numbers of the tokens to keep, in order: all, or those nearest to a place."""
    if length <= room:
        return list(range(length))
    distances = []
    for number in range(length):
        distances.append((min(max(start - number, number - end + 1, 0) for start, end in places), number))
    return sorted(number for _, number in sorted(distances)[:room])
