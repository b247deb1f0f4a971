"""A .dna file that people coded, of DNA 3 or DNA 2, as gold: what is read, what is refused, what counts as right."""

import json
import sqlite3
from contextlib import closing

import pytest
import river_talks
from click.testing import CliRunner

from demandeur.analysis import Analysis
from demandeur.article import Article, InputError
from demandeur.command import KINDS, main
from demandeur.dna import write_dna
from demandeur.evaluation import measuring
from demandeur.evaluation.codings import ALL, Coding
from demandeur.evaluation.dna_gold import CodedArticle, CodedStatement, read_dna
from demandeur.evaluation.measuring import measure
from demandeur.evaluation.showing import disagreements_table, findings

TEXT = "🛶 Oda Renn of Velgia urged Karstania to open the sluices. Ilan Brodt refused."


@pytest.fixture
def path(tmp_path):
    """A file that people coded: ours, of the invented negotiation."""
    return write_dna([river_talks.analysis()], tmp_path / "talks.dna")


def change(path, *statements):
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path


def dna_2(path, *, agreement="boolean", persons=("Oda Renn", "Ilan Brodt")):
    """Write a file as DNA 2 keeps it: texts in their own tables, dates in milliseconds."""
    start = TEXT.index("Oda") + 1  # the canoe is two units of UTF-16
    places = [(start, TEXT.index(".") + 1), (TEXT.index("Ilan") + 1, len(TEXT) + 1)]
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, columns in {
            "DOCUMENTS": "ID INTEGER PRIMARY KEY, Title, Text, Coder, Author, Source, Notes, Type, Date INTEGER",
            "STATEMENTTYPES": "ID INTEGER PRIMARY KEY, Label, Red, Green, Blue",
            "VARIABLES": "ID INTEGER PRIMARY KEY, Variable, DataType, StatementTypeId INTEGER",
            "STATEMENTS": "ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start, Stop, Coder",
            "DATASHORTTEXT": "ID INTEGER PRIMARY KEY, StatementId, VariableId, StatementTypeId, Value TEXT",
            "DATABOOLEAN": "ID INTEGER PRIMARY KEY, StatementId, VariableId, StatementTypeId, Value INTEGER",
            "DATAINTEGER": "ID INTEGER PRIMARY KEY, StatementId, VariableId, StatementTypeId, Value INTEGER",
        }.items():
            connection.execute(f"CREATE TABLE {table} ({columns})")
        document = (1, "Sluices", TEXT, "", 1_936_353_600_000)
        connection.execute("INSERT INTO DOCUMENTS (ID, Title, Text, Source, Date) VALUES (?, ?, ?, ?, ?)", document)
        connection.execute(
            "INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 0, 0, 0), (2, 'Annotation', 0, 0, 0)"
        )
        names = {1: "person", 2: "organization", 3: "concept", 4: "agreement"}
        for key, name in names.items():
            connection.execute("INSERT INTO VARIABLES VALUES (?, ?, ?, 1)", (key, name, "short text"))
        connection.execute("INSERT INTO VARIABLES VALUES (5, 'note', 'long text', 2)")
        connection.execute("INSERT INTO STATEMENTS VALUES (9, 2, 1, 0, 3, 1)")
        for number, (begin, end) in enumerate(places, start=1):
            connection.execute("INSERT INTO STATEMENTS VALUES (?, 1, 1, ?, ?, 1)", (number, begin, end))
            short = {1: persons[number - 1], 2: "", 3: "opening of the sluices"}
            for variable, value in short.items():
                connection.execute("INSERT INTO DATASHORTTEXT VALUES (NULL, ?, ?, 1, ?)", (number, variable, value))
            value = 2 - number if agreement == "boolean" else 3 - 2 * number
            table = "DATABOOLEAN" if agreement == "boolean" else "DATAINTEGER"
            connection.execute(f"INSERT INTO {table} VALUES (NULL, ?, 4, 1, ?)", (number, value))
    return path


def test_what_was_exported_is_read_back(path):
    [document] = read_dna(path)
    article = document.article
    assert (article.id, article.date, article.text) == (
        "River talks open in Port Ambry",
        "2031-05-12",
        river_talks.TEXT,
    )
    assert len(document.statements) == 10
    first = document.statements[0]
    assert (first.person, first.concept, first.agreement) == ("Oda Renn", "water", True)
    assert dict(first.more) == {"addressee": "Karstania", "act": "REQUEST", "status": "unanswered"}
    assert article.text[first.start : first.end].startswith('Oda Renn, urged Karstania to "open')


