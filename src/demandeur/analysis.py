"""Analysis: the whole line on one page, from an article to its tables."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from demandeur import levels, listing
from demandeur.act import Act
from demandeur.actor_file import KnownActor, day_of
from demandeur.actors import find_actors, speaker_actor
from demandeur.acts import find_acts
from demandeur.answers import Demand, find_answers
from demandeur.article import Article
from demandeur.attitudes import attitudes
from demandeur.cast import Cast
from demandeur.confidence import Cell, cell_of, shares
from demandeur.contested import contested_issues
from demandeur.coreference import resolve_references
from demandeur.floor import addressed, own_words
from demandeur.issues import Issues
from demandeur.language import load_model, model_label, parse
from demandeur.officers import add_roles
from demandeur.once import forget
from demandeur.position import Position
from demandeur.positions import find_positions
from demandeur.quotation import find_quotations
from demandeur.sentiment import tone
from demandeur.stance import stances
from demandeur.statement import Statement
from demandeur.statements import find_statements
from demandeur.tables import TABLES, complete, table
from demandeur.targets import judgements

Row = dict[str, Any]


@dataclass(frozen=True)
class Analysis:
    """The tables of one article; ``demandeur.tables`` has their columns.

    ``rows`` holds every table as complete rows of plain values. The data frames are made of them when they are first
    asked for: over many articles, most are never looked at.

    Example:
        >>> from demandeur.article import Article
        >>> empty = Analysis.from_record(Article.from_text("Nobody spoke."), {})
        >>> len(empty.demands)
        0
    """

    article: Article
    model: str
    rows: dict[str, list[Row]]
    level: str = "actor"

    @classmethod
    def from_record(cls, article: Article, record: dict[str, Any], *, model: str = "") -> "Analysis":
        """Return the analysis whose tables are in a record, such as a line of ``demandeur extract``."""
        return cls(article, model, {name: complete(name, record.get(name, [])) for name in TABLES})

    def record(self) -> dict[str, Any]:
        """Return the article's head and all tables as plain values: one line of ``demandeur extract``."""
        head = {key: getattr(self.article, key) for key in ("id", "title", "date", "source", "sha256")}
        return {"article": head} | {name: [dict(row) for row in rows] for name, rows in self.rows.items()}

    @cached_property
    def actors(self) -> pd.DataFrame:
        """Who is in the article."""
        return table("actors", self.rows["actors"])

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """Where each of them is named or meant."""
        return table("mentions", self.rows["mentions"])

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Who says what to whom."""
        return table("statements", self.rows["statements"])

    @cached_property
    def acts(self) -> pd.DataFrame:
        """Who asks, offers, accepts, refuses or threatens."""
        return table("acts", self.rows["acts"])

    @cached_property
    def demands(self) -> pd.DataFrame:
        """The requests among the acts, with their answers."""
        return table("demands", self.rows["demands"])

    @cached_property
    def positions(self) -> pd.DataFrame:
        """Where the text shows an actor's side on an issue."""
        return table("positions", self.rows["positions"])

    @cached_property
    def stances(self) -> pd.DataFrame:
        """Where each actor stands on each issue."""
        return table("stances", self.rows["stances"])

    @cached_property
    def sentiment(self) -> pd.DataFrame:
        """The tone of each statement."""
        return table("sentiment", self.rows["sentiment"])

    @cached_property
    def attitudes(self) -> pd.DataFrame:
        """How one actor treats another."""
        return table("attitudes", self.rows["attitudes"])

    def name_of(self, actor_id: str | None) -> str | None:
        """Return the actor's name, or the id itself when no actor has it."""
        known = {row["actor_id"]: row["name"] for row in self.rows["actors"]}
        return known.get(actor_id, actor_id)

    def at_level(self, level: str) -> "Analysis":
        """Return the same analysis read at the level of actors or of countries.

        At the level of countries a person, ministry or spokesman counts as the state or organisation it belongs to;
        who belongs to none stays what it is. Stances and attitudes are summed up anew.

        Raises:
            ValueError: when the level is neither ``actor`` nor ``country``.
        """
        if level not in ("actor", "country"):
            raise ValueError(f"The level is '{level}', expected 'actor' or 'country'.")
        if level == self.level:
            return self
        if level == "actor":
            raise ValueError(
                "An analysis at the level of countries can't go back to actors; analyse the article again."
            )
        return replace(self, level="country", rows=levels.by_country(self.rows, self.article.text))


