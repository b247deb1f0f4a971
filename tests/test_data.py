"""Data: the gold points into its articles, and the data dictionary tells every column of the tables.

``python tests/test_data.py`` writes the data dictionary of data/README.md anew after a change of the tables.
"""

import json
from pathlib import Path

import pytest

from demandeur.tables import TABLES

DATA = Path(__file__).resolve().parents[1] / "data"
README = DATA / "README.md"
BEGIN, END = "<!-- data dictionary: begin -->", "<!-- data dictionary: end -->"
GOLD_TABLES = ("actors", "statements", "acts", "demands", "stances", "attitudes")
ACTOR_COLUMNS = ("actor_id", "speaker", "addressee", "reported_by", "issuers", "addressees", "from_actor", "to_actor")
ALLOWED = {
    "act": {"REQUEST", "OFFER", "ACCEPT", "REJECT", "THREATEN", "CONCEDE", "ACCUSE", "SUPPORT", "CONSULT"},
    "status": {"accepted", "conditional", "rejected", "unanswered"},
    "stance": {"support", "conditional", "oppose", "mixed", "unclear"},
    "label": {"negative", "neutral", "positive"},
    "kind": {"person", "state", "organisation", "group"},
    "quote_type": {"direct", "mixed", "indirect"},
    "realis": {"done", "future", "hypothetical"},
    "strength": {1, 2, 3, 4, 5},
}
GOLD = sorted((DATA / "gold").glob("*.jsonl"))


def read_rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(params=GOLD, ids=[path.stem for path in GOLD])
def gold(request):
    """The rows of one gold file and the text that they point into."""
    text = (DATA / "articles" / f"{request.param.stem}.txt").read_text(encoding="utf-8")
    return read_rows(request.param), text


def test_every_article_has_a_gold_and_every_gold_an_article():
    assert {path.stem for path in (DATA / "articles").iterdir()} == {path.stem for path in GOLD} != set()


def test_offsets_give_the_words(gold):
    rows, text = gold
    for row in rows:
        for column in [name.removesuffix("_start") for name in row if name.endswith("_start")]:
            start, end = row[f"{column}_start"], row[f"{column}_end"]
            words = row.get(f"{column}_text", row.get(column, text[start:end]))
            assert text[start:end] == words != "", row
        if "spans" in row:
            assert " ".join(text[start:end] for start, end in row["spans"]) == row["text"] != "", row


def test_words_without_offsets_stand_in_the_text(gold):
    rows, text = gold
    for row in rows:
        for column in ("issuer_text", "addressee_text", "deadline", "role"):
            assert row.get(column, "") in text, row
        for alias in row.get("aliases", []):
            assert alias in text, row


def test_triggers_and_contents_lie_within_their_evidence(gold):
    rows, _ = gold
    for row in rows:
        if row["table"] in ("acts", "demands"):
            for column in ("trigger", "content"):
                assert row["evidence_start"] <= row[f"{column}_start"], row
                assert row[f"{column}_end"] <= row["evidence_end"], row


def test_columns_are_those_of_the_tables(gold):
    rows, _ = gold
    for row in rows:
        assert row["table"] in GOLD_TABLES, row
        assert row["sure"] in (True, False), row
        assert set(row) - {"table", "sure"} <= {column.name for column in TABLES[row["table"]]}, row


def test_values_are_those_that_the_dictionary_allows(gold):
    rows, _ = gold
    for row in rows:
        for column in ALLOWED.keys() & row.keys():
            assert row[column] in ALLOWED[column], row


def test_actors_that_are_used_exist(gold):
    rows, _ = gold
    known = {row["actor_id"] for row in rows if row["table"] == "actors"}
    for row in rows:
        for column in ACTOR_COLUMNS:
            value = row.get(column) or []
            assert set(value if isinstance(value, list) else [value]) <= known, row


def test_answers_that_are_used_exist_and_tell_the_status(gold):
    rows, _ = gold
    acts = {row["act_id"] for row in rows if "act_id" in row}
    for row in rows:
        if row["table"] == "demands":
            assert set(row["answers"]) <= acts, row
            assert bool(row["answers"]) == (row["status"] != "unanswered"), row


def test_ids_are_unique(gold):
    rows, _ = gold
    ids = [row["actor_id"] for row in rows if row["table"] == "actors"]
    for column in ("act_id", "demand_id", "statement_id"):
        ids += [row[column] for row in rows if column in row and not (column == "statement_id" and "act_id" in row)]
    pairs = [(row["actor_id"], row["issue"]) for row in rows if row["table"] == "stances"]
    pairs += [(row["from_actor"], row["to_actor"]) for row in rows if row["table"] == "attitudes"]
    assert len(ids) == len(set(ids))
    assert len(pairs) == len(set(pairs))


def test_requests_stand_in_the_table_of_demands_only(gold):
    rows, _ = gold
    for row in rows:
        if row["table"] in ("acts", "demands"):
            assert (row["act"] == "REQUEST") == (row["table"] == "demands"), row


def test_demands_stand_in_reading_order(gold):
    rows, _ = gold
    demands = [row for row in rows if row["table"] == "demands"]
    assert [row["demand_id"] for row in demands] == [f"D{number}" for number in range(1, len(demands) + 1)]
    assert [row["trigger_start"] for row in demands] == sorted(row["trigger_start"] for row in demands)


def data_dictionary() -> str:
    """Return the data dictionary in Markdown: one table of columns for each table of an analysis."""
    lines = []
    for name, columns in TABLES.items():
        lines += [f"### {name}", "", "| column | holds | meaning |", "|---|---|---|"]
        if name == "demands":
            lines.append("| *all columns of acts* | | As in acts. |")
            in_acts = {column.name for column in TABLES["acts"]}
            columns = [column for column in columns if column.name not in in_acts]
        lines += [f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in columns]
        lines.append("")
    return "\n".join(lines)


def with_dictionary(readme: str) -> str:
    """Return the README with its data dictionary made anew."""
    before, rest = readme.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n\n{data_dictionary()}\n{END}{after}"


def test_the_data_dictionary_is_that_of_the_tables():
    readme = README.read_text(encoding="utf-8")
    assert readme == with_dictionary(readme), "python tests/test_data.py writes it anew"


if __name__ == "__main__":
    README.write_text(with_dictionary(README.read_text(encoding="utf-8")), encoding="utf-8")
