"""Naming: the stretches of a document that are names, from the lexicon, from spaCy and from the article itself."""

from dataclasses import replace
from functools import lru_cache

from spacy.lang.en import English
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token
from spacy.util import filter_spans

from demandeur import lexicon
from demandeur.bearers import corrected, holds_an_office
from demandeur.body_names import BODY, bodies, is_body_name, long_bodies
from demandeur.grammar import all_tokens, sentence_of, text_of, words_of
from demandeur.missed_names import acronyms, asked_in_turn, is_title, named_beside, realms, titled
from demandeur.namespan import DIRECTIONS, FAITHS, HOLIDAYS, NEIGHBOURS, PARTY_WORDS, PORTFOLIOS, NameSpan, text_of_name
from demandeur.roles import is_addressed
from demandeur.turns import find_turns
from demandeur.unlisted_states import dateline_agencies

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "NORP": "people", "LOC": "place", "FAC": "place"}
_NOT_NAMES = {"SP", "_SP", "DT", "POS", "IN", "CC", "CD", "VBD", "VBZ", "PRP", "PRP$", "TO", "RB"}
_LIKENESSES = {"style", "like", "type", "based", "born", "made", "speaking", "language", "era"}
_BUILT = set(
    "Bridge River Lake Street Road Avenue Square Airport Canal Tower Tunnel Valley Mountain Beach Bay Treaty Pact "
    "Accord Accords Protocol Agreement Amendment Act Partnership".split()
)
"""What stands at the end of the names of places, works and treaties, which do nothing."""
_VESSELS = set(
    "ship vessel trawler tanker ferry frigate freighter boat yacht destroyer submarine corvette airliner lifeboat "
    "icebreaker liner warship battleship cruiser".split()
)
_SHORT_LINE = 2  # words
_HOUSES = {"House", "Senate", "Congress", "House of Representatives", "Supreme Court"}
_LONGER = {"PERSON", "ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "GPE"}
_POSSESSIVES = ("’s", "'s", "’", "'")


@lru_cache(maxsize=4)
def _matcher(vocab) -> PhraseMatcher:
    tokenizer = English(vocab=vocab).tokenizer
    matcher = PhraseMatcher(vocab)
    matcher.add("name", [tokenizer(text) for text in lexicon.names()])
    others = [*lexicon.lookalikes(), *(text for text in lexicon.regions() if text not in lexicon.names())]
    matcher.add("other", [tokenizer(text) for text in others])
    return matcher


def find_names(doc: Doc) -> list[NameSpan]:
    """Return the document's names in reading order; they don't overlap."""
    matched = {(start, end): doc.vocab.strings[key] for key, start, end in _matcher(doc.vocab)(doc)}
    known = [doc[start:end] for start, end in matched]
    known = [span for span in filter_spans(known) if not _inside_a_longer_name(span)]
    taken = {token for span in known for token in range(span.start, span.end)}
    listed = [span for span in known if matched[span.start, span.end] == "name" and not _is_only_a_word(span)]
    found = [NameSpan(s.start, s.end - 1, "known", entries) for s in listed if (entries := _entries(s.text))]
    at_home = {lexicon.states()[e.target].country for s in found for e in s.entries if e.target in lexicon.states()}
    found = [_as_it_may_be(doc, span, at_home) for span in found]
    found = _as_houses_elsewhere(doc, found, at_home)
    found.extend(realms(doc, taken))
    recognised = _recognised(doc)
    for span in (*long_bodies(doc, taken), *bodies(doc, taken)):
        if not taken.isdisjoint(range(span.first, span.last + 1)):
            continue
        if not any(first <= span.first and span.last <= last for first, last, kind in recognised if kind != "person"):
            found.append(span)
            taken.update(range(span.first, span.last + 1))
    for first, last, kind in recognised:
        free = [token for token in range(first, last + 1) if token not in taken]
        is_given = bool(free) and lexicon.first_name_gender(doc[free[0]].text) is not None
        is_built = len(free) > 1 and doc[free[-1]].text in _BUILT and not is_given
        if free and free[-1] - free[0] == len(free) - 1 and _is_name(doc, free) and not is_built:
            found.append(NameSpan(free[0], free[-1], kind))
            taken.update(free)
    found.extend(named_beside(doc, taken))
    found.extend(asked_in_turn(doc, taken))
    found.extend(titled(doc, taken))
    found.extend(acronyms(doc, found, taken))
    agencies = dateline_agencies(doc)
    found = [s for s in found if not any(start <= doc[s.first].idx < end for start, end in agencies)]
    found = [s for s in found if not (_is_a_likeness(doc, s) or is_addressed(doc[s.last]))]
    found = [s for s in found if s.kind == "known" or not (_is_a_vessels(doc, s) or _is_shouted(doc, s))]
    found = [replace(span, kind="organisation") if _is_a_party(doc, span) else span for span in found]
    return corrected(doc, sorted(found, key=_first))


def _as_it_may_be(doc: Doc, span: NameSpan, at_home: set[str]) -> NameSpan:
    """Return a party by a name that many countries have, where its own is not named, as a body that no list knows."""
    entry = lexicon.organisations().get(span.entries[0].target)
    words = [token.text for token in doc[span.first : span.last + 1]]
    if entry is None or entry.sector != "PTY" or entry.code in ("USA", *at_home) or not PARTY_WORDS.issuperset(words):
        return span
    return NameSpan(span.first, span.last, "organisation")


def _as_houses_elsewhere(doc: Doc, found: list[NameSpan], at_home: set[str]) -> list[NameSpan]:
    """Return the names with "the House", "the Senate" as bodies that no list knows, where nothing else is American.

    Only in an article that names another state, or in a transcript.
    """
    houses = [span for span in found if span.kind == "known" and text_of_name(doc, span) in _HOUSES]
    others = {text_of_name(doc, span) for span in houses if _is_of_another(doc, span)}
    others = [span for span in houses if text_of_name(doc, span) in others]
    found = [NameSpan(s.first, s.last, "organisation", rule=BODY) if s in others else s for s in found]
    houses = [span for span in houses if span not in others]
    if not houses or "USA" in at_home or not (at_home or find_turns(text_of(doc))):
        return found
    bodies = [lexicon.organisations().get(e.target) for s in found if s not in houses for e in s.entries]
    if any(body is not None and body.code == "USA" for body in bodies):
        return found
    return [NameSpan(s.first, s.last, "organisation", rule=BODY) if s in houses else s for s in found]


def _is_of_another(doc: Doc, house: NameSpan) -> bool:
    """True for "the Senate of Marenne"."""
    behind = doc[house.last + 1 : house.last + 3]
    is_of = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].pos_ == "PROPN"
    return is_of and behind[1].text not in ("United", "America", "Representatives")


