"""Grammar: questions to a dependency tree that several stops ask: whose verb, which clause, from where to where.

The trees are spaCy's for English (ClearNLP labels).
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from spacy.tokens import Doc, Span, Token

from demandeur.once import once_a_document, once_a_token

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_EDGE_PUNCTUATION = " \t\n\r,;:.!?–—-…\"'“”‘’„«»()[]`"
_CLOSING_MARKS = ("”", '"', "’", "''", "»")
_OPENING = {"”": "“", '"': '"', "’": "‘", "»": "«"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items() if closing != "’"}  # no apostrophe
_STOPS = tuple(".?!”’\"'")
_FINITE = {"has", "have", "had", "is", "are", "was", "were", "will", "would", "’s", "'s"}


@once_a_document
def text_of(doc: Doc) -> str:
    """Return a document's text, put together once: spaCy's ``doc.text`` does it anew each time."""
    return doc.text


@once_a_document
def all_tokens(doc: Doc) -> list[Token]:
    """Return a document's tokens, made once: spaCy makes ``doc[0]`` anew each time.

    They hold the document that holds them: who is done with a document calls ``once.forget``, or its memory waits for
    Python's collector.
    """
    return list(doc)


def is_in_headline(token: Token) -> bool:
    """True in a sentence that no full stop ends."""
    return sentence_text(token).rstrip()[-1:] not in _STOPS


def tokens_of(doc: Doc, *words: str) -> list[Token]:
    """Return a document's tokens that are one of these words in lower case, in reading order."""
    tokens, places = all_tokens(doc), words_of(doc)
    return [tokens[place] for place in sorted(place for word in words for place in places.get(word, ()))]


@once_a_document
def words_of(doc: Doc) -> dict[str, list[int]]:
    """Return every word of a document in lower case with the numbers of its tokens, looked up once."""
    places: dict[int, list[int]] = {}
    for place, word in enumerate(doc.to_array("LOWER").tolist()):
        places.setdefault(word, []).append(place)
    strings = doc.vocab.strings
    return {strings[word]: found for word, found in places.items()}


def sentence_of(token: Token) -> Span:
    """Return the token's sentence, looked up once for all: spaCy's ``token.sent`` looks for its ends each time."""
    return _sentences(token.doc)[token.i]


@once_a_document
def _sentences(doc: Doc) -> list[Span]:
    """Return each token's sentence."""
    found: list[Span] = []
    for sentence in doc.sents:
        found.extend([sentence] * len(sentence))
    return found


def sentence_text(token: Token) -> str:
    """Return the text of the token's sentence."""
    sentence = sentence_of(token)
    return text_of(token.doc)[sentence.start_char : sentence.end_char]


def sentence_numbers(doc: Doc, skipped: Sequence[tuple[int, int]] = ()) -> list[int]:
    """Return the number of each token's sentence; one that lies wholly in a skipped stretch has that of the last."""
    key = ("sentence numbers", *skipped)
    numbers = doc.user_data.get(key)
    if numbers is None:
        numbers, number, text = [], 0, text_of(doc)
        for sentence in doc.sents:
            first = sentence.start_char
            last = first + len(text[first : sentence.end_char].rstrip())
            number += not any(start <= first and last <= end for start, end in skipped)
            numbers.extend([number] * len(sentence))
        doc.user_data[key] = numbers
    return numbers


_BELOW = f"{__name__}._below"
"""Where ``_below`` is remembered: what is asked most often of all is looked up without a call."""


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child whose dependency label is one of these."""
    doc = token.doc
    for below, label in (doc.user_data.get(_BELOW) or _below(doc))[token.i]:
        if label in labels:
            return below
    return None


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children with one of these dependency labels, in reading order."""
    doc = token.doc
    return [below for below, label in (doc.user_data.get(_BELOW) or _below(doc))[token.i] if label in labels]


def all_children(token: Token) -> list[Token]:
    """Return the children, in reading order, without the search that spaCy's ``token.children`` makes each time."""
    return [below for below, _ in _below(token.doc)[token.i]]


@once_a_document
def _below(doc: Doc) -> list[list[tuple[Token, str]]]:
    """Return each token's children with their labels, put together once: spaCy looks for them anew each time."""
    tokens = all_tokens(doc)
    below: list[list[tuple[Token, str]]] = [[] for _ in tokens]
    steps = doc.to_array("HEAD").astype("int64").tolist()  # from each word to its head
    for place, (step, word) in enumerate(zip(steps, tokens, strict=True)):
        if step:
            below[place + step].append((word, word.dep_))
    return below


