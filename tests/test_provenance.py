"""Provenance names what a result was made from and with, and nothing of the machine or the day."""

from dataclasses import replace

import pytest
import river_talks

from demandeur.article import Article
from demandeur.provenance import provenance, recipe, versions


def test_digest_parameters_versions_and_rules_are_named():
    analysis = river_talks.analysis()
    text = provenance(analysis).text
    assert analysis.article.sha256 in text
    assert "level: actor; speaker: none: the article reports; issues: the lexicon’s; model: en_core_web_sm" in text
    assert "Rules behind acts: accept-verb (2), reject-verb (1), request-verb (5), support-verb (1)" in text
    for name, number in versions().items():
        assert f"{name} {number}" in text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("/home/somebody/news/talks.txt", "talks.txt"),
        ("https://news.example/a?b", "https://news.example/a?b"),
        (None, "t"),
    ],
)
def test_a_source_is_shown_without_the_folders_of_a_machine(source, shown):
    article = Article.from_text("x", id="t", source=source, speaker="Velgia", issues={"truce": ["lull"]})
    text = provenance(replace(river_talks.empty(), article=article, model="/opt/models/mine")).text
    assert f"Article: {shown}\n" in text
    assert "somebody" not in text
    assert "speaker: Velgia; issues: the reader’s own (truce); model: mine\n" in text


def test_another_notebook_is_another_recipe(tmp_path):
    notebook = tmp_path / "n.ipynb"
    notebook.write_text("1")
    first = recipe([notebook])
    assert recipe([notebook]) == first
    notebook.write_text("2")
    assert recipe([notebook]) != first
