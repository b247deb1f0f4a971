"""Rows: the lines of the lexicon's CSV files, checked, with one clear sentence for a line that is wrong."""

import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


class LexiconError(ValueError):
    """A lexicon file has a line that can't be used; the message names file, line and what to write instead."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a CSV file: its cells by column, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """Return the cell of `column`, which may be empty."""
        return self.cells[column]

    def needed(self, column: str) -> str:
        """Return the cell of `column`; an empty one is an error."""
        if not self.cells[column]:
            raise self.error(f"{column} is empty: fill it in or remove the line")
        return self.cells[column]

    def several(self, column: str) -> tuple[str, ...]:
        """Return the texts of a cell that holds several, split at semicolons."""
        cell = self.cells[column]
        if not cell:
            return ()
        texts = tuple(text.strip() for text in cell.split(";"))
        if "" in texts:
            raise self.error(f"{column} has nothing between two semicolons: write {column} as 'one;two'")
        return texts

    def one_of(self, column: str, allowed: Collection[str]) -> str:
        """Return the cell of `column`, which must be one of `allowed`."""
        if self.cells[column] not in allowed:
            choices = ", ".join(sorted(choice for choice in allowed if choice))
            raise self.error(f"{column} is '{self.cells[column]}', expected one of: {choices}")
        return self.cells[column]

    def flag(self, column: str) -> bool:
        """Return True for yes, False for no."""
        return self.one_of(column, ("yes", "no")) == "yes"

    def pattern(self, column: str, around: str) -> re.Pattern[str]:
        """Return the cell of `column` as a pattern without regard to case, in the place of the {} of `around`."""
        try:
            return re.compile(around.replace("{}", self.cells[column]), re.IGNORECASE)
        except re.error as error:
            raise self.error(f"{column} is no regular expression: {error}") from error

    def error(self, problem: str) -> LexiconError:
        """Return the error that says where `problem` is."""
        return LexiconError(f"{self.file}, line {self.line}: {problem}.")


def read_rows(file: str, columns: tuple[str, ...], key: str | None, folder: Path | None = None) -> Iterator[Row]:
    """Yield the rows of a CSV file of the lexicon.

    Args:
        file: name of the file, e.g. ``"states.csv"``.
        columns: the header, in order.
        key: the column that tells one row from another, in which no value may stand twice; ``None`` when several
            rows may tell of one thing.
        folder: where the file lies, by default the lexicon's own folder.

    Raises:
        LexiconError: another header, a row of another length, stray white space, a key that stands twice.
    """
    lines: dict[str, int] = {}
    # utf-8-sig: a spreadsheet may put a byte order mark in front.
    with open((folder or FOLDER) / file, encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        if tuple(header) != columns:
            raise LexiconError(f"{file}, line 1: the header is {','.join(header)}, expected {','.join(columns)}.")
        for cells in reader:
            row = Row(file, reader.line_num, dict(zip(columns, cells, strict=False)))
            if len(cells) != len(columns):
                raise row.error(f"it has {len(cells)} cells, expected {len(columns)}: quote a cell that holds a comma")
            for column, cell in row.cells.items():
                if cell != cell.strip():
                    raise row.error(f"{column} is '{cell}': remove the blanks around it")
            value = row.needed(key) if key else None
            if value in lines:
                raise row.error(f"{key} '{value}' stands already in line {lines[value]}: keep one of the two")
            if value is not None:
                lines[value] = row.line
            yield row
