"""Paragraphs: what stands between a text's line breaks."""

import re
from functools import lru_cache

_BREAK = re.compile(r"\s*\n\s*")


@lru_cache(maxsize=4)
def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the offsets of the text's paragraphs: what stands between line breaks, without outer white space.

    Example:
        >>> paragraphs("One.\n\n Two.")
        ((0, 4), (7, 11))
    """
    spans = []
    start = 0
    for match in _BREAK.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    found = []
    for begin, end in spans:
        stripped = text[begin:end]
        begin += len(stripped) - len(stripped.lstrip())
        end = begin + len(stripped.strip())
        if end > begin:
            found.append((begin, end))
    return tuple(found)
