import builtins
import hashlib
import json
import subprocess
import sys
import warnings

import pytest

from demandeur import attitude_model
from demandeur.attitude_model import (
    CARD,
    DIRECTED_LABELS,
    FOLDER,
    MODEL,
    TARGET_LABELS,
    TOKENIZER,
    AttitudeModel,
    load_attitudes,
)

LARGEST = 25_000_000


@pytest.fixture(scope="module")
def model():
    return load_attitudes()


@pytest.fixture(scope="module")
def card():
    return json.loads((FOLDER / CARD).read_text(encoding="utf-8"))


def marked(sentence):
    """Return text and spans of a sentence in which [ ] mark somebody."""
    text, spans = "", []
    for number, piece in enumerate(sentence.replace("]", "[").split("[")):
        if number % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def likeliest(labels, probabilities):
    return labels[max(range(len(labels)), key=probabilities.__getitem__)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The court found that [Minister Orvand] had lied and taken bribes.", "negative"),
        ("Critics denounced [President Tull] as a corrupt and brutal tyrant.", "negative"),
        ("[Governor Hask] was widely praised for her courage and honesty.", "positive"),
        ("The crowd cheered [Senator Vey], a brilliant and beloved leader.", "positive"),
        ("[Mr. Dorrin] will meet the committee on Tuesday.", "neutral"),
        ("[Ms. Lenk], who spoke at noon, is the deputy minister.", "neutral"),
    ],
)
def test_clear_cases_of_a_target(model, sentence, expected):
    text, spans = marked(sentence)
    assert likeliest(TARGET_LABELS, model.target_sentiment(text, spans)) == expected


def test_the_answers_for_all_mentions_are_averaged(model):
    text, [name, pronoun] = marked("[President Tull] said that critics envied [him].")
    numbers = [model.target_numbers(text, [span]) for span in (name, pronoun)]
    assert model.target_numbers(text, [name, pronoun]) == pytest.approx((numbers[0] + numbers[1]) / 2)


def test_nobody_marked_is_refused(model):
    with pytest.raises(ValueError, match="no span"):
        model.target_sentiment("Orvand lied.", [])


@pytest.mark.parametrize(
    ("sentence", "praised", "blamed"),
    [
        ("Hask was praised for having uncovered Orvand's crimes.", "Hask", "Orvand"),
        ("The judge praised Hask for exposing the crimes of Orvand.", "Hask", "Orvand"),
        ("Senator Hask was praised for exposing the lies of Minister Orvand.", "Senator Hask", "Minister Orvand"),
    ],
)
def test_the_same_sentence_can_treat_two_differently(model, sentence, praised, blamed):
    for words, expected in ((praised, "positive"), (blamed, "negative")):
        start = sentence.index(words)
        said = model.target_sentiment(sentence, [(start, start + len(words))])
        assert likeliest(TARGET_LABELS, said) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[President Tull] harshly criticised [Senator Vey] over the dam.", "first negative to second"),
        ("[Senator Vey] was harshly criticised by [President Tull].", "second negative to first"),
        ("[Governor Hask] endorsed [Senator Vey] and praised his work.", "first positive to second"),
        ("[President Tull] and [Senator Vey] live in the same town.", "none"),
    ],
)
def test_clear_cases_of_a_pair(model, sentence, expected):
    text, (first, second) = marked(sentence)
    assert likeliest(DIRECTED_LABELS, model.directed(text, first, second)) == expected


def test_who_is_named_first_never_decides(model):
    text, (first, second) = marked("[President Tull] harshly criticised [Senator Vey] over the dam.")
    here, back = model.directed(text, first, second), model.directed(text, second, first)
    assert [back[number] for number in (0, 2, 1, 4, 3)] == pytest.approx(here, abs=1e-4)


def test_a_sentence_is_judged_the_same_in_any_company(model):
    asked = [marked("Critics denounced [President Tull]."), marked("[Governor Hask] was widely praised, they said.")]
    alone = [model.target_sentiment(*one) for one in asked]
    assert model.target_sentiments(asked) == alone
    assert model.target_sentiments(reversed(asked)) == alone[::-1]
    assert AttitudeModel().target_sentiments(asked) == alone


