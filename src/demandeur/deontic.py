"""Deontic speech: what a speaker says must, should, has to be done, or that it is time, vital or necessary to do.

Only inside somebody's statement: there the speaker is the issuer. What the writer thinks must be done is no demand.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import predicate
from demandeur.duties import find_duty
from demandeur.grammar import auxiliaries, bounds, child, children, has_to, is_passive, prepositional, span_of, subtree
from demandeur.judgements import find_judgement
from demandeur.lets import find_let
from demandeur.necessity import find_necessity
from demandeur.negation import is_negated
from demandeur.orders import find_order
from demandeur.pleas import find_plea
from demandeur.questions import is_question
from demandeur.realis import TO_COME
from demandeur.rules import declare
from demandeur.speaking_nouns import is_one_person
from demandeur.statement import Statement

DEONTIC = declare(
    "act.deontic",
    "must, should, has to, needs to in somebody's statement; the subject is the addressee where it can act",
    catches=(
        "“Norway must withdraw its ships,” Ana Reyl said.",
        "Ana Reyl said Norway should withdraw.",
        "“The guns must fall silent,” Reyl said.",
        "“We must protect the children,” Ana Reyl said.",
    ),
    spares=(
        "“It must have been the wind,” Ana Reyl said.",
        "Applicants must fill in a form.",
        "“Should I go?” Ana Reyl asked.",
    ),
)
CANNOT = declare(
    "act.cannot",
    "you can’t, we cannot, the world cannot in somebody’s own words: a request not to",
    catches=("“We cannot let this treaty die,” Ana Reyl said.",),
    spares=("“Norway cannot swim,” Ana Reyl said.", "“We cannot swim,” Ana Reyl said."),
)

_NO_TRIGGERS = {"ADP", "CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT", "SPACE", "SYM"}
"""Parts of speech, half of all words, that no rule begins with."""
_MODALS = {"must": 4, "should": 2, "ought": 2, "shall": 3, "need": 3}
_SEMI = {"have": 3, "need": 3}
_BOUND = {"obliged", "obligated"}
_WORLD = {"community", "council", "world"}
_VAGUE = {"it", "that", "this", "i", "what", "who"}
_SHARED = {"we", "you"}
_PERHAPS = {"may", "might", "could"}
_HELD = set("opportunity chance right power time money ability option way choice reason ground cause".split())
"""What one has to do something with: nobody is to do it."""
_FEARING = {"fear", "worry", "concern", "concerned", "afraid", "anxious"}
_ALL = set(
    "everyone everybody nobody anyone parties sides all states countries nations members governments others both "
    "operations authorities actors donors partners stakeholders economies powers".split()
)
_OUR_DUTY = set(
    "let have allow permit tolerate ignore wait stand continue keep forget turn remain lose leave abandon give "
    "go sit fail rest delay deny risk repeat stay close condone reward walk look pretend return stop betray "
    "sacrifice".split()
)
"""What "we cannot" does not own up to but asks: "we cannot wait"; "we cannot swim" does."""
_CONDUCT = set("act action conduct behaviour behavior response reaction policy attitude approach commitment".split())
_FEELINGS = set("ashamed proud glad grateful embarrassed fine okay easy obvious clear sorry happy relieved".split())
_ABLE_TO = {"able", "free", "safe", "allowed", "entitled"}
_IDLE = {"live", "say", "wonder", "ask", "admit", "confess", "laugh", "smile"}
"""What one "has to" do and nobody is asked for."""
_STATES_OF_MIND = {"united", "prepared", "committed", "determined", "resolved", "engaged", "focused"}
_EPISTEMIC = {"know", "seem", "look", "feel", "cost", "mean", "come", "have"}


@dataclass(frozen=True, slots=True)
class Obligation:
    """How strong it is, the verb of its clause, the verb of what is to be done, and the clause's subject."""

    strength: int
    clause: Token
    verb: Token
    subject: Token


def find_deontic(doc: Doc, cast: Cast, statements: list[Statement]) -> Iterator[Act]:
    """Yield the requests and judgements that a statement makes without a verb of the act lexicon."""
    for statement in statements:
        for token in statement.words(doc):
            if token.pos_ in _NO_TRIGGERS:
                continue
            act = _act(cast, token, quoted=statement.quote_type == "direct")
            if act is not None:
                act.spoken = True
                yield act


def _act(cast: Cast, token: Token, *, quoted: bool) -> Act | None:
    act = (modal_request(cast, token, quoted=quoted) or find_necessity(cast, token, quoted=quoted)) if token.i else None
    act = act or find_duty(token)
    if act is None and quoted:
        act = find_order(token) or find_let(cast, token) or _cannot(token) or find_plea(cast, token)
    return act or find_judgement(cast, token)