def _is_a_party(doc: Doc, span: NameSpan) -> bool:
    """True for "the Liberals", which the recogniser may take for a person."""
    name = doc[span.first]
    is_one_word = span.kind != "known" and span.first == span.last > 0
    return is_one_word and name.text in PARTY_WORDS and name.text.endswith("s") and name.nbor(-1).lower_ == "the"


def _entries(text: str) -> tuple[lexicon.Name, ...]:
    return tuple(lexicon.names().get(text) or lexicon.names().get(" ".join(text.split())) or ())


def _is_only_a_word(span) -> bool:
    """True where a text that the lexicon calls ambiguous is more likely the word or the first name.

    "House" needs "the House" as an actor; "Georgia" before a surname is a person's name.
    """
    entries = _entries(span.text)
    ambiguous = {reading for entry in entries for reading in entry.ambiguous}
    token = span.root
    if "word" in ambiguous:
        goes_on = span.start > 0 and span.doc[span.start - 1].pos_ == "PROPN"
        return goes_on or token.dep_ in ("compound", "amod") or token.pos_ != "PROPN"
    neighbours = (span.doc[max(span.start - 1, 0)], span.doc[min(span.end, len(span.doc) - 1)])
    beside = [t for t in neighbours if t not in span]
    return "person" in ambiguous and any(t.ent_type_ == token.ent_type_ == "PERSON" for t in beside)


def _first(span: NameSpan) -> int:
    return span.first


def _inside_a_longer_name(span) -> bool:
    """True for "Paris" in "Paris Hilton" and "Washington" in "the Washington Post", not in "Washington officials"."""
    first, last = span[0], span[-1]
    for token in span:
        if not token.ent_type_ or token.ent_type_ not in _LONGER:
            continue
        if token.ent_type_ == "GPE" and not holds_an_office(token.doc, span.end - 1):
            continue
        entity = next(e for e in sentence_of(token).ents if e.start <= token.i < e.end)
        if token.ent_type_ == "GPE" and any(c.ent_type_ == "GPE" and c.dep_ == "compound" for c in last.children):
            return True
        rest = [t for t in entity if t.i < first.i or t.i > last.i]
        rest = [t for t in rest if t.tag_ not in _NOT_NAMES and t.pos_ != "PUNCT"]
        offices = [t for t in rest if t.lower_ in lexicon.offices() or t.lower_ in lexicon.group_nouns()]
        if rest and not offices:
            return True
    return False


def _recognised(doc: Doc) -> list[tuple[int, int, str]]:
    """Return spaCy's entities as (first, last, kind), without articles, titles, offices and possessive marks."""
    found = []
    for start, end, label in _entities(doc):
        kind = _KINDS.get(label)
        if kind is None:
            continue
        first, last = start, end - 1
        while first < last and (doc[first].tag_ in _NOT_NAMES or (kind == "person" and is_title(doc[first]))):
            first += 1
        if kind == "person" and last > first + 1 and doc[last].text in lexicon.peoples():
            last -= 1  # the Muslim of a headline's "Ana Reyl Muslim ban"
        if first < last and doc[first].lower_ in NEIGHBOURS:
            first, kind = first + 1, "place"
        comma = next((i for i in range(first, last + 1) if doc[i].text == ","), None)
        if comma is not None and kind != "place":
            rest = list(doc[comma + 1 : last + 1])
            if len(rest) == 2 and all(t.pos_ == "PROPN" for t in rest):
                found.append((rest[0].i, rest[1].i, "person"))
            last = comma - 1
        while last > first and (doc[last].tag_ == "POS" or doc[last].is_space or doc[last].text in _POSSESSIVES):
            last -= 1
        found.append((first, _last_of_body(doc, first, last) if kind == "organisation" else last, kind))
    return found


