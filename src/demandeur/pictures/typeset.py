"""Typeset: text that came from an article, made fit to be drawn, measured, wrapped and cut at word ends.

Widths are those of DejaVu Sans, which is wider than the sans-serif fonts that browsers choose, so that what fits
here fits there.
"""

import unicodedata
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, get_font

FONT = "DejaVu Sans"
ELLIPSIS = "…"
_WIDE, _EMOJI, _FOREIGN = 1.25, 1.45, 0.9
"""Widths, in units of the font size, of characters that DejaVu Sans does not have; matplotlib's boxes are wide."""
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
_BIDI_CONTROLS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NOT_XML = "\ufffe\uffff"


def clean(text: str) -> str:
    r"""Return the text on one line, without the characters that a picture or XML cannot hold.

    Example:
        >>> clean("a\n  cease-\x00fire")
        'a cease-\ufffdfire'
    """
    kept = []
    for character in text:
        if character.isspace():
            kept.append(" ")
        elif unicodedata.category(character) in ("Cc", "Cs") or character in _NOT_XML:
            kept.append("\ufffd")
        elif character not in _BIDI_CONTROLS:
            kept.append(character)
    return " ".join("".join(kept).split())


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in pixels at a font size in pixels."""
    return size * sum(_advance(character, bold) for character in text)


def wrap(text: str, width: float, size: float, *, lines: int, bold: bool = False) -> list[str]:
    """Return the text as at most that many lines, none wider than the width in pixels.

    What does not fit is cut at a word's end and marked by an ellipsis. A word wider than a line is broken.

    Example:
        >>> wrap("open the harbour to grain ships", 110, 13, lines=2)
        ['open the', 'harbour to…']
    """
    pieces = _pieces(clean(text), width, size, bold)
    made: list[str] = []
    while pieces and len(made) < lines:
        line, pieces = _take_line(pieces, width, size, bold)
        made.append(line)
    if pieces:
        made[-1] = _with_ellipsis(made[-1], width, size, bold)
    return made


def shorten(text: str, length: int) -> str:
    """Return the text cut at a word's end to at most that many characters, with an ellipsis where cut.

    Example:
        >>> shorten("open the harbour to grain ships", 18)
        'open the harbour…'
    """
    text = clean(text)
    if len(text) <= length:
        return text
    head = text[: length - 1]
    if not text[length - 1].isspace() and " " in head:
        head = head.rsplit(" ", 1)[0]
    return head.rstrip(" ,;:") + ELLIPSIS


@cache
def _font(bold: bool):
    return get_font(findfont(FontProperties(family=FONT, weight="bold" if bold else "normal")))


@cache
def _advance(character: str, bold: bool) -> float:
    """Return the width of a character in units of the font size."""
    if unicodedata.combining(character) or character in _JOINERS:
        return 0.0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return _EMOJI if unicodedata.category(character) == "So" else _WIDE
    font = _font(bold)
    if not font.get_char_index(ord(character)):
        return _FOREIGN
    font.set_size(100, 72)
    return font.load_char(ord(character)).linearHoriAdvance / 65536 / 100


def _pieces(text: str, width: float, size: float, bold: bool) -> list[tuple[str, str]]:
    """Return (space before, piece) for each word, words wider than a line broken into pieces that fit."""
    pieces = []
    for word in text.split():
        space = " "
        while text_width(word, size, bold=bold) > width:
            cut = _break_point(word, width, size, bold)
            pieces.append((space, word[:cut]))
            word, space = word[cut:], ""
        pieces.append((space, word))
    return pieces


def _break_point(word: str, width: float, size: float, bold: bool) -> int:
    """Return how many characters of the word fit, at least one, never parting a letter from its marks."""
    cut = 1
    while cut < len(word) and text_width(word[: cut + 1], size, bold=bold) <= width:
        cut += 1
    while cut < len(word) and _clings(word, cut):
        cut += 1
    hyphen = word.rfind("-", 1, cut) + 1
    return hyphen or cut


def _clings(word: str, place: int) -> bool:
    """Tell whether the character at that place belongs to the one before it."""
    mark = unicodedata.category(word[place]) in ("Mn", "Mc", "Me", "Sk") or word[place] in _JOINERS
    return mark or word[place - 1] == "\u200d"


def _take_line(
    pieces: list[tuple[str, str]], width: float, size: float, bold: bool
) -> tuple[str, list[tuple[str, str]]]:
    line = pieces[0][1]
    taken = 1
    while taken < len(pieces):
        longer = line + "".join(pieces[taken])
        if text_width(longer, size, bold=bold) > width:
            break
        line = longer
        taken += 1
    return line, pieces[taken:]


def _with_ellipsis(line: str, width: float, size: float, bold: bool) -> str:
    while text_width(line + ELLIPSIS, size, bold=bold) > width and len(line) > 1:
        line = line.rsplit(" ", 1)[0] if " " in line else line[:-1]
    return line.rstrip(" ,;:") + ELLIPSIS
