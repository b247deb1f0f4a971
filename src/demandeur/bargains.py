"""Bargains: who is for something in one sentence and sets the terms in the next: a yes that hangs on them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from demandeur.cast import Cast
from demandeur.grammar import SUBJECTS, sentence_of, text_of
from demandeur.lexicon.terms import NEEDED, NEXT, sets_terms
from demandeur.position import Position
from demandeur.statement import Statement

_LEAST = 0.45
"""A lesser score is no yes."""
_BUT = re.compile(r"\b(?:but|however|though|yet)\b", re.IGNORECASE)


def with_terms(doc: Doc, cast: Cast, statements: list[Statement], found: Iterable[Position]) -> list[Position]:
    """Return the positions, those for an issue as conditional where the next sentence of the same actor sets terms."""
    return [
        replace(position, conditional=True) if _is_tied_after(doc, cast, statements, position) else position
        for position in found
    ]


def _is_tied_after(doc: Doc, cast: Cast, statements: list[Statement], position: Position) -> bool:
    if position.score < _LEAST or position.conditional:
        return False
    behind = sentence_of(doc.char_span(*position.evidence, alignment_mode="expand")[-1]).end
    if behind >= len(doc):
        return False
    sentence = sentence_of(doc[behind])
    words = text_of(doc)[sentence.start_char : sentence.end_char]
    if "\n" in text_of(doc)[doc[behind - 1].idx : sentence.start_char]:
        return False
    is_speech = position.statement is not None and position.statement.cue is None  # where "but" says little
    needs = not is_speech and _BUT.search(words) is not None and sets_terms(words, NEEDED)
    return (needs or sets_terms(words, NEXT)) and _is_by(cast, statements, sentence, position.actor_id)


def _is_by(cast: Cast, statements: list[Statement], sentence: Words, actor_id: str) -> bool:
    """True where a sentence is the actor's words, or has the actor as its subject."""
    for statement in statements:
        if sentence.start_char <= statement.start < sentence.end_char or statement.holds(sentence.start_char + 1):
            return actor_id in statement.speakers
    return any(t.dep_ in SUBJECTS and actor_id in cast.all_of(t) for t in sentence)
