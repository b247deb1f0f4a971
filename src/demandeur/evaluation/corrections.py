"""Corrections: rows that ``demandeur extract`` wrote, corrected by a reader → gold acts.

Of a line only three tables are read: the acts; the actors, by whose names and aliases the ids of issuers and addressees
are understood; and of the demands the status. A text that is no actor's id counts as a name.
"""

from typing import Any

from demandeur.article import InputError
from demandeur.evaluation.act_gold import label, texts
from demandeur.evaluation.gold import Row, Span
from demandeur.evaluation.gold_act import GoldAct, answer_of, flag


def corrected_acts(tables: dict[str, Any], text: str, where: str) -> tuple[GoldAct, ...]:
    """Return the acts of one article.

    Args:
        tables: table → rows, as in a line of ``demandeur extract``; an act may be marked ``optional``.
        text: the article's text.
        where: file and line, for messages.

    Raises:
        InputError: when an act lacks what it needs, or names words that do not stand in the text.
    """
    names = {}
    for row, place in _rows(tables, "actors", where):
        names[row.get("actor_id")] = (row.get("name") or "", *texts(row, "aliases", place, needed=False))
    answers = {}
    for row, place in _rows(tables, "demands", where):
        answers[row.get("act_id")] = answer_of(row.get("status"), "status", place)
    found = []
    for row, place in _rows(tables, "acts", where):
        answer = answers.get(row.get("act_id")) if row.get("act_id") is not None else None
        found.append(_act(row, names, answer, text, place))
    return tuple(found)


def _rows(tables: dict[str, Any], name: str, where: str) -> list[tuple[Row, str]]:
    rows = tables.get(name, [] if name != "acts" else None)
    if not isinstance(rows, list):
        raise InputError(f"{where}: no list named {name}; this is no line of demandeur extract.")
    found = []
    for number, row in enumerate(rows, start=1):
        place = f"{where}, row {number} of {name}"
        if not isinstance(row, dict):
            raise InputError(f"{place}: not a JSON object; write one, or remove it.")
        found.append((row, place))
    return found


def _act(row: Row, names: dict[Any, tuple[str, ...]], answer: str | None, text: str, where: str) -> GoldAct:
    content = _place(row, "content", text, where)
    evidence = _offsets(row, "evidence", text, where) or _place(row, "trigger", text, where) or content
    if evidence is None:
        raise InputError(f"{where}: neither content nor trigger; give the words, verbatim, for one of them at least.")
    return GoldAct(
        act=label(row, where),
        issuers=_names(row, "issuers", "issuer_text", names, where),
        addressees=_names(row, "addressees", "addressee_text", names, where),
        may_be_open=False,
        optional=flag(row, "optional", where),
        evidence=evidence,
        contents=(content,) if content else (),
        answer=answer,
    )


def _names(row: Row, ids: str, words: str, names: dict[Any, tuple[str, ...]], where: str) -> tuple[str, ...]:
    """Return the names of those whose ids a row has; the words of the text do where it has no id."""
    found = [name for actor in texts(row, ids, where) for name in names.get(actor, (actor,))]
    if not found and isinstance(row.get(words), str):
        found = [row[words]]
    return tuple(name for name in found if name)


def _place(row: Row, name: str, text: str, where: str) -> Span | None:
    """Return where the words of a column stand: at its offsets or, without any, at their only place in the text."""
    span = _offsets(row, name, text, where)
    words = row.get(name)
    if words is None:
        return span
    if not isinstance(words, str) or not words:
        raise InputError(f"{where}: {name} is no text; give the words, verbatim, or leave it out.")
    if span is not None:
        if text[slice(*span)] != words:
            raise InputError(
                f"{where}: {name} is not what stands at {name}_start; mend the offsets, or leave both of them out."
            )
        return span
    if text.count(words) != 1:
        times = f"{text.count(words)} times" if words in text else "nowhere"
        raise InputError(f"{where}: {name} stands {times} in the text; give {name}_start and {name}_end.")
    return (text.index(words), text.index(words) + len(words))


def _offsets(row: Row, name: str, text: str, where: str) -> Span | None:
    start, end = row.get(f"{name}_start"), row.get(f"{name}_end")
    if start is None and end is None:
        return None
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise InputError(
            f"{where}: {name}_start and {name}_end are no offsets within the text; give code points, or neither."
        )
    return (start, end)
