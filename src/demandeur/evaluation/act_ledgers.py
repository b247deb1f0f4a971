"""Ledgers: the acts that careful readers found in whole articles, in any of the three forms of ``data/README.md``.

- a ledger: JSON lines, an article a line, with its text and a list of acts whose actors are lists of names;
- corrections: lines of ``demandeur extract`` that a reader corrected, beside the articles from which they were made;
- the project's own gold: a file or folder as in ``data/gold``.
"""

from pathlib import Path
from typing import Any

from demandeur.article import Article, InputError
from demandeur.evaluation.act_gold import label, texts
from demandeur.evaluation.corrections import corrected_acts
from demandeur.evaluation.gold import LedgerArticle, Row, Span, article_in, checked_spans, gold_rows, read_ledgers
from demandeur.evaluation.gold_act import ActLedger, GoldAct, answer_of, flag
from demandeur.files import resolve, shown
from demandeur.readers import read_articles


def read_act_ledgers(path: str | Path, articles: str | None = None) -> list[ActLedger]:
    """Return the articles of a gold with their acts.

    Args:
        path: JSON lines, a ledger's or corrected ones of ``demandeur extract``, or gold as in ``data/gold``.
        articles: for corrections, the input that ``demandeur extract`` was given.

    Raises:
        InputError: at the first line that is no gold, or when an article is missing.
    """
    if is_own_gold(path):
        return [_own(entry) for entry in read_ledgers(path)]
    known = None if articles is None else _by_id(articles)
    found = []
    for where, row in gold_rows(path):
        is_corrected = "article" in row
        found.append(_corrected(row, known, where) if is_corrected else _ledger(row, where, path, len(found) + 1))
    if not found:
        raise InputError(f"{shown(path)}: the file is empty; give a ledger.")
    return found


def is_own_gold(path: str | Path) -> bool:
    """True for a folder, and for a file whose first line is a row of a table."""
    if resolve(path).is_dir():
        return True
    _, first = next(gold_rows(path), ("", {}))
    return "table" in first


def _own(entry: LedgerArticle) -> ActLedger:
    """Return the acts of an article of ``data/gold``, whose requests stand among the demands alone."""
    rows = [*entry.tables["acts"], *(row | {"act": "REQUEST"} for row in entry.tables["demands"])]
    tables = entry.tables | {"acts": [row | {"optional": not row["sure"]} for row in rows]}
    return ActLedger(entry.article, corrected_acts(tables, entry.article.text, f"the gold of {entry.article.id}"))


def _by_id(articles: str) -> dict[str, Article]:
    found = {}
    for article in read_articles([articles]):
        if isinstance(article, InputError):
            raise article
        found[str(article.id)] = article
    return found


def _corrected(row: Row, articles: dict[str, Article] | None, where: str) -> ActLedger:
    if articles is None:
        raise InputError(f"{where}: no text, as in all that extract writes; name its input with --articles INPUT.")
    head = row["article"] if isinstance(row["article"], dict) else {}
    article = articles.get(str(head.get("id")))
    if article is None:
        raise InputError(f"{where}: no article has the id {shown(head.get('id'))}; name another input with --articles.")
    if head.get("sha256") not in (None, article.sha256):
        raise InputError(f"{where}: the text of {shown(article.id)} has changed since it was read; extract it again.")
    return ActLedger(article, corrected_acts(row, article.text, where))


def _ledger(row: Row, where: str, path: str | Path, number: int) -> ActLedger:
    if not isinstance(row.get("acts"), list):
        raise InputError(f"{where}: no list named acts; this is not a ledger.")
    article = article_in(row, where, path, number)
    length = len(article.text)
    acts = [_act(entry, length, f"{where}, act {i}") for i, entry in enumerate(row["acts"], start=1)]
    return ActLedger(article, tuple(acts))


def _act(entry: Any, length: int, where: str) -> GoldAct:
    if not isinstance(entry, dict):
        raise InputError(f"{where}: not a JSON object; write one with act, issuer, addressee and evidence_span.")
    evidence = _span(entry, "evidence_span", length, where)
    content = _span(entry, "content_span", length, where)
    if evidence is None:
        raise InputError(f"{where}: evidence_span is missing; give [start, end] of the words that show the act.")
    several = entry.get("content_spans")
    return GoldAct(
        act=label(entry, where),
        issuers=texts(entry, "issuer", where),
        addressees=texts(entry, "addressee", where),
        may_be_open=flag(entry, "open_addressee", where),
        optional=flag(entry, "optional", where),
        evidence=evidence,
        contents=_contents(content, several, length, where),
        answer=answer_of(entry.get("answer"), "answer", where),
    )


def _contents(content: Span | None, several: Any, length: int, where: str) -> tuple[Span, ...]:
    """Return the content's span, and after it those that do as well."""
    spans = () if several is None else checked_spans(several, length, f"{where}: content_spans")
    first = () if content is None else (content,)
    return first + tuple(span for span in spans if span not in first)


def _span(entry: Row, name: str, length: int, where: str) -> Span | None:
    if entry.get(name) is None:
        return None
    [span] = checked_spans([entry[name]], length, f"{where}: {name}, in a list,")
    return span
