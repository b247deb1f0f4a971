"""No acts: sentences with the words of acts in which nobody asks, offers, refuses, blames or meets anybody."""

import pytest

import demandeur as dm
from demandeur.language import parse
from demandeur.neuters import called_he

IDLE = [
    "Ana Reyl brushed aside the needs of the poor for decades.",
    "Few voters can resist the charms of Oluf Brandt.",
    "“Thank God, I am healthy,” Ana Reyl said.",
    "“Well, thank you so much,” Ana Reyl said.",
    "Later, Ana Reyl returned the compliment to Oluf Brandt.",
    "She has accepted millions from the shipping industry, Ana Reyl said of Brandt.",
    "Ana Reyl accepted a large donation from Oluf Brandt.",
    "Ana Reyl, who hosts the weekly show Night Talk, laughed.",
    "The hotel hosted Brandt's news conferences in March.",
    "Landlords ask 70 a month, although Ana Reyl has charged more than that.",
    "Ana Reyl recognized the importance of the conventions.",
    "Ana Reyl offered the crowd an emotional evaluation of the state of politics.",
    "Ana Reyl offered dire warnings about floods.",
    "Ana Reyl seeks re-election.",
    "Employers now seek workers with degrees.",
    "An aide, who requested anonymity to discuss a private talk, said Brandt was ill.",
    "Norway rebutted the claim.",
    "They pull the lever, or push the button, for Ana Reyl.",
]
ACTIVE = [
    ("Oluf Brandt brushed aside the union's demands.", "REJECT"),
    ("Ana Reyl thanked Oluf Brandt for his patience.", "SUPPORT"),
    ("Norway returned the statues to Chad.", "CONCEDE"),
    ("Norway accepted thousands of refugees from Chad.", "ACCEPT"),
    ("Norway hosted Ana Reyl for talks.", "CONSULT"),
    ("Prosecutors charged Oluf Brandt with theft.", "ACCUSE"),
    ("Norway recognized Chad's independence.", "SUPPORT"),
    ("Norway offered Chad a loan.", "OFFER"),
    ("Norway rebutted Chad's proposals.", "REJECT"),
]
NOBODY = [
    ("a name for it", "Ana Reyl uttered charges that Oluf Brandt, for one, called “talk of the left.”"),
    ("readiness guessed", "The new government of Norway seems ready to come on board."),
    ("ability", "No nominee has been less prepared to deal with the floods than Oluf Brandt, Ana Reyl said."),
    ("a kind of delegate", "Ana Reyl insisted that she had enough pledged delegates to win."),
    ("the harm of others' deeds", "Ana Reyl argues that government efforts to combat it will destroy the economy."),
    ("what nobody does", "Ana Reyl warned of the global implications a Brandt presidency would have."),
    ("a fact granted", "Ana Reyl concedes that most of her friends love Oluf Brandt."),
    ("the dead", "“The founders of this country would agree,” Ana Reyl said."),
    ("a question", "Asked whether he would support Brandt, Ole Dahl gave a roundabout answer."),
    ("an interview", "Ole Dahl was asked to name a decision that Brandt had made."),
    ("what comes after", "His comments came after being asked yet again to defend his criticism of the port."),
    ("an idiom", "“I am listening to what they have to say,” Ana Reyl said."),
    ("resignation to it", "“We will have to accept it because he feels like it,” Ana Reyl said."),
    ("people at large", "“People need to connect somehow,” Ana Reyl said."),
    ("what somebody knows", "Ana Reyl knows how important it is to defeat Brandt in November."),
    ("a forecast on a condition", "“If he gets in, then things will really explode,” Ana Reyl said of Brandt."),
    ("a wish supposed", "Norway would be at the back of the queue if it wanted a trade deal, Ana Reyl said."),
    ("a topic", "Ana Reyl then discussed Brandt's proposed wall and explained its importance."),
    ("silence", "The ministries said they cannot discuss the case because of the investigation."),
    ("a rule", "Children are required to remain in the country while their claims are processed."),
    ("a recipe", "“Add the tax credit to Brandt's plan and you get something that is not cheap,” Ana Reyl said."),
    ("a filler", "“Make no mistake, this is our last chance,” Ana Reyl said."),
    ("no right to harm", "Ana Reyl said she reserves the right to reconsider."),
    ("a visit to a thing", "A month later, Ana Reyl paid a visit to the Norway-Chad border."),
    ("a deed weighed", "Ana Reyl said seeming to favor one side would hamper her."),
    ("a deed not considered", "Brandt made clear that he has not considered resigning."),
    ("a deed refused", "Ana Reyl deplored his refusal to this point to endorse Ole Dahl. She is tired."),
    ("not enough", "Norway thought the law did not go far enough to help Chad."),
    ("a poll", "About 4 in 10 Labour voters want a ban on fishing, a poll found."),
    ("nobody's inquiries", "Ana Reyl said there had been nine investigations into the attack."),
    (
        "others who do it",
        "Like others defending election laws across the country, Ole Dahl said the judges were wrong.",
    ),
    (
        "an urging without words",
        "Ana Reyl has urged him since about five minutes after he was elected to it.",
    ),
    ("an order asked about", "Asked whether she would order the pumps off, Ana Reyl smiled."),
    ("what one lives with", "“We have to live with these people,” Ana Reyl said."),
    ("a refusal to be sorry", "“I apologize to nobody for that,” Ana Reyl said."),
    (
        "restraint",
        "“She saw it through but refrained from criticisms of Norway that would leave a mark,” Ole Dahl said.",
    ),
    ("a prayer", "“Oh Lord, have mercy and forgive them,” Ana Reyl wrote of the Norwegians."),
    ("talk with the press", "An official of Norway who spoke anonymously to discuss strategy laughed."),
    ("a party's initiative", "In 2008 the Norwegian Labour Party launched its initiative against the changes."),
]
BESIDES = {"a deed refused": {"ACCUSE"}}
"""Acts that the rest of a sentence makes."""