def _last_of_body(doc: Doc, first: int, last: int) -> int:
    """Return the last word of the museum's name in "the Albany Museum in Wexcombe", which is also called without."""
    place = next((i for i in range(first + 2, last) if doc[i].lower_ == "in"), None)
    if place is None:
        return last
    name = doc[first:place].text
    return place - 1 if text_of(doc).count(name) > text_of(doc).count(doc[first : last + 1].text) else last


def _entities(doc: Doc) -> list[tuple[int, int, str]]:
    """Return spaCy's entities, with "Valeska" and "Paris" as one where an office behind shows a person."""
    found: list[tuple[int, int, str]] = []
    for entity in doc.ents:
        adjoins = bool(found) and found[-1][1] == entity.start and doc[entity.start - 1].head == entity.root
        if adjoins and entity.label_ == found[-1][2] == "GPE" and holds_an_office(doc, entity.end - 1):
            found[-1] = (found[-1][0], entity.end, "PERSON")
        else:
            found.append((entity.start, entity.end, entity.label_))
    return found


def _is_name(doc: Doc, tokens: list[int]) -> bool:
    words = [doc[i] for i in tokens]
    are_words = all(w.lower_ in lexicon.offices() or w.lower_ in lexicon.group_nouns() for w in words)
    if are_words and (len(words) == 1 or not is_body_name(words)):
        return False  # "the Security Ministry", but "the Student Union"
    if _is_an_office(words):
        return False
    if len(words) == 1 and (_is_portfolio(words[0]) or words[0].tag_ == "VB" or _is_a_word(words[0])):
        return False  # "“Lift it today,” she said"
    if len(words) == 1 and words[0].text in HOLIDAYS | FAITHS:
        return False
    modifies = len(words) == 1 and words[0].dep_ in ("amod", "compound", "nmod")
    people = lexicon.peoples().get(words[0].text) if modifies else None
    if modifies and (words[0].text in DIRECTIONS or (people is not None and people.kind == "region")):
        return False  # "Eastern and Western Europe", "European nations"
    last = words[-1]
    is_word = last.is_alpha or "-" in last.text or "." in last.text
    return is_word and any(w.text[0].isupper() for w in words)


def _is_an_office(words: list[Token]) -> bool:
    """True for "Minister of Health", which is somebody's office."""
    office = lexicon.offices().get(words[0].lower_)
    return office is not None and not office.plural and len(words) > 1 and words[1].lower_ in ("of", "for")


def _is_a_word(first: Token) -> bool:
    """True for the Coal of "“Coal is not the enemy”" in an article that also writes "coal"."""
    begins = first.is_sent_start or (first.i > 0 and first.nbor(-1).is_quote)
    tokens = all_tokens(first.doc)
    return begins and any(tokens[i].text.islower() for i in words_of(first.doc).get(first.lower_, ()))


def _is_portfolio(word: Token) -> bool:
    """True for the Education of "Education Secretary Paul Dray"."""
    behind = word.nbor() if word.i + 1 < len(word.doc) else word
    return word.text in PORTFOLIOS and behind.text[0].isupper() and behind.lower_ in lexicon.offices()


def _is_a_vessels(doc: Doc, span: NameSpan) -> bool:
    """True for the names of "the trawlers Aurora and Stella", which do nothing."""
    name = doc[span.last]
    while name.dep_ == "conj":
        name = name.head
    first = name.left_edge.i
    before = {doc[first - 1].lemma_.lower()} if first else set()
    return bool((before | {name.head.lemma_.lower()} if name.dep_ == "appos" else before) & _VESSELS)


def _is_a_likeness(doc: Doc, span: NameSpan) -> bool:
    """True for the Norwegian of "a Norwegian-style bill", the Norway of "Norway-based": neither is Norway's."""
    behind = doc[span.last + 1 : span.last + 3]
    return len(behind) == 2 and behind[0].text == "-" and behind[1].lower_ in _LIKENESSES


def _is_shouted(doc: Doc, span: NameSpan) -> bool:
    """True for a name that stands only in a line of capitals, where all words look like names."""
    start, end = doc[span.first].idx, doc[span.last].idx + len(doc[span.last])
    text = text_of(doc)
    name = text[start:end]
    line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end) if "\n" in text[end:] else len(text)]
    is_shouted = line.isupper() and len(line.split()) > _SHORT_LINE
    return is_shouted and name.title() not in text and text.count(name) == 1
