"""Positions: sentences about an issue that the reader named, and who they show on which side of it."""

import pytest

import demandeur as dm

ISSUES = {
    "the dam": ["dam", "Black Gorge project"],
    "lifting the sanctions": ["sanctions", "lift the sanctions"],
}


def sides(text: str, *, speaker: str | None = None) -> dict[str, float]:
    """Return the strongest score of each actor on the dam."""
    article = dm.Article.from_text(text, issues=ISSUES, speaker=speaker)
    found: dict[str, float] = {}
    for row in dm.analyse(article).rows["positions"]:
        if row["issue"] == "the dam" and abs(row["score"]) > abs(found.get(row["actor_id"], 0)):
            found[row["actor_id"]] = row["score"]
    return found


FOR = [
    "Norway supports the dam.",
    "Norway voted for the dam.",
    "Norway is a champion of the dam.",
    "Norway refused to stop the dam.",
    "Norway built the dam.",
    "Norway called the dam a triumph.",
    "Norway said the dam was crucial.",
    "“The dam should have been built,” Norway said.",
    "Norway rejected calls to scrap the dam.",
    "Norway fought for the dam.",
    "Norway did not oppose the dam.",
    "Norway’s plan for the dam is old.",
    "Norway is eager to start the dam.",
    "The push for the dam came from Norway.",
    "The dam that Norway built is old.",
    "Norway was praised. Ministers hailed the dam launched by Norway.",
]
AGAINST = [
    "Norway opposes the dam.",
    "Norway voted against the dam.",
    "Norway is a critic of the dam.",
    "Norway called on Chad to stop the dam.",
    "Norway blocked the dam.",
    "Norway called the dam a disaster.",
    "Norway said the dam would worsen the drought.",
    "Norway has doubts about the dam.",
    "Norway filed a suit challenging the dam.",
    "Norway does not support the dam.",
    "Norway wants to get rid of the dam.",
    "Norway threw out the dam.",
    "Norway is opposed to the dam.",
    "The dam, which Norway rejected, is old.",
    "Few Norwegians support the dam.",
    "The dam was begun in May, a move that Norway condemned.",
    "Ministers called for a dam. Norway has deep concerns about the plan.",
]


@pytest.mark.parametrize("text", FOR)
def test_for(text):
    assert sides(text)["norway"] > 0


@pytest.mark.parametrize("text", AGAINST)
def test_against(text):
    assert sides(text)["norway"] < 0


NEITHER = [
    "Norway has not called for the dam.",
    "Norway refused to say whether the dam leaks.",
    "Norway must leave, lest the dam be built.",
    "Norway and Chad discussed the dam.",
    "Norway asked whether Chad supported the dam.",
    "Norway asked for help during the fight over the dam.",
    "The dam broke. Norway sent boats.",
]


@pytest.mark.parametrize("text", NEITHER)
def test_who_only_takes_part_or_stands_beside_takes_no_firm_side(text):
    assert abs(sides(text).get("norway", 0)) < 0.5


def test_who_is_asked_to_do_it_has_not_done_it():
    assert "chad" not in sides("Norway urged Chad to build the dam.")
    assert "chad" not in sides("Norway demanded that Chad build the dam.")


def test_who_shows_no_sign_of_it_is_against_it_and_who_says_so_is_for_it():
    found = sides("Norway said there was no sign of support for the dam from Chad.")
    assert found["norway"] > 0
    assert found["chad"] < 0


def test_who_is_told_to_stop_it_does_it():
    assert sides("Norway urged Chad to stop the dam.") == {"norway": pytest.approx(-0.9, abs=0.11), "chad": 0.3}


def test_two_of_a_sentence_have_each_their_side():
    found = sides("Norway praised Chad for rejecting the dam.")
    assert found["norway"] < 0
    assert found["chad"] < 0


def test_an_issues_opposite_turns_the_side():
    article = dm.Article.from_text("Norway defended the sanctions. Chad wants to lift the sanctions.", issues=ISSUES)
    found = {row["actor_id"]: row["stance"] for row in dm.analyse(article).rows["stances"]}
    assert found == {"norway": "oppose", "chad": "support"}


def test_the_plan_and_it_mean_what_was_spoken_of_last():
    found = sides("Norway announced the dam. Chad rejected the plan. Mali opposes it.")
    assert (found["norway"] > 0, found["chad"] < 0, found["mali"] < 0) == (True, True, True)


def test_who_is_praised_in_that_regard_is_for_what_was_spoken_of():
    assert sides("We support the dam. We commend Chad in that regard.", speaker="Norway")["chad"] > 0


def test_most_words_of_a_keyword_stand_for_it():
    assert sides("Norway opposes the project in the Black Gorge.")["norway"] < 0


def test_a_speech_is_its_speakers_side():
    assert sides("We oppose the dam. Chad built the dam against our will.", speaker="Norway")["norway"] < 0


def test_in_a_speech_another_is_quoted_for_himself():
    found = sides("According to Chad, the dam must be built. We oppose the dam.", speaker="Norway")
    assert (found["norway"] < 0, found["chad"] > 0) == (True, True)


def test_a_condition_makes_a_side_conditional():
    article = dm.Article.from_text("Norway agrees in principle with the dam.", issues=ISSUES)
    assert [row["stance"] for row in dm.analyse(article).rows["stances"]] == ["conditional"]


def test_every_position_is_verbatim_and_names_its_evidence():
    text = "Norway opposes the dam. “The dam is a disaster,” Ana Reyl said. Chad demanded the dam."
    rows = dm.analyse(dm.Article.from_text(text, issues=ISSUES)).rows
    assert [row["position_id"] for row in rows["positions"]] == ["P1", "P2", "P3"]
    for row in rows["positions"]:
        assert text[row["cue_start"] : row["cue_end"]] == row["cue"]
        assert row["evidence_start"] <= row["cue_start"] < row["cue_end"] <= row["evidence_end"]
        assert text[row["evidence_start"] : row["evidence_end"]].strip()


def test_of_the_lexicons_wide_issues_mere_mention_is_no_side():
    rows = dm.analyse(dm.Article.from_text("Ana Reyl said the sanctions began in May.")).rows
    assert rows["positions"] == []