def test_many_pairs_are_judged_as_each_alone(model):
    text, (first, second) = marked("[President Tull] scorned [Senator Vey].")
    asked = [(text, first, second), (text, second, first)]
    assert model.directed_many(asked) == [model.directed(*one) for one in asked]


def test_probabilities_have_four_digits_and_add_up_to_one(model):
    text, spans = marked("Critics denounced [President Tull].")
    for given in (model.target_sentiment(text, spans), model.directed(text, spans[0], (0, 7))):
        assert all(0 <= one <= 1 and one == round(one, 4) for one in given)
        assert sum(given) == pytest.approx(1, abs=5e-4)


def test_a_very_long_sentence_is_judged_by_what_stands_near(model):
    text, [(start, end)] = marked("Critics denounced [President Tull] as a corrupt and brutal tyrant.")
    before = "The road goes on " * 200
    given = model.target_sentiment(before + text + before, [(len(before) + start, len(before) + end)])
    assert likeliest(TARGET_LABELS, given) == "negative"


@pytest.mark.parametrize("text", ["Orv\ud800and lied.", "[SEP] Orvand lied.", "Orvand \x00 lied.", "Orvand 撒谎了 🙂."])
def test_odd_texts_are_judged_like_any_other(model, text):
    assert len(model.target_sentiment(text, [(text.index("Orv"), text.index("Orv") + 3)])) == 3


def test_the_files_are_those_of_the_card(card):
    for name in (MODEL, TOKENIZER):
        content = (FOLDER / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == card["sha256"][name]
        assert len(content) == card["bytes"][name]
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < LARGEST


def test_the_page_of_the_card_has_its_figures(card):
    page = (FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")
    for figures in card["figures"].values():
        value = 100 * figures["f1_macro"]["value"]
        assert f"| {value:.1f} | {100 * figures['f1_macro']['low']:.1f}–" in page
    assert card["sha256"][MODEL] in page


@pytest.mark.parametrize("task", ["targets", "directed"])
def test_rounding_the_weights_costs_less_than_a_point(card, task):
    figures = card["figures"][task]
    assert figures["f1_macro"]["value"] > figures["f1_macro before rounding"]["value"] - 0.01


@pytest.mark.parametrize("task", ["targets", "directed", "stances"])
def test_confidence_is_calibrated_on_sentences_outside_training(card, task):
    assert card["figures"][task]["calibration error"]["value"] <= 0.03


@pytest.mark.parametrize("name", ["onnxruntime", "tokenizers"])
def test_what_is_missing_is_warned_of_once_and_named(monkeypatch, name):
    real = attitude_model.import_module

    def broken(wanted):
        if wanted == name:
            raise ImportError(f"no {wanted} for this platform")
        return real(wanted)

    monkeypatch.setattr(attitude_model, "import_module", broken)
    load_attitudes.cache_clear()
    with pytest.warns(UserWarning, match=f"because {name} can't be loaded"):
        assert load_attitudes() is None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load_attitudes() is None
    load_attitudes.cache_clear()


def test_the_module_can_be_imported_without_the_runtime():
    code = (
        "import sys\n"
        "sys.modules['onnxruntime'] = sys.modules['tokenizers'] = None\n"
        "import warnings; warnings.simplefilter('ignore')\n"
        "from demandeur.attitude_model import load_attitudes\n"
        "assert load_attitudes() is None\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_neither_torch_nor_transformers_is_asked_for(monkeypatch):
    real = builtins.__import__
    asked = set()

    def watching(name, *more, **others):
        asked.add(name.split(".")[0])
        return real(name, *more, **others)

    monkeypatch.setattr(builtins, "__import__", watching)
    AttitudeModel().target_sentiment("Orvand lied.", [(0, 6)])
    assert "onnxruntime" in asked or "onnxruntime" in sys.modules
    assert not {"torch", "transformers"} & asked
