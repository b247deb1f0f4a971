"""Actors: the persons, states, organisations and groups that an article names.

Coreference (who "he" or "the minister" is) comes after; here every name finds its actor.
"""

from collections.abc import Iterable
from functools import cache
from operator import attrgetter

from spacy.tokens import Doc

from demandeur import lexicon
from demandeur.actor_file import KnownActor
from demandeur.bylines import reporters_line
from demandeur.cast import Cast
from demandeur.floor import add_offices, with_labels
from demandeur.known_actors import add_known_actors
from demandeur.namesakes import add_families
from demandeur.namespan import NameSpan, text_of_name
from demandeur.naming import find_names
from demandeur.officers import add_roles
from demandeur.organisations import UNKNOWN, add_known, add_organisation, add_place, listed_actor, named_actor
from demandeur.persons import add_person, add_surnames, is_person, is_surname, known_person
from demandeur.places import Places
from demandeur.some_of_a_people import add_some


def find_actors(doc: Doc, known: Iterable[KnownActor] = ()) -> Cast:
    """Return the document's named actors with all the places that name them.

    Args:
        doc: the parsed article.
        known: actors that the reader knows; they win over every guess.
    """
    cast = Cast(doc)
    add_known_actors(cast, known)
    names = with_labels(doc, find_names(doc))
    line = reporters_line(doc)
    names = [s for s in names if line is None or not line.start <= s.first < line.end]
    places = Places(doc, names)
    for span in names:
        if is_person(doc, span, places) and span.last > span.first and cast.at(doc[span.last]) is None:
            add_person(cast, span)
    for span in _named_shortly_before(doc, names):
        if cast.at(doc[span.last]) is None and not places.has(text_of_name(doc, span)):
            add_organisation(cast, span)
    for span in sorted([*names, *places.spans()], key=attrgetter("first")):
        if cast.at(doc[span.last]) is not None:
            continue
        if span.kind == "known" and not is_surname(cast, span):
            if not add_some(cast, doc[span.last], span.entries[0]):
                add_known(cast, span)
        elif places.has(text_of_name(doc, span)):
            add_place(cast, span, places)
        elif is_person(doc, span, places) or known_person(cast, span) is not None:
            add_person(cast, span)
        elif span.kind == "organisation":
            add_organisation(cast, span)
    add_surnames(cast)
    add_families(cast)
    for index, actor_id in places.demonyms(cast).items():
        cast.mention([actor_id], index, index, form="demonym", rule=UNKNOWN, confidence=0.8)
    add_offices(cast)
    add_roles(cast)
    return cast


def _named_shortly_before(doc: Doc, names: list[NameSpan]) -> list[NameSpan]:
    """Return the organisations of which a part stands alone before: the "Isk" of a headline, then "Isk Commission"."""
    firms = [span for span in names if span.kind == "organisation"]
    alone: dict[str, int] = {}
    for span in firms:
        if span.first == span.last:
            alone.setdefault(doc[span.first].text, span.first)
    longer = [span for span in firms if span.first < span.last]
    return [s for s in longer if any(alone.get(t.text, s.first) < s.first for t in doc[s.first : s.last + 1])]


def speaker_actor(cast: Cast, name: str) -> str:
    """Return the actor_id of the one whose own words the whole text is: a state, or a person, by name."""
    bare = name.rstrip("0123456789 ") or name  # "Norway 2", the second speech
    entries = lexicon.names().get(name) or _in_any_case().get(bare.casefold())
    if entries:
        return listed_actor(cast, entries[0].target).actor_id
    actor = named_actor(cast, name) or cast.new_actor(name, "person")
    return actor.actor_id


@cache
def _in_any_case() -> dict[str, list[lexicon.Name]]:
    """Return the lexicon's names by their text without regard to case: "Republic Of Korea"."""
    return {text.casefold(): entries for text, entries in lexicon.names().items()}
