import pytest

from demandeur.attitude_input import (
    END,
    FIRST,
    MOST_TOKENS,
    SECOND,
    START,
    TARGET,
    load_tokenizer,
    pair_input,
    target_input,
    whole_words,
)
from demandeur.attitude_model import FOLDER, TOKENIZER


@pytest.fixture(scope="module")
def tokenizer():
    return load_tokenizer(FOLDER / TOKENIZER)


def span_of(text, words):
    start = text.index(words)
    return (start, start + len(words))


def shown(tokenizer, tokens):
    names = {
        START: "^",
        END: "$",
        **dict(zip((*TARGET, *FIRST, *SECOND), ("<t", "t>", "<p", "p>", "<q", "q>"), strict=True)),
    }
    return " ".join(names.get(token) or tokenizer.id_to_token(token) for token in tokens)


def test_a_target_is_marked(tokenizer):
    text = "Orvand fell, and he lied."
    given = target_input(tokenizer, text, span_of(text, "Orvand"))
    assert shown(tokenizer, given.tokens) == "^ <t or ##van ##d t> fell , and he lied . $"
    assert [number for number, inside in enumerate(given.first) if inside] == [1, 2, 3, 4, 5]
    assert not any(given.second)


def test_two_entities_have_marks_of_their_own(tokenizer):
    text = "Velgia praised Tarsk."
    given = pair_input(tokenizer, text, span_of(text, "Velgia"), span_of(text, "Tarsk"))
    back = pair_input(tokenizer, text, span_of(text, "Tarsk"), span_of(text, "Velgia"))
    assert shown(tokenizer, given.tokens).replace("p", "x").replace("q", "p").replace("x", "q") == shown(
        tokenizer, back.tokens
    ).replace("praised", "qraised")
    assert given.first == back.second
    assert given.second == back.first
    assert any(given.first)
    assert any(given.second)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((4, 9), (4, 12)),
        ((6, 9), (4, 12)),
        ((4, 12), (4, 12)),
        ((0, 3), (0, 3)),
        ((3, 4), (3, 4)),
        ((13, 16), (13, 16)),
    ],
)
def test_a_part_of_a_word_stands_for_the_word(span, expected):
    assert whole_words("Two Velgians met.", span) == expected


def test_the_texts_own_brackets_and_names_of_marks_are_words(tokenizer):
    text = "[CLS] [unused1] [SEP] Orvand [PAD]"
    given = target_input(tokenizer, text, span_of(text, "Orvand"))
    assert given.tokens.count(START) == given.tokens.count(END) == 1
    assert 0 not in given.tokens
    assert [token for token in given.tokens if token in (*TARGET, *FIRST, *SECOND)] == [*TARGET]


def test_of_a_long_sentence_what_is_near_the_target_is_kept(tokenizer):
    text = "and so on " * 300 + "they blamed Orvand for it " + "and so on " * 300
    given = target_input(tokenizer, text, span_of(text, "Orvand"))
    assert len(given.tokens) == MOST_TOKENS
    assert "they blamed <t or ##van ##d t> for it" in shown(tokenizer, given.tokens)


def test_of_two_far_apart_both_surroundings_are_kept(tokenizer):
    text = "Velgia met nobody " + "and so on " * 300 + "nobody blamed Tarsk"
    given = pair_input(tokenizer, text, span_of(text, "Velgia"), span_of(text, "Tarsk"))
    assert len(given.tokens) == MOST_TOKENS
    assert shown(tokenizer, given.tokens).startswith("^ <p ve ##l ##gia p> met nobody and so on")
    assert "nobody blamed <q" in shown(tokenizer, given.tokens)


@pytest.mark.parametrize("span", [(3, 3), (-1, 2), (0, 99), (6, 7)])
def test_a_span_without_words_is_refused(tokenizer, span):
    with pytest.raises(ValueError, match="span"):
        target_input(tokenizer, "Orvand fell.", span)
    with pytest.raises(ValueError, match="span"):
        pair_input(tokenizer, "Orvand fell.", (0, 6), span)
