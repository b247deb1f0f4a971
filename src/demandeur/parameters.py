"""Parameters: what the notebooks take from their parameters cell, turned into an article to analyse."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

from demandeur.actor_file import KnownActor, read_actor_file
from demandeur.article import Article, InputError
from demandeur.files import resolve, shown
from demandeur.readers import read_article
from demandeur.rows import parse_issues

Issues = dict[str, list[str]]


def open_article(article: str, *, speaker: str = "", issues: str = "") -> Article:
    """Return the article that the parameters of a notebook name.

    Args:
        article: path or URL of one article; a relative path counts from the current folder or the project's.
        speaker: whose own words the whole text is; empty when the article reports or brings its speaker along.
        issues: path of a TOML or JSON file of issues; empty for those that the article brings or names itself.

    Raises:
        InputError: when one of them can't be read.
    """
    return with_parameters(read_article(article), speaker=speaker, issues=read_issues(issues))


def with_parameters(article: Article, *, speaker: str = "", issues: Issues | None = None) -> Article:
    """Return the article with a speaker and issues put in, where they are given."""
    if speaker:
        article = replace(article, speaker=speaker)
    if issues:
        article = replace(article, issues=issues)
    return article


def read_actors(path: str) -> tuple[KnownActor, ...]:
    """Return the actors of an actor file; none for an empty path.

    Raises:
        InputError: when the file can't be read or has an entry that can't be used.
    """
    return read_actor_file(resolve(path)) if path else ()


def read_actors_text(path: str) -> str:
    """Return the text of an actor file that can be used, to be kept with a report; empty for an empty path.

    Raises:
        InputError: as ``read_actors`` does.
    """
    read_actors(path)
    return resolve(path).read_text(encoding="utf-8") if path else ""


def read_issues(path: str) -> Issues | None:
    """Return the issues of a TOML or JSON file: name → keywords; ``None`` for an empty path.

    Raises:
        InputError: when there is no such file, or it does not hold lists of keywords.
    """
    if not path:
        return None
    file = resolve(path)
    where = shown(path)
    example = 'write it like ceasefire = ["truce", "lull"]'
    try:
        text = file.read_text(encoding="utf-8")
        value = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise InputError(f"{where}: can't read this file of issues ({error.strerror}); check its path.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: this file of issues isn't UTF-8; save it as UTF-8.") from error
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        kind = "JSON" if file.suffix.lower() == ".json" else "TOML"
        raise InputError(f"{where}: not valid {kind} ({error}); {example}.") from error
    issues = parse_issues(value, where)
    if isinstance(issues, InputError):
        raise issues
    if issues is None:
        raise InputError(f"{where}: there is no issue in this file; {example}.")
    return issues


def readable_title(article: Article) -> str:
    """Return the article's title, or, where it has none, its id as words.

    Example:
        >>> readable_title(Article.from_text("…", id="ceasefire-talks_2"))
        'Ceasefire talks 2'
    """
    if article.title:
        return article.title
    words = " ".join(Path(str(article.id)).name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] if words else "Untitled article"
