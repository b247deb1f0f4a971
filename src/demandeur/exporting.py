"""Exporting: many analyses → one file in the form of another program."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

from demandeur.analysis import Analysis
from demandeur.article import Article, InputError
from demandeur.dna import write_dna
from demandeur.export import joined_network, write_gexf, write_graphml
from demandeur.files import check_folder, shown, whole_file
from demandeur.plover import to_plover


def check_target(form: str, out: str) -> Path | None:
    """Return the file to write, or ``None`` for standard output.

    Raises:
        InputError: when the form needs a file and none is named, when the file can't be written, or when it would
            take the place of a ``.dna`` file, in which somebody may have coded.
    """
    if out == "-":
        if form != "plover":
            raise InputError(f"--to {form} needs a file to write to; name one with -o FILE.")
        return None
    path = Path(out)
    check_folder(path.parent)
    if path.is_dir():
        raise InputError(f"{shown(out)}: this is a folder; name a file in it.")
    if form == "dna" and path.exists():
        raise InputError(f"{shown(out)}: this file exists, and what was coded in it would be lost; name another one.")
    return path


def read_at_level(article: Article, *, reading: Callable[[Article], Analysis], level: str) -> Analysis:
    """Return the analysis of an article at the level of actors or countries."""
    return reading(article).at_level(level)


def write_export(form: str, analyses: Iterator[Analysis], path: Path) -> bool:
    """Write the analyses as one file, whole or not at all; without any analysis nothing is written, and False given.

    Args:
        form: plover, dna, graphml or gexf.
        analyses: taken one by one, as they come.
        path: the file; its folder must exist.
    """
    first = next(analyses, None)
    if first is None:
        return False
    analyses = itertools.chain([first], analyses)
    if form == "plover":
        with whole_file(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
            for analysis in analyses:
                file.write(to_plover(analysis))
    elif form == "dna":
        write_dna(analyses, path)
    elif form == "graphml":
        write_graphml(joined_network(analyses), path)
    else:
        write_gexf(joined_network(analyses), path)
    return True
