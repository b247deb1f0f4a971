"""Quotation marks, typed: which stretches of a text stand in quote marks, however the marks are written.

One stray mark never spoils a text: marks are paired paragraph by paragraph, a mark without a partner is left alone,
and a quotation that opens each of several paragraphs and closes only the last is one chain.
"""

import re
from dataclasses import dataclass

from demandeur.language import paragraphs

_CLOSER = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_OPENERS = set(_CLOSER)
_ELISIONS = re.compile(r"['’](?:s|em|til|tis|twas|n|cause|bout|round|\d\ds?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch in quote marks; offsets count code points of the text.

    ``start`` and ``end`` include the marks, ``inner_start`` and ``inner_end`` exclude them. Quotations of one
    ``chain`` (a number) go over several paragraphs and are one utterance.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    chain: int


def find_quotations(text: str) -> list[Quotation]:
    """Return the outer quotations of a text in reading order.

    Example:
        >>> [q.inner_start for q in find_quotations('“No,” she said. The workers’ tools.')]
        [1]
    """
    found: list[Quotation] = []
    chain = 0
    carried: str | None = None
    spans = paragraphs(text)
    for number, (start, end) in enumerate(spans):
        following = text[spans[number + 1][0]] if number + 1 < len(spans) else ""
        continues = carried is not None and text[start] == carried
        if not continues:
            chain += 1
        carried = None
        for opening, closing in _pairs(text, start, end, following):
            inner_end = end if closing is None else closing
            if inner_end - opening > 1:
                found.append(Quotation(opening, min(inner_end + 1, end), opening + 1, inner_end, chain))
            if closing is None:
                carried = text[opening]
            else:
                chain += 1
    return found


def _pairs(text: str, start: int, end: int, following: str) -> list[tuple[int, int | None]]:
    """Return (opening, closing) offsets of one paragraph's outer quotations.

    ``closing`` is ``None`` when the next paragraph goes on.
    """
    pairs: list[tuple[int, int | None]] = []
    position = start
    while position < end:
        mark = text[position]
        if mark in _OPENERS and _may_open(text, position, start):
            closing = _closing(text, position, end, _CLOSER[mark])
            closing = _mismatched(text, position, end if closing is None else closing) or closing
            if closing is not None:
                pairs.append((position, closing))
                position = closing
            elif mark == following and mark not in "'‘":
                pairs.append((position, None))
                return pairs
            elif _clearly_opens(text, position, start):
                pairs.append((position, end))
                return pairs
        position += 1
    return pairs


def _may_open(text: str, position: int, start: int) -> bool:
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if after.isspace() or after in ".,;:!?)":
        return False
    if text[position] == "'" and _ELISIONS.match(text, position):
        return False
    return before.isspace() or before in "([{—–-/…‘“\"'" or text[position] in "“„«"


def _clearly_opens(text: str, position: int, start: int) -> bool:
    """True for a mark that nothing closes, but that starts the paragraph or stands behind a colon or a cue's comma."""
    if text[position] in "'‘":
        return False
    before = text[start:position].rstrip()
    return before.endswith((":", ",")) or (not before and text[position] in "“„«")


def _closing(text: str, opening: int, end: int, closers: str) -> int | None:
    """Return the offset of the mark that closes the one at ``opening``, inner quotations of its kind passed over."""
    depth = 0
    doubtful: int | None = None
    mark = text[opening]
    for position in range(opening + 1, end):
        character = text[position]
        if character == mark and mark not in closers and _may_open(text, position, opening):
            depth += 1
        elif character == mark and character != "'" and _only_opens(text, position, opening):
            return doubtful
        elif character in closers and _may_close(text, position, end):
            if depth:
                depth -= 1
            elif character in "'’" and _plural_possessive(text, position):
                doubtful = position if doubtful is None else doubtful
            else:
                return position
    return doubtful


def _mismatched(text: str, opening: int, end: int) -> int | None:
    """Return the offset of a straight mark that closes a curly one, or a curly one that closes a straight one.

    Carelessly set pages have “We will not go," she said. A straight mark that opens something inside is no such case.
    """
    others = {"“": '"', '"': "”“"}.get(text[opening], "")
    for position in range(opening + 1, end):
        if text[position] not in others:
            continue
        if _only_opens(text, position, opening):
            return None
        after = text[position + 1 : position + 2]
        if text[position - 1] in ".,!?…—" and (not after or after.isspace()):
            return position
    return None


def _only_opens(text: str, position: int, start: int) -> bool:
    """True for a straight mark that begins another quotation: the mark before it was a stray one."""
    return text[position - 1].isspace() and _may_open(text, position, start)


def _may_close(text: str, position: int, end: int) -> bool:
    before = text[position - 1]
    after = text[position + 1] if position + 1 < end else " "
    if before.isspace():
        return text[:position].rstrip()[-1:] in "'’”" and after.isspace()
    if text[position] in "'’":
        return not after.isalnum()
    return not (after.isalnum() and before.isalnum())


def _plural_possessive(text: str, position: int) -> bool:
    """True for "the workers’ tools": behind an s, before a lower-case word."""
    return bool(text[position - 1] in "sS" and re.match(r"\s[a-z]", text[position + 1 : position + 3]))
