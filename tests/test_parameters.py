"""The parameters of a notebook become an article, or one sentence that says why not."""

import pytest

from demandeur.article import Article, InputError
from demandeur.parameters import open_article, read_issues, readable_title, with_parameters

TEXT = "Velgia asked for a truce on Monday. Karstania said no to it on Tuesday."


def test_speaker_and_issues_are_put_in(tmp_path):
    (tmp_path / "talks.txt").write_text(TEXT)
    (tmp_path / "issues.toml").write_text('truce = ["truce", "lull"]\n')
    article = open_article(
        str(tmp_path / "talks.txt"), speaker="Foreign Ministry of Velgia", issues=str(tmp_path / "issues.toml")
    )
    assert article.text == TEXT
    assert article.speaker == "Foreign Ministry of Velgia"
    assert article.issues == {"truce": ["truce", "lull"]}


def test_what_the_article_brings_along_stays_where_nothing_is_given():
    article = Article.from_text(TEXT, speaker="Velgia", issues={"truce": ["truce"]})
    assert with_parameters(article) == article


def test_json_issues_are_read_and_an_empty_path_means_none(tmp_path):
    path = tmp_path / "issues.json"
    path.write_text('{"truce": ["truce"]}')
    assert read_issues(str(path)) == {"truce": ["truce"]}
    assert read_issues("") is None


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.toml", None, "can't read this file"),
        ("bad.toml", b"truce = [", "not valid TOML"),
        ("bad.json", b"{", "not valid JSON"),
        ("words.toml", b'truce = "truce"', "list of keywords"),
        ("empty.toml", b"", "no issue in this file"),
        ("latin.toml", b'caf\xe9 = ["x"]', "UTF-8"),
    ],
)
def test_a_bad_file_of_issues_is_refused_in_one_sentence(tmp_path, name, content, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=reason) as caught:
        read_issues(str(tmp_path / name))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("article", "title"),
    [
        (Article.from_text("x", id="talks", title="Talks at last"), "Talks at last"),
        (Article.from_text("x", id="river_talks-2"), "River talks 2"),
        (Article.from_text("x", id=17), "17"),
        (Article.from_text("x", id="--"), "Untitled article"),
    ],
)
def test_an_article_without_a_title_is_called_by_its_id(article, title):
    assert readable_title(article) == title
