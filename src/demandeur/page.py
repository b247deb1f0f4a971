"""Page: the cells of the executed notebooks that a reader wants to see, put into one HTML page.

A cell says by its tags where it belongs: ``report-ledger`` puts it into the section of the ledger. The template, with
the style in it, is the project's own: the stock ones load scripts from other servers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbformat import NotebookNode

TEMPLATE = Path(__file__).parent / "template"
TAG = "report-"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page: its name, which tags and links use, and its entry in the table of contents."""

    name: str
    entry: str = ""


SECTIONS = (
    Section("finding"),
    Section("limits", "What it can’t tell"),
    Section("ledger", "Ledger"),
    Section("demands", "Demands"),
    Section("matrix", "Who to whom"),
    Section("stance", "Stance"),
    Section("attitudes", "Attitudes"),
    Section("tone", "Tone"),
    Section("text", "Full text"),
    Section("provenance", "How it was made"),
)


def make_page(notebooks: Sequence[NotebookNode], title: str, about: Sequence[str] = ()) -> str:
    """Return the report of one article as a page that needs nothing but itself.

    Args:
        notebooks: the executed notebooks; their tagged cells are taken in the order of ``SECTIONS``.
        title: the page's title.
        about: what stands over the title, such as date and source.

    Raises:
        LookupError: when no cell is tagged for one of the sections.
    """
    chosen = nbformat.v4.new_notebook()
    for section in SECTIONS:
        cells = tagged_cells(notebooks, section.name)
        if not cells:
            raise LookupError(f"no cell of the notebooks has the tag {TAG}{section.name}")
        for number, cell in enumerate(cells):
            cell = nbformat.from_dict(cell)
            cell.id = f"{section.name}-{number}"
            cell.metadata["section"] = section.name
            chosen.cells.append(cell)
    exporter = HTMLExporter(
        template_name=TEMPLATE.name,
        extra_template_basedirs=[str(TEMPLATE.parent)],
        exclude_input=True,
        exclude_anchor_links=True,
    )
    head = {"page_title": title, "about": list(about), "sections": SECTIONS, "style": read_style()}
    html, _ = exporter.from_notebook_node(chosen, resources=head)
    return html.strip() + "\n"


def tagged_cells(notebooks: Sequence[NotebookNode], section: str) -> list[Mapping]:
    """Return the cells that are tagged for a section, in the notebooks' order."""
    tag = TAG + section
    return [cell for notebook in notebooks for cell in notebook.cells if tag in cell.metadata.get("tags", [])]


def plain_output(notebooks: Sequence[NotebookNode], section: str) -> str:
    """Return what the cells of a section show, as plain text."""
    texts = []
    for cell in tagged_cells(notebooks, section):
        for output in cell.get("outputs", []):
            texts.append(output.get("data", {}).get("text/plain", ""))
    return "\n".join(text for text in texts if text)


def read_style() -> str:
    """Return the style sheet that both the report and the index carry inside."""
    return (TEMPLATE / "style.css").read_text(encoding="utf-8")
