"""Unsided: words by which a sentence speaks of an issue without a side, or takes one back."""

from spacy.tokens import Token

from demandeur.backing import Way
from demandeur.grammar import child, is_negated, words_of
from demandeur.issue_mentions import IssueMention
from demandeur.lexicon import speech
from demandeur.lexicon.leanings import SPEAKS
from demandeur.side_words import denied, leaning_of

_NEEDING = {"need", "want", "require", "expect", "sign"}
_TALK = set(
    "opinion view speech statement lecture briefing comment remark question report presentation information update "
    "seminar interview testimony thought article book paper essay talk negotiation discussion consultation debate "
    "hearing conference round".split()
)
"""What somebody can give on an issue without a side."""
_HOLDING = set(
    "give hold make open begin start have attend host deliver read mention offer write publish resume chair join "
    "discuss".split()
)
"""What one does with a speech or a talk without a side."""
_CLAIMS = {"claim", "allegation", "suggestion", "notion", "idea", "rumor", "rumour", "accusation", "assertion"}
_DISCLAIMING = ("deny", "denies", "denied", "denying", *_CLAIMS)
"""What a text with something disclaimed has."""
_TRUE = {"true", "correct", "accurate", "right"}
_UNTRUE = {"false", "untrue", "baseless", "wrong", "absurd", "ridiculous", "nonsense", "lie", "fiction"}


def is_fallen_short_of(verb: Token) -> bool:
    """True for the verb of "stopped short of endorsing it"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.lower_ == "short"


def is_disclaimed(token: Token) -> bool:
    """True for what stands in "denied that …", "the claim that … is not true"."""
    if not any(form in words_of(token.doc) for form in _DISCLAIMING):
        return False
    if any(t.dep_ == "ccomp" and t.head.lemma_ == "deny" for t in (token, *token.ancestors)):
        return True
    claim = next((t for t in token.ancestors if t.pos_ == "NOUN" and t.lemma_ in _CLAIMS), None)
    verb = claim.head if claim is not None and claim.dep_ == "nsubj" else None
    said = child(verb, "acomp", "attr") if verb is not None and verb.lemma_ == "be" else None
    if said is None:
        return False
    return said.lower_ in _UNTRUE or (said.lower_ in _TRUE and is_negated(verb))


def is_only_spoken_of(preposition: Token, way: Way) -> bool:
    """True for the on of "gave a speech on it", "mentioned her view on it"."""
    if preposition.lower_ == "to" and preposition.head.lemma_ in ("reference", "allusion"):
        return way.how == SPEAKS
    about = preposition.lower_ in ("on", "about", "regarding", "concerning") and preposition.dep_ == "prep"
    if not about or way.how != SPEAKS:
        return False
    above = preposition.head
    beside_it = child(above, "dobj") if above.pos_ == "VERB" else above  # "gave an opinion on it"
    is_talk = beside_it is not None and beside_it.pos_ == "NOUN" and beside_it.lemma_ in _TALK
    verb = beside_it.head if is_talk else None
    return is_talk and (verb.lemma_ in _HOLDING or verb == above)


def is_left_open(verb: Token, mention: IssueMention) -> bool:
    """True for "has not ruled it out", "has yet to decide on it"."""
    may_be = verb.lemma_ in ("rule", "exclude", "decide", "rush") and verb.pos_ == "VERB"
    return may_be and denied(verb, mention) and leaning_of(verb) is not None


def is_neither(preposition: Token) -> bool:
    """True in "neither for nor against"."""
    first = preposition.head if preposition.dep_ == "conj" else preposition
    return first.lower_ in ("for", "against") and any(c.lower_ == "neither" for c in first.children)


def is_not_asked_for(verb: Token, mention: IssueMention) -> bool:
    """True for "has not called for it": who asks for nothing takes no side by that."""
    if verb.pos_ != "VERB" or verb.lemma_ in _NEEDING:
        return False
    asks = any(word.act == "REQUEST" for word in speech.act_words().get((verb.lemma_.lower(), "verb"), ()))
    return asks and is_negated(verb) and denied(verb, mention)
