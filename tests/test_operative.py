"""Operative paragraphs: who is asked for what in a resolution, whose verbs have no subject."""

import pytest

from demandeur.analysis import analyse
from demandeur.article import Article

COMMITTEE = "UN Security Council"


def requests(text: str) -> list[tuple]:
    """Return trigger, addressee's words, content and strength of each request of the text's operative paragraphs."""
    acts = analyse(Article.from_text(text, speaker=COMMITTEE)).rows["acts"]
    rows = [row for row in acts if row["rule"] == "act.operative"]
    assert all(row["issuers"] == ["united-nations-security-council"] for row in rows)
    return [(row["trigger"], row["addressee_text"], row["content"], row["strength"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "4. Calls upon all the parties concerned not to mine the river;",
            [("Calls", "all the parties", "not to mine the river", 2)],
        ),
        (
            "Strongly appeals to Norway, Chad and Peru to open their ports.",
            [("appeals", "Norway, Chad and Peru", "open their ports", 1)],
        ),
        (
            "2. Requests the Secretary-General to send a team, and urges both sides fully to cooperate with it;",
            [
                ("Requests", "the Secretary-General", "send a team", 2),
                ("urges", "both sides", "cooperate with it", 2),
            ],
        ),
        (
            "Reaffirms its demand that Norway, including its navy, immediately leave the bay;",
            [("Reaffirms its demand", "Norway", "leave the bay", 4)],
        ),
        (
            "7. Invites, in that spirit, the troop contributing states to lend trucks;",
            [("Invites", "the troop contributing states", "lend trucks", 1)],
        ),
        (
            "1. Welcomes the truce;\n2. Demands once again that Chad withdraw its ships;",
            [("Demands", "Chad", "withdraw its ships", 4)],
        ),
    ],
)
def test_who_is_asked_for_what_is_read_from_the_words(text, wanted):
    found = requests(text)
    assert [(trigger, whom, strength) for trigger, whom, _, strength in found] == [
        (trigger, whom, strength) for trigger, whom, _, strength in wanted
    ]
    for (_, _, content, _), (_, _, words, _) in zip(found, wanted, strict=True):
        assert content.endswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "The council met again. Calls for efforts to end the war were heard.",
        "Welcomes the truce and the talks on the river;",
        "Urges efforts to end the war;",
        "Demands that the fighting stop;",
        "Norway requests the use of the port.",
    ],
)
def test_what_names_nobody_or_has_a_subject_is_left_to_other_rules(text):
    assert requests(text) == []


def test_the_one_whom_only_the_paragraph_shows_to_be_an_actor_is_made_one():
    rows = analyse(Article.from_text("3. Requests the Secretary-General to report;", speaker=COMMITTEE)).rows
    [act] = rows["acts"]
    [name] = [row["name"] for row in rows["actors"] if row["actor_id"] in act["addressees"]]
    assert name == "Secretary-General"


def test_without_a_speaker_there_is_nobody_to_ask():
    rows = analyse(Article.from_text("2. Calls upon Norway to leave the valley.")).rows["acts"]
    assert "act.operative" not in [row["rule"] for row in rows]
