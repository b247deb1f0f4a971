"""DNA gold: what people coded in a ``.dna`` file of Discourse Network Analyzer 2 or 3.

Both versions keep documents and statements in SQLite. DNA 3 stores a short text as the id of an entity and dates as
seconds since 1970, DNA 2 the text itself and milliseconds; offsets are UTF-16 units in both. Read are the statements of
every type that has a concept, an agreement, and a person or an organization. Those in which the concept or both actors
are still empty are left out, and of equal codings of several coders one is kept.
"""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from demandeur.article import Article, InputError
from demandeur.dna import Units
from demandeur.files import resolve, shown

NEEDED = {
    "DOCUMENTS": ("ID", "Title", "Text", "Date", "Source"),
    "STATEMENTS": ("ID", "StatementTypeId", "DocumentId", "Start", "Stop"),
    "STATEMENTTYPES": ("ID", "Label"),
    "VARIABLES": ("ID", "Variable", "DataType", "StatementTypeId"),
    "DATASHORTTEXT": ("StatementId", "VariableId"),
    "DATABOOLEAN": ("StatementId", "VariableId", "Value"),
    "DATAINTEGER": ("StatementId", "VariableId", "Value"),
}
"""The tables and columns that are read."""

MORE = ("addressee", "act", "status")
"""Variables that ``demandeur export --to dna`` adds; a file that people began themselves has none of them."""

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CodedStatement:
    """One statement of a ``.dna`` file; ``start`` and ``end`` count code points of the document's text.

    ``more`` has those of ``MORE`` that are filled in.
    """

    id: int
    start: int
    end: int
    person: str
    organization: str
    concept: str
    agreement: bool
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """A document with its statements, in the order of their places."""

    article: Article
    statements: tuple[CodedStatement, ...]


def is_dna(path: str | Path) -> bool:
    """True for the name of a ``.dna`` file."""
    return str(path).lower().endswith(".dna")


def read_dna(path: str | Path) -> list[CodedArticle]:
    """Return the documents of a ``.dna`` file in which something is coded.

    Raises:
        InputError: when there is no such file, it is no SQLite database or none of DNA, it has no coded statement, or
            a statement lies outside its document.
    """
    file = resolve(path)
    if not file.is_file():
        what = "this is a folder; name a .dna file" if file.is_dir() else "no such file; check the path"
        raise InputError(f"{shown(path)}: {what}.")
    if file.stat().st_size == 0:
        raise InputError(f"{shown(path)}: the file is empty; give a .dna file in which statements are coded.")
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.text_factory = _decoded
            connection.row_factory = sqlite3.Row
            return _Reader(connection, shown(path)).articles()
    except sqlite3.Error as error:
        raise InputError(
            f"{shown(path)}: can't be read as a .dna file ({error}); give one of Discourse Network Analyzer 2 or 3."
        ) from error


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


