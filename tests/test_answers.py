"""What came of each demand: a table of replies, and which demands an act answers."""

import pytest

import demandeur as dm

DEMAND = "Ana Reyl demanded that Otto Brandt release the prisoners. "


def demands(text: str) -> list[dict]:
    return dm.analyse(dm.Article.from_text(text)).rows["demands"]


REPLIES = [
    ("Otto Brandt agreed to release the prisoners.", "accepted"),
    ("Brandt agreed.", "accepted"),
    ("Brandt refused to release them.", "rejected"),
    ("Brandt refused.", "rejected"),
    ("Brandt rejected the demand.", "rejected"),
    ("Brandt will not, he said.", "rejected"),
    ("Brandt agreed to release the prisoners if the talks succeed.", "conditional"),
    ("Brandt said he would release the prisoners if Reyl lifted the embargo.", "conditional"),
    ("Brandt said he would be happy to do so.", "accepted"),
    ("Brandt has no intention of releasing the prisoners.", "rejected"),
    ("“No way,” Brandt said.", "rejected"),
    ("Otto Brandt walked home.", "unanswered"),
    ("Ivo Marrow refused.", "unanswered"),
    ("Reyl refused to release the prisoners.", "unanswered"),
    ("Brandt did not reject the demand.", "unanswered"),
    ("Brandt might refuse to release the prisoners.", "unanswered"),
    ("Brandt said he would veto any agreement that put the town at risk.", "unanswered"),
    ("Brandt rejected any such step.", "rejected"),
    ("Brandt would hear nothing of it.", "rejected"),
    ("Brandt backed down.", "accepted"),
    ("Brandt did so.", "accepted"),
    ("Brandt did not.", "rejected"),
    ("Brandt released them the next day.", "accepted"),
    ("Brandt had released two prisoners in May.", "unanswered"),
    ("Brandt was unmoved.", "rejected"),
    ("Brandt promised to do so.", "accepted"),
    ("The answer was no.", "rejected"),
    ("Brandt said that was out of the question.", "rejected"),
    ("Brandt said he would consider the proposal, provided that Reyl left.", "conditional"),
    ("Ivo Marrow would hear nothing of it.", "unanswered"),
    ("Did Brandt give in?", "unanswered"),
]


def test_not_doing_what_one_was_asked_not_to_do_is_a_yes():
    (demand,) = demands("Bakers begged the council not to close the lane. The council would not, it said.")
    assert demand["status"] == "accepted"


def test_the_same_verb_again_is_a_yes():
    text = "Ana Reyl urged Norway and Chad to go to arbitration. Chad's envoy, Otto Brandt, said Chad would go."
    assert [d["status"] for d in demands(text)] == ["accepted"]


def test_the_idea_is_what_was_said_right_before():
    text = "Barge owners asked the commission for money. Ana Reyl urged Norway to pay. Otto Brandt rejected the idea."
    assert [d["status"] for d in demands(text)] == ["unanswered", "rejected"]


def test_a_principal_answers_for_the_school():
    (demand,) = demands("Parents urged the school to reopen the library. The principal refused.")
    assert demand["status"] == "rejected"


def test_a_headlines_owner_is_the_one_the_text_names():
    text = (
        "Brewery workers give owner a week to drop sale\n\n"
        "Workers at the Orsk brewery gave its owner, Otto Brandt, a week on Tuesday to call off the sale. "
        "Brandt was unmoved."
    )
    found = demands(text)
    assert [(d["issuers"], d["addressees"], d["status"]) for d in found] == [
        (["brewery-workers"], ["otto-brandt"], "rejected")
    ] * 2


@pytest.mark.parametrize(("reply", "status"), REPLIES)
def test_the_status_is_what_the_one_asked_did(reply, status):
    (demand,) = demands(DEMAND + reply)
    assert demand["status"] == status
    assert bool(demand["answers"]) == (status != "unanswered")


