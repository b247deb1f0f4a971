"""Examples: files of annotated sentences → examples of both tasks, in three parts that share no sentence."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from demandeur.evaluation.attitude_gold import AttitudeSentence, read_attitudes

FILES = {"targets": ("newsmtsc_train.jsonl",), "directed": ("directed_train.jsonl", "directed_valid.jsonl")}
"""Task → the files of its sentences in the folder of data, in the form that ``demandeur evaluate`` reads."""

APART, DEV = 10, 6
"""Percent of the articles, or sentences, that are kept for the figures of the card and for calibration."""

PARTS = ("train", "dev", "apart")

Parts = dict[str, list[AttitudeSentence]]


def read_examples(folder: Path) -> dict[str, list[AttitudeSentence]]:
    """Return the examples of each task from a folder with all of ``FILES``.

    Raises:
        InputError: when a file is missing, or has a line that is none.
    """
    found = {}
    for task, names in FILES.items():
        found[task] = [one for name in names for one in read_attitudes(task, folder / name)]
    return found


def split(examples: dict[str, list[AttitudeSentence]]) -> dict[str, Parts]:
    """Return the parts of each task.

    A digest decides: of the article where ids tell it, else of the sentence. A sentence that would fall into several
    parts, in whichever task, goes into the last of ``PARTS`` among them, so that no part has a sentence of another.
    """
    part_of: dict[str, int] = {}
    for task, sentences in examples.items():
        for one in sentences:
            part_of[one.text] = max(part_of.get(one.text, 0), _part(_group(task, one)))
    parts: dict[str, Parts] = {}
    for task, sentences in examples.items():
        parts[task] = {name: [one for one in sentences if PARTS[part_of[one.text]] == name] for name in PARTS}
    return parts


def _group(task: str, one: AttitudeSentence) -> str:
    """Return what must stay together: NewsMTSC's ids begin with corpus and article."""
    return "_".join(one.id.split("_")[:3]) if task == "targets" else one.text


def _part(group: str) -> int:
    number = int(sha256(group.encode("utf-8", "surrogatepass")).hexdigest(), 16) % 100
    return 2 if number < APART else 1 if number < APART + DEV else 0


def everything(parts: dict[str, Parts], names: Sequence[str] = PARTS) -> list[AttitudeSentence]:
    """Return the examples of both tasks that lie in the named parts."""
    return [one for of_task in parts.values() for name in names for one in of_task[name]]
