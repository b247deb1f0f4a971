"""Readers: files, folders, web pages and standard input → articles, one by one.

What can't be read is an ``InputError`` in its place, and the rest is read all the same.
"""

import dataclasses
import os
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from http.client import HTTPException
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from demandeur.article import Article, InputError
from demandeur.decoding import decode, refuse_ending, refuse_magic
from demandeur.files import resolve, shown
from demandeur.markup import read_html, read_markdown
from demandeur.rows import article_of, parse_issues, read_csv, read_jsonl, read_parquet

TEXT_ENDINGS = (".txt", ".text")
MARKDOWN_ENDINGS = (".md", ".markdown")
HTML_ENDINGS = (".html", ".htm")
ROWS_ENDINGS = (".jsonl", ".ndjson", ".csv", ".parquet")
ENDINGS = (*TEXT_ENDINGS, *MARKDOWN_ENDINGS, *HTML_ENDINGS, *ROWS_ENDINGS)

LONGEST_TITLE = 120  # code points
TIMEOUT = 30  # seconds for a web server to answer
LARGEST_PAGE = 20_000_000  # bytes

_ONE_ROW = re.compile(r"(.+?\.(?:jsonl|ndjson|csv|parquet))#(.+)", re.IGNORECASE | re.DOTALL)

Source = str | os.PathLike[str]
Articles = Iterator[Article | InputError]


def read_article(
    source: Source, *, speaker: str | None = None, issues: Mapping[str, list[str]] | str | None = None
) -> Article:
    """Return the one article of a file, a web page (``https://…``) or standard input (``-``).

    A row of a JSONL, CSV or Parquet file is named by its id: ``rows.jsonl#some-id``. A relative path is looked up
    from the current folder, then from the project's root.

    Args:
        source: where the article is.
        speaker: when given, the whole text is this actor's own words.
        issues: when given, name of an issue → keywords that mention it, also as JSON text.

    Raises:
        InputError: when there is no such article, more than one, or one that can't be read.
    """
    found = list(islice(_reader_of(os.fspath(source)), 2))
    if isinstance(found[0], InputError) and len(found) == 1:
        raise found[0]
    if len(found) > 1:
        raise InputError(_how_to_pick(source, found))
    article = found[0]
    own_issues = parse_issues(dict(issues) if isinstance(issues, Mapping) else issues, "issues")
    if isinstance(own_issues, InputError):
        raise own_issues
    return dataclasses.replace(article, speaker=speaker or article.speaker, issues=own_issues or article.issues)


def read_articles(sources: Iterable[Source]) -> Articles:
    """Yield every article of the sources in their order, and an ``InputError`` for each that can't be read.

    A source is what ``read_article`` takes, a file of rows, or a folder of files, which is read with the folders
    below it, sorted by name, without hidden ones. Rows are read as they are asked for.
    """
    for source in sources:
        yield from _reader_of(os.fspath(source))


def _how_to_pick(source: Source, found: list[Article | InputError]) -> str:
    if resolve(source).is_dir():
        return f"{shown(source)}: this is a folder of several articles; name one of its files."
    known = [article.id for article in found if isinstance(article, Article)]
    example = f"{source}#{known[0]}" if known else f"{source}#ID"
    return f"{shown(source)}: holds several articles; name one by its id, such as {shown(example)}."


def _reader_of(source: str) -> Articles:
    """Return the articles of one source, at least one article or error."""
    if source == "-":
        return _caught(_read_stdin, "standard input")
    if re.match(r"https?://", source, re.IGNORECASE):
        return _caught(_read_url, source)
    path = resolve(source)
    one_row = _ONE_ROW.fullmatch(source)
    if one_row and not os.path.exists(path):
        return _pick_row(one_row[1], one_row[2])
    if not source or not os.path.exists(path):
        return iter([InputError(f"{shown(source)}: no such file or folder; check the path.")])
    return _read_folder(path) if path.is_dir() else _caught(_read_file, path)


def _caught(read: Callable[[str | Path], Articles], source: str | Path) -> Articles:
    """Yield what ``read`` yields, what it raises for bad input as the last item, and an error if there is nothing."""
    name = shown(source.name if isinstance(source, Path) else source)
    empty = True
    try:
        for article in read(source):
            empty = False
            yield article
    except InputError as error:
        empty = False
        yield error
    except OSError as error:
        empty = False
        yield InputError(f"{name}: can't be read ({shown(error.strerror or error)}); check the file and your rights.")
    if empty:
        yield InputError(f"{name}: no article in it; give a file that holds at least one.")


def _read_folder(folder: Path) -> Articles:
    unreadable: list[OSError] = []
    paths = []
    for root, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(root, name) for name in names if _is_article_file(name)]
    for error in unreadable:
        yield InputError(f"{shown(error.filename)}: this folder can't be read ({error.strerror}); check your rights.")
    for path in sorted(paths):
        yield from _caught(_read_file, path)
    if not paths and not unreadable:
        endings = ", ".join(ENDINGS)
        yield InputError(f"{shown(folder)}: no article in this folder; put files there that end in {endings}.")


