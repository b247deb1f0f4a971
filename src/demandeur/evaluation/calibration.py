"""Calibration: counts the acts that are right in annotated texts, for the confidences to come from.

    python -m demandeur.evaluation.calibration [--in-view] ledger=GOLD acts=GOLD …

reads any number of golds (``demandeur evaluate ledger`` and ``acts`` explain them) and writes
``lexicon/act_confidence.csv`` anew: numbers alone, no words of the texts. Give it golds that nobody had in view while
the rules were written: on those that were, more acts are right than on anything else. ``--in-view`` says that they
were, and their right acts count less (``demandeur.confidence`` says how much).

It then tells for each gold how reliable confidences are: before, by the counts that the file had; and after, each
document by the new counts of all the others, so that none is judged by itself. A document is a text: rows of the same
one, in whichever gold they stand, are left out together. The same golds give the same file.
"""

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from demandeur.article import InputError
from demandeur.confidence import COLUMNS, FILE, IN_VIEW, WORTH_IN_VIEW, Cell, Shares, cell_of
from demandeur.evaluation.measuring import judged, read_entries, read_gold
from demandeur.evaluation.reliability import Judged
from demandeur.evaluation.scores import as_lines, reliability_scores
from demandeur.files import shown, write_text
from demandeur.lexicon.rows import FOLDER
from demandeur.wording import count as counted

KINDS = ("ledger", "acts")
USAGE = "Name golds, at least one: python -m demandeur.evaluation.calibration ledger=GOLD acts=GOLD"
BEFORE = "before: by the counts that the lexicon had"
AFTER = "after: each document by the counts of all the others"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An act that was found: its cell, the confidence that it has by the lexicon's counts, and whether it is right."""

    cell: Cell
    confidence: float
    right: bool


Documents = dict[str, list[Outcome]]
"""SHA-256 of a text → the outcomes of the acts that a gold can judge in it."""


def outcomes(kind: str, gold: str | Path, model: str | None = None) -> Documents:
    """Return the outcomes of each document of a gold.

    Raises:
        InputError: when the gold is none, or an article of it can't be analysed.
    """
    failures: list[str] = []
    entries = read_gold(kind, gold)
    found = read_entries(entries, model, failures.append, progress=sys.stderr.isatty())
    if failures:
        raise InputError(failures[0])
    documents: Documents = {}
    for entry, items in zip(entries, judged(kind, found), strict=True):
        own = documents.setdefault(entry.article.sha256, [])
        own += [Outcome(_cell(item, entry.article.speaker), item.act["confidence"], item.right) for item in items]
    return documents


def _cell(item: Judged, speaker: str | None) -> Cell:
    names = ("act", "rule", "addressees", "addressee_text")
    return cell_of(**{name: item.act[name] for name in names}, speaker=speaker)


def pooled(golds: Iterable[Documents]) -> Documents:
    """Return the documents of several golds, those that are the same as one."""
    documents: Documents = {}
    for gold in golds:
        for text, found in gold.items():
            documents.setdefault(text, []).extend(found)
    return documents


def count(found: Iterable[Outcome]) -> dict[Cell, tuple[int, int]]:
    """Return for each cell how many acts there are and how many of them are right, in order."""
    made: Counter = Counter()
    right: Counter = Counter()
    for outcome in found:
        made[outcome.cell] += 1
        right[outcome.cell] += outcome.right
    return {cell: (made[cell], right[cell]) for cell in sorted(made)}


def as_csv(cells: dict[Cell, tuple[int, int]], *, in_view: bool = False) -> str:
    """Return the lexicon's file of counts."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for cell, numbers in cells.items():
        writer.writerow([*cell, *numbers, IN_VIEW if in_view else "judged"])
    return text.getvalue()


def as_counted(gold: Documents) -> list[list[Judged]]:
    """Return the acts of each document with the confidence that they had."""
    return [[Judged({"confidence": one.confidence}, one.right) for one in found] for found in gold.values()]


def held_out(gold: Documents, everything: Documents, *, in_view: bool = False) -> list[list[Judged]]:
    """Return the acts of each document with the confidence that they have by the counts of all but this one."""
    judged_acts = []
    for text, found in gold.items():
        others = (outcome for other, acts in everything.items() if other != text for outcome in acts)
        worth = WORTH_IN_VIEW if in_view else 1.0
        shares = Shares({cell: (n, worth * right) for cell, (n, right) in count(others).items()})
        judged_acts.append([Judged({"confidence": shares.confidence(one.cell)}, one.right) for one in found])
    return judged_acts


def calibrate(
    golds: Sequence[tuple[str, str]], folder: Path = FOLDER, model: str | None = None, *, in_view: bool = False
) -> str:
    """Write the file of counts and return, as lines to read, how reliable confidences were and are.

    Args:
        golds: kind, one of ``KINDS``, and path of each gold.
        folder: where the file is.
        model: an installed spaCy model for English, by default the first found.
        in_view: whether rules were made with these texts in view.

    Raises:
        InputError: when a gold is none; the file is then left as it was.
    """
    found = [outcomes(kind, gold, model) for kind, gold in golds]
    everything = pooled(found)
    cells = count(outcome for acts in everything.values() for outcome in acts)
    write_text(folder / FILE, as_csv(cells, in_view=in_view))
    parts = [(f"{kind}, {Path(gold).name}", part) for (kind, gold), part in zip(golds, found, strict=True)]
    if len(parts) > 1:
        parts.append(("all golds", everything))
    lines = []
    for name, part in parts:
        lines.append(f"{name}: {counted(len(part), 'document')}")
        for title, tried in ((BEFORE, as_counted(part)), (AFTER, held_out(part, everything, in_view=in_view))):
            lines += [f"  {title}", *as_lines(reliability_scores(tried), "    ")]
    return "\n".join(lines)


def named_golds(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return kind and path of each ``KIND=GOLD``.

    Raises:
        InputError: when there is none, or one is written otherwise.
    """
    golds = []
    for word in words:
        kind, _, gold = word.partition("=")
        if kind not in KINDS or not gold:
            raise InputError(f"{shown(word)} is no gold's kind and path. {USAGE}")
        golds.append((kind, gold))
    if not golds:
        raise InputError(USAGE)
    return golds


if __name__ == "__main__":
    try:
        words = [word for word in sys.argv[1:] if word != "--in-view"]
        print(calibrate(named_golds(words), in_view="--in-view" in sys.argv))
    except InputError as error:
        sys.exit(str(error))
