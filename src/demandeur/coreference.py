"""Coreference: which actor "he", "they", "its" mean, and who "I" and "we" are inside somebody's words.

Candidates are ranked by nearness, grammatical role and paragraph; number and gender must fit. Pronouns inside a
quotation wait for its speaker, who can't be the "he" of his own words.
"""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from demandeur.antecedents import (
    FORMS,
    candidates,
    giver,
    is_the_subjects,
    quotation_around,
    subject_ahead,
    told,
    written_to,
)
from demandeur.cast import Cast
from demandeur.descriptions import actor_noun
from demandeur.expletives import is_expletive
from demandeur.floor import Hearers
from demandeur.grammar import (
    all_tokens,
    sentence_of,
    sentence_text,
    tokens_of,
)
from demandeur.nominals import is_nominal, resolve_both, resolve_nominal, resolve_speaking_noun
from demandeur.officers import add_role_behind
from demandeur.referents import is_both
from demandeur.rules import declare
from demandeur.speaking_nouns import is_acted_on, speaks

PERSONAL = declare(
    "mention.pronoun",
    "he, she, they, it: the best-ranked earlier actor of fitting number and gender",
    catches=("Ana Reyl left because she was tired.", "Norway agreed. It had waited for years."),
    spares=("It is raining.",),
)
AHEAD = declare(
    "mention.cataphora",
    "a pronoun before its name: the subject of the main clause",
    catches=("As he left the hall, Oluf Brandt waved.",),
    spares=("He waved.",),
)
FIRST_PERSON = declare(
    "mention.first-person",
    "I and we in somebody's words: the speaker",
    catches=("“We will not sign,” Ana Reyl said.",),
    spares=("We will not sign.",),
)
SECOND_PERSON = declare(
    "mention.second-person",
    "you in a question of a transcript: the one who speaks next; in a letter: its reader",
    catches=(
        "Ms Ana Reyl: It is late.\n\nMr Otto Brandt: Will you sign?\n\nMs Reyl: No.\n\nMr Brandt: Why?",
        "Dear Ms Reyl,\n\nWe ask you to wait.\n\nYours sincerely,\n\nOtto Brandt",
    ),
    spares=("“Will you sign?” Ana Reyl asked.",),
)

_FIRST = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}
_SECOND = {"you", "your", "yours", "yourself"}
_PAIRS = {"sides", "parties", "countries", "governments", "nations", "states"}
"""Of which one says "both": in somebody's own words, two others."""
_SAID = {*FORMS, *_FIRST, *_SECOND, *_PAIRS}
_OWN_STATE = {"country", "nation", "government", "delegation"}
_NOUNS = {"NOUN", "PROPN", "ADJ", "NUM"}
_NAMING = set(
    "call brand label dub reject accept sign ratify dismiss withdraw adopt welcome hail oppose applaud endorse "
    "approve".split()
)
"""What is done to things, not to those who say them: "called it an insult"."""


def resolve_references(
    cast: Cast,
    inside: Iterable[tuple[int, int]],
    *,
    speakers: dict[int, tuple[str, ...]] | None = None,
    heard: Mapping[int, Hearers] | None = None,
) -> None:
    """Add the mentions of pronouns and nominals ("the minister") to the cast, in reading order.

    Args:
        cast: the actors and the mentions found so far.
        inside: offsets of the quotations.
        speakers: ``None`` resolves the nominals, and the pronouns outside the quotations; a table from the start of a
            quotation to its speaker resolves those inside, the speaker himself left out for the third person.
        heard: whom "you" means where something is asked, by the start of a turn; in a quotation it means no one.
    """
    spans = sorted(inside)
    if speakers is not None and not spans:
        return
    for token in all_tokens(cast.doc) if speakers is None else tokens_of(cast.doc, *_SAID):
        word = token.lower_
        if speakers is None and (token.pos_ in _NOUNS or word in ("both", "neither")):
            _resolve_noun(cast, token)
        if word not in _SAID:
            continue
        holder = quotation_around(token, spans)
        if word in _PAIRS:
            if holder is not None and speakers is not None and is_both(token):
                resolve_both(cast, token, spared=speakers.get(holder[0], ()))
            continue
        is_owner = token.dep_ == "poss" and token.head.lower_ in _OWN_STATE  # of "my country", a mention so far
        if (holder is None) == (speakers is not None) or (cast.at(token) is not None and not is_owner):
            continue
        speaker = speakers.get(holder[0], ()) if speakers is not None and holder is not None else ()
        if word in _FIRST:
            if speaker:
                _add(cast, token, speaker, FIRST_PERSON, 0.85)
                _add_own_state(cast, token, speaker)
            continue
        if word in _SECOND:
            hearers = heard.get(holder[0]) if heard and holder is not None else None
            is_meant = hearers is not None and hearers.actors != ()
            if is_meant and (not hearers.in_questions or sentence_text(token).rstrip().endswith("?")):
                _add(cast, token, hearers.actors, SECOND_PERSON, 0.75)
            continue
        _resolve(cast, token, speaker, spans)


