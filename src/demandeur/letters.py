"""Letters: "Dear Minister, … Yours sincerely, Ana Reyl": the whole text is the words of those who sign it."""

import re
from dataclasses import dataclass

from demandeur.paragraphs import paragraphs

_GREETING = re.compile(r"(?:Dear|To) [^.!?\n]{2,80}[,:]?")
_CLOSING = re.compile(
    r"(?:yours(?: (?:sincerely|faithfully|truly|etc))?|sincerely(?: yours)?|respectfully(?: yours)?|"
    r"(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|signed|in solidarity)[,.:]?",
    re.IGNORECASE,
)
_WORD = r"[^\W\d_a-z][\w.’'-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:{_WORD}|de|van|von|of|the))*")
_LATEST_GREETING = 6  # paragraphs
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's parts, in code points of the text: greeting, paragraphs of the body, and names below it."""

    greeting: Span
    body: tuple[Span, ...]
    signed: tuple[Span, ...]


def find_letter(text: str) -> Letter | None:
    r"""Return the parts of a letter that is greeted and signed; ``None`` for any other text.

    Example:
        >>> text = "Dear Minister,\n\nWe ask you to wait.\n\nYours sincerely,\nAna Reyl, Harbour Union"
        >>> letter = find_letter(text)
        >>> [text[slice(*span)] for span in (letter.greeting, *letter.body, *letter.signed)]
        ['Dear Minister,', 'We ask you to wait.', 'Ana Reyl']
    """
    spans = paragraphs(text)
    starts = [n for n, span in enumerate(spans[:_LATEST_GREETING]) if _GREETING.fullmatch(text[slice(*span)])]
    ends = [n for n, span in enumerate(spans) if _CLOSING.fullmatch(text[slice(*span)])]
    if not starts or not ends or ends[-1] <= starts[0] + 1:
        return None
    matches = [_NAME.match(text, *span) for span in spans[ends[-1] + 1 :]]
    signed = tuple(match.span() for match in matches if match is not None)
    return Letter(spans[starts[0]], tuple(spans[starts[0] + 1 : ends[-1]]), signed) if signed else None
