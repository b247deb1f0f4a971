"""Statements: who says what to whom.

A statement is a stretch of text that the article attributes to a speaker, quoted (direct), partly quoted (mixed) or
reported (indirect).
"""

import re
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from demandeur.cast import Cast
from demandeur.quotation import Quotation

Span = tuple[int, int]
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Statement:
    """One attributed stretch of text; offsets count code points of the article's text.

    ``speaker`` is the token that names the speaker at this place, ``speakers`` the actors it means (several for a
    compound); both are empty when the article leaves it open.
    """

    spans: list[Span]
    cue: Span | None
    cue_token: Token | None
    speaker: Token | None
    speaker_span: Span | None
    rule: str
    confidence: float
    speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    quote_type: str = "indirect"
    statement_id: str = ""
    chains: tuple[int, ...] = field(default=())

    @property
    def start(self) -> int:
        """The first code point of the attributed words."""
        return self.spans[0][0]

    def holds(self, offset: int) -> bool:
        """True when the code point is one of the attributed words."""
        return any(start <= offset < end for start, end in self.spans)


def find_statements(doc: Doc, cast: Cast, quotations: list[Quotation], speaker: str | None = None) -> list[Statement]:
    """Return the document's statements in reading order.

    The rules run from the most to the least certain; words that one rule has claimed are not offered to the next.

    Args:
        doc: the parsed article.
        cast: its actors and mentions.
        quotations: its outer quotations.
        speaker: actor_id of the one whose own words the whole text is (a speech), if it is one.
    """
    from demandeur.attribution import find_reported
    from demandeur.quoting import find_quoted

    if speaker is not None:
        found = _speech(doc, speaker)
    else:
        quoted = find_quoted(doc, cast, quotations)
        reported = find_reported(doc, cast, quotations, quoted)
        found = [*quoted, *reported]
    found.sort(key=_by_start)
    for number, statement in enumerate(found, start=1):
        statement.statement_id = f"S{number}"
        statement.quote_type = quote_type(doc.text, statement.spans, quotations) if speaker is None else "direct"
    return found


def _by_start(statement: Statement) -> tuple[int, int]:
    return (statement.start, statement.spans[-1][1])


def _speech(doc: Doc, speaker: str) -> list[Statement]:
    """Return a speech as the speaker's statements, a paragraph each."""
    from demandeur.language import paragraphs

    return [
        Statement([span], None, None, None, None, rule=SPEECH, confidence=0.95, speakers=(speaker,))
        for span in paragraphs(doc.text)
    ]


SPEECH = "statement.speech"
"""Not a rule about language: the reader said whose words the text is."""


def quote_type(text: str, spans: list[Span], quotations: list[Quotation]) -> str:
    """Return direct when all words of the spans stand in quote marks, mixed when some do, else indirect.

    Example:
        >>> from demandeur.quotation import find_quotations
        >>> text = "He saw ‘no way’ back."
        >>> quote_type(text, [(7, 21)], find_quotations(text))
        'mixed'
    """
    inside = outside = 0
    for start, end in spans:
        for match in _WORD.finditer(text, start, end):
            if any(q.inner_start <= match.start() < q.inner_end for q in quotations):
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
