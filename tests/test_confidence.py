"""Confidence: shares of right acts that lean on the group around them, and the file that they come from."""

from functools import partial

import pytest

from demandeur.analysis import analyse
from demandeur.article import Article
from demandeur.confidence import COLUMNS, FILE, Shares, cell_of, shares
from demandeur.lexicon.rows import FOLDER, read_rows

NEWS, SPEECH = ("news", "REQUEST", "actor", "act.object"), ("speech", "REQUEST", "open", "act.deontic")


@pytest.mark.parametrize(
    ("addressees", "text", "speaker", "cell"),
    [
        (["velgia"], "Velgia", None, ("news", "OFFER", "actor", "act.object")),
        ([], "all parties", None, ("news", "OFFER", "described", "act.object")),
        ([], None, "Ana Reyl", ("speech", "OFFER", "open", "act.object")),
    ],
)
def test_a_cell_tells_text_kind_addressee_and_rule(addressees, text, speaker, cell):
    found = cell_of(act="OFFER", rule="act.object", addressees=addressees, addressee_text=text, speaker=speaker)
    assert found == cell


def test_a_share_without_counts_is_a_half_and_with_many_is_what_was_counted():
    assert Shares({}).confidence(NEWS) == 0.5
    assert Shares({NEWS: (10_000, 2_000)}).confidence(NEWS) == 0.2


def test_a_share_follows_the_formula_from_group_to_group():
    counts = Shares({NEWS: (5, 5), SPEECH: (5, 0)})
    # all: (5 + 2.5) / 15 = 0.5; news: (5 + 2.5) / 10 = 0.75; its act 0.875, its addressee 0.9375, its rule 0.96875
    assert counts.confidence(NEWS) == 0.97
    assert counts.confidence((*NEWS[:3], "act.new-rule")) == 0.94
    assert counts.confidence(("news", "OFFER", "open", "act.object")) == 0.75
    assert counts.confidence(SPEECH) == 0.03


def test_the_lexicon_counts_no_more_right_acts_than_acts_and_no_cell_twice():
    cells = [(row, tuple(row.text(column) for column in COLUMNS[:4])) for row in read_rows(FILE, COLUMNS, None)]
    assert len({cell for _, cell in cells}) == len(cells) > 20
    for row, cell in cells:
        assert 0 <= int(row.text("right")) <= int(row.text("n")), cell
        assert cell[0] in ("news", "speech")
        assert cell[2] in ("actor", "described", "open")


@pytest.mark.parametrize(
    ("text", "speaker", "confidence"),
    [("“Norway must leave the valley,” Chad said.", None, 0.9), ("Norway must leave the valley.", "Chad", 0.1)],
)
def test_an_act_has_the_confidence_of_its_cell_in_both_tables(text, speaker, confidence, monkeypatch):
    counts = {(kind, "REQUEST", "actor", "act.deontic"): (10_000, n) for kind, n in (("news", 9000), ("speech", 1000))}
    monkeypatch.setattr("demandeur.analysis.shares", lambda: Shares(counts))
    rows = analyse(Article.from_text(text, speaker=speaker)).rows
    assert [row["confidence"] for row in (*rows["acts"], *rows["demands"])] == [confidence, confidence]


def test_a_count_that_is_no_number_is_refused(tmp_path, monkeypatch):
    (tmp_path / FILE).write_text(f"{','.join(COLUMNS)}\nnews,OFFER,open,act.object,many,1,judged\n")
    monkeypatch.setattr("demandeur.confidence.read_rows", partial(read_rows, folder=tmp_path))
    with pytest.raises(ValueError, match=r"act_confidence\.csv, line 2: n is 'many', expected a number of acts"):
        shares.__wrapped__()
    assert (FOLDER / FILE).exists()
