"""Ledgers: counts of how well the acts of one article were found, and of the answers to its requests.

An act that was found matches a gold one of its kind when its trigger stands in the gold's evidence, or their contents
overlap. Of the gold's acts that must be found:

- detection: some act matches.
- who, whom: it shares a content word with one of the gold's names, by its words, its actor's name, an alias or country
  code; where the gold has nobody, it must have nobody. Where the gold may leave the addressee open, so may it.
- what: the Jaccard index of both contents' content words is at least one half.
- all three: the same act has who, whom and what right.
- extra, of the acts that were found: no gold act matches.

Where several match, the one with most of these right counts, for the answer, too. Optional acts neither help nor hurt:
what matches only them is not counted among the predicted.
"""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any

from demandeur.evaluation.gold import Span
from demandeur.evaluation.gold_act import ActLedger, GoldAct
from demandeur.evaluation.reliability import Judged
from demandeur.evaluation.sides import ADDRESSEES, ISSUERS, Sides
from demandeur.evaluation.wordsets import content_words, jaccard

PARTS = ("detection", "who", "whom", "what", "all three")
LEAST_ALIKE = 0.5

Row = dict[str, Any]


class LedgerMatching:
    """The acts of a gold article beside those that were found in it."""

    def __init__(self, gold: ActLedger, rows: dict[str, list[Row]]) -> None:
        self._text = gold.article.text
        self._gold = gold.acts
        self._rows = rows
        self._sides = Sides(rows["actors"])

    def count(self, kind: str) -> Counter:
        """Return the counts of one kind of act: predicted, extra, gold, and each of ``PARTS`` that is right."""
        required = [gold for gold in self._gold if gold.act == kind and not gold.optional]
        predicted = self._counted(kind)
        extra = [act for act in predicted if not any(_matches(gold, act) for gold in required)]
        count = Counter({"predicted": len(predicted), "extra": len(extra), "gold": len(required)})
        for gold in required:
            best: set[str] = set()
            for act in self._matches(gold):
                best = max(best, self._right_parts(gold, act), key=len)
            count.update(best)
        return count

    def judge(self, kinds: Iterable[str]) -> list[Judged]:
        """Return the acts of these kinds that count, each right if a gold act that it matches has its who and whom."""
        judged = []
        for kind in kinds:
            required = [gold for gold in self._gold if gold.act == kind and not gold.optional]
            for act in self._counted(kind):
                parts = [self._right_parts(gold, act) for gold in required if _matches(gold, act)]
                judged.append(Judged(act, any({"who", "whom"} <= right for right in parts)))
        return judged

    def count_answers(self) -> Counter:
        """Return ``gold ANSWER``, ``predicted ANSWER`` and ``right ANSWER`` of requests whose answer was judged."""
        count: Counter = Counter()
        for gold in self._gold:
            if gold.act != "REQUEST" or gold.optional or gold.answer is None:
                continue
            count[f"gold {gold.answer}"] += 1
            found = [row for row in self._rows["demands"] if _matches(gold, row)]
            if found:
                status = max(found, key=partial(self._number_right, gold))["status"]
                count[f"predicted {status}"] += 1
                count[f"right {gold.answer}"] += status == gold.answer
        return count

    def _number_right(self, gold: GoldAct, act: Row) -> int:
        return len(self._right_parts(gold, act))

    def _matches(self, gold: GoldAct) -> list[Row]:
        return [act for act in self._rows["acts"] if act["act"] == gold.act and _matches(gold, act)]

    def _counted(self, kind: str) -> list[Row]:
        """Return the acts of a kind that were found, without those that match optional gold acts alone."""
        counted = []
        for act in self._rows["acts"]:
            if act["act"] == kind:
                optional = {gold.optional for gold in self._gold if gold.act == kind and _matches(gold, act)}
                if optional != {True}:
                    counted.append(act)
        return counted

    def _right_parts(self, gold: GoldAct, act: Row) -> set[str]:
        right = {"detection"}
        if self._is_side(act, ISSUERS, gold.issuers, open_too=not gold.issuers):
            right.add("who")
        if self._is_side(act, ADDRESSEES, gold.addressees, open_too=gold.may_be_open or not gold.addressees):
            right.add("whom")
        if self._is_content(act, gold.contents):
            right.add("what")
        return right | {"all three"} if right >= {"who", "whom", "what"} else right

    def _is_side(self, act: Row, side: str, names: tuple[str, ...], *, open_too: bool) -> bool:
        if open_too and not act[side]:
            return True
        own = self._sides.words(act, side) | content_words(" ".join(self._sides.countries(act, side)))
        # "you" or "us" has no content word; it is right where the gold has the very same
        verbatim = (act["addressee_text"] or "").lower() if side == ADDRESSEES else None
        return any(own & content_words(name) or name.lower() == verbatim for name in names)

    def _is_content(self, act: Row, contents: tuple[Span, ...]) -> bool:
        if act["content_start"] is None:
            return not contents
        found = content_words(self._text[act["content_start"] : act["content_end"]])
        return any(jaccard(found, content_words(self._text[slice(*span)])) >= LEAST_ALIKE for span in contents)


def _matches(gold: GoldAct, act: Row) -> bool:
    """True when the trigger of an act stands in the gold's evidence, or the act's content overlaps the gold's."""
    if _overlap(gold.evidence, act["trigger_start"], act["trigger_end"]):
        return True
    return any(_overlap(span, act["content_start"], act["content_end"]) for span in gold.contents[:1])


def _overlap(span: Span, start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and span[0] < end and start < span[1]
