"""Asks: the demands as pictures tell them, the sentences about them, and the table behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.pictures.style import MOST_DEMANDS, STATUSES, STRENGTHS
from demandeur.pictures.typeset import capitalised, clean, shorten
from demandeur.pictures.words import NOBODY, counted, leaders, listed, names_of, number
from demandeur.tables import records

OPEN = ""
"""Key of the issuer or addressee that the article leaves open, in place of an actor_id."""

COLUMNS = ["Demand", "Who asks", "For what", "Of whom", "Strength", "Answer", "Answered by", "Note"]
_MOST_TOLD = 12
_ANSWER_ACTS = {"accepted": ("ACCEPT", "CONCEDE"), "rejected": ("REJECT",)}


@dataclass(frozen=True, slots=True)
class Ask:
    """One demand: who asks, for what, of whom, and the answer.

    ``issuers``, ``addressees`` and ``answered_by`` hold actor_ids; the first two hold ``OPEN`` where nobody is named.
    """

    label: str
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    content: str
    status: str
    strength: int
    confidence: float
    answered_by: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Asks:
    """The demands of an analysis: all of them, those that a picture shows, and the actors' names.

    A picture shows every demand up to ``MOST_DEMANDS``; of more than that it shows the strongest, of equally strong
    ones the surest, and it says so.
    """

    every: tuple[Ask, ...]
    shown: tuple[Ask, ...]
    names: dict[str, str]

    def name(self, key: str) -> str:
        """Return the name of an actor, or the words for nobody."""
        return NOBODY if key == OPEN else self.names.get(key, clean(key))

    def all_names(self, keys: Sequence[str]) -> str:
        """Return the names of several actors as prose."""
        return listed([self.name(key) for key in keys])

    def counts(self, side: str) -> dict[str, int]:
        """Return the number of demands of each issuer or addressee (``side``), in reading order, nobody left out."""
        counts: dict[str, int] = {}
        for ask in self.every:
            for key in getattr(ask, side):
                if key != OPEN:
                    counts[key] = counts.get(key, 0) + 1
        return counts

    def limit_note(self) -> str:
        """Return the sentence that says how many are not shown, or nothing."""
        if len(self.shown) == len(self.every):
            return ""
        return f"The {len(self.shown)} strongest of {len(self.every)} demands are drawn; the table has all."

    def table(self) -> pd.DataFrame:
        """Return the table behind the pictures of demands: one row a demand, in words."""
        rows = []
        for ask in self.every:
            rows.append(
                [
                    ask.label,
                    self.all_names(ask.issuers),
                    ask.content,
                    self.all_names(ask.addressees),
                    f"{ask.strength} {STRENGTHS[ask.strength]}",
                    ask.status,
                    self.all_names(ask.answered_by),
                    ask.note,
                ]
            )
        return pd.DataFrame(rows, columns=COLUMNS)

    def told(self) -> str:
        """Return the demands one after another in words, the first twelve; the table has the rest."""
        sentences = []
        for ask in self.every[:_MOST_TOLD]:
            answer = ask.status + (f" ({self.all_names(ask.answered_by)})" if ask.answered_by else "")
            asker, asked = self.all_names(ask.issuers), self.all_names(ask.addressees)
            note = f" ({ask.note})" if ask.note else ""
            sentences.append(f"{ask.label}: {asker} to {asked}: “{shorten(ask.content, 90)}”{note}; answer: {answer}.")
        if len(self.every) > _MOST_TOLD:
            sentences.append(f"{len(self.every) - _MOST_TOLD} more are in the table below.")
        return " ".join(sentences)

    def most(self, side: str, verb: str) -> str:
        """Return the sentence on who asks or is asked most, such as "Most is asked of Veldran: two of five demands"."""
        counts = self.counts(side)
        top, most = leaders(counts)
        total = len(self.every)
        if not top:
            return f"{capitalised(counted(total, 'demand'))}, {verb} {NOBODY}"
        names = listed([shorten(self.name(key), 40) for key in top])
        if total == 1:
            return f"One demand is made {verb} {names}"
        if most == total:
            return f"Everything is asked {verb} {names}: {counted(total, 'demand')}"
        if len(top) > 3 or (most == 1 and len(top) > 1):
            spread_over = f"{verb} {counted(len(counts), 'actor')}, at most {number(most)} {verb} each"
            return f"{capitalised(counted(total, 'demand'))}, {spread_over}"
        each = " each" if len(top) > 1 else ""
        return f"Most is asked {verb} {names}: {number(most)} of {counted(total, 'demand')}{each}"

    def answers(self) -> str:
        """Return how many demands stand at each status, such as "one accepted, four unanswered"."""
        counts = dict.fromkeys(STATUSES, 0)
        for ask in self.every:
            counts[ask.status] = counts.get(ask.status, 0) + 1
        if len(self.every) == 1:
            return self.every[0].status
        return ", ".join(f"{number(count)} {status}" for status, count in counts.items() if count)


def asks_of(analysis: Analysis) -> Asks:
    """Return the demands of an analysis as pictures tell them, in reading order."""
    acts = {row["act_id"]: row for row in records(analysis.acts)}
    names = names_of(analysis)
    every = tuple(_ask(row, acts, names) for row in records(analysis.demands))
    shown = every
    if len(every) > MOST_DEMANDS:
        strongest = sorted(range(len(every)), key=_weakness(every).__getitem__)[:MOST_DEMANDS]
        shown = tuple(every[place] for place in sorted(strongest))
    return Asks(every, shown, names)


def _weakness(asks: Sequence[Ask]) -> list[tuple[float, float, int]]:
    return [(-ask.strength, -ask.confidence, place) for place, ask in enumerate(asks)]


def _ask(row: dict[str, Any], acts: dict[str, dict[str, Any]], names: dict[str, str]) -> Ask:
    content = clean(row["content"] or row["trigger"] or "") or "not said"
    strength = row["strength"] or 2
    return Ask(
        label=clean(row["demand_id"] or "?"),
        issuers=_parties(row["issuers"]),
        addressees=_parties(row["addressees"]),
        content=content,
        status=row["status"] or "unanswered",
        strength=min(max(int(strength), 1), 5),
        confidence=row["confidence"] or 0.0,
        answered_by=_answerers(row, acts),
        note=_note(row, names),
    )


def _parties(actor_ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor_ids)) or (OPEN,)


def _answerers(row: dict[str, Any], acts: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """Return who gave the answer: the issuers of those answers that made the status what it is."""
    answers = [acts[act_id] for act_id in row["answers"] if act_id in acts]
    decisive = [act for act in answers if act["act"] in _ANSWER_ACTS.get(row["status"], ())]
    found: dict[str, None] = {}
    for act in decisive or answers:
        found.update(dict.fromkeys(act["issuers"]))
    return tuple(found)


def _note(row: dict[str, Any], names: dict[str, str]) -> str:
    """Return what keeps the demand from being a plain one: denied, hypothetical, told by another."""
    notes = []
    if row["negated"]:
        notes.append("the text denies it")
    if row["realis"] in ("future", "hypothetical"):
        notes.append("not yet made" if row["realis"] == "future" else "hypothetical")
    if row["reported_by"]:
        notes.append("as told by " + names.get(row["reported_by"], clean(row["reported_by"])))
    return ", ".join(notes)
