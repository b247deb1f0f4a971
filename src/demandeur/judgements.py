"""Judgements: what a speaker finds unacceptable, or wanting in somebody."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import predicate
from demandeur.complement import Complement
from demandeur.counterparts import counterpart
from demandeur.grammar import (
    all_children,
    all_tokens,
    auxiliaries,
    bounds,
    child,
    children,
    is_passive,
    prepositional,
    sentence_of,
    span_of,
    subtree,
    subtree_without,
)
from demandeur.judging_frames import OFFERED
from demandeur.lexicon import speech
from demandeur.negation import is_negated
from demandeur.prospects import is_hostile_deed
from demandeur.questions import is_question
from demandeur.realis import TO_COME
from demandeur.rules import declare

REFUSING = declare(
    "act.refusing-predicate",
    "what a speaker calls out of the question, off the table, unacceptable: a rejection of it",
    catches=(
        "Ana Reyl said a truce was out of the question.",
        "“The plan is unacceptable,” Ana Reyl said.",
        "Norway said there was no question of ceding land to Chad.",
        "Ana Reyl said the offer was an insult.",
        "Ana Reyl said that this was not acceptable.",
        "Ana Reyl said three years were not enough.",
    ),
    spares=(
        "Ana Reyl said that hope was not enough.",
        "Ana Reyl said the plan was old.",
        "Ana Reyl said the song was an insult.",
    ),
)
LACK = declare(
    "act.lack",
    "a speaker finds no sign of, no wish for something good with somebody: an accusation",
    catches=("Ana Reyl said there was no sign of goodwill from Norway.",),
    spares=("Ana Reyl said there was no sign of rain.",),
)

MENACE = declare(
    "act.menace",
    "a speaker says that somebody will regret, pay dearly, face consequences, be met with force: a threat to him",
    catches=(
        "Norway said Chad would pay dearly for the raid.",
        "Norway warned that Chad would regret the raid.",
        "Any attack by Chad will be met with force, Ana Reyl said.",
        "Ana Reyl said Chad would face grave consequences.",
    ),
    spares=(
        "Ana Reyl said Chad would pay for the grain.",
        "The guests will be met with flowers, Ana Reyl said.",
        "Chad will face Mali in the final, Ana Reyl said.",
    ),
)

ALLEGED = declare(
    "act.alleged",
    "a speaker says that somebody violates, tortures, steals, is behind a wrong: an accusation",
    catches=(
        "Norway said Chad had violated the truce.",
        "Ana Reyl said Chad had tortured prisoners.",
        "Chad is behind the attack, Norway said.",
    ),
    spares=(
        "Norway said Chad had signed the truce.",
        "Norway said it had violated the truce.",
        "Norway said Chad would violate the truce.",
        "Norway denied that Chad had violated the truce.",
    ),
)

_ATTACKS = set("attack bombing killing murder plot coup raid explosion sabotage violence unrest assassination".split())
_ALLEGATIONS = {"allegation", "accusation", "claim", "suspicion", "charge"}
_DENYING = {"deny", "doubt", "admit", "ask", "know"}
_REGRETTING = {"regret", "rue"}
_PAYING = {"pay", "suffer", "face", "bear", "reap", "invite", "risk", "take"}
_WOES = set(
    "dearly heavily price consequence consequences war retaliation reprisal reprisals wrath punishment destruction "
    "isolation response ruin annihilation backlash".split()
)
_MEETING = set("meet answer punish repel crush repulse counter treat regard consider".split())
_FORCE = set(
    "action sanctions penalties dismissal arrests force response retaliation reprisal fire resistance strength fist "
    "war".split()
)
_HOSTILITIES = set(
    "stoppage walkout protest attack aggression violation incursion raid attempt move provocation strike invasion "
    "intrusion assault act intervention interference breach".split()
)
_REFUSED = {"unacceptable", "unthinkable", "non-starter", "nonstarter"}
_WANTED = {"acceptable", "tolerable"}
_REFUSED_PHRASES = ("out of the question", "off the table", "not on the table")
_BELITTLED = set("insult joke slap mockery sham farce disgrace derisory laughable paltry insulting inadequate".split())
_SIGNS = set(
    "sign evidence indication intention willingness desire interest readiness goodwill commitment hint wish".split()
)


def find_judgement(cast: Cast, token: Token) -> Act | None:
    """Return the rejection or accusation that a word of a statement makes, or ``None``."""
    if token.pos_ == "NOUN":
        return _lack(cast, token)
    if token.pos_ not in ("VERB", "AUX"):
        return None
    return _refusing(cast, token) or _menace(cast, token) or _alleged(cast, token) or _no_question(cast, token)


def _no_question(cast: Cast, token: Token) -> Act | None:
    """Return the rejection of "there is no question of ceding land to X"."""
    word = child(token, "attr") if token.lemma_ == "be" and child(token, "expl") is not None else None
    of = prepositional(word, "of") if word is not None and word.lemma_ in ("question", "chance", "prospect") else None
    if of is None or not any(c.lower_ == "no" for c in word.children):
        return None
    return _rejection(cast, token, word, of)


def _menace(cast: Cast, token: Token) -> Act | None:
    """Return the threat of "X will regret it", "any attack by X will be met with force"."""
    own = child(token, "nsubj", "nsubjpass") if token.pos_ == "VERB" and auxiliaries(token) & TO_COME else None
    if own is None or is_negated(token):
        return None
    behind = {t.lower_ for t in subtree(token) if t.i > token.i} | {t.lemma_.lower() for t in children(token, "dobj")}
    if token.lemma_ in _REGRETTING or (token.lemma_ in _PAYING and behind & _WOES and not is_passive(token)):
        whom = own if cast.who(own) else None
    elif token.lemma_ in _MEETING and is_passive(token) and behind & _force(token) and own.lemma_ in _HOSTILITIES:
        whom = next((t for t in subtree(own) if cast.who(t)), None)
    elif is_passive(token) and child(token, "agent") is None and (is_hostile_deed(token) or behind & {"blow"}):
        whom = own if cast.who(own) else None
    else:
        return None
    if whom is None and token.lemma_ not in _MEETING:
        return None
    return Act(
        act="THREATEN",
        rule=MENACE,
        trigger=span_of(token),
        token=token,
        addressee=whom,
        content=bounds(predicate(token)),
        strength=4,
        realis="future",
    )


def _force(verb: Token) -> set[str]:
    """Return what a hostile deed is answered with, or treated as: "would be treated as an attack on itself"."""
    return _FORCE | (_HOSTILITIES if verb.lemma_ in ("treat", "regard", "consider") else set())


def _refusing(cast: Cast, token: Token) -> Act | None:
    """Return the rejection of "X is out of the question"."""
    if token.lemma_ != "be":
        return None
    own = child(token, "nsubj", "csubj")
    if own is None:
        return None
    said = next((c for c in all_children(token) if c.lower_ in _REFUSED), None)
    behind = [t for t in all_tokens(token.doc)[token.i + 1 : token.right_edge.i + 1] if t.dep_ != "advmod"]
    phrase = " ".join(t.lower_ for t in behind).lstrip("“\"'‘ ")
    if said is None and own.lemma_.lower() in OFFERED and not is_negated(token):
        said = next((c for c in children(token, "attr", "acomp") if c.lower_ in _BELITTLED), None)
    if said is None and is_negated(token):
        said = next((c for c in children(token, "acomp") if c.lower_ in _WANTED or _is_too_little(c, own)), None)
    if said is None and not phrase.startswith(_REFUSED_PHRASES):
        return None
    last = said or token.doc[min(token.i + 4, len(token.doc) - 1)]
    return _rejection(cast, token, last, own)


def _is_too_little(word: Token, own: Token) -> bool:
    """True for the enough of "the offer is not enough", "three years are not enough"."""
    is_offered = own.lemma_.lower() in OFFERED or child(own, "nummod") is not None
    return word.lower_ in ("enough", "sufficient", "adequate") and is_offered


def _rejection(cast: Cast, verb: Token, last: Token, refused: Token) -> Act:
    """Return the rejection from a verb to the last word of its predicate, of all that hangs on a word."""
    words = tuple(subtree(refused))
    return Act(
        act="REJECT",
        rule=REFUSING,
        trigger=span_of(verb, last),
        token=verb,
        addressee=counterpart(cast, verb, None, Complement(REFUSING, None, words)),
        guessed=True,
        content=bounds(words),
        strength=4,
    )


def _is_in_question(token: Token) -> bool:
    """True for "whether X lied", and for what a noun before calls an allegation already."""
    if any(c.lower_ in ("if", "whether") for c in children(token, "mark")):
        return True
    return any(t.lemma_ in _ALLEGATIONS for t in sentence_of(token) if t.i < token.i)


def _alleged(cast: Cast, token: Token) -> Act | None:
    """Return the accusation of "X has violated the truce", said by somebody else."""
    own = child(token, "nsubj")
    if own is None or own.tag_ in ("PRP", "WP", "WDT") or not cast.who(own) or is_negated(token) or is_question(token):
        return None
    if auxiliaries(token) - {"has", "have", "had", "is", "are", "was", "were", "’s", "'s", "been", "being"}:
        return None
    if (token.dep_ == "ccomp" and token.head.lemma_ in _DENYING) or _is_in_question(token):
        return None
    behind = prepositional(token, "behind") if token.lemma_ == "be" else None
    is_wrong = token.lemma_ in speech.object_nouns()["wrong"] and not is_passive(token)
    blamed = token.lemma_ == "be" and any(
        c.lower_ in ("responsible", "guilty") or c.lemma_ == "blame" for c in children(token, "acomp", "xcomp")
    )
    if not is_wrong and not blamed and (behind is None or behind.lemma_ not in _ATTACKS):
        return None
    return Act(
        act="ACCUSE",
        rule=ALLEGED,
        trigger=span_of(token),
        token=token,
        issuer=_whose_word(token),
        addressee=own,
        content=bounds(predicate(token)),
        strength=3,
    )


def _whose_word(verb: Token) -> Token | None:
    """Return Brandt of "Brandt's criticism that X lied": who says so, whoever speaks of it."""
    noun = verb.head if verb.dep_ in ("acl", "ccomp") and verb.head.pos_ == "NOUN" else None
    return child(noun, "poss") or prepositional(noun, "by", "from") if noun is not None else None


def _lack(cast: Cast, token: Token) -> Act | None:
    """Return the accusation of "no sign of goodwill from X"."""
    if token.lemma_ not in _SIGNS:
        return None
    no = next((c for c in token.children if c.lower_ in ("no", "little")), None)
    if no is None:
        return None
    for inner in subtree(token):
        if inner.dep_ == "pobj" and inner.head.lower_ in ("from", "by", "among", "in") and cast.who(inner):
            return Act(
                act="ACCUSE",
                rule=LACK,
                trigger=span_of(no, token),
                token=token,
                addressee=inner,
                content=bounds(subtree_without(token, inner.head)),
                strength=2,
            )
    return None
