"""Body names: names that say by a noun in them that they are an organisation's: "the Freight Drivers' Guild"."""

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.grammar import tokens_of, words_of
from demandeur.namespan import NameSpan, places_of_words
from demandeur.roles import office_of
from demandeur.rules import declare

BODY = declare(
    "actor.body",
    "an organisation by the noun that ends its name, or by the name's own article",
    catches=(
        "The Freight Drivers' Guild rejected the plan.",
        "The Lake Traders League agreed.",
        "The Commission on the Future of Rivers agreed.",
    ),
    spares=("The guild of freight drivers called a strike.", "The Foreign Ministry of Norway agreed."),
)

_NAMED_BY_THEIR_AIM = set(
    "Commission Committee Council Conference Association Institute Coalition Campaign Foundation Alliance Federation "
    "Society League Union Congress Forum Centre Center Academy Panel Fund Network Movement Chamber Court Army Front "
    "Party Office Bureau Agency Authority Mission Friends".split()
)
"""Nouns that what the body is for or of follows in its name."""
_ALWAYS_BODIES = {"coalition", "bureau", "congress", "forum", "alliance", "network", "caucus"}
FIRMS = set(
    "Foods Homes Motors Airlines Airways Holdings Industries Pharma Pharmaceuticals Energy Logistics Shipping "
    "Travel Insurance Partners Ventures Technologies Systems Software Laboratories Studios Records Brothers Inc Ltd "
    "Corp plc PLC AG GmbH Telecom Telecoms Electronics Chemicals Minerals Mining Petroleum Properties Estates "
    "Supermarkets Stores Breweries Hotels Resorts Rovers United Wanderers Rangers Albion Athletic FC AFC".split()
)
"""What the names of firms and clubs end in."""
_PARTS_OF_A_STATE = {"GOV", "MIL", "SPY", "COP", "JUD"}


def bodies(doc: Doc, taken: set[int]) -> list[NameSpan]:
    """Return the names that end in a noun for an organisation ("the Freight Drivers' Guild"), unless ``taken``."""
    found = []
    nouns = words_of(doc).keys() & (lexicon.group_nouns().keys() | {word.lower() for word in FIRMS})
    for token in tokens_of(doc, *nouns):
        if not _is_body_word(token) or token.i in taken or _goes_on(doc, token.i + 1, taken):
            continue
        first = token.i
        is_firm = token.text in FIRMS
        while first > 0 and first - 1 not in taken and _belongs(doc, first - 1):
            if is_firm and doc[first - 1].lower_ in ("and", "of"):
                break
            first -= 1
        while first < token.i and not doc[first].text[0].isupper():
            first += 1
        while first < token.i and doc[first].tag_ in ("DT", "IN", "CC"):
            first += 1
        if first < token.i and not _is_owned(doc, first):
            found.append(NameSpan(first, token.i, "organisation", rule=BODY))
    return found


def long_bodies(doc: Doc, taken: set[int]) -> list[NameSpan]:
    """Return the names that begin with a noun for an organisation: "the Commission on the Future of Rivers"."""
    found = []
    places = places_of_words(doc)
    for number in sorted(i for word in places.keys() & _NAMED_BY_THEIR_AIM for i in places[word] if i not in taken):
        token = doc[number]
        last = _last_of_aim(doc, number)
        first = number
        while first > 0 and _is_capital(doc[first - 1]) and doc[first - 1].dep_ == "compound":
            first -= 1
        if last > token.i + 1 and taken.isdisjoint(range(first, last + 1)):
            found.append(NameSpan(first, last, "organisation", rule=BODY))
    return found


def _last_of_aim(doc: Doc, index: int) -> int:
    """Return the last word of what stands behind "Commission": "on the Future of Rivers"."""
    last = index
    while last + 1 < len(doc):
        ahead = last + 1
        joins = doc[ahead].lower_ in (("of", "on", "for") if last == index else ("of", "and", "for"))
        if joins and last + 3 < len(doc) and doc[ahead + 1].lower_ == "the":
            ahead += 1
        ahead += joins
        if (last == index and not joins) or ahead >= len(doc) or not _is_capital(doc[ahead]):
            break
        last = ahead
    return last


def _is_capital(token: Token) -> bool:
    is_part = token.text[0].isupper() and token.is_alpha and token.pos_ in ("PROPN", "NOUN", "ADJ")
    return is_part and token.ent_type_ not in ("DATE", "TIME", "PERSON") and not is_title_word(token)


def is_body_name(words: list[Token]) -> bool:
    """True when the last word of a name is a capitalised noun for an organisation."""
    return _is_body_word(words[-1])


def is_a_firms(name: str) -> bool:
    """True for a name that ends as those of firms do: "Halden Foods"."""
    return name.split()[-1] in FIRMS


def _is_body_word(token: Token) -> bool:
    if token.text in FIRMS:
        return True
    if not token.text[0].isupper() or not token.text[1:].islower():
        return False
    noun = lexicon.group_nouns().get(token.lower_)
    if token.lower_ in _ALWAYS_BODIES:
        return True
    is_body = bool(noun) and noun.kind == "organisation" and not noun.plural
    return is_body and (noun.sector not in _PARTS_OF_A_STATE or _is_of_many(token))


def _is_of_many(noun: Token) -> bool:
    """True for the Council of "the Shippers' Council": no part of a state."""
    if noun.i < 2 or noun.nbor(-1).text not in ("'", "’"):
        return False
    members = noun.nbor(-2)
    return members.text[0].isupper() and members.text.endswith("s") and members.text not in lexicon.names()


def _goes_on(doc: Doc, index: int, taken: set[int]) -> bool:
    """True when the name is longer: "Guild" in "the Guild of Northern Drivers" or "Union Square"."""
    if index >= len(doc) or index in taken:
        return False
    return doc[index].pos_ == "PROPN" or (
        doc[index].lower_ == "of" and doc[min(index + 1, len(doc) - 1)].pos_ == "PROPN"
    )


def _belongs(doc: Doc, index: int) -> bool:
    """True for a word inside a body's name: capitalised, the mark of "Drivers'", "of" or "and" between such words."""
    token = doc[index]
    if token.text in ("'", "’"):
        return index > 0 and doc[index - 1].text.endswith("s") and doc[index - 1].text[0].isupper()
    if token.lower_ in ("of", "and", "&", "for"):
        return index > 0 and doc[index - 1].text[0].isupper() and doc[index - 1].pos_ in ("PROPN", "NOUN", "ADJ")
    is_first = token.is_sent_start and not (token.pos_ == "PROPN" and token.nbor().text in FIRMS)
    if not token.text[0].isupper() or is_first:
        return False
    office = office_of(token)
    if office is not None and not office.plural and (not index or doc[index - 1].lower_ != "the"):
        return False  # "Minister Guild", but "the Student Union"
    return token.pos_ in ("PROPN", "NOUN", "ADJ") and token.tag_ not in ("DT", "PRP$")


def _is_owned(doc: Doc, first: int) -> bool:
    return doc[first].tag_ == "PRP$"


def is_title_word(token: Token) -> bool:
    """True for "Ms", "Doctor", "Minister": no part of a body's name."""
    return token.text in lexicon.titles() or office_of(token) is not None
