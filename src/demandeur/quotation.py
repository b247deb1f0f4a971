"""Quotation marks, typed: which stretches of a text stand in quote marks, however the marks are written.

One stray mark never spoils a text: marks are paired paragraph by paragraph, a mark without a partner is left alone,
and a quotation that goes over several paragraphs, whether it opens each or only the first, is one chain.
"""

import re
from dataclasses import dataclass

from demandeur.paragraphs import paragraphs

_CLOSER = {
    "“": "”",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
}
_OPENER = re.compile(f"[{''.join(_CLOSER)}]")
_SURE_OPENERS = "“„«"
_SINGLE = "'‘’‚"
_STOPS = ".,!?…—"
_ELISIONS = re.compile(r"['’](?:s|em|til|tis|twas|n|cause|bout|round|\d\ds?)\b|‘\d\ds\b", re.IGNORECASE)
_WIRE = re.compile(r"``|(?<![\w`])`(?=\w)|(?<!')'?''+")
_LATER = 6  # paragraphs that a quotation goes on over without a mark of their own


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
    if "`" not in text:
        return _find(text)
    plain, places = _with_single_marks(text)
    return [
        Quotation(places[q.start], places[q.end], places[q.inner_start], places[q.inner_end], q.chain)
        for q in _find(plain)
    ]


def _with_single_marks(text: str) -> tuple[str, list[int]]:
    """Return the text with ``marks of the wire'' as “typographic” ones, and where each of its code points stood."""
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    has_doubles = "``" in text
    for match in _WIRE.finditer(text):
        mark, first = match.group(), match.start()
        if mark[0] == "'" and not has_doubles:
            continue
        pieces.append(text[position:first])
        places.extend(range(position, first))
        if mark[0] == "'" and len(mark) % 2:
            pieces.append("'")
            places.append(first)
            first += 1
        doubles = list(range(first, match.end(), 2))
        pieces.append("‘" if mark == "`" else ("“" if mark[0] == "`" else "”") * len(doubles))
        places.extend(doubles)
        position = match.end()
    return "".join([*pieces, text[position:]]), [*places, *range(position, len(text) + 1)]