def modal_request(cast: Cast, token: Token, *, quoted: bool) -> Act | None:
    """Return the request of "X must Y", "X has to Y"."""
    found = _obligation(token)
    if found is None or is_question(token) or any(c.lower_ == "have" for c in children(found.verb, "aux")):
        return None
    own = found.subject
    if _only_feels(found):
        return None
    if own.lower_ in _VAGUE and not (own.lower_ == "it" and cast.who(own)):
        return None
    if token.lower_ in ("should", "ought", "must") and _only_supposes(cast, found, quoted=quoted):
        return None
    if token.lemma_ == "have" and any(t.lemma_ in _FEARING for t in found.clause.ancestors):
        return None  # "is afraid that they will have to pay"
    if any(c.lower_ == "whether" for c in children(found.clause, "mark")):
        return None  # "weighed in about whether it should be shown"
    if _is_a_consequence(token) or (token.dep_ == "aux" and token.head.dep_ == "csubj"):
        return None  # "what we should be doing is what we have been doing"
    addressee, words = _parts(cast, found)
    return Act(
        act="REQUEST",
        rule=DEONTIC,
        trigger=span_of(token),
        token=found.verb,
        addressee=addressee,
        addressee_text=own.text if own.lower_ in _SHARED and not _is_done_to(found) else None,
        content=bounds(words or predicate(found.verb)),  # "there shall be established a committee"
        strength=found.strength,
    )


def _parts(cast: Cast, found: Obligation) -> tuple[Token | None, tuple[Token, ...]]:
    """Return the one who is to act, where the clause names one, and what is to be done.

    In the passive ("the ships must be withdrawn") and of things ("the guns must fall silent") nobody is named, and the
    whole clause is what is to be done.
    """
    own, clause, verb = found.subject, found.clause, found.verb
    if own.dep_ == "expl":
        thing = child(verb, "attr", "dobj", "nsubj")
        return None, tuple(subtree(thing)) if thing is not None else ()
    mine = any(c.lower_ in ("our", "my") for c in own.children)
    if not _is_done_to(found) and not mine:
        if own.lower_ in _SHARED:
            return None, predicate(verb)
        if cast.who(own) or _can_act(own):
            return own, predicate(verb)
        if (doer := _doer(cast, own)) is not None:
            plain = verb.lemma_ in ("be", "continue", "remain", "stay", "cease", "stop", "end", "go")
            return doer, tuple(subtree(own)) + predicate(verb) if plain else predicate(verb)
    words = tuple(t for t in subtree(clause) if t.i >= own.left_edge.i and not _beside(t, clause))
    return None, words if own in words else (*subtree(own), *words)


def _doer(cast: Cast, own: Token) -> Token | None:
    """Return X in "X's actions must stop", "the conduct of X should be fair": whose deeds they are is to act."""
    if own.lemma_.lower() not in _CONDUCT:
        return None
    doer = child(own, "poss") or prepositional(own, "of", "by")
    return doer if doer is not None and (cast.who(doer) or _can_act(doer)) else None


def _is_done_to(found: Obligation) -> bool:
    """True where the subject is not to do it: "must be withdrawn", "must be able to work"; not "must be united"."""
    state = child(found.verb, "acomp")
    if state is not None and state.lower_ in _ABLE_TO:
        return True
    if found.verb.lower_ in _STATES_OF_MIND:
        return False
    return is_passive(found.verb) or (is_passive(found.clause) and found.clause.lower_ not in _BOUND)


def _can_act(noun: Token) -> bool:
    """True for a noun that names people or bodies, whoever they are: "all parties", "the Council"."""
    word = noun.lower_
    return (
        noun.pos_ == "PROPN"
        or word in _ALL
        or word in lexicon.offices()
        or word in lexicon.group_nouns()
        or (noun.tag_ == "NNS" and is_one_person(noun))
    )


