"""Nominals: what "the minister", "officials from the UK and France" or "the two sides" mean.

A noun that names an office or a collective (the lexicon has both) is the state it belongs to where it stands for a
government, a person the article has named where the office fits, and else an actor of its own under its own words.
"""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast, Mention
from demandeur.descriptions import actor_noun, add_described, add_mention, phrase_of_noun
from demandeur.grammar import child, children
from demandeur.later_names import NAMED_LATER, named_later
from demandeur.numerals import is_counted, resolve_number
from demandeur.participants import named_right_behind
from demandeur.place_words import is_a_locality
from demandeur.principals import principal, stands_for_state, states_of
from demandeur.referents import BOTH_KINDS, is_both, is_definite, last_two, person_in_office, short_name, spoken_of
from demandeur.roles import is_addressed, office_of
from demandeur.rules import declare
from demandeur.speaking_nouns import DOCUMENT, SPEAKING, author, is_somebody
from demandeur.unlisted_states import dateline_agencies

GOVERNMENT = declare(
    "mention.government",
    "a government, delegation or its officials, as the state or states they belong to",
    catches=("The Norwegian government agreed.", "Officials from Norway and Chad met.", "Norway's delegation left."),
    spares=("The officials met.",),
)
OFFICE = declare(
    "mention.office",
    "an office or occupation, as the person named before it",
    catches=("Foreign Minister Ana Reyl spoke. Later the minister left.",),
    spares=("A minister resigned.",),
)
BOTH = declare(
    "mention.both",
    "the two sides, men, countries: the two last named of that kind",
    catches=("Norway and Chad met. The two countries agreed on a truce.",),
    spares=("The two boats sank.",),
)
SHORT = declare(
    "mention.short-name",
    "the union, the council, the country: the one last named whose name or kind it is",
    catches=("The Harbour Workers' Union met. The union called a strike.",),
    spares=("A union is a fine thing.",),
)
SPOKESMAN = declare(
    "mention.spokesman",
    "an unnamed spokesman, as the one he speaks for",
    catches=("A spokesman for Ana Reyl said the talks had failed.", "Ana Reyl left. Her spokeswoman said nothing."),
    spares=("A spokesman said the talks had failed.",),
)
EPITHET = declare(
    "mention.epithet",
    "the nominee, the senator: the person of whom the sentence before speaks, when nobody is known to hold the office",
    catches=("Ana Reyl promised help on Monday. The senator said the talks had failed.",),
    spares=(
        "Ana Reyl promised help on Monday. A senator said the talks had failed.",
        "Judge Ana Reyl promised help on Monday. The senator said the talks had failed.",
    ),
)
PREDICATE = declare(
    "mention.predicate",
    "an office whose holder the same clause names",
    catches=("The mediator is Ana Reyl. The mediator left.",),
    spares=("The mediator is not Ana Reyl.", "The mediator is tired."),
)

_EXERCISING = set("have give lack grant exceed abuse undermine question use claim delegate of".split())
_POWERFUL = set(
    "world great major foreign western eastern regional colonial nuclear big outside allied occupying rival global "
    "naval maritime neighbouring neighboring middle imperial protecting guarantor european".split()
)
_HOMES = {"country", "nation", "homeland"}
_GOVERNING = {"government", "authority"}


def is_nominal(cast: Cast, token: Token) -> bool:
    """True for a noun that names an office or a collective, for "both" and "the six", unless a name covers it."""
    if is_counted(token):
        return True
    alone = token.lower_ in ("both", "neither") and token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
    if not alone and (token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("compound", "amod", "nmod")):
        return False
    own = cast.at(token)
    if own is not None and (own.form == "name" or own.head == token.i):
        return False
    is_known = alone or actor_noun(token) is not None or (token.lemma_ in BOTH_KINDS and is_both(token))
    if not is_known and token.lower_ not in cast.short_names:
        return False
    if _is_nobody(cast, token):
        return False
    return is_known or (is_definite(token) and short_name(cast, token) is not None)


def _is_nobody(cast: Cast, token: Token) -> bool:
    """True where a noun that may be an actor is none: a part of a place's name, a form of address, an idiom."""
    if is_addressed(token) or any(c.tag_ == "WP$" for c in children(token, "poss")):
        return True  # "Vellum, whose board backed it"
    if token.pos_ == "PROPN":  # "the tenants of Mirre Court"
        in_dateline = any(start <= token.idx < end for start, end in dateline_agencies(cast.doc))
        if in_dateline or is_a_locality(token):
            return True
    idiom = _IDIOMS.get(token.lower_)
    return idiom is not None and idiom(token)


