"""Grievances: reproaches that name a wrong and whose it is, in somebody's own words."""

import pytest

from demandeur import Article, analyse


def accused(text, speaker=None):
    rows = analyse(Article.from_text(text, speaker=speaker)).rows["acts"]
    return [row["addressees"] for row in rows if row["act"] == "ACCUSE"]


SPEECHES = [
    ("Norway has shelled our villages.", [["norway"]]),
    ("The shelling by Norway goes on.", [["norway"]]),
    ("Norway must stop undermining the truce.", [["norway"]]),
    ("Our fight against terrorism will go on with Norway.", []),
    ("The criminal code of Norway says so.", []),
    ("We have violated no truce.", []),
    ("Women are victims of violence.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SPEECHES)
def test_a_speaker_reproaches_the_one_who_does_the_wrong(text, wanted):
    assert accused(text, speaker="Chad") == wanted


def test_wrongs_of_armed_groups_are_told_against_the_adversary_of_the_speech():
    named = "Norway has violated the truce. Norway has lied to the council. "
    assert accused(named + "Terrorists seized the town hall.", speaker="Chad")[-1] == ["terrorists", "norway"]
    assert accused("Terrorists seized the town hall.", speaker="Chad") == []


def test_each_speaker_has_an_adversary_of_his_own():
    text = (
        "“Norway has violated the truce. Norway has lied to the council,” Ana Reyl of Chad said.\n\n"
        "“Saboteurs seized the town hall,” Oluf Brandt of Mali said."
    )
    assert ["norway"] in accused(text)
    assert not [whom for whom in accused(text) if "saboteurs" in whom]
