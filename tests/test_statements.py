"""Who says what: a table of texts and their statements: speaker's words, cue, quote type, words."""

import pytest

import demandeur as dm


def statements(text: str, **more) -> list[tuple]:
    rows = dm.analyse(dm.Article.from_text(text, **more)).rows["statements"]
    return [(row["speaker_text"], row["cue"], row["quote_type"], row["text"]) for row in rows]


QUOTED = [
    ("“We will not sign,” Ana Reyl said.", "Ana Reyl", "said", "We will not sign,"),
    ("“We will not sign,” said Ana Reyl.", "Ana Reyl", "said", "We will not sign,"),
    ("‘We will not sign,’ Ana Reyl said.", "Ana Reyl", "said", "We will not sign,"),
    ('"We will not sign," Ana Reyl said.', "Ana Reyl", "said", "We will not sign,"),
    ("Ana Reyl said: “We will not sign.”", "Ana Reyl", "said", "We will not sign."),
    ('Ana Reyl added, "We will not sign."', "Ana Reyl", "added", "We will not sign."),
    ("“We will not sign,” Ana Reyl said. “It is late.”", "Ana Reyl", "said", "We will not sign, It is late."),
    ("“No,” said Ana Reyl. “Never.”", "Ana Reyl", "said", "No, Never."),
    ("“Will you sign the treaty?” Ana Reyl asked.", "Ana Reyl", "asked", "Will you sign the treaty?"),
    ("“I told him, ‘Sign it,’” Ana Reyl said.", "Ana Reyl", "said", "I told him, ‘Sign it,’"),
    ("“We will not sign the treaty.” — Ana Reyl", "Ana Reyl", None, "We will not sign the treaty."),
    ("Ana Reyl: “We will not sign the treaty.”", "Ana Reyl", None, "“We will not sign the treaty.”"),
    ("“We wait,” Ana Reyl said. “It is late.\n\n“It is cold.”", "Ana Reyl", "said", "We wait, It is late. It is cold."),
    ("“It is late.\n\n“It is cold,” Ana Reyl said.", "Ana Reyl", "said", "It is late. It is cold,"),
    ("``We will not sign,'' Ana Reyl said.", "Ana Reyl", "said", "We will not sign,"),
    ("»We will not sign,« said Ana Reyl. »Never.«", "Ana Reyl", "said", "We will not sign, Never."),
    ('"He is 6\'2" and he waits," Ana Reyl said.', "Ana Reyl", "said", "He is 6'2\" and he waits,"),
    ('"We wait," Ana Reyl said. "It is late.', "Ana Reyl", "said", "We wait, It is late."),
    ("“We wait,“ said Ana Reyl. “It is late.”", "Ana Reyl", "said", "We wait, It is late."),
    ("‘It is late.\n\n‘It is cold,’ Ana Reyl said.", "Ana Reyl", "said", "It is late. It is cold,"),
    ("“We wait,” said Ana Reyl and Otto Brandt.", "Ana Reyl and Otto Brandt", "said", "We wait,"),
    ("“It is late,” Reyl, 54, the mayor of Norhaven, told the daily.", "Reyl", "told", "It is late,"),
    ("Said Ana Reyl: “We will not sign.”", "Ana Reyl", "Said", "We will not sign."),
]
ANNOUNCED = [
    ("As Ana Reyl put it, “we will not sign.”", "Ana Reyl", "put", "we will not sign."),
    ("“The treaty,” as Ana Reyl put it, “is dead.”", "Ana Reyl", "put", "The treaty, is dead."),
    ("As Harbourlight put it, “we will not sign.”", "Harbourlight", "put", "we will not sign."),
    ("Ana Reyl put it this way: “We will not sign.”", "Ana Reyl", "put", "We will not sign."),
    ("In the words of Ana Reyl, “we will not sign.”", "Ana Reyl", "words", "we will not sign."),
    ("In Ana Reyl’s words, “we will not sign.”", "Ana Reyl’s", "words", "we will not sign."),
    ("Ana Reyl’s words: “We will not sign.”", "Ana Reyl’s", "words", "We will not sign."),
    ("Here is Ana Reyl in December: “We will not sign.”", "Ana Reyl", "is", "We will not sign."),
    ("Otto Brandt, the mayor, was blunt: “Sign it.”", "Otto Brandt", "was", "Sign it."),
    ("Ana Reyl went further: “We will not sign.”", "Ana Reyl", "went", "We will not sign."),
    ("Ana Reyl had a reply: “We will not sign.”", "Ana Reyl", "had", "We will not sign."),
    ("The union’s answer was short: “We will not sign.”", "The union’s", "answer", "We will not sign."),
    ("Ana Reyl rose and smiled: “We will not sign.”", "Ana Reyl", "smiled", "We will not sign."),
    ("Ana Reyl again: “We will not sign.”", "Ana Reyl again", None, "We will not sign."),
    ("The ministry issued a statement:\n\n“It is dead.”", "The ministry", "issued", "It is dead."),
    ("Ana Reyl explained why in a letter:\n\n“It is dead.”", "Ana Reyl", "explained", "It is dead."),
]
REPORTED = [
    ("Ana Reyl said that the treaty was dead.", "Ana Reyl", "said", "the treaty was dead"),
    ("The treaty is dead, Ana Reyl said.", "Ana Reyl", "said", "The treaty is dead"),
    ("According to Ana Reyl, the treaty is dead.", "Ana Reyl", "According to", "the treaty is dead"),
    ("The treaty is dead, according to Ana Reyl.", "Ana Reyl", "according to", "The treaty is dead"),
    ("Ana Reyl, who said that the treaty was dead, left.", "who", "said", "the treaty was dead"),
    ("Ana Reyl urged Otto Brandt to sign it.", "Ana Reyl", "urged", "to sign it"),
    ("Ana Reyl denied that the treaty was dead.", "Ana Reyl", "denied", "the treaty was dead"),
    ("Ana Reyl and Otto Brandt said it was dead.", "Ana Reyl and Otto Brandt", "said", "it was dead"),
    ("The treaty, Ana Reyl said on Monday, is dead.", "Ana Reyl", "said", "The treaty is dead"),
    ("The harbour, the ministry said in May, would close.", "the ministry", "said", "The harbour would close"),
    ("On Monday Otto Brandt said that the treaty was dead.", "Otto Brandt", "said", "the treaty was dead"),
]
MIXED = [
    ("Ana Reyl called the treaty “a big mistake.”", "Ana Reyl", "called", "the treaty “a big mistake"),
    ("Ana Reyl said it was “dead and buried” now.", "Ana Reyl", "said", "it was “dead and buried” now"),
]
ONE = [(text, name, cue, "direct", words) for text, name, cue, words in [*QUOTED, *ANNOUNCED]]
ONE += [(text, name, cue, "indirect", words) for text, name, cue, words in REPORTED]
ONE += [(text, name, cue, "mixed", words) for text, name, cue, words in MIXED]


