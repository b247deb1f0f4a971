"""Attitude model: a sentence and the places of actors in it → how the sentence treats one, or how one treats the other.

A small encoder, trained on annotated news and shipped in ``models/attitudes`` with a card that says on what, how often
it is right and what it can't do. It runs in ONNX Runtime on one thread, one sentence at a time: what it says of a
sentence never depends on the sentences around it.
"""

import json
import math
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

    from demandeur.attitude_input import Input, Span

FOLDER = Path(__file__).resolve().parent / "models" / "attitudes"
MODEL, TOKENIZER, CARD = "attitudes.onnx", "tokenizer.json", "card.json"

TARGET_LABELS = ("negative", "neutral", "positive")
DIRECTED_LABELS = (
    "none",
    "first positive to second",
    "second positive to first",
    "first negative to second",
    "second negative to first",
)
STANCE_LABELS = ("for", "against", "neither")
MIRRORED = (0, 2, 1, 4, 3)
"""For each directed label, the one that says the same when the two actors change places."""

_REMEMBERED = 4096  # mentions

NEEDED = ("onnxruntime", "tokenizers")
MISSING = (
    "Attitudes rest on acts and TextBlob alone, because {} can't be loaded ({}); "
    "type 'pip install {}' on a platform that it supports."
)

# ONNX Runtime's joint step of adding and normalising is slower than the two steps it stands for.
SLOW = ("SkipLayerNormFusion",)


