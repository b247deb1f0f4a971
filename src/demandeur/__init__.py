"""Demandeur reads news about negotiations: who demands what of whom, what the answer was, where each actor stands."""

from demandeur.analysis import Analysis
from demandeur.article import Article, InputError

__all__ = ["Analysis", "Article", "InputError"]