def _find(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    chain = 0
    carried: str | None = None
    later: int | None = None
    spans = paragraphs(text)
    for number, (start, end) in enumerate(spans):
        if later is not None:
            found.append(Quotation(start, min(later + 1, end), start, min(later, end), chain))
            if later >= end:
                continue
            start, later = later + 1, None
            chain += 1
        elif carried is None or text[start] != carried:
            chain += 1
        carried = None
        for opening, closing in _pairs(text, start, end, spans[number + 1 :]):
            inner_end = end if closing is None else min(closing, end)
            if inner_end - opening > 1:
                found.append(Quotation(opening, min(inner_end + 1, end), opening + 1, inner_end, chain))
            if closing is None:
                carried = text[opening]
            elif closing > end:
                later = closing
            else:
                chain += 1
    return found


def _pairs(text: str, start: int, end: int, following: list[tuple[int, int]]) -> list[tuple[int, int | None]]:
    """Return (opening, closing) offsets of one paragraph's outer quotations.

    ``closing`` is ``None`` when the next paragraph opens anew to go on, and lies behind ``end`` when the quotation
    goes on up to there.
    """
    pairs: list[tuple[int, int | None]] = []
    position = start
    while (found := _OPENER.search(text, position, end)) is not None:
        position, mark = found.start(), found.group()
        if _may_open(text, position, start):
            closing = _closing(text, position, end, _CLOSER[mark])
            closing = _mismatched(text, position, end, closing) or closing
            if closing is not None:
                pairs.append((position, closing))
                position = closing
            elif following and _opens_anew(text, mark, *following[0]):
                return [*pairs, (position, None)]
            elif (closing := _closing_later(text, mark, following)) is not None:
                return [*pairs, (position, closing)]
            elif _clearly_opens(text, position, start):
                return [*pairs, (position, end)]
        position += 1
    return pairs


def _may_open(text: str, position: int, start: int) -> bool:
    mark = text[position]
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if mark == "«" and after.isspace() and before.isspace():
        return True
    if after.isspace() or after in ".,;:!?)":
        return False
    if mark in "'‘’" and _ELISIONS.match(text, position):
        return False
    if mark in "”»›":
        return before.isspace() or before in "([{"
    return before.isspace() or before in "([{—–-/…‘“\"'" or mark in _SURE_OPENERS


def _opens_anew(text: str, mark: str, start: int, end: int) -> bool:
    """True when the paragraph begins with the mark: a quotation left open before it goes on."""
    return text[start] == mark and start + 1 < end and _may_open(text, start, start)


def _closing_later(text: str, mark: str, following: list[tuple[int, int]]) -> int | None:
    """Return where a later paragraph closes the mark, when no other one opens before."""
    for start, end in following[:_LATER]:
        for position in range(start, end):
            if text[position] == mark and _may_open(text, position, start):
                return None
            closes = text[position] in _CLOSER[mark] and _may_close(text, position, end)
            if not closes or _is_doubtful(text, position):
                continue
            beside = text[position - 1] + (text[position + 1] if position + 1 < end else ".")
            if mark not in _SINGLE or any(character in ".,;!?…" for character in beside):
                return position
    return None


def _clearly_opens(text: str, position: int, start: int) -> bool:
    """True for a mark that nothing closes, but that starts the paragraph or a sentence, or stands behind a comma."""
    if text[position] in _SINGLE:
        return False
    before = text[start:position].rstrip()
    if before.endswith((".", "!", "?")):
        return text[position + 1].isupper()
    return before.endswith((":", ",")) or (not before and text[position] in _SURE_OPENERS)


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
            elif _is_doubtful(text, position):
                doubtful = position if doubtful is None else doubtful
            else:
                return position
    return doubtful


def _mismatched(text: str, opening: int, end: int, closing: int | None) -> int | None:
    """Return the offset of a mark of another kind that closes a quotation before the proper one does.

    Carelessly set pages have “We will not go," she said, “We will not go,“ and, where nothing else closes them,
    “We will not go.’ A mark that opens something inside is no such case.
    """
    mark = text[opening]
    others = {"“": '"“', '"': "”“", "‘": "'"}.get(mark, "")
    if closing is None and mark in '“"':
        others += "’'"
    if closing is None and mark == "‘":
        return _closing(text, opening, end, "'")
    for position in range(opening + 1, end if closing is None else closing):
        character = text[position]
        if character in _SINGLE and closing is None and _may_open(text, position, opening):
            return None
        if character not in others:
            continue
        if _only_opens(text, position, opening):
            return None
        after = text[position + 1 : position + 2]
        if text[position - 1] in _STOPS and (not after or after.isspace()):
            return position
    return None


def _only_opens(text: str, position: int, start: int) -> bool:
    """True for a straight mark that begins another quotation: the mark before it was a stray one."""
    return text[position - 1].isspace() and _may_open(text, position, start)


def _may_close(text: str, position: int, end: int) -> bool:
    before = text[position - 1]
    after = text[position + 1] if position + 1 < end else " "
    if before.isspace():
        inner = text[:position].rstrip()[-1:] in "'’”" and after.isspace()
        return inner or (text[position] in "”»" and (after.isspace() or after in ".,;:!?"))
    if text[position] in "'’":
        return not after.isalnum()
    return not (after.isalnum() and before.isalnum())


def _is_doubtful(text: str, position: int) -> bool:
    """True for "the workers’ tools" and 10" pipes: a mark that may close, when none behind it does."""
    if text[position] == '"':
        return text[position - 1].isdigit()
    plural = text[position] in "'’" and text[position - 1] in "sS"
    return bool(plural and re.match(r"\s[a-z]", text[position + 1 : position + 3]))
