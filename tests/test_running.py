"""A notebook runs with typed parameters in its own folder, and tells where it failed."""

import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from demandeur.article import InputError
from demandeur.running import run_notebook, typed_parameters

PARAMETERS = """\
article = "a.txt"  # what to read
level = "actor"  # actor or country
top = 10  # how many
share = 0.5  # of all
strict = False  # or not
out = ""  # where to write
"""


def notebook_of(path, *sources):
    cells = [new_code_cell(source) for source in (PARAMETERS, *sources)]
    cells[0].metadata["tags"] = ["parameters"]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    return notebook_of(tmp_path_factory.mktemp("source") / "n.ipynb")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("level", "country", "country"), ("top", "7", 7), ("share", "1", 1.0), ("strict", "true", True)],
)
def test_a_text_becomes_a_value_of_the_defaults_type(notebook, name, text, value):
    typed = typed_parameters([notebook], {name: text})
    assert typed == {name: value}
    assert type(typed[name]) is type(value)


def test_a_text_that_looks_like_something_else_stays_a_text(tmp_path):
    source = notebook_of(tmp_path / "n.ipynb")
    notebook = nbformat.read(source, as_version=4)
    notebook.cells[0].source = 'speaker = ""  # who'
    nbformat.write(notebook, source)
    for text in ("007", "false", "null", "{x}", "a: b"):
        assert typed_parameters([source], {"speaker": text}) == {"speaker": text}


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("levle", "country", "-p levle: no notebook has this parameter; there are level, top, share, strict."),
        ("level", "city", "-p level=city: must be one of actor, country."),
        ("top", "many", "-p top=many: must be of the type int, like 10."),
        ("strict", "1", "-p strict=1: must be of the type bool, like False."),
        ("top", "[", "-p top=[: must be of the type int, like 10."),
        ("article", "b.txt", "-p article: the command sets this parameter"),
        ("out", "x", "-p out: the command sets this parameter"),
    ],
)
def test_a_parameter_that_does_not_fit_is_refused_by_name(notebook, name, text, reason):
    with pytest.raises(InputError, match=re.escape(reason)):
        typed_parameters([notebook], {name: text})


def test_a_notebook_runs_in_its_folder_whatever_the_folder_is_called(tmp_path):
    source = notebook_of(tmp_path / "n.ipynb", "import os\nos.path.basename(os.getcwd()), top, article")
    target = tmp_path / '{braces} \'n "quotes" {0}' / "n.ipynb"
    target.parent.mkdir()
    assert run_notebook(source, target, {"top": 3, "article": "{a} 'b' \"c\"\\n"}) is None
    done = nbformat.read(target, as_version=4)
    folder, top, article = eval(done.cells[-1].outputs[0].data["text/plain"])
    assert (folder, top, article) == (target.parent.name, 3, "{a} 'b' \"c\"\\n")
    assert "papermill" not in target.read_text()
    assert str(tmp_path) not in target.read_text()


def test_a_failing_cell_is_named_and_the_executed_notebook_is_kept(tmp_path, capfd):
    source = notebook_of(tmp_path / "n.ipynb", "1 + 1", "raise OSError('\\x1b[31mno water\\x1b[0m\\nleft')", "2 + 2")
    target = tmp_path / "out.ipynb"
    failure = run_notebook(source, target, {"top": 3})
    assert str(failure) == "n.ipynb, cell [4]: OSError: no water"
    assert not failure.is_bad_input
    assert "OSError" in target.read_text()
    said = capfd.readouterr().err.splitlines()
    assert [line for line in said if not line.startswith("Assertion failed: pfd")] == []  # libzmq's, as a kernel goes


def test_a_kernel_that_dies_is_a_failure_and_no_traceback(tmp_path):
    source = notebook_of(tmp_path / "n.ipynb", "import os\nos._exit(3)")
    failure = run_notebook(source, tmp_path / "out.ipynb", {"top": 3})
    assert str(failure).startswith("n.ipynb: DeadKernelError:")
