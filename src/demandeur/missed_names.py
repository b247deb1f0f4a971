"""Missed names: those that the recogniser did not see, and that the article shows by what stands around them."""

import re

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.bearers import holds_an_office
from demandeur.body_names import BODY
from demandeur.grammar import all_tokens, auxiliaries, child, children, text_of, tokens_of, words_of
from demandeur.lexicon import speech
from demandeur.namespan import NEIGHBOURS, PARTY_WORDS, NameSpan, places_of_words
from demandeur.unlisted_states import REALMS

_ASKED = re.compile(
    r"^(?P<name>(?:[A-ZÀ-Þ][\w’'-]+ ){1,2}[A-ZÀ-Þ][\w’'-]+), (?:an? |the )?[a-z][^:\n“\"]{2,60}: ?(?=[“\"‘])",
    re.MULTILINE,
)


def is_title(token: Token) -> bool:
    """True for "Ms", "Doctor", and for an office that stands before a name."""
    return token.lower_ in lexicon.offices() or token.text in lexicon.titles()


def asked_in_turn(doc: Doc, taken: set[int]) -> list[NameSpan]:
    """Return the names that spaCy missed of "Per Dahl, hotel owner: “…”", a line of a survey."""
    found = []
    for match in _ASKED.finditer(text_of(doc)):
        words = doc.char_span(*match.span("name"), alignment_mode="expand")
        if taken.isdisjoint(range(words.start, words.end)):
            found.append(NameSpan(words.start, words.end - 1, "person"))
            taken.update(range(words.start, words.end))
    return found


def realms(doc: Doc, taken: set[int]) -> list[NameSpan]:
    """Return the names of states that no list knows and that say so: "the Sultanate of Mazar"."""
    found = []
    for noun in tokens_of(doc, *(words_of(doc).keys() & REALMS)):
        first = last = noun.i + 2
        if not noun.text[0].isupper() or noun.i in taken or last >= len(doc) or doc[noun.i + 1].lower_ != "of":
            continue
        while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN" and last + 1 not in taken:
            last += 1
        if doc[first].pos_ == "PROPN" and taken.isdisjoint(range(noun.i, last + 1)):
            found.append(NameSpan(noun.i, last, "place"))
            taken.update(range(noun.i, last + 1))
    return found


def acronyms(doc: Doc, names: list[NameSpan], taken: set[int]) -> list[NameSpan]:
    """Return the RWF of "the Rail Workers' Federation (RWF)"."""
    found = []
    for span in names:
        place = span.last + 2
        if place + 1 >= len(doc) or place in taken or doc[place - 1].text != "(" or doc[place + 1].text != ")":
            continue
        initials = "".join(t.text[0] for t in doc[span.first : span.last + 1] if t.text[0].isupper())
        if span.kind != "person" and doc[place].text == initials and len(initials) > 1:
            found.append(NameSpan(place, place, "organisation", rule=span.rule))
            taken.add(place)
    return found


def named_beside(doc: Doc, taken: set[int]) -> list[NameSpan]:
    """Return the names that spaCy missed behind a noun for one body: "their union, Metal,", "the group Clean Sea"."""
    found = []
    groups = lexicon.group_nouns()
    for noun in tokens_of(doc, *(words_of(doc).keys() & groups.keys())):
        group = groups[noun.lower_]
        beside = [t for t in children(noun, "appos") if t.pos_ == "PROPN" and t.i not in taken]
        if not beside or group.plural or noun.tag_ != "NN" or noun.pos_ != "NOUN" or group.kind == "person":
            continue
        first, last = beside[0].left_edge.i, beside[0].i
        is_closed = last + 1 < len(doc) and doc[last + 1].text == "," and doc[first - 1].text == ","
        is_next = first == noun.i + 1 and any(c.lower_ in ("the", "a") for c in children(noun, "det"))
        words = all_tokens(doc)[first : last + 1]
        if (is_closed or is_next) and all(t.pos_ == "PROPN" and t.i not in taken for t in words):
            found.append(NameSpan(first, last, "organisation", rule=BODY))
            taken.update(range(first, last + 1))
    return found


def titled(doc: Doc, taken: set[int]) -> list[NameSpan]:
    """Return the names that spaCy missed but the article shows: capitals behind "Mr", an office or a given name."""
    found = []
    tokens = all_tokens(doc)
    capitals = sorted(place for places in places_of_words(doc).values() for place in places)
    for token in (tokens[place] for place in capitals):
        if token.i in taken or not _is_part_of_a_name(token) or not _starts_a_name(doc, token.i):
            continue
        last = token.i
        while last + 1 < len(doc) and last + 1 not in taken and _goes_on(doc[last + 1]):
            last += 1
        found.append(NameSpan(token.i, last, "person"))
        taken.update(range(token.i, last + 1))
    return found


def _goes_on(token: Token) -> bool:
    """True for a further word of a name, whatever it is tagged as as the second behind a title: "Ms Ana Reyl"."""
    if _is_part_of_a_name(token):
        return True
    is_second = token.i > 1 and token.nbor(-2).text in lexicon.titles() and token.nbor(-1).text.istitle()
    return is_second and token.text.istitle() and token.ent_type_ not in ("DATE", "TIME")


def _is_part_of_a_name(token: Token) -> bool:
    if token.pos_ != "PROPN" or not token.text[0].isupper() or is_title(token) or token.lower_ in NEIGHBOURS:
        return False
    return token.ent_type_ not in ("DATE", "TIME")


def _starts_a_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    if lexicon.first_name_gender(token.text) is not None:
        return index + 1 < len(doc) and _goes_on(doc[index + 1])
    if index + 1 < len(doc) and is_title(doc[index + 1]):
        return False
    if _speaks(token) or _is_in_office(token):
        return True
    if index == 0:
        return False
    before = doc[index - 1]
    if before.text in lexicon.titles():
        return True
    return before.text[0].isupper() and before.lower_ in lexicon.offices() and token.lower_ not in lexicon.group_nouns()


def _is_in_office(first: Token) -> bool:
    """True for the first word of the name of "Joh Hastel, head of the port,"."""
    last = first.head
    if first.dep_ != "compound" or last.i != first.i + 1 or not _is_part_of_a_name(last):
        return False
    is_a_thing = any(word.lower_ in lexicon.group_nouns() or word.text.isupper() for word in (first, last))
    return not is_a_thing and child(last, "det") is None and holds_an_office(first.doc, last.i)


def _speaks(token: Token) -> bool:
    """True for the first word of a name whose bearer says something or asks for something: what speaks, acts."""
    if token.lower_ in lexicon.group_nouns() and token.dep_ == "compound":
        return False  # "Agency head Ana Reyl"
    name = token
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    verb = name.head
    if name.dep_ != "nsubj" or not _is_part_of_a_name(name) or name.text.isupper() or verb.pos_ != "VERB":
        return False
    if name.lower_ in lexicon.group_nouns() and name.text not in PARTY_WORDS:
        return False  # "Parliament", "the Board"
    reporting = speech.reporting_verbs().get(verb.lemma_)
    is_inside = token.i > 0 and token.nbor(-1).text[-1].isalpha()
    is_to_act = is_inside and name == token and bool(auxiliaries(verb) & {"must", "should"})  # "said Sarvia must"
    return is_to_act or (reporting is not None and reporting.quotes) or (verb.lemma_, "verb") in speech.act_words()
