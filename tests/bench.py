"""Bench: what the whole line costs, as a multiple of the bare spaCy pipeline over the same texts in the same run.

    python tests/bench.py [CORPUS]

The line is what ``demandeur extract`` does for an article: read, analyse, write as JSON. Both take turns, article by
article, in several rounds; of each article the median round counts. Loading model and lexicon counts for neither. The
attitude model is told apart: it has a price for each actor that somebody speaks of.
"""

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

import numpy as np

from demandeur import analysis
from demandeur.article import Article, InputError
from demandeur.attitude_model import AttitudeModel
from demandeur.evaluation.estimates import LEVEL, interval_of_ratio
from demandeur.export import to_jsonl
from demandeur.language import load_model
from demandeur.readers import read_articles
from demandeur.wording import capitalised, count

LIMIT = 1.3
ROUNDS = 3

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

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
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
        started = time.perf_counter()
        article = next(articles, None)
        seconds = time.perf_counter() - started
        if article is None:
            return
        if isinstance(article, InputError):
            print(article, file=sys.stderr)
        else:
            yield article, seconds


def seconds_of(work: Callable[..., object], *arguments: object) -> float:
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started


def line(article: Article) -> str:
    """Return what ``extract`` writes for an article."""
    return to_jsonl(analysis.analyse(article))


def take_turns(corpus: str, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the seconds of the line and of the bare pipeline, one number an article."""
    nlp = load_model()
    own = [name for name in nlp.pipe_names if name.startswith("demandeur")]
    times: dict[int, list[tuple[float, float]]] = {}
    for turn in range(rounds + 1):
        for number, (article, reading) in enumerate(read(corpus)):
            line_first = (turn + number) % 2 == 0
            if line_first:
                of_line = seconds_of(line, article)
            with nlp.select_pipes(disable=own):
                of_bare = seconds_of(nlp, article.text)
            if not line_first:
                of_line = seconds_of(line, article)
            if turn:  # the first round fills the caches of both
                times.setdefault(number, []).append((reading + of_line, of_bare))
    medians = [[statistics.median(column) for column in zip(*pairs, strict=True)] for pairs in times.values()]
    of_line, of_bare = np.array(medians).reshape(-1, 2).T
    return of_line, of_bare


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
            watch.seconds["reading"] += reading
            with watch.at("the rest"):
                found = analysis.analyse(article)
            with watch.at("JSON"):
                to_jsonl(found)
    return watch.seconds


def main(corpus: str, limit: float = LIMIT, rounds: int = ROUNDS) -> int:
    """Print the ratio and the share of each stop, and return the exit status: 1 above the limit, 2 without articles."""
    of_line, of_bare = take_turns(corpus, rounds)
    if not len(of_line):
        print(f"{corpus}: no article to measure with; name another CORPUS.", file=sys.stderr)
        return 2
    ratio = of_line.sum() / of_bare.sum()
    low, high = interval_of_ratio(of_line, of_bare)
    scale = f"{capitalised(count(len(of_line), 'article'))}, {count(rounds, 'round')}"
    print(
        f"{scale}: the line takes {ratio:.2f} times the bare pipeline "
        f"({LEVEL:.0%} interval over articles: {low:.2f}–{high:.2f})"
    )
    stops = time_stops(corpus)
    rest = ratio * (1 - stops[MODEL] / stops.total())
    print(
        f"  without the attitude model, which takes its time for each actor spoken of: {rest:.2f} (at most {limit:g})"
    )
    for stop, seconds in stops.most_common():
        print(f"  {stop:<12} {100 * seconds / stops.total():5.1f} % of the line")
    if rest > limit:
        print(f"That is more than {limit:g} times: speed up the costliest stop.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or ["data/articles"]))