@dataclass(frozen=True, slots=True)
class Calibration:
    """What makes the numbers of a head probabilities, and the likeliest label's probability a confidence.

    Probabilities are softmax(numbers / temperature), Guo et al., ICML 2017. How often the likeliest label is right
    rises with the log odds of its probability (Platt, Probabilistic Outputs for Support Vector Machines, 1999); some
    labels are right more often than others that are as likely.

    Attributes:
        temperature: above 1 where the network is surer than it should be, below where it is less so.
        slope: what the log odds are multiplied by.
        curve: what their square is multiplied by.
        offsets: what is added, for each label where it is the likeliest.
        least_sure: the confidence from which on an answer is trusted; below it, better abstain.
    """

    temperature: float
    slope: float
    curve: float
    offsets: tuple[float, ...]
    least_sure: float

    def probabilities(self, numbers: np.ndarray) -> tuple[float, ...]:
        """Return a probability for each label, in four digits.

        Example:
            >>> Calibration(2.0, 1.0, 0.0, (0.0, 0.0), 0.6).probabilities(np.array([2.0, 0.0]))
            (0.7311, 0.2689)
        """
        scaled = np.asarray(numbers, dtype=np.float64) / self.temperature
        powers = np.exp(scaled - scaled.max())
        return tuple(round(share, 4) for share in (powers / powers.sum()).tolist())

    def confidence(self, probabilities: Sequence[float]) -> float:
        """Return how often the likeliest label is right where probabilities are like these, in four digits.

        Example:
            >>> Calibration(1.0, 1.0, 0.0, (0.0, -1.0), 0.6).confidence((0.8, 0.2))
            0.8
            >>> Calibration(1.0, 1.0, 0.0, (0.0, -1.0), 0.6).confidence((0.2, 0.8))
            0.5954
        """
        best = max(range(len(probabilities)), key=probabilities.__getitem__)
        odds = log_odds(probabilities[best])
        odds = self.slope * odds + self.curve * odds**2 + self.offsets[best]
        return round(1 / (1 + math.exp(-odds)), 4)


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, of 0 and 1 as of the nearest in four digits."""
    kept = min(max(probability, 0.0001), 0.9999)
    return math.log(kept / (1 - kept))


class AttitudeModel:
    """The model, ready to judge sentences.

    Attributes:
        card: what ``card.json`` says: data, figures, digests.
        targets: the calibration of ``target_sentiment``.
        pairs: the calibration of ``directed``.
        stances: the calibration of ``stance``.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        from demandeur.attitude_input import load_tokenizer

        self.card: dict[str, Any] = json.loads((folder / CARD).read_text(encoding="utf-8"))
        self.targets = Calibration(**self.card["calibration"]["targets"])
        self.pairs = Calibration(**self.card["calibration"]["directed"])
        self.stances = Calibration(**self.card["calibration"]["stances"])
        self._session = _session(folder / MODEL)
        self._tokenizer = load_tokenizer(folder / TOKENIZER)
        self._said_of = lru_cache(maxsize=_REMEMBERED)(self._ask_of)  # several stops and pictures ask the same

    @property
    def label(self) -> str:
        """The model's name, with the first digits of its digest."""
        return f"{self.card['name']} {self.card['sha256'][MODEL][:12]}"

    def target_sentiment(self, text: str, spans: "Sequence[Span]") -> tuple[float, ...]:
        """Return the probabilities that a sentence treats somebody negatively, neutrally, positively.

        Each mention is asked for alone, as in training, and the answers are averaged.

        Args:
            text: the sentence; of a very long one, what stands near the mention counts.
            spans: offsets of all mentions of the one it is about, in code points of the text.

        Raises:
            ValueError: when there is no span, or one without a word.
        """
        return self.targets.probabilities(self.target_numbers(text, spans))

    def target_numbers(self, text: str, spans: "Sequence[Span]") -> np.ndarray:
        """Return what the network says before it is calibrated, a number for each of ``TARGET_LABELS``."""
        if not spans:
            raise ValueError("no span: give the offsets of at least one mention.")
        return sum(self._said_of(text, *span) for span in spans) / len(spans)

    def _ask_of(self, text: str, start: int, end: int) -> np.ndarray:
        from demandeur.attitude_input import target_input

        return self._run("targets", target_input(self._tokenizer, text, (start, end)))

    def forget(self) -> None:
        """Forget what was asked before; it would be said again, but sooner."""
        self._said_of.cache_clear()

    def target_sentiments(self, asked: "Iterable[tuple[str, Sequence[Span]]]") -> list[tuple[float, ...]]:
        """Return the same for many: text and spans of each."""
        return [self.target_sentiment(text, spans) for text, spans in asked]

    def directed(self, text: str, first: "Span", second: "Span") -> tuple[float, ...]:
        """Return the probability of each of ``DIRECTED_LABELS``: who of two treats whom how, by the sentence.

        Both orders are asked and averaged, so that who is named first never decides.

        Args:
            text: the sentence; of a very long one, what stands near the two counts.
            first: offsets of the one, in code points of the text; best where it stands by its name.
            second: those of the other.

        Raises:
            ValueError: when a span is empty, outside the text or without a word.
        """
        return self.pairs.probabilities(self.directed_numbers(text, first, second))

    def directed_numbers(self, text: str, first: "Span", second: "Span") -> np.ndarray:
        """Return what the network says before it is calibrated, a number for each of ``DIRECTED_LABELS``."""
        from demandeur.attitude_input import pair_input

        here = self._run("directed", pair_input(self._tokenizer, text, first, second))
        back = self._run("directed", pair_input(self._tokenizer, text, second, first))
        return (here + back[list(MIRRORED)]) / 2

    def directed_many(self, asked: "Iterable[tuple[str, Span, Span]]") -> list[tuple[float, ...]]:
        """Return the same for many: text, span of the first and of the second for each."""
        return [self.directed(text, first, second) for text, first, second in asked]

    def stance(self, text: str, actor: "Span", issue: "Span") -> tuple[float, ...]:
        """Return the probability of each of ``STANCE_LABELS``: where the sentence shows an actor to stand on an issue.

        Args:
            text: the sentence, or a few; of very long ones, what stands near the two counts.
            actor: offsets of a mention of the actor, in code points of the text.
            issue: those of the words that name the issue.

        Raises:
            ValueError: when a span is empty, outside the text or without a word.
        """
        return self.stances.probabilities(self.stance_numbers(text, actor, issue))

    def stance_numbers(self, text: str, actor: "Span", issue: "Span") -> np.ndarray:
        """Return what the network says before it is calibrated, a number for each of ``STANCE_LABELS``."""
        from demandeur.attitude_input import pair_input

        return self._run("stances", pair_input(self._tokenizer, text, actor, issue))

    def _run(self, task: str, given: "Input") -> np.ndarray:
        (numbers,) = self._session.run(
            [task],
            {
                "tokens": np.array([given.tokens], dtype=np.int64),
                "first": np.array([given.first], dtype=bool),
                "second": np.array([given.second], dtype=bool),
            },
        )
        return numbers[0]


@cache
def load_attitudes() -> AttitudeModel | None:
    """Return the model that the package carries, or ``None`` where it can't run; that is warned of once."""
    for name in NEEDED:
        try:
            import_module(name)
        except (ImportError, OSError) as error:  # not there, or not for this platform
            warnings.warn(MISSING.format(name, error, name), stacklevel=2)
            return None
    return AttitudeModel()


def _session(path: Path) -> "InferenceSession":
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return InferenceSession(path, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW)
