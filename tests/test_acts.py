"""Who moves whom to what: tables of sentences and the acts in them."""

import pytest

import demandeur as dm


def acts(text: str) -> list[dict]:
    """Return the acts of a text, actors by name."""
    analysis = dm.analyse(dm.Article.from_text(text))
    found = []
    for row in analysis.rows["acts"]:
        names = {key: [analysis.name_of(actor_id) for actor_id in row[key]] for key in ("issuers", "addressees")}
        found.append(row | names | {"reported_by": analysis.name_of(row["reported_by"])})
    return found


R, B, M = "Ana Reyl", "Otto Brandt", "Ivo Marrow"
ACTS = [
    (f"{R} urged {B} to sign the treaty.", "REQUEST", [R], [B], "sign the treaty"),
    (f"{R} said the plan was “a disaster” and urged {B} to drop it.", "REQUEST", [R], [B], "drop it"),
    (f"{R} gave {B} an ultimatum to leave the valley.", "REQUEST", [R], [B], "leave the valley"),
    (f"“Lay down your arms,” {R} told {B}.", "REQUEST", [R], [B], "Lay down your arms"),
    (f"{R} repeated her demand today that {B} sign the treaty.", "REQUEST", [R], [B], "sign the treaty"),
    (f"{R} called on Monday for the resignation of {B}.", "REQUEST", [R], [B], f"the resignation of {B}"),
    (f"{R} agreed to leave if they pay.", "ACCEPT", [R], [], "leave"),
    (f"{R} summoned {B} to complain about the raid.", "ACCUSE", [R], [B], "complain about the raid"),
    (f"{R} asked {B} not to close the port.", "REQUEST", [R], [B], "not to close the port"),
    (f"In a letter to {B}, {R} demanded a truce.", "REQUEST", [R], [B], "a truce"),
    (f"{R} blocked a proposal to end the mining.", "REJECT", [R], [], "a proposal to end the mining"),
    (f"{R} invited {B} to a summit.", "REQUEST", [R], [B], "a summit"),
    (f"{R} promised not to extend the fence.", "OFFER", [R], [], "not to extend the fence"),
    (f"{R} vowed to take the law to court.", "THREATEN", [R], [], "take the law to court"),
    (f"{R} vowed not to negotiate.", "REJECT", [R], [], "not to negotiate"),
    (
        "Ranchers and the Asho Nation agreed to discuss a fence.",
        "ACCEPT",
        ["Ranchers", "Asho Nation"],
        ["Ranchers", "Asho Nation"],
        "discuss a fence",
    ),
    (f"{R} pressed {B} for a truce.", "REQUEST", [R], [B], "a truce"),
    (f"{B} was urged by {R} to sign the treaty.", "REQUEST", [R], [B], "sign the treaty"),
    (f"{R} demanded that {B} and {M} sign the treaty.", "REQUEST", [R], [B, M], "sign the treaty"),
    (f"{R} and {M} demanded a truce.", "REQUEST", [R, M], [], "a truce"),
    (f"{R}'s demand that {B} withdraw the troops was old.", "REQUEST", [R], [B], "withdraw the troops"),
    (f"“The prisoners must be released,” {R} said.", "REQUEST", [R], [], "The prisoners must be released"),
    (f"{R} wants an end to the blockade.", "REQUEST", [R], [], "an end to the blockade"),
    (f"{R} would like {B} to sign the treaty.", "REQUEST", [R], [B], "sign the treaty"),
    (f"{B} is under pressure from {R} to sign the treaty.", "REQUEST", [R], [B], "sign the treaty"),
    (f"{R} gave {B} until the end of May to sign the treaty.", "REQUEST", [R], [B], "sign the treaty"),
    (f"{R} made talks conditional on a truce.", "REQUEST", [R], [], "a truce"),
    (f"{R} discouraged {B} from leaving.", "REQUEST", [R], [B], "from leaving"),
    (f"{R} barred {B} from entering.", "REJECT", [R], [B], "entering"),
    (f"{R} warned {B} against giving in.", "REQUEST", [R], [B], "against giving in"),
    (f"{R} cautioned {B} against a hasty truce.", "REQUEST", [R], [B], "against a hasty truce"),
    (f"{R}'s demands include a truce.", "REQUEST", [R], [], "a truce"),
    (f"{R} called for the prisoners to be released.", "REQUEST", [R], [], "the prisoners to be released"),
    (f"“Let us sign the treaty,” {R} said.", "REQUEST", [R], [], "sign the treaty"),
    (f"“{B}'s actions must stop,” {R} said.", "REQUEST", [R], [B], f"{B}'s actions must stop"),
    (f"{R} offered to lift the embargo.", "OFFER", [R], [], "lift the embargo"),
    (f"{R} promised to release the prisoners.", "OFFER", [R], [], "release the prisoners"),
    (f"{R} agreed to withdraw the troops.", "ACCEPT", [R], [], "withdraw the troops"),
    (f"{R} accepted the truce.", "ACCEPT", [R], [], "the truce"),
    (f"{R} rejected the plan.", "REJECT", [R], [], "the plan"),
    (f"{R} refused to sign the treaty.", "REJECT", [R], [], "sign the treaty"),
    (f"{R} rejected {B}'s offer of a truce.", "REJECT", [R], [B], f"{B}'s offer of a truce"),
    (f"{R} threatened to close the port.", "THREATEN", [R], [], "close the port"),
    (f"{R} threatened {B} with sanctions.", "THREATEN", [R], [B], "sanctions"),
    (f"{R} accused {B} of stealing fish.", "ACCUSE", [R], [B], "stealing fish"),
    (f"{R} condemned the attack.", "ACCUSE", [R], [], "the attack"),
    (f"{R} backed the truce.", "SUPPORT", [R], [], "the truce"),
    (f"{R} praised {B} for the truce.", "SUPPORT", [R], [B], "the truce"),
    (f"{R} met {B}.", "CONSULT", [R], [B], B),
    (f"What {R} cannot accept is that the burden grows.", "REJECT", [R], [], "the burden grows"),
    (f"{R} promised {B} in writing that the dam would not close.", "OFFER", [R], [B], "the dam would not close"),
    (f"{B}, where {R} was born, offered to mediate.", "OFFER", [B], [], "mediate"),
    (
        f"{B} said it was prepared to give guarantees for three years.",
        "OFFER",
        [B],
        [],
        "give guarantees for three years",
    ),
    (f"{R} said {B} would not attack if Chad withdrew.", "OFFER", [R], ["Chad"], f"{B} would not attack"),
    (f"{R} said she would not oppose the plan.", "ACCEPT", [R], [], "the plan"),
    (f"{R} said she would not block the plan if it was changed.", "ACCEPT", [R], [], "the plan"),
    (f"{R} said the mines would be cleared only after {B} had left.", "OFFER", [R], [B], "the mines would be cleared"),
    (f"{R} proposed cameras instead, which fishermen say are bad.", "REQUEST", [R], [], "cameras"),
    (f"{R}'s letter gave {B} until Friday to leave.", "REQUEST", [R], [B], "leave"),
    (f"{R} wants her own inspectors on the boats.", "REQUEST", [R], [], "her own inspectors on the boats"),
    ("Neither union is prepared to pay.", "REJECT", ["union"], [], "pay"),
    (f"{R}, for her part, praised {B}.", "SUPPORT", [R], [B], B),
    (f"“What we want is a ban on trawling,” {R} said.", "REQUEST", [R], [], "a ban on trawling"),
    (f"{R} agreed with the idea.", "ACCEPT", [R], [], "the idea"),
    (f"“We will not go to another prison,” {R} shouted.", "REJECT", [R], [], "go to another prison"),
    (f"{R} would not rule out a loan.", "REJECT", [R], [], "a loan"),
    (f"It rained when {R} met {B}.", "CONSULT", [R], [B], B),
    (f"{R} made it a condition that the dam stay open.", "REQUEST", [R], [], "the dam stay open"),
    (f"{R} demanded that the toll stay in place.", "REQUEST", [R], [], "the toll stay in place"),
    (f"{R} rejected the plan out of hand.", "REJECT", [R], [], "the plan"),
    (f"{R} refused to say that {B} was right.", "REJECT", [R], [B], f"say that {B} was right"),
    (f"{R}, a Democrat, offered to mediate.", "OFFER", [R], [], "mediate"),
    (f"{R} offered a guilty plea.", "OFFER", [R], [], "a guilty plea"),
    (f"{R} wants the city of Oslo to raise the limit.", "REQUEST", [R], ["city of Oslo"], "raise the limit"),
    (f"The rebels, a coalition of four groups, rejected {B}'s demand.", "REJECT", ["rebels"], [B], f"{B}'s demand"),
    (f"{R} ruled out backing the dam.", "REJECT", [R], [], "backing the dam"),
    (f"{R} hailed the deal as a victory.", "SUPPORT", [R], [], "the deal"),
    (f"{B} called the draft an insult.", "REJECT", [B], [], "the draft"),
    (f"{B} turned down an approach as “inadequate”.", "REJECT", [B], [], "an approach as “inadequate”"),
    (
        f"Rebels holding a bank in the city released two women on Monday, {R} said.",
        "CONCEDE",
        ["Rebels"],
        ["two women"],
        "two women",
    ),
    (f"Senator {R}, Democrat of Velm, condemned {B}.", "ACCUSE", [R], [B], B),
    (f"{R} pushed for prosecution of smuggling cases.", "REQUEST", [R], [], "prosecution of smuggling cases"),
    (
        "Ted Marrow spoke. Marrow was late. They had booed his wife, Heidi Marrow. Marrow urged Norway to pay.",
        "REQUEST",
        ["Ted Marrow"],
        ["Norway"],
        "pay",
    ),
    (f"{R} dismissed criticism of the ban as idle talk.", "REJECT", [R], [], "criticism of the ban"),
    (
        f"{R} has scorned Lake Street and Mr. Brandt has condemned the strikers.",
        "ACCUSE",
        ["Brandt"],
        ["strikers"],
        "the strikers",
    ),
]