def analyse(article: Article, model: str | None = None, actors: Iterable[KnownActor] = ()) -> Analysis:
    """Return the article's tables: who says what, who demands what of whom, who stands where.

    Args:
        article: the article; its ``speaker`` and ``issues`` are used when given.
        model: an installed spaCy model for English, by default the first found.
        actors: actors that the reader knows (``demandeur.actor_file``); those that hold on the article's date win over
            every guess.

    Raises:
        InputError: when no model is installed, or the named one isn't.
    """
    nlp = load_model(model)
    doc = parse(article.text, nlp)
    quotations = find_quotations(article.text)
    issues = Issues(article.issues) if article.issues else Issues.of_lexicon()
    day = day_of(article.date)
    cast = find_actors(doc, [actor for actor in actors if actor.holds_on(day)])
    speaker = speaker_actor(cast, article.speaker) if article.speaker else None
    inside = own_words(article.text, quotations) if speaker is None else [(0, len(article.text) + 1)]
    resolve_references(cast, inside)
    add_roles(cast)
    statements = find_statements(doc, cast, quotations, speaker)
    heard = addressed(cast) if speaker is None else {}
    resolve_references(cast, inside, speakers=_speakers(inside, statements), heard=heard)
    for statement in statements:
        if not statement.speakers and statement.speaker is not None:
            statement.speakers = tuple(cast.all_of(statement.speaker))
    acts = find_acts(doc, cast, statements, issues)
    for act in acts:
        act.confidence = shares().confidence(_cell(act, article.speaker))
    contents = {act.act_id: article.text[slice(*act.content)] if act.content else "" for act in acts}
    demands = find_answers(acts, cast, contents)
    if not article.issues:
        issues = contested_issues(doc, cast, statements, acts)
    positions = find_positions(doc, cast, statements, acts, issues)
    forget(doc)
    return _tables(article, model_label(nlp), cast, statements, acts, demands, positions)


def _cell(act: Act, speaker: str | None) -> Cell:
    return cell_of(
        act=act.act,
        rule=act.rule,
        addressees=act.addressees,
        addressee_text=act.addressee_text,
        speaker=speaker,
    )


def _speakers(inside: list[tuple[int, int]], statements: list[Statement]) -> dict[int, tuple[str, ...]]:
    """Return the speaker of each quotation by its start."""
    found = {}
    for start, end in inside:
        holders = [s for s in statements if s.spans[0][0] < end and start < s.spans[-1][1] and s.speakers]
        if holders:
            found[start] = holders[0].speakers
    return found


def _tables(
    article: Article,
    model: str,
    cast: Cast,
    statements: list[Statement],
    acts: list[Act],
    demands: list[Demand],
    positions: list[Position],
) -> Analysis:
    text = article.text
    act_rows = [listing.act_row(text, act) for act in acts]
    statement_rows, tone_rows = [], []
    for statement in statements:
        row = listing.statement_row(text, statement)
        measured = tone(row["text"])
        row |= {"polarity": measured.polarity, "subjectivity": measured.subjectivity}
        statement_rows.append(row)
        tone_rows.append(listing.tone_row(row, measured))
    by_id = {row["act_id"]: row for row in act_rows}
    position_rows = [listing.position_row(text, number, found) for number, found in enumerate(positions, start=1)]
    used = listing.used_actors(cast, statement_rows, act_rows, position_rows)
    record = {
        "actors": listing.actor_rows(cast, used),
        "mentions": listing.mention_rows(cast, text, used),
        "statements": statement_rows,
        "acts": act_rows,
        "demands": [listing.demand_row(demand, by_id) for demand in demands],
        "positions": position_rows,
        "stances": stances(position_rows),
        "sentiment": tone_rows,
    }
    record["attitudes"] = attitudes(act_rows, judgements(record, text, untold=True))
    return Analysis.from_record(article, record, model=model)
