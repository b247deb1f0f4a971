"""PLOVER: the acts of an analysis as event records, one line of JSON each.

Field names are those of the PLOVER codebook (Open Event Data Alliance, draft of 2021, chapter "JSON Data Fields" and
its tables): ``id``, ``date``, ``actor``, ``recipient``, ``event``, ``mode``, ``context``, ``quad_code``,
``event_scale``, ``event_text``, ``text``, ``text_info``, ``cite_info``, ``link``. A compound actor is one list, as
PLOVER has it, not several events. What PLOVER has no field for (condition, deadline, strength, the words of the demand,
its answers) stands in ``demandeur``, under the names of the table of acts.

Acts that the text denies (``negated``) are no events and are left out. ``auxiliary_mode`` marks what is only announced
or imagined: future, hypothetical.
"""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from demandeur.actor_file import day_of
from demandeur.analysis import Analysis
from demandeur.jsonl import as_line
from demandeur.lexicon import speech

Row = dict[str, Any]

CODEBOOK = "plover-0.8"
MODES = ("assist", "change", "yield", "meet")
CONTEXTS = frozenset(
    """
    military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic
    legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality
    diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology
    terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking
    """.split()
)

# Verbal cooperation 1, material cooperation 2, verbal conflict 3, material conflict 4 (codebook, "quad categories").
_QUAD = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3}

# The codebook's conflict–cooperation scale, −10 to 10; ACCUSE by its mode "disapprove", the one its text defines.
_SCALE = {
    "AGREE": 2.5,
    "CONSULT": 2.5,
    "SUPPORT": 5.0,
    "CONCEDE": 4.5,
    "REQUEST": 0.0,
    "REQUEST-assist": 0.5,
    "REQUEST-change": -1.0,
    "REQUEST-yield": -1.0,
    "ACCUSE": -2.0,
    "REJECT": -2.0,
    "REJECT-assist": -1.5,
    "THREATEN": -3.5,
}

# What goes along under its own name, beside what PLOVER has a field for.
_OWN = (
    *("act", "trigger", "trigger_start", "trigger_end", "content", "content_start", "content_end", "issue"),
    *("strength", "realis", "condition", "condition_start", "condition_end", "deadline"),
    *("reported_by", "statement_id", "cameo", "confidence", "rule"),
)


def to_plover(analysis: Analysis) -> str:
    """Return the events of an analysis as lines of JSON, newlines included; without events, an empty text."""
    return "".join(as_line(event) for event in events(analysis))


def events(analysis: Analysis) -> list[Row]:
    """Return the acts as PLOVER records, in reading order; an article's own id and the act's make the event's.

    ``text`` is the evidence and ``text_info`` says where it stands in the article, in code points, half open. A missing
    date is ``None``; actors whose country the article does not tell have no ``code``.
    """
    actors = {row["actor_id"]: row for row in analysis.rows["actors"]}
    demands = {row["act_id"]: row for row in analysis.rows["demands"]}
    return [_event(analysis, act, actors, demands) for act in analysis.rows["acts"] if not act["negated"]]


def _event(analysis: Analysis, act: Row, actors: Mapping[str, Row], demands: Mapping[str, Row]) -> Row:
    article = analysis.article
    kind, _, mode = (act["plover"] or act["act"]).partition("-")
    entry = speech.issues().get(act["issue"] or "")
    day = day_of(article.date)
    event = {
        "id": f"{article.id}-{act['act_id']}",
        "date": day.isoformat() if day else None,
        "actor": [_actor(actor_id, act["issuer_text"], act["issuers"], actors) for actor_id in act["issuers"]],
        "recipient": [
            _actor(actor_id, act["addressee_text"], act["addressees"], actors) for actor_id in act["addressees"]
        ],
        "event": [kind],
        "mode": [mode] if mode else [],
        "context": list(entry.contexts) if entry else [],
        "auxiliary_mode": [act["realis"]] if act["realis"] in ("future", "hypothetical") else [],
        "quad_code": _QUAD.get(kind),
        "event_scale": _SCALE.get(act["plover"] or kind, _SCALE.get(kind)),
        "event_text": [act["trigger"]] if act["trigger"] else [],
        "link": str(article.id),
    }
    return event | _evidence(article.text, act) | _citation(analysis) | {"demandeur": _own(act, demands)}


def _actor(actor_id: str, text: str | None, named: list[str], actors: Mapping[str, Row]) -> Row:
    """Return an actor object; a code IGO or NGO has no sector of its own, and one without a country has no code."""
    row = actors.get(actor_id, {"name": actor_id})
    sector = row.get("sector")
    belongs_to_no_state = sector in ("IGO", "NGO")
    return {
        "code": sector if belongs_to_no_state else row.get("country"),
        "sector": None if belongs_to_no_state else sector,
        # The words name all of a compound actor at once: which are whose, they do not tell.
        "actor_text": text if len(named) == 1 else row["name"],
        "identifier_id": row.get("wikidata"),
        "identifier_text": row["name"],
        "office": row.get("role"),
    }


def _evidence(text: str, act: Row) -> Row:
    start, end = act["evidence_start"], act["evidence_end"]
    if start is None or end is None:
        return {"text": None, "text_info": None}
    return {"text": text[start:end], "text_info": {"start": start, "end": end}}


def _citation(analysis: Analysis) -> Row:
    article = analysis.article
    source = article.source or ""
    return {
        "cite_info": {
            "citation": str(article.id),
            "url": source if "://" in source else None,
            "title": article.title,
            "language": "en",
            "coder": f"demandeur-{version('demandeur')}",
            "codebook": CODEBOOK,
        }
    }


def _own(act: Row, demands: Mapping[str, Row]) -> Row:
    own = {name: act[name] for name in _OWN}
    demand = demands.get(act["act_id"])
    if demand is not None:
        own |= {name: demand[name] for name in ("demand_id", "answers", "status")}
    return own
