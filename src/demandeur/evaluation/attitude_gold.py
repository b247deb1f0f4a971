"""Gold for attitudes: sentences in which somebody is marked, and how they are treated.

JSON lines, a sentence a line. For ``targets`` one is marked by offsets, in the fields of NewsMTSC (Hamborg & Donnay,
EACL 2021); for ``directed`` two are marked by square brackets, as in Park et al. (ACL 2021).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demandeur.article import InputError
from demandeur.attitude_model import DIRECTED_LABELS, STANCE_LABELS, TARGET_LABELS
from demandeur.evaluation.gold import Row, checked_spans, gold_rows
from demandeur.files import shown

Span = tuple[int, int]

LABELS = {"targets": TARGET_LABELS, "directed": DIRECTED_LABELS, "stances": STANCE_LABELS}
"""Kind of gold → its labels."""

_BRACKETED = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class AttitudeSentence:
    """A sentence in which one is marked, or two, and the label.

    Attributes:
        id: the row's own id, or the number of its line.
        text: the sentence, without brackets.
        first: offsets of the one it is about, or of the first of two.
        second: offsets of the second, where two are marked.
        label: its number in ``LABELS``.
        of_issue: whether the second are the words for an issue, and the label tells where the first stands on it.
    """

    id: str
    text: str
    first: Span
    second: Span | None
    label: int
    of_issue: bool = False

    @property
    def task(self) -> str:
        """Return which of ``LABELS`` it is an example of."""
        if self.of_issue:
            return "stances"
        return "directed" if self.second else "targets"


def read_attitudes(kind: str, path: str | Path) -> list[AttitudeSentence]:
    """Return the sentences of a gold of ``targets`` or ``directed``.

    Raises:
        InputError: at the first line that is none, or when there is none.
    """
    read = _target if kind == "targets" else _pair
    found = list(_sentences(path, read))
    if not found:
        raise InputError(f"{shown(path)}: the file is empty; give a gold file of sentences for {kind}.")
    return found


def _sentences(path: str | Path, read: Any) -> Iterator[AttitudeSentence]:
    for number, (where, row) in enumerate(gold_rows(path), start=1):
        if not isinstance(row.get("text"), str) or not row["text"].strip():
            raise InputError(f"{where}: text is missing; every line needs a sentence.")
        yield read(row, where, str(row.get("id", number)))


def _target(row: Row, where: str, name: str) -> AttitudeSentence:
    span = [row.get("start"), row.get("end")]
    spans = checked_spans([span], len(row["text"]), f"{where}: [start, end]")
    check_words(row["text"], spans[0], where)
    if row.get("label") not in TARGET_LABELS:
        raise InputError(f"{where}: label is {shown(row.get('label'))}, expected one of: {', '.join(TARGET_LABELS)}.")
    return AttitudeSentence(name, row["text"], spans[0], None, TARGET_LABELS.index(row["label"]))


def _pair(row: Row, where: str, name: str) -> AttitudeSentence:
    marked = list(_BRACKETED.finditer(row["text"]))
    if len(marked) != 2:
        raise InputError(f"{where}: {len(marked)} words in square brackets, expected two: [p] and [q].")
    # The brackets go: one stands before the words in the first, three before those in the second.
    first, second = ((part.start(1) - less, part.end(1) - less) for part, less in zip(marked, (1, 3), strict=True))
    text = _BRACKETED.sub(r"\1", row["text"])
    for span in (first, second):
        check_words(text, span, where)
    if row.get("p") != row.get("q") and (row.get("q"), row.get("p")) == (marked[0][1], marked[1][1]):
        first, second = second, first
    label = row.get("label")
    if type(label) is not int or not 0 <= label < len(DIRECTED_LABELS):
        raise InputError(f"{where}: label is {shown(label)}, expected a number from 0 to {len(DIRECTED_LABELS) - 1}.")
    return AttitudeSentence(name, text, first, second, label)


def check_words(text: str, span: Span, where: str) -> None:
    """Raise an InputError where nothing stands at a span."""
    if not text[slice(*span)].strip():
        raise InputError(f"{where}: nothing stands at {list(span)}; mark a name or a pronoun.")
