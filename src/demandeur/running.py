"""Running: one notebook with one set of parameters, through papermill, in a folder of its own."""

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import papermill
import yaml
from papermill.exceptions import PapermillExecutionError

from demandeur.article import InputError
from demandeur.files import shown, write_text

# ipykernel warns on every start that it talks over TCP, on this machine alone, and on every stop after a failed cell.
QUIET_KERNEL = ["--IPKernelApp.log_level=CRITICAL"]
OWN_PARAMETERS = ("article", "out")
CHOICES = {"level": ("actor", "country")}
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Failure:
    """What stopped a notebook.

    Attributes:
        notebook: its file name.
        cell: the cell's number, as Jupyter shows it in brackets; ``None`` when the kernel itself failed.
        kind: the exception's name.
        message: the exception's message, on one line.
    """

    notebook: str
    cell: int | None
    kind: str
    message: str

    @property
    def is_bad_input(self) -> bool:
        """Whether the article is at fault, and not the notebook."""
        return self.kind == "InputError"

    def __str__(self) -> str:
        place = f"{self.notebook}, cell [{self.cell}]" if self.cell else self.notebook
        return f"{place}: {self.kind}: {self.message}"


def run_notebook(source: Path, target: Path, parameters: Mapping[str, Any]) -> Failure | None:
    """Run a notebook in the folder of ``target``, where the executed one is written, also when a cell fails.

    What papermill notes about the run (paths, times) is taken out again: it would differ from run to run.
    """
    failure = None
    try:
        papermill.execute_notebook(
            _literal(source),
            _literal(target),
            parameters=dict(parameters),
            progress_bar=False,
            extra_arguments=QUIET_KERNEL,
            resources={"metadata": {"path": str(target.parent)}},  # the kernel's folder; cwd would move this process
        )
    except PapermillExecutionError as error:
        failure = Failure(source.name, error.exec_count, error.ename, _one_line(error.evalue))
    except (RuntimeError, TimeoutError) as error:  # the kernel died or never came up
        failure = Failure(source.name, None, type(error).__name__, _one_line(str(error)))
    if target.exists():
        notebook = nbformat.read(target, as_version=4)
        _forget_the_run(notebook)
        write_text(target, nbformat.writes(notebook) + "\n")
    return failure


def typed_parameters(notebooks: Sequence[Path], given: Mapping[str, str]) -> dict[str, Any]:
    """Return the given texts as values of the types that the notebooks' defaults have.

    Raises:
        InputError: for a name that no notebook knows, a name that the command sets by itself, or a value that does
            not fit the default's type.
    """
    known = known_parameters(notebooks)
    free = [name for name in known if name not in OWN_PARAMETERS]
    typed = {}
    for name, text in given.items():
        if name in OWN_PARAMETERS:
            raise InputError(
                f"-p {name}: the command sets this parameter; name articles and --out on its line instead."
            )
        if name not in known:
            raise InputError(f"-p {shown(name)}: no notebook has this parameter; there are {', '.join(free)}.")
        if name in CHOICES and text not in CHOICES[name]:
            raise InputError(f"-p {name}={shown(text)}: must be one of {', '.join(CHOICES[name])}.")
        typed[name] = _typed(name, text, known[name])
    return typed


def known_parameters(notebooks: Sequence[Path]) -> dict[str, Any]:
    """Return the parameters of the notebooks and their defaults."""
    known: dict[str, Any] = {}
    for notebook in notebooks:
        for name, parameter in papermill.inspect_notebook(_literal(notebook)).items():
            known.setdefault(name, ast.literal_eval(parameter["default"]))
    return known


def _typed(name: str, text: str, default: Any) -> Any:
    """Return the text as a value of the default's type; where the default is a text, as it is."""
    if isinstance(default, str):
        return text
    wrong = InputError(f"-p {name}={shown(text)}: must be of the type {type(default).__name__}, like {default!r}.")
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise wrong from error
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if default is not None and type(value) is not type(default):
        raise wrong
    return value


def _literal(path: Path) -> str:
    """Return a path that papermill, which formats paths with the parameters, leaves as it is."""
    return str(path.resolve()).replace("{", "{{").replace("}", "}}")


def _one_line(message: str) -> str:
    """Return a message's first line that is not blank, without the terminal's colours."""
    lines = [line.strip() for line in _COLOURS.sub("", message).splitlines() if line.strip()]
    return "".join(mark for mark in lines[0] if mark.isprintable()) if lines else "no message"


def _forget_the_run(notebook: nbformat.NotebookNode) -> None:
    notebook.metadata.pop("papermill", None)
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell.id = "injected-parameters"
