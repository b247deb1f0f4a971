"""Widening: words said that go beyond what a quotation's marks or a parser's clause hold.

A clause that ends in the midst of quoted words goes on to the closing mark, and a quotation that ends a reported clause
("argues that as trade grows, “the tariff must fall”") is said together with it.
"""

from spacy.tokens import Doc

from demandeur.candidates import candidates
from demandeur.grammar import bounds_around
from demandeur.quotation import Quotation
from demandeur.statement import Span, Statement

_CLAUSES = ("that", "clause", "inserted")
_LEAST_OUTSIDE = 2  # words of the writer's that are said together with a quotation


def to_the_closing_mark(text: str, spans: list[Span], quotations: list[Quotation]) -> list[Span]:
    """Return the spans, the last one's end moved behind the quoted words in whose midst it stands.

    Example:
        >>> from demandeur.quotation import find_quotations
        >>> text = "They are “tired, cold and hungry.”"
        >>> to_the_closing_mark(text, [(0, 15)], find_quotations(text))
        [(0, 33)]
    """
    start, end = spans[-1]
    for quotation in quotations:
        inside = start < quotation.start and quotation.inner_start < end < quotation.inner_end
        if inside and any(character.isalnum() for character in text[end : quotation.inner_end]):
            return [*spans[:-1], (start, quotation.inner_end)]
    return spans


def with_its_clause(doc: Doc, statement: Statement, quotations: list[Quotation]) -> None:
    """Add the writer's words that belong to the same clause as the statement's quotation, if there are any."""
    cue = statement.cue_token
    if cue is None or cue.pos_ not in ("VERB", "AUX"):
        return
    for candidate in candidates(cue):
        if candidate.frame not in _CLAUSES:
            continue
        outside = [t for t in candidate.words if t.is_alpha and not any(q.start <= t.idx < q.end for q in quotations)]
        if len(outside) >= _LEAST_OUTSIDE:
            statement.spans = _united([*statement.spans, *bounds_around(candidate.words, cue)])
        return


def _united(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 3:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
