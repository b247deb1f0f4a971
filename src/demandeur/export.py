"""Export: an analysis → JSON lines, CSV, Parquet, and the network of demands as GraphML and GEXF.

Every file is written whole or not at all, and is the same, byte for byte, for the same analysis. Lone surrogates,
which no file but JSON can hold, become U+FFFD, and so do control characters in GraphML and GEXF.
"""

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from networkx.readwrite.gexf import GEXFWriter

from demandeur.analysis import Analysis
from demandeur.files import whole_file, without_surrogates, write_bytes, write_text
from demandeur.jsonl import as_line
from demandeur.tables import ACTORS, DEMANDS, TABLES, Column, records

NOBODY = "(nobody named)"
"""The node that open demands are directed at."""

SOMEBODY = "(issuer not named)"
"""The node from which demands come whose issuer the article does not tell."""

# What a spreadsheet would take for a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_ARROW = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "list": pa.list_(pa.string()),
    "spans": pa.list_(pa.list_(pa.int64())),
}

_UNSAFE_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_jsonl(analysis: Analysis) -> str:
    """Return the analysis as one line of JSON, newline included: the line that ``demandeur extract`` writes."""
    return as_line(analysis.record())


def write_tables(analysis: Analysis, folder: Path) -> list[Path]:
    """Write each table as ``NAME.csv`` and ``NAME.parquet`` to the folder, which must exist, and return the paths.

    CSV is UTF-8 with a header. Lists are joined by ``; ``, spans look like ``12-30; 40-60``, a missing value is an
    empty cell. A text that a spreadsheet would run as a formula, because it begins with ``= + - @``, a tab or a
    carriage return, gets an apostrophe in front; numbers are left alone. Parquet has every text verbatim, and lists
    as lists.
    """
    paths = []
    for name, columns in TABLES.items():
        frame = getattr(analysis, name)
        paths.append(write_text(folder / f"{name}.csv", _csv(frame, columns)))
        paths.append(write_bytes(folder / f"{name}.parquet", _parquet(frame, columns)))
    return paths


def _csv(frame: pd.DataFrame, columns: tuple[Column, ...]) -> str:
    file = io.StringIO(newline="")
    # With this line end, the one of RFC 4180, a carriage return inside a text gets quoted.
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(column.name for column in columns)
    for row in records(frame):
        table.writerow(
            row[column.name] if column.kind in ("integer", "number", "boolean") else _cell(row[column.name])
            for column in columns
        )
    return file.getvalue()


def _cell(value: str | list | None) -> str:
    text = _flat(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _flat(value: str | list | None) -> str:
    """Return a text, a list of texts or a list of spans as one text; a missing one as an empty text."""
    if isinstance(value, list):
        parts = [part if isinstance(part, str) else f"{part[0]}-{part[1]}" for part in value]
        return "; ".join(parts)
    return "" if value is None else value


def _parquet(frame: pd.DataFrame, columns: tuple[Column, ...]) -> bytes:
    schema = pa.schema([(column.name, _ARROW[column.kind]) for column in columns])
    rows = [{key: _without_surrogates(value) for key, value in row.items()} for row in records(frame)]
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema), file)
    return file.getvalue()


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_surrogates(part) for part in value]
    return without_surrogates(value) if isinstance(value, str) else value


def network(analysis: Analysis, level: str | None = None) -> nx.MultiDiGraph:
    """Return who demands what of whom: a node per actor, an edge per demand, issuer and addressee.

    Nodes carry every column of ``actors`` and a ``label``, edges every column of ``demands`` and their id as ``label``.
    An open demand leads to the node ``NOBODY``, one without issuer comes from ``SOMEBODY``.

    Args:
        analysis: where the actors and demands are.
        level: ``actor`` or ``country``; by default, the analysis as it is.

    Raises:
        ValueError: for another level, or when an analysis of countries should be read by actors.
    """
    if level is not None:
        analysis = analysis.at_level(level)
    graph = nx.MultiDiGraph()
    for actor in records(analysis.actors):
        graph.add_node(actor["actor_id"], label=actor["name"], **actor)
    for demand in records(analysis.demands):
        _add_edges(graph, demand)
    return graph


def _add_edges(graph: nx.MultiDiGraph, demand: dict[str, Any]) -> None:
    issuers = demand["issuers"] or [SOMEBODY]
    addressees = demand["addressees"] or [NOBODY]
    single = len(issuers) == len(addressees) == 1
    for issuer in issuers:
        for addressee in addressees:
            _add_missing(graph, issuer)
            _add_missing(graph, addressee)
            key = demand["demand_id"] if single else f"{demand['demand_id']}: {issuer} > {addressee}"
            graph.add_edge(issuer, addressee, key=key, label=demand["demand_id"], **demand)


