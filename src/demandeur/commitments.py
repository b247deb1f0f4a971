"""Commitments: what a speaker would do on a condition: an offer with its price, or a threat with its occasion.

"The crew could leave if the gunboats went" offers; "If they are not home by Friday, there will be no talks" threatens.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.grammar import (
    auxiliaries,
    bounds,
    child,
    children,
    is_passive,
    span_of,
    subtree,
    subtree_without,
)
from demandeur.lexicon import speech
from demandeur.negation import is_negated
from demandeur.participants import subject
from demandeur.plausibility import NO_FAVOURS
from demandeur.pressure import going_on, lifts_what_presses, other_actor
from demandeur.prospects import is_hostile_deed, is_offer, is_refusal
from demandeur.questions import is_question
from demandeur.refusals import terms_of_none
from demandeur.rules import declare
from demandeur.statement import Statement
from demandeur.thing_kinds import is_human

OFFER = declare(
    "act.conditional-offer",
    "in a statement: would, could, will with if, provided that, only if: an offer on a condition",
    catches=(
        "Ana Reyl said Norway could join the talks if the ships were withdrawn.",
        "“We will send a team only if Chad agrees,” Ana Reyl said.",
        "Ana Reyl said the prisoners would be released if Chad left.",
        "Ana Reyl said the rest would follow as soon as Chad lifts its siege.",
        "Ana Reyl said two trucks would be allowed through, provided that they were searched by her soldiers.",
        "Ana Reyl said Norway would consider the proposal, provided that Chad left too.",
    ),
    spares=(
        "Ana Reyl said it would rain if the wind turned.",
        "Norway would join if it could.",
        "Ana Reyl said that may become true if Norway goes on.",
    ),
)
THREAT = declare(
    "act.conditional-threat",
    "in a statement: a harm or an end of something good, on a condition",
    catches=(
        "“If the sailors are not released, we will close our ports,” Ana Reyl said.",
        "Ana Reyl said Norway would found a league of its own unless Chad gave up its share.",
        "Ana Reyl said her party would vote against the budget if the cut stayed in.",
        "“Pay the arrears. If not, we will stop the trains,” Ana Reyl said.",
    ),
    spares=(
        "“If it rains, we will close the window,” Ana Reyl said.",
        "Ana Reyl said Norway would send aid unless Chad objected.",
    ),
)
_PROMISING = {"will", "would", "could", "can", "’ll", "'ll", "may", "might", "shall", "wo"}
_MERELY = {"could", "can", "may", "might"}
_READY = {"ready", "willing", "prepared", "happy", "glad"}
_MARKS = {"if", "unless", "provided", "providing", "once"}
_ONLY = {"after", "when", "once"}
_BOONS = set(
    "release free readmit admit reinstate pay compensate spare restore return reopen reward rehire pardon allow let "
    "exempt invite include lift".split()
)
"""What is good for those to whom it is done."""
_WEATHER = {"rain", "snow", "happen", "take", "seem", "depend", "cost", "be", "know", "find", "need", "wish"}
_FORETOLD = set(
    "become mark mean prove lead result cause affect deepen worsen grow rise suffer collapse die lose fail turn appear "
    "represent constitute win feel look sound hurt harm explode erupt crash burn".split()
)
"""What comes of itself, and nobody offers."""


def find_commitments(doc: Doc, cast: Cast, statements: list[Statement]) -> Iterator[Act]:
    """Yield the conditional offers and threats of the statements."""
    for statement in statements:
        if not statement.speakers:
            continue
        for token in statement.verbs(doc):
            is_open = is_question(token) or terms_of_none(token) is not None
            condition = _condition(token) if not is_open else None
            act = _commitment(cast, statement, token, condition) if condition is not None else None
            act = act or going_on(cast, statement, token)
            if act is not None:
                yield act


def _condition(verb: Token) -> Token | None:
    """Return the verb of the "if" clause of a promising verb."""
    if not auxiliaries(verb) & _PROMISING:
        return None
    beside = children(verb, "advcl", "prep")
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        beside += [c for c in children(verb.head, "advcl", "prep") if c.i > verb.head.i]
    told = children(verb.head, "advcl", "prep") if verb.dep_ == "ccomp" else ()  # "said it would, provided that"
    beside += [c for c in told if c.i > verb.i and c.lower_ in ("provided", "providing") and c not in beside]
    soon = next((c for c in children(verb, "advmod") if c.lower_ == "soon"), None)
    beside += children(soon, "advcl") if soon is not None else []  # "as soon as the siege is lifted"
    for clause in beside:
        mark = child(clause, "mark")
        if mark is not None and (mark.lower_ in _MARKS or clause.head == soon):
            return clause
        mark = mark or child(clause, "advmod")
        if mark is not None and mark.lower_ in _ONLY and any(c.lower_ == "only" for c in children(clause, "advmod")):
            return clause  # "only after they had pulled back"
        if clause.lower_ in ("provided", "providing") and (inner := child(clause, "ccomp", "pcomp")) is not None:
            return inner
        if clause.lower_ == "on" and (noun := child(clause, "pobj")) is not None and noun.lemma_ == "condition":
            return child(noun, "acl", "ccomp", "relcl")
    return None


def _commitment(cast: Cast, statement: Statement, verb: Token, condition: Token) -> Act | None:
    if condition.lemma_ in _WEATHER - {"be"} or "have" in auxiliaries(verb) or condition.lower_ == "could":
        return None  # "would have gone", "would do it differently if she could"
    clause = _clause_of(condition, verb)
    words = _words_without(verb, clause, comes_first=condition.i < verb.i)
    own = child(verb, "nsubj", "nsubjpass")
    hostile = is_hostile(verb, words) or _is_provoked(cast, condition, verb, statement)
    hostile = hostile or _is_still_so(cast, condition, verb, statement)
    hostile = (hostile or condition.lower_ == "not" or _is_held_over(cast, condition, verb)) and not lifts_what_presses(
        verb
    )
    is_provided = clause.lower_ in ("provided", "providing")
    bound = _is_unless(condition) or (is_negated(condition) and not is_provided)
    if is_negated(verb) and not bound:
        if _is_let_be(verb) or (hostile and (is_refusal(verb) or not is_hostile_deed(verb))):
            return None
        hostile = False  # "would not attack if they withdrew"
    if not (_may_threaten(cast, own, statement, bound=bound) if hostile else _may_offer(cast, verb, own, bound=bound)):
        return None
    if not hostile and _is_anothers_plan(cast, condition, own, statement):
        return None
    words = [t for t in words if t.dep_ != "mark" or t.head != verb]
    deed = _without_doer(words, own) if own is not None and _is_theirs(cast, own, statement) else words
    modal = next((c for c in children(verb, "aux") if c.lower_ in _PROMISING), verb)
    return Act(
        act="THREATEN" if hostile else "OFFER",
        rule=THREAT if hostile else OFFER,
        trigger=span_of(modal),
        token=verb,
        issuers=statement.speakers,
        addressee=other_actor(cast, [*deed, *subtree(clause)], statement)
        if hostile
        else _bound(cast, condition, statement),
        guessed=not hostile,
        content=bounds(deed or words),
        strength=4 if hostile else 2,
        realis="future",
        condition=bounds(_from_its_mark(clause)),
    )


def _is_let_be(verb: Token) -> bool:
    """True for "would not block it if …": an acceptance, which its own word makes."""
    return any(word.act == "REJECT" for word in speech.act_words().get((verb.lemma_.lower(), "verb"), ()))


def _is_provoked(cast: Cast, condition: Token, verb: Token, statement: Statement) -> bool:
    """True for "he would dissolve it if parliament rejected his budget": what is to follow is no favour."""
    own, other = child(verb, "nsubj"), child(condition, "nsubj")
    if own is None or other is None or is_negated(condition) or is_offer(verb):
        return False
    if not set(cast.who(own)) & set(statement.speakers):
        return False
    provoking = set(cast.who(other)) - set(statement.speakers)
    acts = {word.act for word in speech.act_words().get((condition.lemma_.lower(), "verb"), ())}
    return bool(provoking) and (is_hostile_deed(condition) or acts == {"REJECT"} or condition.lemma_ == "cut")


def _is_still_so(cast: Cast, condition: Token, verb: Token, statement: Statement) -> bool:
    """True for "if the pumps are still running, we will park across the gate": what was asked for is not done."""
    own = child(verb, "nsubj")
    is_ours = own is not None and (own.lower_ in ("we", "i") or bool(set(cast.who(own)) & set(statement.speakers)))
    return is_ours and any(c.lower_ == "still" for c in children(condition, "advmod")) and not is_offer(verb)


def _is_held_over(cast: Cast, condition: Token, verb: Token) -> bool:
    """True for "they would found a league of their own unless the others gave in": others are to prevent it."""
    own, other = child(verb, "nsubj"), child(condition, "nsubj")
    other = condition if other is None and condition.pos_ == "NOUN" and child(condition, "acl") is not None else other
    if not _is_unless(condition) or own is None or other is None or is_offer(verb) or is_negated(verb):
        return False
    if condition.lemma_ in _WEATHER or set(cast.who(own)) & set(cast.who(other)):
        return False
    is_agent = other.pos_ in ("NOUN", "PROPN") and child(condition, "dobj") is not None  # "unless the island paid half"
    return bool(cast.who(other)) or is_human(other) or is_agent or other.lower_ in ("they", "he", "she")


def _clause_of(condition: Token, verb: Token) -> Token:
    """Return the top of the condition's clause, below the verb: "provided" in "provided that it stops"."""
    top = condition
    while top.dep_ not in ("advcl", "prep") and top.head != top and top.head != verb:
        top = top.head
    return top.head if top.head.lower_ == "soon" else top