def _is_article_file(name: str) -> bool:
    return not name.startswith(".") and PurePosixPath(name).suffix.lower() in ENDINGS


def _read_file(path: Path) -> Articles:
    ending = path.suffix.lower()
    if ending in (".jsonl", ".ndjson"):
        yield from _read_jsonl_file(path)
    elif ending == ".csv":
        yield from read_csv(path.read_bytes(), path.name, path.stem)
    elif ending == ".parquet":
        yield from read_parquet(path, path.stem)
    else:
        refuse_ending(path.name)
        yield _read_document(path.read_bytes(), path.name)


def _read_jsonl_file(path: Path) -> Articles:
    with path.open("rb") as lines:
        start = lines.read(8)
        lines.seek(0)
        refuse_magic(start, path.name)
        if start[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16, which can't be cut at newline bytes
            yield from read_jsonl(decode(lines.read(), path.name).encode().splitlines(), path.name, path.stem)
        else:
            yield from read_jsonl(lines, path.name, path.stem)


def _read_document(data: bytes, name: str) -> Article | InputError:
    """Return the article of a file that holds one: HTML and Markdown by the name's ending, anything else is text."""
    text = decode(data, name).replace("\r\n", "\n")
    path = PurePosixPath(name)
    if not text.strip():
        return InputError(f"{shown(name)}: the file is empty; give one that holds the article's text.")
    if path.suffix.lower() in HTML_ENDINGS:
        row = read_html(text, name)
    elif path.suffix.lower() in MARKDOWN_ENDINGS:
        row = read_markdown(text, name)
    else:
        row = {"text": text, "title": title_of(text)}
    return article_of({"id": path.stem} | row, shown(name), name, path.stem)


def title_of(text: str) -> str | None:
    r"""Return the first line if it is a headline: short, without a full stop, and a blank line and more text below it.

    Example:
        >>> title_of("Talks stall\n\nThe ministers left.")
        'Talks stall'
    """
    first, _, rest = text.lstrip().partition("\n")
    blank, _, more = rest.partition("\n")
    title = first.strip()
    is_title = 0 < len(title) <= LONGEST_TITLE and not title.endswith(".") and not blank.strip() and more.strip()
    return title if is_title else None


def _pick_row(path: str, wanted: str) -> Articles:
    """Yield the first row of the file that has the id, or else one error."""
    errors = []
    ids = 0
    for article in _reader_of(path):
        if isinstance(article, InputError):
            errors.append(article)
        elif str(article.id) == wanted:
            yield article
            return
        else:
            ids += 1
    if errors and not ids:
        yield errors[0]
    else:
        left_out = f", and {len(errors)} rows can't be read" if errors else ""
        yield InputError(f"{shown(path)}: no row has the id {shown(wanted)}{left_out}; check the id.")


def _read_stdin(name: str) -> Articles:
    """Yield the articles of standard input: rows if it begins with ``{``, else one text."""
    lines = sys.stdin.buffer
    start = []
    for line in lines:
        start.append(line)
        if line.removeprefix(b"\xef\xbb\xbf").strip():
            break
    if start and start[-1].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from read_jsonl(chain(start, lines), name, "stdin")
        return
    text = decode(b"".join([*start, *lines]), name).replace("\r\n", "\n")
    if not text.strip():
        yield InputError("standard input: nothing came; pipe the article's text or JSON lines in.")
        return
    yield article_of({"id": "stdin", "text": text, "title": title_of(text)}, name, name, "stdin")


def _read_url(url: str) -> Articles:
    """Yield the article of a web page or of a plain text on the web."""
    try:
        request = urllib.request.Request(url, headers={"User-Agent": "demandeur", "Accept": "text/html, text/plain"})
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            kind = answer.headers.get_content_type()
            data = answer.read(LARGEST_PAGE + 1)
    except urllib.error.HTTPError as error:
        raise InputError(f"{shown(url)}: the server answered {error.code}; check the address.") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(
            f"{shown(url)}: the page can't be fetched ({shown(reason)}); save it and give the file."
        ) from error
    if len(data) > LARGEST_PAGE:
        raise InputError(f"{shown(url)}: larger than {LARGEST_PAGE // 10**6} MB; save the article's text as a file.")
    if kind not in ("text/html", "application/xhtml+xml", "text/plain"):
        raise InputError(f"{shown(url)}: this is {kind}, not a web page; save it and give the file.")
    text = decode(data, url).replace("\r\n", "\n")
    name = PurePosixPath(unquote(urlsplit(url).path)).stem or urlsplit(url).netloc
    row = {"text": text, "title": title_of(text)} if kind == "text/plain" else read_html(text, url, url=url)
    yield article_of({"id": name} | row, shown(url), url, name)
