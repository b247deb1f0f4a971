"""Listing: what the stops found, as rows of the tables."""

from functools import cache
from typing import Any

from demandeur import lexicon
from demandeur.act import Act
from demandeur.answers import Demand
from demandeur.cast import Actor, Cast, Mention
from demandeur.position import Position
from demandeur.sentiment import Tone
from demandeur.stance_weights import rule_confidence
from demandeur.statement import Span, Statement

Row = dict[str, Any]


def _span(name: str, span: Span | None, text: str, *, words: bool = True) -> Row:
    """Return ``name``, ``name_start`` and ``name_end`` of a span, all missing when there is none."""
    row: Row = {f"{name}_start": span[0] if span else None, f"{name}_end": span[1] if span else None}
    if words:
        row[name] = text[slice(*span)] if span else None
    return row


def statement_row(text: str, statement: Statement) -> Row:
    """Return a statement as a row of the statements table, its tone still missing."""
    speaker = _span("speaker_text", statement.speaker_span, text)
    return {
        "statement_id": statement.statement_id,
        "speaker": statement.speakers[0] if statement.speakers else None,
        "speaker_text": speaker["speaker_text"],
        "speaker_start": speaker["speaker_text_start"],
        "speaker_end": speaker["speaker_text_end"],
        "addressee": statement.addressees[0] if statement.addressees else None,
        **_span("cue", statement.cue, text),
        "quote_type": statement.quote_type,
        "spans": [list(span) for span in statement.spans],
        "text": " ".join(text[start:end] for start, end in statement.spans),
        "confidence": statement.confidence,
        "rule": statement.rule,
    }


def tone_row(row: Row, tone: Tone) -> Row:
    """Return the tone of a statement as a row of the sentiment table."""
    return {
        "statement_id": row["statement_id"],
        "actor_id": row["speaker"],
        "polarity": tone.polarity,
        "subjectivity": tone.subjectivity,
        "n_words": tone.n_words,
        "n_known": tone.n_known,
    }


def act_row(text: str, act: Act) -> Row:
    """Return an act as a row of the acts table."""
    deadline = text[slice(*act.deadline)] if act.deadline else None
    return {
        "act_id": act.act_id,
        "act": act.act,
        **_span("trigger", act.trigger, text),
        "issuers": list(act.issuers),
        "issuer_text": act.issuer_text,
        "addressees": list(act.addressees),
        "addressee_text": act.addressee_text,
        **_span("content", act.content, text),
        "issue": act.issue,
        "mode": act.code.mode,
        "strength": act.strength,
        "negated": act.negated,
        "realis": act.realis,
        **_span("condition", act.condition, text),
        "deadline": deadline,
        "reported_by": act.reported_by,
        "statement_id": act.statement.statement_id if act.statement else None,
        **_span("evidence", act.evidence, text, words=False),
        "plover": act.code.plover,
        "cameo": act.code.cameo,
        "confidence": act.confidence,
        "rule": act.rule,
    }


def demand_row(demand: Demand, acts: dict[str, Row]) -> Row:
    """Return a demand as a row of the demands table: its act's row, its number, its answers."""
    answers = [act.act_id for act in demand.answers]
    return {"demand_id": demand.demand_id, **acts[demand.act.act_id], "answers": answers, "status": demand.status}


def position_row(text: str, number: int, position: Position) -> Row:
    """Return a position as a row of the positions table."""
    return {
        "position_id": f"P{number}",
        "actor_id": position.actor_id,
        "issue": position.issue,
        "score": position.score,
        "conditional": position.conditional,
        **_span("cue", position.cue, text),
        **_span("evidence", position.evidence, text, words=False),
        "act_id": position.act.act_id if position.act else None,
        "statement_id": position.statement.statement_id if position.statement else None,
        "confidence": rule_confidence(position.rule),
        "rule": position.rule,
    }


def used_actors(cast: Cast, statements: list[Row], acts: list[Row], positions: list[Row]) -> set[str]:
    """Return the actors worth a row: persons and states by name, and whoever speaks, acts or is addressed."""
    used = {row["actor_id"] for row in positions}
    used |= {row[key] for row in statements for key in ("speaker", "addressee")}
    for row in acts:
        used.update(row["issuers"], row["addressees"], [row["reported_by"]])
    for actor in cast.actors.values():
        if actor.named and (actor.kind in ("person", "state") or actor.wikidata):
            used.add(actor.actor_id)
    used.update(cast.actors[a].state for a in list(used) if a)
    return {actor_id for actor_id in used if actor_id}


def _kept(cast: Cast, used: set[str]) -> list[Mention]:
    return sorted((m for m in cast.mentions if used & set(m.actors)), key=_by_start)


def _by_start(mention: Mention) -> tuple[int, int]:
    return (mention.start, mention.end)


def actor_rows(cast: Cast, used: set[str]) -> list[Row]:
    """Return the used actors as rows, in order of their first mention."""
    counts: dict[str, int] = {}
    for mention in _kept(cast, used):
        for actor_id in mention.actors:
            counts[actor_id] = counts.get(actor_id, 0) + 1
    ordered = [a for a in counts if a in used] + [a for a in cast.actors if a in used and a not in counts]
    rows = []
    for actor_id in ordered:
        actor = cast.actors[actor_id]
        rows.append(
            {
                "actor_id": actor_id,
                "name": actor.name,
                "kind": actor.kind,
                "country": actor.country or None,
                "sector": actor.sector or None,
                "role": actor.role,
                "aliases": _aliases(actor),
                "wikidata": actor.wikidata or None,
                "n_mentions": counts.get(actor_id, 0),
            }
        )
    return rows


def _aliases(actor: Actor) -> list[str]:
    """Return the article's other names of an actor, and a known state's official one, by which others may list it."""
    official = _official_names().get(actor.name, ()) if actor.kind == "state" else ()
    return list(dict.fromkeys([*actor.aliases, *official]))


@cache
def _official_names() -> dict[str, list[str]]:
    """Return the official names of the known states that have one beside their name."""
    found: dict[str, list[str]] = {}
    for state in lexicon.states().values():
        if state.official and state.official != state.name:
            found.setdefault(state.name, []).append(state.official)
    return found


def mention_rows(cast: Cast, text: str, used: set[str]) -> list[Row]:
    """Return the mentions of the used actors as rows; one that means several actors gives a row for each."""
    rows = []
    for mention in _kept(cast, used):
        for actor_id in mention.actors:
            if actor_id in used:
                rows.append(
                    {
                        "actor_id": actor_id,
                        "start": mention.start,
                        "end": mention.end,
                        "text": text[mention.start : mention.end],
                        "form": mention.form,
                        "confidence": mention.confidence,
                        "rule": mention.rule,
                    }
                )
    return rows
