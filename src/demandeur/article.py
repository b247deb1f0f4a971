"""Article: the text that everything points into, and where it came from."""

import hashlib
from dataclasses import dataclass, field


class InputError(ValueError):
    """Bad input, told in one sentence: what is wrong, where, what to do."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its provenance; every offset of every table counts code points of ``text``.

    Attributes:
        id: the input row's own id, unchanged, or the file's name without its ending.
        sha256: hexadecimal digest of ``text`` in UTF-8.
        speaker: when given, the whole text is this actor's own words.
        issues: when given, name of an issue → keywords that mention it, in place of the article's own.
    """

    id: str | int | float
    text: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    speaker: str | None = None
    issues: dict[str, list[str]] | None = None
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest())

    @classmethod
    def from_text(cls, text: str, *, id: str = "text", **more) -> "Article":
        """Return the article of a text that is already in memory."""
        return cls(id=id, text=text, **more)