@pytest.mark.parametrize("agreement", ["boolean", "integer"])
def test_a_file_of_dna_2_is_read_with_its_own_types_and_dates(tmp_path, agreement):
    [document] = read_dna(dna_2(tmp_path / "old.dna", agreement=agreement))
    assert document.article.date == "2031-05-12"
    found = [(s.person, s.agreement, TEXT[s.start : s.end]) for s in document.statements]
    assert found == [
        ("Oda Renn", True, "Oda Renn of Velgia urged Karstania to open the sluices"),
        ("Ilan Brodt", False, "Ilan Brodt refused."),
    ]
    assert all(statement.more == () for statement in document.statements)


def test_what_is_not_filled_in_is_left_out_and_equal_codings_count_once(tmp_path):
    path = dna_2(tmp_path / "old.dna", persons=("Oda Renn", ""))
    again = [
        "INSERT INTO STATEMENTS SELECT 7, StatementTypeId, DocumentId, Start, Stop, 2 FROM STATEMENTS WHERE ID = 1",
        "INSERT INTO DATASHORTTEXT SELECT NULL, 7, VariableId, 1, Value FROM DATASHORTTEXT WHERE StatementId = 1",
        "INSERT INTO DATABOOLEAN SELECT NULL, 7, VariableId, 1, Value FROM DATABOOLEAN WHERE StatementId = 1",
    ]
    [document] = read_dna(change(path, *again))
    assert [statement.id for statement in document.statements] == [1]


def test_documents_of_one_title_are_told_apart(tmp_path):
    path = write_dna([river_talks.analysis(), river_talks.analysis()], tmp_path / "twice.dna")
    assert [document.article.id for document in read_dna(path)] == [
        "River talks open in Port Ambry (document 1)",
        "River talks open in Port Ambry (document 2)",
    ]


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DROP TABLE STATEMENTS", "the table STATEMENTS is missing; give a file of Discourse Network Analyzer 2 or 3."),
        (
            "ALTER TABLE STATEMENTS RENAME COLUMN Stop TO Halt",
            "the table STATEMENTS has no column Stop; give a file of",
        ),
        (
            "UPDATE VARIABLES SET Variable = 'claim' WHERE Variable = 'concept'",
            "no statement type has the variables concept and agreement, and person or organization; name the",
        ),
        ("DELETE FROM STATEMENTS", "nothing is coded in this file; fill in actor and concept of a statement."),
        (
            "UPDATE STATEMENTS SET Stop = 99999 WHERE ID = 2",
            "statement 2: it does not lie within its document; mend it",
        ),
    ],
)
def test_a_database_that_is_no_gold_is_refused_in_one_sentence(path, statement, sentence):
    change(path, "PRAGMA foreign_keys = OFF", statement)
    result = CliRunner().invoke(main, ["evaluate", "coding", str(path)])
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "talks.dna" in result.stderr
    assert sentence in result.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "no such file; check the path."),
        (b"", "the file is empty; give a .dna file in which statements are coded."),
        (b"<xml>a file of DNA 1</xml>" * 99, "can't be read as a .dna file (file is not a database); give one of"),
    ],
)
@pytest.mark.parametrize("kind", ["coding", "demands"])
def test_a_file_that_is_no_database_is_refused_in_one_sentence(tmp_path, monkeypatch, kind, content, sentence):
    monkeypatch.chdir(tmp_path)
    if content is not None:
        (tmp_path / "bad.dna").write_bytes(content)
    result = CliRunner().invoke(main, ["evaluate", kind, "bad.dna"])
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith(f"bad.dna: {sentence}")


def test_a_torn_file_and_a_folder_are_refused(path, tmp_path):
    path.write_bytes(path.read_bytes()[:30_000])
    with pytest.raises(InputError, match=r"can't be read as a \.dna file"):
        read_dna(path)
    with pytest.raises(InputError, match=r"this is a folder; name a \.dna file\."):
        read_dna(tmp_path)


