"""Statements: who says what to whom.

A statement is a stretch of text that the article attributes to a speaker, quoted (direct), partly quoted (mixed) or
reported (indirect).
"""

from spacy.tokens import Doc

from demandeur.attribution import find_reported
from demandeur.cast import Cast
from demandeur.floor import TURN, turn_statements
from demandeur.grammar import text_of
from demandeur.paragraphs import paragraphs
from demandeur.quotation import Quotation
from demandeur.quoting import find_quoted
from demandeur.statement import Statement, quote_type
from demandeur.widening import to_the_closing_mark, with_its_clause

_IN_THE_SENTENCE = ("statement.infinitive", "statement.object")
"""Rules whose words are a part of the writer's own sentence, so that quoting all of them still quotes a part."""
SPEECH = "statement.speech"
"""Not a rule about language: the reader said whose words the text is."""


def find_statements(doc: Doc, cast: Cast, quotations: list[Quotation], speaker: str | None = None) -> list[Statement]:
    """Return the document's statements in reading order.

    The rules run from the most to the least certain; words that one rule has claimed are not offered to the next.

    Args:
        doc: the parsed article.
        cast: its actors and mentions.
        quotations: its outer quotations.
        speaker: actor_id of the one whose own words the whole text is (a speech), if it is one.
    """
    if speaker is not None:
        found = _speech(doc, speaker)
    else:
        said = turn_statements(doc, cast)
        free = [q for q in quotations if not any(s.holds(q.start) for s in said)]
        quoted = find_quoted(doc, cast, free)
        for statement in quoted:
            with_its_clause(doc, statement, quotations)
        reported = [s for s in find_reported(doc, cast, quoted) if not any(t.holds(s.start) for t in said)]
        for statement in reported:
            statement.spans = to_the_closing_mark(text_of(doc), statement.spans, quotations)
        found = [*said, *quoted, *reported]
    found.sort(key=_by_start)
    for number, statement in enumerate(found, start=1):
        statement.statement_id = f"S{number}"
        if speaker is not None or statement.rule == TURN:
            statement.quote_type = "direct"
        else:
            statement.quote_type = quote_type(text_of(doc), statement.spans, quotations)
            if statement.quote_type == "direct" and statement.rule in _IN_THE_SENTENCE:
                statement.quote_type = "mixed"
    return found


def _by_start(statement: Statement) -> tuple[int, int]:
    return (statement.start, statement.spans[-1][1])


def _speech(doc: Doc, speaker: str) -> list[Statement]:
    """Return a speech as the speaker's statements, a paragraph each."""
    return [
        Statement([span], None, None, None, None, rule=SPEECH, confidence=0.95, speakers=(speaker,))
        for span in paragraphs(text_of(doc))
    ]
