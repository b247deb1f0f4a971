"""Unlisted states: names that only the article as a whole shows to be a state's or a city's.

"Marrowind has not replied" could be said of a person. But an article that calls nobody by a longer name with it, and
speaks of "both governments" where one state is known, names the other one so.
"""

import re
from collections import Counter

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.grammar import SUBJECTS, all_tokens, sentence_of, text_of
from demandeur.namespan import NameSpan
from demandeur.once import once_a_document
from demandeur.roles import office_of
from demandeur.rules import declare

MISSING = declare(
    "actor.missing-state",
    "a state that no list knows and whose name looks like any: the article's words ask for one more state",
    catches=("Norway met Veskar on Monday. Both governments were silent. Veskar has not replied.",),
    spares=("Norway met Veskar on Monday. Veskar has not replied.", "Both governments met."),
)

_DATELINE = re.compile(
    r"^(?P<city>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2})"
    r"(?:, [^\n—–]{2,30}?)?(?P<agency> \([^)\n]{2,40}\))? *(?:—|–|--|-(?= )) *(?=\S)",
    re.MULTILINE,
)
_PAIRS = {"country", "nation", "state", "government", "neighbour", "neighbor", "capital", "republic", "kingdom"}
REALMS = {"republic", "kingdom", "sultanate", "emirate", "principality", "duchy"}
"""Nouns by which a state may call itself: "the Sultanate of Mazar"."""
_SINGLE = REALMS | {"federation"}
_OWNING = {"country", "nation", "state"}
_STATES = _PAIRS | _SINGLE | _OWNING
_GENDERED = {"he", "she", "him", "her", "his", "who", "whom"}


def dateline_cities(doc: Doc) -> set[str]:
    """Return the cities of datelines that the lexicon doesn't know, also as the text writes them: QUELL, Quell."""
    found = set()
    for match in _DATELINE.finditer(text_of(doc)):
        city = match["city"]
        if (city.isupper() or match["agency"]) and city not in lexicon.names() and city.title() not in lexicon.names():
            found.update((city, city.title()))
    return found


@once_a_document
def dateline_agencies(doc: Doc) -> list[tuple[int, int]]:
    """Return the offsets of the news agencies of datelines: "(Northern Press)" speaks nowhere in the article."""
    return [match.span("agency") for match in _DATELINE.finditer(text_of(doc)) if match["agency"]]


def is_a_realm(name: str) -> bool:
    """True for "Sultanate of Mazar", a name that says what it is.

    Example:
        >>> is_a_realm("Sultanate of Mazar"), is_a_realm("Mazar")
        (True, False)
    """
    first, _, rest = name.partition(" of ")
    return first.lower() in REALMS and bool(rest)


def missing_states(doc: Doc, names: list[NameSpan], known: set[str], others: set[str]) -> set[str]:
    """Return the names that must be states because the article's words ask for more states than it is known to name.

    Args:
        doc: the article.
        names: its names.
        known: the unlisted states found so far.
        others: words that are parts of persons' names or cities.
    """
    listed = {span.entries[0].target for span in names if span.entries and span.entries[0].target in lexicon.states()}
    asked = max((_wanted_by(token) for token in all_tokens(doc) if token.lemma_ in _STATES), default=0)
    wanted = asked - len(listed) - len(known)
    if wanted <= 0:
        return set()
    free = _free_names(doc, names, known | others, sure=asked < 2)
    return {text for text, number in free.most_common(wanted) if number > 1}


def _wanted_by(token: Token) -> int:
    """Return how many states a noun speaks of: two in "both governments", one in "the republic"."""
    if token.tag_ not in ("NN", "NNS"):
        return 0
    words = {child.lower_ for child in token.children}
    if token.lemma_ in _PAIRS and token.tag_ == "NNS" and words & {"both", "two"}:
        return 2
    if token.tag_ != "NN" or not words & {"the", "this"}:
        return 0
    if token.lemma_ in _SINGLE:
        return 1
    return int(token.lemma_ in _OWNING and token.dep_ == "poss" and office_of(token.head) is not None)


def _free_names(doc: Doc, names: list[NameSpan], others: set[str], *, sure: bool) -> Counter:
    """Count the one-word names that nothing shows to be a person's, a body's or a city's.

    ``sure`` leaves out those that the recogniser mostly takes for persons'.
    """
    counts: Counter = Counter()
    seen_as_person: Counter = Counter()
    gendered: Counter = Counter()
    acting = set()
    for span in names:
        token = doc[span.first]
        if span.kind == "known" or span.last > span.first or not _may_be_a_state(doc, token, others):
            continue
        counts[token.text] += 1
        seen_as_person[token.text] += sure and token.ent_type_ == "PERSON"
        gendered[token.text] += any(t.lower_ in _GENDERED for t in doc[token.i + 1 : sentence_of(token).end])
        if token.dep_ in SUBJECTS:
            acting.add(token.text)
    return Counter({t: n for t, n in counts.items() if t in acting and seen_as_person[t] * 2 <= n and not gendered[t]})


def _may_be_a_state(doc: Doc, token: Token, others: set[str]) -> bool:
    if token.text in others or not token.text[0].isupper() or not token.text[1:].islower():
        return False
    if lexicon.first_name_gender(token.text) is not None or token.lower_ in lexicon.group_nouns():
        return False
    before = doc[token.i - 1] if token.i else None
    titled = before is not None and (before.text in lexicon.titles() or office_of(before) is not None)
    return not titled and (before is None or before.lower_ != "the")