def _add_missing(graph: nx.MultiDiGraph, node: str) -> None:
    if node not in graph:
        empty = {column.name: [] if column.kind == "list" else None for column in ACTORS}
        graph.add_node(node, label=node, **empty | {"actor_id": node, "name": node})


def joined_network(analyses: Iterable[Analysis], level: str | None = None) -> nx.MultiDiGraph:
    """Return the demands of several articles as one network.

    An actor who has the same id, name and kind in several articles is one node: mentions are added up, other names
    put together, and what else is known is the first article's. Every edge has besides the columns of ``demands``
    the ``article`` (its id), its ``date``, and the words of the ``evidence``.
    """
    whole = nx.MultiDiGraph()
    for number, analysis in enumerate(analyses, start=1):
        part = network(analysis, level)
        place = {node: _joined_node(whole, node, attributes, number) for node, attributes in part.nodes(data=True)}
        article = {"article": str(analysis.article.id), "date": analysis.article.date}
        for issuer, addressee, key, demand in part.edges(keys=True, data=True):
            start, end = demand["evidence_start"], demand["evidence_end"]
            words = None if start is None or end is None else analysis.article.text[start:end]
            more = article | {"evidence": words}
            whole.add_edge(place[issuer], place[addressee], key=f"{number}:{key}", **demand, **more)
    return whole


def _joined_node(whole: nx.MultiDiGraph, node: str, attributes: dict[str, Any], number: int) -> str:
    """Put an actor of one more article into the network and return its node."""
    known = whole.nodes.get(node)
    if known is not None and (known["name"], known["kind"]) != (attributes["name"], attributes["kind"]):
        node = f"{node} ({number})"
        known = None
    if known is None:
        whole.add_node(node, **attributes)
        return node
    known["aliases"] = list(dict.fromkeys([*known["aliases"], *attributes["aliases"]]))
    known["n_mentions"] = (known["n_mentions"] or 0) + (attributes["n_mentions"] or 0)
    for name, value in attributes.items():
        if known[name] is None:
            known[name] = value
    return node


def write_network(analysis: Analysis, folder: Path, level: str | None = None) -> list[Path]:
    """Write ``network.graphml`` and ``network.gexf`` to the folder, which must exist, and return the paths.

    Lists are joined by ``; ``, spans look like ``12-30; 40-60``; a missing text is empty, a missing number is left out.
    """
    graph = network(analysis, level)
    return [write_graphml(graph, folder / "network.graphml"), write_gexf(graph, folder / "network.gexf")]


def write_graphml(graph: nx.MultiDiGraph, path: Path) -> Path:
    """Write a network of demands as GraphML, with every attribute, and return the path."""
    with whole_file(path) as temporary:
        nx.write_graphml(_writable(graph), temporary, encoding="utf-8")
    return path


def write_gexf(graph: nx.MultiDiGraph, path: Path) -> Path:
    """Write a network of demands as GEXF 1.2, with every attribute, and return the path."""
    writer = GEXFWriter(encoding="utf-8", version="1.2draft")
    writer.add_graph(_writable(graph))
    writer.xml.find("meta").attrib.pop("lastmodifieddate")  # today's date would change the bytes every day
    return write_text(path, f'<?xml version="1.0" encoding="utf-8"?>\n{writer}\n')


def _writable(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy with attributes that XML can hold, and of one type each."""
    copy = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        copy.add_node(_xml_text(node), **_xml_attributes(attributes))
    for issuer, addressee, key, attributes in graph.edges(keys=True, data=True):
        copy.add_edge(_xml_text(issuer), _xml_text(addressee), key=_xml_text(key), **_xml_attributes(attributes))
    return copy


_NUMBERS = {column.name for column in (*ACTORS, *DEMANDS) if column.kind in ("integer", "number", "boolean")}


def _xml_attributes(attributes: dict[str, Any]) -> dict[str, Any]:
    plain = {}
    for name, value in attributes.items():
        if name not in _NUMBERS:
            plain[name] = _xml_text(value)
        elif value is not None:
            plain[name] = value
    return plain


def _xml_text(value: Any) -> str:
    return _UNSAFE_IN_XML.sub("\ufffd", _flat(value))
