"""Statement: one stretch of attributed text, as the stops that find and use statements hand it on."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from demandeur.grammar import all_tokens
from demandeur.once import once_a_document
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

    @property
    def start(self) -> int:
        """The first code point of the attributed words."""
        return self.spans[0][0]

    def holds(self, offset: int) -> bool:
        """True when the code point is one of the attributed words."""
        near = self.spans[0][0] <= offset < self.spans[-1][1]  # most aren't: no look at every span of theirs
        return near and any(start <= offset < end for start, end in self.spans)

    def words(self, doc: Doc) -> list[Token]:
        """Return the tokens of the attributed words, whole where a span begins or ends inside one."""
        return _words_within(doc, tuple(self.spans))[0]

    def verbs(self, doc: Doc) -> list[Token]:
        """Return the verbs and auxiliaries among the attributed words."""
        return _words_within(doc, tuple(self.spans))[1]


def _words_within(doc: Doc, spans: tuple[Span, ...]) -> tuple[list[Token], list[Token]]:
    """Return the tokens of spans and the verbs among them, looked up once: every kind of act asks for them."""
    known = _looked_up(doc)
    if spans not in known:
        found: list[Token] = []
        for start, end in spans:
            words = doc.char_span(start, end, alignment_mode="expand")
            if words is not None:
                found.extend(all_tokens(doc)[words.start : words.end])
        known[spans] = (found, [word for word in found if word.pos_ in ("VERB", "AUX")])
    return known[spans]


@once_a_document
def _looked_up(doc: Doc) -> dict[tuple[Span, ...], tuple[list[Token], list[Token]]]:
    """Return what is looked up of a document's statements, at first nothing."""
    return {}


def quote_type(text: str, spans: list[Span], quotations: list[Quotation]) -> str:
    """Return direct when all words of the spans stand in quote marks, mixed when some do, else indirect.

    Example:
        >>> from demandeur.quotation import find_quotations
        >>> text = "He saw ‘no way’ back."
        >>> quote_type(text, [(7, 21)], find_quotations(text))
        'mixed'
    """
    quotations = [q for q in quotations if q.inner_start < spans[-1][1] and spans[0][0] < q.inner_end]
    if not quotations:
        return "indirect"
    inside = outside = 0
    for start, end in spans:
        near = [q for q in quotations if q.inner_start < end and start < q.inner_end]
        for match in _WORD.finditer(text, start, end):
            if any(q.inner_start <= match.start() < q.inner_end for q in near):
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