@pytest.mark.parametrize(("text", "speaker", "cue", "quote_type", "words"), ONE)
def test_one_statement(text, speaker, cue, quote_type, words):
    assert statements(text) == [(speaker, cue, quote_type, words)]


NONE = [
    "The song “Harbour Lights” is old.",
    "Ana Reyl walked home.",
    "The sign on the wall was blunt: “No dogs in the hall.”",
    "The choice is simple: “peace or war”.",
    "Ana Reyl has two dogs: “Salt” and “Pepper”.",
    "“We will not sign the treaty. Ana Reyl left the hall.",
    "The demand for timber rose.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_no_statement(text):
    assert statements(text) == []


def speakers(text: str) -> list[tuple[str | None, str]]:
    """Return the name of the speaker and the words of every statement."""
    analysis = dm.analyse(dm.Article.from_text(text))
    return [(analysis.name_of(row["speaker"]), row["text"]) for row in analysis.rows["statements"]]


SEVERAL = [
    (
        "“We will sign,” Ana Reyl said.\n\n“We will not,” Otto Brandt said.",
        [("Ana Reyl", "We will sign,"), ("Otto Brandt", "We will not,")],
    ),
    (
        "“It is dead,” said Otto Brandt, who leads the union. “It died in May,” said Ana Reyl.",
        [("Otto Brandt", "It is dead,"), ("Ana Reyl", "It died in May,")],
    ),
    (
        "“We will sign,” Ana Reyl said. Otto Brandt shook his head: “You will not.”",
        [("Ana Reyl", "We will sign,"), ("Otto Brandt", "You will not.")],
    ),
    (
        "“We will not sign,” Ana Reyl said.\n\n“The terms are an insult,” she added.",
        [("Ana Reyl", "We will not sign,"), ("Ana Reyl", "The terms are an insult,")],
    ),
    (
        "“We will not sign,” Ana Reyl said.\n\n“The terms are an insult. We are tired.”",
        [("Ana Reyl", "We will not sign,"), ("Ana Reyl", "The terms are an insult. We are tired.")],
    ),
    (
        "Reporter: Will you sign the treaty?\n\nReyl: We will not sign it.\n\nAna Reyl left the room.",
        [("Reporter", "Will you sign the treaty?"), ("Ana Reyl", "We will not sign it.")],
    ),
    (
        "The union said the kennels were full, Ana Reyl said.",
        [("Ana Reyl", "The union said the kennels were full"), ("union", "the kennels were full")],
    ),
    (
        "“It is dead,” said Ana Reyl, who wrote about the treaty. “It died in May.”",
        [("Ana Reyl", "It is dead, It died in May."), ("Ana Reyl", "the treaty")],
    ),
    (
        "Ana Reyl argued that as trade grows, “the tariff must fall.”",
        [("Ana Reyl", "as trade grows, “the tariff must fall.")],
    ),
    (
        "“You never listen,” Ana Reyl shot back.\n\n“We do,” Otto Brandt said.",
        [("Ana Reyl", "You never listen,"), ("Otto Brandt", "We do,")],
    ),
    (
        "“We wait,” Ana Reyl said when asked about the treaty. “It is late.”",
        [("Ana Reyl", "We wait, It is late."), (None, "the treaty")],
    ),
    (
        "Ana Reyl said Norway was tired but called the plan dead.",
        [("Ana Reyl", "Norway was tired"), ("Ana Reyl", "the plan dead")],
    ),
]


SPEAKERS = [
    ("Ana Reyl shared the news on a page of the union, writing “We go.”", "Ana Reyl"),
    ("Ana Reyl issued a statement saying that the treaty was dead.", "Ana Reyl"),
    ("Ana Reyl wrote that Otto Brandt was tired and urged the senate to rest.", "Ana Reyl"),
    ("Ana Reyl ended the talks about a dam, saying “it is over.”", "Ana Reyl"),
    ("“How big is the dam?” asked the boy.", "the boy"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_speaker_of_a_participle_an_issued_statement_or_an_odd_subject(text, speaker):
    assert statements(text)[-1][0] == speaker
