"""Deontic speech: what a speaker says must, should, has to be done, won't do, or finds wanting.

Only inside somebody's statement: there the speaker is the issuer. What the writer thinks must be done is no demand.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import infinitive, phrase_after, predicate
from demandeur.grammar import bounds, child, children, is_passive, span_of, subtree_without
from demandeur.orders import find_order
from demandeur.rules import declare
from demandeur.statement import Statement

DEONTIC = declare(
    "act.deontic",
    "must, should, has to, needs to in somebody's statement; the subject is the addressee where it is an actor",
    catches=(
        "“Norway must withdraw its ships,” Ana Reyl said.",
        "Ana Reyl said Norway should withdraw.",
        "“The guns must fall silent,” Reyl said.",
    ),
    spares=(
        "“It must have been the wind,” Ana Reyl said.",
        "Applicants must fill in a form.",
        "“Should I go?” Ana Reyl asked.",
    ),
)
TIME = declare(
    "act.time-to",
    "it is time to, it is time for X to, in somebody's statement",
    catches=("“It is time for Norway to decide,” Ana Reyl said.", "“It is time to talk,” Ana Reyl said."),
    spares=("“There is no time to lose,” Ana Reyl said.",),
)
REFUSING = declare(
    "act.refusing-predicate",
    "what a speaker calls out of the question, off the table, unacceptable: a rejection of it",
    catches=("Ana Reyl said a truce was out of the question.", "“The plan is unacceptable,” Ana Reyl said."),
    spares=("Ana Reyl said the plan was old.",),
)
LACK = declare(
    "act.lack",
    "a speaker finds no sign of, no wish for something good with somebody: an accusation",
    catches=("Ana Reyl said there was no sign of goodwill from Norway.",),
    spares=("Ana Reyl said there was no sign of rain.",),
)

_MODALS = {"must": 4, "should": 2, "ought": 2, "shall": 3, "need": 3}
_SEMI = {"have": 3, "need": 3}
_VAGUE = {"it", "that", "this", "there", "i", "what", "who", "you"}
_EPISTEMIC = {"be", "have", "know", "seem", "look", "feel", "cost", "mean", "come"}
_REFUSED = {"unacceptable", "non-negotiable", "unthinkable", "non-starter", "nonstarter"}
_REFUSED_PHRASES = ("out of the question", "off the table", "not on the table", "not negotiable")
_SIGNS = set(
    "sign evidence indication intention willingness desire interest readiness goodwill commitment hint wish".split()
)


def find_deontic(doc: Doc, cast: Cast, statements: list[Statement]) -> Iterator[Act]:
    """Yield the requests and accusations that a statement makes without a verb of the act lexicon."""
    for statement in statements:
        for start, end in statement.spans:
            for token in doc.char_span(start, end, alignment_mode="expand") or ():
                act = _act(cast, token, quoted=statement.quote_type == "direct")
                if act is not None:
                    yield act


def _act(cast: Cast, token: Token, *, quoted: bool) -> Act | None:
    act = (_modal(cast, token) or _time_to(token)) if token.i else None
    if act is None and quoted:
        act = find_order(token)
    return act or _lack(cast, token) or _refusing(token)


def _modal(cast: Cast, token: Token) -> Act | None:
    """Return the request of "X must Y", "X has to Y"."""
    found = _obligation(token)
    if found is None:
        return None
    strength, clause, verb = found
    own = child(clause, "nsubj", "nsubjpass", "expl")
    if own is None or (own.lower_ in _VAGUE and not (own.lower_ == "it" and cast.who(own))):
        return None
    if _is_question(token) or any(c.lower_ == "have" for c in children(verb, "aux")):
        return None
    if token.lower_ in ("should", "ought", "must") and _only_supposes(cast, verb, own):
        return None
    named = bool(cast.who(own)) and not any(c.lower_ in ("our", "my") for c in own.children)
    words = predicate(verb) if named else tuple(t for t in clause.subtree if not _beside(t, clause))
    return Act(
        act="REQUEST",
        rule=DEONTIC,
        trigger=span_of(token),
        token=verb,
        addressee=own if named else None,
        content=bounds(words),
        strength=strength,
        confidence=0.75 if named else 0.65,
    )


def _obligation(token: Token) -> tuple[int, Token, Token] | None:
    """Return how strong a word's obligation is, the verb of its clause, and the verb of what is to be done."""
    if token.tag_ == "MD" and token.lower_ in _MODALS:
        verb = token.head
        return (_MODALS[token.lower_], token if verb.dep_ == "xcomp" and verb.head == token else verb, verb)
    if token.lemma_ not in _SEMI or token.pos_ not in ("VERB", "AUX"):
        return None
    for verb in children(token, "xcomp"):
        if any(c.lower_ == "to" for c in children(verb, "aux")):
            return (_SEMI[token.lemma_], token, verb)
    return None


