import datetime
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from demandeur.article import Article, InputError
from demandeur.rows import article_of, parse_issues, read_csv, read_jsonl, read_parquet

TEXT = "Velgia urged Karstania to open the sluices."


def jsonl(*rows):
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows]
    return list(read_jsonl(lines, "rows.jsonl", "rows"))


def csv(table, encoding="utf-8"):
    return list(read_csv(table.encode(encoding), "rows.csv", "rows"))


def parquet(path, rows, schema=None):
    pq.write_table(pa.Table.from_pylist(rows, schema), path)
    return list(read_parquet(path, path.stem))


def sentence(result):
    assert isinstance(result, InputError)
    return str(result)


@pytest.mark.parametrize("identifier", ["a", "007", " b ", "", "Élodie {1}", 7, 0, -3, 1.5, 10**30])
def test_an_id_is_kept_unchanged(identifier):
    (article,) = jsonl({"id": identifier, "text": TEXT})
    assert json.dumps(article.id) == json.dumps(identifier)


@pytest.mark.parametrize("text", [f"  {TEXT}\r\n\r\n", f"{TEXT}\u2028\x00\x07\ud83d{{}}<script>", f"\ufeff{TEXT}"])
def test_the_text_of_a_json_line_is_kept_exactly(text):
    assert jsonl({"text": text})[0].text == text


def test_a_row_brings_its_head():
    row = {"title": "T", "date": "2031", "source": "Post", "speaker": "Velgia", "issues": {"dam": ["dam", "sluice"]}}
    (article,) = jsonl({"id": "a", "text": TEXT, "other": [1, 2]} | row)
    assert article == Article(id="a", text=TEXT, **row)


def test_what_a_row_leaves_out_is_missing_and_its_file_the_source():
    (article,) = jsonl({"text": TEXT, "title": None, "date": "", "issues": {}})
    assert article == Article(id="rows-1", text=TEXT, source="rows.jsonl")


def test_blank_lines_are_passed_over_and_counted():
    assert [article.id for article in jsonl({"text": TEXT}, b"\n", b"  \r\n", {"text": TEXT})] == ["rows-1", "rows-4"]


def test_a_byte_order_mark_in_front_is_dropped():
    (article,) = jsonl(b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode())
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut\n', "not valid JSON (Invalid control character at at column 14)"),
        (b"{]\n", "not valid JSON"),
        (b'{"text": "caf\xe9"}\n', "not UTF-8"),
        (b'"text"\n', "not a JSON object"),
        (b"[" * 100_000, "JSON that can't be read"),
        (b'{"text": ' + b"9" * 5000 + b"}", "JSON that can't be read"),
        (b'{"id": "a"}\n', "no field named text"),
        (b'{"text": null}\n', "no field named text"),
        (b'{"text": ["a"]}\n', "text is not a string"),
        (b'{"text": " \\n\\t "}\n', "the text is empty"),
        (b'{"text": "a", "id": true}\n', "id is neither a string nor a number"),
        (b'{"text": "a", "id": [1]}\n', "id is neither a string nor a number"),
        (b'{"text": "a", "speaker": {"name": "Velgia"}}\n', "speaker is not a string"),
        (b'{"text": "a", "issues": ["dam"]}\n', "issues must give"),
        (b'{"text": "a", "issues": {"dam": "sluice"}}\n', "issues must give"),
        (b'{"text": "a", "issues": "{dam"}\n', "issues is not valid JSON"),
    ],
)
def test_a_bad_line_is_one_error_that_names_file_and_line_and_the_rest_goes_on(line, reason):
    before, bad, after = jsonl({"text": TEXT}, line, {"text": TEXT})
    assert sentence(bad).startswith("rows.jsonl, line 2: ")
    assert reason in sentence(bad)
    assert sentence(bad).endswith(".")
    assert (before.id, after.id) == ("rows-1", "rows-3")


def test_a_row_in_another_language_is_refused():
    german = (
        "Die Ministerin forderte am Montag, dass der Hafen sofort wieder geöffnet werde, und wies alle Angebote zurück."
    )
    assert 'reads as "de"' in sentence(jsonl({"text": german})[0])


def test_a_json_array_is_one_error_and_not_one_a_line():
    assert [sentence(result) for result in jsonl(b"[\n", b"{}\n", b"]\n")] == [
        "rows.jsonl, line 1: this is a JSON array; write one JSON object a line instead."
    ]


def test_a_line_is_read_only_when_it_is_asked_for():
    def lines():
        yield json.dumps({"text": TEXT}).encode()
        raise AssertionError("read ahead")

    assert next(read_jsonl(lines(), "rows.jsonl", "rows")).text == TEXT


def test_the_text_of_a_csv_row_is_kept_exactly():
    text = ' “a”, ""b""\r\n\r\nsecond\nthird '
    (article,) = csv(f'id,text\r\n007,"{text}"\r\n')
    assert article.text == text.replace('""', '"')
    assert article.id == "007"


