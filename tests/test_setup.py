"""The set-up keeps its promises: a lock that pins and hashes everything, targets and flags that are explained."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib

import click
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from demandeur.command import main

PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+)", re.MULTILINE)
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)

needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine")


@pytest.fixture(scope="module")
def pyproject(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


LOCKS = {"requirements.txt": ("dev",), "requirements-train.txt": ("train",)}


@pytest.fixture(scope="module", params=LOCKS)
def lock_file(request):
    return request.param


@pytest.fixture(scope="module")
def lock(root, lock_file):
    return (root / lock_file).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def makefile(root):
    return (root / "Makefile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text(encoding="utf-8")


def test_every_pin_of_the_lock_has_its_hashes(lock):
    entries = re.split(r"\n(?=[a-z0-9])", lock.strip())
    assert [entry.split("\n")[0] for entry in entries if not PIN.match(entry) or "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_address(lock):
    assert re.findall(r".*(?:://|--index-url|--extra-index-url|--find-links).*", lock) == []


def test_the_lock_satisfies_pyproject_toml(pyproject, lock_file, lock):
    pins = {}
    for match in PIN.finditer(lock):
        pins.setdefault(canonicalize_name(match["name"]), []).append(match["version"])
    requirements = list(pyproject["project"]["dependencies"])
    for extra in LOCKS[lock_file]:
        requirements += pyproject["project"]["optional-dependencies"][extra]
    if "dev" in LOCKS[lock_file]:
        requirements += pyproject["build-system"]["requires"]
    unmet = []
    for requirement in map(Requirement, requirements):
        versions = pins.get(canonicalize_name(requirement.name), [])
        if not versions or not all(requirement.specifier.contains(version) for version in versions):
            unmet.append(str(requirement))
    assert unmet == [], "pyproject.toml has changed: run `make lock`"


def test_torch_is_for_training_alone(root):
    assert (
        re.findall(r"^(?:torch|transformers|nvidia\S*)==", (root / "requirements.txt").read_text(), re.MULTILINE) == []
    )


def test_every_extra_has_a_lock(pyproject):
    locked = {extra for extras in LOCKS.values() for extra in extras}
    assert locked == set(pyproject["project"]["optional-dependencies"])


def make(root, *arguments):
    """Run make as a person would, not as a part of the make that may be running these tests."""
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(["make", *arguments], cwd=root, env=surroundings, capture_output=True, text=True)


@needs_make
def test_make_alone_lists_every_target_with_its_comment(root, makefile):
    listed = make(root).stdout
    explained = {match[1] for match in re.finditer(r"^make ([\w-]+) +\S", listed, re.MULTILINE)}
    assert explained == set(TARGET.findall(makefile))


OLD_PYTHON = """\
if [ "$1" = --version ]; then echo Python 3.9.2; exit; fi
exec {python} -c 'import sys; sys.version_info = (3, 9, 2); exec(sys.argv[1])' "$2"
"""
NO_PYTHON = "exit 127"
NO_ENSUREPIP = """\
case "$2" in *ensurepip*) exit 1; esac
exec {python} "$@"
"""


@needs_make
@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        (OLD_PYTHON, "needs Python 3.11 or later, and {} is Python 3.9.2"),
        (NO_PYTHON, "needs Python 3.11 or later, and {} is not to be found"),
        (NO_ENSUREPIP, "{} can't make virtual environments"),
    ],
)
def test_a_python_that_will_not_do_is_refused_in_one_sentence(root, tmp_path, program, sentence):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\n" + program.format(python=sys.executable))
    python.chmod(0o755)
    run = make(root, "report", f"PYTHON={python}")
    assert run.returncode != 0
    first, *rest = run.stderr.strip().split("\n")
    assert sentence.format(python) in first
    assert [line for line in rest if not line.startswith("make")] == []


def test_the_readme_names_every_command_and_flag(readme):
    missing = []
    for name, command in main.commands.items():
        if f"demandeur {name}" not in readme:
            missing.append(name)
        for option in command.params:
            if isinstance(option, click.Option) and not any(f"`{flag}" in readme for flag in option.opts):
                missing.append(f"{name} {option.opts[-1]}")
    assert missing == []


def test_the_readme_points_at_files_that_exist(root, readme):
    targets = re.findall(r"\]\(([^)#]+)\)", readme)
    assert targets
    assert [target for target in targets if not (root / target).is_file()] == [], "run `make renew` for the picture"


def test_every_notebook_keeps_findings_that_nbval_compares(root):
    notebooks = sorted((root / "notebooks").glob("*.ipynb"))
    without = [path.name for path in notebooks if not any(map(is_compared, json.loads(path.read_text())["cells"]))]
    assert notebooks
    assert without == [], "tag the findings' cell keep_output and nbval-check-output, then run `make renew`"


def is_compared(cell):
    """nbval passes a tagged cell over, without a word, when it has no number or no output to compare."""
    tags = cell["metadata"].get("tags", [])
    return {"keep_output", "nbval-check-output"} <= {*tags} and bool(cell["execution_count"]) and bool(cell["outputs"])


def test_the_citation_names_the_version(root, pyproject):
    assert f"version: {pyproject['project']['version']}\n" in (root / "CITATION.cff").read_text(encoding="utf-8")