@pytest.mark.parametrize(("text", "act", "issuers", "addressees", "content"), ACTS)
def test_an_act_with_its_parts(text, act, issuers, addressees, content):
    found = [(row["act"], row["issuers"], row["addressees"], row["content"]) for row in acts(text)]
    assert found == [(act, issuers, addressees, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The demand for timber rose.",
        f"{R} suggested that {B} had his eyes on the next vote.",
        f"“The question is how far he is willing to go,” {R} said.",
        f"“If there are people willing to be arrested, so be it,” {R} said.",
        f"{R} seemed ready to say that {B} was right.",
        f"“No money, no volunteers, no organization,” {R} said.",
        f"What {B} wants is to win.",
        f"“We expect this growth to go on,” {R} said.",
        f"“If {B} had gone, I would have stayed in Oslo,” {R} said.",
        f"“Papers can be deemed secret if they name a spy,” {R} said.",
        f"“Remember the harbour,” {R} said.",
        f"“Take a look at the harbour,” {R} said.",
        f"“No offense, no offense to Norway,” {R} said.",
        f"“I want you to know that {B} is right,” {R} said.",
        f"{R} declined to be named.",
        f"{R} wondered whether {B} would wait and let her move on.",
        f"“If we don't do well, we are not going to sell the house,” {R} said.",
        f"{R} declined to say whether {B} would come.",
        f"“We do not negotiate with a gun on the table,” {R} said.",
        f"{R} vowed to press ahead with the dam.",
        f"{R} will fill the dam whether or not {B} agrees.",
        f"{R} may come before {B} discusses the notices with Norway.",
        "Demand for copper is at a high.",
        f"{R} walked home.",
        f"{R} asked {B} what time it was.",
        f"{R} insisted that the port was open.",
        f"{R} called {B} on Friday.",
        f"“My opponent says I want the dam gone,” {R} said.",
        f"{R} said {B} would be pleased if Norway paid.",
        "The troops should be local fighters, a force the administration has struggled to encourage.",
        f"“Norway backed out coal with something else,” {R} said.",
        "Officials weighed in about whether the tape should be released.",
        f"“If I were in charge, would I wish that I had waited? Absolutely,” {R} said.",
        f"{R} offered no help.",
        f"{R} is not seeking public office.",
        f"{R} is seeking re-election.",
        "One worker declined to speak on the record.",
        f"{R} declined an interview request from the Herald.",
        f"“You don't have to waste your time typing,” {R} said.",
        f"“Norway does not need to pay,” {R} said.",
        f"“You have to put jobs at risk. People hate that,” {R} said.",
        f"“You can't have it both ways,” {R} said.",
        f"{R} said she was getting ready to run for the senate.",
        "Norway will require significant investments to explain the plan.",
        f"“We are concerned that {B} will have to spend his time on this,” {R} said.",
        f"{R} called those advocating for more troops fools.",
        f"“We like this opportunity that Norway has to speak to the voters,” {R} said.",
        "The campaign did not respond to requests for comment.",
        f"{R} was cagey, offering few specifics.",
        f"{R} declined to weigh in on the debate over the ban.",
        f"“If she gives an evasive answer, I can see him pouncing,” {R} said.",
        f"“If {B} wins, he will sell the ports,” {R} said.",
        f"“It is good to help that many people without Norway having to pass a new law,” {R} said.",
        f"{R} said Norway may have to pay.",
        "Norway’s central bank ended a policy meeting on Friday.",
        f"Once she has said her piece, {R} is ready to move on.",
    ],
)
def test_no_act(text):
    assert acts(text) == []


