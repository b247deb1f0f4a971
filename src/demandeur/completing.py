"""Completing: an act's condition and its deadline, which are no part of its content."""

import re

from demandeur.act import Act
from demandeur.conditions import condition_in, deadline_in, lacked_in
from demandeur.directing import own_content
from demandeur.grammar import text_of
from demandeur.statement import Span

_LAST_AND = re.compile(r"[\s,;]+(?:and|or|but)$")
_LEAST_CONTENT = 8  # code points before a deadline that is cut off
_APART = 5  # code points between an act's content and the condition behind it: ", ", " so "


def complete(act: Act) -> None:
    """Give the act its condition and its deadline, which is no part of its content."""
    act.condition = act.condition or condition_in(act.token, own_content(act))
    if act.condition is not None and act.content is not None and _holds(act.condition, act.content):
        act.condition = None  # "would be grateful if they did it": what is asked for
    if act.condition is None and act.act == "REJECT" and not act.negated:
        act.condition = lacked_in(act.token)
    if act.condition is not None and act.condition[0] <= act.trigger[0] < act.condition[1]:
        act.condition = None
    act.deadline = deadline_in(act.token, own_content(act))
    act.content = _without_deadline(act)
    act.content = _without_condition(act)
    act.content = _with_its_so(act)
    act.content = _without_an_and(act)


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _without_deadline(act: Act) -> Span | None:
    """Return the content without the time at its end: by when is another question than what."""
    if act.content is None or act.deadline is None or act.act not in ("REQUEST", "ACCEPT", "REJECT"):
        return act.content
    start, end = act.content
    if not (start + _LEAST_CONTENT < act.deadline[0] < end <= act.deadline[1] + 1):
        return act.content
    return (start, start + len(text_of(act.token.doc)[start : act.deadline[0]].rstrip(" ,—–-")))


def _without_condition(act: Act) -> Span | None:
    """Return the content without a "without …", a "before …", a "provided that …" that it ends with."""
    is_answer = act.act in ("REJECT", "ACCEPT")
    if act.content is None or act.condition is None or not is_answer or act.condition[1] != act.content[1]:
        return act.content
    end = len(text_of(act.token.doc)[: act.condition[0]].rstrip(" ,"))
    return (act.content[0], end) if end > act.content[0] else act.content


def _with_its_so(act: Act) -> Span | None:
    """Return the content with the "so" of "promised to do so", which the parser may hang elsewhere."""
    if act.content is None:
        return None
    text, (start, end) = text_of(act.token.doc), act.content
    does = text[start:end].lower().split()[-1:] in (["do"], ["doing"])
    return (start, end + len(" so")) if does and text[end : end + 4] in (" so", " so ", " so.", " so,") else act.content


def _without_an_and(act: Act) -> Span | None:
    """Return the content without the "and" at its end, whose other half stands elsewhere."""
    if act.content is None:
        return None
    start, end = act.content
    words = text_of(act.token.doc)[start:end]
    bare = _LAST_AND.sub("", words)
    return (start, start + len(bare)) if bare else act.content


def settle_conditions(acts: list[Act]) -> None:
    """Give a condition to the nearest of several acts before it: "demanded it and promised to pay if it came"."""
    for act in acts:
        for other in acts if act.condition is not None else ():
            between = act.condition is not None and act.trigger[0] < other.trigger[0] < act.condition[0]
            is_free = other.condition in (None, act.condition)
            if not between or not is_free or other.content is None or act.content is None:
                continue
            ends_there = 0 <= act.condition[0] - other.content[1] <= _APART
            if ends_there and act.content[1] < other.trigger[0]:
                act.condition, other.condition = None, act.condition
