"""Places: which unlisted place names of an article are states, and which cities are their seats of government.

The lexicon knows real states. An article about others, or about a region that acts as one, tells by itself: "Veltria's
foreign minister", "the Veltrian delegation", "Ostrel, the capital of Veltria".
"""

import re
from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.bearers import SHOWN
from demandeur.body_names import BODY, is_a_firms
from demandeur.grammar import SUBJECTS, all_tokens, children, sentence_of, text_of, tokens_of
from demandeur.namespan import DIRECTIONS, FAITHS, PORTFOLIOS, NameSpan, places_of_words, text_of_name
from demandeur.neuters import called_he
from demandeur.place_words import (
    has_state_evidence,
    is_a_home,
    is_a_locality,
    is_adjective,
    is_in,
    is_neighbour,
    is_of_more_words,
    is_office_word,
    is_where,
    listed_states,
    owns_an_office,
)
from demandeur.unlisted_states import dateline_cities, is_a_realm, missing_states

_DEMONYM_ENDINGS = tuple("an ian ean ese ish i ic er ers ans ians ite ites ene ois ar".split())
_LEAST_STEM = 4
_LONGEST_ACRONYM = 4
_STREETS = set("Lane Street Road Avenue Square Court Close Terrace Drive Row Alley Boulevard Crescent Mews".split())
_NO_PLACE = ("phobia", "phobe", "philia", "ism")  # "Veltrophobia", "Veltrism": what one thinks of a place
_ENVOYS = set("envoy minister ministry president government ambassador army parliament premier navy delegation".split())
_NEIGHBOUR = {"neighbour", "neighbor"}


