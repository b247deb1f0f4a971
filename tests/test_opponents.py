"""Opponents: who the other party is where an act names nobody and answers nothing told."""

import pytest

from demandeur import Article, analyse

FACED = [
    # (text, act, addressees of the last act of the kind)
    ("Norway urged Chad to open the port. Norway threatened to close its own.", "THREATEN", ["chad"]),
    ("Norway accused Chad of piracy. Chad said it would not sign the charter.", "REJECT", ["norway"]),
    ("Norway warns of a strike. Chad refused to sign the charter. Chad urged Norway to wait.", "REJECT", ["norway"]),
    ("Norway offered aid to farmers in Mali. Chad promised 600 million euros.", "OFFER", ["farmers"]),
]
OPEN = [
    ("Ana Reyl urged Chad to open the port. Norway refused to sign the charter.", "REJECT"),
    ("Norway urged Chad to open the port. Norway refuses to attack Mali.", "REJECT"),
]


def _last(text, kind):
    return [row for row in analyse(Article.from_text(text)).rows["acts"] if row["act"] == kind][-1]


@pytest.mark.parametrize(("text", "kind", "addressees"), FACED)
def test_the_other_party_of_the_acts_around_is_addressed(text, kind, addressees):
    assert _last(text, kind)["addressees"] == addressees


@pytest.mark.parametrize(("text", "kind"), OPEN)
def test_nobody_is_addressed_where_the_acts_around_are_of_others(text, kind):
    assert _last(text, kind)["addressees"] == []