def prepositional(token: Token, *prepositions: str) -> Token | None:
    """Return the object of the token's first phrase with one of these prepositions: Y in "calls on Y"."""
    for phrase in prepositional_phrases(token, *prepositions):
        if (found := child(phrase, "pobj", "pcomp")) is not None:
            return found
    return None


def prepositional_phrases(token: Token, *prepositions: str) -> Iterator[Token]:
    """Yield the prepositions themselves that hang on the token ("on" in "calls on Y"), particles included."""
    for candidate, label in _below(token.doc)[token.i]:
        if label in ("prep", "agent", "dative", "prt") and candidate.lower_ in prepositions:
            yield candidate
            continue
        inner = child(candidate, "prep") if label == "prep" else None
        if inner is not None and inner.lower_ in prepositions:
            yield inner


def stands_apart(first: Token) -> bool:
    """True when a comma or dash stands before the word, or a comma within the quote mark before it."""
    before = first.doc[first.i - 1] if first.i > 0 else None
    if before is not None and before.text in _CLOSING_MARKS and before.i > 0:
        before = before.nbor(-1)
    return before is not None and before.text in (",", "—", "–", "--")


@once_a_token
def conjuncts(token: Token) -> list[Token]:
    """Return the token and what is coordinated with it on its right, in reading order."""
    found = [token]
    is_split = token.dep_ in SUBJECTS and any(c.lower_ == "but" for c in children(token, "cc"))
    for candidate in children(token, "conj") if not is_split else ():  # "X offered it, but Y refused"
        found.extend(conjuncts(candidate))
    return found


