"""Stance gold: what careful readers found of who stands where, in either form of ``data/README.md``.

- JSON lines, an article a line, with its text, its issues and their keywords, and the stances of actors given by names;
- the project's own gold: a file or folder as in ``data/gold``, on the article's own issues.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demandeur.article import Article, InputError
from demandeur.evaluation.act_gold import texts
from demandeur.evaluation.act_ledgers import is_own_gold
from demandeur.evaluation.gold import LedgerArticle, article_in, gold_rows, read_ledgers
from demandeur.files import shown

STANCES = ("support", "oppose", "conditional", "mixed", "unclear")


@dataclass(frozen=True, slots=True)
class GoldStance:
    """The stance of an actor, by the names that the article calls it, on an issue."""

    names: tuple[str, ...]
    issue: str
    stance: str


@dataclass(frozen=True, slots=True)
class StanceArticle:
    """An article with its gold stances."""

    article: Article
    stances: tuple[GoldStance, ...]


def read_stances(path: str | Path) -> list[StanceArticle]:
    """Return the articles of a gold with their stances.

    Raises:
        InputError: at the first line that is no gold.
    """
    if is_own_gold(path):
        return [_own(entry) for entry in read_ledgers(path)]
    found = []
    for where, row in gold_rows(path):
        if not isinstance(row.get("stances"), list):
            raise InputError(f"{where}: no list named stances; this is not a gold file for stances.")
        article = article_in(row, where, path, len(found) + 1)
        stances = [_stance(entry, article, f"{where}, stance {i}") for i, entry in enumerate(row["stances"], start=1)]
        found.append(StanceArticle(article, tuple(stances)))
    if not found:
        raise InputError(f"{shown(path)}: the file is empty; give a gold file for stances.")
    return found


def _stance(entry: Any, article: Article, where: str) -> GoldStance:
    if not isinstance(entry, dict):
        raise InputError(f"{where}: not a JSON object; write one with actor, issue and stance.")
    issue, stance = entry.get("issue"), entry.get("stance")
    if not isinstance(issue, str) or (article.issues and issue not in article.issues):
        raise InputError(f"{where}: issue is {shown(issue)}, which is none of the line's issues.")
    if stance not in STANCES:
        raise InputError(f"{where}: stance is {shown(stance)}, expected one of: {', '.join(STANCES)}.")
    names = texts(entry, "actor", where)
    if not names:
        raise InputError(f"{where}: actor is empty; give the names by which the article calls the actor.")
    return GoldStance(names, issue, stance)


def _own(entry: LedgerArticle) -> StanceArticle:
    """Return the stances of an article of ``data/gold``, whose actors are rows of their own."""
    names = {row["actor_id"]: (row["name"], *row["aliases"]) for row in entry.tables["actors"]}
    stances = [GoldStance(names[r["actor_id"]], r["issue"], r["stance"]) for r in entry.tables["stances"] if r["sure"]]
    return StanceArticle(entry.article, tuple(stances))
