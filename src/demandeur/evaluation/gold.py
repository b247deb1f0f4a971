"""Gold: files of what careful readers found in articles, read and checked.

Two kinds here. Attributions (PolNeAR's and GUM's, among others) are JSON lines, one article a line. Our own ledgers are
one file an article, one row of a table a line, as ``data/README.md`` explains. ``act_gold`` and ``act_ledgers`` read
gold for acts alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demandeur.article import Article, InputError
from demandeur.files import resolve, shown
from demandeur.readers import ENDINGS, read_article
from demandeur.rows import article_of, json_rows
from demandeur.tables import TABLES, Column, complete

TYPES = ("direct", "mixed", "indirect")
LEDGER_TABLES = ("actors", "statements", "acts", "demands", "stances", "attitudes")
KEYS = {
    "actors": ("actor_id",),
    "statements": ("statement_id",),
    "acts": ("act_id",),
    "demands": ("demand_id",),
    "stances": ("actor_id", "issue"),
    "attitudes": ("from_actor", "to_actor"),
}
"""The columns that together name a row of a table."""

Row = dict[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words (``content``) that are somebody’s (``source``) by a word or mark (``cue``); each may be broken or missing.

    ``speaker`` is the full name of the one behind "he" or "the minister", where the gold has it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote_type: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """An article with its gold attributions."""

    article: Article
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class LedgerArticle:
    """An article with the rows of its gold by table; each row says by ``sure`` whether it must be found."""

    article: Article
    tables: dict[str, list[Row]]


def read_quotes(path: str | Path) -> list[QuotedArticle]:
    """Return the articles of a file of JSON lines with ``id``, ``text`` and ``attributions``.

    Raises:
        InputError: at the first line that is not one.
    """
    found = []
    for where, row in gold_rows(path):
        if not isinstance(row.get("attributions"), list):
            raise InputError(f"{where}: no list named attributions; this is not a gold file for quotes.")
        article = article_in(row, where, path, len(found) + 1)
        attributions = tuple(
            _attribution(entry, len(article.text), f"{where}, attribution {number}")
            for number, entry in enumerate(row["attributions"], start=1)
        )
        found.append(QuotedArticle(article, attributions))
    if not found:
        raise InputError(f"{shown(path)}: the file is empty; give a gold file for quotes.")
    return found


def gold_rows(path: str | Path) -> Iterator[tuple[str, Row]]:
    """Yield each line of a file of JSON lines: where it stands, in words, and its row.

    Raises:
        InputError: when the file can't be read, or at the first line that is no JSON object.
    """
    file = resolve(path)
    try:
        with file.open("rb") as lines:
            for _, where, row in json_rows(lines, file.name):
                if isinstance(row, InputError):
                    raise row
                yield where, row
    except OSError as error:
        raise InputError(f"{shown(path)}: can't be read ({error.strerror}); check the path.") from error


def article_in(row: Row, where: str, path: str | Path, number: int) -> Article:
    """Return the article of a row; one without an id is known by its number.

    Raises:
        InputError: when it has no text, or a field that can't be used.
    """
    article = article_of(row, where, resolve(path).name, str(number))
    if isinstance(article, InputError):
        raise article
    return article


def _attribution(entry: Any, length: int, where: str) -> Attribution:
    if not isinstance(entry, dict):
        raise InputError(f"{where}: not a JSON object; write one with content, source, cue and type.")
    parts = {name: checked_spans(entry.get(name), length, f"{where}: {name}") for name in ("source", "cue", "content")}
    if entry.get("type") not in TYPES:
        raise InputError(f"{where}: type is {shown(entry.get('type'))}, expected one of: {', '.join(TYPES)}.")
    speaker = entry.get("speaker") or {}
    name = speaker.get("canonical") if isinstance(speaker, dict) else speaker
    if not isinstance(name, str | None):
        raise InputError(f"{where}: the speaker's canonical name is not a string; write it as one or leave it out.")
    return Attribution(**parts, quote_type=entry["type"], speaker=name)


def checked_spans(value: Any, length: int, what: str) -> tuple[Span, ...]:
    """Return the spans of a list of ``[start, end]`` within a text of that length.

    Raises:
        InputError: when it is no such list; ``what`` names it.
    """
    for span in value if isinstance(value, list) else [None]:
        numbers = isinstance(span, list) and len(span) == 2 and all(type(offset) is int for offset in span)
        if not numbers or not 0 <= span[0] <= span[1] <= length:
            raise InputError(f"{what} is not a list of [start, end] within the text; give offsets in code points.")
    return tuple((start, end) for start, end in value)


def read_ledgers(path: str | Path) -> list[LedgerArticle]:
    """Return the articles of a gold ledger, or of a folder of them, each with its rows.

    The article of ``gold/NAME.jsonl`` is ``articles/NAME`` with any ending that articles have.

    Raises:
        InputError: when there is no gold, no article beside it, or a row that is none.
    """
    place = resolve(path)
    files = sorted(place.glob("*.jsonl")) if place.is_dir() else [place]
    if not files:
        raise InputError(f"{shown(path)}: no gold in this folder; its files end in .jsonl.")
    return [LedgerArticle(tables=read_ledger(file), article=read_article(_article_beside(file))) for file in files]


def _article_beside(gold: Path) -> Path:
    folder = gold.resolve().parent.parent / "articles"
    for ending in ENDINGS:
        if (folder / f"{gold.stem}{ending}").is_file():
            return folder / f"{gold.stem}{ending}"
    raise InputError(f"{shown(gold)}: its article is missing; put {gold.stem}.txt into a folder articles beside it.")


def read_ledger(path: Path) -> dict[str, list[Row]]:
    """Return the rows of a gold ledger by table, with all columns and ``sure``.

    Raises:
        InputError: at the first line that is no row of such a table.
    """
    tables: dict[str, list[Row]] = {name: [] for name in LEDGER_TABLES}
    for where, row in gold_rows(path):
        name = row.pop("table", None)
        if name not in tables:
            raise InputError(f"{where}: table is {shown(name)}, expected one of: {', '.join(tables)}.")
        _check_row(name, row, where)
        sure = row.pop("sure")
        tables[name] += [filled | {"sure": sure} for filled in complete(name, [row])]
    return tables


def _check_row(name: str, row: Row, where: str) -> None:
    columns = {column.name: column for column in TABLES[name]}
    if not isinstance(row.get("sure"), bool):
        raise InputError(f"{where}: sure is neither true nor false; say whether the row must be found.")
    for key, value in row.items():
        if key != "sure" and (key not in columns or not _fits(value, columns[key])):
            raise InputError(f"{where}: {shown(key)} is no such column of {name}; data/README.md explains them.")
    for key in (*KEYS[name], *(["name"] if name == "actors" else [])):
        if row.get(key) is None:
            raise InputError(f"{where}: {key} is missing; every row of {name} needs it.")


_PYTHON = {"text": str, "integer": int, "number": int | float, "boolean": bool}


def _fits(value: Any, column: Column) -> bool:
    if column.kind in _PYTHON:
        return value is None or isinstance(value, _PYTHON[column.kind])
    wanted = str if column.kind == "list" else list
    return isinstance(value, list) and all(isinstance(part, wanted) for part in value)


def row_key(table: str, row: Row) -> str:
    """Return the words that name a row within its article, fit for a test's id.

    Example:
        >>> row_key("stances", {"actor_id": "velgia", "issue": "the dam"})
        'velgia-the_dam'
    """
    return "-".join(row[column].replace(" ", "_") for column in KEYS[table])