class Places:
    """The article's unlisted places; ``state_of`` says which state a name stands for, if any.

    ``missing`` are the states that only the article's need of one more shows.
    """

    def __init__(self, doc: Doc, names: list[NameSpan]) -> None:
        self._doc = doc
        kinds: dict[str, Counter] = {}
        self._spans: dict[str, list[NameSpan]] = {}
        self._listed = listed_states(doc)
        for span in names:
            if span.kind != "known":
                text = text_of_name(doc, span)
                kinds.setdefault(text, Counter())[span.kind] += 1
                self._spans.setdefault(text, []).append(span)
        persons = {part for text, c in kinds.items() if c["person"] and " " in text for part in text.split()}
        persons |= {doc[span.last].text for spans in self._spans.values() for span in spans if _is_titled(doc, span)}
        persons |= called_he(doc)
        self._persons = persons
        self._known = {index for span in names if span.kind == "known" for index in range(span.first, span.last + 1)}
        self._names = {t for t, c in kinds.items() if t not in persons and self._is_place(t, c)}
        self._names |= self._unrecognised({t for t in kinds if t not in self._names})
        cities = dateline_cities(doc)
        self._names |= cities
        self._names -= {name for name in self._names if name in PORTFOLIOS | FAITHS or _is_no_place(name)}
        self._names |= {name.partition(" of ")[2] for name in self._names if is_a_realm(name)}
        self._demonyms = self._find_demonyms()
        self._states = {name for name in self._names if self._acts_as_state(name)}
        self._states |= {name.partition(" of ")[2] for name in self._states if is_a_realm(name)}
        beside = self._beside_states(names) - persons - cities
        self._names |= beside
        self._states |= beside
        self.missing = missing_states(doc, names, self._states, persons | cities)
        self._names |= self.missing
        self._states |= self.missing
        self._seats = self._find_seats()

    def has(self, text: str) -> bool:
        """True for an unlisted place name."""
        return text in self._names

    def state_of(self, text: str) -> str | None:
        """Return the state that a place name stands for: itself, or the one whose seat it is."""
        return text if text in self._states else self._seats.get(text)

    def demonyms(self, cast) -> dict[int, str]:
        """Return token number → actor_id for the adjectives and people's names of unlisted states."""
        found = {}
        for index, place in self._demonyms.items():
            for actor in cast.actors.values():
                if actor.kind == "state" and actor.name == self.state_of(place):
                    found[index] = actor.actor_id
        return found

    def _is_place(self, text: str, kinds: Counter) -> bool:
        first = self._spans[text][0]
        if first.rule == BODY or self._is_a_firms(text):
            return False
        names = [self._doc[span.last] for span in self._spans[text]]
        if " " not in text and all(is_where(name) for name in names) and any(is_in(name) for name in names):
            return True
        if any(is_a_locality(name) for name in names):
            return True
        if not kinds["organisation"] and any(is_a_home(name) for name in names):
            return True
        if text in self._listed:
            return True
        if " " in text and not kinds["place"]:
            return False
        if kinds["place"] and kinds["place"] >= kinds["person"] and kinds["place"] >= kinds["organisation"]:
            return True
        return any(has_state_evidence(self._doc, span) for span in self._spans[text]) and not kinds["people"]

    def _is_a_firms(self, text: str) -> bool:
        """True for the Brannock of "Brannock Estates"."""
        return any(other.startswith(f"{text} ") and is_a_firms(other) for other in self._spans)

    def _unrecognised(self, others: set[str]) -> set[str]:
        """Return capitalised words that only grammar shows to be states: "X's prime minister", "minister of X"."""
        words: dict[str, list[Token]] = {}
        tokens = all_tokens(self._doc)
        for word, numbers in places_of_words(self._doc).items():
            if not word.isalpha() or not word[1:].islower():
                continue
            free = [tokens[i] for i in numbers if i not in self._known and not is_of_more_words(tokens[i])]
            free = [token for token in free if token.ent_type_ not in ("DATE", "TIME")]
            is_a_name = any(
                token.pos_ in ("PROPN", "ADJ") for token in free
            )  # not the first word of "Survival, he says"
            if is_a_name:
                words[word] = free
        alike = _by_stem(words)
        found = set()
        bodies = [span for spans in self._spans.values() for span in spans if span.rule == BODY]
        inside = {index for span in bodies for index in range(span.first, span.last + 1)}
        for word, tokens in words.items():
            known = word in _STREETS or word in self._persons or word in self._names or word in lexicon.regions()
            known = known or word.lower() in lexicon.group_nouns()  # "president of the Student Union"
            known = known or self._is_a_firms(word)
            tokens = [token for token in tokens if token.i not in inside]
            if known or not tokens or tokens[0].is_stop or len(word) < _LEAST_STEM:
                continue
            owns = any(owns_an_office(token) for token in tokens) and not any(is_office_word(t) for t in tokens)
            owns = owns or any(is_neighbour(token) for token in tokens)
            demonyms = [other for other in alike[word[:_LEAST_STEM]] if is_demonym(other, word)]
            if owns or any(is_adjective(words[other], official=word in others) for other in demonyms):
                found.add(word)
        self._owners = self._owners_of_its(words) - self._persons
        found.update(self._owners - self._names)
        return found

    def _owners_of_its(self, words: dict[str, list[Token]]) -> set[str]:
        """Return the words that "its envoy", "its foreign minister" point back to: a state, when no list has it."""
        candidates = self._possible_owners(words)
        found = set()
        for token in tokens_of(self._doc, "its"):
            if not any(n.lower_ in _ENVOYS | _NEIGHBOUR for n in self._doc[token.i + 1 : token.i + 4]):
                continue
            start = sentence_of(token).start  # a name of several words only where "its" stands in its own sentence
            reach = [i for i in range(token.i - 1, max(token.i - 40, -1), -1) if i in candidates]
            reach = [i for i in reach if " " not in candidates[i] or i >= start]
            subjects = [i for i in reach if self._doc[i].dep_ in SUBJECTS]
            back = next(iter(subjects or [i for i in reach if not self._doc[i].is_sent_start]), None)
            if back is not None:
                found.add(candidates[back])
        return found

    def _beside_states(self, names: list[NameSpan]) -> set[str]:
        """Return the names of one word that stand beside a state's: "asked Veskar and Norway to wait"."""
        states = {s.last for s in names if s.entries and s.entries[0].target in lexicon.states() and s.first == s.last}
        states |= {span.last for text in self._states for span in self._spans.get(text, ())}
        found = set()
        for text, spans in self._spans.items():
            named = [span for span in spans if span.rule != BODY and span.kind != "known"]
            tokens = [self._doc[span.last] for span in named]
            beside = {other.i for token in tokens for other in children(token, "conj")}
            beside |= {token.head.i for token in tokens if token.dep_ == "conj"}
            is_given = lexicon.first_name_gender(text) is not None
            if beside & states and text[1:].islower() and not is_given:
                is_free = any(span.kind in ("person", "place") for span in named)
                found.update([text] if is_free or self._has_demonym(text) else ())
        return found

    def _has_demonym(self, text: str) -> bool:
        """True for the Norland of an article that also says "Norlandic trawlers"."""
        words = _by_stem(places_of_words(self._doc)).get(text[:_LEAST_STEM], ())
        tokens = [self._doc[i] for word in words if is_demonym(word, text) for i in places_of_words(self._doc)[word]]
        return any(t.dep_ in ("amod", "compound", "nmod") and t.head.i > t.i for t in tokens)

    def _possible_owners(self, words: dict[str, list[Token]]) -> dict[int, str]:
        """Return token number → word for proper nouns that stand alone and are no part of a longer name."""
        longer = [span for spans in self._spans.values() for span in spans if span.last > span.first]
        inside = {index for span in longer for index in range(span.first, span.last + 1)}
        alone = {text for text in self._spans if " " not in text}
        found = {s.last: text for text, spans in self._spans.items() for s in spans if self._may_own(text, s, alone)}
        for word, tokens in words.items():
            for token in tokens:
                if token.i in inside or token.pos_ != "PROPN" or token.dep_ in ("compound", "amod", "nmod"):
                    continue
                is_body = word.lower() in lexicon.group_nouns()  # "the League": its president is no state's
                if len(word) >= _LEAST_STEM and token.ent_type_ not in ("DATE", "FAC") and not is_body:
                    found[token.i] = word
        return found

    def _may_own(self, text: str, span: NameSpan, alone: set[str]) -> bool:
        """True for the subject "Upper Tevan", a name of several words that no part of is used alone."""
        name = self._doc[span.last]
        if span.last == span.first or span.kind not in ("person", "place") or name.dep_ not in SUBJECTS:
            return False
        is_given = lexicon.first_name_gender(self._doc[span.first].text) is not None
        is_shown = any(_is_titled(self._doc, s) or s.rule == SHOWN for s in self._spans[text])
        return not is_given and not is_shown and alone.isdisjoint(text.split())

    def spans(self) -> list[NameSpan]:
        """Return the mentions of unlisted places that spaCy did not see as names."""
        seen = {index for spans in self._spans.values() for span in spans for index in range(span.first, span.last + 1)}
        words = places_of_words(self._doc)
        free = [i for name in self._names for i in words.get(name, ()) if i not in seen and i not in self._known]
        return [NameSpan(i, i, "place") for i in sorted(free)]

    def _find_demonyms(self) -> dict[int, str]:
        alike = _by_stem(sorted(self._names - lexicon.world_regions()))
        found = {}
        for word, numbers in places_of_words(self._doc).items():
            if not word.isalpha() or word in self._names:
                continue
            place = next((p for p in alike.get(word[:_LEAST_STEM], ()) if is_demonym(word, p)), None)
            if place is not None:
                found.update((i, place) for i in numbers if i not in self._known)
        return dict(sorted(found.items()))

    def _acts_as_state(self, name: str) -> bool:
        if name.split()[-1] in _STREETS:
            return False  # "residents of Stork Lane"
        if is_a_realm(name) or name in self._owners | self._listed or name in self._demonyms.values():
            return True
        if any(has_state_evidence(self._doc, span) for span in self._spans.get(name, ())):
            return True
        tokens = [self._doc[i] for i in places_of_words(self._doc).get(name, ())]
        return any(owns_an_office(token) or is_neighbour(token) for token in tokens)

    def _find_seats(self) -> dict[str, str]:
        """Return city → state from "X's capital, Y", "Y, the capital of X", "the X government in Y"."""
        seats: dict[str, str] = {}
        text = text_of(self._doc)
        for state in sorted(self._states):
            demonyms = sorted({self._doc[i].text for i, place in self._demonyms.items() if place == state})
            for city in sorted(self._names - self._states):
                if any(re.search(pattern, text) for pattern in _seat_patterns(city, state, demonyms)):
                    seats[city] = state
        return seats


