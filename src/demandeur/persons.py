"""Persons: the actors that are persons, and which names are theirs."""

import re
from operator import attrgetter

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast, Mention
from demandeur.grammar import SUBJECTS, all_tokens
from demandeur.namesakes import MISSPELT, first_name_of_a_couple, misspelt
from demandeur.namespan import NameSpan, places_of_words, text_of_name
from demandeur.neuters import called_he
from demandeur.places import Places
from demandeur.roles import office_of, role_before
from demandeur.rules import declare

NAME = declare(
    "actor.name",
    "a person under the full name, later under a part of it",
    catches=("Ana Reyl left. Reyl had waited.", "President Oluf Brandt spoke."),
    spares=("The guns must fall silent.",),
)

_LONGEST_ACRONYM = 3
_OF_WHAT = 3  # tokens of an office behind its noun: "Secretary of State"
_OF_PLACES = {"amod", "compound", "npadvmod"}


def is_person(doc: Doc, span: NameSpan, places: Places) -> bool:
    """True for a name that is a person's, not a place's and not that of a thing ("the Karsk power plant")."""
    if span.kind != "person" or (span.first == span.last and _only_modifies(doc[span.last])):
        return False
    return not places.has(text_of_name(doc, span))


def _only_modifies(token: Token) -> bool:
    """True for the first word of "the Karsk power plant": a name of a thing, unless an office follows."""
    if token.dep_ not in ("compound", "nmod", "amod") or token.head.i <= token.i or token.head.ent_type_ == "PERSON":
        return False
    return token.head.pos_ == "NOUN" and office_of(token.head) is None


def _words(cast: Cast, span: NameSpan) -> list[str]:
    words = [t.text for t in all_tokens(cast.doc)[span.first : span.last + 1]]
    words = [word for word in words if word not in (".", "-", "’s", "'s")]
    return [word.title() if len(word) > _LONGEST_ACRONYM and word.isupper() else word for word in words]


def known_person(cast: Cast, span: NameSpan) -> Actor | None:
    """Return the person in whose name all these words stand, initials aside; of several the likeliest."""
    words = set(_words(cast, span))
    gender = _title_gender(cast.doc, span.first)
    found = [a for a in cast.actors.values() if a.kind == "person" and _may_be_called(a.name.split(), words)]
    found = [a for a in found if not (gender and a.gender and gender != a.gender)]
    found = [a for a in found if not _is_first_of_several(words, a.name) or _is_first_name_use(cast, span)]
    found = [a for a in found if gender and a.gender == gender] or found
    return _likeliest(cast, span, _in_the_office(cast, span, found) or found)


def _in_the_office(cast: Cast, span: NameSpan, bearers: list[Actor]) -> list[Actor]:
    """Return those whom the text has called by the office that stands before a bare surname: "Secretary Reyl"."""
    office = cast.doc[span.first - 1] if span.first and span.first == span.last else None
    if office is None or len(bearers) < 2 or office_of(office) is None or not office.text[0].isupper():
        return []
    ids = {actor.actor_id for actor in bearers}
    called = {a for m in cast.mentions for a in m.actors if a in ids and _holds(cast, m, office.lower_)}
    called |= {a.actor_id for a in bearers if office.lower_ in (a.role or "").lower().split()}
    return [actor for actor in bearers if actor.actor_id in called]


def _holds(cast: Cast, mention: Mention, office: str) -> bool:
    """True where the office stands in a mention or right before it: "Secretary of State Ana Reyl"."""
    return any(t.lower_ == office for t in cast.doc[max(mention.left - _OF_WHAT, 0) : mention.last + 1])


def _may_be_called(own: list[str], words: set[str]) -> bool:
    """True for Otto Marrow where the words are "Otto J. Marrow"; not for Otto H. Marrow, his father."""
    if words <= set(own):
        return True
    plain = {word for word in words if not _is_initial(word)}
    return len(plain) > 1 and plain <= set(own) and not any(_is_initial(word) for word in own)


def _is_initial(word: str) -> bool:
    """True for "J", "J.", "H.W."."""
    return re.fullmatch(r"[A-Z](\.[A-Z])*\.?", word) is not None


def _likeliest(cast: Cast, span: NameSpan, bearers: list[Actor]) -> Actor | None:
    """Return whom a name means that several bear: whom the text has just brought in, else who was named most before.

    A person is brought in by name as a clause's subject; so "Cruz" goes on meaning the senator behind "a photo of
    Heidi Cruz".
    """
    if len(bearers) < 2:
        return bearers[0] if bearers else None
    times, brought_in = dict.fromkeys((actor.actor_id for actor in bearers), 0), None
    for mention in sorted((m for m in cast.mentions if m.head < span.first), key=attrgetter("head")):
        for actor_id in times.keys() & set(mention.actors):
            times[actor_id] += 1
            if mention.last > mention.first and cast.doc[mention.head].dep_ in SUBJECTS:
                brought_in = actor_id
    if brought_in is not None:
        return cast.actors[brought_in]
    return max(bearers, key=lambda actor: times[actor.actor_id])


