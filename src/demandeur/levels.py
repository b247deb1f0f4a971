"""Levels: the tables read by country instead of by actor."""

from collections import Counter
from typing import Any

from demandeur.attitudes import attitudes
from demandeur.stance import stances
from demandeur.tables import complete
from demandeur.targets import judgements

Rows = list[dict[str, Any]]


def by_country(tables: dict[str, Rows], text: str) -> dict[str, Rows]:
    """Return the tables' rows, of an article with this text, with every actor replaced by its country's own row.

    An actor without a country, or whose country is nobody's own row, stays.
    """
    owner = _owners(tables["actors"])
    mentions = _renamed(tables["mentions"], owner, "actor_id")
    counts = Counter(row["actor_id"] for row in mentions)
    acts = _listed(_renamed(tables["acts"], owner, "reported_by"), owner)
    positions = _strongest(_renamed(tables["positions"], owner, "actor_id"))
    found = tables | {
        "actors": [
            row | {"n_mentions": counts[row["actor_id"]]}
            for row in tables["actors"]
            if owner[row["actor_id"]] == row["actor_id"]
        ],
        "mentions": mentions,
        "statements": _renamed(tables["statements"], owner, "speaker", "addressee"),
        "acts": acts,
        "demands": _listed(_renamed(tables["demands"], owner, "reported_by"), owner),
        "sentiment": _renamed(tables["sentiment"], owner, "actor_id"),
        "positions": positions,
        "stances": complete("stances", stances(positions)),
    }
    return found | {"attitudes": complete("attitudes", attitudes(acts, judgements(found, text, untold=True)))}


def _owners(actors: Rows) -> dict[str, str]:
    """Return actor_id → the actor_id of its country's own row, or its own."""
    own = {}
    for kind in ("state", "organisation"):
        for row in actors:
            if row["kind"] == kind and row["country"]:
                own.setdefault(row["country"], row["actor_id"])
    return {row["actor_id"]: own.get(row["country"], row["actor_id"]) for row in actors}


def _renamed(rows: Rows, owner: dict[str, str], *columns: str) -> Rows:
    return [row | {column: owner.get(row[column], row[column]) for column in columns} for row in rows]


def _strongest(positions: Rows) -> Rows:
    """Return the positions without those that one and the same word shows of several who are now one actor."""
    best: dict[tuple, dict[str, Any]] = {}
    for row in positions:
        key = (row["actor_id"], row["issue"], row["evidence_start"], row["evidence_end"])
        if key not in best or abs(row["score"]) > abs(best[key]["score"]):
            best[key] = row
    kept = {row["position_id"] for row in best.values()}
    return [row for row in positions if row["position_id"] in kept]


def _listed(rows: Rows, owner: dict[str, str]) -> Rows:
    """Return the rows with their lists of actors renamed; an actor that then stands twice is named once."""
    found = []
    for row in rows:
        lists = {}
        for column in ("issuers", "addressees"):
            lists[column] = list(dict.fromkeys(owner.get(actor_id, actor_id) for actor_id in row[column]))
        found.append(row | lists)
    return found
