"""The notebooks keep the form of the house, and run from end to end on any article, from any folder."""

import json
import re

import nbformat
import papermill
import pytest

from demandeur import analyse, read_article
from demandeur.article import InputError
from demandeur.dna import write_dna
from demandeur.page import SECTIONS
from demandeur.report import NOTEBOOKS, find_notebooks, write_reports
from demandeur.running import run_notebook, typed_parameters

VALIDATION = "5_validation.ipynb"
NAMES = ["article", "speaker", "issues", "actors", "level", "model", "out"]
VALIDATION_NAMES = ["gold", "ledger", "articles", "sentences", "corpus", "model"]


@pytest.fixture(scope="module", params=[*NOTEBOOKS, VALIDATION])
def notebook(request, root):
    return nbformat.read(root / "notebooks" / request.param, as_version=4)


def code_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_every_parameter_is_explained(root):
    for name in (*NOTEBOOKS, VALIDATION):
        parameters = papermill.inspect_notebook(str(root / "notebooks" / name))
        assert list(parameters) == (NAMES if name in NOTEBOOKS else VALIDATION_NAMES)
        assert all(len(parameter["help"]) > 20 for parameter in parameters.values())


def test_no_function_is_defined_and_no_answer_is_long(notebook):
    for cell in code_of(notebook):
        assert not re.search(r"^\s*(def|class|for|while) |lambda", cell.source, re.MULTILINE)
        if "parameters" not in cell.metadata.get("tags", []):
            assert len(cell.source.splitlines()) <= 5


def test_it_begins_with_the_findings_and_ends_with_limits_and_provenance(notebook):
    headings = re.findall(
        r"^#+ .*", "\n".join(c.source for c in notebook.cells if c.cell_type == "markdown"), re.MULTILINE
    )
    assert headings[0].startswith("# ")
    assert headings[1] == "## What was found"
    assert [heading for heading in headings if heading != "## Take it along"][-2:] == [
        "## What this can’t tell you",
        "## How was this made?",
    ]


def test_only_the_findings_keep_an_output_and_are_compared(notebook):
    kept = [cell for cell in code_of(notebook) if cell.outputs]
    assert [cell.id for cell in kept] == ["findings"]
    assert {"nbval-check-output", "keep_output"} <= set(kept[0].metadata["tags"])


def test_each_section_of_the_report_has_its_cells():
    tags = set()
    for path in find_notebooks():
        for cell in nbformat.read(path, as_version=4).cells:
            tags |= {tag for tag in cell.metadata.get("tags", []) if tag.startswith("report-")}
    assert tags == {f"report-{section.name}" for section in SECTIONS}


def test_a_parameter_that_does_not_exist_is_refused_by_name():
    with pytest.raises(InputError, match=r"-p levle: .* there are speaker, issues, actors, level, model\."):
        typed_parameters(find_notebooks(), {"levle": "country"})