def is_surname(cast: Cast, span: NameSpan) -> bool:
    """True for a city's or state's name that is also the surname of a person in the article: "Paris said"."""
    token = cast.doc[span.last]
    if span.first != span.last or span.entries[0].form not in ("capital", "name") or token.dep_ in _OF_PLACES:
        return False
    bears = any(a.kind == "person" and " " in a.name and a.name.split()[-1] == token.text for a in cast.actors.values())
    return bears and (token.dep_ != "pobj" or token.head.lower_ not in ("in", "at", "from", "near", "to"))


def _is_first_of_several(words: set[str], name: str) -> bool:
    """True when the one word is the first name of a person with a longer one."""
    own = name.split()
    return len(own) > 1 and words == {own[0]}


def _is_first_name_use(cast: Cast, span: NameSpan) -> bool:
    """True where a first name alone means the person: a given name ("Hillary") or nobody else's ("Ciro")."""
    word = cast.doc[span.first].text
    if lexicon.first_name_gender(word) is not None:
        return True
    return sum(a.kind == "person" and a.name.split()[0] == word for a in cast.actors.values()) == 1


def _title_gender(doc: Doc, first: int) -> str | None:
    if first == 0:
        return None
    title = lexicon.titles().get(doc[first - 1].text)
    return title.gender if title else None


def add_person(cast: Cast, span: NameSpan) -> None:
    """Add the mention of a person by name, and the person when the name is new."""
    text = " ".join(_words(cast, span))
    actor = known_person(cast, span) or _with_nickname(cast, span)
    rule = span.rule or NAME
    alone = actor is None and span.first == span.last
    surname = first_name_of_a_couple(cast.doc, cast.doc[span.last]) if alone else None
    if surname is not None:
        text = f"{text} {surname}"
    elif alone and (actor := misspelt(cast, text)) is not None:
        rule = MISSPELT
    if actor is None:
        gender = _title_gender(cast.doc, span.first) or lexicon.first_name_gender(text.split()[0])
        actor = _longer_name_ahead(cast, span) or cast.new_actor(text, "person", gender=gender)
    actor.gender = actor.gender or _title_gender(cast.doc, span.first)
    actor.also(text)
    role = role_before(cast.doc, span.first)
    left = role.first if role else span.first
    cast.mention([actor.actor_id], span.first, span.last, left=left, form="name", rule=rule, confidence=0.9)


def _longer_name_ahead(cast: Cast, span: NameSpan) -> Actor | None:
    """Return the person whose surname this one word is, even under another title."""
    words = _words(cast, span)
    if len(words) != 1:
        return None
    for actor in cast.actors.values():
        if actor.kind == "person" and actor.name.split()[-1] == words[0]:
            return actor
    return None


def _with_nickname(cast: Cast, span: NameSpan) -> Actor | None:
    """Return the person who has this surname and a form of this first name ("Bill" for "William")."""
    words = _words(cast, span)
    if len(words) < 2:
        return None
    nicknames = lexicon.nicknames()
    for actor in cast.actors.values():
        if actor.kind != "person":
            continue
        own = actor.name.split()
        same_first = own[0] in nicknames.get(words[0], ()) or words[0] in nicknames.get(own[0], ())
        if own[-1] == words[-1] and same_first:
            return actor
    return None


def add_surnames(cast: Cast) -> None:
    """Find the surnames of known persons that no name list saw; a name of one word only where it is called "he"."""
    persons = [a.name for a in cast.actors.values() if a.kind == "person" and a.named]
    surnames = {name.split()[-1] for name in persons if " " in name or name in called_he(cast.doc)}
    words = places_of_words(cast.doc)
    loud = {surname.upper() for surname in surnames if len(surname) > _LONGEST_ACRONYM}
    numbers = sorted(i for surname in surnames | loud for i in words.get(surname, ()))
    tokens = [cast.doc[number] for number in numbers]
    free = [token for token in tokens if not token.is_stop and cast.at(token) is None]
    if not free:
        return
    common = {token.text for token in all_tokens(cast.doc) if token.text.islower()}
    for token in free:
        if token.lower_ not in common and cast.at(token) is None:
            add_person(cast, NameSpan(token.i, token.i, "person"))
