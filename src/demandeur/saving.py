"""Saving: all files of one analysis in one folder, as the notebooks leave them behind."""

from collections.abc import Sequence
from pathlib import Path

from demandeur.analysis import Analysis
from demandeur.export import to_jsonl, write_network, write_tables
from demandeur.files import write_text
from demandeur.pictures import Picture


def save(analysis: Analysis, out: str | Path, pictures: Sequence[Picture] = ()) -> list[Path]:
    """Write tables, network, ``analysis.jsonl`` and the pictures under a folder and return the paths.

    Without a folder (an empty ``out``), nothing is written.
    """
    if not out:
        return []
    folder = Path(out)
    tables, network = folder / "tables", folder / "network"
    tables.mkdir(parents=True, exist_ok=True)
    network.mkdir(exist_ok=True)
    paths = [*write_tables(analysis, tables), *write_network(analysis, network)]
    paths.append(write_text(folder / "analysis.jsonl", to_jsonl(analysis)))
    for picture in pictures:
        paths += picture.save(folder / "pictures")
    return paths
