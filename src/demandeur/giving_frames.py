"""Giving frames: offers that name who is to get what: "offer X a loan", "pledge aid for X", "assure X that Y"."""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.clause_frames import promised_clause
from demandeur.clauses import noun_words
from demandeur.complement import Complement
from demandeur.grammar import child, children, subtree
from demandeur.noun_frames import object_only
from demandeur.participants import patient
from demandeur.rules import declare
from demandeur.thing_kinds import is_human

GIVEN = declare(
    "act.given",
    "offer X a loan, offer a loan to X, pledge aid for X: X gets it",
    catches=(
        "Norway offered the islands 300 million euros.",
        "Norway promised a bonus to every docker.",
        "Norway pledged billions for flooded villages.",
    ),
    spares=("Norway offered an apology for the raid.",),
)
ASSURED = declare(
    "act.assured",
    "assure X that Y will be done",
    catches=("Ana Reyl assured the farmers that the grain would be paid.",),
    spares=("Ana Reyl assured the farmers that the grain was paid.",),
)

_RECEIVING = ("to", "for")
_PLACES = set(
    "country nation state island atoll region province town city village district area school university hospital "
    "community municipality world coast".split()
)


def given(trigger: Token) -> Complement | None:
    """Offer X Y, offer Y to X, pledge Y for X."""
    things = children(trigger, "dobj", "dative")
    if len(things) > 1 and all(t.pos_ != "ADP" for t in things):
        whom, thing = things[0], things[-1]
        return Complement(GIVEN, whom, noun_words(thing, trigger)) if _may_receive(whom) else None
    found = object_only(trigger)
    if found is None or found.addressee is not None:
        return None
    thing = patient(trigger)
    for phrase in [*children(trigger, "prep", "dative"), *children(thing, "prep")]:
        whom = child(phrase, "pobj") if phrase.lower_ in _RECEIVING and phrase.i > thing.i else None
        if whom is not None and _may_receive(whom):
            gone = {t.i for t in subtree(phrase)}
            words = tuple(t for t in found.content if t.i not in gone)
            return Complement(GIVEN, whom, words) if words else None
    return None


def promised_to(trigger: Token) -> Complement | None:
    """Promise X that Y will be done, with X before the "that"."""
    whom = child(trigger, "dobj", "dative")
    found = assured(trigger) if whom is not None and (whom.pos_ == "PRON" or is_human(whom)) else None
    return found if found is not None and found.clause.i > whom.i else None


def assured(trigger: Token) -> Complement | None:
    """Assure X that Y will be done."""
    found, whom = promised_clause(trigger), patient(trigger)
    if found is None or whom is None or found.clause is None or found.clause.i < trigger.i:
        return None  # "She will, I assure you, be stronger"
    own = child(found.clause, "nsubj", "nsubjpass")
    is_ours = own is None or own.pos_ == "PRON"
    return Complement(ASSURED, whom, found.content if is_ours else (*subtree(own), *found.content), found.clause)


def _may_receive(whom: Token) -> bool:
    """True for people, bodies and places where people live."""
    if whom.ent_type_ in ("GPE", "LOC", "NORP", "ORG", "PERSON") or is_human(whom) or whom.pos_ == "PRON":
        return whom.lower_ != "it" or whom.dep_ != "pobj"
    return whom.lemma_.lower() in _PLACES or whom.lemma_.lower() in lexicon.group_nouns()
