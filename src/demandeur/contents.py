"""Contents: the page that leads to all reports of a folder."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from demandeur.files import write_text
from demandeur.page import TEMPLATE, read_style
from demandeur.wording import capitalised, count, number_word

MADE = "made.json"


def write_index(out: Path) -> Path | None:
    """Write ``index.html`` over all reports in a folder, those of earlier runs too, and return its path.

    In a folder in which nothing was ever made, none is written.
    """
    made = read_all_made(out)
    if not made:
        return None
    reports = sorted((entry for entry in made if not entry["error"]), key=_by_folder)
    reports.sort(key=_by_date, reverse=True)
    environment = Environment(loader=FileSystemLoader(TEMPLATE), autoescape=True, undefined=StrictUndefined)
    page = environment.get_template("contents.html.j2").render(
        style=read_style(),
        reports=reports,
        failures=[entry for entry in made if entry["error"]],
        summary=_summary(reports),
        count=count,
    )
    return write_text(out / "index.html", page.strip() + "\n")


def read_all_made(out: Path) -> list[dict[str, Any]]:
    """Return what stands in each folder's ``made.json``, with the folder's name, by that name."""
    found = []
    for path in sorted(out.glob(f"*/{MADE}")):
        if entry := read_made(path.parent):
            found.append(entry | {"folder": path.parent.name})
    return found


def read_made(folder: Path) -> dict[str, Any]:
    """Return what a folder's ``made.json`` says about its report; nothing when it is missing or damaged."""
    path = folder / MADE
    if not path.is_file():
        return {}
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {}


def _summary(reports: list[dict[str, Any]]) -> str:
    demands = sum(entry["demands"] for entry in reports)
    answered = sum(entry["answered"] for entry in reports)
    if not reports:
        return "There is no report here yet."
    found = capitalised(f"{count(len(reports), 'article')}, {count(demands, 'demand')}")
    return f"{found}, {number_word(answered)} of them answered in the same article."


def _by_folder(entry: dict[str, Any]) -> str:
    return entry["folder"]


def _by_date(entry: dict[str, Any]) -> str:
    return entry["date"] or ""
