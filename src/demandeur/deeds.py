"""Deeds: acts that a plain verb makes by its time: "will send grain" offers, "won't lift the ban" refuses.

``lexicon/deeds.csv`` says of a deed which act it is when done, when still to come and when it will not be done;
``lexicon/act_turns.csv`` says the same of the acts that the act lexicon's words make.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import noun_words, predicate, predicate_without_not
from demandeur.complement import Complement
from demandeur.counterparts import beneficiary, counterpart, is_named, is_their_own, people_in, place_in
from demandeur.grammar import (
    SUBJECTS,
    all_tokens,
    antecedent,
    auxiliaries,
    bounds,
    child,
    children,
    has_to,
    is_passive,
    prepositional,
    prepositional_phrases,
    span_of,
    subtree,
)
from demandeur.idle import is_idle
from demandeur.issuers import actor_behind
from demandeur.lexicon import speech
from demandeur.lexicon.speech import Deed
from demandeur.negation import is_negated, is_of_none
from demandeur.participants import agent, holder, patient, subject, surface_subject
from demandeur.prospects import has_beside, is_hostile_deed, is_on_behalf
from demandeur.realis import TO_COME, is_to_come_in_a_headline, realis
from demandeur.rules import declare
from demandeur.thing_kinds import is_human, names_of

DEED = declare(
    "act.deed",
    "a deed that is an act by its time: done, still to come, or refused",
    catches=(
        "Norway will provide food aid to Chad.",
        "Chad said it would not end the strike.",
        "Chad returned two stolen statues to Norway.",
        "Chad cancelled a visit to Norway.",
        "Norway failed to reach an agreement with Chad.",
        "Norway hosted Ana Reyl for talks.",
        "Chad said it would blockade Norway.",
    ),
    spares=(
        "Norway provided food aid to Chad.",
        "Norway hopes to provide food aid to Chad.",
        "The rain will provide food for Chad.",
        "Chad did not end the strike.",
        "The treaty, which Chad expressed readiness to study, is old.",
    ),
)

_WISHING = set("want hope wish expect seek consider try attempt able unable reluctant fail like love need ask".split())
_WEIGHING = set("consider contemplate mull weigh discuss debate imagine recommend suggest mention".split())
"""Behind which a deed is only thought of: "has considered resigning"."""
_FAILING = {"fail"}
_DECIDING = {"decide", "decision", "choose", "resolve"}
_ANNOUNCING = set(
    "ready willing prepared set due plan intend prepare decide vow go pledge decision intention readiness "
    "willingness".split()
)
_JUDGING = {"challenge", "question", "discuss"}
_OWN_PLANS = "programme"
"""What one builds and launches at home too: an offer only where it is for somebody else."""
_STRIKING_BACK = set("respond retaliate act react use defend take strike answer intervene".split())
_PEACE = {"mediation", "peace", "diplomatic", "ceasefire", "truce", "reconciliation", "negotiation"}
_WHATEVER = {"whatever", "what"}
_UNREAL = {"if", "unless", "until", "once", "whether", "when", "as", "because", "before", "after", "while"}


def find_deeds(doc: Doc, cast: Cast, taken: set[int]) -> Iterator[Act]:
    """Yield the acts that deeds make, but at the tokens already taken."""
    for token in all_tokens(doc):
        if token.pos_ != "VERB" or token.i in taken or _is_imagined(token):
            continue
        if token.lemma_.lower() in speech.deeds() and (is_idle(token) or is_on_behalf(token)):
            continue
        for deed in speech.deeds().get(token.lemma_.lower(), ()):
            thing = _thing(cast, token, deed)
            if thing is not None and thing.i in taken and token.lemma_ == "give":
                break  # "gave its backing to the plan": the noun tells
            kind = _kind(token, deed) if thing is not None else None
            act = _act(cast, token, kind, deed, thing) if kind is not None else None
            if act is not None and not (deed.object_kind == _OWN_PLANS and act.addressee is None):
                yield act
                break


def _is_imagined(verb: Token) -> bool:
    """True for a deed in an "if" clause, one wished for, one that none does, and one whose doer is left out."""
    if is_of_none(verb):
        return True
    if (is_passive(verb) and agent(verb) is None and holder(verb) is None) or any(
        c.lower_ in _UNREAL for c in children(verb, "mark", "advmod")
    ):
        return True
    if has_to(verb) and verb.i > 1 and any(t.lower_ == "enough" for t in verb.doc[verb.i - 2 : verb.i]):
        return True  # "did not go far enough to help"
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ in _WEIGHING:
        return True
    if verb.dep_ in ("xcomp", "acl", "advcl") and has_to(verb):
        head = verb.head
        is_wished = head.lemma_.lower() in _WISHING - _FAILING or head.lower_ in _WISHING
        must = head.lemma_ == "have" and bool(auxiliaries(head) & TO_COME)  # "would have to dissolve parliament"
        return verb.dep_ == "advcl" or is_wished or must
    return verb.dep_ in ("pcomp", "csubj", "amod") or (realis(verb) == "hypothetical" and not _is_warned_of(verb))


def _is_warned_of(verb: Token) -> bool:
    """True for "warned that it might break off ties"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in ("warn", "threaten", "hint", "caution")


