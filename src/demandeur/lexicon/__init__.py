"""Lexicon: who is who among states, organisations, seats of power and offices.

The entries are CSV files beside this module, one source for each entry; README.md there explains their columns.
Everything is read once and kept.

>>> names()["Kremlin"]
[Name(text='Kremlin', target='RUS', form='metonym', ambiguous=())]
>>> states()["UKR"].capitals
('Kyiv', 'Kiev', 'Kyïv')
>>> offices()["foreign ministers"].sector
'GOV'
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from demandeur.lexicon.entries import (
    READINGS,
    SECTORS,
    STATUSES,
    Form,
    GroupNoun,
    Metonym,
    Name,
    Office,
    Organisation,
    People,
    Region,
    State,
    Title,
)
from demandeur.lexicon.persons import first_name_gender, gender_of, nicknames, titles
from demandeur.lexicon.rows import LexiconError, Row, read_rows

_OF_PEOPLES = ("name", "singular", "plural", "adjectives", "place", "kind", "source")

__all__ = [
    "SECTORS",
    "GroupNoun",
    "LexiconError",
    "Metonym",
    "Name",
    "Office",
    "Organisation",
    "People",
    "Region",
    "State",
    "Title",
    "acting_places",
    "ambiguous",
    "contested_nouns",
    "first_name_gender",
    "group_nouns",
    "lookalikes",
    "metonyms",
    "names",
    "nicknames",
    "offices",
    "organisations",
    "peoples",
    "person_nouns",
    "physical_nouns",
    "regions",
    "states",
    "titles",
    "uncontested_nouns",
    "world_regions",
]


@cache
def states() -> Mapping[str, State]:
    """Return the states by their key, ISO 3166-1 alpha-3 where there is one."""
    columns = tuple(State.__dataclass_fields__)
    found = {}
    for row in read_rows("states.csv", columns, "iso3"):
        found[row.text("iso3")] = State(
            iso3=row.text("iso3"),
            name=row.needed("name"),
            official=row.text("official") or None,
            aliases=row.several("aliases"),
            adjectives=row.several("adjectives"),
            people_singular=row.several("people_singular"),
            people_plural=row.several("people_plural"),
            capitals=row.several("capitals"),
            country=row.needed("country"),
            status=row.one_of("status", STATUSES),
            sector=row.one_of("sector", SECTORS),
            wikidata=row.text("wikidata") or None,
            source=row.needed("source"),
        )
    return MappingProxyType(found)


@cache
def organisations() -> Mapping[str, Organisation]:
    """Return the organisations by their id."""
    columns = tuple(Organisation.__dataclass_fields__)
    found = {}
    rows = list(read_rows("organisations.csv", columns, "id"))
    ids = {row.text("id") for row in rows}
    for row in rows:
        if row.text("id") in states():
            raise row.error(f"id '{row.text('id')}' is a state's in states.csv: choose another")
        if row.needed("code") not in states() and row.text("code") not in ids:
            raise row.error(f"code '{row.text('code')}' is neither in states.csv nor an id of organisations.csv")
        found[row.text("id")] = Organisation(
            id=row.text("id"),
            name=row.needed("name"),
            aliases=row.several("aliases"),
            members=row.several("members"),
            adjectives=row.several("adjectives"),
            code=row.text("code"),
            kind=row.one_of("kind", ("organisation", "group")),
            sector=row.one_of("sector", SECTORS),
            wikidata=row.text("wikidata") or None,
            source=row.needed("source"),
        )
    return MappingProxyType(found)


@cache
def metonyms() -> Mapping[str, Metonym]:
    """Return the seats and bodies that stand for a power, by their text without "the"."""
    found = {}
    for row in read_rows("metonyms.csv", ("text", "code", "sector", "place", "source"), "text"):
        code = row.needed("code")
        if code not in states() and code not in organisations():
            raise row.error(f"code '{code}' is neither in states.csv nor in organisations.csv")
        text, sector = row.text("text"), row.one_of("sector", SECTORS)
        found[text] = Metonym(text, code, sector, row.flag("place"), row.needed("source"))
    return MappingProxyType(found)


@cache
def offices() -> Mapping[str, Office]:
    """Return the words of offices and roles, singular and plural, by their text in lower case."""
    columns = ("singular", "plural", "sector", "head", "gender", "speaks_for", "source")
    found = {}
    for row in read_rows("offices.csv", columns, "singular"):
        sector, head = row.one_of("sector", SECTORS), row.flag("head")
        gender, speaks_for = gender_of(row), row.flag("speaks_for")
        for text, plural in _numbers(row):
            singular, source = row.text("singular"), row.needed("source")
            found[text] = Office(text, singular, plural, sector, head, gender, speaks_for, source)
    return MappingProxyType(found)


@cache
def group_nouns() -> Mapping[str, GroupNoun]:
    """Return the nouns of collective actors by their text in lower case."""
    columns = ("noun", "singular", "plural", "sector", "kind", "source")
    found = {}
    for row in read_rows("group_nouns.csv", columns, "noun"):
        sector, kind = row.one_of("sector", SECTORS), row.one_of("kind", ("organisation", "group"))
        for text, plural in _numbers(row):
            found[text] = GroupNoun(text, row.text("singular"), plural, sector, kind, row.needed("source"))
    return MappingProxyType(found)


def _numbers(row: Row) -> Iterator[tuple[str, bool]]:
    """Yield the singular and the plural of a row, as far as it has them, with whether it is the plural."""
    for column in ("singular", "plural"):
        text = row.text(column)
        if text != text.lower():
            raise row.error(f"{column} is '{text}': write it in lower case")
        if text:
            yield text, column == "plural"


@cache
def physical_nouns() -> frozenset[str]:
    """Return the nouns that belong to a city as a place, not to the government in it: airport, streets, weather."""
    rows = read_rows("physical_nouns.csv", ("noun", "source"), "noun")
    return frozenset(row.text("noun") for row in rows)


@cache
def contested_nouns() -> frozenset[str]:
    """Return the nouns for what people take sides on, besides those that their endings tell: ban, tax, strike."""
    return frozenset(row.text("noun") for row in read_rows("contested_nouns.csv", ("noun", "source"), "noun"))


@cache
def uncontested_nouns() -> frozenset[str]:
    """Return the nouns for nothing that one is for or against, or for the word by which one is: way, city, demand."""
    rows = read_rows("uncontested_nouns.csv", ("noun", "source"), "noun")
    return frozenset(row.text("noun") for row in rows)


@cache
def acting_places() -> frozenset[str]:
    """Return the nouns for a place or house that acts through those who run it: city, school."""
    return frozenset(row.text("noun") for row in read_rows("acting_places.csv", ("noun", "source"), "noun"))


@cache
def person_nouns() -> frozenset[str]:
    """Return the nouns for one person that name no office: neighbour, plumber, widow."""
    return frozenset(row.text("noun") for row in read_rows("person_nouns.csv", ("noun", "source"), "noun"))


@cache
def regions() -> Mapping[str, Region]:
    """Return the parts of states, the cities without a government and their people, by their texts, as in print."""
    columns = ("name", "aliases", "people", "country", "kind", "source")
    found = {}
    for row in read_rows("regions.csv", columns, "name"):
        name, country, source = row.text("name"), row.needed("country"), row.needed("source")
        if country not in states():
            raise row.error(f"country '{country}' is not in states.csv")
        kind = row.one_of("kind", ("region", "city"))
        for text in (name, *row.several("aliases")):
            found[text] = Region(text, name, country, kind, "name", source)
        for text in row.several("people"):
            found[text] = Region(text, name, country, kind, "people", source)
    return MappingProxyType(found)


@cache
def peoples() -> Mapping[str, People]:
    """Return the words for people of a world region, a people, a faith or a movement, by their texts, as in print."""
    found = {}
    for row in read_rows("peoples.csv", _OF_PEOPLES, "name"):
        name, source = row.text("name"), row.needed("source")
        kind = row.one_of("kind", ("region", "people", "religion", "movement"))
        for text in (*row.several("singular"), *row.several("plural")):
            found[text] = People(text, name, kind, "people", source)
        for text in row.several("adjectives"):
            found[text] = People(text, name, kind, "demonym", source)
    return MappingProxyType(found)


@cache
def world_regions() -> frozenset[str]:
    """Return the names of the parts of the world that hold several states: Europe, Central Asia."""
    return frozenset(row.text("place") for row in read_rows("peoples.csv", _OF_PEOPLES, "name") if row.text("place"))


@cache
def lookalikes() -> Mapping[str, str]:
    """Return the texts that hold an actor's name and mean no actor: Indian Ocean → place, Paris Agreement → treaty."""
    kinds = ("place", "treaty", "event", "thing", "company")
    rows = read_rows("lookalikes.csv", ("text", "kind", "source"), "text")
    return MappingProxyType({row.text("text"): row.one_of("kind", kinds) for row in rows})


