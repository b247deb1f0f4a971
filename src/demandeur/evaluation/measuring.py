"""Measuring: a gold file → its articles analysed → scores."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from demandeur.analysis import analyse
from demandeur.article import Article, InputError
from demandeur.evaluation.act_gold import ActSentence, read_act_sentences
from demandeur.evaluation.act_ledgers import read_act_ledgers
from demandeur.evaluation.codings import Coding
from demandeur.evaluation.comparison import Comparison, Finding
from demandeur.evaluation.demands import count_demands
from demandeur.evaluation.dna_gold import CodedArticle, is_dna, read_dna
from demandeur.evaluation.gold import LedgerArticle, QuotedArticle, read_ledgers, read_quotes
from demandeur.evaluation.gold_act import ActLedger
from demandeur.evaluation.ledgers import LedgerMatching
from demandeur.evaluation.quotations import count_article
from demandeur.evaluation.reliability import Judged
from demandeur.evaluation.scores import (
    Scores,
    act_scores,
    as_data,
    as_lines,
    coding_scores,
    demand_scores,
    ledger_scores,
    method,
    pair_scores,
    quote_scores,
    reliability_scores,
)
from demandeur.evaluation.speech_acts import count_acts, count_pair, judge_acts
from demandeur.language import load_model, model_label
from demandeur.tables import TABLES
from demandeur.wording import count

Row = dict[str, Any]

KINDS = ("quotes", "demands", "acts", "pairs", "ledger", "coding")
UNITS = {"acts": "sentences", "pairs": "sentences"}
"""What the gold of a kind has in place of articles."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How well the articles of a gold were read.

    Attributes:
        kind: one of ``KINDS``; a ``.dna`` file is always a coding.
        gold: the name of the gold file or folder.
        articles: the articles, in the gold's order.
        model: name and version of the spaCy model.
        scores: what ``demandeur.evaluation.scores`` makes of the counts.
        disagreements: article id and finding, for every demand, or coded statement, that was missed, is wrong or is
            not in the gold.
        failures: a sentence for each article whose analysis failed; it counts as one in which nothing was found.
    """

    kind: str
    gold: str
    articles: tuple[Article, ...]
    model: str
    scores: Scores
    disagreements: tuple[tuple[str, Finding], ...]
    failures: tuple[str, ...]

    @property
    def unit(self) -> str:
        """What the gold consists of, articles or sentences."""
        return UNITS.get(self.kind, "articles")

    @property
    def size(self) -> str:
        """How many articles or sentences the gold has, in words."""
        return count(len(self.articles), self.unit.removesuffix("s"))

    def as_data(self) -> dict[str, Any]:
        """Return everything but the disagreements as one dictionary ready for JSON; shares are between 0 and 1."""
        return {
            "kind": self.kind,
            "gold": self.gold,
            "articles": len(self.articles),
            "failed": len(self.failures),
            "model": self.model,
            "intervals": method(self.unit),
            "scores": as_data(self.scores),
        }

    def as_text(self) -> str:
        """Return the scores as lines to read."""
        how = method(self.unit)
        head = (
            f"{self.kind} in {self.size} of {self.gold}, read with {self.model}; percent, "
            f"in brackets {how['level']:.0%} intervals ({how['method']})"
        )
        return "\n".join([head, *as_lines(self.scores)])


Found = Sequence[tuple[Any, dict[str, list[Row]]]]
"""Entries of a gold, each with the tables that were found in its article, as rows."""


def measure(
    kind: str, gold: str | Path, *, articles: str | None = None, model: str | None = None, progress: bool = False
) -> Measured:
    """Return how well the articles of a gold are read.

    Args:
        kind: one of ``KINDS``; ``data/README.md`` explains the gold of each. A ``.dna`` file as gold for ``demands``
            is measured as a ``coding``.
        gold: the path of the gold.
        articles: for a ledger of corrections, the input that ``demandeur extract`` was given.
        model: an installed spaCy model for English, by default the first found.
        progress: whether to show on standard error how far it is.

    Raises:
        InputError: when the gold is none, or the model isn't installed.
    """
    kind = "coding" if kind == "demands" and is_dna(gold) else kind
    entries = read_gold(kind, gold, articles)
    label = model_label(load_model(model))
    failures: list[str] = []
    found = read_entries(entries, model, failures.append, progress=progress)
    scores, disagreements = _COUNT[kind](found)
    sources = tuple(entry.article for entry in entries)
    return Measured(kind, Path(gold).name, sources, label, scores, disagreements, tuple(failures))


def measure_named(golds: Mapping[str, str], *, articles: str = "", model: str = "") -> dict[str, Measured | None]:
    """Return for each kind how well its gold is read, and ``None`` where no gold is named.

    Args:
        golds: kind → path of its gold, or nothing.
        articles: as for ``measure``; empty where no gold needs it.
        model: as for ``measure``; empty for the first found.

    Raises:
        InputError: when a gold is none, or the model isn't installed.
    """
    measured: dict[str, Measured | None] = {}
    for kind, gold in golds.items():
        measured[kind] = measure(kind, gold, articles=articles or None, model=model or None) if gold else None
    return measured


def read_gold(kind: str, gold: str | Path, articles: str | None = None) -> Sequence[Any]:
    """Return the entries of a gold, each with its ``article``.

    Raises:
        InputError: when the gold is none.
    """
    return read_act_ledgers(gold, articles) if kind == "ledger" else _READ[kind](gold)


def read_entries(
    entries: Sequence[Any], model: str | None, complain: Callable[[str], None], *, progress: bool = False
) -> Found:
    """Return each entry of a gold with what is found in its article; a failure is complained of and finds nothing."""
    bar = tqdm(entries, unit=" articles", disable=not progress)
    return [(entry, _rows(entry.article, model, complain)) for entry in bar]


def _rows(article: Article, model: str | None, complain: Callable[[str], None]) -> dict[str, list[Row]]:
    try:
        return analyse(article, model=model).rows
    except InputError as error:
        complain(f"{article.id}: {error}")
    except Exception as error:  # whatever goes wrong in one article, the others count
        complain(f"{article.id}: the analysis failed ({type(error).__name__}: {error}); please report this fault.")
    return {name: [] for name in TABLES}


Counted = tuple[Scores, tuple[tuple[str, Finding], ...]]


def _count_quotes(found: Sequence[tuple[QuotedArticle, dict[str, list[Row]]]]) -> Counted:
    return quote_scores([count_article(entry, rows) for entry, rows in found]), ()


def _count_demands(found: Sequence[tuple[LedgerArticle, dict[str, list[Row]]]]) -> Counted:
    counts, disagreements = [], []
    for entry, rows in found:
        comparison = Comparison(entry.tables, rows)
        counts.append(count_demands(comparison))
        for finding in comparison.findings:
            if finding.table == "demands" and not comparison.is_unsure(finding):
                disagreements.append((str(entry.article.id), finding))
    return demand_scores(counts), tuple(disagreements)


def _count_acts(found: Sequence[tuple[ActSentence, dict[str, list[Row]]]]) -> Counted:
    scores = act_scores([count_acts(entry, rows) for entry, rows in found])
    return scores | {"reliability": reliability_scores(judged("acts", found))}, ()


def _count_pairs(found: Sequence[tuple[ActSentence, dict[str, list[Row]]]]) -> Counted:
    return pair_scores([count_pair(entry, rows) for entry, rows in found]), ()


def _count_ledger(found: Sequence[tuple[ActLedger, dict[str, list[Row]]]]) -> Counted:
    kinds = _kinds(found)
    counts: list[dict[str, Counter]] = []
    answers: list[Counter] = []
    for entry, rows in found:
        matching = LedgerMatching(entry, rows)
        counts.append({kind: matching.count(kind) for kind in kinds})
        answers.append(matching.count_answers())
    scores = ledger_scores(counts, answers)
    return scores | {"reliability": reliability_scores(judged("ledger", found))}, ()


def _count_codings(found: Sequence[tuple[CodedArticle, dict[str, list[Row]]]]) -> Counted:
    codings = [(str(entry.article.id), Coding(entry, rows)) for entry, rows in found]
    disagreements = [(name, finding) for name, coding in codings for finding in coding.findings()]
    return coding_scores([coding.count() for _, coding in codings]), tuple(disagreements)


def _kinds(found: Found) -> list[str]:
    """Return the kinds of act of which a ledger has one that must be found, in the order of their numbers."""
    numbers = Counter(act.act for entry, _ in found for act in entry.acts if not act.optional)
    return [kind for kind, _ in numbers.most_common()]


def judged(kind: str, found: Found) -> list[list[Judged]]:
    """Return for each entry of a gold of ``acts`` or a ``ledger`` the acts that it can judge, right or wrong."""
    if kind == "acts":
        return [judge_acts(entry, rows) for entry, rows in found]
    kinds = _kinds(found)
    return [LedgerMatching(entry, rows).judge(kinds) for entry, rows in found]


_READ = {
    "quotes": read_quotes,
    "demands": read_ledgers,
    "acts": read_act_sentences,
    "pairs": read_act_sentences,
    "coding": read_dna,
}
_COUNT = {
    "quotes": _count_quotes,
    "demands": _count_demands,
    "acts": _count_acts,
    "pairs": _count_pairs,
    "ledger": _count_ledger,
    "coding": _count_codings,
}
