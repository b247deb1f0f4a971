"""What a text is about: keyword patterns, files of issues, and bad files told in one sentence."""

import pytest

import demandeur as dm
from demandeur.issues import Issues, is_generic

KEYWORDS = [
    ("truce", "A truce at last", True),
    ("truce", "A TRUCE at last", True),
    ("truce", "Two truces", False),
    ("truce", "The untruce", False),
    ("truce*", "Two truces", True),
    ("truce*", "The untruce", False),
    ("cease fire", "to cease\n fire now", True),
    ("cease fire", "a ceasefire", False),
    ("lay down * arms", "lay down all arms", True),
    ("lay down * arms", "lay down arms", False),
    ("gas", "The gas.", True),
    ("gas", "A gasp", False),
    ("c++ (new)", "in c++ (new)", True),
    ("a.b", "axb", False),
    ("été", "l'été", True),
]


@pytest.mark.parametrize(("keyword", "text", "found"), KEYWORDS)
def test_a_keyword_is_a_word_or_with_a_star_its_beginning(keyword, text, found):
    assert Issues({"issue": [keyword]}).find(text) == ("issue" if found else None)


def test_the_first_issue_in_order_of_precedence_wins():
    issues = Issues({"truce": ["truce"], "talks": ["talks"]})
    assert issues.find("Talks about a truce") == "truce"
    assert issues.find("Talks about fish") == "talks"
    assert issues.find("Fish") is None
    assert issues.names == ("truce", "talks")


def test_an_issue_without_keywords_is_never_found():
    assert Issues({"nothing": []}).find("nothing") is None


LEXICON = [
    ("a full ceasefire", "ceasefire"),
    ("the guns fall silent", "ceasefire"),
    ("the release of two hostages", "prisoners and hostages"),
    ("withdraw the troops", "withdrawal"),
    ("lift the embargo", "sanctions"),
    ("a higher wage", "wages and labour"),
    ("open the sluices", "water"),
    ("a round table", "peace talks"),
    ("a bowl of soup", None),
]


@pytest.mark.parametrize(("text", "issue"), LEXICON)
def test_the_lexicons_issues(text, issue):
    assert Issues.of_lexicon().find(text) == issue


@pytest.mark.parametrize(
    ("text", "generic"),
    [("any agreement", True), ("the proposal", True), ("It", True), ("the herring", False), ("", False)],
)
def test_words_that_point_to_an_issue_named_elsewhere(text, generic):
    assert is_generic(text) is generic


def test_the_readers_issues_stand_in_for_the_lexicons():
    article = dm.Article.from_text("Ana Reyl demanded a truce and songs.", issues={"music": ["song*"]})
    assert [row["issue"] for row in dm.analyse(article).rows["acts"]] == ["music"]
