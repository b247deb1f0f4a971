"""Bench: what the whole line costs, as a multiple of the bare spaCy pipeline over the same texts in the same run.

    python tests/bench.py [CORPUS]

The line is what ``demandeur extract`` does for an article: read, analyse, write as JSON. It is measured as it runs
where the attitude model can't, and with the model, which is a second network beside the parser's and has a price for
each actor that somebody speaks of. All three take turns, article by article, in several rounds; of each article the
best round counts, in seconds of the processor, because whatever else the machine does can only add to it. Loading
model and lexicon counts for none, and neither does a first round; what the model said is forgotten before each turn.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import numpy as np

from demandeur import analysis, blame, targets
from demandeur.article import Article, InputError
from demandeur.attitude_input import word_pieces
from demandeur.attitude_model import AttitudeModel, load_attitudes
from demandeur.evaluation.estimates import LEVEL, interval_of_ratio
from demandeur.export import to_jsonl
from demandeur.language import load_model
from demandeur.readers import read_articles
from demandeur.wording import capitalised, count

LIMIT = 1.4
"""What the line may cost where it runs without the attitude model: the parser, and four tenths of it for the rules.

What the model adds is told, not limited: it grows with the number of actors that an article's speakers speak of.
"""
ROUNDS = 7
BARE, ALONE, WITH_MODEL = "the bare pipeline", "the line without the attitude model", "the line with it"
TURNS = (BARE, ALONE, WITH_MODEL)

# Each stop of the line, and the functions by which demandeur.analysis goes there.
STOPS = {
    "parser": ("parse",),
    "actors": ("find_actors", "speaker_actor", "add_roles"),
    "coreference": ("resolve_references",),
    "statements": ("find_quotations", "find_statements"),
    "acts": ("find_acts",),
    "answers": ("find_answers",),
    "stance": ("find_positions", "stances", "attitudes"),
    "targets": ("judgements",),
    "sentiment": ("tone",),
    "tables": ("_tables",),
}

MODEL = "model"
"""The attitude model, which several stops ask."""


class Stopwatch:
    """Seconds by stop; what one stop spends inside another counts for the inner one alone."""

    def __init__(self, clock: Callable[[], float] = time.process_time) -> None:
        self.seconds: Counter = Counter()
        self._clock = clock
        self._inner: list[float] = []

    @contextmanager
    def at(self, stop: str) -> Iterator[None]:
        started = self._clock()
        self._inner.append(0.0)
        yield
        whole = self._clock() - started
        self.seconds[stop] += whole - self._inner.pop()
        if self._inner:
            self._inner[-1] += whole

    def timed(self, stop: str, function: Callable) -> Callable:
        def run(*arguments: Any, **more: Any) -> Any:
            with self.at(stop):
                return function(*arguments, **more)

        return run


def read(corpus: str) -> Iterator[tuple[Article, float]]:
    """Yield the articles, each with the seconds that it took to read; tell on standard error what can't be read."""
    articles = read_articles([corpus])
    while True:
        started = time.process_time()
        article = next(articles, None)
        seconds = time.process_time() - started
        if article is None:
            return
        if isinstance(article, InputError):
            print(article, file=sys.stderr)
        else:
            yield article, seconds


def seconds_of(work: Callable[..., object], *arguments: object) -> float:
    started = time.process_time()
    work(*arguments)
    return time.process_time() - started


def line(article: Article) -> str:
    """Return what ``extract`` writes for an article."""
    return to_jsonl(analysis.analyse(article))


@contextmanager
def prepared(turn: str) -> Iterator[None]:
    """Make ready for a turn: the bare pipeline without our part, the line without or with the model."""
    nlp = load_model()
    own = [name for name in nlp.pipe_names if name.startswith("demandeur")]
    forget()
    with ExitStack() as changed:
        if turn == BARE:
            changed.enter_context(nlp.select_pipes(disable=own))
        if turn == ALONE:
            for module in (blame, targets):
                changed.enter_context(patch.object(module, "load_attitudes", no_model))
        yield


def no_model() -> None:
    """Answer as ``load_attitudes`` does where the model can't run."""


def forget() -> None:
    """Forget what the model was asked for, so that every turn pays for its own questions."""
    model = load_attitudes()
    if model is not None:
        model.forget()
    word_pieces.cache_clear()


def take_turns(corpus: str, rounds: int) -> dict[str, np.ndarray]:
    """Return the seconds of each of ``TURNS``, one number an article."""
    nlp = load_model()
    times: dict[str, dict[int, list[float]]] = {turn: {} for turn in TURNS}
    for number in range(rounds + 1):
        for place, (article, reading) in enumerate(read(corpus)):
            first = (number + place) % len(TURNS)
            for turn in (*TURNS[first:], *TURNS[:first]):
                with prepared(turn):
                    seconds = seconds_of(nlp, article.text) if turn == BARE else reading + seconds_of(line, article)
                if number:  # the first round fills the caches of all
                    times[turn].setdefault(place, []).append(seconds)
    return {turn: np.array([min(seconds) for seconds in of_turn.values()]) for turn, of_turn in times.items()}


def time_stops(corpus: str) -> Counter:
    """Return the seconds of each stop of the line over the corpus."""
    watch = Stopwatch()
    with ExitStack() as patched:
        for stop, names in STOPS.items():
            for name in names:
                timed = watch.timed(stop, getattr(analysis, name))
                patched.enter_context(patch.object(analysis, name, timed))
        run = watch.timed(MODEL, AttitudeModel._run)
        patched.enter_context(patch.object(AttitudeModel, "_run", lambda *arguments: run(*arguments)))
        for article, reading in read(corpus):
            forget()
            watch.seconds["reading"] += reading
            with watch.at("the rest"):
                found = analysis.analyse(article)
            with watch.at("JSON"):
                to_jsonl(found)
    return watch.seconds


def main(corpus: str, limit: float = LIMIT, rounds: int = ROUNDS) -> int:
    """Print ratios and shares of the stops, and return the exit status: 1 above the limit, 2 without articles."""
    seconds = take_turns(corpus, rounds)
    bare = seconds[BARE]
    if not len(bare):
        print(f"{corpus}: no article to measure with; name another CORPUS.", file=sys.stderr)
        return 2
    scale = f"{capitalised(count(len(bare), 'article'))}, {count(rounds, 'round')}"
    print(f"{scale}; in units of {BARE}, {LEVEL:.0%} intervals over articles:")
    for turn in (ALONE, WITH_MODEL):
        low, high = interval_of_ratio(seconds[turn], bare)
        most = f", at most {limit:g}" if turn == ALONE else ""
        print(f"  {turn}: {seconds[turn].sum() / bare.sum():.2f} ({low:.2f}–{high:.2f}){most}")
    stops = time_stops(corpus)
    print("Of the line with the model:")
    for stop, spent in stops.most_common():
        print(f"  {stop:<12} {100 * spent / stops.total():5.1f} %")
    if seconds[ALONE].sum() / bare.sum() > limit:
        print(f"{capitalised(ALONE)} takes more than {limit:g} times: speed up the costliest stop.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or ["data/articles"]))
