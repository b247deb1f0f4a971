"""Which stretches stand in quote marks: a table of texts and the words between the outer marks."""

import pytest

from demandeur.quotation import find_quotations


def quoted(text: str) -> list[str]:
    """Return the words of the outer quotations, the marks left out."""
    return [text[q.inner_start : q.inner_end] for q in find_quotations(text)]


MARKS = [
    ("“No,” she said.", ["No,"]),
    ("‘No,’ she said.", ["No,"]),
    ('"No," she said.', ["No,"]),
    ("'No,' she said.", ["No,"]),
    ("«No,» she said.", ["No,"]),
    ("„No,“ she said.", ["No,"]),
    ("„No,” she said.", ["No,"]),
    ("(“No”)", ["No"]),
    ("She said—“No”.", ["No"]),
    ("“No”—and she left.", ["No"]),
    ("Her “so-called” plan.", ["so-called"]),
    ('“A” and “B” and "C"', ["A", "B", "C"]),
    ('"Never," she said, "will we sign."', ["Never,", "will we sign."]),
    ("No marks at all.", []),
    ("", []),
    ("``No,'' she said.", ["No,"]),
    ("`No,' she said.", ["No,"]),
    ("»No,« she said.", ["No,"]),
    ("»No,» she said.", ["No,"]),
    ("«\u00a0No\u00a0», she said. « Never. »", ["\u00a0No\u00a0", " Never. "]),
    ("‚No,‘ she said.", ["No,"]),
    ("›No,‹ she said. ‹No,› he said.", ["No,", "No,"]),
    ("”No,” she said.", ["No,"]),
]
NESTED = [
    ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
    ("‘He said “no” twice,’ she said.", ["He said “no” twice,"]),
    ("\"He said 'no' twice,\" she said.", ["He said 'no' twice,"]),
    ("'He said \"no\" twice,' she said.", ['He said "no" twice,']),
    ("“He said “no” twice,” she said.", ["He said “no” twice,"]),
    ("“He told me, ‘No.’”", ["He told me, ‘No.’"]),
    ("“He told me, “No.””", ["He told me, “No.”"]),
    ("‘He told me, “No.”’", ["He told me, “No.”"]),
    ("“One ‘two “three” two’ one,” she said.", ["One ‘two “three” two’ one,"]),
    ("``He said `no' twice,'' she said.", ["He said `no' twice,"]),
    ("``He said ``no'' twice,'' she said.", ["He said ``no'' twice,"]),
    ("``He told me, `No.'''", ["He told me, `No.'"]),
    ("»He said ›no‹ twice,« she said.", ["He said ›no‹ twice,"]),
    ("“The song «The “Last” Boat» is old,” she said.", ["The song «The “Last” Boat» is old,"]),
]
APOSTROPHES = [
    ("It's the dog's bone, isn't it?", []),
    ("It’s the dog’s bone, isn’t it?", []),
    ("The workers’ tools and the miners' lamps.", []),
    ("The workers’ tools and a ‘no’ to all.", ["no"]),
    ("‘The workers’ tools are here,’ she said.", ["The workers’ tools are here,"]),
    ("'The workers' tools are here,' she said.", ["The workers' tools are here,"]),
    ("‘It belongs to the Marrows’, she said.", ["It belongs to the Marrows"]),
    ("‘Don’t go,’ she said.", ["Don’t go,"]),
    ("Mind your p's and q's.", []),
    ("Rock 'n' roll, rock ’n’ roll.", []),
    ("'Tis true. ’Tis true.", []),
    ("The ship`s bell and the ships` bells.", []),
    ("“The ship‘s bell rang,” she said.", ["The ship‘s bell rang,"]),
    ("In the ‘90s, she said: “No.”", ["No."]),
]
FIGURES = [
    ("In the '90s and the ’90s and the 1990's.", []),
    ("‘I was born in the ’90s,’ she said.", ["I was born in the ’90s,"]),
    ('"I was born in the \'90s," she said.', ["I was born in the '90s,"]),
    ('A 40" pipe.', []),
    ('A 40" pipe is "old," she said.', ["old,"]),
    ('“A 40" pipe,” she said.', ['A 40" pipe,']),
    ("A 6'2\" man.", []),
    ('"He is 6\'2" and he waits," she said.', ["He is 6'2\" and he waits,"]),
    ('"They laid a 10" pipe," she said. "Nobody asked."', ['They laid a 10" pipe,', "Nobody asked."]),
    ('It was "number 10" and "number 12" again.', ["number 10", "number 12"]),
    ('"We won by 10", she said.', ["We won by 10"]),
    ('A man, 6\'2" tall, waits. "No," she said.', ["No,"]),
]
WITHOUT_A_PARTNER = [
    ("A stray ” mark and “a pair” follow.", ["a pair"]),
    ('A stray " mark. "Yes," she said.', ["Yes,"]),
    ("NINE OR NOTHING” stood there. “No,” she said.", ["No,"]),
    ("It was “odd.", []),
    ("She said: “We never left.", ["We never left."]),
    ("She said, “We never left.", ["We never left."]),
    ("“We never left.\n\nNobody spoke.", ["We never left."]),
    ("“”", []),
    ("“", []),
    ('"', []),
    ("'", []),
    ('"No," she said. "Yes.', ["No,", "Yes."]),
    ('"No," she said. "Yes.\n\nHe left.', ["No,", "Yes."]),
    ('"No," she said. It was "odd.', ["No,"]),
    ("'No,' she said. 'Yes.", ["No,"]),
    ('It was "odd.\n\nA 40" pipe.', []),
]

