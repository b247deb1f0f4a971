"""Making: one article's report, from its row to the finished folder."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import nbformat

from demandeur.article import Article
from demandeur.contents import MADE, read_made
from demandeur.files import shown, slug, write_text
from demandeur.page import make_page, plain_output
from demandeur.parameters import readable_title
from demandeur.running import Failure, run_notebook

ROW = "article.jsonl"
ACTORS = "actors.toml"
PAGE = "report.html"
PRODUCTS = (
    ROW,
    ACTORS,
    "notebooks",
    "tables",
    "pictures",
    "network",
    "exchange",
    "analysis.jsonl",
    PAGE,
    MADE,
)  # made.json is the last to be put in place
BROKEN_OFF = "the run was broken off while this report was put in place; make it again"
DIAGNOSIS = (ROW, ACTORS, "notebooks", MADE)  # what is kept when a notebook fails


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article.

    Attributes:
        article_id: the article's id; empty when it could not be read.
        folder: where its report is, or, when a notebook failed, the executed notebooks.
        error: one sentence, when there is no report.
        kind: ok, bad-input (the article can't be read) or failed (a notebook stopped).
        up_to_date: the report was there already, made from the same text, parameters and version.
    """

    article_id: str
    folder: Path | None
    error: str | None
    kind: Literal["ok", "bad-input", "failed"]
    up_to_date: bool = False


@dataclass(frozen=True, slots=True)
class Workshop:
    """What all reports of a run are made with.

    Attributes:
        notebooks: paths of the notebooks, in the order of their names.
        parameters: their parameters, typed.
        recipe: digest of everything else that a report depends on.
        kernels: where notebooks run.
        tick: called with the number of notebooks that are done.
        actors: the reader's actor file, its text; empty when there is none.
    """

    notebooks: Sequence[Path]
    parameters: dict[str, Any]
    recipe: str
    kernels: Executor
    tick: Callable[[int], Any]
    actors: str = ""

    def count_run(self, _: Future) -> None:
        """Count one notebook as done."""
        self.tick(1)


def choose_folder(out: Path, article: Article, taken: set[Path]) -> Path:
    """Return the article's folder and add it to those taken in this run.

    It is named after the article's id. Where another article has the name, or somebody else's files, ``-2`` is added,
    or ``-3`` and so on; an article of an earlier run gets its folder again.
    """
    name = slug(article.id)
    own, free, number = None, None, 1
    while free is None:
        folder = out / (name if number == 1 else f"{name}-{number}")
        made = read_made(folder)
        if folder not in taken:
            if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
                free = folder
            elif made.get("id") == article.id and (own is None or made["made_from"]["text"] == article.sha256):
                own = folder
        number += 1
    taken.add(own or free)
    return own or free


def make_report(article: Article, folder: Path, workshop: Workshop) -> Outcome:
    """Make one report and return what became of it; nothing that goes wrong here stops the other articles."""
    try:
        return _make_report(article, folder, workshop)
    except Exception as error:  # a full disk, a broken notebook: this article's failure and no other's
        reason = shown(str(error).partition("\n")[0])
        return Outcome(str(article.id), None, f"{shown(article.id)}: {type(error).__name__}: {reason}", "failed")


def _make_report(article: Article, folder: Path, workshop: Workshop) -> Outcome:
    row = _row(article)
    made_from = {
        "row": hashlib.sha256(row.encode("utf-8")).hexdigest(),
        "text": article.sha256,
        "parameters": workshop.parameters,
        "recipe": workshop.recipe,
        "actors": hashlib.sha256(workshop.actors.encode("utf-8")).hexdigest() if workshop.actors else None,
    }
    made = read_made(folder)
    if made.get("made_from") == made_from and not made.get("error") and (folder / PAGE).is_file():
        workshop.tick(len(workshop.notebooks))
        return Outcome(str(article.id), folder, None, "ok", up_to_date=True)
    about = {"id": article.id, "title": readable_title(article), "date": article.date, "made_from": made_from}
    with TemporaryDirectory(dir=folder.parent, prefix=".making-") as making:
        room = Path(making)
        (room / "notebooks").mkdir()
        write_text(room / ROW, row)
        if workshop.actors:
            write_text(room / ACTORS, workshop.actors)
        failures = _run_notebooks(room / "notebooks", workshop)
        bad = [failure.message for failure in failures if failure.is_bad_input]
        if bad:
            _clear(folder)
            return Outcome(str(article.id), None, bad[0], "bad-input")
        error = "; ".join(str(failure) for failure in failures) or None
        if not error:
            about |= _finish(article, room)
        _write_made(room, about | {"error": error})
        _move(room, folder, DIAGNOSIS if error else PRODUCTS)
    if error:
        sentence = f"{shown(article.id)}: {error}; see the executed notebooks in {folder / 'notebooks'}"
        return Outcome(str(article.id), folder, sentence, "failed")
    return Outcome(str(article.id), folder, None, "ok")


def _row(article: Article) -> str:
    """Return the article as the line that its notebooks read, so that the folder can be rerun by itself."""
    fields = ("id", "title", "date", "source", "speaker", "issues", "text")
    row = {field: getattr(article, field) for field in fields if getattr(article, field) is not None}
    return json.dumps(row) + "\n"  # ASCII: no reader takes a line separator or a lone surrogate amiss


def _run_notebooks(folder: Path, workshop: Workshop) -> list[Failure]:
    """Run the notebooks into the folder, side by side as far as there are kernels, and return what failed."""
    parameters = workshop.parameters | {"article": f"../{ROW}", "out": ".."}
    if workshop.actors:
        parameters["actors"] = f"../{ACTORS}"
    runs = []
    for source in workshop.notebooks:
        run = workshop.kernels.submit(run_notebook, source, folder / source.name, parameters)
        run.add_done_callback(workshop.count_run)
        runs.append(run)
    return [failure for run in runs if (failure := run.result())]


def _finish(article: Article, room: Path) -> dict[str, Any]:
    """Write the page and return what the index says about it."""
    notebooks = [nbformat.read(path, as_version=4) for path in sorted((room / "notebooks").glob("*.ipynb"))]
    source = article.source if article.source and "://" in article.source else None
    about = [part for part in (article.date, source) if part]
    write_text(room / PAGE, make_page(notebooks, readable_title(article), about))
    analysis = json.loads((room / "analysis.jsonl").read_text(encoding="utf-8"))
    answered = [demand for demand in analysis["demands"] if demand["status"] not in (None, "unanswered")]
    return {
        "finding": plain_output(notebooks, "finding"),
        "demands": len(analysis["demands"]),
        "answered": len(answered),
        "actors": len(analysis["actors"]),
    }


def _move(room: Path, folder: Path, products: Sequence[str]) -> None:
    """Put what was made in the place of what an earlier run made; the folder's other files stay."""
    folder.mkdir(exist_ok=True)
    made = json.loads((room / MADE).read_text(encoding="utf-8"))
    _write_made(folder, made | {"error": BROKEN_OFF})  # holds until the last move, should it never come
    _clear(folder, but=MADE)
    for name in products:
        if (room / name).exists():
            os.replace(room / name, folder / name)


def _clear(folder: Path, but: str = "") -> None:
    """Remove what an earlier run made, so that no old report poses as a new one, and the folder if it is empty then."""
    for name in PRODUCTS:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        elif name != but:
            path.unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _write_made(folder: Path, made: dict[str, Any]) -> None:
    write_text(folder / MADE, json.dumps(made, ensure_ascii=False, indent=1) + "\n")
