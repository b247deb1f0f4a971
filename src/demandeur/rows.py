"""Rows: the lines of JSONL, CSV and Parquet files → articles, one by one.

A row's text and id are kept exactly as they are. A row that can't be read is an ``InputError`` in its place, and the
rows after it are read all the same.
"""

import csv
import datetime
import io
import json
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from demandeur.article import Article, InputError
from demandeur.decoding import decode
from demandeur.english import other_language
from demandeur.files import shown

FIELDS = ("id", "text", "title", "date", "source", "speaker", "issues")
BATCH = 256  # rows of a Parquet file that are in memory at once
_DEEPEST = 100  # brackets within brackets; issues need two
_BRACKET = re.compile(rb"[\[\]{}]")
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')

Row = dict[str, Any]


def read_jsonl(lines: Iterable[bytes], name: str, stem: str) -> Iterator[Article | InputError]:
    """Yield the article of each line that is not blank, as soon as the line is there.

    Args:
        lines: the lines of the file, in UTF-8, each with its newline.
        name: the file's name, for messages and as the articles' ``source``.
        stem: what a missing id begins with; the line's number follows.
    """
    for number, where, row in json_rows(lines, name):
        yield row if isinstance(row, InputError) else article_of(row, where, name, f"{stem}-{number}")


def json_rows(lines: Iterable[bytes], name: str) -> Iterator[tuple[int, str, Row | InputError]]:
    """Yield for each line that is not blank its number, where it stands, in words, and its row or what is wrong."""
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        where = f"{shown(name)}, line {number}"
        if number == 1 and line.lstrip().startswith(b"["):
            yield number, where, InputError(f"{where}: this is a JSON array; write one JSON object a line instead.")
            return
        yield number, where, _parse_json(line, where)


def _is_deep(line: bytes) -> bool:
    """True for brackets nested deeper than a row needs, at which the parser would run out of stack."""
    depth = 0
    for bracket in _BRACKET.findall(_STRING.sub(b"", line)) if line.count(b"[") + line.count(b"{") > _DEEPEST else ():
        depth += 1 if bracket in b"[{" else -1
        if depth > _DEEPEST:
            return True
    return False


def _parse_json(line: bytes, where: str) -> Row | InputError:
    if _is_deep(line):
        return InputError(f"{where}: JSON that can't be read; write one flat object a line.")
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return InputError(f"{where}: not UTF-8; save the file as UTF-8.")
    except json.JSONDecodeError as error:
        return InputError(f"{where}: not valid JSON ({error.msg} at column {error.colno}); write one object a line.")
    except ValueError:  # a number of thousands of digits
        return InputError(f"{where}: JSON that can't be read; write one flat object a line.")
    if not isinstance(row, dict):
        return InputError(f"{where}: not a JSON object; write one, with a field named text.")
    return row


def read_csv(data: bytes, name: str, stem: str) -> Iterator[Article | InputError]:
    """Yield the article of each row of a comma-separated table with a header; ``issues`` is read as JSON.

    An empty cell counts as missing. Ids stay text, so that ``007`` is not 7.
    """
    text = decode(data, name)
    csv.field_size_limit(2**31 - 1)  # the standard library stops at 131,072 code points a cell
    table = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    while True:
        first_line = table.line_num + 1
        where = f"{shown(name)}, line {first_line}"
        try:
            cells = next(table, None)
        except csv.Error as error:
            yield InputError(f"{where}: not valid CSV ({error}), the rows from here on are left out; mend it.")
            return
        if cells is None:
            return
        if not header:
            header = cells
            if "text" not in header:
                yield InputError(f"{where}: no column named text (found: {shown(', '.join(header))}); name it so.")
                return
        elif len(cells) > len(header):
            yield InputError(f"{where}: more cells than the header has; put texts with commas in double quotes.")
        elif cells:
            row = {key: value for key, value in zip(header, cells, strict=False) if value or key == "text"}
            yield article_of(row, where, name, f"{stem}-{first_line}")


def read_parquet(path: Path, stem: str) -> Iterator[Article | InputError]:
    """Yield the article of each row of a Parquet file, some rows in memory at a time."""
    name = path.name
    try:
        table = pq.ParquetFile(path)
        columns = table.schema_arrow.names
        if "text" not in columns:
            yield InputError(f"{shown(name)}: no column named text (found: {shown(', '.join(columns))}); name it so.")
            return
        number = 0
        for batch in table.iter_batches(BATCH, columns=[field for field in FIELDS if field in columns]):
            for row in batch.to_pylist():
                number += 1
                yield article_of(row, f"{shown(name)}, row {number}", name, f"{stem}-{number}")
    except (pa.ArrowException, OSError):
        yield InputError(f"{shown(name)}: not a Parquet file, or a damaged one; write it again.")


def article_of(row: Row, where: str, name: str, fallback_id: str) -> Article | InputError:
    """Return the article of a row, or what is wrong with it: also an empty text, or one that is not in English.

    Args:
        row: ``text`` and any other of ``FIELDS``; what else it holds is passed over.
        where: file and line, for messages.
        name: the ``source`` of an article that names none.
        fallback_id: the id of an article that brings none.
    """
    if _is_missing(row.get("text")):
        return InputError(f"{where}: no field named text; give each row the article's text under that name.")
    if not isinstance(row["text"], str):
        return InputError(f"{where}: text is not a string; give the article's text.")
    if not row["text"].strip():
        return InputError(f"{where}: the text is empty; give the article's text.")
    identifier = fallback_id if _is_missing(row.get("id")) else row["id"]
    if not isinstance(identifier, str | int | float) or isinstance(identifier, bool):
        return InputError(f"{where}: id is neither a string nor a number; write it as one of them.")
    head = {}
    for field in ("title", "date", "source", "speaker"):
        value = _as_text(row.get(field))
        if value is not None and not isinstance(value, str):
            return InputError(f"{where}: {field} is not a string; write it as one or leave it out.")
        head[field] = value or None
    issues = parse_issues(row.get("issues"), where)
    if isinstance(issues, InputError):
        return issues
    language = other_language(row["text"])
    if language is not None:
        return InputError(f'{where}: the text is not English (it reads as "{language}"); give an English text.')
    return Article(id=identifier, text=row["text"], issues=issues, **head | {"source": head["source"] or name})


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _as_text(value: Any) -> Any:
    """Return a date, or a number such as a year, as text; anything else as it is."""
    if _is_missing(value):
        return None
    if isinstance(value, datetime.date):  # a datetime is one, too
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def parse_issues(value: Any, where: str) -> dict[str, list[str]] | InputError | None:
    """Return issues (name → keywords) from a mapping, a Parquet map or JSON text; None when there are none."""
    if isinstance(value, str) and value.strip():
        try:
            value = json.loads(value)
        except json.JSONDecodeError:
            return InputError(f'{where}: issues is not valid JSON; write it like {{"ceasefire": ["truce", "lull"]}}.')
    if not value:
        return None
    pairs = list(value.items()) if isinstance(value, dict) else value
    issues = {}
    for pair in pairs if isinstance(pairs, list) else [None]:
        if not isinstance(pair, tuple) or not _is_issue(*pair):
            return InputError(f"{where}: issues must give for each name a list of keywords; mend or leave it out.")
        if pair[1] is not None:  # a Parquet struct has every row's names, most of them empty
            issues[pair[0]] = pair[1]
    return issues or None


def _is_issue(name: Any, keywords: Any) -> bool:
    if not isinstance(name, str):
        return False
    return keywords is None or (isinstance(keywords, list) and all(isinstance(word, str) for word in keywords))