STRENGTHS = [
    (f"{R} appealed to {B} to release the prisoners.", 1),
    (f"{R} begged {B} to release the prisoners.", 1),
    (f"{R} asked {B} to release the prisoners.", 2),
    (f"{R} urged {B} to release the prisoners.", 2),
    (f"{R} pressed {B} for a truce.", 3),
    (f"{R} demanded that {B} release the prisoners.", 4),
    (f"{R} ordered {B} to release the prisoners.", 4),
    (f"{R} gave {B} an ultimatum to release the prisoners.", 5),
]


@pytest.mark.parametrize(("text", "strength"), STRENGTHS)
def test_requests_from_an_appeal_to_an_ultimatum(text, strength):
    assert [row["strength"] for row in acts(text)] == [strength]


DEADLINES = [
    (f"{R} demanded that {B} release the prisoners by Friday.", "by Friday"),
    (f"{R} ordered {B} to release the prisoners within 48 hours.", "within 48 hours"),
    (f"{R} told {B} to release the prisoners immediately.", "immediately"),
    (f"{R} urged {B} to release the prisoners.", None),
]


@pytest.mark.parametrize(("text", "deadline"), DEADLINES)
def test_a_deadline_is_no_part_of_the_content(text, deadline):
    assert [(row["content"], row["deadline"]) for row in acts(text)] == [("release the prisoners", deadline)]


