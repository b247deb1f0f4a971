"""Readings: where the attitude model reads an actor to stand, in sentences whose words no rule knows.

Rules know the words that they know. Of an actor and an issue that stand in one sentence, or in what the actor says, the
model tells for the rest; it is right less often than the rules are, so it is asked only where they found nothing firm,
or one side about as much as the other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.attitude_model import STANCE_LABELS, AttitudeModel, load_attitudes
from demandeur.cast import Cast, Mention
from demandeur.condition_marks import SUPPOSING, condition_mark
from demandeur.conditions import is_bound
from demandeur.grammar import auxiliaries, sentence_of, sentence_text, text_of
from demandeur.issue_mentions import POINTING, SURENESS, IssueMention
from demandeur.lexicon.leanings import SPEAKS
from demandeur.position import Position
from demandeur.realis import POSSIBLE
from demandeur.rules import declare
from demandeur.stance_weights import rule_weight
from demandeur.statement import Span, Statement
from demandeur.undone import OBLIGING
from demandeur.viewpoints import source

READ = declare(
    "position.read",
    "what the attitude model reads of where somebody stands, in a sentence whose words no rule knows",
    catches=("“A truce is what this valley has been waiting for,” Ana Reyl said.",),
    spares=("Ana Reyl was born in the year of the truce.", "Ana Reyl opposes the truce."),
)

SAYS, SPEAKS_HERE, NAMED, NOUN = "says", "speaks here", "named", "noun"
LEAST = {SAYS: 0.1, SPEAKS_HERE: 0.4, NAMED: 0.4, NOUN: 0.8}
LEAST_FAR = {SAYS: 0.1, SPEAKS_HERE: 0.6, NAMED: 0.85, NOUN: 0.95}
"""Probabilities from which on the model's answer counts, for an actor in the issue's sentence and in a later one: one
who says it without being named in it, one who is named in it and says it, one named (or who speaks elsewhere), and one
who is told by a noun only ("the workers") and speaks nowhere.

Counted over texts whose every stance was annotated: who speaks of an issue stands somewhere nearly always, whatever the
probability; of those whom a noun names and who say nothing, four in five stand nowhere at 0.5.
"""
_SPLIT = 0.6
"""Share of the weaker side's sum in the stronger's from which the rules' positions are asked about as well."""
_NEAR = (1, 2)
"""How many sentences after an issue's words somebody may speak whom the model is asked about."""
MOST = 4
"""Sentences of an actor on an issue that the model is asked about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the model: a text, the places of an actor and of an issue's words in it, and whose it is.

    ``evidence`` are the text's offsets in the article; ``how``: how the actor has to do with the text; ``is_far``: the
    two stand in different sentences.
    """

    actor_id: str
    mention: IssueMention
    text: str
    actor: Span
    issue: Span
    evidence: Span
    statement: Statement | None
    how: str
    is_far: bool = False


def read_positions(
    cast: Cast, statements: list[Statement], acts: list[Act], mentions: list[IssueMention], found: list[Position]
) -> Iterator[Position]:
    """Yield what the model reads of actors and issues on which rules found mere mention; nothing without the model.

    Args:
        cast: the actors and their mentions.
        statements: who said what.
        acts: the article's acts; who is asked for something has not done it.
        mentions: of the issues.
        found: the positions that rules found.
    """
    known = {(p.actor_id, p.issue) for p in found}
    split = _split(found)
    firm = {(p.actor_id, p.issue) for p in found if p.rule != f"position.{SPEAKS}"} - split
    asked = [one for one in _questions(cast, statements, mentions) if (one.actor_id, one.mention.issue) not in firm]
    asked = [one for one in asked if one.is_far or not _is_asked_for_it(acts, one)]
    model = load_attitudes() if asked else None
    if model is None:
        return
    counts: dict[tuple[str, str], int] = {}
    for one in asked:
        key = (one.actor_id, one.mention.issue)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] > MOST or (one.is_far and key in known):
            continue
        how = SPEAKS_HERE if one.how == SAYS and key in split else one.how
        least = (LEAST_FAR if one.is_far else LEAST)[how]
        if (position := _read(model, one, least)) is not None:
            known.add(key)
            yield position


