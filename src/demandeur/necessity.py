"""Necessity: "it is vital to", "it is time for X to", "the need to": requests without a verb of asking."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import finite_clause, infinitive, phrase_after, predicate
from demandeur.grammar import bounds, child, children, has_to, is_passive, span_of, subtree
from demandeur.negation import is_negated
from demandeur.rules import declare

TIME = declare(
    "act.time-to",
    "it is time to, it is time for X to, in somebody's statement",
    catches=(
        "“It is time for Norway to decide,” Ana Reyl said.",
        "“It is time to talk,” Ana Reyl said.",
        "“The time has come for Norway to act,” Ana Reyl said.",
        "“The time for action has come,” Ana Reyl said.",
        "“Now is the time to act,” Ana Reyl said.",
        "“It is high time Norway opened the border,” Ana Reyl said.",
    ),
    spares=("“There is no time to lose,” Ana Reyl said.",),
)
NECESSARY = declare(
    "act.necessary",
    "it is vital, essential, imperative to do something, or that something be done; something is non-negotiable",
    catches=(
        "“It is imperative to protect the villages,” Ana Reyl said.",
        "“It is essential that Norway withdraw,” Ana Reyl said.",
        "“The audit is non-negotiable,” Ana Reyl said.",
    ),
    spares=(
        "“It is nice to see the villages,” Ana Reyl said.",
        "“It is important to note the date,” Ana Reyl said.",
        "“Our border is non-negotiable,” Ana Reyl said.",
    ),
)
OWED = declare(
    "act.owes-it",
    "X owes it to Z to do something",
    catches=("“Norway owes it to the crew to tell the truth,” Ana Reyl said.",),
    spares=("“Norway owes a debt to the crew,” Ana Reyl said.",),
)
NEED = declare(
    "act.need",
    "the need to do something, the responsibility to do it, as a speaker puts it",
    catches=("“There is a need to safeguard the treaty,” Ana Reyl said.",),
    spares=("“We have no need to hurry,” Ana Reyl said.",),
)

_STRENGTHS = {
    "imperative": 4,
    "vital": 3,
    "essential": 3,
    "crucial": 3,
    "critical": 3,
    "necessary": 3,
    "indispensable": 3,
    "incumbent": 3,
    "urgent": 3,
    "paramount": 3,
    "important": 2,
}
_SAYING = set("note remember recall say understand know recognize recognise realize realise see mention".split())
_DUTIES = {"responsibility", "obligation", "duty"}
_NEEDS = {"need", "necessity", "responsibility", "obligation", "duty", "urgency"}


def find_necessity(cast: Cast, token: Token, *, quoted: bool) -> Act | None:
    """Return the request that a word of necessity makes in a statement, or ``None``."""
    if token.lower_ == "time" and token.dep_ == "attr":
        return _time_to(token)
    if token.lower_ == "time" and token.dep_ == "nsubj":
        return _time_has_come(token)
    if token.lower_ in _STRENGTHS and token.dep_ == "acomp":
        return _necessary(cast, token)
    if token.lower_ in ("non-negotiable", "nonnegotiable", "negotiable") and token.dep_ == "acomp":
        return _not_negotiable(token)
    if token.lemma_ == "owe" and token.pos_ == "VERB":
        return _owes(token)
    if quoted and token.lemma_ in _NEEDS and token.pos_ == "NOUN":
        return _need(token)
    return None


def _time_to(token: Token) -> Act | None:
    """Return the request of "it is time for X to Y"."""
    if not any(c.lower_ == "it" for c in token.head.children) or is_negated(token.head):
        return None
    clause = infinitive(token) or infinitive(token.head)
    if clause is None and any(c.lower_ in ("high", "about", "past") for c in token.children):
        clause = next((c for w in (token, token.head) for c in children(w, "relcl", "ccomp") if c.i > token.i), None)
    if clause is None:
        return None
    whom = child(clause, "nsubj") or phrase_after(token, "for")
    return _request(TIME, token, token.head, _noun(whom), clause, 3)


def _time_has_come(token: Token) -> Act | None:
    """Return the request of "the time has come for X to Y", "the time for Y has come", "now is the time to Y"."""
    verb = token.head
    has_come = verb.lemma_ == "come" and any(c.lemma_ == "have" for c in verb.children)
    is_now = verb.lemma_ == "be" and any(c.lower_ == "now" for c in [*verb.children, *token.children])
    if is_negated(verb) or not (has_come or is_now):
        return None
    clause = infinitive(token) or infinitive(verb)
    if clause is None:
        clause = next((c for c in children(token, "relcl", "acl") if has_to(c)), None)
    if clause is not None:
        return _request(TIME, token, verb, _noun(child(clause, "nsubj")), clause, 3)
    wanted = phrase_after(token, "for") or phrase_after(verb, "for")
    if wanted is None or wanted.dep_ == "pcomp":
        return None
    act = _request(TIME, token, verb, None, wanted, 3)
    act.content = bounds(subtree(wanted))
    return act


def _owes(verb: Token) -> Act | None:
    """Return the request of "X owes it to Z to Y"."""
    it, own, clause = child(verb, "dobj"), child(verb, "nsubj"), infinitive(verb)
    if it is None or it.lower_ != "it" or own is None or clause is None:
        return None
    act = _request(OWED, verb, verb, None if own.lower_ == "we" else own, clause, 3)
    act.addressee_text = own.text if own.lower_ == "we" else None
    return act


def _necessary(cast: Cast, token: Token) -> Act | None:
    """Return the request of "it is vital for X to Y", "it is essential that X Y"."""
    verb = token.head
    if not any(c.lower_ == "it" for c in verb.children) or is_negated(verb):
        return None
    if any(c.lower_ == "how" for c in children(token, "advmod")):
        return None  # "knows how important it is to win"
    clause = infinitive(verb) or infinitive(token)
    if clause is not None:
        whom = child(clause, "nsubj") or phrase_after(token, "for", "upon", "on")
        found = _request(NECESSARY, token, verb, _noun(whom), clause, _STRENGTHS[token.lower_])
        return None if clause.lemma_ in _SAYING else found
    clause = finite_clause(verb) or finite_clause(token)
    if clause is None:
        return None
    own = child(clause, "nsubj", "nsubjpass")
    named = own is not None and bool(cast.who(own)) and not is_passive(clause) and own.lower_ != "we"
    act = _request(NECESSARY, token, verb, own if named else None, clause, _STRENGTHS[token.lower_])
    if not named and own is not None and own.lower_ != "we":
        act.content = bounds(t for t in subtree(clause) if t.i >= own.left_edge.i)
    if own is not None and own.lower_ == "we":
        act.addressee_text = own.text
    return act


def _not_negotiable(token: Token) -> Act | None:
    """Return the request of "the audit is non-negotiable"; "our border is" asks for nothing."""
    verb = token.head
    own = child(verb, "nsubj")
    before = token.doc[max(token.i - 2, 0) : token.i]
    is_firm = token.lower_ != "negotiable" or before.text.lower() == "non-" or is_negated(verb)
    if own is None or own.pos_ != "NOUN" or child(own, "poss") is not None or not is_firm:
        return None
    act = _request(NECESSARY, token, verb, None, own, 4)
    act.content = bounds(subtree(own))
    return act


def _need(token: Token) -> Act | None:
    """Return the request of "the need to Y", "X's responsibility to Y"."""
    if any(c.lower_ in ("no", "little") for c in token.children):
        return None
    clause = infinitive(token)
    whom = next((c for c in token.children if c.dep_ == "poss"), None)
    if whom is None and token.lemma_ in _DUTIES and token.dep_ == "dobj" and token.head.lemma_ == "have":
        whom = child(token.head, "nsubj")  # "Norway has a duty to"
        whom = None if whom is not None and whom.lower_ in ("we", "i") else whom
    if clause is not None:
        return _request(NEED, token, token, whom, clause, 2)
    wanted = phrase_after(token, "for") if token.lemma_ == "need" else None
    if wanted is None or wanted.dep_ == "pcomp":
        return None
    act = _request(NEED, token, token, None, wanted, 2)
    act.content = bounds(subtree(wanted))
    return act


def _noun(token: Token | None) -> Token | None:
    return token if token is not None and token.pos_ in ("NOUN", "PROPN", "PRON") else None


def _request(rule: str, word: Token, verb: Token, whom: Token | None, clause: Token, strength: int) -> Act:
    return Act(
        act="REQUEST",
        rule=rule,
        trigger=span_of(word),
        token=verb,
        addressee=whom,
        content=bounds(predicate(clause)),
        strength=strength,
    )
