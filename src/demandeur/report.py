"""Report: notebooks → papermill → one self-contained page an article, and a page over all of them."""

from collections.abc import Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from pathlib import Path

from tqdm import tqdm

from demandeur.article import Article, InputError
from demandeur.contents import write_index
from demandeur.files import check_folder, find_project_root
from demandeur.making import Outcome, Workshop, choose_folder, make_report
from demandeur.parameters import Issues, read_actors_text, read_issues, with_parameters
from demandeur.provenance import recipe
from demandeur.running import typed_parameters

__all__ = ["Outcome", "find_notebooks", "write_reports"]

NOTEBOOKS = ("1_article.ipynb", "2_stance_and_sentiment.ipynb", "3_demands.ipynb")
SIDE_BY_SIDE = 2  # kernels at a time: each needs a core and half a gigabyte
AHEAD = 4  # articles in work or next in turn: a folder of fifty thousand is not read at once

Articles = Iterable[Article | InputError]


def write_reports(articles: Articles, out: Path, parameters: Mapping[str, str], progress: bool = True) -> list[Outcome]:
    """Write a folder with report, notebooks, tables and pictures for each article, and the index over all of them.

    An article that fails does not stop the others. What is finished stays, also when the run is interrupted; an
    article whose report is up to date is not made again.

    Args:
        articles: the articles, and in their place the sentence for each that could not be read.
        out: the folder to write into.
        parameters: further parameters of the notebooks, as text.
        progress: whether to show a bar on stderr.

    Returns:
        One outcome an article, in the articles' order.

    Raises:
        InputError: before any work, for a parameter that no notebook has, or a folder that can't be written.
    """
    notebooks = find_notebooks()
    typed = typed_parameters(notebooks, parameters)
    speaker, issues = typed.pop("speaker", ""), read_issues(typed.pop("issues", ""))
    actors = read_actors_text(typed.pop("actors", ""))
    check_folder(out)
    kernels = ThreadPoolExecutor(SIDE_BY_SIDE)
    desks = ThreadPoolExecutor(SIDE_BY_SIDE)
    with tqdm(total=0, unit="notebook", disable=not progress, leave=False) as bar:
        workshop = Workshop(notebooks, typed, recipe(notebooks), kernels, bar.update, actors)
        try:
            return _work_through(_with_parameters(articles, speaker, issues), out, workshop, desks, bar)
        finally:  # also when interrupted: what waits is dropped, what runs comes to its end, what is finished is listed
            kernels.shutdown(cancel_futures=True)
            desks.shutdown(cancel_futures=True)
            write_index(out)


def _with_parameters(articles: Articles, speaker: str, issues: Issues | None) -> Articles:
    """Yield the articles with speaker and issues put in; what could not be read passes by."""
    for article in articles:
        unread = isinstance(article, InputError)
        yield article if unread else with_parameters(article, speaker=speaker, issues=issues)


def _work_through(articles: Articles, out: Path, workshop: Workshop, desks: Executor, bar: tqdm) -> list[Outcome]:
    """Make the reports, a few at a time, and return the outcomes in the articles' order."""
    outcomes: list[Outcome | None] = []
    running: dict[Future, int] = {}
    taken: set[Path] = set()
    for article in articles:
        outcomes.append(None)
        bar.total += len(workshop.notebooks)
        if isinstance(article, InputError):
            outcomes[-1] = Outcome("", None, str(article), "bad-input")
            workshop.tick(len(workshop.notebooks))
            continue
        folder = choose_folder(out, article, taken)
        running[desks.submit(make_report, article, folder, workshop)] = len(outcomes) - 1
        if len(running) >= AHEAD:
            _collect(running, outcomes)
    while running:
        _collect(running, outcomes)
    return outcomes


def _collect(running: dict[Future, int], outcomes: list[Outcome | None]) -> None:
    """Wait for the next articles to be finished and put their outcomes in their places."""
    finished, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in finished:
        outcomes[running.pop(future)] = future.result()


def find_notebooks() -> list[Path]:
    """Return the paths of the notebooks that a report is made of.

    Raises:
        InputError: when the package is installed without the project around it.
    """
    root = find_project_root()
    found = [root / "notebooks" / name for name in NOTEBOOKS] if root else []
    if not all(path.is_file() for path in found) or not found:
        raise InputError(f"notebooks: {', '.join(NOTEBOOKS)} aren't there; install from a clone of the project.")
    return found
