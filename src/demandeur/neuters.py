"""Neuters: names that the article calls "it", which are no person's: "Pixly said it would appeal".

And the other way round: names that it calls "he" or "she" are neither a state's nor a body's.
"""

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.expletives import is_expletive
from demandeur.grammar import SUBJECTS, all_tokens, child, children, sentence_of, subtree
from demandeur.lexicon import speech
from demandeur.namespan import NameSpan, places_of_words, text_of_name
from demandeur.once import once_a_document
from demandeur.roles import office_of

_IT, _ITS = {"it"}, {"its"}
_HE, _HIS = {"he", "she"}, {"his", "her"}


@once_a_document
def called_he(doc: Doc) -> frozenset[str]:
    """Return the words with a capital, names of one word, that the sentences go on to call "he" or "she"."""
    opening = [t for t in all_tokens(doc) if t.pos_ == "PROPN" and t.dep_ in SUBJECTS and child(t, "compound") is None]
    return frozenset(t.text for t in opening if _goes_on_with(t, _HE) or _has_ones_own(t, _HIS))


def called_it(doc: Doc, names: list[NameSpan]) -> set[str]:
    """Return the names, taken for persons' or a people's, for which the sentences that they open go on with "it".

    None with a given name or a title, and none that is a part of a longer person's name.
    """
    persons = [span for span in names if span.kind in ("person", "people")]
    longer = {t.text for s in persons if s.last > s.first for t in doc[s.first : s.last + 1]}
    places = places_of_words(doc)
    found = set()
    for span in persons:
        text = text_of_name(doc, span)
        if text not in found and text not in longer and not _is_surely_a_persons(doc, span):
            name = doc[span.last]
            again = [doc[i] for i in places.get(text, ())] if "Its" in places else []
            is_neuter = _goes_on_with(name, _IT) or _has_ones_own(name, _ITS)
            if is_neuter or any(_has_an_office_holder(token) for token in again):
                found.add(text)
    return found


def _is_surely_a_persons(doc: Doc, span: NameSpan) -> bool:
    before = doc[span.first - 1] if span.first else None
    is_titled = before is not None and (before.text in lexicon.titles() or office_of(before) is not None)
    return is_titled or lexicon.first_name_gender(doc[span.first].text) is not None


def _goes_on_with(name: Token, pronouns: set[str]) -> bool:
    """True for the Pixly of "Pixly said it would appeal", with "it" among the pronouns."""
    verb = name.head
    if name.dep_ not in SUBJECTS or verb.lemma_.lower() not in speech.reporting_verbs():
        return False
    clauses = children(verb, "ccomp")
    subjects = [own for clause in clauses if (own := child(clause, "nsubj", "nsubjpass")) is not None]
    if not any(own.lower_ in pronouns and own.dep_ == "nsubj" and not is_expletive(own) for own in subjects):
        return False
    aside = set(subtree(name))
    return not any(t.pos_ in ("NOUN", "PROPN") and t not in aside for t in name.doc[name.i + 1 : subjects[0].i])


def _has_an_office_holder(name: Token) -> bool:
    """True for the Nordhav of "Nordhav tried to calm fears. Its chief executive, Pal Brenner, wrote"."""
    doc, sentence = name.doc, sentence_of(name)
    if name.dep_ != "nsubj" or name.head.dep_ != "ROOT" or sentence.end + 3 >= len(doc):
        return False
    whose = doc[sentence.end]
    noun = whose.head
    are_others = any(t.lower_ in lexicon.group_nouns() or t.ent_type_ in ("ORG", "GPE") for t in sentence if t != name)
    return whose.lower_ == "its" and whose.dep_ == "poss" and office_of(noun) is not None and not are_others


def _has_ones_own(name: Token, possessives: set[str]) -> bool:
    """True for the Halm of "Halm has raised its offer", with "its" among the possessives."""
    verb = name.head
    thing = child(verb, "dobj") if name.dep_ == "nsubj" and name.i < verb.i else None
    whose = child(thing, "poss") if thing is not None else None
    if whose is None or whose.lower_ not in possessives:
        return False
    return not any(t.pos_ in ("NOUN", "PROPN") for t in name.doc[name.i + 1 : whose.i])
