"""Bearers: what kind of bearer a name has, where the article shows better than the recogniser guessed.

The recogniser sees one sentence at a time and knows no invented or foreign name. A title, an office behind a comma or
"who" shows a person; "the" before the name, or a noun such as "Guild" at its end, shows an organisation.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.body_names import BODY, FIRMS, is_body_name, is_title_word
from demandeur.grammar import child, children
from demandeur.namespan import NameSpan, places_of_words, text_of_name
from demandeur.neuters import called_he, called_it
from demandeur.roles import is_us_member, last_of_office, office_of
from demandeur.rules import declare

SHOWN = declare(
    "actor.shown-person",
    "a person whom the recogniser missed, by the title or office around the name",
    catches=(
        "Mr. Marrow refused. “No,” said Piers Calloway, a spokesman for Norway.",
        "Norway agreed. Its envoy, Pia Sorensk, urged both governments to wait.",
    ),
    spares=("Quill Rail, a company from Norway, said it would pay.",),
)

_LONGEST_PERSON = 4
_NAMING_STATES = {"federation", "confederation", "republic", "kingdom", "emirates", "state", "states"}
"""What the names of states end in."""
_OF_A_FIRM = set(
    "board shareholders chairman chairwoman executive ceo management shares subsidiary headquarters workforce "
    "customers directors".split()
)
"""What a firm has, not a person."""
_MAKING = ("maker", "manufacturer", "producer", "retailer", "supplier", "operator", "publisher", "developer")


def corrected(doc: Doc, names: list[NameSpan]) -> list[NameSpan]:
    """Return the names with the kind of bearer that the article shows."""
    found = []
    standing = {text_of_name(doc, s) for s in names if s.kind == "person" and not _only_modifies(doc, s)}
    bare = _bare_bodies(doc, names)
    alone = {doc[s.last].text for s in names if s.kind == "organisation" and s.first == s.last}
    makers = {text_of_name(doc, s) for s in names if s.kind != "known" and _is_called_a_firm(doc[s.last])}
    makers |= called_it(doc, names)
    men = called_he(doc) - makers
    for span in names:
        is_longer = span.kind == "person" and span.last > span.first
        if is_longer and _only_modifies(doc, span) and text_of_name(doc, span) not in standing:
            continue
        if is_longer and _is_epithet_and_name(doc, span, standing):
            span = replace(span, first=span.first + 1)
        if span.kind != "person" and span.kind != "known" and _is_a_persons(doc, span):
            span = replace(span, kind="person", rule=SHOWN)
        elif span.last > span.first and _is_a_bodys(doc, span):
            span = replace(span, kind="organisation", rule=BODY)
        elif span.kind in ("people", "person") and text_of_name(doc, span) in bare:
            span = replace(span, kind="organisation")
        elif is_longer and doc[span.last].text.isupper() and doc[span.last].text in alone:
            span = replace(span, kind="organisation")  # "Junge SVP", where the SVP is one
        if span.kind in ("person", "place") and _is_called_by_its_kind(doc, span):
            span = replace(span, kind="organisation", rule=BODY)
        if span.kind != "known" and text_of_name(doc, span) in makers:
            span = replace(span, kind="organisation", rule=BODY)
        if span.kind in ("place", "organisation") and text_of_name(doc, span) in men:
            span = replace(span, kind="person")
        found.append(span)
    shown = {text_of_name(doc, s) for s in found if s.rule == SHOWN}
    return [
        replace(s, kind="person", rule=SHOWN)
        if s.kind in ("place", "organisation") and text_of_name(doc, s) in shown
        else s
        for s in found
    ]


def _bare_bodies(doc: Doc, names: list[NameSpan]) -> set[str]:
    """Return names of bodies that the recogniser may take for others.

    "Ostrand" of "Ostrand Group", "Vellum" of "Vellum's chairman"; "Halden Marine", elsewhere an organisation.
    """
    texts = {kind: [text_of_name(doc, s) for s in names if s.kind == kind] for kind in ("person", "organisation")}
    persons = {word for text in texts["person"] if " " in text for word in text.split()}
    titled = {doc[s.first].text for s in names if s.first and is_title_word(doc[s.first - 1])}
    first = {text.split()[0] for text in texts["organisation"] if " " in text}
    places = places_of_words(doc)
    bare = {text_of_name(doc, s) for s in names if s.last == s.first and doc[s.last].dep_ == "poss"}
    owning = {word for word in bare if any(doc[i].head.lower_ in _OF_A_FIRM for i in places.get(word, ()))}
    given = {text for text in texts["person"] if lexicon.first_name_gender(text.split()[0]) is not None}
    whole = {text for text in texts["person"] if text.split()[-1] in owning} - given
    persons -= {word for text in whole for word in text.split()}
    firms = {text_of_name(doc, s) for s in names if _is_a_firms(doc, s)}
    longer = {text for text in (*texts["organisation"], *firms, *whole) if " " in text}
    return longer | ((first | owning | firms) - persons - titled)


def _is_epithet_and_name(doc: Doc, span: NameSpan, standing: set[str]) -> bool:
    """True for "Honest Ana Reyl" in an article that also says "Ana Reyl"."""
    given, behind = (lexicon.first_name_gender(doc[i].text) for i in (span.first, span.first + 1))
    is_longer = given is None and behind is not None and span.last - span.first > 1
    return is_longer and doc[span.first + 1 : span.last + 1].text in standing


def _is_a_firms(doc: Doc, span: NameSpan) -> bool:
    """True for "Halden Marine" in "the operator, Halden Marine", which the recogniser may take for a people."""
    name, head = doc[span.last], doc[span.last].head
    while name.dep_ == "conj" and head.pos_ == "PROPN":  # "two clubs, Varra and Sorell"
        name, head = head, head.head
    is_beside = name.dep_ == "appos" or (name.dep_ == "conj" and doc[name.left_edge.i - 1].text == ",")
    if span.kind not in ("people", "person") or name.tag_ != "NNP" or not is_beside:
        return False
    counted = child(child(head, "prep"), "pobj") if head.pos_ == "NUM" and child(head, "prep") is not None else None
    noun = lexicon.group_nouns().get(counted.lower_ if counted is not None else head.lower_)
    if noun is None or lexicon.first_name_gender(doc[span.first].text) is not None:
        return False
    return noun.kind == "organisation" if noun.plural or span.kind == "person" else True


def _is_called_a_firm(name: Token) -> bool:
    """True for the Lumo of "Lumo, the country's largest phone maker,", the list of "Freedom List, a party,"."""
    nouns = children(name, "appos")
    groups = [lexicon.group_nouns().get(_with_hyphen(noun)) for noun in nouns]
    are_bodies = any(group is not None and group.kind == "organisation" and not group.plural for group in groups)
    are_bodies = are_bodies or any(noun.lower_ == "group" and child(noun, "compound") is not None for noun in nouns)
    return are_bodies or any(noun.lower_.endswith(_MAKING) for noun in nouns)


def _is_called_by_its_kind(doc: Doc, span: NameSpan) -> bool:
    """True for "the residents' group Keep Keller Low", "the charity Ostra Aid"."""
    noun = doc[span.first - 1] if span.first else None
    if noun is None or noun.tag_ != "NN" or lexicon.first_name_gender(doc[span.first].text) is not None:
        return False
    group = lexicon.group_nouns().get(noun.lower_)
    is_body = group is not None and not group.plural and (group.kind == "organisation" or noun.lower_ == "group")
    return is_body and group.sector != "GOV"


def _with_hyphen(noun: Token) -> str:
    """Return a noun in lower case, "start-up" as one."""
    if noun.i > 1 and noun.nbor(-1).text == "-":
        return f"{noun.nbor(-2).lower_}-{noun.lower_}"
    return noun.lower_


def _only_modifies(doc: Doc, span: NameSpan) -> bool:
    """True for the name of a thing, "Marrow Drawing" in "the Marrow Drawing show": no given name, a noun behind."""
    last = doc[span.last]
    if lexicon.first_name_gender(doc[span.first].text) is not None or (
        span.first and is_title_word(doc[span.first - 1])
    ):
        return False
    behind = last.head
    return last.dep_ in ("compound", "nmod") and behind.i > last.i and behind.pos_ == "NOUN" and not office_of(behind)


def _is_a_persons(doc: Doc, span: NameSpan) -> bool:
    words = [t for t in doc[span.first : span.last + 1] if t.tag_ != "HYPH"]
    if len(words) > _LONGEST_PERSON or any(t.pos_ != "PROPN" or not t.text[0].isupper() for t in words):
        return False
    if words[-1].text in FIRMS or any(t.lower_ in lexicon.group_nouns() for t in words):
        return False
    if any(len(t) > 1 and t.text.isupper() for t in words):
        return False
    if (span.first and doc[span.first - 1].text in lexicon.titles()) or is_us_member(doc, span.last):
        return True
    if span.first > 1 and doc[span.first - 1].lower_ == "as" and doc[span.first - 2].lower_ == "name":
        return True  # "gave his name as Yusuf"
    if len(words) < 2 or (span.first and doc[span.first - 1].lower_ == "the"):
        return False
    before = office_of(doc[span.first - 1]) if span.first and doc[span.first - 1].text[0].isupper() else None
    is_titled = before is not None and not before.plural  # "MP Ana Reyl"
    is_given = span.kind in ("place", "organisation") and lexicon.first_name_gender(words[0].text) is not None
    is_given = is_given and len(words) < _LONGEST_PERSON
    is_titled = is_titled or (is_given and words[-1].dep_ == "nsubj")  # "Nadia Corwin accuses them"
    return is_titled or holds_an_office(doc, span.last) or _followed_by_who(doc, span) or _is_named_office(doc, span)


def holds_an_office(doc: Doc, last: int) -> bool:
    """True for "X, a spokesman for …,": the noun behind the comma is an office of one person."""
    index = last + 1
    if index >= len(doc) or doc[index].text != ",":
        return False
    for token in doc[index + 1 : index + 8]:
        if token.tag_ in ("IN", "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "VBN", "VBG") or token.is_punct:
            return False
        office = office_of(token)
        behind = doc[token.i + 1] if token.i + 1 < len(doc) else token
        is_one = token.lower_ in lexicon.person_nouns() or (office is not None and not office.plural)
        is_one = is_one or (token.lower_ == "head" and doc[min(token.i + 1, len(doc) - 1)].lower_ == "of")
        if is_one and behind.tag_ not in ("NN", "NNS", "NNP", "NNPS", "POS"):
            return True
    return False


def _is_named_office(doc: Doc, span: NameSpan) -> bool:
    """True for X in "its envoy, X,": right behind the comma of an office that one person holds."""
    head = doc[span.last].head
    is_right_behind = span.first - 2 in (head.i, last_of_office(doc, head.i))
    if doc[span.last].dep_ != "appos" or not is_right_behind or doc[span.first - 1].text != ",":
        return False
    office = office_of(head)
    return head.tag_ == "NN" and ((office is not None and not office.plural) or head.lower_ in lexicon.person_nouns())


def _followed_by_who(doc: Doc, span: NameSpan, word: str = "who") -> bool:
    """True for "X, who …" and "X who …"."""
    behind = [t for t in doc[span.last + 1 : span.last + 3] if t.text != ","]
    return bool(behind) and behind[0].lower_ == word


def _is_a_bodys(doc: Doc, span: NameSpan) -> bool:
    """True for "the Lake League", for a name that ends in a noun for a body, and for "Channel Nine, which …"."""
    words = list(doc[span.first : span.last + 1])
    if span.kind == "place":  # "the Green Alliance", but "the Veskar Federation"
        return is_body_name(words) and words[-1].lower_ not in _NAMING_STATES
    if span.kind != "person":
        return False
    if is_body_name(words) or _followed_by_who(doc, span, "which"):
        return True
    last = words[-1]
    if span.first == 0 or doc[span.first - 1].lower_ != "the" or last.tag_ == "NNPS" or last.text.endswith("s"):
        return False
    return child(last, "det") is not None and not children(last, "appos")
