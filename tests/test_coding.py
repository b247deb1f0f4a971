"""PLOVER's types and modes and CAMEO's codes, composed from act, issue and strength."""

import pytest

from demandeur.coding import code_of
from demandeur.lexicon import speech
from demandeur.stance import weights

CODES = [
    ("REQUEST", "ceasefire", 4, "REQUEST-yield", "1056"),
    ("REQUEST", "ceasefire", 2, "REQUEST-yield", "0256"),
    ("REQUEST", "ceasefire", 3, "REQUEST-yield", "1056"),
    ("REQUEST", "peace talks", 2, "REQUEST-meet", "026"),
    ("REQUEST", "peace talks", 4, "REQUEST-meet", "106"),
    ("REQUEST", "humanitarian aid", 1, "REQUEST-assist", "0233"),
    ("REQUEST", None, 4, "REQUEST", "100"),
    ("REQUEST", None, 1, "REQUEST", "020"),
    ("REQUEST", "an issue of the reader's own", 4, "REQUEST", "100"),
    ("REJECT", "ceasefire", 4, "REJECT-yield", "1246"),
    ("REJECT", "peace talks", 4, "REJECT-meet", "125"),
    ("REJECT", "humanitarian aid", 4, "REJECT-assist", "1223"),
    ("REJECT", None, 4, "REJECT", "120"),
    ("OFFER", "ceasefire", 2, "AGREE", "0356"),
    ("ACCEPT", "peace talks", 3, "AGREE", "036"),
    ("ACCEPT", None, 3, "AGREE", "030"),
    ("THREATEN", "sanctions", 4, "THREATEN", "130"),
    ("THREATEN", "sanctions", 5, "THREATEN", "139"),
    ("CONCEDE", "ceasefire", 3, "CONCEDE", "080"),
    ("ACCUSE", "ceasefire", 4, "ACCUSE", "110"),
    ("SUPPORT", "ceasefire", 3, "SUPPORT", "051"),
    ("CONSULT", None, 1, "CONSULT", "040"),
]


@pytest.mark.parametrize(("act", "issue", "strength", "plover", "cameo"), CODES)
def test_code(act, issue, strength, plover, cameo):
    code = code_of(act, issue, strength)
    assert (code.plover, code.cameo) == (plover, cameo)
    assert code.mode == (plover.split("-")[1] if "-" in plover else None)


@pytest.mark.parametrize("act", weights())
@pytest.mark.parametrize("issue", [None, *speech.issues()])
def test_every_act_on_every_issue_has_a_code_of_three_or_four_digits(act, issue):
    for strength in range(1, 6):
        code = code_of(act, issue, strength)
        assert code.cameo.isdecimal()
        assert len(code.cameo) in (3, 4)
        assert code.mode in (None, "assist", "change", "yield", "meet")
