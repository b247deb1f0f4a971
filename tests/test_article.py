import dataclasses
import hashlib

import pytest

from demandeur.article import Article, InputError


def test_the_digest_is_that_of_the_text_in_utf8():
    assert Article("a", "“Enough,” she said.").sha256 == hashlib.sha256("“Enough,” she said.".encode()).hexdigest()


def test_a_text_with_a_lone_surrogate_has_a_digest_too():
    assert Article("a", "broken \ud83d emoji").sha256 != Article("a", "broken \ud83e emoji").sha256


def test_the_digest_follows_a_replaced_text():
    article = Article("a", "one")
    assert dataclasses.replace(article, text="two").sha256 == Article("b", "two").sha256


def test_an_article_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Article("a", "text").text = "other"


def test_from_text_takes_what_is_known_of_it():
    article = Article.from_text("We urge peace.", id="speech", speaker="Velgia", issues={"peace": ["peace"]})
    assert (article.id, article.speaker, article.issues) == ("speech", "Velgia", {"peace": ["peace"]})


def test_bad_input_is_a_value_error():
    assert issubclass(InputError, ValueError)
