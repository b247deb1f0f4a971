"""Whom an answer, an offer or a threat concerns, and whose it is, where the grammar names neither outright."""

import pytest

from demandeur.analysis import analyse
from demandeur.article import Article

OTHER_PARTY = [
    ("Chad rejected a Norwegian proposal for talks.", "REJECT", ["norway"]),
    ("Chad rejected a proposal by Norway.", "REJECT", ["norway"]),
    ("The plumber threatened to sue the owner.", "THREATEN", ["owner"]),
    ("Chad threatened to kill the hostages.", "THREATEN", []),
    ("Chad refused to meet Ana Reyl.", "REJECT", ["ana-reyl"]),
    ("Chad threatened to break off relations with Norway.", "THREATEN", ["norway"]),
    ("Chad threatened to stop the talks if Norway goes ahead with the dam.", "THREATEN", ["norway"]),
    ("Chad agreed to provide grain for Norway.", "ACCEPT", ["norway"]),
    ("Chad refused to deploy soldiers in Norway.", "REJECT", ["norway"]),
    ("Chad rejected Norway's remarks about Mali.", "REJECT", ["norway"]),
    ("Chad called off the strike after talks with Norway.", "CONCEDE", ["norway"]),
    (
        "Ana Reyl completed her investigation into an allegation by Norway that Chad had stolen fish.",
        "ACCUSE",
        ["chad"],
    ),
    ("Norway demanded that the valley be taken away from Chad.", "REQUEST", ["chad"]),
    ("Norway demanded a truce with Chad.", "REQUEST", ["chad"]),
    ("Norway condemned Mali's invasion of Chad.", "ACCUSE", ["mali"]),
    ("Norway condemned the invasion of Chad.", "ACCUSE", []),
    ("Norway condemned the killing of Ana Reyl.", "ACCUSE", []),
    ("Norway condemned Ana Reyl's murder.", "ACCUSE", []),
    ("Norway criticised the imprisonment of Ana Reyl by Chad.", "ACCUSE", ["chad"]),
    ("Norway denounced the treatment of prisoners in Chad.", "ACCUSE", []),
    ("Norway condemned the policies of Chad.", "ACCUSE", ["chad"]),
    ("Chad rejected the plan.", "REJECT", []),
    ("Chad agreed to wait.", "ACCEPT", []),
]
ISSUERS = [
    ("Chad's parliament passed a resolution condemning Norway.", "ACCUSE", "Chad"),
    ("Dozens of Norwegian farmers urged Chad to open the market.", "REQUEST", "farmers"),
]


def _acts(text: str, kind: str) -> tuple[list[dict], dict[str, str]]:
    rows = analyse(Article.from_text(text)).rows
    return [row for row in rows["acts"] if row["act"] == kind], {row["actor_id"]: row["name"] for row in rows["actors"]}


@pytest.mark.parametrize(("text", "kind", "wanted"), OTHER_PARTY)
def test_the_other_party_is_found_in_what_is_answered_or_threatened(text, kind, wanted):
    acts, _ = _acts(text, kind)
    assert [act["addressees"] for act in acts] == [wanted]


@pytest.mark.parametrize(("text", "kind", "word"), ISSUERS)
def test_the_issuer_is_the_one_behind_the_grammatical_subject(text, kind, word):
    acts, names = _acts(text, kind)
    assert word in " ".join(names[actor_id] for actor_id in acts[0]["issuers"])


def test_two_who_agree_are_each_others_counterpart():
    acts, _ = _acts("Norway and Chad agreed to build a bridge.", "ACCEPT")
    assert acts[0]["issuers"] == acts[0]["addressees"] == ["norway", "chad"]


def test_an_answer_is_given_to_the_one_who_asked_rather_than_to_whom_its_words_concern():
    acts, _ = _acts("Ana Reyl urged Chad to attack Norway. Chad refused to attack Norway.", "REJECT")
    assert acts[0]["addressees"] == ["ana-reyl"]