def _split(found: list[Position]) -> set[tuple[str, str]]:
    """Return the actors and issues of which rules saw one side about as much as the other."""
    sums: dict[tuple[str, str], list[float]] = {}
    for position in found:
        sides = sums.setdefault((position.actor_id, position.issue), [0.0, 0.0])
        sides[position.score < 0] += abs(position.score)
    return {key for key, sides in sums.items() if min(sides) > _SPLIT * max(sides)}


def _is_asked_for_it(acts: list[Act], one: Asked) -> bool:
    """True for the addressee of an act whose content holds the issue's words."""
    return any(
        one.actor_id in act.addressees and act.content[0] <= one.mention.start < act.content[1]
        for act in acts
        if act.content is not None and act.act in ("REQUEST", "OFFER", "THREATEN")
    )


def _read(model: AttitudeModel, one: Asked, least: float) -> Position | None:
    chances = dict(zip(STANCE_LABELS, model.stance(one.text, one.actor, one.issue), strict=True))
    side = 1 if chances["for"] >= chances["against"] else -1
    if max(chances["for"], chances["against"]) < least:
        return None
    root = one.mention.root
    sets_terms = is_bound(sentence_text(root), one.mention.start - sentence_of(root).start_char)
    score = round(side * one.mention.sign * rule_weight(READ) * (0.5 if one.is_far else SURENESS[one.mention.how]), 3)
    cue = (one.mention.start, one.mention.end)
    bound = score > 0 and (sets_terms or _has_condition(root))
    return Position(one.actor_id, one.mention.issue, score, bound, READ, cue, one.evidence, statement=one.statement)


def _has_condition(token: Token) -> bool:
    """True for the "broken up" of "if it can't be managed, it should be broken up", not for its "managed"."""
    for node in (token, *token.ancestors):
        if node.dep_ == "advcl" and any(c.lower_ in SUPPOSING for c in node.children):
            return False
        may_be = node.pos_ in ("VERB", "AUX") and (auxiliaries(node) & (POSSIBLE | OBLIGING) or node.dep_ == "xcomp")
        if may_be and condition_mark(node) in ("if", "unless", "until"):
            return True
    return False


def _questions(cast: Cast, statements: list[Statement], mentions: list[IssueMention]) -> Iterator[Asked]:
    """Yield the questions on each issue's mention; those by its own words before those that only point to it."""
    by_sentence: dict[int, list[Mention]] = {}
    for one in sorted(cast.mentions, key=_by_place):
        by_sentence.setdefault(sentence_of(cast.doc[one.head]).start, []).append(one)
    spoken_of = {sentence_of(mention.root).start for mention in mentions if mention.how != POINTING}
    speaking = {actor_id for statement in statements for actor_id in statement.speakers}
    behind: list[list[Asked]] = [[] for _ in _NEAR]
    for mention in sorted(mentions, key=_pointing_last):
        sentence = sentence_of(mention.root)
        start, text = sentence.start_char, sentence_text(mention.root)
        if not start <= mention.start < mention.end <= start + len(text):
            continue
        place = (mention.start - start, mention.end - start)
        statement = min((s for s in statements if s.speakers and s.holds(mention.start)), key=_length, default=None)
        named = by_sentence.get(sentence.start, ())
        yield from _about(cast, mention, named, text, start, place, statement, speaking)
        if mention.how != POINTING:
            for steps, apart in enumerate(_NEAR):
                behind[steps].extend(_beside(cast, statements, mention, by_sentence, spoken_of, speaking, apart))
    for questions in behind:
        yield from questions


