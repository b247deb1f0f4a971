"""Actor file: the actors that a reader knows, which win over every guess.

A TOML file with one table for each actor; all keys but ``name`` may be left out:

    [[actor]]
    name = "Ana Reyl"
    aliases = ["Reyl", "the Iron Minister"]
    kind = "person"          # or state, organisation, group
    country = "NOR"          # ISO 3166-1 alpha-3, or an organisation's code
    office = "foreign minister"
    from = 2030-01-15        # the first and the last day on which the entry holds
    to = 2031-12-31
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from demandeur.article import InputError

KINDS = ("person", "state", "organisation", "group")
_TEXTS = ("name", "kind", "country", "office", "wikidata")
_KEYS = (*_TEXTS, "aliases", "from", "to")


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One actor of an actor file; ``since`` and ``until`` are the first and last day on which the entry holds."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "person"
    country: str | None = None
    office: str | None = None
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None

    def holds_on(self, day: date | None) -> bool:
        """True when the entry holds on a day, or when the day isn't known.

        Example:
            >>> KnownActor("Ana Reyl", since=date(2030, 1, 15)).holds_on(date(2029, 1, 1))
            False
        """
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def read_actor_file(path: str | Path) -> tuple[KnownActor, ...]:
    """Return the actors of a TOML file, in its order.

    Raises:
        InputError: when the file can't be read, is no TOML or has an entry that can't be used.
    """
    try:
        content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); name a file of actors.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: is no TOML ({error}); write each actor as [[actor]] with a name.") from error
    entries = content.get("actor")
    unknown = sorted(content.keys() - {"actor"})
    if unknown or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        what = f"has '{unknown[0]}'" if unknown else "has no [[actor]]"
        raise InputError(f"{path}: {what}; write each actor as [[actor]] with a name.")
    return tuple(_known_actor(entry, f"{path}, actor {number}") for number, entry in enumerate(entries, start=1))


def day_of(text: str | None) -> date | None:
    """Return the day of an article's date in ISO 8601, or ``None`` when there is none.

    Example:
        >>> day_of("2031-05-12T08:00:00"), day_of("12 May")
        (datetime.date(2031, 5, 12), None)
    """
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _known_actor(entry: dict, where: str) -> KnownActor:
    unknown = sorted(entry.keys() - set(_KEYS))
    if unknown:
        raise InputError(f"{where}: has '{unknown[0]}', expected {', '.join(_KEYS)}.")
    for key in _TEXTS:
        if key in entry and not (isinstance(entry[key], str) and entry[key].strip()):
            raise InputError(f"{where}: {key} is {entry[key]!r}, expected a text.")
    if "name" not in entry:
        raise InputError(f"{where}: has no name; give one.")
    kind = entry.get("kind", "person")
    if kind not in KINDS:
        raise InputError(f"{where}: kind is '{kind}', expected {', '.join(KINDS)}.")
    aliases = entry.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias.strip() for alias in aliases):
        raise InputError(f"{where}: aliases are {aliases!r}, expected a list of texts.")
    since, until = _day(entry, "from", where), _day(entry, "to", where)
    if since is not None and until is not None and until < since:
        raise InputError(f"{where}: to ({until}) is before from ({since}); exchange them.")
    name, country, office = entry["name"], entry.get("country"), entry.get("office")
    return KnownActor(name, tuple(aliases), kind, country, office, since, until, entry.get("wikidata"))


def _day(entry: dict, key: str, where: str) -> date | None:
    value = entry.get(key)
    if isinstance(value, datetime):
        return value.date()
    if value is not None and not isinstance(value, date):
        raise InputError(f"{where}: {key} is {value!r}, expected a day such as 2031-05-12, without quotes.")
    return value
