"""Reports over many articles: one that fails stops no other, what is finished stays, what is up to date is kept.

One small notebook stands for the three, so that these tests need neither a parser nor a minute.
"""

import json
import os
import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from demandeur import report
from demandeur.article import Article, InputError
from demandeur.page import SECTIONS

PARAMETERS = """\
article = "a.txt"  # what to read
speaker = ""  # whose words
issues = ""  # a file of issues
level = "actor"  # actor or country
out = ""  # where to write
"""

WORK = """\
import json, pathlib
row = json.loads(pathlib.Path(article).read_text())
if "stop here" in row["text"]:
    raise RuntimeError("the cell broke")
if "auf Deutsch" in row["text"]:
    from demandeur import InputError
    raise InputError("row.jsonl: this text is not English; give an English one.")
demands = [{"status": "accepted"}, {"status": "unanswered"}]
pathlib.Path(out, "tables").mkdir()
pathlib.Path(out, "tables", "demands.csv").write_text("D1")
done = pathlib.Path(out, "analysis.jsonl").write_text(json.dumps({"demands": demands, "actors": [{}]}))
"""


@pytest.fixture(autouse=True)
def small_notebook(tmp_path, monkeypatch):
    """Put one notebook of few cells in the place of the three."""
    cells = [new_code_cell(PARAMETERS), new_code_cell(WORK), new_code_cell("f\"{row['text']} {level} {speaker}\"")]
    cells[0].metadata["tags"] = ["parameters"]
    cells[2].metadata["tags"] = [f"report-{section.name}" for section in SECTIONS]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = tmp_path / "notebooks" / "n.ipynb"
    path.parent.mkdir()
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    monkeypatch.setattr(report, "find_notebooks", lambda: [path])
    monkeypatch.setattr(report, "recipe", lambda notebooks: notebooks[0].read_text())
    return path


def write(out, *articles, **parameters):
    return report.write_reports(iter(articles), out, parameters, progress=False)


def article(name, text="Nobody spoke.", **more):
    return Article.from_text(text, id=name, **more)


def test_each_outcome_stands_in_its_articles_place_and_a_failure_stops_nothing(tmp_path):
    out = tmp_path / "out"
    outcomes = write(
        out,
        article("first"),
        InputError("x.txt: no such file."),
        article("broken", "stop here"),
        article("german", "auf Deutsch"),
        article("last", date="2031-05-12"),
    )
    assert [(outcome.article_id, outcome.kind) for outcome in outcomes] == [
        ("first", "ok"),
        ("", "bad-input"),
        ("broken", "failed"),
        ("german", "bad-input"),
        ("last", "ok"),
    ]
    assert outcomes[1].error == "x.txt: no such file."
    reason = "broken: n.ipynb, cell [3]: RuntimeError: the cell broke; see the executed notebooks in "
    assert outcomes[2].error == reason + str(out / "broken" / "notebooks")
    assert outcomes[3].error == "row.jsonl: this text is not English; give an English one."
    assert sorted(path.name for path in out.iterdir()) == ["broken", "first", "index.html", "last"]
    assert sorted(path.name for path in (out / "broken").rglob("*")) == [
        "article.jsonl",
        "made.json",
        "n.ipynb",
        "notebooks",
    ]
    index = (out / "index.html").read_text()
    assert re.findall(r'<a href="([^"#]+)">', index) == ["last/report.html", "first/report.html"]
    assert "RuntimeError: the cell broke" in index
    assert "Two articles, four demands, two of them answered in the same article." in index


def test_what_failed_leaves_no_old_report_and_no_other_file_is_touched(tmp_path):
    out = tmp_path / "out"
    write(out, article("talks"))
    (out / "talks" / "my notes.txt").write_text("mine")
    [outcome] = write(out, article("talks", "stop here"))
    assert outcome.folder == out / "talks"
    kept = {path.name for path in (out / "talks").iterdir()}
    assert kept == {"article.jsonl", "made.json", "notebooks", "my notes.txt"}
    [outcome] = write(out, article("talks", "auf Deutsch"))
    assert outcome.folder is None
    assert {path.name for path in (out / "talks").iterdir()} == {"my notes.txt"}
    (out / "talks" / "my notes.txt").unlink()
    write(out, article("talks", "auf Deutsch"))
    assert [path.name for path in out.iterdir()] == ["index.html"]


