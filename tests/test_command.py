import json
import os
import signal
import subprocess
import sys
import types
from pathlib import Path

import pytest
from click.testing import CliRunner

from demandeur.analysis import Analysis
from demandeur.article import InputError
from demandeur.command import main

TEXT = "Velgia urged Karstania to open the sluices.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talks.txt").write_text(TEXT)
    return tmp_path


def analysed(article, model=None, actors=()):
    if actors:
        return Analysis.from_record(article, {}, model=", ".join(actor.name for actor in actors))
    if "crash" in article.text:
        raise KeyError("a rule\nbroke")
    if "too long" in article.text:
        raise InputError("The text is too long; split it.")
    return Analysis.from_record(article, {}, model=model or "")


def model_of(name=None):
    if name == "missing":
        raise InputError("No spaCy model found (looked for missing); name an installed one.")


@pytest.fixture
def line(monkeypatch):
    """The line behind ``extract``, replaced by one that finds nothing."""
    monkeypatch.setattr("demandeur.analysis.analyse", analysed, raising=False)
    monkeypatch.setattr("demandeur.language.load_model", model_of)


@pytest.fixture
def reports(monkeypatch):
    """``write_reports``, replaced by one that notes how it was called and gives back the ``outcomes`` put here."""
    calls = types.SimpleNamespace(outcomes=[])

    def write_reports(articles, out, parameters, progress):
        calls.articles, calls.out, calls.parameters, calls.progress = list(articles), out, parameters, progress
        return calls.outcomes

    module = types.ModuleType("demandeur.report")
    module.write_reports = write_reports
    monkeypatch.setitem(sys.modules, "demandeur.report", module)
    return calls


def outcome(kind, error=None, folder=None, up_to_date=False):
    return types.SimpleNamespace(article_id="a", folder=folder, error=error, kind=kind, up_to_date=up_to_date)