def test_a_demand_that_one_of_two_meets_is_met_in_part():
    asked = "Ana Reyl called on Norway and Chad to accept an audit. "
    assert demands(asked + "Norway refused; Chad agreed at once.")[0]["status"] == "conditional"
    assert demands(asked + "Norway and Chad agreed at once.")[0]["status"] == "accepted"
    assert demands(asked + "Norway refused, and Chad refused, too.")[0]["status"] == "rejected"


def test_an_act_before_the_request_is_no_answer():
    (demand,) = demands("Otto Brandt refused to release the prisoners. " + DEMAND)
    assert (demand["status"], demand["answers"]) == ("unanswered", [])


def test_a_denied_request_is_no_demand():
    assert demands("Ana Reyl did not demand that Otto Brandt release the prisoners.") == []


def test_one_act_answers_a_demand_and_its_headline():
    text = (
        "Reyl urges Brandt to release the prisoners\n\nAna Reyl urged Otto Brandt on Monday to release the prisoners."
    )
    found = demands(text + " Otto Brandt refused.")
    assert [(demand["status"], demand["answers"]) for demand in found] == [("rejected", ["A3"])] * 2


def test_an_act_that_holds_the_demand_answers_it():
    (demand,) = demands("Otto Brandt rejected a demand by Ana Reyl to release the prisoners.")
    assert (demand["status"], demand["answers"]) == ("rejected", ["A1"])


COUNTRIES = [
    (
        "Veltria's government demanded that Halmere's president, Otto Brandt, release the prisoners. "
        "Halmere's government refused to release the prisoners."
    ),
    (
        "Veltria's government demanded that Halmere release the prisoners. "
        "Halmere's president, Otto Brandt, refused to release the prisoners."
    ),
]


@pytest.mark.parametrize("text", COUNTRIES)
def test_a_country_and_its_president_answer_for_each_other(text):
    assert [demand["status"] for demand in demands(text)] == ["rejected"]


def test_each_answer_goes_to_the_demand_it_is_about():
    text = "Ana Reyl urged Otto Brandt to sign the treaty. Reyl urged Brandt to release the prisoners. "
    found = demands(text + "Brandt agreed to release the prisoners. Brandt refused to sign the treaty.")
    assert [demand["status"] for demand in found] == ["rejected", "accepted"]


def test_the_answer_is_directed_at_the_one_who_asked():
    analysis = dm.analyse(dm.Article.from_text(DEMAND + "Brandt refused."))
    answer = analysis.rows["acts"][1]
    assert [analysis.name_of(actor_id) for actor_id in answer["addressees"]] == ["Ana Reyl"]
    assert answer["issue"] == "prisoners and hostages"


def test_a_bare_answer_is_to_what_stands_right_before_it():
    text = (
        "Ana Reyl urged the drivers to pay. She left. It rained. The mayor proposed that the fees be halved. "
        "The drivers’ union agreed at once."
    )
    assert [(row["content"], row["status"]) for row in dm.analyse(dm.Article.from_text(text)).rows["demands"]] == [
        ("pay", "unanswered"),
        ("the fees be halved", "accepted"),
    ]


def test_who_would_consider_a_request_on_terms_answers_it():
    text = "Chad called on Norway to lift the ban. Norway said it would consider the request if Chad left Mali."
    (row,) = dm.analyse(dm.Article.from_text(text)).rows["demands"]
    assert row["status"] == "conditional"


def test_anybody_may_reject_that_right_behind_it():
    text = "Ana Reyl urged the agency to suspend the deadline. Otto Brandt rejected that."
    (row,) = dm.analyse(dm.Article.from_text(text)).rows["demands"]
    assert row["status"] == "rejected"


@pytest.mark.parametrize(("said", "status"), [("attend", "accepted"), ("not come", "rejected"), ("wait", "unanswered")])
def test_who_is_invited_accepts_by_coming(said, status):
    text = f"Norway invited Chad to talks on Monday. Chad said it would {said}."
    assert [row["status"] for row in demands(text)] == [status]