OF_ANOTHER_KIND = [
    ("“Let’s leave.’ Sorn stood in the hall.", ["Let’s leave."]),
    ("“We wait,“ she said. “It is late.”", ["We wait,", "It is late."]),
    ('“We wait," she said. "It is late.”', ["We wait,", "It is late."]),
    ("'We wait,\" she said.", []),
    ("‘We wait,' she said.", ["We wait,"]),
    ("“He told me ‘go.’ And I left.", ["He told me ‘go.’ And I left."]),
    ("“No ”, she said.", ["No "]),
]


@pytest.mark.parametrize(("text", "words"), MARKS)
def test_every_kind_of_mark_is_paired(text, words):
    assert quoted(text) == words


@pytest.mark.parametrize(("text", "words"), NESTED)
def test_an_inner_quotation_belongs_to_the_outer_one(text, words):
    assert quoted(text) == words


@pytest.mark.parametrize(("text", "words"), APOSTROPHES)
def test_an_apostrophe_is_no_mark(text, words):
    assert quoted(text) == words


@pytest.mark.parametrize(("text", "words"), FIGURES)
def test_decades_and_inches_are_no_marks(text, words):
    assert quoted(text) == words


@pytest.mark.parametrize(("text", "words"), WITHOUT_A_PARTNER)
def test_a_mark_without_a_partner_spoils_nothing(text, words):
    assert quoted(text) == words


@pytest.mark.parametrize(("text", "words"), OF_ANOTHER_KIND)
def test_a_mark_of_another_kind_closes_where_no_proper_one_does(text, words):
    assert quoted(text) == words


CHAINS = [
    ("“One.\n\n“Two.”", ["One.", "Two."], 1),
    ('"One.\n\n"Two."', ["One.", "Two."], 1),
    ("«One.\n\n«Two.»", ["One.", "Two."], 1),
    ("“One.\n\n“Two.\n\n“Three,” she said.", ["One.", "Two.", "Three,"], 1),
    ("“One.”\n\n“Two.”", ["One.", "Two."], 2),
    ("“One.\n\nShe left.\n\n“Two.”", ["One.", "Two."], 2),
    ("“One,” she said. “Two.\n\n“Three.”", ["One,", "Two.", "Three."], 2),
    ("‘One.\n\n‘Two.’", ["One.", "Two."], 1),
    ("'One.\n\n'Two.'", ["One.", "Two."], 1),
    ("He knew the '90s.\n\n'No,' she said.", ["No,"], 1),
    ("``One.\n\n``Two.''", ["One.", "Two."], 1),
    ("“One.\n\nTwo.\n\nThree,” she said.", ["One.", "Two.", "Three,"], 1),
    ('She said: "One\ntwo\nthree." "Four," he said.', ["One", "two", "three.", "Four,"], 2),
    ("She said: 'One\ntwo.' He left.", ["One", "two."], 1),
    ("She said: 'One.\n\nThe miners' lamps.", [], 0),
]


@pytest.mark.parametrize(("text", "words", "chains"), CHAINS)
def test_a_quotation_over_several_paragraphs_is_one_chain(text, words, chains):
    assert quoted(text) == words
    assert len({q.chain for q in find_quotations(text)}) == chains


def test_the_offsets_tell_the_marks_from_the_words():
    text = "He said: “No,” and left."
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == "“No,”"
    assert text[found.inner_start : found.inner_end] == "No,"


def test_an_unclosed_quotation_ends_with_its_paragraph():
    text = "She said: “No.\n\nHe left."
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == "“No."
