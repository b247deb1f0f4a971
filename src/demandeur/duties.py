"""Duties: "it is up to X to", "the onus is on X to", "X had better", "X would do well to" in somebody's statement."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.clauses import infinitive, predicate
from demandeur.grammar import bounds, child, children, has_to, prepositional, span_of
from demandeur.negation import is_negated
from demandeur.rules import declare

UP_TO = declare(
    "act.up-to",
    "it is up to X, it falls to X, the onus is on X to do something",
    catches=(
        "Ana Reyl said it was up to Norway to take the first step.",
        "“The onus is on Norway to stop the killing,” Ana Reyl said.",
        "“It falls to Norway to act,” Ana Reyl said.",
    ),
    spares=("“The road leads up to Norway,” Ana Reyl said.", "“It is not up to us to judge,” Ana Reyl said."),
)
BETTER = declare(
    "act.had-better",
    "X had better do it, X would do well to do it, X would be wise to do it",
    catches=(
        "“Norway had better open the border,” Ana Reyl said.",
        "“Norway would do well to open the border,” Ana Reyl said.",
    ),
    spares=("“Norway had a better port,” Ana Reyl said.", "“Norway does well in winter,” Ana Reyl said."),
)

_BURDENS = {"onus", "burden", "responsibility", "duty", "ball"}
_WISE = {"wise", "smart", "sensible"}
_OTHERS = {"we", "i", "it", "that", "this", "there"}


def find_duty(token: Token) -> Act | None:
    """Return the request that lays something on somebody, or ``None``."""
    if token.lemma_ in ("be", "fall", "lie", "rest") and token.pos_ in ("VERB", "AUX"):
        return _up_to(token)
    if token.lower_ in ("better", "best") and token.dep_ == "advmod":
        return _better(token)
    if token.lemma_ in ("do", "be") and any(c.lower_ in ("would", "’d", "'d") for c in children(token, "aux")):
        return _do_well(token)
    return None


def _up_to(verb: Token) -> Act | None:
    own, clause = child(verb, "nsubj", "expl"), infinitive(verb)
    if own is None or clause is None or is_negated(verb):
        return None
    if own.lemma_.lower() in _BURDENS:
        whom = prepositional(verb, "on", "upon", "with")
    elif own.lower_ == "it" and verb.lemma_ == "be":
        up = next((c for c in verb.children if c.lower_ == "up"), None)
        whom = prepositional(up, "to") if up is not None else None
    else:
        whom = prepositional(verb, "to", "on") if own.lower_ == "it" else None
    if whom is None or whom.lower_ in ("us", "me"):
        return None
    return _request(UP_TO, verb, whom, clause, 2)


def _better(token: Token) -> Act | None:
    """Return the request of "X had better Y"."""
    verb = token.head
    had = next((c for c in children(verb, "aux") if c.lower_ in ("had", "’d", "'d") and c.i < token.i), None)
    own = child(verb, "nsubj")
    if had is None or own is None or own.lower_ in _OTHERS or verb.tag_ not in ("VB", "VBP"):
        return None
    return _request(BETTER, token, own, verb, 3, before={had.i, token.i})


def _do_well(verb: Token) -> Act | None:
    """Return the request of "X would do well to Y", "X would be wise to Y"."""
    own = child(verb, "nsubj")
    well = next((c for c in verb.children if c.lower_ in ("well", *_WISE)), None)
    if own is None or own.lower_ in _OTHERS or well is None or (verb.lemma_ == "do") != (well.lower_ == "well"):
        return None
    clause = next((c for word in (verb, well) for c in word.children if c.i > well.i and has_to(c)), None)
    return _request(BETTER, well, own, clause, 2) if clause is not None and not is_negated(verb) else None


def _request(
    rule: str, word: Token, whom: Token, clause: Token, strength: int, before: frozenset[int] | set[int] = frozenset()
) -> Act:
    return Act(
        act="REQUEST",
        rule=rule,
        trigger=span_of(word),
        token=clause if rule == BETTER and clause == word.head else word,
        addressee=whom,
        content=bounds(t for t in predicate(clause) if t.i not in before),
        strength=strength,
    )
