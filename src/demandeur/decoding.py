"""Decoding: bytes → text, or one sentence that says why not."""

from pathlib import PurePath

from charset_normalizer import from_bytes

from demandeur.article import InputError
from demandeur.files import shown

# The encodings that English texts come in, besides UTF-8. A longer list makes short texts be taken for the wrong one.
ENCODINGS = ["utf_16", "utf_16_le", "utf_16_be", "utf_32", "cp1252", "latin_1"]

AS_TEXT = "save its text as a .txt file"
AS_ROWS = "save it as .jsonl (one object a line) or .csv, with a field named text"

# First bytes → what the file is and what to do.
MAGIC = {
    b"%PDF": ("a PDF", AS_TEXT),
    b"\x89PNG": ("a picture", "give its article as text"),
    b"\xff\xd8\xff": ("a picture", "give its article as text"),
    b"GIF8": ("a picture", "give its article as text"),
    b"\xd0\xcf\x11\xe0": ("an old Office document", AS_TEXT),
    b"{\\rtf": ("an RTF document", AS_TEXT),
    b"PAR1": ("a Parquet file", "give its name the ending .parquet"),
    b"PK\x03\x04": ("a ZIP archive", "unpack it"),
    b"\x1f\x8b": ("a gzip archive", "unpack it"),
}

# Endings of formats that aren't read → what the file is and what to do.
FOREIGN_ENDINGS = {
    ".docx": ("a Word document", AS_TEXT),
    ".doc": ("a Word document", AS_TEXT),
    ".odt": ("an OpenDocument text", AS_TEXT),
    ".rtf": ("an RTF document", AS_TEXT),
    ".pdf": ("a PDF", AS_TEXT),
    ".epub": ("an e-book", AS_TEXT),
    ".xlsx": ("a spreadsheet", AS_ROWS),
    ".xls": ("a spreadsheet", AS_ROWS),
    ".tsv": ("a table that tabs separate", AS_ROWS),
    ".json": ("JSON, but not in lines", AS_ROWS),
    ".ipynb": ("a notebook", "give the article that it reads"),
}


def refuse_ending(name: str) -> None:
    """Raise an InputError with a hint if the name's ending is that of a format that isn't read."""
    ending = PurePath(name).suffix.lower()
    if ending in FOREIGN_ENDINGS:
        what, advice = FOREIGN_ENDINGS[ending]
        raise InputError(f"{shown(name)}: this is {what}, which can't be read; {advice}.")


def refuse_magic(data: bytes, name: str) -> None:
    """Raise an InputError with a hint if the first bytes are those of a format that isn't read."""
    for start, (what, advice) in MAGIC.items():
        if data.startswith(start):
            raise InputError(f"{shown(name)}: this is {what}, which can't be read as text; {advice}.")


def decode(data: bytes, name: str) -> str:
    """Return the text of a file: UTF-8 (a byte order mark is dropped), else UTF-16, Windows-1252 or Latin-1.

    Raises:
        InputError: when the bytes are no text, or in another encoding.
    """
    refuse_magic(data, name)
    if b"\0" not in data:
        text = data.decode("utf-8", errors="replace")
        broken = text.count("\ufffd") - data.count("\ufffd".encode())
        if not broken:
            return text.removeprefix("\ufeff")
        # Where most of what lies beyond ASCII is sound UTF-8, another encoding would turn all of it to rubbish.
        if sum(not mark.isascii() for mark in text) > 2 * broken:
            raise InputError(f"{shown(name)}: broken UTF-8 in {broken} places; save the text again as UTF-8.")
    best = from_bytes(data, cp_isolation=ENCODINGS).best()
    if best is not None and "\0" not in str(best):
        return str(best).removeprefix("\ufeff")
    if b"\0" in data:
        raise InputError(f"{shown(name)}: this is binary data, not text; give the article as text.")
    raise InputError(f"{shown(name)}: its encoding can't be told; save the text as UTF-8.")
