"""Measuring: a gold file → its articles analysed → scores."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqdm import tqdm

from demandeur.analysis import analyse
from demandeur.article import Article, InputError
from demandeur.evaluation.comparison import Comparison, Finding
from demandeur.evaluation.demands import count_demands
from demandeur.evaluation.gold import LedgerArticle, QuotedArticle, read_ledgers, read_quotes
from demandeur.evaluation.quotations import count_article
from demandeur.evaluation.scores import Scores, as_data, as_lines, demand_scores, method, quote_scores
from demandeur.language import load_model, model_label
from demandeur.tables import TABLES
from demandeur.wording import count

Row = dict[str, Any]

KINDS = ("quotes", "demands")


@dataclass(frozen=True, slots=True)
class Measured:
    """How well the articles of a gold were read.

    Attributes:
        kind: one of ``KINDS``.
        gold: the name of the gold file or folder.
        articles: the articles, in the gold's order.
        model: name and version of the spaCy model.
        scores: what ``demandeur.evaluation.scores`` makes of the counts.
        disagreements: article id and finding, for every demand that was missed, is wrong or is not in the gold.
        failures: a sentence for each article whose analysis failed; it counts as one in which nothing was found.
    """

    kind: str
    gold: str
    articles: tuple[Article, ...]
    model: str
    scores: Scores
    disagreements: tuple[tuple[str, Finding], ...]
    failures: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Return everything but the disagreements as one dictionary ready for JSON; shares are between 0 and 1."""
        return {
            "kind": self.kind,
            "gold": self.gold,
            "articles": len(self.articles),
            "failed": len(self.failures),
            "model": self.model,
            "intervals": method(),
            "scores": as_data(self.scores),
        }

    def as_text(self) -> str:
        """Return the scores as lines to read."""
        how = method()
        head = (
            f"{self.kind} in {count(len(self.articles), 'article')} of {self.gold}, read with {self.model}; percent, "
            f"in brackets {how['level']:.0%} intervals ({how['method']})"
        )
        return "\n".join([head, *as_lines(self.scores)])


def measure(kind: str, gold: str | Path, *, model: str | None = None, progress: bool = False) -> Measured:
    """Return how well the articles of a gold are read.

    Args:
        kind: ``quotes`` for attributions as JSON lines, ``demands`` for our own ledgers, a file or a folder of them.
        gold: the path of the gold.
        model: an installed spaCy model for English, by default the first found.
        progress: whether to show on standard error how far it is.

    Raises:
        InputError: when the gold is none, or the model isn't installed.
    """
    articles = read_quotes(gold) if kind == "quotes" else read_ledgers(gold)
    label = model_label(load_model(model))
    failures: list[str] = []
    found = []
    for entry in tqdm(articles, unit=" articles", disable=not progress):
        found.append((entry, _rows(entry.article, model, failures.append)))
    counted = _count_quotes(found) if kind == "quotes" else _count_demands(found)
    scores, disagreements = counted
    sources = tuple(entry.article for entry in articles)
    return Measured(kind, Path(gold).name, sources, label, scores, disagreements, tuple(failures))


def _rows(article: Article, model: str | None, complain: Callable[[str], None]) -> dict[str, list[Row]]:
    try:
        return analyse(article, model=model).rows
    except InputError as error:
        complain(f"{article.id}: {error}")
    except Exception as error:  # whatever goes wrong in one article, the others count
        complain(f"{article.id}: the analysis failed ({type(error).__name__}: {error}); please report this fault.")
    return {name: [] for name in TABLES}


Counted = tuple[Scores, tuple[tuple[str, Finding], ...]]


def _count_quotes(found: list[tuple[QuotedArticle, dict[str, list[Row]]]]) -> Counted:
    return quote_scores([count_article(entry, rows) for entry, rows in found]), ()


def _count_demands(found: list[tuple[LedgerArticle, dict[str, list[Row]]]]) -> Counted:
    counts, disagreements = [], []
    for entry, rows in found:
        comparison = Comparison(entry.tables, rows)
        counts.append(count_demands(comparison))
        for finding in comparison.findings:
            if finding.table == "demands" and not comparison.is_unsure(finding):
                disagreements.append((str(entry.article.id), finding))
    return demand_scores(counts), tuple(disagreements)
