"""Entries: what the lexicon knows of a state, an organisation, a seat of power, an office, a group, a title, a name."""

from dataclasses import dataclass
from typing import Literal

Gender = Literal["m", "f"] | None
Form = Literal["name", "demonym", "people", "capital", "metonym", "organisation"]

# PLOVER's sectors (Open Event Data Alliance, PLOVER Codebook, "Actor sectors"), and IGO and NGO for what belongs
# to no state.
SECTORS = frozenset(
    "GOV MIL LEG JUD SPY COP PTY REB UAF PRM UNK BUS CVL CRM EDU".split()
    + "ELI JRN LAB MED REF OPP PRE REL SOC AGR IGO NGO".split()
)
STATUSES = frozenset({"member", "observer", "disputed", "territory", "historical", "region"})
READINGS = frozenset({"person", "region", "city", "word", "state", "organisation", "people", "language"})


@dataclass(frozen=True, slots=True)
class State:
    """A state, or an entity that acts like one.

    ``iso3`` is its key: ISO 3166-1 alpha-3, or the code of the state it is part of with three letters more
    (``GBR-SCT``). ``country`` is the code under which its acts count.
    """

    iso3: str
    name: str
    official: str | None
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people_singular: tuple[str, ...]
    people_plural: tuple[str, ...]
    capitals: tuple[str, ...]
    country: str
    status: str
    sector: str
    wikidata: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A standing organisation, armed group or party.

    ``code`` is the state it belongs to (a key of `states`) or an organisation's code such as UN, EU, NATO.
    ``members`` name its people (a Republican, the Republicans), ``adjectives`` what is its own (Republican senators).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    adjectives: tuple[str, ...]
    code: str
    kind: Literal["organisation", "group"]
    sector: str
    wikidata: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Metonym:
    """A seat or body that stands for the power in it: the Kremlin for Russia.

    ``place`` is true where the text is as often a mere place: Brussels, Rawalpindi, Lancaster House.
    """

    text: str
    code: str
    sector: str
    place: bool
    source: str


@dataclass(frozen=True, slots=True)
class Office:
    """A word for a public office or role, in lower case.

    ``head`` is true of a head of state or government, for whom the state may stand; ``speaks_for`` of one who
    speaks in another's name; ``gender`` is m, f or ``None`` where the word does not tell.
    """

    text: str
    singular: str
    plural: bool
    sector: str
    head: bool
    gender: Gender
    speaks_for: bool
    source: str


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """A noun, in lower case, that names several people acting as one: government, rebels, residents."""

    text: str
    singular: str
    plural: bool
    sector: str
    kind: Literal["organisation", "group"]
    source: str


@dataclass(frozen=True, slots=True)
class Title:
    """A form of address before a name; ``gender`` is m, f or ``None`` where the title does not tell.

    ``office`` is the word that it is short for, such as governor for Gov.
    """

    text: str
    gender: Gender
    sector: str
    office: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Name:
    """What a text may name: ``target`` is a key of `states` or `organisations`.

    ``form`` is capital for every city that is a seat of power, so for all that may be a mere place.

    ``ambiguous`` lists what else the same text often is in the news: person, region, city, word, state …
    """

    text: str
    target: str
    form: Form
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a state or a city that is no seat of government, by one of its texts; ``country`` is where it lies.

    It is no actor by itself: it tells the country of a governor or mayor, and that a name is a place.
    """

    text: str
    name: str
    country: str
    kind: Literal["region", "city"]
    form: Literal["name", "people"]
    source: str


@dataclass(frozen=True, slots=True)
class People:
    """A word for the people of a world region, a people, a faith or a movement: European, Kurds, Muslim."""

    text: str
    name: str
    kind: Literal["region", "people", "religion", "movement"]
    form: Literal["demonym", "people"]
    source: str
