"""Levels: the tables read by country instead of by actor."""

import pandas as pd

from demandeur.stance import attitudes, stances
from demandeur.tables import records, table

_LISTS = ("issuers", "addressees")


def by_country(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables with every actor replaced by the state or organisation that has its country.

    An actor without a country, or whose country is nobody's own row, stays.
    """
    owner = _owners(tables["actors"])
    found = dict(tables)
    found["actors"] = tables["actors"][[owner[a] == a for a in tables["actors"]["actor_id"]]].reset_index(drop=True)
    mentions = _renamed(tables["mentions"], owner, "actor_id")
    found["mentions"] = mentions
    counts = mentions["actor_id"].value_counts()
    found["actors"] = found["actors"].assign(
        n_mentions=pd.Series([int(counts.get(a, 0)) for a in found["actors"]["actor_id"]], dtype="Int64")
    )
    found["statements"] = _renamed(tables["statements"], owner, "speaker", "addressee")
    for name in ("acts", "demands"):
        found[name] = _listed(_renamed(tables[name], owner, "reported_by"), owner)
    found["sentiment"] = _renamed(tables["sentiment"], owner, "actor_id")
    found["stances"] = table("stances", stances(found["acts"]))
    found["attitudes"] = table("attitudes", attitudes(found["acts"]))
    return found


def _owners(actors: pd.DataFrame) -> dict[str, str]:
    """Return actor_id → the actor_id of its country's own row, or its own."""
    rows = records(actors)
    own = {}
    for row in rows:
        if row["kind"] == "state" and row["country"]:
            own.setdefault(row["country"], row["actor_id"])
    for row in rows:
        if row["kind"] == "organisation" and row["country"]:
            own.setdefault(row["country"], row["actor_id"])
    return {
        row["actor_id"]: own.get(row["country"], row["actor_id"]) if row["country"] else row["actor_id"] for row in rows
    }


def _renamed(frame: pd.DataFrame, owner: dict[str, str], *columns: str) -> pd.DataFrame:
    frame = frame.copy()
    for column in columns:
        frame[column] = pd.Series(
            [owner.get(value, value) for value in frame[column]], dtype="object", index=frame.index
        )
    return frame


def _listed(frame: pd.DataFrame, owner: dict[str, str]) -> pd.DataFrame:
    frame = frame.copy()
    for column in _LISTS:
        frame[column] = pd.Series(
            [list(dict.fromkeys(owner.get(a, a) for a in actors)) for actors in frame[column]],
            dtype="object",
            index=frame.index,
        )
    return frame
