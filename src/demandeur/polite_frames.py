"""Polite frames: requests in the form of thanks, of a question, of a wish for what is to be done to something.

"would be grateful if X did Y", "asked X whether it would Y", "sought to have Y removed", "wants Y back".
"""

from spacy.tokens import Token

from demandeur.clauses import predicate
from demandeur.complement import Complement
from demandeur.grammar import auxiliaries, child, children, is_passive, subtree
from demandeur.participants import agent, patient
from demandeur.rules import declare

GRATEFUL = declare(
    "act.grateful-if",
    "would be grateful, would appreciate it, if X did Y",
    catches=(
        "Ana Reyl said she would be grateful if Norway mended the road.",
        "Ana Reyl would appreciate it if Norway mended the road.",
    ),
    spares=("Ana Reyl was grateful if Norway mended the road.", "Ana Reyl would be late if Norway mended the road."),
)
ASKED_IF = declare(
    "act.asked-if",
    "ask X whether it would, could do Y, where Y is a deed that one can be asked for",
    catches=(
        "Ana Reyl asked Norway if it would release the crew.",
        "Ana Reyl asked whether Norway could lift the ban.",
    ),
    spares=(
        "Ana Reyl asked Norway if it would win.",
        "Ana Reyl asked whether she could leave.",
        "Ana Reyl asked whether Norway had lifted the ban.",
    ),
)
BACK = declare(
    "act.wants-back",
    "want, demand Y back; seek to have Y removed",
    catches=("The villagers want their land back.", "Ana Reyl sought to have her brother removed from the board."),
    spares=("Ana Reyl wants a car.", "Ana Reyl sought to have a rest."),
)
DEEDS_ASKED_FOR = set(
    "accept agree commit withdraw publish apologise apologize guarantee promise support back join meet stop end "
    "lift drop release reconsider listen act intervene consider extend restore reverse scrap ensure condemn sign "
    "pay undertake abandon introduce fund review suspend halt open return free disclose release delay postpone "
    "mend repair remove move change lower cut raise pay leave reopen close keep send bring show explain confirm "
    "reply answer".split()
)
"""What one can be asked for by a question."""
_WOULD = {"would", "’d", "'d"}
_COULD = {"would", "could", "might"}


def grateful_if(trigger: Token) -> Complement | None:
    """Would be grateful if X Y; would appreciate it if X Y."""
    verb = trigger if trigger.pos_ == "VERB" else trigger.head  # "obliged" may be read as a passive
    clause = next((c for w in (verb, trigger) for c in children(w, "advcl", "ccomp") if _is_marked(c, "if")), None)
    own = child(clause, "nsubj", "nsubjpass") if clause is not None else None
    if own is None or not auxiliaries(verb) & _WOULD or own.lower_ in ("i", "we"):
        return None
    return Complement(GRATEFUL, own, predicate(clause), clause)


def asked_if(trigger: Token) -> Complement | None:
    """Ask X whether it would Y."""
    clause = next((c for c in children(trigger, "ccomp", "advcl") if _is_marked(c, "if", "whether")), None)
    own = child(clause, "nsubj") if clause is not None else None
    if own is None or clause.lemma_ not in DEEDS_ASKED_FOR or not auxiliaries(clause) & _COULD:
        return None
    if is_passive(trigger) and agent(trigger) is None:
        return None  # "asked whether he would support it, he laughed": a question
    whom = patient(trigger)
    if whom is None and own.pos_ == "PRON":
        return None  # "asked whether she could leave"
    return Complement(ASKED_IF, whom or own, predicate(clause), clause)


def wants_back(trigger: Token) -> Complement | None:
    """Want Y back; seek to have Y removed."""
    back = next((c for c in children(trigger, "advmod", "prt") if c.lower_ == "back"), None)
    stray = child(back, "nsubj") if back is not None else None  # "want [their land back]"
    thing = stray or child(trigger, "dobj")
    if stray is not None:
        return Complement(BACK, None, (*subtree(stray), back))
    if thing is not None and back is not None and thing.right_edge.i + 1 == back.i and child(trigger, "neg") is None:
        return Complement(BACK, None, (*subtree(thing), back))
    having = child(trigger, "xcomp")
    done = child(having, "ccomp") if having is not None and having.lemma_ in ("have", "get", "see") else None
    own = child(done, "nsubj", "nsubjpass") if done is not None and done.tag_ in ("VBN", "VBD") else None
    if own is None or trigger.lemma_ != "seek":
        return None
    return Complement(BACK, None, (*subtree(own), *predicate(done)), done)


def _is_marked(clause: Token, *marks: str) -> bool:
    return any(c.lower_ in marks for c in children(clause, "mark"))
