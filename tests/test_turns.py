"""Transcripts: who has the floor, by the labels before what is said, and what that makes of the words."""

import pytest

import demandeur as dm
from demandeur.turns import find_turns

DEBATE = """HOUSE OF DEPUTIES OF VELTRIA

The Minister for Housing (Ms Ilka Sorn): This bill caps rents. I urge Mr Hallam to back it.

Mr Piers Hallam (Vale) (Unity): We will vote against it unless small landlords are exempted.

Ms Sorn: We have looked at exemptions and we rejected them.

A tenant is a tenant.

Mr Hallam: Then we will oppose you.
"""
INTERVIEW = """A talk with Piers Hallam

Piers Hallam leads the talks for Veltria. Ilka Sorn asked him about them.

Q: Norway wants the dam opened. Will you do that?

A: No. We ask Norway to wait until May.

Q: Why?

A: Because our farmers need the water.

Veltria and Norway

The two states have talked for years.
"""
COUNCIL = """The President: I give the floor to Norway.

Mr. Reyl (Norway): We call on Chad to lift the ban.

Ms. Oumar (Chad): We reject that call.

The President: I thank Ms. Oumar.

Mr. Reyl (Norway): I regret it.
"""
ALONE = [
    "One thing is clear: the treaty is dead.",
    "Price: 10 crowns.\n\nVerdict: good.\n\nPrice: 12 crowns.\n\nVerdict: bad.",
    "Reyl: We will not sign the treaty.\n\nAna Reyl left.",
    "Who: Ana Reyl.\n\nWhat: a speech.\n\nWhen: Monday.",
]


def told(text: str, table: str, *columns: str) -> list[tuple]:
    rows = dm.analyse(dm.Article.from_text(text)).rows[table]
    return [tuple(row[column] for column in columns) for row in rows]


def test_labels_are_found_with_their_names():
    found = [(DEBATE[slice(*turn.name)], turn.is_person, DEBATE[turn.start : turn.end]) for turn in find_turns(DEBATE)]
    assert [(name, is_person) for name, is_person, _ in found] == [
        ("Ilka Sorn", True),
        ("Piers Hallam", True),
        ("Sorn", True),
        ("Hallam", True),
    ]
    assert found[2][2].endswith("A tenant is a tenant.")


@pytest.mark.parametrize("text", ALONE)
def test_a_colon_alone_makes_no_transcript(text):
    assert find_turns(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        INTERVIEW.replace("Q:", "Q.").replace("A:", "A."),
        INTERVIEW.replace("Q:", "**Q:**").replace("A:", "**A:**"),
        INTERVIEW.replace("Q: ", "Question:\n").replace("A: ", "Answer:\n"),
    ],
)
def test_questions_and_answers_are_marked_in_several_ways(text):
    assert [turn.role for turn in find_turns(text)] == ["question", "answer", "question", "answer"]


def test_every_turn_is_its_speakers_statement():
    found = told(DEBATE, "statements", "speaker", "quote_type", "text")
    assert [(speakers, kind) for speakers, kind, _ in found] == [
        ("ilka-sorn", "direct"),
        ("piers-hallam", "direct"),
        ("ilka-sorn", "direct"),
        ("ilka-sorn", "direct"),
        ("piers-hallam", "direct"),
    ]
    assert found[0][2].startswith("This bill")


def test_speakers_have_the_office_of_their_label_and_brackets_name_nobody():
    assert told(DEBATE, "actors", "name", "kind", "role") == [
        ("Ilka Sorn", "person", "Minister for Housing"),
        ("Piers Hallam", "person", None),
    ]


def test_acts_are_the_speakers():
    acts = told(DEBATE, "acts", "act", "issuers", "addressees")
    assert ("REQUEST", ["ilka-sorn"], ["piers-hallam"]) in acts
    assert any(act == "REJECT" and issuers == ["ilka-sorn"] for act, issuers, _ in acts)


def test_an_interview_has_one_who_answers():
    found = told(INTERVIEW, "statements", "speaker", "text")
    assert ("piers-hallam", "No. We ask Norway to wait until May.") in found
    assert not any("two states have talked" in text for _, text in found), "the last part has a heading of its own"
    acts = told(INTERVIEW, "acts", "act", "issuers", "addressees", "content")
    assert ("REQUEST", ["piers-hallam"], ["norway"], "wait until May") in acts


def test_you_is_who_answers_the_question():
    mentions = told(INTERVIEW, "mentions", "actor_id", "form", "text")
    assert ("piers-hallam", "pronoun", "you") in mentions


def test_a_country_in_brackets_is_the_speakers():
    actors = told(COUNCIL, "actors", "name", "country")
    assert ("Reyl", "NOR") in actors
    assert ("Oumar", "TCD") in actors


LETTER = """Open letter to the Minister of Culture, Ms Ilka Sorn

Dear Minister,

We, the directors of the museums, are writing because your ministry intends to cut our grants.

We ask you to withdraw these plans. In May you promised us in writing that our grants would not fall.

We will open on Mondays, provided that children go free.

Yours sincerely,

Anton Hallam, Museum of Navigation
Greta Reyl
"""


def test_a_letter_is_the_words_of_those_who_sign_it_to_its_reader():
    acts = told(LETTER, "acts", "act", "issuers", "addressees", "content")
    signers = ["anton-hallam", "greta-reyl"]
    assert ("REQUEST", signers, ["ilka-sorn"], "withdraw these plans") in acts
    assert ("OFFER", ["ilka-sorn"], signers, "our grants would not fall") in acts
    assert ("ilka-sorn", 0.9) in told(LETTER, "positions", "actor_id", "score")


def test_a_letter_has_to_be_signed():
    assert find_turns(LETTER[: LETTER.index("Anton")]) == ()
    assert find_turns(LETTER.replace("Dear Minister,", "Museums are short of money.")) == ()


def test_what_would_come_of_a_refusal_is_no_request():
    text = "Ana Reyl said that five museums would have to close if the grants were cut. She told Norway it has to pay."
    assert told(text, "acts", "act", "content") == [("REQUEST", "pay")]


def test_brackets_with_nothing_in_them_name_nobody():
    text = COUNCIL.replace("(Norway)", "( )")
    assert len(find_turns(text)) == len(find_turns(COUNCIL))
