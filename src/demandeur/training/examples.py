"""Examples: files of annotated sentences → examples of each task, in three parts that share no sentence."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from demandeur.article import InputError
from demandeur.attitude_model import STANCE_LABELS
from demandeur.evaluation.attitude_gold import AttitudeSentence, check_words, read_attitudes
from demandeur.evaluation.gold import Row, checked_spans, gold_rows
from demandeur.files import shown

FILES = {"targets": ("newsmtsc_train.jsonl",), "directed": ("directed_train.jsonl", "directed_valid.jsonl")}
"""Task → the files of its sentences in the folder of data, in the form that ``demandeur evaluate`` reads."""

APART, DEV = 10, 6
"""Percent of the articles, or sentences, that are kept for the figures of the card and for calibration."""

PARTS = ("train", "dev", "apart")

STANCES = Path(__file__).resolve().parents[3] / "data" / "training"
"""Folder of what tells where actors stand on issues; ``data/README.md`` says how it was made."""
INVENTED, LABELS = "sentences.jsonl", "labels.jsonl"

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
    """Return the examples of all tasks that lie in the named parts."""
    return [one for of_task in parts.values() for name in names for one in of_task[name]]


def read_stances(folder: Path, others: dict[str, Parts]) -> Parts:
    """Return the examples of stances: invented sentences, and labels for the annotated sentences of other tasks.

    Args:
        folder: with a file of sentences, each with its part, and one of labels for those whose digests it names.
        others: the parts of the other tasks; what is labelled of a sentence lies in the sentence's part.

    Raises:
        InputError: when a file can't be read or a line is no example.
    """
    parts: Parts = {name: [] for name in PARTS}
    for where, row in gold_rows(folder / INVENTED):
        if row.get("part") not in PARTS or not isinstance(row.get("text"), str):
            raise InputError(f"{where}: part or text is missing; a part is one of {', '.join(PARTS)}.")
        parts[row["part"]].append(_stance(row, row["text"], where))
    texts = {digest(one.text): (name, one.text) for name in PARTS for one in everything(others, (name,))}
    for where, row in gold_rows(folder / LABELS):
        if row.get("sentence") in texts:
            name, text = texts[row["sentence"]]
            parts[name].append(_stance(row, text, where))
    return parts


def digest(text: str) -> str:
    """Return what stands for a sentence where it must not be quoted."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _stance(row: Row, text: str, where: str) -> AttitudeSentence:
    first, second = checked_spans([row.get("actor"), row.get("issue")], len(text), f"{where}: actor, issue")
    for span in (first, second):
        check_words(text, span, where)
    if row.get("label") not in STANCE_LABELS:
        raise InputError(f"{where}: label is {shown(row.get('label'))}, expected one of: {', '.join(STANCE_LABELS)}.")
    return AttitudeSentence(where, text, first, second, STANCE_LABELS.index(row["label"]), of_issue=True)
