"""Headlines: verbs that the parser takes for nouns are read as the verbs they are."""

import pytest

from demandeur import Article, analyse
from demandeur.language import parse

BODY = "\n\nThe talks went on in the city on Monday, officials said.\n"
VERBS = [
    ("Mayor rebuffs Brandt on ferry plan", "rebuffs"),
    ("Miners demand pay rise, safety checks", "demand"),
    ("Court orders ministry to release files", "orders"),
    ("Teachers' union balks at ministry's terms", "balks"),
]


@pytest.mark.parametrize(("headline", "verb"), VERBS)
def test_a_headlines_verb_is_a_verb(headline, verb):
    doc = parse(headline + BODY)
    (token,) = [t for t in doc if t.text == verb]
    assert token.pos_ == "VERB"
    assert doc.text == headline + BODY


@pytest.mark.parametrize("headline", ["Chad's demands for talks", "Talks on orders for grain", "After calls for peace"])
def test_a_headlines_nouns_stay_nouns(headline):
    plain = [t.tag_ for t in parse(headline + ".")][: len(parse(headline))]
    assert [t.tag_ for t in parse(headline + BODY) if t.idx < len(headline)] == plain


def test_an_act_in_a_headline_has_its_own_words():
    text = "Court orders ministry to release files" + BODY
    (row,) = [r for r in analyse(Article.from_text(text)).rows["acts"] if r["act"] == "REQUEST"]
    assert text[row["trigger_start"] : row["trigger_end"]] == "orders"
    assert row["content"] == "release files"


def test_what_is_to_come_in_a_headline_is_announced():
    (row,) = analyse(Article.from_text("Union to strike unless bosses drop plan" + BODY)).rows["acts"]
    assert (row["act"], row["realis"], row["condition"]) == ("THREATEN", "future", "unless bosses drop plan")
