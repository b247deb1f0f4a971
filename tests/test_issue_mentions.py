"""Issue mentions: by keyword, by most of a keyword's words, by pointing back; and words for an issue's opposite."""

import pytest

from demandeur.issue_mentions import find_issue_mentions
from demandeur.issue_words import stem
from demandeur.issues import Issues
from demandeur.language import load_model, parse


def mentions(text: str, keywords: dict[str, list[str]]) -> list[tuple[str, str, int]]:
    """Return the words, how they mention the issue, and the sign, of every mention."""
    doc = parse(text, load_model())
    return [(text[m.start : m.end], m.how, m.sign) for m in find_issue_mentions(doc, Issues(keywords))]


CASES = [
    ("The dam is old.", {"the dam": ["dam"]}, [("dam", "keyword", 1)]),
    ("He damned it.", {"the dam": ["dam"]}, []),
    (
        "She released the reports of the ministry.",
        {"openness": ["release of the reports"]},
        [("released the reports", "words", 1)],
    ),
    ("Reports came late.", {"openness": ["release of the reports"]}, []),
    ("The dam is old. It leaks.", {"the dam": ["dam"]}, [("dam", "keyword", 1), ("It", "pointing", 1)]),
    ("The dam is old. The plan failed.", {"the dam": ["dam"]}, [("dam", "keyword", 1), ("plan", "pointing", 1)]),
    ("It rained. The dam held.", {"the dam": ["dam"]}, [("dam", "keyword", 1)]),
    (
        "Mali began the dam in May, a deal that Chad condemned.",
        {"the dam": ["dam"]},
        [("dam", "keyword", 1), ("deal", "pointing", 1)],
    ),
    (
        "The dam is old. Rain fell. Snow fell. Hail fell. The plan failed.",
        {"the dam": ["dam"]},
        [("dam", "keyword", 1)],
    ),
    ("The sanctions stay.", {"ending the sanctions": ["sanctions"]}, [("sanctions", "keyword", -1)]),
    ("An anti-dam rally.", {"the dam": ["anti-dam"]}, [("anti-dam", "keyword", -1)]),
    ("The violence goes on.", {"an end to the fighting": ["violence"]}, [("violence", "keyword", -1)]),
    ("They will end the violence.", {"a truce": ["end the violence"]}, [("end the violence", "keyword", 1)]),
    (
        "They will call back the guards.",
        {"the patrols": ["call back the guards"]},
        [("call back the guards", "keyword", -1)],
    ),
    (
        "It was an unlawful detention.",
        {"the crew's release": ["unlawful detention"]},
        [("unlawful detention", "keyword", -1)],
    ),
    ("They are phasing out coal.", {"the coal levy": ["phasing out coal"]}, [("phasing out coal", "keyword", -1)]),
    ("They want no detention.", {"the crew's release": ["no detention"]}, [("no detention", "keyword", 1)]),
    ("They end the war.", {"the war of the north": ["end the war"]}, [("end the war", "keyword", -1)]),
    (
        "Mali wants the dam. Chad made no reply to that call.",
        {"the dam": ["dam"]},
        [("dam", "keyword", 1), ("call", "pointing", 1)],
    ),
    ("The dam is old. The call came late.", {"the dam": ["dam"]}, [("dam", "keyword", 1)]),
]


@pytest.mark.parametrize(("text", "keywords", "expected"), CASES)
def test_what_mentions_an_issue(text, keywords, expected):
    assert mentions(text, keywords) == expected


@pytest.mark.parametrize(
    ("word", "other"), [("banning", "bans"), ("enlargement", "enlarge"), ("investigators", "investigation")]
)
def test_forms_of_a_word_share_a_stem(word, other):
    assert stem(word).startswith(stem(other)) or stem(other).startswith(stem(word))