def _has_behind(noun: Token, preposition: str) -> bool:
    return any(c.lower_ == preposition for c in children(noun, "prep"))


_IDIOMS: dict[str, Callable[[Token], bool]] = {
    "opposition": lambda noun: _has_behind(noun, "to"),  # "her opposition to the dam"
    "prosecution": lambda noun: _has_behind(noun, "of"),  # "pushed for the prosecution of smugglers"
    "authority": lambda noun: child(noun, "acl") is not None or noun.head.lemma_ in _EXERCISING,  # "authority to act"
    "powers": lambda noun: not _are_states(noun),  # "wider powers"
    "state": lambda noun: noun.head.lower_ == "of" and office_of(noun.head.head) is not None,  # "Secretary of State"
    "coalition": lambda noun: _has_behind(noun, "with") and any(c.lower_ == "a" for c in noun.children),
    "firm": lambda noun: noun.dep_ in ("acomp", "dobj") and child(noun, "det", "poss") is None,  # "stood firm"
}
"""By what a noun is no actor."""


def _are_states(powers: Token) -> bool:
    """True for "the great powers", "Western powers"; not for powers that somebody has or wants."""
    before = [c for c in powers.children if c.dep_ in ("amod", "compound", "nmod", "nummod")]
    return any(c.lower_ in _POWERFUL or c.ent_type_ in ("NORP", "GPE", "CARDINAL") for c in before)


def resolve_nominal(cast: Cast, token: Token) -> None:
    """Add the mention of a nominal to the cast; what it means depends on what stands before it."""
    if is_counted(token):
        resolve_number(cast, token)
        return
    if _named_beside(cast, token) is not None or _named_by_predicate(cast, token):
        return
    alone = token.lower_ in ("both", "neither")
    if ((alone or is_both(token)) and resolve_both(cast, token)) or alone:
        return
    office = lexicon.offices().get(token.lower_)
    if office is not None and office.speaks_for:
        _resolve_beside(cast, token, "for", "of")
    spoken_for = principal(cast, token)
    if spoken_for:
        add_mention(cast, token, spoken_for, "role", SPOKESMAN, 0.75)
        return
    owners = [c for c in token.children if c.dep_ == "poss" and cast.who(c)]
    if token.lemma_ == "member" and owners:
        add_mention(cast, token, list(cast.who(owners[0])), "nominal", SHORT, 0.6)
        return
    if token.lemma_ in _HOMES and owners and (home := _home_of(cast, owners[0])) is not None:
        add_mention(cast, token, [home], "nominal", SHORT, 0.6)
        return
    states = states_of(cast, token)
    if states and stands_for_state(token) and not _are_some_of_a_party(cast, token, states):
        add_mention(cast, token, states, "nominal", GOVERNMENT, 0.85)
        if len(states) == 1 and token.lemma_.lower() in _GOVERNING:
            _note_name(cast, cast.actors[states[0]], token)
        return
    found = person_in_office(cast, token, states)
    if found is not None:
        add_mention(cast, token, [found.actor_id], "role", OFFICE, 0.7)
        return
    found = None if states else short_name(cast, token)
    if found is not None:
        add_mention(cast, token, [found.actor_id], "nominal", SHORT, 0.65)
        return
    found = named_later(cast, token)
    if found is not None:
        _take_description(cast, found, token, states)
        return
    found = None if states else spoken_of(cast, token)
    if found is not None:
        add_mention(cast, token, [found.actor_id], "role", EPITHET, 0.55)
        return
    add_described(cast, token, states)


def _home_of(cast: Cast, owner: Token) -> str | None:
    """Return Norway for the country of "its minister, Ana Reyl, said her country would stay"."""
    states = {cast.actors[actor_id].state for actor_id in cast.who(owner) if cast.actors[actor_id].kind == "person"}
    state = states.pop() if len(states) == 1 else None
    return state if state is not None and cast.actors[state].kind == "state" else None


