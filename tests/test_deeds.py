"""A deed is an act by its time: what is done, what is still to come, what will not be done."""

import pytest

from demandeur.analysis import analyse
from demandeur.article import Article

DEEDS = [
    ("Chad will lift the embargo on Norway.", "OFFER", ["norway"]),
    ("Chad lifted the embargo on Norway.", "CONCEDE", ["norway"]),
    ("Chad will not lift the embargo on Norway.", "REJECT", ["norway"]),
    ("Norway will meet Ana Reyl in May.", "OFFER", ["ana-reyl"]),
    ("Norway met Ana Reyl in May.", "CONSULT", ["ana-reyl"]),
    ("Norway will not meet Ana Reyl.", "REJECT", ["ana-reyl"]),
    ("Norway will recognise Chad.", "OFFER", ["chad"]),
    ("Norway said it would send 40 tons of food aid to Chad.", "OFFER", ["chad"]),
    ("Norway called off a summit with Chad.", "REJECT", ["chad"]),
    ("Norway has denied Ana Reyl entry.", "REJECT", ["ana-reyl"]),
    ("Norway said it would extend the curfew in Chad.", "THREATEN", ["chad"]),
    ("Norway granted a request by Chad.", "ACCEPT", ["chad"]),
    ("Chad vowed to attack Norway.", "THREATEN", ["norway"]),
    ("Chad vowed not to meet Ana Reyl.", "REJECT", ["ana-reyl"]),
    ("Chad said it would not accept any grain from Norway if war broke out.", "REJECT", ["norway"]),
    ("Ana Reyl warned that the police would no longer tolerate rallies by Chad.", "THREATEN", ["chad"]),
    ("Norway called Ana Reyl on Friday to discuss the dam.", "CONSULT", ["ana-reyl"]),
]
NONE = [
    "Norway hopes to lift the embargo on Chad.",
    "Norway did not lift the embargo on Chad.",
    "If Norway sends food aid to Chad, all will be well.",
    "Norway sent food aid to Chad.",
]


@pytest.mark.parametrize(("text", "kind", "addressees"), DEEDS)
def test_a_deed_is_the_act_that_its_time_makes_it(text, kind, addressees):
    acts = analyse(Article.from_text(text)).rows["acts"]
    assert [(act["act"], act["addressees"], act["negated"]) for act in acts] == [(kind, addressees, False)]


@pytest.mark.parametrize("text", NONE)
def test_what_is_only_hoped_for_or_left_undone_is_no_answer(text):
    acts = analyse(Article.from_text(text)).rows["acts"]
    assert not [act for act in acts if act["act"] in ("OFFER", "REJECT", "THREATEN") or act["negated"]]
