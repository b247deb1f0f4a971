"""Operative paragraphs: what a resolution or communiqué asks for in verbs without a subject ("2. Calls upon …").

The parser has learnt from sentences that have subjects, and takes such a verb for a noun. So the words alone decide:
the paragraph, or the quotation, begins with a number or none, adverbs or none, and a capitalised verb in the third
person; others may follow behind a comma or semicolon. The issuer is the speaker.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.descriptions import describe
from demandeur.grammar import bounds, span_of, text_of
from demandeur.lexicon.speech import ActWord, act_words
from demandeur.rules import declare
from demandeur.statement import Statement

OPERATIVE = declare(
    "act.operative",
    "2. Calls upon X to Y; and requests Z to W: a resolution's paragraph without a subject",
    catches=(
        "“2. Calls upon all the parties concerned to leave the valley,” the UN Security Council said.",
        "“Further requests the Secretary-General to report by May,” the UN said.",
        "“Reiterates its appeal to both sides strictly to keep the truce,” the UN said.",
        "“Welcomes the truce, and urges Norway to withdraw its ships,” the UN said.",
        "“Demands that Norway and Chad withdraw their ships,” the UN said.",
    ),
    spares=(
        "“Requests to leave are rare,” Ana Reyl said.",
        "“Norway’s calls on the radio to the ships went unheard,” Ana Reyl said.",
        "“Calls for efforts to stop the fire came too late,” Ana Reyl said.",
        "Calls upon Norway to withdraw.",
    ),
)

_OPENING = re.compile(r"^[ \t]*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)][ \t]*)?(?=[A-Z])", re.MULTILINE)
_RENEWING = {"reiterates", "reaffirms", "renews", "repeats"}
_PERFORMING = _RENEWING | set(
    "decides notes takes welcomes commends condemns deplores stresses recalls expresses affirms declares endorses "
    "approves authorizes authorises emphasizes emphasises underlines regrets recognizes recognises confirms supports "
    "reminds acknowledges considers determines extends establishes".split()
)
_ADVERBS = {"further", "also", "again", "once", "more", "therefore", "hereby", "accordingly"}
_TOWARD = {"upon", "on", "to"}
_NO_ACTORS = {"effort", "step", "measure", "action", "attempt", "initiative", "need", "way", "decision", "resolution"}
_ANY = {"all", "both", "others", "those", "everyone"}
_BEFORE_VERB = {"must", "should", "shall", "not"}
_NEAR = 12  # tokens from what names the addressee to the verb
_RENEWED = 3  # tokens from "reiterates" to the noun in "reiterates its urgent call"


def find_operative(doc: Doc, cast: Cast, statements: list[Statement]) -> Iterator[Act]:
    """Yield the requests of operative paragraphs in what somebody says in so many words."""
    for statement in statements:
        for start, end in statement.spans if statement.quote_type == "direct" and statement.speakers else ():
            for match in _OPENING.finditer(text_of(doc)[start:end]):
                line = text_of(doc).find("\n", start + match.end(), end)
                words = doc.char_span(start + match.end(), end if line < 0 else line, alignment_mode="expand")
                yield from _requests(cast, list(words or ()))


def _requests(cast: Cast, words: list[Token]) -> Iterator[Act]:
    first = next((number for number, word in enumerate(words) if not _is_adverb(word)), None)
    if first is None or not _performs(words[first]):
        return
    places = [number for number, word in enumerate(words) if number == first or _goes_on(words, number)]
    for number, place in enumerate(places):
        stop = places[number + 1] if number + 1 < len(places) else len(words)
        act = _request(cast, words[place:stop])
        if act is not None:
            yield act


def _is_adverb(word: Token) -> bool:
    return word.lower_ in _ADVERBS or (word.lower_.endswith("ly") and word.pos_ != "VERB")


def _performs(word: Token) -> bool:
    return word.lower_ in _PERFORMING or _entry(word, "verb") is not None


def _goes_on(words: list[Token], place: int) -> bool:
    """True for the "requests" of "…, and further requests": a verb behind a comma or semicolon."""
    if not words[place].is_lower or not _performs(words[place]):
        return False
    before = [word for word in words[max(place - 5, 0) : place] if not _is_adverb(word) and word.lower_ != "and"]
    return bool(before) and before[-1].text in (",", ";") and before[-1].i >= words[place].i - 4


def _entry(word: Token, part: str) -> ActWord | None:
    """Return the request of the act lexicon that a verb in the third person, or a noun, makes."""
    form = word.lower_
    forms = [form[:-1]] if form.endswith("s") else []
    if part == "noun":
        forms.append(form)
    for lemma in forms:
        for entry in act_words().get((lemma, part), ()):
            if entry.act == "REQUEST":
                return entry
    return None


def _request(cast: Cast, words: list[Token]) -> Act | None:
    """Return the request of the words from one verb to the next."""
    trigger, entry = words[0], _entry(words[0], "verb")
    if trigger.lower_ in _RENEWING:
        trigger = next((word for word in words[1 : 1 + _RENEWED] if _entry(word, "noun")), trigger)
        entry = _entry(trigger, "noun")
    rest = _without_asides([word for word in words if word.i > trigger.i])
    if entry is None or not rest:
        return None
    clause = rest[0].lower_ == "that"
    rest = rest[1:] if clause or rest[0].lower_ in _TOWARD else rest
    phrase = _phrase(cast, rest)
    after = [word for word in rest if phrase and word.i > phrase[-1].i]
    content = _without_tail(_predicate(after) if clause else _infinitive(after))
    actors = _actors(cast, phrase, known=clause) if content else None
    if actors is None:
        return None
    return Act(
        act="REQUEST",
        rule=OPERATIVE,
        trigger=span_of(words[0], trigger),
        token=trigger,
        addressees=actors,
        addressee_text=text_of(trigger.doc)[slice(*bounds(phrase))],
        content=bounds(content),
        strength=entry.strength,
        spoken=True,
    )


def _without_asides(words: list[Token]) -> list[Token]:
    """Return the words without what stands before the addressee: "once again", ", in that spirit,"."""
    while words:
        if _is_adverb(words[0]):
            words = words[1:]
        elif words[0].text == ",":
            close = next((number for number, word in enumerate(words[1:], start=1) if word.text == ","), 0)
            words = words[close + 1 :]
        else:
            break
    return words


def _without_tail(words: list[Token]) -> list[Token]:
    """Return the words without what leads on to the next verb: ", and further"."""
    while words and (words[-1].is_punct or words[-1].lower_ == "and" or words[-1].lower_ in _ADVERBS):
        words = words[:-1]
    return words


def _phrase(cast: Cast, words: list[Token]) -> list[Token]:
    """Return the words that name the addressee, up to what describes it further and to what it is to do."""
    found: list[Token] = []
    for word in words:
        one_name = bool(found) and cast.at(word) is not None and cast.at(word) is cast.at(found[-1])
        if not one_name and (_ends_name(word) or _describes(word, found)):
            break
        found.append(word)
    while found and (_is_adverb(found[-1]) or found[-1].lower_ == "not" or found[-1].is_punct):
        found.pop()
    return found


def _ends_name(word: Token) -> bool:
    if word.is_punct and word.text not in ("-", "’", "'"):
        return not _lists(word)
    return word.tag_ in ("IN", "TO", "WDT", "WP", "MD", "VB", "VBP", "VBZ", "VBD")


def _lists(comma: Token) -> bool:
    """True for the comma of "Norway, Chad and Peru"."""
    after = [word for word in comma.doc[comma.i + 1 : comma.i + 5] if word.lower_ in ("and", ",")]
    return comma.text == "," and bool(after) and comma.nbor().pos_ in ("PROPN", "NOUN", "DET")


def _describes(word: Token, before: list[Token]) -> bool:
    """True for the participle of "parties concerned", not for that of "troop contributing states"."""
    if word.tag_ not in ("VBG", "VBN") or not before or before[-1].pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    return word.i + 1 == len(word.doc) or word.nbor().tag_ != "NNS"


def _infinitive(words: list[Token]) -> list[Token]:
    """Return what is to be done behind the first "to" and a verb; a "not" before it comes with it."""
    for number, word in enumerate(words[:-1]):
        following = next((other for other in words[number + 1 :] if not _is_adverb(other)), None)
        if word.lower_ == "to" and following is not None and following.tag_ in ("VB", "VBP"):
            is_not = number > 0 and words[number - 1].lower_ == "not"
            return words[number - 1 :] if is_not else words[number + 1 :]
    return []


def _predicate(words: list[Token]) -> list[Token]:
    """Return what is to be done from the verb in "parties concerned, including Norway, (must) leave"."""
    words = words[1:] if words and words[0].tag_ in ("VBN", "VBG") else words
    words = _without_asides(words)
    for number, word in enumerate(words[:_NEAR]):
        if word.pos_ in ("VERB", "AUX") or word.lower_ == "not" or word.tag_ == "MD":
            verb = next((w for w in words[number:] if w.lower_ not in _BEFORE_VERB and not _is_adverb(w)), word)
            return words[number:] if verb.tag_ in ("VB", "VBP") else []
        if not _is_adverb(word) and word.pos_ not in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "CCONJ"):
            return []
    return []


def _actors(cast: Cast, phrase: list[Token], *, known: bool) -> tuple[str, ...] | None:
    """Return the actors that a phrase means, ``None`` when it can mean none.

    Unless they must be known, a noun that heads the phrase is made one.
    """
    heads = [word for word in phrase if word.pos_ in ("NOUN", "PROPN", "PRON") or word.lower_ in _ANY]
    if not heads or heads[-1].lemma_.lower() in _NO_ACTORS:
        return None
    found: dict[str, None] = {}
    for head in heads:
        if head == heads[-1] or head.nbor().lower_ in ("and", ",", "or"):
            found |= dict.fromkeys(cast.all_of(head))
    if not found and not known and heads[-1].pos_ in ("NOUN", "PROPN"):
        describe(cast, heads[-1])
        found = dict.fromkeys(cast.who(heads[-1]))
    return None if known and not found else tuple(found)
