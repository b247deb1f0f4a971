"""Rulebook: every rule, tried on the sentences that it must catch and the near-misses that it must leave alone."""

from dataclasses import dataclass

from demandeur.analysis import analyse
from demandeur.article import Article
from demandeur.rules import REGISTRY, Rule

ISSUES = {"the sanctions": ["sanctions"], "a ceasefire": ["ceasefire", "truce"]}
"""What the rules that find sides are tried on: a reader's issues, on which also mere mention counts."""


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """A rule, the sentences of its own that it misses, and the near-misses that it catches all the same."""

    rule: Rule
    missed: tuple[str, ...]
    caught: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """True when the rule does with all its sentences what it promises."""
        return not self.missed and not self.caught


def rules_fired(text: str, model: str | None = None) -> set[str]:
    """Return the ids of the rules that made a row of the text's tables."""
    rows = analyse(Article.from_text(text, issues=ISSUES), model=model).rows
    return {row["rule"] for table in ("mentions", "statements", "acts", "positions") for row in rows[table]}


def check_rules(model: str | None = None) -> list[RuleCheck]:
    """Return every rule, tried on its sentences, in the order of the modules.

    Args:
        model: an installed spaCy model for English, by default the first found.
    """
    checks = []
    for rule in REGISTRY.values():
        missed = tuple(text for text in rule.catches if rule.id not in rules_fired(text, model))
        caught = tuple(text for text in rule.spares if rule.id in rules_fired(text, model))
        checks.append(RuleCheck(rule, missed, caught))
    return checks
