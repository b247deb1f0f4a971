"""What a speaker's sentences say of the others they name."""

from types import SimpleNamespace

import pytest

from demandeur import Article, analyse, targets

TEXT = (
    "Ana Reyl met the press.\n\n"
    "“Norway has been generous. Chad is a bully, and Chad knows it,” Ana Reyl of Mali said.\n\n"
    "Norway was silent."
)


class Fake:
    """A model that finds every sentence with a bully negative, and is unsure of the others."""

    targets = SimpleNamespace(least_sure=0.6)

    def target_sentiments(self, asked):
        return [(0.9, 0.06, 0.04) if "bully" in text else (0.3, 0.4, 0.3) for text, _ in asked]


@pytest.fixture
def rows(monkeypatch):
    monkeypatch.setattr(targets, "load_attitudes", Fake)
    analysis = analyse(Article.from_text(TEXT))
    return [row._asdict() for row in targets.judged(analysis).itertuples(index=False)]


def test_every_sentence_of_a_statement_is_judged_for_every_other_actor_it_names(rows):
    assert [(row["from_actor"], row["to_actor"], row["label"]) for row in rows] == [
        ("ana-reyl", "norway", "unsure"),
        ("ana-reyl", "chad", "negative"),
    ]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]


def test_all_mentions_of_the_target_in_the_sentence_are_marked(monkeypatch):
    asked = []

    class Listening(Fake):
        def target_sentiments(self, questions):
            asked.extend(questions)
            return super().target_sentiments(questions)

    monkeypatch.setattr(targets, "load_attitudes", Listening)
    analyse(Article.from_text(TEXT))
    marked = [[text[start:end] for start, end in spans] for text, spans in asked]
    assert marked[1][:2] == ["Chad", "Chad"]


def test_without_a_model_nothing_is_judged_and_acts_alone_tell(monkeypatch):
    monkeypatch.setattr(targets, "load_attitudes", lambda: None)
    analysis = analyse(Article.from_text("Norway praised Chad. “Chad is a bully,” Ana Reyl of Mali said."))
    assert targets.judged(analysis).empty
    assert list(targets.judged(analysis).columns) == list(targets.COLUMNS)
    assert ("norway", "chad") in {(row["from_actor"], row["to_actor"]) for row in analysis.rows["attitudes"]}


def test_the_attitudes_table_counts_what_the_model_is_sure_of(monkeypatch):
    monkeypatch.setattr(targets, "load_attitudes", Fake)
    rows = analyse(Article.from_text(TEXT)).rows["attitudes"]
    found = {(row["from_actor"], row["to_actor"]): row["evidence"] for row in rows}
    assert found[("ana-reyl", "chad")] == ["S1"]
