"""Pressure that is kept up until others give in: strikes that go on, locks that stay shut, and what would end them."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.grammar import SUBJECTS, bounds, child, children, span_of, subtree, subtree_without
from demandeur.negation import is_negated
from demandeur.prospects import clauses_under, is_holding_out
from demandeur.realis import TO_COME
from demandeur.rules import declare
from demandeur.statement import Statement

GOING_ON = declare(
    "act.going-on",
    "in a statement: a strike or the like will go on, somebody will hold out, until others do something",
    catches=(
        "“We will stay here until Norway drops the plan,” Ana Reyl said.",
        "Ana Reyl said the strike would go on until Norway restored the bonus.",
        "“The blockade will last until Chad frees the sailors,” Ana Reyl said.",
        "Ana Reyl said the lock would stay shut until Norway paid the tolls.",
    ),
    spares=(
        "Ana Reyl said the talks would go on until Norway left.",
        "Ana Reyl said the strike would go on until Friday.",
        "Ana Reyl said the strike went on until Norway paid.",
        "“We will stay here until we are done,” Ana Reyl said.",
    ),
)
_LASTING = {"go", "continue", "last", "remain", "stay", "keep", "hold", "persist"}
_PRESSURE = set(
    "strike walkout stoppage blockade boycott protest occupation siege sit-in embargo sanction ban picket raid attack "
    "shelling campaign".split()
)
"""What is kept up against somebody until he gives in."""
_SHUT = {"shut", "closed", "blocked", "suspended", "barred", "frozen", "locked", "grounded"}
"""How a thing stays by which one presses others."""
_LIFTING = {"suspend", "stop", "halt", "end", "lift", "pause", "drop", "cancel", "postpone", "break"}
_TOKENS_BACK, _NOUNS_BACK = 40, 4
"""How far back what "it" means is looked for."""


def lifts_what_presses(verb: Token) -> bool:
    """True for "will suspend it only if they pay", where "it" is the strike spoken of before."""
    thing = child(verb, "dobj")
    if verb.lemma_ not in _LIFTING or thing is None or thing.lower_ not in ("it", "them", "this", "that"):
        return False
    before = thing.doc[max(thing.i - _TOKENS_BACK, 0) : thing.i]
    nouns = [t for t in before if t.pos_ == "NOUN" and t.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")]
    return any(t.lemma_ in _PRESSURE for t in nouns[-_NOUNS_BACK:])


def going_on(cast: Cast, statement: Statement, verb: Token) -> Act | None:
    """Return the threat of "the strike will go on until they pay"."""
    own, modal = child(verb, "nsubj"), next((c for c in children(verb, "aux") if c.lower_ in TO_COME), None)
    if own is None or modal is None or is_negated(verb):
        return None
    is_shut = verb.lemma_ in _LASTING and any(c.lower_ in _SHUT for c in children(verb, "acomp", "oprd"))
    is_shut = is_shut or (verb.lemma_ in _LASTING and verb.nbor().lower_ in _SHUT)
    is_kept_up = is_shut or (verb.lemma_ in _LASTING and own.lemma_ in _PRESSURE)
    if not is_kept_up and not (cast.who(own) and is_holding_out(verb)):
        return None
    for clause in clauses_under(verb):
        mark = child(clause, "mark")
        if mark is None or mark.lower_ not in ("until", "till", "unless") or child(clause, *SUBJECTS) is None:
            continue
        return Act(
            act="THREATEN",
            rule=GOING_ON,
            trigger=span_of(modal),
            token=verb,
            issuers=statement.speakers,
            addressee=other_actor(cast, subtree(clause), statement),
            content=bounds(subtree_without(verb, clause, *children(verb, "mark"))),
            strength=4,
            realis="future",
            condition=bounds(subtree(clause)),
        )
    return None


def other_actor(cast: Cast, words: list[Token], statement: Statement) -> Token | None:
    """Return the first of the words that names somebody else than the speakers."""
    for word in words:
        mention = cast.at(word)
        if mention is not None and cast.doc[mention.head].dep_ == "nsubjpass":
            continue  # "unless small farms are exempted"
        if mention is not None and mention.form != "pronoun" and not set(mention.actors) & set(statement.speakers):
            return word
    return None