def _thing(cast: Cast, verb: Token, deed: Deed) -> Token | None:
    """Return the verb's object where it is of the deed's kind (the verb itself for a deed without one)."""
    if deed.beside and not has_beside(verb, deed.beside):
        return None
    thing = patient(verb) or child(verb, "ccomp") or (child(verb, "xcomp") if verb.lemma_ == "let" else None)
    guest = child(verb, "dative") or prepositional(verb, "to") if deed.object_kind == "reception" else None
    if deed.object_kind == "reception" and not cast.who(guest):
        return None  # "gave the text a welcome"
    if deed.object_kind == "journey":
        return verb if _is_journey(verb) else None
    if thing is not None and thing.dep_ == "ccomp" and any(t.lower_ in _WHATEVER for t in subtree(thing)):
        thing = next((t for t in subtree(thing) if t.head.dep_ == "ccomp" and t.dep_ in SUBJECTS), thing)
    if deed.object_kind == "none":
        return verb if child(verb, "dobj") is None else None
    if thing is not None and thing.tag_ in ("WDT", "WP"):
        thing = antecedent(thing)
    if thing is None or deed.object_kind == "any":
        return thing
    if deed.object_kind == "right" and verb.lemma_ == "reserve" and not _is_right_to_harm(thing):
        return None  # "reserves the right to reconsider"
    if deed.object_kind == "visit" and not cast.who(prepositional(verb, "to") or prepositional(thing, "to")):
        return None  # "paid a visit to the border"
    if deed.object_kind == "mediation" and not _is_for_peace(thing):
        return None  # "launched an initiative against the law"
    if deed.object_kind == "party":
        return thing if cast.who(thing) or thing.lower_ == "you" else None
    if deed.object_kind == "person":
        return thing if cast.kind_at(thing) == "person" else None
    inner = [c for clause in children(verb, "ccomp", "xcomp") for c in children(clause, "nsubj", "dobj")]
    beside_it = [*children(verb, "dobj"), *(inner if verb.lemma_ == "let" else [])]
    if deed.object_kind == "captive" and any(is_human(noun) for noun in (thing, *beside_it)):
        return thing
    names = names_of(thing).union(*(names_of(c) for c in beside_it))
    return thing if names & speech.object_nouns()[deed.object_kind] else None


def _is_right_to_harm(right: Token) -> bool:
    """True for "the right to respond", "to attack", as one threatens with it."""
    clause = next((c for c in children(right, "acl", "relcl") if has_to(c)), None)
    return clause is None or clause.lemma_ in _STRIKING_BACK or is_hostile_deed(clause)


def _is_for_peace(thing: Token) -> bool:
    """True for "a mediation", "a peace initiative"; not for a party's initiative."""
    about = {thing.lemma_.lower()} | {c.lower_ for c in children(thing, "amod", "compound")}
    return bool(about & _PEACE)


def _is_journey(verb: Token) -> bool:
    """True for "arrived for talks", "is to fly to Oslo on a visit"."""
    if child(verb, "dobj") is not None or not any(prepositional_phrases(verb, "to", "in", "for")):
        return False
    encounters = speech.object_nouns()["encounter"]
    return any(t.dep_ == "pobj" and t.head.lower_ in ("for", "on") and t.lemma_ in encounters for t in subtree(verb))


def _kind(verb: Token, deed: Deed) -> str | None:
    """Return the act that the deed is at its time."""
    when = realis(verb)
    if when == "hypothetical":
        return deed.future if deed.future == "THREATEN" and not is_negated(verb) else None
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _FAILING:
        return deed.negated
    if verb.dep_ in ("xcomp", "acl") and verb.head.lemma_ in _DECIDING and deed.done is None:
        when = "future"  # "decided to send grain": not yet done
    if is_negated(verb):
        return deed.negated if when == "future" or deed.object_kind == "permission" else None
    if when == "future":
        return deed.future if verb.dep_ != "acl" or _is_announced(verb) else None
    return deed.done if when == "done" and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG") else None


