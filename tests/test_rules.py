"""Every rule catches its sentences and spares its near-misses; the rows that it makes carry its id."""

import pytest

from demandeur.evaluation.rulebook import rules_fired  # with it, the rules register themselves
from demandeur.rules import REGISTRY, declare

PAIRS = [(rule.id, text, True) for rule in REGISTRY.values() for text in rule.catches]
PAIRS += [(rule.id, text, False) for rule in REGISTRY.values() for text in rule.spares]


@pytest.mark.parametrize(("rule_id", "text", "wanted"), PAIRS)
def test_rule(rule_id, text, wanted):
    fired = rules_fired(text)
    assert (rule_id in fired) == wanted, f"in {text!r} fired: {', '.join(sorted(fired)) or 'nothing'}"


def test_a_rule_needs_an_id_of_its_own_and_sentences_of_both_kinds():
    with pytest.raises(ValueError, match="Two rules"):
        declare(next(iter(REGISTRY)), "", catches=("a",), spares=("b",))
    with pytest.raises(ValueError, match="at least one"):
        declare("test.empty", "", catches=("a",), spares=())
