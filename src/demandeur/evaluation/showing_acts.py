"""Showing acts: how well each kind of act is read, which errors are made, and how far confidence can be trusted."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from demandeur.evaluation.estimates import Agreement, Estimate, Share
from demandeur.evaluation.measuring import Measured
from demandeur.evaluation.scores import Scores
from demandeur.evaluation.showing import NOT_MEASURED, scores_table
from demandeur.pictures import Picture, reliability
from demandeur.shown import Shown, html_table, join, sentence
from demandeur.wording import capitalised, count, listed

_HEADS = {
    "detection": "Found",
    "who": "Issuer right",
    "issuer": "Issuer right",
    "whom": "Addressee right",
    "addressee": "Addressee right",
    "what": "Content right",
    "all three": "All right",
    "both": "Both right",
}
"""Name of a score of an act → the head of its column, in the columns' order."""
_WRONG = {
    "who": "Wrong issuer",
    "issuer": "Wrong issuer",
    "whom": "Wrong addressee",
    "addressee": "Wrong addressee",
    "what": "Wrong content",
}
_MISSED, _EXTRA, _ANSWER = "Missed", "Extra", "Wrong answer"
_ALL = "all"
_NONE = "–"

Part = tuple[int, int]
"""How many of how many."""


def acts_finding(ledger: Measured | None) -> Shown:
    """Return how many acts of a ledger are found and right, and the most frequent kind of error, in two sentences."""
    kinds = {} if ledger is None else _kinds(ledger.scores)
    if not kinds:
        return sentence(NOT_MEASURED)
    found = sum(scores["detection"].hits for scores in kinds.values())
    right = sum(scores["all three"].hits for scores in kinds.values())
    acts = count(sum(scores["detection"].gold for scores in kinds.values()), "act")
    return sentence(
        f"Of {acts} of all kinds in {ledger.size}, {found} are found, "
        f"{right} with the right issuer, addressee and content. {_worst(_errors(ledger.scores)[_ALL])}"
    )


def _worst(errors: Mapping[str, Part]) -> str:
    most = max(number for number, _ in errors.values())
    if not most:
        return "No error was made."
    names = [f"“{name.lower()}”" for name, (number, _) in errors.items() if number == most]
    return f"Most frequent error: {listed(names)}, {count(most, 'time')}."


def acts_table(measured: Measured | None) -> Shown:
    """Return for each kind of act how many of the gold's are found and right in each part, and how many are the gold's.

    Args:
        measured: what was measured on a gold for ``ledger`` or ``acts``; without any, a sentence says so.
    """
    if measured is None:
        return sentence(NOT_MEASURED)
    kinds = _kinds(measured.scores)
    parts = [name for name in _HEADS if any(name in scores for scores in kinds.values())]
    rows = []
    for kind, scores in kinds.items():
        found = scores["detection"]
        cells = [_percent(_of_gold(scores[name])) for name in parts]
        rows.append([kind, str(found.gold), *cells, f"{_percent(found.precision)} of {found.predicted}"])
    heads = ["Act", "In the gold", *(_HEADS[name] for name in parts), "Precision"]
    caption = f"Acts in {measured.size} of {measured.gold}, in percent of the gold"
    return _table(heads, rows, caption)


def errors_table(measured: Measured | None) -> Shown:
    """Return for each kind of act how often which error was made, of how many times that it could have been made.

    Args:
        measured: what was measured on a gold for ``ledger`` or ``acts``; without any, a sentence says so. In single
            sentences what is extra can't be told, since a gold sentence may hold more acts than its one.
    """
    if measured is None:
        return sentence(NOT_MEASURED)
    errors = _errors(measured.scores)
    heads = [name for name in (_MISSED, _EXTRA, *dict.fromkeys(_WRONG.values()), _ANSWER) if name in errors[_ALL]]
    rows = []
    for kind, counted in errors.items():
        cells = [f"{counted[name][0]} of {counted[name][1]}" if name in counted else _NONE for name in heads]
        rows.append([capitalised(kind), *cells])
    caption = f"Errors in {measured.size} of {measured.gold}, counted"
    return _table(["Act", *heads], rows, caption)


def reliability_picture(measured: Measured | None) -> Picture | Shown:
    """Return the picture of how often acts are right beside their confidence; without a gold, a sentence says so."""
    if measured is None:
        return sentence(NOT_MEASURED)
    return reliability(measured.scores["reliability"], f"reliability-{measured.kind}")


def sentences(acts: Measured | None, pairs: Measured | None) -> Shown:
    """Return what was measured on single sentences: acts, errors, reliability, and the act where both sides are given.

    Without a gold, one sentence says so.
    """
    if acts is None or pairs is None:
        return sentence(NOT_MEASURED)
    parts = (acts_table(acts), errors_table(acts), reliability_picture(acts), scores_table(pairs))
    text = "\n\n".join(part.alt if isinstance(part, Picture) else part.text for part in parts)
    return Shown(join(Markup(part._repr_html_()) for part in parts), text)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> Shown:
    """Return a table whose first column, the kinds of act, stays whole however narrow it gets."""
    cells = [[Markup('<span style="white-space:nowrap">{}</span>').format(row[0]), *row[1:]] for row in rows]
    lines = [" · ".join(f"{head} {cell}" for head, cell in zip(heads, row, strict=True)) for row in rows]
    return Shown(html_table(heads, cells, caption=caption), "\n".join(lines))


def _kinds(scores: Scores) -> dict[str, Scores]:
    """Return the scores of each kind of act, without what else was measured."""
    return {name: score for name, score in scores.items() if isinstance(score, dict) and "detection" in score}


def _errors(scores: Scores) -> dict[str, dict[str, Part]]:
    """Return for each kind of act, and last for all, each error with how often it was and could have been made."""
    errors = {kind: _errors_of(one) for kind, one in _kinds(scores).items()}
    if "answers" in scores and "REQUEST" in errors:
        answers = scores["answers"].values()
        made = sum(answer.predicted for answer in answers)
        errors["REQUEST"][_ANSWER] = (made - sum(answer.hits for answer in answers), made)
    total: dict[str, Part] = {}
    for counted in errors.values():
        for name, (number, of) in counted.items():
            before = total.get(name, (0, 0))
            total[name] = (before[0] + number, before[1] + of)
    return errors | {_ALL: total}


def _errors_of(scores: Mapping[str, Any]) -> dict[str, Part]:
    found: Agreement = scores["detection"]
    errors = {_MISSED: (found.gold - found.hits, found.gold)}
    if "extra" in scores:
        errors[_EXTRA] = (scores["extra"].hits, scores["extra"].of)
    for name, error in _WRONG.items():
        if name in scores:
            errors[error] = (found.hits - scores[name].hits, found.hits)
    return errors


def _of_gold(score: Agreement | Share) -> Estimate:
    return score.recall if isinstance(score, Agreement) else score.share


def _percent(estimate: Estimate) -> str:
    return f"{100 * estimate.value:.0f} ({100 * estimate.low:.0f}–{100 * estimate.high:.0f})"