CONDITIONS = [
    (f"{R} agreed to a truce provided that {B} leaves.", f"provided that {B} leaves"),
    (f"{R} agreed to release the prisoners in exchange for a truce.", "in exchange for a truce"),
    (f"{R} agreed to a truce if the talks succeed.", "if the talks succeed"),
    (f"{R} threatened to close the port unless the talks succeed.", "unless the talks succeed"),
    (f"{R} demanded an unconditional truce.", "unconditional"),
    (f"{R} accepted the truce provided that {B} did, after talks in Oslo.", f"provided that {B} did"),
    (f"{R} offered 2 million, on one condition: that {B} leaves.", f"on one condition: that {B} leaves"),
    (f"{R} asked {B} for a fund should the duty come into force.", "should the duty come into force"),
    (f"{R} demanded that {B} pay the bill and promised to do so if it rains.", None),
    (f"{R} agreed to a truce.", None),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_a_condition_belongs_to_the_act(text, condition):
    assert acts(text)[0]["condition"] == condition


REALITY = [
    (f"{R} rejected the plan.", "done", False),
    (f"{R} did not reject the plan.", "done", True),
    (f"{R} never rejected the plan.", "done", True),
    (f"{R} did not demand that {B} release the prisoners.", "done", True),
    (f"{R} demanded no concessions.", "done", True),
    (f"{R} will demand that {B} release the prisoners.", "future", False),
    (f"{R} planned to reject the plan.", "future", False),
    (f"{R} might reject the plan.", "hypothetical", False),
    (f"{R} would reject the plan.", "hypothetical", False),
]


@pytest.mark.parametrize(("text", "realis", "negated"), REALITY)
def test_an_act_may_be_done_planned_imagined_or_denied(text, realis, negated):
    assert [(row["realis"], row["negated"]) for row in acts(text)] == [(realis, negated)]


def test_an_act_in_anothers_mouth_stays_its_issuers_and_tells_who_reports_it():
    (row,) = acts(f"{B} said that {R} demanded a truce.")
    assert (row["issuers"], row["reported_by"]) == ([R], B)


def test_what_is_asked_for_is_no_act_of_its_own():
    assert [row["act"] for row in acts(f"{R} urged {B} to accept the plan.")] == ["REQUEST"]


def test_the_proposal_is_about_what_was_spoken_of_before():
    found = acts(f"{R} demanded a truce. {B} rejected the proposal.")
    assert [row["issue"] for row in found] == ["ceasefire", "ceasefire"]


def test_the_evidence_holds_issuer_trigger_content_and_deadline():
    text = f"It rained. Then {R} demanded that {B} release the prisoners by Friday. It snowed."
    (row,) = acts(text)
    evidence = text[row["evidence_start"] : row["evidence_end"]]
    assert evidence.startswith(R)
    assert evidence.endswith("by Friday")


def test_two_demands_under_one_verb_are_two_acts():
    found = [(row["addressees"], row["content"]) for row in acts(f"{R} urged {B} to leave and {M} to pay.")]
    assert found == [([B], "leave"), ([M], "pay")]


COLUMN = """A treaty for our coast.

We have waited for years while our boats rot. Norway must sign the treaty. It is time for our ministers to act.

{end}
"""


@pytest.mark.parametrize(
    ("end", "wanted"),
    [
        (f"{R} is a lecturer in law at Oslo.", [([R], "sign the treaty"), ([R], "act")]),
        ("The treaty is a text of ninety pages.", []),
        (f"{R} left on Monday.", []),
    ],
)
def test_a_column_is_its_authors_speech_where_a_by_line_names_one(end, wanted):
    found = [(row["issuers"], row["content"]) for row in acts(COLUMN.format(end=end)) if row["act"] == "REQUEST"]
    assert found == wanted


def test_an_order_goes_to_the_one_of_whom_its_speaker_has_just_asked_something():
    found = acts(f"{R} asked {B} to leave. “Go home,” she said.")
    assert [row["addressees"] for row in found] == [[B], [B]]


def test_who_proposes_something_may_be_refused_by_whoever_hears_of_it():
    text = (
        "Amalia Reyl, Norway's president, proposed that Chad set a target of its own. Mali dismissed that as a diary. "
        "Chad has not replied."
    )
    (demand,) = dm.analyse(dm.Article.from_text(text)).rows["demands"]
    assert demand["status"] == "rejected"


def test_an_authority_acts_and_nobodys_authority_does_not():
    text = "The road authority said it will close two lanes unless the cities agree on a plan."
    assert [(act["act"], act["issuer_text"]) for act in acts(text)] == [("THREATEN", "The road authority")]
    assert acts("Norway has the authority to close two lanes.") == []


def test_what_they_will_do_is_told_without_them():
    text = "Nurses said they would walk out again on Monday unless Norway hires more staff."
    found = acts(text)[0]
    assert (found["act"], found["content"]) == ("THREATEN", "walk out again on Monday")


def test_who_accepts_behind_an_invitation_of_two_is_the_two():
    text = "Norway invited Chad and Mali to a summit. Both accepted."
    (demand,) = dm.analyse(dm.Article.from_text(text)).rows["demands"]
    assert (demand["addressees"], demand["status"]) == (["chad", "mali"], "accepted")


def test_a_threat_on_a_condition_is_no_offer_as_well():
    text = "Norway warned that it would leave the pact if the tax was dropped."
    assert [act["act"] for act in acts(text)] == ["THREATEN"]


def test_the_last_of_two_verbs_has_the_condition_behind_it():
    text = f"{R} demanded that {B} pay the bill and promised to do so if it rains."
    assert [(act["content"], act["condition"]) for act in acts(text)] == [
        ("pay the bill", None),
        ("do so", "if it rains"),
    ]


def test_nobody_has_agreed_to_what_others_are_threatened_for():
    text = "The clubs said they would found a league of their own unless Norway agreed to give up its share."
    assert [act["act"] for act in acts(text)] == ["THREATEN"]


def test_a_verb_in_another_tense_is_no_part_of_what_is_refused():
    text = "Ana Reyl had no plans to renegotiate the contract and expected it to be honoured."
    assert [act["content"] for act in acts(text)] == ["renegotiate the contract"]


def test_she_in_somebodys_own_words_is_not_the_speaker():
    acts = dm.analyse(dm.Article.from_text("“She offered to dim the lamp,” Otto Brandt said.")).rows["acts"]
    assert not acts


def test_all_along_is_nothing_that_one_asks_for():
    acts = dm.analyse(dm.Article.from_text("Norway has asked for it all along, Ana Reyl said.")).rows["acts"]
    assert "all along" not in [act["content"] for act in acts]
