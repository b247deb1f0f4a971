"""Once: what is worked out once for a token or a document, and remembered with the document."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from spacy.tokens import Doc, Token

Answer = TypeVar("Answer")


def once_a_token(ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """Return a question to a token that is worked out once a token; nobody may change the answer."""
    question = f"{ask.__module__}.{ask.__name__}"

    @wraps(ask)
    def answer(token: Token) -> Answer:
        known = token.doc.user_data.get(question)
        if known is None:
            known = token.doc.user_data[question] = {}
        place = token.i
        try:
            return known[place]
        except KeyError:
            found = known[place] = ask(token)
            return found

    return answer


def once_a_step(ask: Callable[[Token, Token | None], Answer]) -> Callable[..., Answer]:
    """Return a question to a token and the one below it, or none, that is worked out once for the two."""
    question = f"{ask.__module__}.{ask.__name__}"

    @wraps(ask)
    def answer(token: Token, below: Token | None = None) -> Answer:
        known = token.doc.user_data.get(question)
        if known is None:
            known = token.doc.user_data[question] = {}
        step = (token.i, -1 if below is None else below.i)
        try:
            return known[step]
        except KeyError:
            found = known[step] = ask(token, below)
            return found

    return answer


def once_a_document(ask: Callable[[Doc], Answer]) -> Callable[[Doc], Answer]:
    """Return a question to a document that is worked out once; nobody may change the answer, which is never None."""
    question = f"{ask.__module__}.{ask.__name__}"

    @wraps(ask)
    def answer(doc: Doc) -> Answer:
        known = doc.user_data.get(question)
        if known is None:
            known = doc.user_data[question] = ask(doc)
        return known

    return answer


def forget(doc: Doc) -> None:
    """Forget what was looked up in a document; what is asked again is looked up again."""
    doc.user_data.clear()
