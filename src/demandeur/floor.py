"""Floor: the actors who have the floor in a transcript, as its turns name them, and whom they speak to."""

from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc, Span

from demandeur.bearers import SHOWN
from demandeur.body_names import is_body_name
from demandeur.cast import Actor, Cast
from demandeur.grammar import text_of
from demandeur.lexicon import first_name_gender, titles
from demandeur.namespan import NameSpan
from demandeur.quotation import Quotation
from demandeur.roles import office_of
from demandeur.rules import declare
from demandeur.statement import Statement
from demandeur.turns import LETTER, Turn, find_turns

TURN = declare(
    "statement.turn",
    "what one says in a transcript, from the label with the name or office to the next label",
    catches=(
        "Ms Ana Reyl: We will not sign.\n\nMr Otto Brandt: Why not?\n\nMs Reyl: It is late.\n\nMr Brandt: It is not.",
        "Ana Reyl spoke to us.\n\nQ: Will you sign?\n\nA: No.\n\nQ: Why not?\n\nA: It is late.",
    ),
    spares=("One thing is clear: the treaty is dead.\n\nSo is this: it is late.\n\nAnd this: it is cold.",),
)
NAMED_BY_LABEL = declare(
    "actor.label",
    "a person whose name stands before what is said in a transcript",
    catches=("Ms Ana Reyl: No.\n\nMr Otto Brandt: Why not?\n\nMs Reyl: It is late.\n\nMr Brandt: It is not.",),
    spares=("One thing is clear: the treaty is dead.",),
)


class Hearers(NamedTuple):
    """Whom "you" means, and whether only in questions."""

    actors: tuple[str, ...]
    in_questions: bool


def with_labels(doc: Doc, names: list[NameSpan]) -> list[NameSpan]:
    """Return the names of a document, those of labels as the labels show them: one speaks, the rest of it is no one."""
    turns = find_turns(text_of(doc))
    if not turns:
        return names
    found = [_answering(doc, span, turns) for span in names]
    for turn in turns:
        label = doc.char_span(*turn.label, alignment_mode="expand")
        inside = [span for span in found if label.start <= span.last and span.first < label.end]
        name = _name_in(doc, turn)
        keeps = [span for span in inside if span.kind == "known" or (name is None and turn.role in (None, LETTER))]
        keeps += _in_brackets(doc, turn, keeps)
        if name is not None:
            taken = range(name.start, name.end)
            bodies = [s for s in inside if s.kind in ("known", "organisation") and set(taken) & {s.first, s.last}]
            if bodies and not turn.is_person:
                keeps = bodies
            else:
                keeps = [span for span in keeps if span.last < name.start or name.end <= span.first]
                keeps.append(NameSpan(name.start, name.end - 1, "person", rule=NAMED_BY_LABEL))
        found = [span for span in found if span not in inside] + keeps
        found = _with_signatures(doc, turn, found)
    return found


def _with_signatures(doc: Doc, turn: Turn, names: list[NameSpan]) -> list[NameSpan]:
    """Return the names with those of the persons who sign a letter, which the recogniser may miss."""
    for signature in turn.signed:
        words = doc.char_span(*signature, alignment_mode="expand")
        beside = [s for s in names if words.start <= s.last and s.first < words.end]
        is_body = any(s.kind == "known" for s in beside) or is_body_name(list(words))
        if not is_body and len(words) > 1:
            names = [s for s in names if s not in beside]
            first = words.start + (words[0].text in titles())
            names.append(NameSpan(first, words.end - 1, "person", rule=NAMED_BY_LABEL))
    return names


def _answering(doc: Doc, span: NameSpan, turns: tuple[Turn, ...]) -> NameSpan:
    """Return a full name before an interview as a person's, whatever the recogniser took it for."""
    is_before = doc[span.last].idx < turns[0].start and any(turn.role == "answer" for turn in turns)
    is_full = span.last > span.first and first_name_gender(doc[span.first].text) is not None
    return replace(span, kind="person", rule=SHOWN) if is_before and is_full and span.kind != "known" else span


def _in_brackets(doc: Doc, turn: Turn, known: list[NameSpan]) -> list[NameSpan]:
    """Return the names in a label's brackets that the lexicon doesn't know: countries or constituencies."""
    taken = {token for span in known for token in range(span.first, span.last + 1)}
    spans = [doc.char_span(*bracket, alignment_mode="expand") for bracket in turn.brackets]
    return [NameSpan(s.start, s.end - 1, "place") for s in spans if taken.isdisjoint(range(s.start, s.end))]


def _name_in(doc: Doc, turn: Turn) -> Span | None:
    """Return the words of the speaker's name; "The President" has none."""
    if turn.name is None:
        return None
    name = doc.char_span(*turn.name, alignment_mode="expand")
    return name if turn.is_person or office_of(name[-1]) is None else None


