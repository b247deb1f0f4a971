"""Print environment.yml, made from pyproject.toml: the same requirements under conda-forge's names.

It needs nothing but the standard library, so that ``make lock`` can run it before anything is installed.
"""

import re
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"

HEAD = """\
# Written by `make lock` from pyproject.toml: change it there.
#
#     conda env create -f environment.yml
#     conda run -n demandeur pip install --no-deps --no-build-isolation -e .
"""

# A name and a range of versions, which conda and pip write alike; extras and markers only pip knows.
REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?P<versions>[<>=!~][0-9<>=!~.,]*)?")


def conda_requirement(requirement: str, names: dict[str, str]) -> str:
    """Return the requirement under the name that conda-forge has for it.

    >>> conda_requirement("spacy>=3.8,<3.9", {})
    'spacy>=3.8,<3.9'
    >>> conda_requirement("torch>=2", {"torch": "pytorch"})
    'pytorch>=2'
    """
    match = REQUIREMENT.fullmatch(requirement)
    if match is None:
        sys.exit(f"pyproject.toml asks for {requirement!r}, which conda can't read: write a name and versions alone.")
    name = match["name"]
    return names.get(name, name) + (match["versions"] or "")


def environment(pyproject: dict) -> str:
    """Return the text of environment.yml for the parsed pyproject.toml."""
    project = pyproject["project"]
    names = pyproject["tool"]["demandeur"]["conda-forge"]
    requirements = pyproject["build-system"]["requires"] + project["dependencies"]
    packages = sorted(conda_requirement(requirement, names) for requirement in requirements)
    lines = [
        f"name: {project['name']}",
        "channels:",
        "  - conda-forge",
        "  - nodefaults",
        "dependencies:",
        f"  - python{project['requires-python']}",
        "  - pip",
        *(f"  - {package}" for package in packages),
    ]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(environment(tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))), end="")
