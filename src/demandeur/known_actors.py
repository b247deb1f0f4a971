"""Known actors: the mentions of the actors that the reader's file names, and what the file says of them."""

from collections.abc import Iterable

from spacy.lang.en import English
from spacy.matcher import PhraseMatcher
from spacy.tokens import Span
from spacy.util import filter_spans

from demandeur import lexicon
from demandeur.actor_file import KnownActor
from demandeur.cast import Actor, Cast
from demandeur.organisations import listed_actor
from demandeur.roles import office_of

FROM_FILE = "actor.file"
"""Not a rule about language: the reader's file says who it is."""


def add_known_actors(cast: Cast, known: Iterable[KnownActor]) -> None:
    """Add the actors that the reader knows, wherever the article calls them by a name or alias of theirs."""
    entries = {entry.name: entry for entry in known}
    texts = {text: entry for entry in entries.values() for text in (*entry.aliases, entry.name)}
    if not texts:
        return
    tokenizer = English(vocab=cast.doc.vocab).tokenizer
    matcher = PhraseMatcher(cast.doc.vocab)
    matcher.add("actor", [tokenizer(text) for text in texts])
    for span in sorted(filter_spans(matcher(cast.doc, as_spans=True)), key=_by_start):
        if _is_part_of_another_name(span):
            continue
        entry = texts.get(span.text) or texts[" ".join(span.text.split())]
        actor = _actor_of(cast, entry)
        actor.also(span.text)
        cast.mention([actor.actor_id], span.start, span.end - 1, form="name", rule=FROM_FILE, confidence=1.0)


def _by_start(span: Span) -> int:
    return span.start


def _is_part_of_another_name(span: Span) -> bool:
    """True for "Reyl" in "Petra Reyl", not in "Mr. Reyl" or "Minister Reyl"."""
    if span.start == 0:
        return False
    before = span.doc[span.start - 1]
    is_title = before.text in lexicon.titles() or office_of(before) is not None
    return before.pos_ == "PROPN" and before.head == span.root and not is_title


def _actor_of(cast: Cast, entry: KnownActor) -> Actor:
    """Return the cast's actor for an entry, made when it is new; a state or organisation of the lexicon stays that."""
    listed = [name.target for name in lexicon.names().get(entry.name, ()) if name.form == "name"]
    if entry.kind != "person" and listed:
        actor = listed_actor(cast, listed[0])
    else:
        actor = next((a for a in cast.actors.values() if a.name == entry.name and a.kind == entry.kind), None)
        actor = actor or cast.new_actor(entry.name, entry.kind)
    gender = lexicon.first_name_gender(entry.name.split()[0]) if entry.kind == "person" else None
    actor.gender = actor.gender or gender
    if entry.country is not None:
        is_state = entry.country in lexicon.states() and entry.kind == "person"
        actor.state = listed_actor(cast, entry.country).actor_id if is_state else actor.state
        actor.country = entry.country
    actor.role = entry.office or actor.role
    actor.wikidata = entry.wikidata or actor.wikidata
    return actor
