"""Calibration: counts the acts that are right in annotated texts, for the confidences to come from.

    python -m demandeur.evaluation.calibration LEDGER ACTS

reads the two golds (``demandeur evaluate ledger`` and ``acts`` explain them) and writes ``lexicon/act_confidence.csv``
anew: numbers alone, no words of the texts. It then tells how reliable such confidences are, each article judged by the
counts of all the others. The same golds give the same file.
"""

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from demandeur.article import InputError
from demandeur.confidence import COLUMNS, FILE, Cell, Shares, cell_of
from demandeur.evaluation.measuring import judged, read_entries, read_gold
from demandeur.evaluation.reliability import Judged
from demandeur.evaluation.scores import as_lines, reliability_scores
from demandeur.files import write_text
from demandeur.lexicon.rows import FOLDER

KINDS = ("ledger", "acts")
Outcome = tuple[Cell, bool]
"""The cell of an act that was found, and whether it is right."""


def outcomes(kind: str, gold: str | Path, model: str | None = None) -> list[list[Outcome]]:
    """Return for each article of a gold the cells of the acts that it can judge, each right or wrong.

    Raises:
        InputError: when the gold is none, or an article of it can't be analysed.
    """
    failures: list[str] = []
    entries = read_gold(kind, gold)
    found = read_entries(entries, model, failures.append, progress=sys.stderr.isatty())
    if failures:
        raise InputError(failures[0])
    return [
        [(_cell(item, entry.article.speaker), item.right) for item in items]
        for entry, items in zip(entries, judged(kind, found), strict=True)
    ]


def _cell(item: Judged, speaker: str | None) -> Cell:
    names = ("act", "rule", "addressees", "addressee_text")
    return cell_of(**{name: item.act[name] for name in names}, speaker=speaker)


def count(articles: Iterable[Sequence[Outcome]]) -> dict[Cell, tuple[int, int]]:
    """Return for each cell how many acts there are and how many of them are right, in order."""
    made: Counter = Counter()
    right: Counter = Counter()
    for article in articles:
        made.update(cell for cell, _ in article)
        right.update(cell for cell, is_right in article if is_right)
    return {cell: (made[cell], right[cell]) for cell in sorted(made)}


def as_csv(cells: dict[Cell, tuple[int, int]]) -> str:
    """Return the lexicon's file of counts."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for cell, numbers in cells.items():
        writer.writerow([*cell, *numbers, "judged"])
    return text.getvalue()


def held_out(articles: Sequence[Sequence[Outcome]]) -> list[list[Judged]]:
    """Return every act with the confidence that it has by the counts of all articles but its own."""
    judged_acts = []
    for place, article in enumerate(articles):
        shares = Shares(count([*articles[:place], *articles[place + 1 :]]))
        judged_acts.append([Judged({"confidence": shares.confidence(cell)}, right) for cell, right in article])
    return judged_acts


def calibrate(ledger: str | Path, acts: str | Path, folder: Path = FOLDER, model: str | None = None) -> str:
    """Write the file of counts and return, as lines to read, how reliable its confidences are."""
    articles = {kind: outcomes(kind, gold, model) for kind, gold in zip(KINDS, (ledger, acts), strict=True)}
    pooled = [article for kind in KINDS for article in articles[kind]]
    write_text(folder / FILE, as_csv(count(pooled)))
    tried = held_out(pooled)
    lines = []
    for kind, part in zip(KINDS, (tried[: len(articles["ledger"])], tried[len(articles["ledger"]) :]), strict=True):
        lines += [f"{kind}: each article judged by the counts of all the others", *as_lines(reliability_scores(part))]
    return "\n".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 1 + len(KINDS):
        sys.exit("Name the two golds: python -m demandeur.evaluation.calibration LEDGER ACTS")
    try:
        print(calibrate(*sys.argv[1:]))
    except InputError as error:
        sys.exit(str(error))
