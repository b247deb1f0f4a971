"""Quotations: counts of how well the attributions of one article were found.

An attribution is words (content), the words that name whose they are (source), and the words that attribute them
(cue). All matching is on word tokens, so that quote marks and punctuation never matter:

- tokens: words inside any content, predicted and gold.
- attributions: predicted and gold ones paired one to one, the most alike first, where the Jaccard index of their
  content is at least one half. Of pairs that are equally alike, the one further down the text comes first.
- speaker: of the pairs whose gold has a source, those where the predicted speaker's words overlap it.
- joint: pairs with the right speaker; where the gold has no source, the prediction must have no speaker.
- named: of the pairs whose gold names the speaker, those where the predicted actor's name or aliases share a word
  with that name, also where the article only says "he" at that place.

Predictions that share cue and speaker count as one, because annotators make '"A," he said. "B."' one attribution.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from demandeur.evaluation.gold import QuotedArticle
from demandeur.evaluation.wordsets import WORD, content_words, jaccard
from demandeur.lexicon.rows import read_rows

SCOPES = {
    "all": "all attributions",
    "speech": "what is quoted, or has a verb of saying or “according to” for a cue",
    "direct+mixed": "what is quoted at least in part",
}
LEAST_ALIKE = 0.5

Row = dict[str, Any]
Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Gold:
    """An attribution of the gold, as numbers of word tokens; ``named`` has the words of the speaker's full name."""

    content: Tokens
    source: Tokens
    cue: Tokens
    quote_type: str
    named: frozenset[str]
    is_speech: bool


@dataclass(frozen=True, slots=True)
class Predicted:
    """A statement that was found, in the same form."""

    content: Tokens
    speaker: Tokens
    cue: Tokens
    is_quoted: bool
    named: frozenset[str]


class Words:
    """The word tokens of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        matches = list(WORD.finditer(text))
        self._starts = [match.start() for match in matches]
        self._ends = [match.end() for match in matches]

    def inside(self, spans: Iterable[Sequence[int]]) -> Tokens:
        """Return the numbers of the tokens that the spans touch.

        Example:
            >>> sorted(Words("“Never,” she said.").inside([(0, 8), (13, 14)]))
            [0, 2]
        """
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(found)

    def forms(self, tokens: Tokens) -> set[str]:
        """Return the words of the tokens, in lower case."""
        return {self._text[self._starts[i] : self._ends[i]].lower() for i in tokens}


@cache
def speech_forms() -> frozenset[str]:
    """Return the words of which a cue of speech has one."""
    return frozenset(row.text("form") for row in read_rows("quote_verbs.csv", ("form", "source"), "form")) | {
        "according"
    }


class Matching:
    """The attributions of one article beside the statements that were found in it."""

    def __init__(self, article: QuotedArticle, rows: dict[str, list[Row]]) -> None:
        self._words = Words(article.article.text)
        self._article = article
        self._rows = rows

    @cached_property
    def gold(self) -> list[Gold]:
        """The attributions that have words at all."""
        found = []
        for attribution in self._article.attributions:
            cue = self._words.inside(attribution.cue)
            quoted = attribution.quote_type != "indirect"
            found.append(
                Gold(
                    content=self._words.inside(attribution.content),
                    source=self._words.inside(attribution.source),
                    cue=cue,
                    quote_type=attribution.quote_type,
                    named=content_words(attribution.speaker or ""),
                    is_speech=quoted or bool(speech_forms() & self._words.forms(cue)),
                )
            )
        return [gold for gold in found if gold.content]

    @cached_property
    def predicted(self) -> list[Predicted]:
        """The statements that have words at all, those that share cue and speaker made one."""
        names = {
            row["actor_id"]: content_words(" ".join([row["name"], *row["aliases"]])) for row in self._rows["actors"]
        }
        merged: dict[Any, Predicted] = {}
        for number, row in enumerate(self._rows["statements"]):
            found = Predicted(
                content=self._words.inside(row["spans"]),
                speaker=self._words.inside(_span(row, "speaker")),
                cue=self._words.inside(_span(row, "cue")),
                is_quoted=row["quote_type"] != "indirect",
                named=names.get(row["speaker"], frozenset()),
            )
            key = (found.cue, found.speaker) if found.cue else number
            if not found.content:
                continue
            if key in merged:
                one = merged[key]
                merged[key] = replace(
                    one, content=one.content | found.content, is_quoted=one.is_quoted or found.is_quoted
                )
            else:
                merged[key] = found
        return list(merged.values())

    def in_scope(self, scope: str) -> tuple[list[Gold], list[Predicted]]:
        """Return what counts in a scope; a prediction that is most alike to a gold outside of it is passed over."""
        inside, outside = [], []
        for gold in self.gold:
            is_in = scope == "all" or (gold.is_speech if scope == "speech" else gold.quote_type != "indirect")
            (inside if is_in else outside).append(gold)
        found = [one for one in self.predicted if one.is_quoted or scope != "direct+mixed"]
        return inside, [one for one in found if _nearest(outside, one) <= _nearest(inside, one)]


def _span(row: Row, name: str) -> list[tuple[int, int]]:
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return [] if start is None or end is None else [(start, end)]


def _nearest(golds: list[Gold], predicted: Predicted) -> float:
    return max((jaccard(gold.content, predicted.content) for gold in golds), default=0.0)


def pairs(gold: list[Gold], predicted: list[Predicted]) -> list[tuple[Gold, Predicted]]:
    """Return gold and predicted attributions one to one, the most alike first."""
    ranked = []
    for i, one in enumerate(gold):
        for j, other in enumerate(predicted):
            likeness = jaccard(one.content, other.content)
            if likeness >= LEAST_ALIKE:
                ranked.append((likeness, i, j))
    found: dict[int, int] = {}
    for _, i, j in sorted(ranked, reverse=True):
        if i not in found and j not in found.values():
            found[i] = j
    return [(gold[i], predicted[j]) for i, j in found.items()]


def count_article(article: QuotedArticle, rows: dict[str, list[Row]]) -> dict[str, Counter]:
    """Return the counts of one article for each scope.

    Args:
        article: the text with its gold attributions.
        rows: what was found in it: the tables ``statements`` and ``actors`` of an analysis, as rows.
    """
    matching = Matching(article, rows)
    return {scope: _count(*matching.in_scope(scope)) for scope in SCOPES}


def _count(gold: list[Gold], predicted: list[Predicted]) -> Counter:
    gold_tokens = frozenset().union(*(one.content for one in gold))
    predicted_tokens = frozenset().union(*(one.content for one in predicted))
    count = Counter(
        {
            "token hits": len(gold_tokens & predicted_tokens),
            "predicted tokens": len(predicted_tokens),
            "gold tokens": len(gold_tokens),
            "predicted": len(predicted),
            "gold": len(gold),
        }
    )
    count.update(f"gold {one.quote_type}" for one in gold)
    for one, other in pairs(gold, predicted):
        right = bool(one.source & other.speaker) if one.source else not other.speaker
        count.update({"found": 1, f"found {one.quote_type}": 1, "joint": right})
        if one.source:
            count.update({"with source": 1, "right speaker": right})
        if one.named:
            count.update({"to name": 1, "named": bool(one.named & other.named)})
    return count