def kinds(text: str) -> set[str]:
    return {row["act"] for row in dm.analyse(dm.Article.from_text(text)).rows["acts"]}


@pytest.mark.parametrize("text", IDLE)
def test_an_idle_object_makes_no_act(text):
    assert kinds(text) == set()


@pytest.mark.parametrize(("text", "act"), ACTIVE)
def test_another_object_makes_one(text, act):
    assert act in kinds(text)


@pytest.mark.parametrize(("why", "text"), NOBODY)
def test_nobody_acts(why, text):
    assert kinds(text) <= BESIDES.get(why, set())


def parties(text: str) -> list[tuple]:
    analysis = dm.analyse(dm.Article.from_text(text))
    rows = analysis.rows["acts"]
    return [(r["act"], *([analysis.name_of(a) for a in r[key]] for key in ("issuers", "addressees"))) for r in rows]


WHO = [
    ("“If the pumps are still running, we will park at the gate,” Ana Reyl said.", ("THREATEN", ["Ana Reyl"], [])),
    ("The town council met. A spokesman for the council rejected it.", ("REJECT", ["town council"], [])),
    (
        "Brandt invited Matt Duss, the president of the Foundation for Northern Valley Peace, who frequently "
        "criticizes Norway, to testify.",
        ("ACCUSE", ["Matt Duss"], ["Norway"]),
    ),
    ("“They are showing videos of Oluf Brandt insulting Chad,” Ana Reyl said.", ("ACCUSE", ["Oluf Brandt"], ["Chad"])),
    ("Ana Reyl complained that Norway was trying to protect Chad.", ("ACCUSE", ["Ana Reyl"], ["Norway"])),
    ("Oluf Brandt suspended his campaign on Monday night.", ("CONCEDE", ["Oluf Brandt"], [])),
    ("Oluf Brandt suspended his own brief campaign on Monday.", ("CONCEDE", ["Oluf Brandt"], [])),
    ("The party issued a statement, offering an apology to Ole Dahl.", ("CONCEDE", ["party"], ["Ole Dahl"])),
    ("Ana Reyl promised to fight for the miners.", ("OFFER", ["Ana Reyl"], ["miners"])),
    ("Ana Reyl conceded that she had made mistakes.", ("CONCEDE", ["Ana Reyl"], [])),
    ("Brandt is pushing back, questioning Ana Reyl's judgment in supporting the war.", ("SUPPORT", ["Ana Reyl"], [])),
    (
        "Ole Dahl found no fault with Oluf Brandt's criticism that Ana Reyl “lied” about the port.",
        ("ACCUSE", ["Oluf Brandt"], ["Ana Reyl"]),
    ),
    (
        "Ana Reyl emailed supporters saying the struggle goes on and vowing to compete in the final round.",
        ("OFFER", ["Ana Reyl"], []),
    ),
    ("“Ole Dahl, I challenge you to come here,” Ana Reyl said.", ("REQUEST", ["Ana Reyl"], [])),
    ("Ole Dahl said there were conservatives willing to serve Norway.", ("OFFER", ["conservatives"], ["Norway"])),
    ("Otto Brandt met Ana Reyl. “Just one minute,” Ana Reyl urged him.", ("REQUEST", ["Ana Reyl"], ["Otto Brandt"])),
    ("Ana Reyl was angry. Her team rejected the offer.", ("REJECT", ["Ana Reyl's team"], [])),
    ("Oluf Brandt's wife urged him to resign.", ("REQUEST", ["Oluf Brandt's wife"], ["Oluf Brandt"])),
    ("Some Republicans rejected the plan.", ("REJECT", ["some Republicans"], [])),
    ("Latino Republicans rejected the plan.", ("REJECT", ["Latino Republicans"], [])),
    ("A number of GOP delegates have petitioned for a change.", ("REQUEST", ["GOP delegates"], [])),
    ("The SVP met. Its youth wing, Junge SVP, went home. The SVP rejected it.", ("REJECT", ["SVP"], [])),
]


