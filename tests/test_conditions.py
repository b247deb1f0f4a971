"""The "if" and the "by Friday" of an act: sentences with a trigger, and the words that come out."""

import pytest

from demandeur.conditions import condition_in, deadline_in, is_unconditional, lacked_in
from demandeur.language import load_model, parse


def words(find, text: str, trigger: str) -> str | None:
    """Return what a finder cuts out of a text whose content is all that stands behind the trigger."""
    doc = parse(text, load_model())
    token = next(token for token in doc if token.text == trigger)
    span = find(token, (token.idx + len(trigger) + 1, len(text) - 1))
    return text[slice(*span)] if span else None


CONDITIONS = [
    ("Reyl agreed to a truce if they pay.", "if they pay"),
    ("Reyl agreed to leave unless they pay.", "unless they pay"),
    ("Reyl agreed to leave once they pay.", "once they pay"),
    ("Reyl agreed to leave on condition that they pay.", "on condition that they pay"),
    ("Reyl agreed to leave on the condition that they pay.", "on the condition that they pay"),
    ("Reyl agreed to leave in exchange for money.", "in exchange for money"),
    ("Reyl agreed to leave in return for money.", "in return for money"),
    ("Reyl agreed to leave subject to a vote.", "subject to a vote"),
    ("Reyl agreed to leave, provided that they pay.", "provided that they pay"),
    ("Reyl agreed to leave unconditionally.", "unconditionally"),
    ("Reyl agreed to leave without preconditions.", "without preconditions"),
    ("Reyl agreed to leave without any conditions.", "without any conditions"),
    ("Reyl agreed to leave.", None),
    ("Reyl agreed to leave the room for money.", None),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_condition(text, condition):
    assert words(condition_in, text, "agreed") == condition


LACKED = [
    ("Norway will not sign it without a pledge.", "sign", "without a pledge"),
    ("Norway will not sign the truce before the sailors leave.", "sign", "before the sailors leave"),
    ("Norway refused to sign it without a pledge.", "refused", "without a pledge"),
    ("Norway will not sign it before Friday.", "sign", None),
    ("Norway will not sign it without conditions.", "sign", None),
    ("Norway rejected it without a word.", "rejected", None),
    ("Norway refused to sign it.", "refused", None),
]


@pytest.mark.parametrize(("text", "trigger", "terms"), LACKED)
def test_what_something_is_refused_without(text, trigger, terms):
    assert words(lambda token, _: lacked_in(token), text, trigger) == terms


DEADLINES = [
    ("Reyl agreed to leave by Friday.", "by Friday"),
    ("Reyl agreed to leave by Friday or pay.", "by Friday"),
    ("Reyl agreed to leave by the end of May.", "by the end of May"),
    ("Reyl agreed to leave before midnight.", "before midnight"),
    ("Reyl agreed to leave by March 1, 2031.", "by March 1"),
    ("Reyl agreed to leave no later than Monday.", "no later than Monday"),
    ("Reyl agreed to leave within 48 hours.", "within 48 hours"),
    ("Reyl agreed to leave within three weeks.", "within three weeks"),
    ("Reyl agreed to leave immediately.", "immediately"),
    ("Reyl agreed to leave at once.", "at once"),
    ("Reyl agreed to leave by train.", None),
    ("Reyl agreed to what was asked by 6,000 people.", None),
    ("Reyl agreed to leave by 6 May.", "by 6 May"),
    ("Reyl agreed to leave on Friday.", None),
    ("Reyl agreed to leave. He paid by Friday.", None),
]


@pytest.mark.parametrize(("text", "deadline"), DEADLINES)
def test_deadline(text, deadline):
    assert words(deadline_in, text, "agreed") == deadline


@pytest.mark.parametrize(
    ("condition", "none"),
    [("unconditional", True), ("Unconditionally", True), ("without preconditions", True), ("if", False), (None, False)],
)
def test_the_condition_that_there_be_none(condition, none):
    assert is_unconditional(condition) is none


def test_the_time_that_somebody_is_given_is_a_deadline():
    assert words(deadline_in, "Reyl gave them ten days to leave.", "gave") == "ten days"
    assert words(deadline_in, "Reyl took ten days to leave.", "took") is None
