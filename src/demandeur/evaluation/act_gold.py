"""Gold for acts: single sentences, each with the one act that it reports and the words that name both sides.

JSON lines, a sentence a line. For ``acts`` the program says which act it is; for ``pairs`` both sides are given, and
only the act is asked for.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demandeur.article import Article, InputError
from demandeur.evaluation.gold import Row, article_in, gold_rows
from demandeur.files import shown


@dataclass(frozen=True, slots=True)
class ActSentence:
    """A sentence with its act.

    Attributes:
        article: the sentence.
        act: the label, as the gold has it: PLOVER's, or one of ours.
        issuer: texts that name who acts.
        addressee: texts that name the other side; none where nobody is needed.
        issuer_code: country codes that do for the issuer.
        addressee_code: the same for the addressee.
        trigger: the words that make it this act, where the gold has them.
    """

    article: Article
    act: str
    issuer: tuple[str, ...]
    addressee: tuple[str, ...]
    issuer_code: tuple[str, ...] = ()
    addressee_code: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()


_NEEDED, _OPTIONAL = ("issuer", "addressee"), ("issuer_code", "addressee_code", "trigger")


def read_act_sentences(path: str | Path) -> list[ActSentence]:
    """Return the sentences of a file of JSON lines with ``text``, ``act``, ``issuer`` and ``addressee``.

    Raises:
        InputError: at the first line that is not one, or when there is none.
    """
    found = []
    for where, row in gold_rows(path):
        article = article_in(row, where, path, len(found) + 1)
        lists = {name: texts(row, name, where) for name in _NEEDED}
        lists |= {name: texts(row, name, where, needed=False) for name in _OPTIONAL}
        found.append(ActSentence(article, label(row, where), **lists))
    if not found:
        raise InputError(f"{shown(path)}: the file is empty; give a gold file of sentences with their acts.")
    return found


def label(row: Row, where: str) -> str:
    """Return the row's ``act``.

    Raises:
        InputError: when it has none.
    """
    act = row.get("act")
    if not isinstance(act, str) or not act:
        raise InputError(f"{where}: act is {_told(act)}; name the act, such as REQUEST.")
    return act


def _told(value: Any) -> str:
    return "missing" if value is None else "no word"


def texts(row: Row, name: str, where: str, *, needed: bool = True) -> tuple[str, ...]:
    """Return the list of texts that a row has under a name; one that is not needed may be missing.

    Raises:
        InputError: when it is missing all the same, or no such list.
    """
    value = row.get(name)
    if value is None:
        if needed:
            raise InputError(f"{where}: {name} is missing; give a list of names, an empty one for nobody.")
        return ()
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise InputError(f'{where}: {name} is not a list of texts; write it like ["Velgia", "the minister"].')
    return tuple(value)
