"""The index lists what made.json of each folder says, escaped, and survives a damaged one."""

import json

from demandeur.contents import read_all_made, write_index

ENTRY = {"id": "x", "date": None, "error": None, "finding": "No demand.", "demands": 0, "answered": 0, "actors": 1}


def put(out, folder, **entry):
    (out / folder).mkdir()
    (out / folder / "made.json").write_text(json.dumps(ENTRY | entry))


def test_the_newest_stand_first_and_titles_come_out_as_text(tmp_path):
    put(tmp_path, "a", title="<script>{{ 1 }}</script>")
    put(tmp_path, "b", title="B", date="2031-05-12")
    put(tmp_path, "c", title="C", date="2031-06-01")
    put(tmp_path, "d", title="D", error="n.ipynb, cell [2]: <b>broken</b>")
    page = write_index(tmp_path).read_text()
    places = [page.index(f'href="{folder}/report.html"') for folder in "cba"]
    assert places == sorted(places)
    assert "&lt;script&gt;{{ 1 }}&lt;/script&gt;" in page
    assert "<script" not in page
    assert "&lt;b&gt;broken&lt;/b&gt;" in page
    assert 'href="d/report.html"' not in page


def test_a_damaged_made_json_is_passed_over(tmp_path):
    put(tmp_path, "a", title="A")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "made.json").write_text('{"title": "B"')
    assert [entry["title"] for entry in read_all_made(tmp_path)] == ["A"]


def test_where_nothing_was_made_there_is_no_index(tmp_path):
    assert write_index(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
