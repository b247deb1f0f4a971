"""Echoes: who is on the same side as the one just named, or on the other."""

import pytest

import demandeur as dm


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway backs the dam, as does Chad.", "support"),
        ("Norway opposes the dam, and so does Ana Reyl of Chad. Chad does, too.", "oppose"),
        ("Norway does not back the dam. Neither does Chad.", "oppose"),
        ("While Norway backs the dam, Chad does not.", "oppose"),
        ("Norway praised the dam. Chad followed suit.", "support"),
        ("Norway praised the dam. Chad agreed to a visit.", None),
        ("Norway praised the dam. It rained. It snowed. Chad disagreed.", None),
        ("Chad disagreed. Norway praised the dam.", None),
    ],
)
def test_chad_is_measured_by_norway(text, stance):
    rows = dm.analyse(dm.Article.from_text(text, issues={"the dam": ["dam"]})).rows["stances"]
    assert {row["actor_id"]: row["stance"] for row in rows}.get("chad") == stance


def test_a_row_shows_the_words_that_point_back():
    text = "Norway praised the dam. Chad disagreed."
    row = dm.analyse(dm.Article.from_text(text, issues={"the dam": ["dam"]})).rows["positions"][-1]
    assert (row["rule"], row["cue"], row["actor_id"]) == ("position.echo", "disagreed", "chad")
    assert text[row["evidence_start"] : row["evidence_end"]] == "Chad disagreed."