def add_offices(cast: Cast) -> None:
    """Give speakers the office and the state that their labels tell: "Mr. Reyl (Norway):"."""
    for turn in find_turns(text_of(cast.doc)):
        for actor_id in _of_label(cast, turn):
            actor = cast.actors[actor_id]
            if actor.kind == "person":
                _learn(cast, actor, turn)


def _learn(cast: Cast, actor: Actor, turn: Turn) -> None:
    text = text_of(cast.doc)
    if turn.office is not None and actor.role is None:
        actor.role = text[slice(*turn.office)].removeprefix("The ")
    label = cast.doc.char_span(*turn.label, alignment_mode="expand")
    states = [a for t in label if (m := cast.at(t)) is not None for a in m.actors if cast.actors[a].kind == "state"]
    if states and actor.state is None:
        actor.state, actor.country = states[0], cast.actors[states[0]].country


def turn_statements(doc: Doc, cast: Cast) -> list[Statement]:
    """Return what is said in the turns of a transcript, a paragraph each; questions without a name are nobody's.

    One speaks to who spoke before, the first to who speaks next.
    """
    found = []
    turns = find_turns(text_of(doc))
    speaking = speakers_of(cast, turns)
    for place, (turn, speakers) in enumerate(zip(turns, speaking, strict=True)):
        if turn.role == "question" or not speakers:
            continue
        hearing = _reader(cast, turn) if turn.role == LETTER else speaking[place - 1 if place else 1]
        hearers = hearing if hearing != speakers else ()
        for number, span in enumerate(turn.spans):
            token = doc.char_span(*turn.name, alignment_mode="expand")[-1] if turn.name and number == 0 else None
            label = turn.label if number == 0 else None
            found.append(Statement([span], None, None, token, label, TURN, 0.9, speakers, hearers))
    return found


def own_words(text: str, quotations: list[Quotation]) -> list[tuple[int, int]]:
    """Return the offsets of what is somebody's own words: quotations and, in a transcript, turns."""
    turns = [(turn.start, turn.end) for turn in find_turns(text)]
    free = [(q.start, q.end) for q in quotations if not any(start <= q.start < end for start, end in turns)]
    return sorted([*turns, *free])


def addressed(cast: Cast) -> dict[int, Hearers]:
    """Return whom "you" means, by where a turn starts: who answers a question, in a letter its reader."""
    turns = find_turns(text_of(cast.doc))
    if turns and turns[0].role == LETTER:
        return {turns[0].start: Hearers(_reader(cast, turns[0]), in_questions=False)}
    speakers = speakers_of(cast, turns)
    pairs = zip(turns, speakers, speakers[1:], strict=False)
    return {turn.start: Hearers(after, in_questions=True) for turn, own, after in pairs if after != own}


def _reader(cast: Cast, letter: Turn) -> tuple[str, ...]:
    """Return to whom a letter is written: who is named in the greeting, else the person named last before it."""
    greeting = cast.doc.char_span(*letter.label, alignment_mode="expand")
    named = next((m for token in greeting if (m := cast.at(token)) is not None), None)
    if named is None or named.form != "name":
        before = (m for m in cast.before(greeting.start) if m.form == "name")
        named = next((m for m in before if cast.actors[m.actors[0]].kind == "person"), named)
    return named.actors if named is not None else ()


def speakers_of(cast: Cast, turns: tuple[Turn, ...]) -> list[tuple[str, ...]]:
    """Return who speaks in each turn; "A:" is the person whom the text before the turns speaks of most."""
    if turns and turns[0].role == LETTER:
        return [_signers(cast, turns[0])]
    answering = _interviewee(cast, turns)
    return [answering if turn.role == "answer" else _of_label(cast, turn) for turn in turns]


def _signers(cast: Cast, letter: Turn) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for signature in letter.signed:
        words = cast.doc.char_span(*signature, alignment_mode="expand")
        mention = next((m for word in words if (m := cast.at(word)) is not None), None)
        found.update(dict.fromkeys(mention.actors if mention is not None else ()))
    return tuple(found)


def _of_label(cast: Cast, turn: Turn) -> tuple[str, ...]:
    if turn.name is None:
        return ()
    words = cast.doc.char_span(*turn.name, alignment_mode="expand")
    mention = next((m for word in reversed(words) if (m := cast.at(word)) is not None), None)
    return mention.actors if mention is not None else ()


def _interviewee(cast: Cast, turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """Return the person of whom the text speaks most often before the first turn, else in all of it."""
    if not turns:
        return ()
    people = [m for m in cast.mentions if len(m.actors) == 1 and cast.actors[m.actors[0]].kind == "person"]
    people = [m for m in people if m.form == "name"]
    before = [m.actors[0] for m in people if m.end <= turns[0].label[0]] or [m.actors[0] for m in people]
    if not before:
        return ()
    return (max(dict.fromkeys(before), key=before.count),)