def _only_supposes(cast: Cast, verb: Token, own: Token) -> bool:
    """True for "it must have been the wind", "that should be enough": a guess, not a request."""
    return verb.lemma_ in _EPISTEMIC and not is_passive(verb) and not cast.who(own)


def _beside(token: Token, clause: Token) -> bool:
    """True for a token in another clause that the parser hung on this one: ", he said", a quotation's next sentence."""
    for part in children(clause, "ccomp", "parataxis", "advcl", "conj", "cc", "mark"):
        if part != token and part.is_ancestor(token):
            return part.dep_ != "conj" or child(part, "nsubj") is not None
    return token.dep_ in ("mark", "cc") and token.head == clause


def _is_question(token: Token) -> bool:
    return token.sent.text.rstrip(" \n”’\"'").endswith("?")


def _time_to(token: Token) -> Act | None:
    """Return the request of "it is time for X to Y"."""
    if token.lower_ != "time" or token.dep_ != "attr" or not any(c.lower_ == "it" for c in token.head.children):
        return None
    clause = infinitive(token) or infinitive(token.head)
    if clause is None:
        return None
    whom = child(clause, "nsubj") or phrase_after(token, "for")
    addressee = whom if whom is not None and whom.pos_ in ("NOUN", "PROPN", "PRON") else None
    return Act(
        act="REQUEST",
        rule=TIME,
        trigger=span_of(token),
        token=token.head,
        addressee=addressee,
        content=bounds(predicate(clause)),
        strength=3,
        confidence=0.7,
    )


def _refusing(token: Token) -> Act | None:
    """Return the rejection of "X is out of the question"."""
    if token.lemma_ != "be" or token.pos_ not in ("AUX", "VERB"):
        return None
    own = child(token, "nsubj")
    said = next((c for c in token.children if c.lower_ in _REFUSED), None)
    phrase = token.doc[token.i + 1 : token.right_edge.i + 1].text.lower().lstrip("“\"'‘ ")
    if own is None or (said is None and not phrase.startswith(_REFUSED_PHRASES)):
        return None
    last = said or token.doc[min(token.i + 4, len(token.doc) - 1)]
    return Act(
        act="REJECT",
        rule=REFUSING,
        trigger=span_of(token, last),
        token=token,
        content=bounds(own.subtree),
        strength=4,
        confidence=0.7,
    )


def _lack(cast: Cast, token: Token) -> Act | None:
    """Return the accusation of "no sign of goodwill from X"."""
    if token.lemma_ not in _SIGNS or token.pos_ != "NOUN":
        return None
    no = next((c for c in token.children if c.lower_ in ("no", "little")), None)
    if no is None:
        return None
    for inner in token.subtree:
        if inner.dep_ == "pobj" and inner.head.lower_ in ("from", "by", "among", "in") and cast.who(inner):
            return Act(
                act="ACCUSE",
                rule=LACK,
                trigger=span_of(no, token),
                token=token,
                addressee=inner,
                content=bounds(subtree_without(token, inner.head)),
                strength=2,
                confidence=0.6,
            )
    return None
