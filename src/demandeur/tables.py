"""Tables: the columns of everything that an analysis gives, in their order, with what each one holds.

The names are a contract: the JSON lines of ``demandeur extract``, the CSV and Parquet files and the notebooks all
read them. Offsets count Unicode code points of ``article.text``, half open: ``text[start:end]`` is the evidence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the kind of its values, and one sentence for the data dictionary.

    ``kind`` is one of ``text``, ``integer``, ``number``, ``boolean``, ``list`` (of texts) and ``spans`` (a list of
    ``[start, end]``). Any value may be missing (``None``) but a list, which is empty instead.
    """

    name: str
    kind: str
    meaning: str


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


ACTORS = _columns(
    ("actor_id", "text", "Readable key of the actor, unique within the article."),
    ("name", "text", "The fullest name the article uses, or the lexicon's name of a state or organisation."),
    ("kind", "text", "person, state, organisation or group."),
    ("country", "text", "ISO 3166-1 alpha-3, or a code such as EU, UN, NATO; missing when the text does not tell."),
    ("sector", "text", "PLOVER sector: GOV, MIL, LEG, REB …"),
    ("role", "text", "Office or role as the article words it."),
    ("aliases", "list", "The article's other names of the actor; last, the official one of a known state."),
    ("wikidata", "text", "Wikidata id of a state or standing organisation."),
    ("n_mentions", "integer", "Number of rows of this actor in mentions."),
)

MENTIONS = _columns(
    ("actor_id", "text", "The actor meant."),
    ("start", "integer", "First code point."),
    ("end", "integer", "One past the last code point."),
    ("text", "text", "The words, verbatim."),
    ("form", "text", "name, role, metonym, demonym, pronoun or nominal."),
    ("confidence", "number", "0 to 1: how sure the link from these words to the actor is."),
    ("rule", "text", "Id of the rule that made the link."),
)

STATEMENTS = _columns(
    ("statement_id", "text", "S1, S2 … in reading order."),
    ("speaker", "text", "actor_id of the speaker."),
    ("speaker_text", "text", "The words that name the speaker, verbatim."),
    ("speaker_start", "integer", "First code point of speaker_text."),
    ("speaker_end", "integer", "One past its last code point."),
    ("addressee", "text", "actor_id of the one spoken to, where the article says."),
    ("cue", "text", "The words that attribute: said, according to, urged …"),
    ("cue_start", "integer", "First code point of the cue."),
    ("cue_end", "integer", "One past its last code point."),
    ("quote_type", "text", "direct, mixed or indirect."),
    ("spans", "spans", "The stretches of text that are attributed, quote marks excluded at their ends."),
    ("text", "text", "The words of the spans, joined by a space."),
    ("polarity", "number", "TextBlob's polarity of the words, −1 to 1."),
    ("subjectivity", "number", "TextBlob's subjectivity of the words, 0 to 1."),
    ("confidence", "number", "0 to 1."),
    ("rule", "text", "Id of the rule that found it."),
)

ACTS = _columns(
    ("act_id", "text", "A1, A2 … in reading order."),
    ("act", "text", "REQUEST, OFFER, ACCEPT, REJECT, THREATEN, CONCEDE, ACCUSE, SUPPORT or CONSULT."),
    ("trigger", "text", "The words that make it this act."),
    ("trigger_start", "integer", "First code point of the trigger."),
    ("trigger_end", "integer", "One past its last code point."),
    ("issuers", "list", "actor_ids of those who perform the act."),
    ("issuer_text", "text", "The words that name them at this place."),
    ("addressees", "list", "actor_ids of those it is directed at; empty when the text leaves it open."),
    ("addressee_text", "text", "The words that name them at this place."),
    ("content", "text", "What is to be done, offered, accepted, refused, threatened: verbatim."),
    ("content_start", "integer", "First code point of the content."),
    ("content_end", "integer", "One past its last code point."),
    ("issue", "text", "What it is about, as the issue lexicon names it."),
    ("mode", "text", "PLOVER mode of a request or refusal: assist, change, yield, meet."),
    ("strength", "integer", "1 appeal, 2 request, 3 pressure, 4 demand, 5 ultimatum."),
    ("negated", "boolean", "True when the text denies that the act takes place."),
    ("realis", "text", "done, future or hypothetical."),
    ("condition", "text", "The condition attached, verbatim."),
    ("condition_start", "integer", "First code point of the condition."),
    ("condition_end", "integer", "One past its last code point."),
    ("deadline", "text", "The time by which, verbatim."),
    ("reported_by", "text", "actor_id of another actor from whose mouth the article has the act."),
    ("statement_id", "text", "The statement in which the act stands or which it is."),
    ("evidence_start", "integer", "First code point of the shortest stretch that shows the act with its parts."),
    ("evidence_end", "integer", "One past its last code point."),
    ("plover", "text", "PLOVER event type, with its mode after a hyphen."),
    ("cameo", "text", "CAMEO code."),
    ("confidence", "number", "0 to 1: how often acts like this one were right, by annotated texts."),
    ("rule", "text", "Id of the rule that found it."),
)