def _obligation(token: Token) -> Obligation | None:
    if token.lower_ == "need" and token.i and token.nbor(-1).lower_ == "if":
        return None  # "if need be"
    if token.tag_ == "MD" and token.lower_ in _MODALS:
        strength, verb = _MODALS[token.lower_], token.head
        clause = token if verb.dep_ == "xcomp" and verb.head == token else verb
        if (due := child(token, "xcomp")) is not None and child(token, "nsubj", "nsubjpass") is not None:
            clause, verb = token, due  # "they ought to pay"
    elif (token.lemma_ in _SEMI and token.pos_ in ("VERB", "AUX")) or token.lower_ in _BOUND:
        due = [v for v in children(token, "xcomp") if has_to(v)]
        if token.lemma_ == "have" and due and _is_idle_duty(token, due[0]):
            return None
        if token.lemma_ == "have" and (token.tag_ == "VBG" or auxiliaries(token) & _PERHAPS or _is_held(token)):
            return None  # "without having to pay", "may have to pay"
        if not due or any(c.lower_ == "yet" and c.i > token.i for c in token.children):
            return None  # "have yet to be fixed"
        if is_negated(token) or child(token, "dobj") is not None or _is_what_one_needs(token) or _concerns(due[0]):
            return None
        clause = token.head if token.dep_ == "acomp" else token
        strength, verb = _SEMI.get(token.lemma_, _SEMI["have"]), due[0]
    else:
        return None
    own = child(clause, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
    if own is None and clause.dep_ == "conj":
        own = child(clause.head, "nsubj", "nsubjpass")
    if own is not None and own.tag_ == "WDT":
        own = _cleft(clause)
    return Obligation(strength, clause, verb, own) if own is not None else None


def _is_idle_duty(token: Token, verb: Token) -> bool:
    """True for "what they have to say", "have to wonder", and "we will have to live with it"."""
    own = child(token, "nsubj")
    is_ours = own is not None and own.lower_ in ("we", "i") and bool(auxiliaries(token) & TO_COME)
    return verb.lemma_ in _IDLE or is_ours


def _is_what_one_needs(token: Token) -> bool:
    """True for "any permit you need to build it": the noun before is what is needed."""
    return token.dep_ == "relcl" and not any(c.tag_ in ("WP", "WDT") for c in token.children)


def _concerns(verb: Token) -> bool:
    """True for "has to do with it"."""
    return verb.lemma_ == "do" and any(c.lower_ == "with" for c in verb.children)


def _cleft(clause: Token) -> Token | None:
    """Return X in "it is X that must decide"; in another relative clause nobody asks."""
    main = clause.head if clause.dep_ == "ccomp" else clause.head.head
    named = child(main, "attr") if main.lemma_ == "be" else None
    return named if named is not None and any(c.lower_ == "it" for c in main.children) else None


def _is_a_consequence(token: Token) -> bool:
    """True for "if the cuts go ahead, five houses will have to close": what would come of it."""
    comes = token.lemma_ == "have" and auxiliaries(token) & {"will", "would", "’ll", "'ll"}
    clauses = [c for t in (token, token.head, *children(token, "xcomp")) for c in children(t, "advcl")] if comes else []
    own = child(token, "nsubj", "nsubjpass")
    is_you = own is not None and own.lower_ == "you"
    return not is_you and any(c.lower_ == "if" for clause in clauses for c in children(clause, "mark"))


def _only_supposes(cast: Cast, found: Obligation, *, quoted: bool) -> bool:
    """True for "that should be enough": a guess, not a request."""
    if is_passive(found.verb) or cast.who(found.subject):
        return False
    if found.verb.lemma_ == "be":
        return not quoted or child(found.verb, "acomp", "attr") is None or found.subject.lower_ in _VAGUE
    return found.verb.lemma_ in _EPISTEMIC


def _only_feels(found: Obligation) -> bool:
    """True for "ministers should be ashamed": a reproach or a compliment."""
    state = child(found.verb, "acomp") if found.verb.lemma_ == "be" else None
    return state is not None and state.lower_ in _FEELINGS


def _is_held(having: Token) -> bool:
    """True for the has of "the opportunity that Norway has to speak", whatever the parser hangs its clause on."""
    before = having.doc[having.left_edge.i - 1] if having.left_edge.i else having
    return before.lemma_ in _HELD and before.pos_ == "NOUN"


def _beside(token: Token, clause: Token) -> bool:
    """True for a token in another clause that the parser hung on this one: ", he said", a quotation's next sentence."""
    for part in children(clause, "ccomp", "parataxis", "advcl", "conj", "cc", "mark"):
        if part != token and part.is_ancestor(token):
            return part.dep_ != "conj" or child(part, "nsubj") is not None
    return token.dep_ in ("mark", "cc") and token.head == clause


def _cannot(token: Token) -> Act | None:
    """Return the request of "we cannot let this happen"."""
    if token.tag_ != "MD" or token.lower_ not in ("can", "ca") or not is_negated(token.head):
        return None
    own = child(token.head, "nsubj")
    if own is None or own.lower_ not in _SHARED | _WORLD or is_question(token):
        return None
    if own.lower_ == "you" and token.head.lemma_ in ("be", "have"):
        return None  # "you can't have it both ways", "you can't be serious"
    if own.lower_ not in _WORLD and token.head.lemma_ not in _OUR_DUTY:
        return None
    return Act(
        act="REQUEST",
        rule=CANNOT,
        trigger=span_of(token),
        token=token.head,
        addressee=own if own.lower_ in _WORLD else None,
        addressee_text=own.text,
        content=bounds(t for t in predicate(token.head) if t.dep_ != "neg"),
        strength=3,
    )
