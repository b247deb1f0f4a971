import pytest

from demandeur.grammar import (
    all_children,
    all_tokens,
    auxiliaries,
    child,
    children,
    sentence_numbers,
    sentence_of,
    sentence_text,
    tokens_of,
)
from demandeur.language import load_model, parse
from demandeur.negation import is_negated
from demandeur.once import forget

TEXT = "Ana Reyl said she would not sign. “We never will.” Norway, which had waited, left the talks and went home."


@pytest.fixture(scope="module")
def doc():
    return parse(TEXT, load_model())


def test_what_is_looked_up_once_is_what_spacy_finds(doc):
    assert all_tokens(doc) == list(doc)
    for token in doc:
        assert all_children(token) == list(token.children)
        assert children(token, "nsubj", "aux") == [c for c in token.children if c.dep_ in ("nsubj", "aux")]
        assert child(token, "nsubj") == next((c for c in token.children if c.dep_ == "nsubj"), None)
        assert sentence_of(token) == token.sent
        assert sentence_text(token) == token.sent.text


def test_a_sentence_that_is_skipped_has_the_number_of_the_one_before(doc):
    first, quoted, last = (tokens_of(doc, word)[0].i for word in ("said", "never", "left"))
    plain = sentence_numbers(doc)
    assert [plain[quoted] - plain[first], plain[last] - plain[quoted]] == [1, 1]
    outside = sentence_numbers(doc, [(TEXT.index("“"), TEXT.index("”") + 1)])
    assert [outside[quoted] - outside[first], outside[last] - outside[quoted]] == [0, 1]


def test_an_answer_is_remembered_for_its_own_word_and_document_alone(doc):
    other = parse("Norway will sign.", load_model())
    for _ in range(2):
        assert [is_negated(token) for token in tokens_of(doc, "sign", "left")] == [True, False]
        assert [is_negated(token) for token in tokens_of(other, "sign")] == [False]
        assert auxiliaries(tokens_of(other, "sign")[0]) == {"will"}


def test_what_is_forgotten_is_looked_up_again(doc):
    before = all_tokens(doc)
    assert all_tokens(doc) is before
    forget(doc)
    assert all_tokens(doc) is not before
    assert all_tokens(doc) == before