def _from_its_mark(clause: Token) -> list[Token]:
    """Return a condition's words without what is said before them: "she said, provided that …"."""
    words = subtree(clause)
    comma = next((t for t in words if t.text == "," and t.i < clause.i), None)
    mark = next((t for t in words if t.lower_ in _MARKS), None)
    return [t for t in words if t.i >= mark.i] if comma is not None and mark is not None and comma.i < mark.i else words


def _words_without(verb: Token, clause: Token, *, comes_first: bool) -> list[Token]:
    """Return what is promised: the verb's words without the condition, and those behind it where it comes first."""
    words = subtree_without(verb, *[c for c in verb.children if c == clause or c.dep_ in ("ccomp", "parataxis")])
    if not comes_first:
        return words
    last = max(t.i for t in subtree(clause))
    return [t for t in words if t.i > last]


def _is_theirs(cast: Cast, own: Token, statement: Statement) -> bool:
    """True where the speakers, their side, or "his forces" are to do it."""
    possessor = child(own, "poss")
    if own.lower_ in ("i", "we") or (possessor is not None and possessor.pos_ == "PRON"):
        return True
    if own.lower_ == "they" and not cast.who(own):
        return True
    return bool(set(cast.who(own)) & cast.with_states(statement.speakers))


def _is_anothers_plan(cast: Cast, condition: Token, own: Token, statement: Statement) -> bool:
    """True for "if Brandt wins, he will sell the ports", said by another: what is feared or hoped of him."""
    who, waits = cast.who(own), subject(condition)
    if not who or waits is None or set(cast.who(waits)) != set(who) or _is_theirs(cast, own, statement):
        return False
    is_person = all(cast.actors[actor_id].kind == "person" for actor_id in who)
    return (is_person or own.head.lemma_ == "be") and not cast.on_one_side(statement.speakers, who)


