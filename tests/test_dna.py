"""The file for Discourse Network Analyzer: its tables, what becomes a statement, and where it stands."""

import sqlite3
from contextlib import closing

import pytest
import river_talks

from demandeur import dna_schema
from demandeur.analysis import Analysis
from demandeur.article import Article
from demandeur.dna import Units, shortened, statements_of, write_dna

# As leifeld-lab/dna's class sql.Sql makes them.
SCHEMA = {
    "SETTINGS": "Property Value",
    "DOCUMENTS": "ID Title Text Coder Author Source Section Notes Type Date",
    "STATEMENTTYPES": "ID Label Red Green Blue",
    "VARIABLES": "ID Variable DataType StatementTypeId",
    "VARIABLELINKS": "ID SourceVariableId TargetVariableId",
    "REGEXES": "Label Red Green Blue",
    "CODERRELATIONS": "ID Coder OtherCoder viewStatements editStatements viewDocuments editDocuments",
    "STATEMENTS": "ID StatementTypeId DocumentId Start Stop Coder",
    "ENTITIES": "ID VariableId Value Red Green Blue ChildOf",
    "DATABOOLEAN": "ID StatementId VariableId Value",
    "DATAINTEGER": "ID StatementId VariableId Value",
    "DATASHORTTEXT": "ID StatementId VariableId Entity",
    "DATALONGTEXT": "ID StatementId VariableId Value",
    "ATTRIBUTEVARIABLES": "ID VariableId AttributeVariable",
    "ATTRIBUTEVALUES": "ID EntityId AttributeVariableId AttributeValue",
    "CODERS": "ID Name Red Green Blue Refresh FontSize Password PopupWidth ColorByCoder PopupDecoration "
    "PopupAutoComplete PermissionAddDocuments PermissionEditDocuments PermissionDeleteDocuments "
    "PermissionImportDocuments PermissionAddStatements PermissionEditStatements PermissionDeleteStatements "
    "PermissionEditAttributes PermissionEditRegex PermissionEditStatementTypes PermissionEditCoders "
    "PermissionEditCoderRelations PermissionViewOthersDocuments PermissionEditOthersDocuments "
    "PermissionViewOthersStatements PermissionEditOthersStatements",
}
TEXT = "Oda Renn 🛶 and the union urged Karstania to open the sluices. The union did not ask for money."


def act(**changes):
    row = {
        "act_id": "A1",
        "act": "REQUEST",
        "issuers": ["oda"],
        "addressees": ["karstania", "velgia"],
        "content": "open the\nsluices",
        "issue": "water",
        "strength": 4,
        "negated": False,
        "evidence_start": TEXT.index("urged"),
        "evidence_end": TEXT.index("."),
    }
    return row | changes


ACTORS = [
    {"actor_id": "oda", "name": "Oda Renn", "kind": "person", "country": "VEL", "sector": "GOV", "aliases": ["Renn"]},
    {"actor_id": "velgia", "name": "Velgia", "kind": "state", "country": "VEL", "wikidata": "Q1"},
    {"actor_id": "karstania", "name": "Karstania", "kind": "state", "country": "KAR"},
    {"actor_id": "union", "name": "the union", "kind": "group"},
    {"actor_id": "ilan", "name": "Ilan Brodt", "kind": "person"},
]


def analysis(*acts, **article):
    demands = [{"demand_id": "D1", "status": "rejected"} | row for row in acts if row["act"] == "REQUEST"]
    record = {"actors": ACTORS, "acts": list(acts), "demands": demands}
    return Analysis.from_record(Article(**{"id": "sluices", "text": TEXT} | article), record)


