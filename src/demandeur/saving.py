"""Saving: all files of one analysis in one folder, as the notebooks leave them behind."""

from collections.abc import Sequence
from pathlib import Path

from demandeur.analysis import Analysis
from demandeur.dna import write_dna
from demandeur.export import to_jsonl, write_network, write_tables
from demandeur.files import write_text
from demandeur.pictures import Picture
from demandeur.plover import to_plover


def save(analysis: Analysis, out: str | Path, pictures: Sequence[Picture] = ()) -> list[Path]:
    """Write tables, network, ``analysis.jsonl``, the pictures, and what other programs read; return the paths.

    Without a folder (an empty ``out``), nothing is written.
    """
    if not out:
        return []
    folder = Path(out)
    tables, network, exchange = folder / "tables", folder / "network", folder / "exchange"
    for part in (tables, network, exchange):
        part.mkdir(parents=True, exist_ok=True)
    paths = [*write_tables(analysis, tables), *write_network(analysis, network)]
    paths.append(write_text(folder / "analysis.jsonl", to_jsonl(analysis)))
    paths.append(write_text(exchange / "events.jsonl", to_plover(analysis)))
    paths.append(write_dna([analysis], exchange / "statements.dna"))
    for picture in pictures:
        paths += picture.save(folder / "pictures")
    return paths
