import json

import pytest

from demandeur.jsonl import as_line


@pytest.mark.parametrize("text", ["“No”", "a\u2028b\u2029c\u0085d", "lone \ud83d half", "new\nline", "🛶"])
def test_a_value_is_one_line_of_utf_8_for_every_reader_and_comes_back(text):
    line = as_line({"text": text})
    assert line.splitlines() == [line[:-1]]
    assert json.loads(line.encode("utf-8")) == {"text": text}