def antecedent(pronoun: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if pronoun.tag_ not in ("WP", "WDT", "WP$"):
        return pronoun
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "relcl":
            return _president(ancestor.head) or ancestor.head if pronoun.lower_ == "who" else ancestor.head
        if ancestor.dep_ in ("ccomp", "advcl", "ROOT"):
            break
    return pronoun


def _president(body: Token) -> Token | None:
    """Return X of "X, the president of the foundation, who …", which the parser hangs on the foundation."""
    while body.dep_ == "pobj" and body.ent_type_ in ("ORG", "GPE", "FAC"):
        body = body.head.head
    return body.head if body.dep_ == "appos" and body.head.ent_type_ == "PERSON" else None


@once_a_token
def is_passive(verb: Token) -> bool:
    """True for "was told", "urged by", "being asked"."""
    if child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl", "relcl") or child(verb, "aux", "nsubj") is not None:
        return False  # "a move that Ana Reyl condemned"
    return not is_misread(verb)


def is_misread(verb: Token) -> bool:
    """True for "Norway, where Ana Reyl was born, offered to mediate": the parser leaves the sentence without a verb."""
    noun = verb.head
    aside = child(noun, "relcl", "appos")
    is_closed = aside is not None and noun.i < aside.i < verb.i and verb.nbor(-1).text == ","
    is_alone = noun.dep_ == "ROOT" or any(c.lower_ == "but" and c.i > verb.i for c in children(noun, "cc"))
    return verb.dep_ == "acl" and is_alone and noun.pos_ in ("NOUN", "PROPN") and is_closed


def has_to(verb: Token) -> bool:
    """True for a verb with "to": "to leave"."""
    return any(c.lower_ == "to" for c in children(verb, "aux"))


@once_a_token
def auxiliaries(verb: Token) -> frozenset[str]:
    """Return the lower-case words of the verb's auxiliaries, the ones of a verb it is coordinated with included."""
    found = frozenset(candidate.lower_ for candidate in children(verb, "aux", "auxpass"))
    if not found and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.tag_ == verb.head.tag_:
        return auxiliaries(verb.head)
    return found


def goes_on_with(verb: Token) -> Token:
    """Return the verb that a coordinated one really goes on with.

    The parser likes the nearest: in "asked them to send help and has told us", "told" goes on with "asked", not with
    "send"; in "denied that any were hurt and insisted", "insisted" goes on with "denied". Finiteness tells.
    """
    governor = verb.head
    finite = verb.tag_ in ("VBD", "VBZ") or bool({c.lower_ for c in children(verb, "aux")} & _FINITE)
    infinitive = has_to(governor)
    above = governor.head
    if finite and infinitive and governor.dep_ in ("xcomp", "ccomp", "advcl", "acl") and above.pos_ in ("VERB", "AUX"):
        return above
    if verb.tag_ == above.tag_ == "VBG" and infinitive:  # "calling for X to stop and demanding that"
        return above
    is_before = governor.dep_ == "ccomp" and above.i < verb.i  # not the said of "X freed one and kept two, Y said"
    if is_before and above.tag_ == verb.tag_ != governor.tag_ and verb.tag_ in ("VBD", "VBZ", "VBG"):
        return above
    return governor


def strays(clause: Token) -> list[Token]:
    """Return the coordinated verbs that the parser hung on a clause but that go on with a verb above.

    Their "and" comes with them.
    """
    found = [c for c in children(clause, "conj") if c.pos_ in ("VERB", "AUX") and goes_on_with(c) != clause]
    return [*found, *children(clause, "cc")] if found else []


def bounds(tokens: Iterable[Token]) -> tuple[int, int]:
    """Return the offsets from the first to the last of these tokens, outer punctuation and white space trimmed.

    A quotation mark that closes one inside belongs to them: an offer “for a month”.
    """
    kept = sorted(tokens, key=attrgetter("i"))
    while kept and _is_edge(kept[0]):
        kept.pop(0)
    while kept and _is_edge(kept[-1]):
        kept.pop()
    if not kept:
        return (0, 0)
    start, end = span_of(kept[0], kept[-1])
    text = text_of(kept[0].doc)
    if _is_left_open(text, start, end):
        return (start, end + 1)
    return (start - 1 if start and _is_left_closed(text, start, end) else start, end)


def _is_left_open(text: str, start: int, end: int) -> bool:
    """True where a quotation that starts inside the offsets is closed right behind them."""
    closing = text[end : end + 1]
    opening = _OPENING.get(closing)
    if opening is None:
        return False
    inside = text[start:end]
    if opening == closing:
        return inside.count(closing) % 2 == 1
    return inside.count(opening) > inside.count(closing)


def _is_left_closed(text: str, start: int, end: int) -> bool:
    """True where a quotation that starts right before the offsets is closed inside them, and another word follows."""
    opening, inside = text[start - 1], text[start:end]
    closing = _CLOSING.get(opening)
    return closing is not None and inside.count(closing) == 1 and (opening == closing or opening not in inside)


def bounds_around(words: Iterable[Token], cue: Token) -> list[tuple[int, int]]:
    """Return the offsets of the words before a cue and of those behind it, empty pieces left out."""
    words = list(words)
    pieces = [bounds(t for t in words if t.i < cue.i), bounds(t for t in words if t.i > cue.i)]
    return [(start, end) for start, end in pieces if end > start]


def span_of(first: Token, last: Token | None = None) -> tuple[int, int]:
    """Return the offsets of a token, or from one token to another."""
    last = first if last is None else last
    return (first.idx, last.idx + len(last))


def _is_edge(token: Token) -> bool:
    return token.is_space or not token.text.strip(_EDGE_PUNCTUATION)


_place = attrgetter("i")


def subtree(token: Token) -> list[Token]:
    """Return a token with all that hangs on it, in reading order: what ``token.subtree`` looks for anew each time."""
    doc = token.doc
    below = doc.user_data.get(_BELOW) or _below(doc)
    found, ahead = [token], [token.i]
    while ahead:
        for inner, _ in below[ahead.pop()]:
            found.append(inner)
            ahead.append(inner.i)
    if len(found) > 1:
        found.sort(key=_place)
    return found


def subtree_without(token: Token, *dropped: Token) -> list[Token]:
    """Return the token's subtree without the subtrees of some of its descendants."""
    out: set[int] = set()
    for gone in dropped:
        out.update(inner.i for inner in subtree(gone))
    return [inner for inner in subtree(token) if inner.i not in out]


def noun_phrase(head: Token) -> list[Token]:
    """Return the tokens of a noun with its modifiers, without what is coordinated and without relative clauses."""
    dropped = [c for c in all_children(head) if c.dep_ in ("conj", "cc", "relcl", "appos", "punct") and c.i > head.i]
    return subtree_without(head, *dropped)
