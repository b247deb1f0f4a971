"""Demandeur reads news about negotiations: who demands what of whom, what the answer was, where each actor stands."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from demandeur import pictures
    from demandeur.analysis import Analysis, analyse
    from demandeur.article import Article, InputError
    from demandeur.readers import read_article, read_articles

__all__ = ["Analysis", "Article", "InputError", "analyse", "pictures", "read_article", "read_articles"]

# Where the names are. They are imported when they are first used (PEP 562): spaCy and matplotlib take seconds, and
# ``demandeur --help`` needs neither.
_HOMES = {
    "Analysis": "demandeur.analysis",
    "analyse": "demandeur.analysis",
    "Article": "demandeur.article",
    "InputError": "demandeur.article",
    "read_article": "demandeur.readers",
    "read_articles": "demandeur.readers",
}


def __getattr__(name: str) -> Any:
    """Return a public name, imported from its module."""
    if name == "pictures":
        return import_module("demandeur.pictures")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'demandeur' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__
