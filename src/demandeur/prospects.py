"""Prospects: what a verb's deed would be: a refusal, a favour, harm, or holding out until others give in."""

from spacy.tokens import Token

from demandeur.grammar import child, children, has_to, prepositional_phrases, subtree
from demandeur.lexicon import speech
from demandeur.negation import is_negated
from demandeur.participants import patient, surface_subject
from demandeur.thing_kinds import names_of

_HOLDING_OUT = set(
    "stay remain fight strike occupy resist protest march camp block picket boycott hold withhold refuse".split()
)
"""What one goes on doing until others give in."""


def has_beside(verb: Token, word: str) -> bool:
    """True where a particle or preposition stands with the verb: "take back refugees", "turn them over"."""
    if verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == word:
        return True  # "take back refugees"
    is_particle = any(c.dep_ in ("prt", "advmod") and c.lower_ == word for c in verb.children)
    thing = patient(verb)
    below = thing is not None and any(t.dep_ in ("prep", "pobj") and t.lower_ == word for t in subtree(thing))
    inside = any(t.lower_ == word for phrase in children(verb, "prep") for t in children(phrase, "pobj"))
    free = any(t.lower_ == word for t in children(verb, "acomp", "oprd", "ccomp", "xcomp"))
    return is_particle or below or inside or free or any(prepositional_phrases(verb, word))


def is_refusal(verb: Token) -> bool:
    """True for a verb of which "will not …" is a rejection: "will not accept", "will not lift"."""
    lemma = verb.lemma_.lower()
    turns = [speech.act_turns().get((word.act, "future", True)) for word in speech.act_words().get((lemma, "verb"), ())]
    return "REJECT" in turns or any(deed.negated == "REJECT" for deed in speech.deeds().get(lemma, ()))


def is_offer(verb: Token) -> bool:
    """True for a verb of which "will …" is an offer: "help", "send", "support"."""
    lemma = verb.lemma_.lower()
    acts = {word.act for word in speech.act_words().get((lemma, "verb"), ())}
    return bool(acts & {"SUPPORT", "OFFER", "ACCEPT"}) or any(
        d.future == "OFFER" for d in speech.deeds().get(lemma, ())
    )


def is_hostile_deed(verb: Token) -> bool:
    """True for a verb of which "will …" is a threat: "attack", "expel"."""
    if is_on_behalf(verb):
        return False
    found = [deed for deed in speech.deeds().get(verb.lemma_.lower(), ()) if deed.future == "THREATEN"]
    beside = [deed for deed in found if not deed.beside or has_beside(verb, deed.beside)]
    if any(deed.object_kind in ("any", "none") for deed in beside):
        return True
    thing = patient(verb)
    names = names_of(thing) if thing is not None else set()
    return any(names & speech.object_nouns().get(deed.object_kind, frozenset()) for deed in beside)


def is_on_behalf(verb: Token) -> bool:
    """True for "will fight for the miners", "fight to protect them": it harms none of those named."""
    is_for = any(p.lower_ in ("for", "alongside") for p in children(verb, "prep"))
    return verb.lemma_ in ("fight", "battle") and (is_for or any(has_to(c) for c in children(verb, "xcomp", "advcl")))


def clauses_under(verb: Token) -> list[Token]:
    """Return the adverbial clauses of a verb, and of what somebody goes on doing."""
    held = _going_on_with(verb)
    return [*children(verb, "advcl"), *(children(held, "advcl") if held is not None else ())]


def _going_on_with(verb: Token) -> Token | None:
    """Return the withholding of "will go on withholding the rent"."""
    if verb.lemma_ not in ("go", "continue", "keep"):
        return None
    return next((c for c in children(verb, "xcomp", "advcl", "pcomp") if c.tag_ == "VBG"), None)


def is_holding_out(verb: Token) -> bool:
    """True for the stay of "will stay until they drop the plan": it is done to make others do something."""
    held = _going_on_with(verb) or verb
    if held.lemma_.lower() not in _HOLDING_OUT or is_negated(verb):
        return False
    own = surface_subject(verb)
    for clause in clauses_under(verb):
        other = child(clause, "nsubj", "nsubjpass") if child(clause, "mark") is not None else None
        if other is not None and child(clause, "mark").lower_ in ("until", "till", "unless"):
            return own is None or other.lower_ != own.lower_
    return False
