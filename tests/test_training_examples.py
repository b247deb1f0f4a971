import pytest

from demandeur.evaluation.attitude_gold import AttitudeSentence
from demandeur.training.examples import PARTS, everything, split


def sentence(name, text):
    return AttitudeSentence(name, text, (0, 1), None, 0)


@pytest.fixture(scope="module")
def parts():
    targets = [sentence(f"wire_1_{number // 3}_x#{number}", f"Sentence {number}.") for number in range(900)]
    directed = [sentence(str(number), f"Sentence {number}.") for number in range(600, 1500)]
    return split({"targets": targets, "directed": directed + directed[:50]})


def test_every_example_is_in_one_part(parts):
    assert [sum(len(parts[task][name]) for name in PARTS) for task in ("targets", "directed")] == [900, 950]
    assert len(everything(parts)) == 1850


def test_no_sentence_stands_in_two_parts_of_either_task(parts):
    texts = {name: {one.text for one in everything(parts, [name])} for name in PARTS}
    assert not texts["train"] & texts["dev"]
    assert not texts["train"] & texts["apart"]
    assert not texts["dev"] & texts["apart"]


def test_the_parts_have_about_the_shares_they_should(parts):
    for of_task in parts.values():
        assert 0.05 < len(of_task["apart"]) / 900 < 0.2
        assert 0.03 < len(of_task["dev"]) / 900 < 0.15


def test_an_article_stays_together():
    examples = [
        sentence(f"wire_1_{article}_x#{number}", f"{article}-{number}") for article in range(200) for number in (1, 2)
    ]
    for name, of_part in split({"targets": examples})["targets"].items():
        articles = [one.id.split("_")[2] for one in of_part]
        assert all(articles.count(article) == 2 for article in articles), name