def ask(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "talks.dna"


def test_the_tables_are_those_of_dna_3(path):
    write_dna([river_talks.analysis()], path)
    tables = {name for (name,) in ask(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = {name: " ".join(row[1] for row in ask(path, f"PRAGMA table_info({name})")) for name in tables}
    assert found == SCHEMA
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []


def test_dna_finds_its_version_its_coder_and_its_statement_type(path):
    write_dna([], path)
    assert dict(ask(path, "SELECT * FROM SETTINGS")) == {"version": "3.0.8", "date": "2022-06-16"}
    [(name, password)] = ask(path, "SELECT Name, Password FROM CODERS")
    assert (name, password) == ("Admin", dna_schema.password_hash("demandeur"))
    variables = ask(path, "SELECT Variable, DataType FROM VARIABLES WHERE StatementTypeId = 1 ORDER BY ID")
    assert ask(path, "SELECT Label FROM STATEMENTTYPES WHERE ID = 1") == [("DNA Statement",)]
    assert variables[:4] == [
        ("person", "short text"),
        ("organization", "short text"),
        ("concept", "short text"),
        ("agreement", "boolean"),
    ]


def test_the_password_is_hashed_as_jasypt_does_it():
    # Checked once with Jasypt 1.9.3: StrongPasswordEncryptor.checkPassword("demandeur", …) is true of this hash.
    expected = "YpLU2S/TXRqWRZbkorzNOUlXSQRHnfEmZZ4QcJH+VPB/3YoF8OF8L5jRKW6MLhar"
    assert dna_schema.password_hash("demandeur") == expected


def test_a_document_has_text_title_date_and_where_it_came_from(path):
    article = {"title": "Sluices", "date": "2031-05-12", "source": "/home/x/s.txt", "speaker": "Oda Renn"}
    write_dna([analysis(**article), analysis(id="no-date", source="https://n.example/a")], path)
    first, second = ask(path, "SELECT Title, Text, Author, Source, date(Date, 'unixepoch'), Notes FROM DOCUMENTS")
    assert first[:5] == ("Sluices", TEXT, "Oda Renn", "s.txt", "2031-05-12")
    assert first[5].startswith("sluices, SHA-256 ")
    assert (second[0], *second[3:5]) == ("No date", "https://n.example/a", "1970-01-01")


def test_a_statement_has_its_value_on_every_variable(path):
    write_dna([analysis(act())], path)
    short = """SELECT Variable, E.Value FROM DATASHORTTEXT D, VARIABLES V, ENTITIES E
        WHERE V.ID = D.VariableId AND E.ID = Entity"""
    assert dict(ask(path, short)) == {
        "person": "Oda Renn",
        "organization": "Velgia",
        "concept": "water",
        "addressee": "Karstania; Velgia",
        "act": "REQUEST",
        "status": "rejected",
    }
    assert ask(path, "SELECT Value FROM DATABOOLEAN") == [(1,)]
    assert ask(path, "SELECT Value FROM DATAINTEGER") == [(4,)]
    assert ask(path, "SELECT Value FROM DATALONGTEXT") == [("open the\nsluices",)]


def test_offsets_count_utf_16_units_as_java_does(path):
    write_dna([analysis(act())], path)
    [(start, stop)] = ask(path, "SELECT Start, Stop FROM STATEMENTS")
    units = TEXT.encode("utf-16-le")
    assert units[2 * start : 2 * stop].decode("utf-16-le") == "urged Karstania to open the sluices"
    assert start == TEXT.index("urged") + 1


@pytest.mark.parametrize(
    ("changes", "concept", "agreement"),
    [
        ({}, "water", True),
        ({"issue": None}, "open the sluices", True),
        ({"issue": None, "content": None, "trigger": "urged"}, "urged", True),
        ({"content": "not to fire"}, "not to fire", True),
        ({"act": "OFFER"}, "water", True),
        ({"act": "REJECT"}, "water", False),
        ({"act": "REJECT", "negated": True}, "water", True),
        ({"act": "THREATEN"}, "water", False),
        ({"act": "ACCUSE", "addressee_text": "Karstania", "content": "shelling"}, "shelling", False),
        ({"negated": True}, "open the sluices", False),
    ],
)
def test_the_agreement_is_whether_the_issuer_supports_the_concept(changes, concept, agreement):
    [statement] = statements_of(analysis(act(**changes)))
    assert (statement.concept, statement.agreement) == (concept, agreement)


@pytest.mark.parametrize(
    ("issuers", "named"),
    [
        (["oda"], [("Oda Renn", "Velgia")]),
        (["ilan"], [("Ilan Brodt", "")]),
        (["union"], [("", "the union")]),
        (["velgia", "oda"], [("", "Velgia"), ("Oda Renn", "Velgia")]),
        (["stranger"], [("", "stranger")]),
        ([], []),
    ],
)
def test_each_issuer_makes_a_statement_of_its_own(issuers, named):
    found = statements_of(analysis(act(issuers=issuers)))
    assert [(statement.person, statement.organization) for statement in found] == named


def test_who_meets_takes_no_side():
    assert statements_of(analysis(act(act="CONSULT"))) == []


def test_actors_keep_what_is_known_of_them(path):
    write_dna([analysis(act())], path)
    query = """SELECT Variable, AttributeVariable, AttributeValue
        FROM ATTRIBUTEVALUES A, ATTRIBUTEVARIABLES N, VARIABLES V
        WHERE N.ID = AttributeVariableId AND V.ID = N.VariableId AND AttributeValue <> ''"""
    assert set(ask(path, query)) == {
        ("person", "Type", "person"),
        ("person", "Alias", "Renn"),
        ("person", "Notes", "country VEL, sector GOV"),
        ("organization", "Type", "state"),
        ("organization", "Notes", "country VEL, Wikidata Q1"),
    }


def test_what_dna_cannot_hold_is_shortened_or_replaced_and_places_stay(path):
    text = "a\r\n\ud83d\0" + TEXT
    row = act(issue="i" * 300, evidence_start=5, evidence_end=13)
    write_dna([analysis(row, text=text, title="t" * 300)], path)
    [(stored, title)] = ask(path, "SELECT Text, Title FROM DOCUMENTS")
    assert (stored[:5], len(title)) == ("a \n\ufffd\ufffd", 190)
    [(start, stop)] = ask(path, "SELECT Start, Stop FROM STATEMENTS")
    assert stored[start:stop] == "Oda Renn"
    assert shortened("i" * 300) in [value for (value,) in ask(path, "SELECT Value FROM ENTITIES")]


def test_equal_analyses_are_equal_files(tmp_path):
    for name in ("one", "two"):
        write_dna([river_talks.analysis(), analysis(act())], tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_is_written_whole_or_not_at_all(tmp_path, path):
    def broken():
        yield analysis(act())
        raise RuntimeError("no more")

    path.write_bytes(b"as it was")
    with pytest.raises(RuntimeError, match="no more"):
        write_dna(broken(), path)
    assert path.read_bytes() == b"as it was"
    assert list(tmp_path.iterdir()) == [path]


def test_units_tell_where_no_character_begins():
    units = Units("a🛶b")
    assert [units.code_points(offset) for offset in (0, 1, 2, 3, 4, 5)] == [0, 1, None, 2, 3, None]