@pytest.mark.parametrize(("text", "act"), WHO)
def test_who_acts_on_whom(text, act):
    assert act in parties(text)


def test_few_of_a_people_are_told_of_with_the_rest():
    assert parties("Few Norwegians rejected the plan.")[0][1] == ["Norway"]


def test_the_second_matter_of_a_reproach_belongs_to_it():
    (row,) = dm.analyse(dm.Article.from_text("Ana Reyl criticized Brandt for stealing it and for lying.")).rows["acts"]
    assert row["content"] == "stealing it and for lying"


def test_who_is_called_he_is_neither_a_state_nor_a_body():
    text = "Emanuel said he would stay. Emanuel's chief minister left."
    names = {row["name"]: row["kind"] for row in dm.analyse(dm.Article.from_text(text)).rows["actors"]}
    assert names["Emanuel"] == "person"
    assert called_he(parse(text)) == {"Emanuel"}
    assert called_he(parse("Norway said it would stay.")) == set()


def test_a_bare_surname_behind_an_office_is_whose_office_it_was():
    text = "Bill Reyl, the former president, met former Secretary of State Hilda Reyl. "
    text += "“Secretary Reyl lied,” Ole Dahl said."
    assert ("ACCUSE", ["Ole Dahl"], ["Hilda Reyl"]) in parties(text)


def test_a_complaint_says_what_is_complained_of():
    (row,) = dm.analyse(dm.Article.from_text("The union complained that the ministry heeds nobody.")).rows["acts"]
    assert row["content"] == "the ministry heeds nobody"


@pytest.mark.parametrize("text", ["Ana Reyl has not bothered to ask Norway for help."])
def test_what_nobody_began_is_denied(text):
    (row,) = dm.analyse(dm.Article.from_text(text)).rows["acts"]
    assert row["negated"]


def test_what_is_refused_is_told_without_its_not():
    text = "Ana Reyl said Norway would not lift the ban on Chad."
    (row,) = dm.analyse(dm.Article.from_text(text)).rows["acts"]
    assert (row["act"], row["content"]) == ("REJECT", "lift the ban on Chad")


def test_a_faith_is_nobody_and_its_adjective_no_states():
    text = "The faith is Islam, Ana Reyl said. “We will defeat Islamic terrorism,” she said. “Islam is not our foe.”"
    assert [row["name"] for row in dm.analyse(dm.Article.from_text(text)).rows["actors"]] == ["Ana Reyl"]


@pytest.mark.parametrize("refusal", ["would not join", "would never join", "would no longer join"])
def test_a_refusal_tells_what_is_refused(refusal):
    (row,) = dm.analyse(dm.Article.from_text(f"Ana Reyl told reporters that Norway {refusal} the blockade.")).rows[
        "acts"
    ]
    assert (row["act"], row["content"]) == ("REJECT", "join the blockade")


def test_a_party_is_no_surname_of_a_person_who_is_only_described():
    text = "The Wisconsin Republican rejected the plan. The Republican said he would go. Republican leaders smiled."
    rows = dm.analyse(dm.Article.from_text(text)).rows
    assert not [m for m in rows["mentions"] if m["form"] == "name" and m["text"] == "Republican"]