@pytest.mark.slow
def test_all_run_by_themselves_on_another_article_from_another_folder(root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my issues.toml").write_text('"the dam" = ["dam", "reservoir"]\n')
    parameters = {
        "article": "data/articles/river-dam.txt",
        "issues": str(tmp_path / "my issues.toml"),
        "level": "country",
        "out": str(tmp_path / "out {x}"),
    }
    for name in NOTEBOOKS:
        assert run_notebook(root / "notebooks" / name, tmp_path / name, parameters) is None
        assert not any(c.outputs for c in code_of(nbformat.read(tmp_path / name, as_version=4)) if c.id == "analysis")
    made = {str(path.relative_to(tmp_path / "out {x}")) for path in (tmp_path / "out {x}").rglob("*.*")}
    pictures = {f"pictures/{name}.{ending}" for name in PICTURES for ending in ("svg", "png")}
    assert pictures | {"analysis.jsonl", "tables/demands.csv", "tables/acts.parquet", "network/network.gexf"} <= made
    assert {"exchange/events.jsonl", "exchange/statements.dna"} <= made
    record = json.loads((tmp_path / "out {x}" / "analysis.jsonl").read_text())
    assert record["article"]["sha256"] == read_article(root / "data/articles/river-dam.txt").sha256
    assert {stance["issue"] for stance in record["stances"]} <= {"the dam"}


@pytest.mark.slow
def test_the_validation_runs_on_golds_and_a_corpus_of_ones_own(root, tmp_path):
    text = "“We will leave,” Ana Reyl said."
    attribution = {"source": [[17, 25]], "cue": [[26, 30]], "content": [[1, 14]], "type": "direct"}
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"id": "a", "text": text, "attributions": [attribution]}))
    sides = {"issuer": ["Norway"], "addressee": ["Chad"]}
    request = {"text": "Norway urged Chad to leave.", "act": "REQUEST", "trigger": ["urged"], **sides}
    (tmp_path / "sentences.jsonl").write_text(json.dumps(request))
    required = {"act": "REQUEST", "evidence_span": [0, 26], "content_span": [21, 26], **sides}
    missed = {"act": "OFFER", "evidence_span": [0, 6], **sides}
    (tmp_path / "ledger.jsonl").write_text(json.dumps({"text": request["text"], "acts": [required, missed]}))
    parameters = {name: str(tmp_path / f"{name}.jsonl") for name in ("corpus", "sentences", "ledger")}
    parameters["gold"] = "data/gold/river-dam.jsonl"
    assert run_notebook(root / "notebooks" / VALIDATION, tmp_path / VALIDATION, parameters) is None
    shown = {cell.id: cell.outputs for cell in code_of(nbformat.read(tmp_path / VALIDATION, as_version=4))}
    assert "B attributions" in shown["corpus"][0].data["text/plain"]
    assert "in one article" in shown["findings"][0].data["text/plain"]
    assert "river-dam.jsonl" in shown["provenance"][0].data["text/plain"]
    assert "Of two acts of all kinds in one article, 1 are found" in shown["acts-finding"][0].data["text/plain"]
    assert "OFFER · Missed 1 of 1" in shown["errors"][0].data["text/plain"]
    assert 'id="picture-reliability-ledger"' in shown["reliability"][0].data["text/html"]
    assert 'id="picture-reliability-acts"' in shown["sentences"][0].data["text/html"]
    assert "macro F1" in shown["sentences"][0].data["text/html"]


PICTURES = ("ledger", "matrix", "map", "stance", "attitudes", "course", "tone", "beside")


@pytest.mark.slow
def test_the_same_article_gives_the_same_report_byte_for_byte_in_any_folder(root, tmp_path):
    article = read_article(root / "data/articles/river-dam.txt")
    pages = []
    for folder in ("one", "an other {folder} 'of' \"mine\""):
        [outcome] = write_reports([article], tmp_path / folder, {"level": "country"}, progress=False)
        assert (outcome.kind, outcome.error) == ("ok", None)
        files = sorted(path for path in outcome.folder.rglob("*") if path.is_file())
        pages.append({str(path.relative_to(outcome.folder)): path.read_bytes() for path in files})
    assert pages[0].keys() == pages[1].keys()
    assert [name for name in pages[0] if pages[0][name] != pages[1][name]] == []
    assert str(tmp_path).encode() not in b"".join(pages[0].values())
    assert len(pages[0]["report.html"]) < 300_000


@pytest.mark.slow
def test_the_validation_takes_what_people_coded_as_its_gold(root, tmp_path):
    path = write_dna([analyse(read_article(root / "data/articles/river-dam.txt"))], tmp_path / "dam.dna")
    assert run_notebook(root / "notebooks" / VALIDATION, tmp_path / VALIDATION, {"gold": str(path)}) is None
    outputs = str([cell.outputs for cell in code_of(nbformat.read(tmp_path / VALIDATION, as_version=4))])
    assert "statements in one document: all" in outputs
    assert "Every statement was read as the gold has it" in outputs
