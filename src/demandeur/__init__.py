"""Demandeur reads news about negotiations: who demands what of whom, what the answer was, where each actor stands."""

from demandeur import pictures
from demandeur.analysis import Analysis, analyse
from demandeur.article import Article, InputError
from demandeur.readers import read_article, read_articles

__all__ = ["Analysis", "Article", "InputError", "analyse", "pictures", "read_article", "read_articles"]