def _without_doer(words: list[Token], own: Token) -> list[Token]:
    """Return what somebody would do, without him, his "would" and his "be ready to"."""
    verb = own.head
    ready = next((c for c in children(verb, "acomp") if c.lower_ in _READY), None)
    clause = child(ready, "xcomp") if ready is not None else None
    behind = verb.i if clause is None else clause.i
    return [t for t in words if t.i >= behind or (clause is None and t.dep_ == "neg" and t.head == verb)]


def _may_offer(cast: Cast, verb: Token, own: Token | None, *, bound: bool) -> bool:
    """True unless the condition is an "unless" or a "not", or nobody would do the thing ("it would rain")."""
    if bound or own is None:
        return False
    if verb.lemma_ in _FORETOLD | NO_FAVOURS:
        return False  # "it may become true if they go on", "I can see him win if they do"
    feels = child(verb, "acomp") if verb.lemma_ == "be" else None
    if is_passive(verb) and verb.lemma_ in _BOONS:
        return True  # "the prisoners would be released if …"
    if cast.who(own):
        return not is_passive(verb) and (feels is None or child(feels, "xcomp") is not None)  # "would be pleased if"
    if is_passive(verb) and auxiliaries(verb) & {"can", "may"}:
        return False  # "articles can be deemed secret if …"
    return verb.lemma_ not in _WEATHER and (own.lower_ in ("we", "i") or own.pos_ in ("NOUN", "PROPN"))


def _may_threaten(cast: Cast, own: Token | None, statement: Statement, *, bound: bool) -> bool:
    """True where the harm is the speaker's, or waits for what the one threatened has not done."""
    theirs = child(own, "poss") if own is not None else None  # "his party would vote against it"
    is_theirs = theirs is not None and bool(set(cast.who(theirs)) & set(statement.speakers))
    is_harm_to_come = bound and (own is None or not auxiliaries(own.head) & _MERELY)  # not "the world could suffer"
    return is_harm_to_come or own is None or is_theirs or _ours(cast, own, statement)


def _bound(cast: Cast, condition: Token, statement: Statement) -> Token | None:
    """Return who is to fulfil the condition of an offer: X in "if X opens its books"."""
    own = child(condition, "nsubj")
    who = set(cast.who(own)) if own is not None else set()
    return own if who and not who & cast.with_states(statement.speakers) else None


def _is_unless(condition: Token) -> bool:
    mark = child(condition, "mark")
    return mark is not None and mark.lower_ == "unless"


def _ours(cast: Cast, own: Token, statement: Statement) -> bool:
    """True when the subject is the speaker, or a thing that no other actor owns."""
    who = cast.who(own)
    if own.lower_ in ("we", "i"):
        return True
    if who:
        return bool(set(who) & set(statement.speakers)) or any(cast.actors[w].state in statement.speakers for w in who)
    return own.pos_ in ("NOUN", "PROPN")


def is_hostile(verb: Token, words: list[Token]) -> bool:
    """True when what will happen is harm, or the end of something: a hostile verb, or "no talks", "won't be".

    ``lexicon/hostile_verbs.csv`` has the verbs.
    """
    if (verb.lemma_ in speech.hostile_verbs() or is_hostile_deed(verb)) and not is_negated(verb):
        return True
    if verb.lemma_ == "vote" and not is_negated(verb):
        return any(c.lower_ in ("against", "down") for c in verb.children)
    if verb.lemma_ == "be" and child(verb, "expl") is not None:
        return any(t.lower_ in ("no", "consequences", "war", "retaliation", "sanctions") for t in words)
    if verb.lemma_ == "face":
        return True
    return is_negated(verb) and verb.lemma_ not in ("stop", "end", "block", "leave")