def test_csv_rows_are_numbered_by_the_line_they_begin_on():
    table = f'text,title\n"{TEXT}\n\nMore.",T\n\n{TEXT},\n'
    assert [(article.id, article.title) for article in csv(table)] == [("rows-2", "T"), ("rows-6", None)]


def test_issues_in_csv_are_json():
    (article,) = csv(f'text,issues\n{TEXT},"{{""dam"": [""sluice""]}}"\n')
    assert article.issues == {"dam": ["sluice"]}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_csv_is_read_in_other_encodings(encoding):
    (article,) = csv("text\nA café in Göteborg said no.\n", encoding)
    assert article.text == "A café in Göteborg said no."


def test_a_long_cell_is_read_whole():
    (article,) = csv("text\n" + "no " * 100_000)
    assert len(article.text) == 300_000


def test_csv_without_a_text_column_is_one_error():
    assert [sentence(result) for result in csv("id,body\n1,a\n2,b\n")] == [
        "rows.csv, line 1: no column named text (found: id, body); name it so."
    ]


def test_a_csv_row_with_too_many_cells_is_refused_and_the_rest_goes_on():
    bad, good = csv(f"id,text\n1,Yes, they said\n2,{TEXT}\n")
    assert sentence(bad).startswith("rows.csv, line 2: more cells than the header has")
    assert good.id == "2"


def test_a_csv_quote_that_is_never_closed_is_told():
    good, bad = csv(f'text\n{TEXT}\n"open\n')
    assert good.text == TEXT
    assert sentence(bad).startswith("rows.csv, line 3: not valid CSV")


def test_parquet_keeps_types(tmp_path):
    rows = [
        {"id": 7, "text": TEXT, "date": datetime.date(2031, 4, 5), "issues": [("dam", ["sluice"])], "extra": 1.5},
        {"id": None, "text": TEXT, "date": None, "issues": None, "extra": None},
    ]
    issues = pa.map_(pa.string(), pa.list_(pa.string()))
    types = {"id": pa.int64(), "text": pa.large_string(), "date": pa.date32(), "issues": issues, "extra": pa.float64()}
    first, second = parquet(tmp_path / "rows.parquet", rows, pa.schema(list(types.items())))
    assert first == Article(id=7, text=TEXT, date="2031-04-05", source="rows.parquet", issues={"dam": ["sluice"]})
    assert second == Article(id="rows-2", text=TEXT, source="rows.parquet")


def test_parquet_issues_of_other_rows_are_not_this_row_s(tmp_path):
    rows = [{"text": TEXT, "issues": {"dam": ["sluice"]}}, {"text": TEXT, "issues": {"fish": ["cod"]}}]
    first, second = parquet(tmp_path / "rows.parquet", rows)
    assert (first.issues, second.issues) == ({"dam": ["sluice"]}, {"fish": ["cod"]})


def test_a_bad_parquet_row_is_told_by_its_number(tmp_path):
    good, bad, last = parquet(tmp_path / "rows.parquet", [{"text": TEXT}, {"text": None}, {"text": TEXT}])
    assert sentence(bad).startswith("rows.parquet, row 2: no field named text")
    assert (good.id, last.id) == ("rows-1", "rows-3")


def test_parquet_without_a_text_column_is_one_error(tmp_path):
    (bad,) = parquet(tmp_path / "rows.parquet", [{"body": TEXT}, {"body": TEXT}])
    assert sentence(bad) == "rows.parquet: no column named text (found: body); name it so."


def test_what_is_no_parquet_is_told(tmp_path):
    path = tmp_path / "rows.parquet"
    path.write_text("id,text\n")
    assert sentence(next(read_parquet(path, "rows"))).startswith("rows.parquet: not a Parquet file")


def test_a_damaged_parquet_file_is_told(tmp_path):
    path = tmp_path / "rows.parquet"
    parquet(path, [{"text": TEXT * 50 + str(number)} for number in range(500)])
    data = bytearray(path.read_bytes())
    data[4 : len(data) // 2] = bytes(len(data) // 2 - 4)
    path.write_bytes(data)
    assert any("damaged" in str(result) for result in read_parquet(path, "rows"))


@pytest.mark.parametrize(
    ("value", "issues"),
    [
        (None, None),
        ("", None),
        ({}, None),
        ('{"dam": ["sluice"]}', {"dam": ["sluice"]}),
        ({"dam": []}, {"dam": []}),
        ([("dam", ["sluice"])], {"dam": ["sluice"]}),
    ],
)
def test_issues(value, issues):
    assert parse_issues(value, "here") == issues


def test_a_year_as_a_number_is_a_date():
    assert article_of({"text": TEXT, "date": 2031}, "here", "rows.jsonl", "rows-1").date == "2031"