def _act(cast: Cast, verb: Token, kind: str, deed: Deed, thing: Token) -> Act | None:
    issuer = actor_behind(cast, verb, subject(verb) or holder(verb))
    named = any(cast.actors[actor_id].named for actor_id in cast.who(issuer))
    if kind == "THREATEN" and not named and verb.dep_ == "ccomp" and (issuer is None or issuer.pos_ != "PRON"):
        if issuer is not None and not cast.who(issuer) and not is_human(issuer):
            return None  # "argues that the tax will destroy jobs"
        issuer = surface_subject(verb.head) or issuer  # "X warned that the police will …"
    is_done = kind == deed.done and kind != deed.negated
    told = child(verb, "ccomp") if kind == "ACCUSE" and thing == verb else None
    if told is not None:  # "complained that the ministry heeds nobody"
        words, clause = tuple(t for t in subtree(told) if t.dep_ != "mark" or t.head != told), told
    elif thing == verb or not is_done:
        words, clause = predicate_without_not(verb), verb
    else:
        words, clause = (tuple(subtree(thing)), thing) if thing.dep_ == "ccomp" else (noun_words(thing, verb), None)
    blamed_for_it = child(told, "nsubj") if told is not None else None
    if blamed_for_it is not None and not cast.who(blamed_for_it):
        blamed_for_it = None
    addressee = thing if thing != verb and cast.who(thing) and _is_partner(kind, deed) else None
    addressee = addressee or blamed_for_it
    if addressee is None and kind == "ACCUSE":
        blamed = beside(verb, "about", "over", "against", "at")
        addressee = counterpart(cast, verb, issuer, Complement(DEED, None, blamed))
        addressee = addressee if is_named(cast, addressee) else None
    if addressee is None:
        addressee = counterpart(cast, verb, issuer, Complement(DEED, None, words, clause), after_talks=kind != "OFFER")
    if kind == "OFFER" and not is_named(cast, addressee):
        addressee = beneficiary(words) or addressee
    if addressee is None and kind == "THREATEN":
        addressee = place_in(words)
    if addressee is None and kind == "CONCEDE":
        addressee = people_in([*words, *beside(verb)])
    if addressee is not None and is_their_own(cast, addressee, set(cast.all_of(issuer))):
        addressee = None
    return Act(
        act=kind,
        rule=DEED,
        trigger=span_of(verb),
        token=verb,
        issuer=issuer,
        addressee=addressee,
        guessed=True,
        content=bounds(words),
        strength=4 if kind == "THREATEN" else 3,
        realis="done" if is_done or kind == "REJECT" else "future",
    )


def beside(verb: Token, *prepositions: str) -> tuple[Token, ...]:
    """Return the words of the phrases beside a verb, with these prepositions or any: "in Karachi", "to women"."""
    phrases = [p for p in children(verb, "prep", "dative") if not prepositions or p.lower_ in prepositions]
    return tuple(t for phrase in phrases for t in subtree(phrase))


def _is_partner(kind: str, deed: Deed) -> bool:
    return "CONSULT" in (kind, deed.done) or deed.object_kind == "party"


def turned(act: Act) -> Act | None:
    """Return an act of a word of the lexicon as what its time and negation make of it, ``None`` for no act."""
    if (
        act.act == "ACCUSE"
        and act.realis == "future"
        and act.token.lemma_ in speech.hostile_verbs()
        and not act.negated
    ):
        act.act = "THREATEN"  # "will sue"
        act.content = bounds(predicate(act.token)) if act.token.pos_ == "VERB" else act.content
    if act.act == "REJECT" and act.token.lemma_ in ("rule", "exclude"):
        return act  # what is not ruled out is not accepted yet
    is_endorsed = act.act == "SUPPORT" and act.token.lemma_ in ("back", "endorse") and not act.negated
    if is_endorsed and act.addressee is not None and act.addressee.ent_type_ == "PERSON" and act.realis == "future":
        return act  # "to back Brandt for mayor"
    key = (act.act, act.realis, act.negated)
    if key not in speech.act_turns():
        return act
    becomes = speech.act_turns()[key]
    if becomes is None or (act.realis == "future" and not _is_announced(act.token)):
        return act if becomes is not None and not act.negated else None
    if act.realis == "future" and act.act not in ("OFFER", "ACCEPT", "REJECT") and act.token.pos_ == "VERB":
        act.content = bounds(predicate_without_not(act.token))
    if act.act == "ACCEPT" and becomes == "REJECT" and auxiliaries(act.token) & {"can", "ca"}:
        act.realis = "future"  # "we cannot accept that"
    act.act, act.negated, act.guessed = becomes, False, True
    return act


def _is_announced(word: Token) -> bool:
    """True for what its doer will do or is ready to do, not only hopes to."""
    verb = word if word.pos_ in ("VERB", "AUX") else word.head
    if auxiliaries(verb) & TO_COME or is_to_come_in_a_headline(verb):
        return True
    if verb.dep_ == "acl" and _is_judged(verb.head):
        return False
    return verb.dep_ in ("xcomp", "acl") and verb.head.lemma_.lower() in {*_ANNOUNCING, "be"}


def _is_judged(noun: Token) -> bool:
    """True for a plan that somebody else challenges or praises: it is not the subject's own."""
    verb = noun.head
    if child(noun, "poss") is not None or noun.dep_ != "dobj":
        return False
    acts = {word.act for word in speech.act_words().get((verb.lemma_.lower(), "verb"), ())}
    return verb.lemma_ in _JUDGING | speech.taking_verbs() or bool(acts & {"REJECT", "ACCUSE", "SUPPORT"})
