"""Evidence: the words that prove each finding, marked in the article's own text.

Statements, demands and answers nest and overlap. The text is therefore cut at every border, and each piece says
which marks it belongs to; a mark's label stands where it starts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from demandeur.analysis import Analysis
from demandeur.shown import Shown, anchor, join
from demandeur.tables import records
from demandeur.wording import answer_phrase

KINDS = ("statement", "demand", "answer")
LONGEST_SPEAKER = 26  # characters of a label, which no phone may break
OPENING_QUOTES = "\"'“‘„«"
# Between a label and the words: heard, and copied along, but neither seen nor a place to break the line.
PAUSE = Markup('<span class="unseen">:&nbsp;</span>')

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """One highlighted stretch of the text, ``text[start:end]``, and the label that stands where it starts.

    ``label_at`` is where the label stands: at the start, or before the quotation mark there.
    """

    start: int
    end: int
    kind: str
    label: Markup
    label_at: int


def full_text(analysis: Analysis) -> Shown:
    """Return the article's whole text with statements, demands and answers marked and labelled."""
    marks = find_marks(analysis)
    paragraphs = []
    for start, end in paragraph_spans(analysis.article.text):
        pieces = join(_pieces(analysis.article.text, start, end, marks))
        paragraphs.append(Markup("<p>{}</p>").format(pieces))
    html = Markup('<div class="article-text">\n{}\n</div>').format(join(paragraphs, by="\n"))
    return Shown(_legend(marks) + html, analysis.article.text)


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    r"""Return where the paragraphs start and end: blank lines part them, or, where there is none, the lines.

    Example:
        >>> paragraph_spans("One.\nTwo.")
        [(0, 4), (5, 9)]
        >>> paragraph_spans("One\nline.\n\nTwo.")
        [(0, 9), (11, 15)]
    """
    border = _BLANK_LINE if _BLANK_LINE.search(text) else re.compile(r"\n")
    spans, start = [], 0
    for gap in border.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text.rstrip())))
    return [(start, end) for start, end in spans if text[start:end].strip()]


def find_marks(analysis: Analysis) -> list[Mark]:
    """Return the marks of an analysis in reading order, the longer before the shorter."""
    marks = [*_statement_marks(analysis), *_demand_marks(analysis), *_answer_marks(analysis)]
    length = len(analysis.article.text)
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= length]
    return sorted(inside, key=_reading_order)


def _reading_order(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _statement_marks(analysis: Analysis) -> Iterator[Mark]:
    for row in records(analysis.statements):
        speaker = str(analysis.name_of(row["speaker"]) or row["speaker_text"] or "speaker unknown")
        if len(speaker) > LONGEST_SPEAKER:
            speaker = speaker[: LONGEST_SPEAKER - 1] + "…"
        for number, (start, end) in enumerate(row["spans"]):
            key = Markup(' id="{}"').format(anchor(row["statement_id"], "text-")) if number == 0 else Markup("")
            label = Markup('<span class="tag of-statement"{}>{} {}{}</span>').format(
                key, row["statement_id"], speaker if number == 0 else "goes on", PAUSE
            )
            quoted = start > 0 and analysis.article.text[start - 1 : start] in OPENING_QUOTES
            yield Mark(start, end, "statement", label, start - 1 if quoted else start)


def _demand_marks(analysis: Analysis) -> Iterator[Mark]:
    for row in records(analysis.demands):
        place = place_of(row)
        if place:
            label = Markup('<a class="tag of-demand" id="{}" href="#{}">{}{}</a>').format(
                anchor(row["demand_id"], "text-"), anchor(row["demand_id"]), row["demand_id"], PAUSE
            )
            yield Mark(*place, "demand", label, place[0])


def _answer_marks(analysis: Analysis) -> Iterator[Mark]:
    acts = {row["act_id"]: row for row in records(analysis.acts)}
    for demand in records(analysis.demands):
        for act_id in demand["answers"]:
            act = acts.get(act_id, {})
            place = place_of(act)
            if place:
                label = Markup('<a class="tag of-answer" id="{}" href="#{}">{}{}</a>').format(
                    answer_anchor(demand["demand_id"], act_id),
                    anchor(demand["demand_id"]),
                    answer_phrase(act, demand["status"], demand["demand_id"]),
                    PAUSE,
                )
                yield Mark(*place, "answer", label, place[0])


def answer_anchor(demand_id: str, act_id: str) -> str:
    """Return the ``id`` of the place in the text where the act answers the demand."""
    return anchor(f"{demand_id}-{act_id}", "text-")


def place_of(row: dict) -> tuple[int, int] | None:
    """Return where a row's evidence stands, or its content, or its trigger; ``None`` where it has no place.

    Example:
        >>> place_of({"evidence_start": None, "content_start": 4, "content_end": 9})
        (4, 9)
    """
    for part in ("evidence", "content", "trigger"):
        start, end = row.get(f"{part}_start"), row.get(f"{part}_end")
        if start is not None and end is not None:
            return start, end
    return None


def _pieces(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Markup]:
    """Yield a paragraph's pieces: between two borders, the same marks cover the text."""
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    inner = {place for mark in here for place in (mark.label_at, mark.start, mark.end) if start < place < end}
    borders = sorted({start, end} | inner)
    for piece_start, piece_end in pairwise(borders):
        covering = [mark for mark in here if mark.start <= piece_start and mark.end >= piece_end]
        for mark in here:
            if mark.label_at == piece_start:
                yield mark.label
        words = text[piece_start:piece_end]
        kinds = [kind for kind in KINDS if any(mark.kind == kind for mark in covering)]
        ends = [f"ends-{mark.kind}" for mark in covering if mark.end == piece_end]
        if kinds:
            yield Markup('<mark class="{}">{}</mark>').format(" ".join(dict.fromkeys(kinds + ends)), words)
        else:
            yield Markup("{}").format(words)


def _legend(marks: list[Mark]) -> Markup:
    """Return the key to the marks that the text has, or a word that it has none."""
    kinds = {mark.kind for mark in marks}
    if not kinds:
        return Markup('<p class="legend">Nothing in this text was recognised as a statement or a demand.</p>\n')
    parts = []
    if "demand" in kinds:
        words = Markup('<mark class="demand">{}</mark> with its D-number, which leads to the table')
        parts.append(words.format("Demand"))
    if "answer" in kinds:
        words = Markup('<mark class="answer">{}</mark> with the demand that it answers')
        parts.append(words.format("answer"))
    if "statement" in kinds:
        words = Markup('<mark class="statement">{}</mark> with its S-number and its speaker')
        parts.append(words.format("statement"))
    return Markup('<p class="legend">{}.</p>\n').format(join(parts, by="; "))