def run(*arguments, **more):
    return CliRunner().invoke(main, list(arguments), **more)


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_extract_writes_one_line_an_article(folder, line):
    (folder / "rows.jsonl").write_text(
        '{"id": 7, "text": "No."}\n{"id": "007", "text": "Yes “{x}” <script>\\ud83d."}\n'
    )
    result = run("extract", "talks.txt", "rows.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [row["article"]["id"] for row in rows(result)] == ["talks", 7, "007"]


def test_extract_tells_what_it_refuses_and_goes_on(folder, line):
    (folder / "rows.jsonl").write_text('{"text": "No."}\n{"text": 5}\n{"text": "too long"}\n{"text": "Yes."}\n')
    result = run("extract", "no.txt", "rows.jsonl", "talks.txt")
    assert result.exit_code == 2
    assert [row["article"]["id"] for row in rows(result)] == ["rows-1", "rows-4", "talks"]
    assert result.stderr.splitlines() == [
        "no.txt: no such file or folder; check the path.",
        "rows.jsonl, line 2: text is not a string; give the article's text.",
        "rows-3: The text is too long; split it.",
    ]


def test_extract_survives_a_fault_of_the_program(folder, line):
    (folder / "rows.jsonl").write_text('{"text": "a crash"}\n{"text": 5}\n{"text": "Yes."}\n')
    result = run("extract", "rows.jsonl")
    assert result.exit_code == 1
    assert [row["article"]["id"] for row in rows(result)] == ["rows-3"]
    crash, _ = result.stderr.splitlines()
    assert crash.startswith("rows-1: the analysis failed (KeyError: ")
    assert "Traceback" not in result.output


def test_extract_reads_standard_input(folder, line):
    result = run("extract", "-", input='{"id": "a", "text": "No."}\n')
    assert rows(result)[0]["article"]["id"] == "a"


GOLD = {"id": "a", "text": TEXT, "attributions": [{"source": [], "cue": [], "content": [[0, 6]], "type": "indirect"}]}


def test_evaluate_writes_scores_to_read_or_as_one_json_object(folder):
    (folder / "gold.jsonl").write_text(json.dumps(GOLD))
    result = run("evaluate", "quotes", "gold.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("quotes in one article of gold.jsonl, read with en_core_web_sm")
    [scores] = rows(run("evaluate", "quotes", "gold.jsonl", "--json"))
    assert scores["scores"]["all"]["attributions"]["gold"] == 1
    assert scores["intervals"]["level"] == 0.95


def test_evaluate_refuses_what_is_no_gold_in_one_sentence(folder):
    result = run("evaluate", "quotes", "talks.txt")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith("talks.txt, line 1: not valid JSON")
    result = run("evaluate", "demands", "no")
    assert (result.exit_code, result.stderr) == (2, "no: can't be read (No such file or directory); check the path.\n")


@pytest.mark.parametrize("kind", ["acts", "pairs", "ledger"])
def test_evaluate_refuses_what_is_no_gold_for_acts_with_its_line(folder, kind):
    (folder / "gold.jsonl").write_text(json.dumps({"text": TEXT, "acts": [{}]}))
    result = run("evaluate", kind, "gold.jsonl")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith("gold.jsonl, line 1")


def test_evaluate_takes_what_extract_wrote_beside_the_articles(folder):
    (folder / "news.txt").write_text("Norway urged Chad to leave. Chad refused to leave.")
    (folder / "out.jsonl").write_text(run("extract", "news.txt").stdout)
    result = run("evaluate", "ledger", "out.jsonl", "--articles", "news.txt", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert rows(result)[0]["scores"]["REQUEST"]["all three"]["f1"]["value"] == 1


def test_evaluate_tells_which_article_failed_and_scores_the_rest(folder, monkeypatch):
    monkeypatch.setattr("demandeur.evaluation.measuring.analyse", analysed)
    (folder / "gold.jsonl").write_text(json.dumps(GOLD) + "\n" + json.dumps(GOLD | {"text": "They crash."}))
    result = run("evaluate", "quotes", "gold.jsonl", "--json")
    assert (result.exit_code, rows(result)[0]["failed"], rows(result)[0]["articles"]) == (1, 1, 2)
    assert result.stderr.startswith("a: the analysis failed (KeyError: ")
    assert result.stderr.count("\n") == 1


def test_report_says_what_was_already_up_to_date(folder, reports):
    reports.outcomes = [outcome("ok", folder=Path("out/talks"), up_to_date=True)]
    assert run("report", "talks.txt", "--out", "out").stdout == "out/talks/report.html (up to date)\n"


def test_extract_reads_the_file_of_actors_before_the_first_article(folder, line):
    result = run("extract", "--actors", "none.toml", "talks.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("none.toml: can't be read")
    (folder / "actors.toml").write_text('[[actor]]\nname = "Ana Reyl"\n')
    assert run("extract", "--actors", "actors.toml", "talks.txt").exit_code == 0


def test_extract_names_a_missing_model_before_it_reads(folder, line):
    result = run("extract", "--model", "missing", "no.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "No spaCy model found (looked for missing); name an installed one.\n"


def test_report_hands_on_what_it_was_given(folder, reports):
    reports.outcomes = [outcome("ok", folder=Path("out/talks"))]
    result = run("report", "talks.txt", "no.txt", "--out", "out", "-p", "level=country", "-p", "note=a=b ")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "out/talks/report.html\n", "")
    assert (reports.out, reports.parameters, reports.progress) == (
        Path("out"),
        {"level": "country", "note": "a=b "},
        False,
    )
    assert [type(article).__name__ for article in reports.articles] == ["Article", "InputError"]
    assert (folder / "out").is_dir()


@pytest.mark.parametrize(
    ("kinds", "status"),
    [([], 0), (["ok"], 0), (["ok", "bad-input"], 2), (["failed", "ok"], 1), (["bad-input", "failed"], 1)],
)
def test_report_ends_with_the_status_of_its_outcomes(folder, reports, kinds, status):
    reports.outcomes = [outcome(kind, error=None if kind == "ok" else f"it is {kind}.") for kind in kinds]
    result = run("report", "talks.txt")
    assert result.exit_code == status
    assert result.stderr.splitlines() == [f"it is {kind}." for kind in kinds if kind != "ok"]


def test_report_names_the_index(folder, reports):
    (folder / "reports").mkdir()
    (folder / "reports" / "index.html").touch()
    assert run("report", "talks.txt").stdout == "reports/index.html\n"


@pytest.mark.parametrize("parameter", ["level", "=country", " =x", ""])
def test_report_refuses_a_parameter_without_name_or_sign(folder, reports, parameter):
    result = run("report", "talks.txt", "-p", parameter)
    assert result.exit_code == 2
    assert result.stderr == f"-p {parameter}: a parameter is written NAME=VALUE, such as -p level=country.\n"
    assert not hasattr(reports, "articles")
    assert not (folder / "reports").exists()


def test_report_refuses_a_folder_that_cannot_be_written_before_any_work(folder, reports):
    result = run("report", "talks.txt", "--out", "talks.txt/out")
    assert result.exit_code == 2
    assert result.stderr.startswith("talks.txt/out: can't write to this output folder (")
    assert result.stderr.count("\n") == 1
    assert not hasattr(reports, "articles")


def test_report_tells_in_one_sentence_what_the_notebooks_refuse(folder, reports, monkeypatch):
    def refuse(*_):
        raise InputError("-p levl: no notebook has this parameter.")

    monkeypatch.setattr(sys.modules["demandeur.report"], "write_reports", refuse)
    result = run("report", "talks.txt", "-p", "levl=x")
    assert (result.exit_code, result.stderr) == (2, "-p levl: no notebook has this parameter.\n")


def test_an_interruption_is_one_sentence(folder, line, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("demandeur.analysis.analyse", interrupt)
    result = run("extract", "talks.txt")
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr.startswith("Interrupted: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--help"], ["report", "-h"], ["extract", "--help"], ["evaluate", "-h"]])
def test_help_teaches_by_example(arguments):
    result = run(*arguments)
    assert result.exit_code == 0
    assert "Examples\n" in result.output
    assert "Exit status\n" in result.output or arguments == ["--help"]


@pytest.mark.parametrize(
    "arguments",
    [["extract"], ["extract", "--format", "xml", "a"], ["reprt"], ["report", "--x", "a"], ["evaluate", "verbs", "a"]],
)
def test_a_wrong_call_is_refused(arguments):
    assert run(*arguments).exit_code == 2


def test_version():
    assert run("--version").output.startswith("demandeur ")


PROGRAM = """
import signal, sys, time

signal.signal(signal.SIGINT, signal.default_int_handler)  # a suite in the background is started with it ignored
import demandeur.analysis, demandeur.language
from demandeur.analysis import Analysis

def analysed(article, model=None, actors=()):
    if "wait" in article.text:
        print("waiting", file=sys.stderr, flush=True)
        time.sleep(60)
    return Analysis.from_record(article, {})

demandeur.analysis.analyse = analysed
demandeur.language.load_model = str
from demandeur.command import main
main(sys.argv[1:], prog_name="demandeur")
"""


def start(*arguments, **more):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    return subprocess.Popen([sys.executable, "-c", PROGRAM, *arguments], **pipes)


@pytest.mark.slow
def test_a_line_comes_out_before_the_next_one_goes_in():
    with start("extract", "-") as process:
        for number in (1, 2):
            process.stdin.write(b'{"id": %d, "text": "No."}\n' % number)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["article"]["id"] == number
        process.stdin.close()
        assert process.wait() == 0


@pytest.mark.slow
def test_a_reader_that_has_enough_ends_it_quietly(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "No."}\n' * 2000)
    with start("extract", str(path)) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr.read() == b""


@pytest.mark.slow
def test_ctrl_c_keeps_the_lines_that_are_done(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "No."}\n{"text": "wait"}\n')
    with start("extract", str(path)) as process:
        assert process.stderr.readline() == b"waiting\n"
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
    assert process.returncode == 130
    assert len(output.splitlines()) == 1
    assert errors.startswith(b"Interrupted: ")
    assert errors.count(b"\n") == 1


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full on this machine")
def test_a_full_disk_is_one_sentence(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(TEXT)
    with open("/dev/full", "wb") as full, start("extract", str(path), stdout=full) as process:
        errors = process.stderr.read()
    assert process.returncode == 2
    assert errors == b"standard output: can't be written (No space left on device); make room for it.\n"


@pytest.mark.slow
def test_the_module_runs_like_the_command():
    command = [sys.executable, "-m", "demandeur", "--help"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.startswith("Usage: demandeur ")
