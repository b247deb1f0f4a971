"""Backing: who is for or against an issue by the words beside what becomes of it.

"The dam won the backing of X", "was built despite opposition from X", "has X's support"; "support for it grew in X".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from demandeur.condition_marks import SUPPOSING
from demandeur.grammar import SUBJECTS, child, children, has_to, prepositional
from demandeur.issue_mentions import POINTING_NOUNS
from demandeur.lexicon.leanings import DEED, JUDGED, PERSON, SIDE, SPEAKS
from demandeur.members import backers, kind_of
from demandeur.negation import is_negated
from demandeur.participants import agent
from demandeur.side_words import leaning_of

_WITH_WHOSE = {"despite", "amid", "over", "against", "with", "without", "at", "to"}
_HEEDING = {"over": -1, "against": -1, "despite": -1, "at": 1, "upon": 1, "following": 1}
_ON_THE_DEED = set(
    "objection protest advice request urging insistence wish will plea behest bidding suggestion protestation".split()
)
"""What somebody has on what others decide, not on the thing itself."""
_OUTCOMES = dict.fromkeys(("victory", "win", "triumph", "boost", "vindication", "boon"), 1)
_OUTCOMES |= dict.fromkeys(("blow", "setback", "defeat", "humiliation", "rebuff"), -1)
_OBJECTING = {"object", "balk", "refuse", "protest", "complain"}
_HAVING = {"have", "enjoy", "win", "gain", "earn", "get", "deserve"}


@dataclass(frozen=True, slots=True)
class Hold:
    """Who holds which side on an issue by which word: ``how`` is the word's role, or ``speaks`` where it has none.

    ``holder`` is the word for the one who does; ``None`` stands for whoever says the sentence. ``steps`` is how far up
    the sentence the cue stands.
    """

    holder: Token | None
    side: int
    how: str
    cue: Token
    conditional: bool = False
    steps: int = 0


@dataclass(slots=True)
class Way:
    """What the words from the issue's up to here make of it: the side, how and by which word, how many words up.

    ``is_said``: the way has left a clause that somebody says or thinks.
    """

    side: int
    how: str
    cue: Token
    far: int = 0
    conditional: bool = False
    is_none: bool = False
    is_said: bool = False

    def by(self, how: str, cue: Token, side: int, far: int) -> None:
        """Note that a word turns or shows the side."""
        self.side *= side
        self.how, self.cue, self.far = how, cue, far


def beside(way: Way, before: int, verb: Token, steps: int, *, is_subject: bool) -> Iterator[Hold]:
    """Yield X of "the dam was built despite opposition from X", "backed by X, the dam grew", each with its side.

    Args:
        way: what the words up to the verb make of the issue.
        before: its side below the verb.
        verb: what becomes of the issue.
        steps: how far up the sentence the verb stands.
        is_subject: does the way come from the verb's subject.
    """
    if way.is_said:
        return
    yield from _heeded_or_not(way, verb, steps)
    became = way.side
    if way.how == JUDGED and way.cue == verb:
        became = before  # "failed amid opposition"
    elif way.far and way.how not in (SPEAKS, DEED):
        return  # somebody's side on it, not what becomes of it
    inner = [phrase for thing in children(verb, "dobj") for phrase in children(thing, "prep") if phrase.lower_ == "in"]
    for phrase in (*children(verb, "prep"), *inner):
        noun = child(phrase, "pobj") if phrase.lower_ in _WITH_WHOSE else None
        noun = noun if noun is not None else _in_the_face_of(phrase)
        if noun is not None and phrase.lower_ == "to" and (whose := prepositional(noun, "of")) is not None:
            felt = leaning_of(noun)  # "to the chagrin of X"
            if felt is not None and felt.role == SIDE and felt.side:
                yield Hold(whose, way.side * felt.side, SIDE, noun, way.conditional, steps)
            continue
        entry = leaning_of(noun) if noun is not None and noun.pos_ == "NOUN" else None
        if entry is None or entry.role != SIDE or (noun.lemma_.lower() in _ON_THE_DEED and not has_to(verb)):
            continue
        own = child(noun, "poss") or kind_of(noun)
        whose = [one for one, _ in backers(noun, verb)] or ([own] if own is not None else [])
        for holder in whose:
            yield Hold(holder, became * entry.side, SIDE, noun, way.conditional, steps)
    yield from _with_votes(way, before, verb, steps)
    for clause in children(verb, "advcl"):
        objects = clause.lemma_ in _OBJECTING and child(clause, "dobj", "prep", "ccomp", "xcomp") is None
        supposed = any(c.lower_ in SUPPOSING for c in children(clause, "mark", "advmod"))
        if objects and not supposed and not is_negated(clause) and (own := child(clause, "nsubj")) is not None:
            yield Hold(own, -before, SIDE, clause, way.conditional, steps)  # "died after X objected"
    for clause in children(verb, "advcl") if is_subject or verb.tag_ == "VBN" else ():
        entry = leaning_of(clause)
        if clause.tag_ == "VBN" and entry is not None and entry.role == SIDE and (by := agent(clause)) is not None:
            yield Hold(by, before * entry.side, SIDE, clause, way.conditional, steps)


def _in_the_face_of(phrase: Token) -> Token | None:
    """Return the protest of "in the face of protest from X", "in the teeth of …"."""
    noun = child(phrase, "pobj") if phrase.lower_ == "in" else None
    return prepositional(noun, "of") if noun is not None and noun.lemma_ in ("face", "tooth", "teeth") else None


def _heeded_or_not(way: Way, verb: Token, steps: int) -> Iterator[Hold]:
    """Yield X of "approved the dam over X's objections", "against the advice of X", "at X's request"."""
    for phrase in () if has_to(verb) else children(verb, "prep"):
        noun = child(phrase, "pobj") if phrase.lower_ in _HEEDING else None
        if noun is None or noun.lemma_.lower() not in _ON_THE_DEED:
            continue
        side = _HEEDING[phrase.lower_]
        whose = child(noun, "poss") or prepositional(noun, "of", "from", "by")
        for holder in (whose, *children(whose, "conj")) if whose is not None else ():
            yield Hold(holder, way.side * side, SIDE, noun, way.conditional, steps)


def _with_votes(way: Way, before: int, verb: Token, steps: int) -> Iterator[Hold]:
    """Yield X of "approved it, with X opposed", "with X casting the only vote against"."""
    for clause in children(verb, "advcl"):  # "with 16 deputies opposed", read as a clause
        if any(c.lower_ == "with" for c in children(clause, "mark")) and (whose := child(clause, "nsubj")) is not None:
            side, cue = _bare_side(clause)
            if side:
                yield Hold(whose, before * side, SIDE, cue, way.conditional, steps)
    for phrase in children(verb, "prep"):
        if phrase.lower_ != "with":
            continue
        clause, whose = child(phrase, "pcomp"), child(phrase, "pobj")
        if clause is not None:
            whose = child(clause, "nsubj", "nsubjpass")
        elif whose is not None:
            clause = child(whose, "acl", "amod", "relcl")
            clause = clause if clause is not None and clause.i > whose.i else None
        if clause is None or whose is None:
            continue
        side, cue = _bare_side(clause)
        if side:
            yield Hold(whose, before * side, SIDE, cue, way.conditional, steps)


def _bare_side(clause: Token) -> tuple[int, Token]:
    """Return the side, and its word, of "opposed", "voting against", "casting the only veto"; 0 for none."""
    thing = child(clause, "dobj")
    against = [p for one in (clause, thing) if one is not None for p in children(one, "prep", "prt", "advmod")]
    bare = [p for p in against if p.lower_ in ("against", "for", "no", "yes") and _votes(p, clause)]
    is_of_another = thing is not None and thing.lower_ not in ("it", "this") and leaning_of(clause) is not None
    for word in (*bare, thing, clause):
        if word is None or (word == clause and is_of_another):
            continue
        if word.lower_ in ("no", "yes"):
            return (1 if word.lower_ == "yes" else -1), word
        entry = leaning_of(word)
        if entry is not None and entry.role == SIDE and entry.side and word.lemma_ != "vote":
            return entry.side, word
    return 0, clause


def _votes(word: Token, clause: Token) -> bool:
    """True for the against of "voting against", "the only vote against it", not for the for of "waiting for it"."""
    alone = child(word, "pobj", "pcomp") is None
    return (alone and word.head == clause) or word.head.lemma_ in ("vote", "ballot", "argue", "speak")


def of_object(way: Way, verb: Token, steps: int) -> Iterator[Hold]:
    """Yield X of "the dam won the backing of X", "drew criticism from X", "has X's support", "is X's aim"."""
    for first in (child(verb, "dobj"), prepositional(verb, "with", "by")):
        for noun in (first, *children(first, "conj")) if first is not None else ():  # "praise from X and scorn from Y"
            for holder, turn in backers(noun, verb):
                turn = -turn if is_negated(verb) else turn
                yield Hold(holder, way.side * turn, SIDE, noun, way.conditional, steps + 1)
    for also in children(verb, "conj"):
        if also.pos_ in ("VERB", "AUX") and child(also, *SUBJECTS) is None:
            yield from of_object(way, also, steps)  # "was moved by X and has the backing of Y"
    yield from _winners(way, verb, steps)
    noun = child(verb, "dobj") if verb.lemma_ in _HAVING else child(verb, "attr") if verb.lemma_ == "be" else None
    whose = child(noun, "poss") if noun is not None else None
    entry = leaning_of(noun) if whose is not None else None
    if entry is not None and entry.role in (SIDE, PERSON) and entry.side:
        side = -entry.side if is_negated(verb) else entry.side
        yield Hold(whose, way.side * side, SIDE, noun, way.conditional, steps + 1)


def _winners(way: Way, verb: Token, steps: int) -> Iterator[Hold]:
    """Yield X of "the dam is a victory for X", "the ruling on the dam was a blow to X", "handed X a win"."""
    noun = child(verb, "attr") if verb.lemma_ == "be" else child(verb, "dobj")
    outcome = _OUTCOMES.get(noun.lemma_.lower()) if noun is not None else None
    if outcome is None:
        return
    whose = child(verb, "dative") if verb.lemma_ != "be" else prepositional(noun, "for", "to")
    if whose is not None:
        yield Hold(whose, -way.side * outcome if is_negated(verb) else way.side * outcome, DEED, noun, steps=steps + 1)


def strong_among(way: Way, noun: Token, verb: Token, steps: int) -> Iterator[Hold]:
    """Yield X of "support for the dam is strong among X", "opposition to it grew in X", whose the noun is."""
    entry = leaning_of(noun) if noun.pos_ == "NOUN" else None
    if entry is None or entry.role != SIDE or not entry.side or noun.lower_ in POINTING_NOUNS:
        return
    for phrase in children(verb, "prep") + [
        p for part in children(verb, "acomp", "attr") for p in children(part, "prep")
    ]:
        whose = child(phrase, "pobj") if phrase.lower_ in ("among", "in", "within", "across") else None
        if whose is not None:
            yield Hold(whose, way.side, SIDE, noun, way.conditional, steps + 1)
