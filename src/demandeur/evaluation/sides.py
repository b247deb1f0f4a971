"""Sides: by which words and codes the issuer or addressee of an act that was found is known."""

from collections.abc import Collection, Iterable
from typing import Any

from demandeur.evaluation.wordsets import content_words

Row = dict[str, Any]

ISSUERS, ADDRESSEES = "issuers", "addressees"
_TEXT = {ISSUERS: "issuer_text", ADDRESSEES: "addressee_text"}


class Sides:
    """The actors of one analysis, as the scores compare them with names in a gold."""

    def __init__(self, actors: Iterable[Row]) -> None:
        self._actors = {row["actor_id"]: row for row in actors}

    def words(self, act: Row, side: str) -> frozenset[str]:
        """Return the content words of the text that names a side, and of its actors' names and aliases."""
        found = content_words(act[_TEXT[side]] or "")
        for actor_id in act[side]:
            actor = self._actors.get(actor_id, {"name": "", "aliases": []})
            for name in (actor["name"] or "", *actor["aliases"]):
                found |= content_words(name)
        return found

    def countries(self, act: Row, side: str) -> set[str]:
        """Return the country codes of a side's actors."""
        return {self._actors[i]["country"] for i in act[side] if i in self._actors} - {None, ""}

    def fit(self, act: Row, side: str, names: Collection[str], codes: Collection[str] = ()) -> bool:
        """True when the side shares a content word with a name or has a code; where no names are given, always."""
        wanted = frozenset().union(*map(content_words, names))
        return not names or bool(wanted & self.words(act, side)) or bool(set(codes) & self.countries(act, side))