def _resolve_noun(cast: Cast, token: Token) -> None:
    if is_nominal(cast, token):
        resolve_nominal(cast, token)
    elif cast.at(token) is None and (speaks(token) or is_acted_on(token)):
        resolve_speaking_noun(cast, token)


def _add(cast: Cast, token: Token, actors: Iterable[str], rule: str, confidence: float) -> None:
    mention = cast.mention(actors, token.i, token.i, head=token.i, form="pronoun", rule=rule, confidence=confidence)
    if token.dep_ == "poss":
        add_role_behind(cast, mention)


def _resolve(cast: Cast, token: Token, speaker: tuple[str, ...], spans: list[tuple[int, int]]) -> None:
    if token.lower_ == "it" and (is_expletive(token) or _is_what_is_called(token) or _goes_on_of_a_thing(cast, token)):
        return
    written = written_to(cast, token) or told(cast, token)
    if written is not None:
        _add(cast, token, written.actors, PERSONAL, 0.75)
        return
    if is_the_subjects(token):
        doer = giver(cast, token)
        if doer is not None:
            _add(cast, token, doer.actors, PERSONAL, 0.75)
        return
    ranked = candidates(cast, token, speaker, spans)
    if ranked:
        best = ranked[0]
        _learn_gender(cast, best[1], FORMS[token.lower_][0])
        _add(cast, token, best[1], PERSONAL, 0.75 if best[0] > 0 else 0.55)
        return
    ahead = subject_ahead(cast, token)
    if ahead is not None:
        _add(cast, token, ahead.actors, AHEAD, 0.6)


def _add_own_state(cast: Cast, token: Token, speaker: tuple[str, ...]) -> None:
    """Add the mention of "my country", "our government": the state of the one who says it."""
    noun = token.head
    if token.dep_ != "poss" or noun.lower_ not in _OWN_STATE or len(speaker) != 1:
        return
    own = cast.actors[speaker[0]]
    state = own.actor_id if own.kind == "state" else own.state
    if state is not None and cast.actors[state].kind == "state":
        cast.mention([state], token.i, noun.i, head=noun.i, form="nominal", rule=FIRST_PERSON, confidence=0.8)


def _learn_gender(cast: Cast, actors: tuple[str, ...], gender: str | None) -> None:
    """Note the gender of a person whom the article has just called he or she."""
    actor = cast.actors[actors[0]]
    if len(actors) == 1 and actor.kind == "person" and actor.gender is None and gender in ("m", "f"):
        actor.gender = gender


def _is_what_is_called(token: Token) -> bool:
    """True in "called it an insult", "rejected it", "signed it": people do that to what was said or offered."""
    verb = token.head
    if verb.lemma_ not in _NAMING and token.dep_ == "nsubj":
        verb = verb.head  # "called [it an insult]"
    return verb.pos_ == "VERB" and token.i > verb.i and verb.lemma_ in _NAMING and token.dep_ in ("dobj", "nsubj")


def _goes_on_of_a_thing(cast: Cast, token: Token) -> bool:
    """True for a subject "it" behind a sentence whose subject is a thing: "The letter names nobody. It says that …"."""
    start = sentence_of(token).start
    if token.dep_ != "nsubj" or token.head.dep_ != "ROOT" or start == 0 or "\n" in cast.doc[start - 1].text:
        return False
    noun = next((t for t in sentence_of(cast.doc[start - 1]) if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    return noun is not None and noun.tag_ == "NN" and cast.at(noun) is None and actor_noun(noun) is None
