"""DNA: analyses → a ``.dna`` file that Discourse Network Analyzer 3 opens, each act a statement.

DNA's model is one actor, one concept, and whether the actor agrees. So an act of two issuers is two statements; the
concept is the act's issue, or, where the act takes no side on an issue ("not to fire first"), its own words; the
agreement is whether the issuer supports it. Meetings (CONSULT) take no side and are left out, and so are acts whose
issuer the article does not name.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from demandeur import dna_schema
from demandeur.actor_file import day_of
from demandeur.analysis import Analysis
from demandeur.files import whole_file, without_surrogates
from demandeur.parameters import readable_title
from demandeur.stance import side, side_on_content

Row = dict[str, Any]

STATEMENT_TYPE = "DNA Statement"

VARIABLES = {
    "person": "short text",
    "organization": "short text",
    "concept": "short text",
    "agreement": "boolean",
    "addressee": "short text",
    "act": "short text",
    "status": "short text",
    "strength": "integer",
    "content": "long text",
}
"""The variables of a statement with their types: DNA's own four, and after them what an act has besides."""

ATTRIBUTES = ("Type", "Alias", "Notes")
"""What DNA keeps of every entity. Of an actor: its kind, its other names, and its country, sector and Wikidata id."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of one issuer, as DNA codes it; ``start`` and ``end`` count code points of the article's text."""

    act_id: str
    start: int
    end: int
    person: str
    organization: str
    concept: str
    agreement: bool
    addressee: str
    act: str
    status: str
    strength: int
    content: str

    def values(self) -> dict[str, Any]:
        """Return the value of each of ``VARIABLES``."""
        return {name: getattr(self, name) for name in VARIABLES}


def statements_of(analysis: Analysis) -> list[Statement]:
    """Return the acts of an analysis as statements, in reading order."""
    actors = {row["actor_id"]: row for row in analysis.rows["actors"]}
    status = {row["act_id"]: row["status"] for row in analysis.rows["demands"]}
    found = []
    for act in analysis.rows["acts"]:
        agreement = side(act) or side_on_content(act)
        if not agreement or act["evidence_start"] is None or act["evidence_start"] >= act["evidence_end"]:
            continue
        for issuer in act["issuers"]:
            person, organization = _actor_names(actors, issuer)
            found.append(
                Statement(
                    act_id=act["act_id"],
                    start=act["evidence_start"],
                    end=act["evidence_end"],
                    person=person,
                    organization=organization,
                    concept=_concept(act),
                    agreement=agreement > 0,
                    addressee="; ".join(_name(actors, actor_id) for actor_id in act["addressees"]),
                    act=act["act"],
                    status=status.get(act["act_id"]) or "",
                    strength=act["strength"] or 0,
                    content=act["content"] or "",
                )
            )
    return found


def _concept(act: Row) -> str:
    words = " ".join((act["content"] or act["trigger"] or act["act"]).split())
    return act["issue"] if side(act) else words


def _actor_names(actors: dict[str, Row], actor_id: str) -> tuple[str, str]:
    """Return person and organisation: of a person both, where the country or body has a row of its own."""
    row = actors.get(actor_id)
    if row is None or row["kind"] != "person":
        return "", _name(actors, actor_id)
    for kind in ("state", "organisation"):
        for other in actors.values():
            if row["country"] and other["kind"] == kind and other["country"] == row["country"]:
                return row["name"], other["name"]
    return row["name"], ""


def _name(actors: dict[str, Row], actor_id: str) -> str:
    return actors[actor_id]["name"] if actor_id in actors else actor_id


