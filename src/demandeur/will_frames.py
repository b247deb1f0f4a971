"""Will frames: what somebody will do, or won't.

Refusals by a noun, "has no intention of doing so", acceptances by a particle, "signed up to it", threats by a warning.
"""

from spacy.tokens import Token

from demandeur.clauses import finite_clause, infinitive, noun_words, phrase_after, predicate
from demandeur.complement import Complement
from demandeur.grammar import auxiliaries, child, children, subtree
from demandeur.lexicon import speech
from demandeur.negation import is_negated
from demandeur.participants import patient
from demandeur.rules import declare
from demandeur.thing_kinds import is_human, names_of

NO_WILL = declare(
    "act.no-will",
    "have no intention of, see no reason to, have no plans to: a refusal",
    catches=(
        "Norway has no intention of leaving the talks.",
        "Ana Reyl sees no reason to pay.",
        "Chad has no plans to lift the ban.",
    ),
    spares=("Norway has no reason to believe the report.", "Norway has an intention to leave the talks."),
)
SIGNED_UP = declare(
    "act.signed-up",
    "sign up to, sign on to what others have proposed",
    catches=("Norway signed up to the truce.",),
    spares=("Norway signed a letter to the press.",),
)
GONE_ALONG = declare(
    "act.gone-along",
    "go along with what others want; go ahead with a meeting",
    catches=(
        "Norway went along with the plan.",
        "Ana Reyl said Norway could live with the plan.",
        "Ana Reyl said she would go ahead with the meeting.",
    ),
    spares=(
        "Norway went along the river with a plan.",
        "Norway went ahead with the strike.",
        "Ana Reyl lives with her aunt.",
    ),
)
COMING = {"attend", "come", "go", "join", "participate"}
"""What one does who has been invited."""
INVITED = declare(
    "act.invited",
    "invite X to a meeting, a place",
    catches=("Norway invited Chad and Mali to a summit in Oslo.",),
    spares=("Norway invited criticism.", "Norway invited Chad to speak."),
)
WARNED = declare(
    "act.warned",
    "warn that one will, or would, do something oneself: a threat",
    catches=(
        "Norway warned that it would bar Chad's freighters.",
        "Norway's minister Ana Reyl warned that Norway would bar Chad's freighters.",
    ),
    spares=(
        "Norway warned that Chad would bar freighters.",
        "Norway warned that it would rain.",
        "Norway warned that it would never sign the treaty.",
    ),
)

_HAPPENING = {"rain", "snow", "be", "take", "happen", "lose", "suffer", "face"}
_AHEAD = {"will", "would", "could", "might"}
_AGREEING = set("sign accept agree recognise recognize negotiate join ratify endorse approve support talk".split())
_HAVING = {"have", "see", "find", "feel"}
_BELIEVING = set("believe think doubt fear worry expect suppose assume suspect panic complain be know hope".split())


def no_will(trigger: Token) -> Complement | None:
    """Have no intention of Y, see no reason to Y."""
    no = child(trigger, "det", "neg")
    if no is None or no.lower_ != "no" or trigger.head.lemma_ not in _HAVING or trigger.dep_ != "dobj":
        return None
    clause = infinitive(trigger) or infinitive(trigger.head)
    for phrase in children(trigger, "prep"):
        if clause is None and phrase.lower_ in ("of", "in", "for"):
            clause = child(phrase, "pcomp")
    if clause is None or clause.lemma_ in _BELIEVING:
        return None
    return Complement(NO_WILL, None, predicate(clause), clause)


def warned(trigger: Token) -> Complement | None:
    """Warn that one will Y: with "will", "would", "could", "might"."""
    clause = finite_clause(trigger)
    own = child(clause, "nsubj") if clause is not None else None
    if own is None or clause.lemma_ in _HAPPENING or not {c.lower_ for c in children(clause, "aux")} & _AHEAD:
        return None
    if is_negated(clause) and clause.lemma_ in _AGREEING:
        return None  # a refusal: "warned that it would never sign"
    return Complement(WARNED, None, predicate(clause), clause)


def invited(trigger: Token) -> Complement | None:
    """Invite X to a meeting."""
    whom, thing = patient(trigger), phrase_after(trigger, "to")
    if whom is None or thing is None or thing.dep_ != "pobj":
        return None
    return Complement(INVITED, whom, noun_words(thing, trigger))


def signed_up(trigger: Token) -> Complement | None:
    """Sign up to Y, sign on to Y."""
    if not any(c.lower_ in ("up", "on", "onto") for c in trigger.children):
        return None
    for phrase in subtree(trigger):
        thing = child(phrase, "pobj") if phrase.lower_ in ("to", "onto") and phrase.i <= trigger.i + 2 else None
        if thing is not None:
            return Complement(SIGNED_UP, None, noun_words(thing, trigger))
    return None


def gone_along(trigger: Token) -> Complement | None:
    """Go along with Y; go ahead with a meeting."""
    if trigger.lemma_ == "live":  # "could live with it"
        thing = phrase_after(trigger, "with") if auxiliaries(trigger) & {"can", "could", "would", "will"} else None
        is_thing = thing is not None and thing.dep_ == "pobj" and not is_human(thing)
        return Complement(GONE_ALONG, None, noun_words(thing, trigger)) if is_thing else None
    ways = {c.lower_ for c in trigger.children if c.dep_ in ("advmod", "prt", "prep")}
    if not ways & {"along", "ahead"}:
        return None
    for phrase in subtree(trigger):
        thing = child(phrase, "pobj") if phrase.lower_ == "with" and phrase.i <= trigger.i + 2 else None
        if thing is None:
            continue
        if "along" in ways or names_of(thing) & speech.object_nouns()["encounter"]:
            return Complement(GONE_ALONG, None, noun_words(thing, trigger))
    return None