class _Reader:
    """Reads one open database."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.connection = connection
        self.name = name
        self.columns = self._check_tables()

    def _check_tables(self) -> dict[str, set[str]]:
        """Return the columns of each needed table, in lower case."""
        found = {}
        for table, needed in NEEDED.items():
            columns = {row["name"].lower() for row in self.connection.execute(f"PRAGMA table_info({table})")}
            if not columns:
                raise InputError(
                    f"{self.name}: the table {table} is missing; give a file of Discourse Network Analyzer 2 or 3."
                )
            for column in needed:
                if column.lower() not in columns:
                    raise InputError(
                        f"{self.name}: the table {table} has no column {column}; "
                        "give a file of Discourse Network Analyzer 2 or 3."
                    )
            found[table] = columns
        return found

    def articles(self) -> list[CodedArticle]:
        values = self._values()
        by_document: dict[int, list[sqlite3.Row]] = {}
        query = "SELECT ID, DocumentId, StatementTypeId, Start, Stop FROM STATEMENTS ORDER BY Start, Stop, ID"
        types = self._types()
        for row in self.connection.execute(query):
            if row["StatementTypeId"] in types:
                by_document.setdefault(row["DocumentId"], []).append(row)
        found = []
        for article, document in self._documents():
            statements = self._statements(article.text, by_document.get(document, []), values)
            if statements:
                found.append(CodedArticle(article, statements))
        if not found:
            raise InputError(f"{self.name}: nothing is coded in this file; fill in actor and concept of a statement.")
        return found

    def _types(self) -> set[int]:
        """Return the ids of the statement types that have the variables of a DNA statement."""
        variables: dict[int, set[str]] = {}
        for row in self.connection.execute("SELECT StatementTypeId, Variable FROM VARIABLES"):
            variables.setdefault(row["StatementTypeId"], set()).add(row["Variable"].lower())
        types = {
            key
            for key, names in variables.items()
            if {"concept", "agreement"} <= names and names & {"person", "organization"}
        }
        if not types:
            raise InputError(
                f"{self.name}: no statement type has the variables concept and agreement, and person or organization; "
                "name the variables so in Discourse Network Analyzer."
            )
        return types

    def _values(self) -> dict[int, Values]:
        """Return the values of each statement by the name of their variable."""
        found: dict[int, Values] = {}
        for query in (self._short_texts(), _plain("DATABOOLEAN"), _plain("DATAINTEGER")):
            for row in self.connection.execute(query):
                found.setdefault(row["StatementId"], {})[row["Variable"].lower()] = row["Value"]
        return found

    def _short_texts(self) -> str:
        if "entity" not in self.columns["DATASHORTTEXT"]:
            return _plain("DATASHORTTEXT")
        return (
            "SELECT StatementId, Variable, E.Value FROM DATASHORTTEXT D "
            "JOIN VARIABLES V ON V.ID = D.VariableId JOIN ENTITIES E ON E.ID = D.Entity"
        )

    def _documents(self) -> list[tuple[Article, int]]:
        """Return each document as an article that is named by its title, with its number."""
        rows = self.connection.execute("SELECT ID, Title, Text, Date, Source FROM DOCUMENTS ORDER BY ID").fetchall()
        titles = Counter(row["Title"] for row in rows)
        per_second = 1 if "entity" in self.columns["DATASHORTTEXT"] else 1000
        found = []
        for row in rows:
            title = row["Title"] or ""
            name = title if title and titles[title] == 1 else f"{title} (document {row['ID']})".strip()
            date = _day(row["Date"], per_second)
            source = row["Source"] or None
            found.append((Article(name, row["Text"] or "", title=title or None, date=date, source=source), row["ID"]))
        return found

    def _statements(self, text: str, rows: list[sqlite3.Row], values: dict[int, Values]) -> tuple[CodedStatement, ...]:
        units = Units(text) if rows else None
        found: dict[tuple, CodedStatement] = {}
        for row in rows:
            statement = self._statement(row, units, values.get(row["ID"], {}))
            if statement.concept and (statement.person or statement.organization):
                same = (statement.start, statement.end, statement.person, statement.organization, statement.concept)
                found.setdefault((*same, statement.agreement), statement)
        return tuple(found.values())

    def _statement(self, row: sqlite3.Row, units: Units, values: Values) -> CodedStatement:
        start, end = units.code_points(row["Start"]), units.code_points(row["Stop"])
        if start is None or end is None or start >= end:
            raise InputError(
                f"{self.name}, statement {row['ID']}: it does not lie within its document; mend it in "
                "Discourse Network Analyzer."
            )
        names = {name: str(values.get(name) or "").strip() for name in ("person", "organization", "concept", *MORE)}
        more = tuple((name, names.pop(name)) for name in MORE)
        agreement = (values.get("agreement") or 0) > 0
        filled = tuple(pair for pair in more if pair[1])
        return CodedStatement(row["ID"], start, end, agreement=agreement, more=filled, **names)


def _plain(table: str) -> str:
    return f"SELECT StatementId, Variable, D.Value FROM {table} D JOIN VARIABLES V ON V.ID = D.VariableId"


def _day(date: Any, per_second: int) -> str | None:
    """Return a stored date as a day in ISO 8601; the first day of 1970 means that there is none."""
    if not isinstance(date, int) or not 0 < date // per_second < 253_402_300_800:
        return None
    day = datetime.fromtimestamp(date // per_second, UTC).date().isoformat()
    return None if day == "1970-01-01" else day
