"""Input of the attitude model: a sentence and the places of its entities → numbers of tokens, with the entities marked.

Training and use share this module, so that the model sees in use what it was trained on. The sentence's own words never
count as marks: marks are put between tokens that are numbered already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
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

_REMEMBERED = 64  # sentences


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
    numbers, offsets = word_pieces(tokenizer, text)
    places = [(_touched(offsets, whole_words(text, span)), marks) for span, marks in spans]
    kept = _nearest(len(numbers), [place for place, _ in places], MOST_TOKENS - 2 - 2 * len(places))
    tokens, first, second = [START], [False], [False]
    for number in kept:
        inside = [marks for (start, end), marks in places if start <= number < end]
        opening = [marks[0] for (start, _), marks in places if start == number]
        closing = [marks[1] for (_, end), marks in places if end - 1 == number]
        put = [*opening, numbers[number], *closing]
        tokens += put
        first += [any(marks is not SECOND for marks in inside)] * len(put)
        second += [SECOND in inside] * len(put)
    return Input([*tokens, END], [*first, False], [*second, False])


@lru_cache(maxsize=_REMEMBERED)
def word_pieces(tokenizer: Tokenizer, text: str) -> tuple[list[int], list[Span]]:
    """Return the numbers of a sentence's word pieces and their offsets; it is asked for each of its entities."""
    encoding = tokenizer.encode(without_surrogates(text), add_special_tokens=False)
    return encoding.ids, encoding.offsets


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