def _beside(
    cast: Cast,
    statements: list[Statement],
    mention: IssueMention,
    by_sentence: dict[int, list[Mention]],
    spoken_of: set[int],
    speaking: set[str],
    apart: int,
) -> Iterator[Asked]:
    """Yield the questions on those who stand some sentences behind a mention of an issue, where no other issue does."""
    here = other = sentence_of(mention.root)
    for _ in range(apart):
        if other.end >= len(cast.doc):
            return
        other = sentence_of(cast.doc[other.end])
    if other.start in spoken_of:
        return  # it has an issue of its own
    start = here.start_char
    text = text_of(cast.doc)[start : other.end_char].rstrip()
    said = [s for s in statements if s.speakers and other.start_char <= s.start < other.end_char]
    said += [s for s in statements if s.speakers and s not in said and s.holds(other.start_char + 1)]
    place = (mention.start - start, mention.end - start)
    speakers = {actor_id for statement in said for actor_id in statement.speakers}
    for statement in said or [None]:
        for one in _about(cast, mention, by_sentence.get(other.start, ()), text, start, place, statement, speaking):
            how = SPEAKS_HERE if one.how != SAYS and one.actor_id in speakers else one.how
            yield replace(one, is_far=True, how=how)


def _about(
    cast: Cast,
    mention: IssueMention,
    named: Iterable[Mention],
    text: str,
    start: int,
    place: Span,
    statement: Statement | None,
    speaking: set[str],
) -> Iterator[Asked]:
    """Yield the questions on one mention of an issue: about those named, and about who says it."""
    seen: set[str] = set()
    evidence = (start, start + len(text.rstrip()))
    for one in named:
        apart = (one.end <= mention.start or one.start >= mention.end) and not _only_names(cast.doc[one.head])
        if not apart or _is_part_of_a_name(one, named) or not start <= one.start < one.end <= start + len(text):
            continue
        for actor_id in one.actors:
            if actor_id not in seen and not _is_supposed(cast.doc[one.head], mention):
                seen.add(actor_id)
                how = NOUN if one.form == "nominal" and actor_id not in speaking else NAMED
                there = (one.start - start, one.end - start)
                yield Asked(actor_id, mention, text, there, place, evidence, statement, how)
    says = statement.speakers if statement is not None and not source(cast, sentence_of(mention.root)) else ()
    for actor_id in says:
        if actor_id not in seen:
            name = cast.actors[actor_id].name
            before = f"{name}: "
            moved = (place[0] + len(before), place[1] + len(before))
            yield Asked(actor_id, mention, before + text, (0, len(name)), moved, evidence, statement, SAYS)


def _only_names(head: Token) -> bool:
    """True for "Norwegian" in "Norwegian party leader Ivo Marrow", "a firm from Norway": it tells who another is."""
    if head.dep_ == "pobj" and head.ent_type_ == "GPE":
        return head.head.lower_ in ("from", "in", "at", "near", "of")
    if head.dep_ == "pobj" and head.pos_ == "PROPN" and head.head.lower_ in ("in", "at", "near"):
        return head.head.head.pos_ in ("NOUN", "PROPN")  # "the nurses at St Mary's"
    return head.dep_ in ("amod", "compound", "nmod") or (head.dep_ == "poss" and head.pos_ == "PROPN")


def _is_part_of_a_name(one: Mention, named: Iterable[Mention]) -> bool:
    """True for "the workers" in "the workers' union", where both are actors."""
    return one.form == "nominal" and any(
        other.start <= one.start and one.end <= other.end and other.head != one.head for other in named
    )


def _is_supposed(actor: Token, mention: IssueMention) -> bool:
    """True for X in "when X builds it", "if X builds it": X hasn't yet."""
    return any(
        verb.dep_ == "advcl" and verb.is_ancestor(actor) and any(c.lower_ in SUPPOSING for c in verb.children)
        for verb in mention.root.ancestors
    )


def _by_place(mention: Mention) -> tuple[int, int]:
    return (mention.start, mention.end)


def _pointing_last(mention: IssueMention) -> tuple[bool, int]:
    return (mention.how == POINTING, mention.start)


def _length(statement: Statement) -> int:
    return statement.spans[-1][1] - statement.spans[0][0]
