"""Files: written whole or not at all, named safely, found from any folder."""

import os
import re
import secrets
import tomllib
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from demandeur.article import InputError

LONGEST_SLUG = 80
_PACKAGE = Path(__file__).resolve().parent


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a temporary path beside ``path`` that takes its place when the block ends well, and is removed otherwise.

    For writers that want a path of their own; the folder must exist.
    """
    temporary = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        yield temporary
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> Path:
    """Write the bytes whole or not at all, and return the path."""
    with whole_file(path) as temporary:
        temporary.write_bytes(data)
    return path


def write_text(path: Path, text: str) -> Path:
    """Write the text in UTF-8, whole or not at all, newlines as they are, and return the path.

    A lone surrogate, which UTF-8 can't hold, becomes U+FFFD.
    """
    return write_bytes(path, without_surrogates(text).encode("utf-8"))


def without_surrogates(text: str) -> str:
    r"""Return the text with each lone surrogate replaced by U+FFFD, one code point for one.

    Example:
        >>> without_surrogates("a\ud800b") == "a\ufffdb"
        True
    """
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def check_folder(folder: Path) -> None:
    """Make the output folder, with its parents, and see that a file can be written there.

    Raises:
        InputError: when it can't be made or written to.
    """
    trial = folder / f".{secrets.token_hex(8)}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial.touch()
        trial.unlink()
    except OSError as error:
        in_the_way = isinstance(error, FileExistsError | NotADirectoryError)
        reason = "a file stands in its way" if in_the_way else error.strerror
        raise InputError(f"{shown(folder)}: can't write to this output folder ({reason}); name another one.") from error


def slug(text: str) -> str:
    """Return a folder name for an article's id: lower-case ASCII letters, digits and hyphens, never empty.

    Different ids may have the same slug.

    Example:
        >>> slug("Talks {draft} “No. 2”.é")
        'talks-draft-no-2-e'
        >>> slug("../..")
        'article'
    """
    plain = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-") or "article"


def shown(name: object) -> str:
    r"""Return a file's name, or any word of the user's, fit for one sentence: on one line, at most 100 characters.

    Example:
        >>> shown("two\nlines")
        'two\\nlines'
    """
    text = "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in str(name))
    return text if len(text) <= 100 else f"{text[:48]} … {text[-48:]}"


@cache
def find_project_root() -> Path | None:
    """Return the folder of the project's own pyproject.toml, or None when the package is installed elsewhere."""
    for folder in _PACKAGE.parents:
        config = folder / "pyproject.toml"
        if config.is_file():
            name = tomllib.loads(config.read_text(encoding="utf-8")).get("project", {}).get("name")
            return folder if name == "demandeur" else None
    return None


def resolve(path: str | Path) -> Path:
    """Return where a relative path leads: from the current folder if it is there, else from the project's root.

    A path that exists in neither place is returned as it is.
    """
    root = find_project_root()
    if os.path.exists(path) or os.path.isabs(path) or root is None:  # unlike Path.exists, never raises
        return Path(path)
    from_root = root / path
    return from_root if os.path.exists(from_root) else Path(path)
