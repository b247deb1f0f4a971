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

    targets = SimpleNamespace(least_sure=0.6, confidence=max)

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


@pytest.fixture
def asked(monkeypatch):
    """The questions to the model, as they come."""
    questions = []

    class Listening(Fake):
        def target_sentiments(self, asked):
            questions.extend(asked)
            return super().target_sentiments(asked)

    monkeypatch.setattr(targets, "load_attitudes", Listening)
    return questions


def test_all_mentions_of_the_target_in_the_sentence_are_marked(asked):
    analyse(Article.from_text(TEXT))
    marked = [[text[start:end] for start, end in spans] for text, spans in asked]
    assert marked[1][:2] == ["Chad", "Chad"]


def test_where_an_act_tells_the_model_is_asked_only_for_what_shows_its_judgement(asked):
    analysis = analyse(Article.from_text("“I condemn Chad. Norway is a bully,” Ana Reyl of Mali said."))
    assert ("ana-reyl", "chad") in {(row["from_actor"], row["to_actor"]) for row in analysis.rows["attitudes"]}
    named = {text[start:end] for text, spans in asked for start, end in spans}
    asked.clear()
    shown = targets.judged(analysis)
    assert named == {"Norway"}
    assert {"chad", "norway"} <= set(shown["to_actor"])


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
