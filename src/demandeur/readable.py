"""Readable: the tables of an analysis as a reader wants to see them, each row leading to the words that prove it."""

import pandas as pd
from markupsafe import Markup

from demandeur.analysis import Analysis
from demandeur.evidence import answer_anchor, place_of
from demandeur.shown import Shown, anchor, html_table, join, link, sentence
from demandeur.tables import records
from demandeur.wording import STRENGTHS, actor_names, answer_phrase, are_several


def demands_table(analysis: Analysis) -> Shown:
    """Return the demands with their answers, each with links to the words that prove it."""
    if analysis.demands.empty:
        return sentence("No demand was found in this article, so there is no table of demands.")
    acts = {row["act_id"]: row for row in records(analysis.acts)}
    rows, ids = [], []
    for demand in records(analysis.demands):
        rows.append(
            [
                _number_cell(demand),
                actor_names(analysis, demand["issuers"], demand["issuer_text"]),
                _content_cell(demand),
                actor_names(analysis, demand["addressees"], demand["addressee_text"]),
                _answer_cell(analysis, demand, acts),
            ]
        )
        ids.append(demand["demand_id"])
    html = html_table(
        ["No.", "Who asks", "For what", "Of whom", "Answer"],
        rows,
        caption="The demands in reading order, and how this article says they were answered",
        kind="demands",
        ids=ids,
    )
    plain = analysis.demands[["demand_id", "issuers", "content", "addressees", "status"]]
    return Shown(html, plain.to_string(index=False))


def _number_cell(demand: dict) -> Markup:
    number = Markup('<strong class="number">{}</strong>').format(demand["demand_id"])
    if not place_of(demand):
        return number
    template = '<a class="number" href="#{}">{}<span class="aside"> in the text</span></a>'
    return Markup(template).format(anchor(demand["demand_id"], "text-"), demand["demand_id"])


def _content_cell(demand: dict) -> Markup:
    content = Markup("<q>{}</q>").format(demand["content"]) if demand["content"] else Markup("not said")
    notes = [STRENGTHS.get(demand["strength"], "")]
    if demand["deadline"]:
        notes.append(f"deadline: {demand['deadline']}")
    if demand["condition"]:
        notes.append(f"condition: {demand['condition']}")
    noted = " · ".join(note for note in notes if note)
    return content + Markup(' <span class="aside">{}</span>').format(noted) if noted else content


def _answer_cell(analysis: Analysis, demand: dict, acts: dict[str, dict]) -> Markup:
    status = Markup('<span class="status is-{0}">{0}</span>').format(demand["status"] or "unanswered")
    found = []
    for act_id in demand["answers"]:
        act = acts.get(act_id)
        if act is None:
            continue
        who = actor_names(analysis, act["issuers"], act["issuer_text"])
        several = are_several(analysis, act["issuers"])
        words = f"{who} {answer_phrase(act, demand['status'], several=several)}"
        place = answer_anchor(demand["demand_id"], act_id)
        found.append(link(place, words) if place_of(act) else Markup("{}").format(words))
    return status + Markup(": ") + join(found, by="; ") if found else status


def actors_table(analysis: Analysis) -> Shown:
    """Return who is in the article, by which names, most mentioned first."""
    if analysis.actors.empty:
        return sentence("No actor was found in this article.")
    frame = analysis.actors.sort_values("n_mentions", ascending=False, kind="stable")
    frame = frame[["name", "kind", "country", "role", "aliases", "n_mentions"]]
    return _plain_table(frame, ["Actor", "Kind", "Country", "Role", "Also called", "Mentions"], "Who is in the article")


def statements_table(analysis: Analysis) -> Shown:
    """Return who says what, in reading order."""
    if analysis.statements.empty:
        return sentence("No statement was found in this article.")
    frame = analysis.statements.assign(speaker=[analysis.name_of(key) for key in analysis.statements["speaker"]])
    frame = frame[["statement_id", "speaker", "quote_type", "cue", "text"]]
    return _plain_table(frame, ["No.", "Speaker", "Quotation", "Said with", "Words"], "Who says what")


def _plain_table(frame: pd.DataFrame, heads: list[str], caption: str) -> Shown:
    rows = []
    for row in records(frame):
        rows.append([", ".join(map(str, value)) if isinstance(value, list) else _word(value) for value in row.values()])
    return Shown(html_table(heads, rows, caption=caption), frame.to_string(index=False))


def _word(value: object) -> str:
    return "–" if value is None else str(value)