def write_dna(analyses: Iterable[Analysis], path: Path) -> Path:
    """Write the analyses as one ``.dna`` file, a document each, whole or not at all, and return its path.

    The coder is ``Admin``, the password ``demandeur``. DNA counts offsets in UTF-16 units, as Java does, and so does
    the file. Lone surrogates, null characters and carriage returns, which change the length of a text on its way
    through DNA, become U+FFFD and spaces. A document without a date has the first day of 1970.
    """
    with whole_file(path) as temporary, closing(sqlite3.connect(temporary)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # the file is temporary: no journal need lie beside it
        connection.execute("PRAGMA foreign_keys = ON")
        with connection:
            _Writer(connection).write(analyses)
    return path


class _Writer:
    """Fills the tables of one file; entities are shared by all its documents."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.entities: dict[tuple[str, str], int] = {}

    def write(self, analyses: Iterable[Analysis]) -> None:
        for statement in dna_schema.statements():
            self.connection.execute(statement)
        self._write_settings()
        for analysis in analyses:
            self._write_document(analysis)

    def _insert(self, table: str, **values: Any) -> int:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        row = [_storable(value) if isinstance(value, str) else value for value in values.values()]
        return self.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row).lastrowid

    def _write_settings(self) -> None:
        self._insert("SETTINGS", Property="version", Value=dna_schema.VERSION)
        self._insert("SETTINGS", Property="date", Value=dna_schema.DATE)
        password = dna_schema.password_hash(dna_schema.PASSWORD)
        self._insert("CODERS", Name=dna_schema.ADMIN, Red=255, Green=255, Blue=0, Password=password)
        self._insert("STATEMENTTYPES", Label=STATEMENT_TYPE, Red=239, Green=208, Blue=51)
        self._insert("STATEMENTTYPES", Label="Annotation", Red=211, Green=211, Blue=211)
        self.variables = {}
        for name, kind in VARIABLES.items():
            self.variables[name] = self._insert("VARIABLES", Variable=name, DataType=kind, StatementTypeId=1)
        self._insert("VARIABLES", Variable="note", DataType="long text", StatementTypeId=2)
        self.attributes = {}
        for name, kind in VARIABLES.items():
            if kind == "short text":
                for attribute in ATTRIBUTES:
                    key = self._insert(
                        "ATTRIBUTEVARIABLES", VariableId=self.variables[name], AttributeVariable=attribute
                    )
                    self.attributes[name, attribute] = key
                self._entity(name, "", {})  # DNA expects the empty value to be there

    def _write_document(self, analysis: Analysis) -> None:
        article = analysis.article
        day = day_of(article.date)
        noon = datetime.combine(day, time(12), UTC) if day else datetime(1970, 1, 1, tzinfo=UTC)
        document = self._insert(
            "DOCUMENTS",
            Title=shortened(readable_title(article)),
            Text=article.text,
            Coder=1,
            Author=shortened(article.speaker or ""),
            Source=shortened(_shown_source(article.source)),
            Notes=f"{article.id}, SHA-256 {article.sha256}",
            Type="article",
            Date=int(noon.timestamp()),
        )
        known = {row["name"]: row for row in analysis.rows["actors"]}
        units = Units(article.text)
        for statement in statements_of(analysis):
            span = {"Start": units.of(statement.start), "Stop": units.of(statement.end)}
            key = self._insert("STATEMENTS", StatementTypeId=1, DocumentId=document, Coder=1, **span)
            for name, value in statement.values().items():
                self._write_value(key, name, value, known)

    def _write_value(self, statement: int, name: str, value: Any, known: dict[str, Row]) -> None:
        where = {"StatementId": statement, "VariableId": self.variables[name]}
        kind = VARIABLES[name]
        if kind == "short text":
            self._insert("DATASHORTTEXT", **where, Entity=self._entity(name, value, known.get(value, {})))
        elif kind == "long text":
            self._insert("DATALONGTEXT", **where, Value=value)
        else:
            self._insert("DATABOOLEAN" if kind == "boolean" else "DATAINTEGER", **where, Value=int(value))

    def _entity(self, name: str, value: str, actor: Row) -> int:
        """Return the id of an entity of a variable, which is made when it is not there."""
        value = shortened(_storable(value))
        if (name, value) not in self.entities:
            key = self._insert("ENTITIES", VariableId=self.variables[name], Value=value, Red=0, Green=0, Blue=0)
            for attribute, text in zip(ATTRIBUTES, _attributes(actor), strict=True):
                variable = self.attributes[name, attribute]
                self._insert(
                    "ATTRIBUTEVALUES", EntityId=key, AttributeVariableId=variable, AttributeValue=shortened(text)
                )
            self.entities[name, value] = key
        return self.entities[name, value]


def _attributes(actor: Row) -> tuple[str, str, str]:
    """Return kind, aliases and the rest of an actor; empty texts of what is none."""
    if not actor:
        return "", "", ""
    notes = {
        "country": actor["country"],
        "sector": actor["sector"],
        "role": actor["role"],
        "Wikidata": actor["wikidata"],
    }
    return (
        actor["kind"] or "",
        "; ".join(actor["aliases"]),
        ", ".join(f"{name} {value}" for name, value in notes.items() if value),
    )


def _shown_source(source: str | None) -> str:
    """Return where an article came from; of a file, the name alone, so that no machine shows through."""
    return source if source and "://" in source else Path(source or "").name


def shortened(text: str) -> str:
    """Return the text, cut with an ellipsis where it is longer than a short text may be.

    Example:
        >>> len(shortened("a" * 500)), shortened("a ceasefire")
        (190, 'a ceasefire')
    """
    return text if len(text) <= dna_schema.LONGEST else text[: dna_schema.LONGEST - 1] + "…"


def _storable(text: str) -> str:
    return without_surrogates(text).replace("\0", "\ufffd").replace("\r", " ")


class Units:
    """Converts offsets between code points, as Python counts, and UTF-16 units, as Java and DNA do.

    Example:
        >>> units = Units("a🛶b")
        >>> units.of(2), units.code_points(3), units.code_points(9)
        (3, 2, None)
    """

    def __init__(self, text: str) -> None:
        self._starts = [0]
        for mark in text:
            self._starts.append(self._starts[-1] + (2 if ord(mark) > 0xFFFF else 1))
        self._numbers = {start: number for number, start in enumerate(self._starts)}

    def of(self, offset: int) -> int:
        """Return an offset in code points as UTF-16 units."""
        return self._starts[offset]

    def code_points(self, offset: int) -> int | None:
        """Return an offset in UTF-16 units as code points, or ``None`` when no character begins there."""
        return self._numbers.get(offset)
