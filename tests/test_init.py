"""The package hands out its public names, and is quick to import."""

import subprocess
import sys

import pytest

import demandeur as dm


@pytest.mark.slow
def test_help_imports_nothing_heavy():
    script = "import sys, demandeur.command; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert {"spacy", "papermill", "matplotlib", "trafilatura", "pandas"}.isdisjoint(modules)


@pytest.mark.parametrize("name", dm.__all__)
def test_every_public_name_is_there(name):
    assert getattr(dm, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        dm.nonsense  # noqa: B018