@cache
def ambiguous() -> Mapping[str, tuple[str, ...]]:
    """Return what else a name of a state or organisation may be: Jordan → person."""
    found = {}
    for row in read_rows("ambiguous.csv", ("text", "may_be", "note", "source"), "text"):
        found[row.text("text")] = row.several("may_be")
        unknown = set(found[row.text("text")]) - READINGS
        if unknown:
            raise row.error(f"may_be has '{min(unknown)}', expected some of: {', '.join(sorted(READINGS))}")
    return MappingProxyType(found)


@cache
def names() -> Mapping[str, list[Name]]:
    """Return every text, case as in print, with what it may name; the likeliest first.

    Texts stand without "the". One with an apostrophe stands twice, with the straight and the curly one.
    """
    found: dict[str, list[Name]] = {}
    for text, target, form in _named():
        for variant in dict.fromkeys((text, text.replace("'", "’"))):
            name = Name(variant, target, form, ambiguous().get(text, ()))
            if name not in found.setdefault(variant, []):
                found[variant].append(name)
    return MappingProxyType(found)


def _named() -> Iterator[tuple[str, str, Form]]:
    """Yield text, target and form of all names: of states, seats, organisations."""
    for metonym in metonyms().values():
        yield metonym.text, metonym.code, "capital" if metonym.place else "metonym"
    for key, state in states().items():
        official = (state.official,) if state.official else ()
        for text in (state.name, *official, *state.aliases):
            yield text, key, "name"
        for text in state.adjectives:
            yield text, key, "demonym"
        for text in (*state.people_singular, *state.people_plural):
            yield text, key, "people"
        for text in state.capitals:
            yield text, key, "capital"
    for key, organisation in organisations().items():
        for text in (organisation.name, *organisation.aliases):
            yield text, key, "organisation"
        for text in organisation.adjectives:
            yield text, key, "demonym"
        for text in organisation.members:
            yield text, key, "people"
