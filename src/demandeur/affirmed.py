"""Affirmed: what a question of a transcript asks about and the next speaker's "Yes" or "No" makes an act of his."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.floor import speakers_of
from demandeur.grammar import text_of
from demandeur.rules import declare
from demandeur.triggers import find_asked_about
from demandeur.turns import Turn, find_turns

AFFIRMED = declare(
    "act.yes-no",
    "in a transcript: would you accept it? Yes: what was asked, as the act of the one who says yes or no",
    catches=("We met Ana Reyl.\n\nQ: Would you accept the treaty?\n\nA: Yes.\n\nQ: When?\n\nA: In May.",),
    spares=("We met Ana Reyl.\n\nQ: Would you accept the treaty?\n\nA: It is late.\n\nQ: When?\n\nA: In May.",),
)
_YES = {"yes", "yeah", "certainly", "absolutely", "gladly", "definitely", "sure"}
_NO = {"no", "never", "nope"}
_OPPOSITE = {"ACCEPT": "REJECT", "REJECT": "ACCEPT", "CONCEDE": "REJECT"}


def find_affirmed(doc: Doc, cast: Cast) -> Iterator[Act]:
    """Yield the acts that questions ask about and that those asked affirm or deny at once."""
    turns = find_turns(text_of(doc))
    speakers = speakers_of(cast, turns)
    for number, (turn, answer) in enumerate(pairwise(turns)):
        said = _words(doc, answer)
        first = next((t for t in said if t.is_alpha), None)
        if first is None or first.lower_ not in _YES | _NO:
            continue
        question = _last_question(_words(doc, turn))
        for token in question or ():
            act = find_asked_about(cast, token)
            if act is None or set(cast.all_of(act.issuer)) != set(speakers[number + 1]):
                continue
            act.rule = AFFIRMED
            act.affirmed = (first.idx, first.idx + len(first))
            act.realis = "done" if act.realis == "done" else "future"
            if first.lower_ in _NO:
                act.negated = act.negated != (act.act not in _OPPOSITE)
                act.act = _OPPOSITE.get(act.act, act.act)
            yield act


def _words(doc: Doc, turn: Turn) -> Span:
    return doc.char_span(turn.start, turn.end, alignment_mode="expand")


def _last_question(words: Span) -> Span | None:
    """Return the last sentence of a turn, where that is a question."""
    last = words[-1].sent
    return last if last.text.rstrip().endswith("?") else None
