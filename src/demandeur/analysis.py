"""Analysis: the whole line on one page, from an article to its tables."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from demandeur.article import Article
from demandeur.tables import TABLES, records, table


@dataclass(frozen=True)
class Analysis:
    """The tables of one article; ``demandeur.tables`` has their columns.

    Example:
        >>> from demandeur.article import Article
        >>> empty = Analysis.from_record(Article.from_text("Nobody spoke."), {})
        >>> len(empty.demands)
        0
    """

    article: Article
    model: str
    actors: pd.DataFrame
    mentions: pd.DataFrame
    statements: pd.DataFrame
    acts: pd.DataFrame
    demands: pd.DataFrame
    stances: pd.DataFrame
    sentiment: pd.DataFrame
    attitudes: pd.DataFrame

    @classmethod
    def from_record(cls, article: Article, record: dict[str, Any], *, model: str = "") -> "Analysis":
        """Return the analysis whose tables are in a record, such as a line of ``demandeur extract``."""
        return cls(article=article, model=model, **{name: table(name, record.get(name, [])) for name in TABLES})

    def record(self) -> dict[str, Any]:
        """Return the article's head and all tables as plain values: one line of ``demandeur extract``."""
        head = {key: getattr(self.article, key) for key in ("id", "title", "date", "source", "sha256")}
        return {"article": head} | {name: records(getattr(self, name)) for name in TABLES}

    def name_of(self, actor_id: str | None) -> str | None:
        """Return the actor's name, or the id itself when no actor has it."""
        known = dict(zip(self.actors["actor_id"], self.actors["name"], strict=True))
        return known.get(actor_id, actor_id)
