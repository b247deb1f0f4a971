"""Runs: going through articles on the command line, where nothing that fails stops the rest or goes untold."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from demandeur.article import Article, InputError

if TYPE_CHECKING:
    from demandeur.analysis import Analysis

    Reading = Callable[[Article], Analysis]

WELL, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
"""The exit statuses of the command."""


def complain(sentence: str) -> None:
    """Write one sentence, on one line, to standard error."""
    click.echo(" ".join(sentence.splitlines()), err=True)


def json_line(article: Article, reading: "Reading", to_lines: "Callable[[Analysis], str]") -> bytes:
    """Return the article, read and put into lines, as bytes to write."""
    return to_lines(reading(article)).encode("utf-8")


def write_lines(articles: Iterator[Article | InputError], make: Callable[[Article], bytes], output: BinaryIO) -> int:
    """Write what is made of each article as soon as it is, and return the exit status.

    Raises:
        InputError: when the output can't be written.
    """
    run = Run()
    for line in run.results(articles, make):
        if not _written(line, output):
            break
    return run.status


class Run:
    """Goes through the articles, tells which were refused or failed, and knows the exit status for it."""

    def __init__(self) -> None:
        self.status = WELL

    def results(self, articles: Iterator[Article | InputError], make: Callable[[Article], Any]) -> Iterator[Any]:
        """Yield what is made of each article; those of which nothing can be made are told and left out."""
        from tqdm import tqdm

        quiet = not sys.stderr.isatty() or sys.stdout.isatty()  # on one terminal the bar and the lines would mix
        for article in tqdm(articles, unit=" articles", disable=quiet, file=sys.stderr):
            made = article if isinstance(article, InputError) else _made(article, make)
            if isinstance(made, InputError):
                complain(str(made))
                self.status = self.status or BAD_INPUT
            elif isinstance(made, Exception):
                fault = f"{type(made).__name__}: {made}"
                complain(f"{article.id}: the analysis failed ({fault}); please report this fault.")
                self.status = FAILED
            else:
                yield made


def _made(article: Article, make: Callable[[Article], Any]) -> Any:
    try:
        return make(article)
    except InputError as error:
        return InputError(f"{article.id}: {error}")
    except Exception as error:  # whatever goes wrong in one article, the others go on
        return error


def _written(line: bytes, output: BinaryIO) -> bool:
    """Write the line at once; False when nobody reads any more, as with ``| head``."""
    try:
        output.write(line)
        output.flush()
    except OSError as error:
        # What is left in the buffer would raise once more, with a traceback, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno != errno.EPIPE:
            raise InputError(f"standard output: can't be written ({error.strerror}); make room for it.") from error
        return False
    return True
