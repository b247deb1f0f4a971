"""Rules: each has an id, sentences that it must catch and near-misses that it must leave alone.

One test runs every sentence of every rule, and the rows that a rule makes carry its id.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Finder = TypeVar("Finder", bound=Callable)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of language.

    Attributes:
        id: what the rows that it makes carry, such as ``statement.according-to``.
        about: what it finds, in one line.
        catches: sentences in each of which it must find something.
        spares: near-misses in which it must find nothing.
    """

    id: str
    about: str
    catches: tuple[str, ...]
    spares: tuple[str, ...]


REGISTRY: dict[str, Rule] = {}
"""Every rule by its id, in the order in which the modules define them; ``demandeur.analysis`` imports them all."""


def declare(rule_id: str, about: str, *, catches: tuple[str, ...], spares: tuple[str, ...]) -> str:
    """Put a rule on the register and return its id.

    Raises:
        ValueError: when the id is taken, or the rule comes without a sentence to catch or a near-miss to spare.
    """
    if rule_id in REGISTRY:
        raise ValueError(f"Two rules are called {rule_id}; every rule needs an id of its own.")
    if not catches or not spares:
        raise ValueError(f"Rule {rule_id} needs at least one sentence that it catches and one that it leaves alone.")
    REGISTRY[rule_id] = Rule(rule_id, about, catches, spares)
    return rule_id


def rule(rule_id: str, *, catches: tuple[str, ...], spares: tuple[str, ...]) -> Callable[[Finder], Finder]:
    """Declare the decorated function to be a rule; its docstring's first line says what it finds."""

    def register(finder: Finder) -> Finder:
        about = (finder.__doc__ or "").strip().splitlines()[0]
        finder.rule_id = declare(rule_id, about, catches=catches, spares=spares)
        return finder

    return register