DEMANDS = (
    *_columns(("demand_id", "text", "D1, D2 … in reading order.")),
    *ACTS,
    *_columns(
        ("answers", "list", "act_ids of the answers in the same article."),
        ("status", "text", "accepted, conditional, rejected or unanswered."),
    ),
)

POSITIONS = _columns(
    ("position_id", "text", "P1, P2 … in reading order: one piece of evidence each."),
    ("actor_id", "text", "Whose side the words show."),
    ("issue", "text", "On what, as the issue lexicon or the reader names it."),
    ("score", "number", "−1 against … 1 for; its size is the weight of what shows it."),
    ("conditional", "boolean", "True when the actor is for it under a condition, or in principle."),
    ("cue", "text", "The word that shows the side, verbatim."),
    ("cue_start", "integer", "First code point of the cue."),
    ("cue_end", "integer", "One past its last code point."),
    ("evidence_start", "integer", "First code point of the stretch that shows the side."),
    ("evidence_end", "integer", "One past its last code point."),
    ("act_id", "text", "The act that shows it, where one does."),
    ("statement_id", "text", "The statement in which it stands."),
    ("confidence", "number", "0 to 1: how often positions by this rule were right, by annotated texts."),
    ("rule", "text", "Id of the rule that found it."),
)

STANCES = _columns(
    ("actor_id", "text", "The actor that takes the stance."),
    ("issue", "text", "The issue, as the issue lexicon or the reader names it."),
    ("stance", "text", "support, conditional, oppose, mixed or unclear."),
    ("score", "number", "−1 against … 1 for: mean of the evidence, the heavier counting more."),
    ("n", "integer", "Number of pieces of evidence."),
    ("evidence", "list", "Their act_ids, and position_ids of those that no act shows."),
)

SENTIMENT = _columns(
    ("statement_id", "text", "The statement."),
    ("actor_id", "text", "Its speaker."),
    ("polarity", "number", "TextBlob's polarity, −1 to 1: the tone of the words, not a stance."),
    ("subjectivity", "number", "TextBlob's subjectivity, 0 to 1."),
    ("n_words", "integer", "Number of words."),
    ("n_known", "integer", "How many of TextBlob's lexicon entries it rests on; 0 means that it says nothing."),
)

ATTITUDES = _columns(
    ("from_actor", "text", "actor_id of the one whose attitude it is."),
    ("to_actor", "text", "actor_id of the one it is directed at."),
    ("label", "text", "negative, neutral or positive."),
    ("score", "number", "−1 to 1: mean of the evidence."),
    ("n", "integer", "Number of pieces of evidence."),
    ("evidence", "list", "act_ids, and statement_ids where the attitude model judged what was said."),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "actors": ACTORS,
    "mentions": MENTIONS,
    "statements": STATEMENTS,
    "acts": ACTS,
    "demands": DEMANDS,
    "positions": POSITIONS,
    "stances": STANCES,
    "sentiment": SENTIMENT,
    "attitudes": ATTITUDES,
}

_DTYPES = {
    "text": "object",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "list": "object",
    "spans": "object",
}
_LISTS = ("list", "spans")
_PLAIN = {"integer": int, "number": float, "boolean": bool}


def complete(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with all columns of the table of that name, in order, as plain Python values.

    A missing value is ``None``, a missing list is empty.

    Example:
        >>> complete("attitudes", [{"to_actor": "velgia", "score": 1}])[0]
        {'from_actor': None, 'to_actor': 'velgia', 'label': None, 'score': 1.0, 'n': None, 'evidence': []}

    Raises:
        KeyError: when a row has a column that the table does not know.
    """
    plan = _plan(name)
    known = {column for column, _, _ in plan}
    found = []
    for row in rows:
        if unknown := row.keys() - known:
            raise KeyError(f"table {name} has no column {', '.join(sorted(unknown))}")
        plain = {}
        for column, is_list, convert in plan:
            value = row.get(column)
            if value is None:
                plain[column] = [] if is_list else None
            elif value != value:  # NaN, which a missing number may come as, is not equal to itself
                plain[column] = None
            else:
                plain[column] = value if convert is None else convert(value)
        found.append(plain)
    return found


@cache
def _plan(name: str) -> tuple[tuple[str, bool, Callable[[Any], Any] | None], ...]:
    """Return for each column its name, whether it holds lists, and what makes a value plain, if anything need be."""
    return tuple((column.name, column.kind in _LISTS, _PLAIN.get(column.kind)) for column in TABLES[name])


def table(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the rows as the table of that name: all its columns, in order, with their types.

    Raises:
        KeyError: when a row has a column that the table does not know.
    """
    rows = complete(name, rows)
    return pd.DataFrame(
        {
            column.name: pd.Series([row[column.name] for row in rows], dtype=_DTYPES[column.kind])
            for column in TABLES[name]
        }
    )


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a table's rows as plain Python values, ready for JSON: missing values are ``None``."""
    rows = []
    for values in frame.astype(object).itertuples(index=False, name=None):
        row = {}
        for key, value in zip(frame.columns, values, strict=True):
            row[key] = value if isinstance(value, list) else None if pd.isna(value) else value
        rows.append(row)
    return rows