def test_reading_changes_nothing(path):
    before = path.read_bytes()
    read_dna(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


ACTORS = [
    {"actor_id": "oda", "name": "Oda Renn", "kind": "person", "country": "VEL", "aliases": ["Renn"]},
    {"actor_id": "velgia", "name": "Velgia", "kind": "state", "country": "VEL", "aliases": ["the Velgians"]},
    {"actor_id": "karstania", "name": "Karstania", "kind": "state", "country": "KAR"},
]
ACT = {
    "act_id": "A1",
    "act": "REQUEST",
    "issuers": ["oda"],
    "addressees": ["karstania"],
    "content": "open the sluices",
    "issue": "water",
    "negated": False,
    "evidence_start": 2,
    "evidence_end": 57,
}


def coded(**changes):
    values = {"start": 2, "end": 57, "person": "Oda Renn", "organization": "", "concept": "water", "agreement": True}
    return CodedStatement(1, **values | changes)


def coding(statements, acts=(ACT,)):
    rows = Analysis.from_record(Article("a", TEXT), {"actors": ACTORS, "acts": list(acts)}).rows
    return Coding(CodedArticle(Article("a", TEXT), tuple(statements)), rows)


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, {"actor", "concept", "agreement"}),
        ({"person": "Renn"}, {"actor", "concept", "agreement"}),
        ({"person": "Renn, Oda"}, {"actor", "concept", "agreement"}),
        ({"person": "Ilan Brodt", "organization": "Velgia"}, {"concept", "agreement"}),
        ({"person": "", "organization": "The Velgians"}, {"actor", "concept", "agreement"}),
        ({"person": "", "organization": "Karstania"}, {"concept", "agreement"}),
        ({"concept": "Open sluices"}, {"actor", "concept", "agreement"}),
        ({"concept": "Water should be shared"}, {"actor", "concept", "agreement"}),
        ({"concept": "A truce"}, {"actor", "agreement"}),
        ({"agreement": False}, {"actor", "concept"}),
        ({"start": 40, "end": 79}, {"actor", "concept", "agreement"}),
    ],
)
def test_each_part_of_a_statement_is_right_by_itself(changes, right):
    count = coding([coded(**changes)]).count()
    assert (count["gold"], count["predicted"], count["found"]) == (1, 1, 1)
    assert {name for name in ("actor", "concept", "agreement") if count[name]} == right
    assert count[ALL] == (len(right) == 3)


@pytest.mark.parametrize(
    ("more", "right"),
    [
        ({"addressee": "Karstania", "act": "request"}, {"addressee", "act"}),
        ({"addressee": "Karstania; Velgia", "act": "REJECT"}, set()),
        ({"addressee": "Velgia"}, set()),
    ],
)
def test_what_else_is_coded_is_compared_too(more, right):
    count = coding([coded(more=tuple(more.items()))]).count()
    assert {name for name in ("addressee", "act", "status") if count[f"coded {name}"]} == set(more)
    assert {name for name in more if count[name]} == right


def test_of_several_at_one_place_the_most_alike_is_taken_and_each_once():
    refused = ACT | {"act_id": "A2", "act": "REJECT", "issuers": ["karstania"]}
    both = coding([coded(person="", organization="Karstania", agreement=False), coded()], [ACT, refused])
    assert both.pairs == {0: 1, 1: 0}
    assert coding([coded(), coded()]).count()["found"] == 1


def test_what_is_missed_wrong_and_too_much_is_told():
    elsewhere = ACT | {"act_id": "A2", "evidence_start": 58, "evidence_end": 78}
    far = coded(start=0, end=1, concept="trade")
    told = {finding.kind: finding for finding in coding([far, coded(agreement=False)], [ACT, elsewhere]).findings()}
    assert set(told) == {"missed", "wrong", "extra"}
    assert told["missed"].message == "not found: Oda Renn: for 'trade' in '🛶'"
    assert told["wrong"].columns == ("agreement",)
    assert told["extra"].message == "not in the gold: Oda Renn, Velgia: for 'water' in 'Ilan Brodt refused.'"


@pytest.fixture
def read_as_coded(monkeypatch):
    """The reading of articles, replaced by one that finds the invented negotiation."""

    def analysed(article, model=None):
        return Analysis.from_record(article, river_talks.record())

    monkeypatch.setattr(measuring, "analyse", analysed)


def test_a_dna_file_as_gold_for_demands_is_measured_as_a_coding(path, read_as_coded):
    measured = measure("demands", path)
    assert (measured.kind, measured.gold) == ("coding", "talks.dna")
    assert (measured.scores["statements"].hits, measured.scores[ALL].hits) == (10, 10)
    assert measured.disagreements == ()
    assert disagreements_table(measured).text.startswith("Every statement was read as the gold has it")
    assert findings([], measured).text.endswith(
        "People coded ten statements in one document: all 10 are found, all 10 with the right actor, concept and "
        "agreement, and none were found that they did not code."
    )


def test_the_command_knows_every_kind():
    assert KINDS == measuring.KINDS


def test_the_command_tells_what_people_changed(path, read_as_coded):
    change(path, "UPDATE DATABOOLEAN SET Value = 1 - Value WHERE StatementId <= 2")
    result = CliRunner().invoke(main, ["evaluate", "coding", str(path)])
    assert result.exit_code == 0
    assert result.stdout.startswith("coding in one article of talks.dna, read with ")
    lines = {line.split("  ")[0]: line for line in result.stdout.splitlines()}
    assert "80.0 (80.0–80.0)" in lines["agreement"]
    assert "100.0" in lines["statements found"]
    scores = json.loads(CliRunner().invoke(main, ["evaluate", "coding", str(path), "--json"]).stdout)["scores"]
    assert (scores["agreement"]["hits"], scores["status"]["of"]) == (8, 5)
