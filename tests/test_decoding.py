import codecs
import gzip

import pytest

from demandeur.article import InputError
from demandeur.decoding import decode, refuse_ending

TEXT = "Velgia’s minister, Élodie Marchand, said no.\r\n“Enough,” she said — a café in Göteborg had heard it before.\n"
LATIN = TEXT.translate({0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2014: "-"})


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (TEXT, TEXT.encode()),
        (TEXT, codecs.BOM_UTF8 + TEXT.encode()),
        (TEXT, TEXT.encode("utf-16")),
        (TEXT, TEXT.encode("utf-16-le")),
        (TEXT, TEXT.encode("utf-16-be")),
        (TEXT, TEXT.encode("utf-32")),
        (TEXT, TEXT.encode("cp1252")),
        (LATIN, LATIN.encode("latin-1")),
        ("A café said no.", "A café said no.".encode("latin-1")),
        ("The pound, £5.", "The pound, £5.".encode("latin-1")),
        ("A \ufffd that was there before.", "A \ufffd that was there before.".encode()),
        ("tab\tform feed\f bell\a", b"tab\tform feed\f bell\a"),
        ("", b""),
    ],
)
def test_decode(text, data):
    assert decode(data, "talks.txt") == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture"),
        (b"PK\x03\x04" + bytes(20), "a ZIP archive"),
        (gzip.compress(b"text"), "a gzip archive"),
        (b"PAR1" + bytes(20), "a Parquet file"),
        (rb"{\rtf1\ansi text}", "an RTF document"),
        (bytes(range(256)) * 8, "binary data"),
        (b"\x7fELF\x02\x01\x01" + bytes(50) + b"text", "binary data"),
        (("“Enough,” she said — again and “again”. " * 3).encode() + b"\xe2\x80 cut", "broken UTF-8 in 1 places"),
        ("Министр потребовала снять блокаду порта немедленно".encode("koi8-r"), "its encoding can't be told"),
        ("部长要求政府立即解除对港口的封锁。总统发言人拒绝。".encode("gb18030"), "its encoding can't be told"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data, reason):
    with pytest.raises(InputError) as caught:
        decode(data, "talks.txt")
    assert str(caught.value).startswith("talks.txt: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize("ending", [".docx", ".PDF", ".json", ".xlsx", ".tsv"])
def test_an_ending_that_is_not_read_gets_a_hint(ending):
    with pytest.raises(InputError, match=r"which can't be read; save "):
        refuse_ending(f"talks{ending}")


def test_an_unknown_ending_passes():
    refuse_ending("talks.article")