def _are_some_of_a_party(cast: Cast, token: Token, states: list[str]) -> bool:
    """True for "GOP delegates", who are not their party."""
    return token.tag_ in ("NNS", "NNPS") and all(cast.actors[state].sector == "PTY" for state in states)


def resolve_both(cast: Cast, token: Token, *, spared: Iterable[str] = ()) -> bool:
    """Add the mention of "both sides" or "both": true where two are found that it can mean, none of them spared."""
    pair = last_two(cast, token, cast.with_states(spared))
    if pair:
        add_mention(cast, token, pair, "pronoun" if token.lower_ in ("both", "neither") else "nominal", BOTH, 0.6)
    return bool(pair)


def _note_name(cast: Cast, state: Actor, token: Token) -> None:
    """Note "Norwegian authorities" among the names by which the article calls Norway."""
    words = [t for t in phrase_of_noun(token) if t.i <= token.i and t.tag_ not in ("DT", "PRP$")]
    if len(words) > 1 and any(state.actor_id in cast.who(t) for t in words[:-1]):
        state.also(cast.doc[words[0].i : token.i + 1].text)


def _named_beside(cast: Cast, token: Token) -> Mention | None:
    """Return the name that stands in apposition: "the minister, Ana Reyl"."""
    behind = named_right_behind(token)
    beside = [*children(token, "appos"), *([behind] if behind is not None else [])]
    for phrase in children(token, "prep"):
        place = child(phrase, "pobj") if phrase.lower_ in ("of", "for") and office_of(token) is not None else None
        if place is not None and place.dep_ == "pobj" and cast.kind_at(place) != "person":
            beside += [other for other in children(place, "appos") if cast.kind_at(other) == "person"]
    for other in beside:
        mention = cast.at(other)
        if mention is not None and mention.form == "name":
            named = cast.all_of(other) if token.tag_ == "NNS" else mention.actors  # "two members, X and Y"
            cast.mention(named, token.i, token.i, left=token.left_edge.i, form="role", rule=OFFICE, confidence=0.85)
            return mention
    if token.dep_ == "appos":
        mention = cast.at(token.head)
        if mention is not None and mention.form == "name":
            return mention
    return None


def _take_description(cast: Cast, person: Actor, token: Token, states: list[str]) -> None:
    """Give a person the office and the state by which the article has described him before naming him."""
    add_mention(cast, token, [person.actor_id], "role", NAMED_LATER, 0.6)
    words = [t for t in phrase_of_noun(token) if t.tag_ not in ("DT", "PRP$")]
    noun = actor_noun(token)
    person.role = cast.doc[words[0].i : words[-1].i + 1].text
    person.sector = person.sector or (noun.sector if noun else None)
    if person.state is None and states:
        person.state, person.country = states[0], cast.actors[states[0]].country


def resolve_speaking_noun(cast: Cast, token: Token) -> None:
    """Add the mention of a noun that speaks but names no office: somebody, or somebody's letter."""
    if _named_beside(cast, token) is not None:
        return
    _resolve_beside(cast, token, "by", "from")
    authors = author(cast, token)
    if authors:
        add_mention(cast, token, authors, "nominal", DOCUMENT, 0.65)
    elif is_somebody(token):
        found = named_later(cast, token)
        if found is not None:
            _take_description(cast, found, token, states_of(cast, token))
        else:
            add_described(cast, token, states_of(cast, token), SPEAKING)


def _resolve_beside(cast: Cast, token: Token, *prepositions: str) -> None:
    """Find whom the nominal behind a noun means before the noun: the council of "a spokesman for the council"."""
    for whom in (child(p, "pobj") for p in children(token, "prep") if p.lower_ in prepositions):
        if whom is not None and cast.at(whom) is None and is_nominal(cast, whom):
            resolve_nominal(cast, whom)


def _named_by_predicate(cast: Cast, token: Token) -> bool:
    """Give "the winner" the name in "the winner is Ana Reyl", when that is a person's."""
    verb = token.head
    name = child(verb, "attr") if token.dep_ == "nsubj" and verb.lemma_ == "be" else None
    mention = cast.at(name) if name is not None else None
    if mention is None or mention.form != "name" or cast.actors[mention.actors[0]].kind != "person":
        return False
    if token.tag_ in ("NNS", "NNPS") or child(verb, "neg") is not None:
        return False
    add_mention(cast, token, list(mention.actors), "role", PREDICATE, 0.7)
    return True