def _is_titled(doc: Doc, span: NameSpan) -> bool:
    """True for "Mr. X" and "President X": a person's name, whatever the recogniser says."""
    if span.first == 0:
        return False
    before = doc[span.first - 1]
    is_office = before.text[0].isupper() and before.lower_ in lexicon.offices() and before.dep_ == "compound"
    return before.text in lexicon.titles() or is_office


def _is_no_place(name: str) -> bool:
    """True for "Veltrophobia", for "Eastern", for the short name of a body: "RWF"."""
    initials = name.replace(".", "")
    is_acronym = initials.isupper() and (len(initials) <= _LONGEST_ACRONYM or initials != name)
    return is_acronym or name in DIRECTIONS or name.lower().endswith(_NO_PLACE)


def _by_stem(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words by their first letters, which a place and its demonym share."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:_LEAST_STEM], []).append(word)
    return found


def _seat_patterns(city: str, state: str, demonyms: list[str]) -> tuple[str, ...]:
    """Return the regular expressions of the phrases that call a city the seat of a state."""
    c, s = re.escape(city), re.escape(state)
    people = "|".join(re.escape(word) for word in demonyms) or s
    return (
        rf"{s}[’']s? (?:\w+ )?capital,? (?:of )?{c}",
        rf"(?:{people}) capital,? (?:of )?{c}",
        rf"{c}, (?:{s}[’']s|(?:the )?(?:{people})) (?:\w+ )?capital\b",
        rf"{c}, (?:the )?capital of {s}",
        rf"(?:{s}[’']s?|{people}) (?:\w+ )?"
        rf"(?:government|ministry|cabinet|authorities|leadership|officials) in {c}",
    )


def is_demonym(word: str, place: str) -> bool:
    """True when a capitalised word looks like the adjective or people of a place.

    Example:
        >>> is_demonym("Veltrian", "Veltria"), is_demonym("Velten", "Veltria"), is_demonym("Ostmarkers", "Ostmark")
        (True, False, True)
    """
    if word == place or not word.endswith(_DEMONYM_ENDINGS):
        return False
    shared = 0
    for a, b in zip(word, place, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _LEAST_STEM and len(place) - shared <= 2 and 0 < len(word) - shared <= 4