def test_a_report_that_is_up_to_date_is_not_made_again(tmp_path, small_notebook):
    out = tmp_path / "out"
    assert [outcome.up_to_date for outcome in write(out, article("talks"))] == [False]
    assert [outcome.up_to_date for outcome in write(out, article("talks"))] == [True]
    changes = [
        (article("talks", "Somebody spoke."), {}),
        (article("talks", "Somebody spoke."), {"level": "country"}),
        (article("talks", "Somebody spoke.", title="Talks"), {"level": "country"}),
        (article("talks", "Somebody spoke.", title="Talks"), {"level": "country", "speaker": "Velgia"}),
    ]
    for changed, parameters in changes:
        assert [outcome.up_to_date for outcome in write(out, changed, **parameters)] == [False]
    (out / "talks" / "report.html").unlink()
    assert [outcome.up_to_date for outcome in write(out, changed, **parameters)] == [False]
    small_notebook.write_text(small_notebook.read_text().replace("RuntimeError", "OSError"))
    assert [outcome.up_to_date for outcome in write(out, changed, **parameters)] == [False]
    assert [path.name for path in out.iterdir() if path.is_dir()] == ["talks"]


def test_an_unknown_parameter_is_refused_before_any_work(tmp_path):
    with pytest.raises(InputError, match="-p levle: no notebook has this parameter; there are speaker, issues, level"):
        write(tmp_path / "out", article("talks"), levle="country")
    assert not (tmp_path / "out").exists()


def test_articles_whose_names_are_alike_or_odd_get_folders_of_their_own(tmp_path):
    names = ["a {b} 'c' \"d\"", "a-b-c-d", "a-b-c-d", "../../etc"]
    outcomes = write(tmp_path / "out", *[article(name, f"text {n}") for n, name in enumerate(names)])
    folders = [outcome.folder.name for outcome in outcomes]
    assert folders == ["a-b-c-d", "a-b-c-d-2", "a-b-c-d-3", "etc"]
    for number, folder in enumerate(folders):
        assert f"text {number} actor" in (tmp_path / "out" / folder / "report.html").read_text()
    [again] = write(tmp_path / "out", article("a-b-c-d", "text 2"))
    assert (again.folder.name, again.up_to_date) == ("a-b-c-d-3", True)


def test_the_folder_can_be_rerun_by_itself(tmp_path):
    given = article("talks", "line\u2028end \ud800 {x} $y$ é", title="T", speaker="Velgia", issues={"truce": ["lull"]})
    [outcome] = write(tmp_path / "out", given)
    row = json.loads((outcome.folder / "article.jsonl").read_text())
    assert Article(**row) == given
    notebook = nbformat.read(outcome.folder / "notebooks" / "n.ipynb", as_version=4)
    injected = notebook.cells[1].source
    assert 'article = "../article.jsonl"' in injected
    assert str(tmp_path) not in notebook.cells[1].source


def test_the_words_of_a_file_of_issues_and_a_speaker_go_into_the_row(tmp_path):
    (tmp_path / "issues.toml").write_text('truce = ["lull"]')
    [outcome] = write(tmp_path / "out", article("talks"), issues=str(tmp_path / "issues.toml"), speaker="Velgia")
    row = json.loads((outcome.folder / "article.jsonl").read_text())
    assert (row["speaker"], row["issues"]) == ("Velgia", {"truce": ["lull"]})


def test_an_interruption_leaves_whole_reports_and_nothing_half_made(tmp_path):
    out = tmp_path / "out"

    def articles():
        for number in range(report.AHEAD + 1):
            yield article(f"talks-{number}")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        report.write_reports(articles(), out, {}, progress=False)
    finished = [path for path in out.iterdir() if path.is_dir()]
    assert finished
    for folder in finished:
        assert json.loads((folder / "made.json").read_text())["error"] is None
        assert (folder / "report.html").read_text().endswith("</html>\n")
    assert len(re.findall(r"report\.html", (out / "index.html").read_text())) == len(finished)


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InputError, match="can't write"):
        write(tmp_path / "out", article("talks"))


def test_the_files_of_somebody_else_are_left_alone(tmp_path):
    (tmp_path / "out" / "talks" / "tables").mkdir(parents=True)
    (tmp_path / "out" / "talks-2").write_text("a file")
    outcomes = write(tmp_path / "out", article("talks-2"), article("talks"))
    assert [outcome.kind for outcome in outcomes] == ["ok", "ok"]
    assert [outcome.folder.name for outcome in outcomes] == ["talks-2-2", "talks-3"]
    assert (tmp_path / "out" / "talks" / "tables").is_dir()


def test_a_report_whose_last_file_never_came_is_known_as_broken_off_and_made_again(tmp_path, monkeypatch):
    replace = os.replace

    def break_off(source, target):
        if str(target).endswith("talks/report.html"):
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr("demandeur.making.os.replace", break_off)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "out", article("talks"))
    monkeypatch.undo()
    assert "broken off" in json.loads((tmp_path / "out" / "talks" / "made.json").read_text())["error"]
