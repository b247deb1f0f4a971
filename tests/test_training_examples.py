import json

import pytest

from demandeur.evaluation.attitude_gold import AttitudeSentence
from demandeur.training.examples import INVENTED, LABELS, PARTS, digest, everything, read_stances, split


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


def test_what_is_labelled_of_a_sentence_lies_in_its_part(parts, tmp_path):
    marked = {"actor": [0, 8], "issue": [9, 10], "label": "for"}
    invented = marked | {"text": "Sentence 7.", "part": "train"}
    labels = [marked | {"sentence": digest(f"Sentence {number}.")} for number in range(0, 2000)]
    (tmp_path / INVENTED).write_text(json.dumps(invented) + "\n", encoding="utf-8")
    (tmp_path / LABELS).write_text("".join(json.dumps(row) + "\n" for row in labels), encoding="utf-8")

    stances = read_stances(tmp_path, parts)

    for name in ("dev", "apart"):
        assert {one.text for one in stances[name]} == {one.text for one in everything(parts, [name])}
    assert sum(len(stances[name]) for name in PARTS) == 1501  # of the others nobody has the sentence
