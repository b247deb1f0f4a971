"""JSON lines: one value on one line, which stays one line for every reader."""

import json
import re
from typing import Any

# Where a JSON line must be escaped to be one line of UTF-8 for every reader: lone surrogates, other line separators.
_UNSAFE_IN_LINES = re.compile("[\ud800-\udfff\u0085\u2028\u2029]")


def as_line(value: Any) -> str:
    r"""Return the value as one line of JSON, newline included.

    Example:
        >>> as_line({"text": "“No”"})
        '{"text": "“No”"}\n'
    """
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not line.isprintable():
        line = _UNSAFE_IN_LINES.sub(_escaped, line)
    return line + "\n"


def _escaped(mark: re.Match[str]) -> str:
    return f"\\u{ord(mark[0]):04x}"
