"""Codings: counts of how well the statements that people coded in one document were found.

Ours are the statements that ``demandeur export --to dna`` would write. A coded statement is found when one of ours
stands at least partly at the same place; of several, the one with the most in common is taken, and each only once. Of
those found:

- the *actor* is right when the person is the coded one by name or alias, or, where no person is coded, the
  organization;
- the *concept*, when its words or ours speak of the same issue of the lexicon, or half of the words are common;
- the *agreement*, when both agree or both do not.

Where addressee, act and status are filled in, each is compared, too. What the coders left out counts as found too much.
"""

from collections import Counter
from collections.abc import Iterator

from demandeur.analysis import Analysis, Row
from demandeur.dna import Statement, statements_of
from demandeur.evaluation.comparison import LEAST_ALIKE, Finding, likeness, names_of, plain_name, words
from demandeur.evaluation.dna_gold import CodedArticle, CodedStatement
from demandeur.issues import Issues

PARTS = ("actor", "concept", "agreement")
ALL = "actor + concept + agreement"


class Coding:
    """The coded statements of one document beside ours."""

    def __init__(self, gold: CodedArticle, rows: dict[str, list[Row]]) -> None:
        self.gold = gold.statements
        self.text = gold.article.text
        self.found = statements_of(Analysis(gold.article, "", rows))
        self.names = {row["name"]: names_of(row) for row in rows["actors"]}
        self.pairs = self._pairs()

    def _pairs(self) -> dict[int, int]:
        """Return the number of each coded statement that is found → the number of ours, the best pairs first."""
        scored = []
        for i, coded in enumerate(self.gold):
            for j, ours in enumerate(self.found):
                common = min(coded.end, ours.end) - max(coded.start, ours.start)
                if common > 0:
                    scored.append((-len(self.right(coded, ours)), -common, i, j))
        pairs: dict[int, int] = {}
        for _, _, i, j in sorted(scored):
            if i not in pairs and j not in pairs.values():
                pairs[i] = j
        return pairs

    def right(self, coded: CodedStatement, ours: Statement) -> set[str]:
        """Return which of ``PARTS``, and of what else is coded, are the same."""
        same = set()
        if self._same_actor(coded, ours):
            same.add("actor")
        if _same_concept(coded.concept, ours):
            same.add("concept")
        if coded.agreement == ours.agreement:
            same.add("agreement")
        for name, value in coded.more:
            if self._same_value(name, value, getattr(ours, name)):
                same.add(name)
        return same

    def _same_actor(self, coded: CodedStatement, ours: Statement) -> bool:
        if coded.person:
            return self._same_name(coded.person, ours.person)
        return self._same_name(coded.organization, ours.organization)

    def _same_value(self, name: str, coded: str, ours: str) -> bool:
        if name != "addressee":
            return coded.casefold() == ours.casefold()
        wanted, got = ([part for part in value.split("; ") if part] for value in (coded, ours))
        return len(wanted) == len(got) and all(any(self._same_name(a, b) for b in got) for a in wanted)

    def _same_name(self, coded: str, ours: str) -> bool:
        if not ours:
            return False
        known = self.names.get(ours, {plain_name(ours)})
        return plain_name(coded) in known or words(coded.replace(",", " ")) == words(ours)

    def count(self) -> Counter:
        """Return gold, predicted, found, and how many have each part right, and all of ``PARTS``."""
        counted = Counter({"gold": len(self.gold), "predicted": len(self.found), "found": len(self.pairs)})
        for number, coded in enumerate(self.gold):
            counted.update(f"coded {name}" for name, _ in coded.more)
            if number in self.pairs:
                same = self.right(coded, self.found[self.pairs[number]])
                counted.update(same)
                counted[ALL] += same.issuperset(PARTS)
        return counted

    def findings(self) -> Iterator[Finding]:
        """Yield every coded statement that was missed or is wrong, and every one of ours that nobody coded."""
        for number, coded in enumerate(self.gold):
            row = f"statement {coded.id}"
            if number not in self.pairs:
                yield Finding("statements", row, "missed", f"not found: {self._shown(coded)}")
                continue
            ours = self.found[self.pairs[number]]
            wrong = [name for name in (*PARTS, *dict(coded.more)) if name not in self.right(coded, ours)]
            if wrong:
                message = f"{', '.join(wrong)}: gold {self._shown(coded)}; found {self._shown(ours)}"
                yield Finding("statements", row, "wrong", message, tuple(wrong))
        for number, ours in enumerate(self.found):
            if number not in self.pairs.values():
                yield Finding("statements", "extra", "extra", f"not in the gold: {self._shown(ours)}")

    def _shown(self, statement: CodedStatement | Statement) -> str:
        actor = ", ".join(name for name in (statement.person, statement.organization) if name)
        side = "for" if statement.agreement else "against"
        return f"{actor}: {side} {statement.concept!r} in {self.text[statement.start : statement.end]!r}"


def _same_concept(coded: str, ours: Statement) -> bool:
    if max(likeness(coded, ours.concept), likeness(coded, ours.content)) >= LEAST_ALIKE:
        return True
    issue = Issues.of_lexicon().find(coded)
    return issue is not None and issue == ours.concept
