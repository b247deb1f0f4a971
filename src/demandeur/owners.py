"""Owners: whose a noun is that takes a side: X in "X's ban", "the ban by X", "X launched a campaign"."""

from spacy.tokens import Token

from demandeur.grammar import child, children, prepositional
from demandeur.issue_mentions import POINTING_NOUNS, IssueMention
from demandeur.lexicon.leanings import DEED, PART, SIDE
from demandeur.members import kind_of
from demandeur.participants import owner
from demandeur.side_words import NAMING, leaning_of

_LIGHT = set("have show express give hold see tweet voice state signal declare register post lend offer".split())
_THINGS = POINTING_NOUNS | set(
    "complaint objection bid offer petition vote plea request demand invitation recommendation promise".split()
)
"""What one may hand on, answer, delay, vote on, without a side on it."""
_MAKING = set(
    "make have submit present announce unveil introduce propose launch table file sign draft write push put release "
    "publish issue deliver start run lead cast send give offer renew repeat voice take adopt pass lodge raise back "
    "bring float outline prepare devise draw lay set advance".split()
)
"""What one does with such a thing of one's own."""
_PURSUING = set("come work go press proceed move campaign get push run lead respond stick counter fall insist".split())
"""What one does on, with or for such a thing of one's own: "came up with a plan"."""
_OTHERS = set(
    "count answer await report face see hear note read study discuss mention describe record list watch expect monitor "
    "receive get field collect forward observe survive suffer escape negotiate meet address sit rule talk "
    "speak turn comment testify vote decide".split()
)
"""What one does with others' deeds."""


def owner_of(noun: Token, role: str | None, mention: IssueMention) -> Token | None:
    """Return whose a noun is: X in "X's ban", "the ban by X", "the heart of X's plan", "support came from X"."""
    above = leaning_of(noun.head) if noun.dep_ in ("dobj", "nsubjpass") else None
    named = noun.dep_ in ("dobj", "oprd") and noun.head.lemma_ in NAMING
    studied = named or (above is not None and above.role == PART and noun.head.lemma_ not in _LIGHT)
    is_dropped = above is not None and above.side < 0  # "dropped a call for …": another's
    is_undone = studied or is_dropped or is_anothers(noun, role)
    between = prepositional(noun, "between") if role == SIDE else None  # "the agreement between X and Y"
    whose = between or (owner(noun) if role in (SIDE, DEED) and not is_undone else child(noun, "poss"))
    if whose is not None:
        return whose
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "much of the push for …"
    if whole.dep_ == "nsubj" and whole.head.lemma_ == "come":
        source = prepositional(whole.head, "from")
        if source is not None:
            return source
    for phrase in children(noun, "prep"):
        if phrase.lower_ in ("of", "by", "from"):
            found = child(phrase, "pobj")
            if found is not None and (found == mention.root or found.is_ancestor(mention.root)):
                continue  # "condemnation of X's raids": not by X
            return (child(found, "poss") or found) if found is not None else None
    maker = child(noun, "compound")  # "the Reyl plan"
    if maker is not None and maker.ent_type_ == "PERSON":
        return maker
    return kind_of(noun) if role == SIDE else None


def strays(noun: Token, whose: Token) -> list[Token]:
    """Return B and C of "the efforts of A, B and C", which the parser hung on "efforts"."""
    if noun.pos_ != "NOUN" or whose.pos_ != "PROPN" or whose.dep_ != "pobj":
        return []
    return [other for other in children(noun, "conj") if other.pos_ == "PROPN"]


def is_anothers(noun: Token, role: str | None) -> bool:
    """True for the plan of "delayed the plan", the ban of "will rule on the ban": not theirs by that verb.

    ``role`` is what the noun's word does to an issue: of a side only things that can be handed on are another's.
    """
    if noun.pos_ != "NOUN" or role not in (SIDE, DEED) or (role == SIDE and noun.lemma_.lower() not in _THINGS):
        return False
    if noun.dep_ == "dobj":
        verb = noun.head
        return verb.pos_ == "VERB" and (verb.lemma_ in _OTHERS if role == DEED else verb.lemma_ not in _MAKING)
    if noun.dep_ != "pobj" or noun.head.head.lemma_ in _PURSUING:
        return False
    if role == DEED:
        return noun.head.lower_ != "with" or noun.head.head.lemma_ in _OTHERS
    return noun.head.lower_ not in ("for", "against", "by")
