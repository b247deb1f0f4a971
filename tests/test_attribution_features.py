import pytest

from demandeur.attribution_features import _KINDS_OF_CONTENT, most_by_content, of_content
from demandeur.candidates import candidates
from demandeur.language import load_model, parse
from demandeur.lexicon import speech

TEXT = (
    "Ana Reyl said that she would not sign. Norway believes in this. The union hopes to “return the crew” soon, and "
    "nobody knows when the ships will leave the port of Karsk, which had waited for them since May. He wants it."
)


@pytest.fixture(scope="module")
def constructions():
    return [found for token in parse(TEXT, load_model()) for found in candidates(token)]


def test_content_never_speaks_for_a_construction_more_than_the_most(constructions):
    weights = speech.attribution_weights()
    sums = [sum(weights.get(name, 0.0) for name in of_content(one)) for one in constructions]
    assert len(sums) > 5
    assert max(sums) <= most_by_content()


def test_content_has_one_name_of_a_kind_and_no_kind_that_the_most_leaves_out(constructions):
    for one in constructions:
        kinds = [name.partition(":")[0] for name in of_content(one)]
        assert len(kinds) == len(set(kinds))
        assert set(kinds) <= set(_KINDS_OF_CONTENT)
