"""Persons: titles, nicknames and first names, and what they tell of he and she."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from demandeur.lexicon.entries import SECTORS, Gender, Title
from demandeur.lexicon.rows import Row, read_rows


def gender_of(row: Row) -> Gender:
    """Return the row's gender, ``None`` where the cell is empty."""
    return row.one_of("gender", ("m", "f", "")) or None


@cache
def titles() -> Mapping[str, Title]:
    """Return the titles by their text, with and without the full stop: Mr and Mr., Sen. and Sen."""
    found = {}
    for row in read_rows("titles.csv", ("text", "gender", "sector", "office", "source"), "text"):
        text, sector, office = row.text("text"), row.one_of("sector", SECTORS), row.text("office") or None
        found[text] = Title(text, gender_of(row), sector, office, row.needed("source"))
    return MappingProxyType(found)


@cache
def nicknames() -> Mapping[str, tuple[str, ...]]:
    """Return the formal first names that a nickname stands for: Bill → William."""
    found = {}
    for row in read_rows("nicknames.csv", ("nickname", "formal", "source"), "nickname"):
        row.needed("source")
        found[row.text("nickname")] = row.several("formal")
    return MappingProxyType(found)


@cache
def _first_names() -> dict[str, Gender]:
    return {
        row.text("name"): gender_of(row) for row in read_rows("first_names.csv", ("name", "gender", "source"), "name")
    }


def first_name_gender(name: str) -> Gender:
    """Return m or f for a first name that mostly men or mostly women bear, ``None`` for any other word.

    It only tells which of "he" and "she" to prefer; what the article says of the person goes first.

    Example:
        >>> first_name_gender("Olena"), first_name_gender("Robin")
        ('f', None)
    """
    return _first_names().get(name)
