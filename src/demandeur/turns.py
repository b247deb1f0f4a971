"""Turns: who has the floor in a transcript, an interview, a debate or a letter, by the labels before what is said.

A label is a name or an office before a colon, perhaps with brackets ("Mr Finch (Harrow Vale) (Liberal):"), or the "Q:"
and "A:" of an interview. A text with labels that come again is a transcript; one colon is not.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from demandeur import lexicon
from demandeur.letters import find_letter
from demandeur.paragraphs import paragraphs

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?"
_LABEL = re.compile(
    rf"\**(?P<name>(?:The )?{_WORD}(?: (?:(?:of|for|and|the|de|da|van|von|bin|al|el|la|du) )*{_WORD}){{0,7}})"
    r"(?P<brackets>(?: ?[(\[][^()\[\]\n]{1,60}[)\]]){0,3})\**:\**(?:\s+|$)"
)
_LETTER = re.compile(r"\**(?P<name>Q|A)(?P<brackets>)\**\.\**(?:\s+|$)")
_NAMED = re.compile(rf"(?:the )?{_WORD}(?: (?:(?:of|and|the) )*{_WORD})*")
_BRACKET = re.compile(r"[(\[](\s*[^()\[\]\s][^()\[\]]*)[)\]]")  # with something in it
_ASKING, _ANSWERING = {"q", "question", "interviewer"}, {"a", "answer", "interviewee"}
LETTER = "letter"
_LEAST_TURNS = 3
_LONGEST_HEADING = 80  # code points
_CLOSED = (".", "!", "?", "…", "”", '"', "’", ")", "]", ":", "—", "–")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one says until the next takes the floor; offsets count code points of the text.

    Attributes:
        label: where the label stands, its colon excluded.
        name: where the speaker's name stands in it, title excluded; an office where there is none; ``None`` for "Q".
        office: where "The Minister for Housing" stands before the name in brackets.
        spans: the paragraphs that are said.
        role: "question" or "answer" where the label is no more than that, "letter" for one that is signed.
        is_person: True where a title shows that the name is a person's.
        brackets: where the names in brackets behind it stand: a country, a party, a constituency.
        signed: where the names of those stand who sign a letter.
    """

    label: tuple[int, int]
    name: tuple[int, int] | None
    office: tuple[int, int] | None
    spans: tuple[tuple[int, int], ...]
    role: str | None
    is_person: bool
    brackets: tuple[tuple[int, int], ...] = ()
    signed: tuple[tuple[int, int], ...] = ()

    @property
    def start(self) -> int:
        """The first code point of what is said."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The code point behind what is said."""
        return self.spans[-1][1]


@lru_cache(maxsize=8)
def find_turns(text: str) -> tuple[Turn, ...]:
    r"""Return the turns of a transcript in reading order; a text that is none has no turns.

    Example:
        >>> turns = find_turns("Q: Will you sign?\n\nA: No.\n\nQ: Why?\n\nA: It is late.")
        >>> [(turn.role, turn.start) for turn in turns][:2]
        [('question', 3), ('answer', 22)]
        >>> find_turns("One thing is clear: the treaty is dead.")
        ()
    """
    letter = find_letter(text)
    if letter is not None:
        return (Turn(letter.greeting, None, None, letter.body, LETTER, False, signed=letter.signed),)
    spans = paragraphs(text)
    matched = [_LETTER.match(text, *span) or _LABEL.match(text, *span) for span in spans]
    labels = {number: match for number, match in enumerate(matched) if match is not None}
    counted = Counter(map(_key, labels.values()))
    again = {key for key, times in counted.items() if times > 1}
    speaking = {key for key in counted if _is_speaker(key, text)}
    titled = {key for match in labels.values() if _is_titled(match) and (key := _key(match))}
    if len(labels) < _LEAST_TURNS or not (len(titled) >= _LEAST_TURNS or (len(again) > 1 and again & speaking)):
        return ()
    labels = {number: match for number, match in labels.items() if _key(match) in again | speaking | titled}
    found = []
    order = sorted(labels)
    for number, following in zip(order, [*order[1:], len(spans)], strict=True):
        said = [(labels[number].end(), spans[number][1]), *_going_on(text, spans[number + 1 : following])]
        said = [(start, end) for start, end in said if text[start:end].strip()]
        if said:
            found.append(_turn(labels[number], tuple(said)))
    return tuple(found)


def _is_titled(match: re.Match) -> bool:
    return _name_in(match)[0] > match.start("name")


def _key(match: re.Match) -> str:
    """Return the last word of the name, by which a speaker's labels are known to be one's: "finch"."""
    start, end = _name_in(match)
    return match.string[start:end].split()[-1].strip(".").lower()


def _is_speaker(key: str, text: str) -> bool:
    """True for "q" and "a", and for a word that the text writes elsewhere behind another capitalised one."""
    if key in _ASKING | _ANSWERING:
        return True
    return re.search(rf"\b[A-ZÀ-ÖØ-Þ][\w’'-]*\.? {re.escape(key)}\b", text, re.IGNORECASE) is not None


def _name_in(match: re.Match) -> tuple[int, int]:
    """Return where the name stands: in the brackets, where these have a title in front, else before them."""
    for inside in _BRACKET.finditer(match.string, *match.span("brackets")):
        if inside.group(1).split()[0] in lexicon.titles():
            return _without_title(match.string, *inside.span(1))
    return _without_title(match.string, *match.span("name"))


def _without_title(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end].split()
    while len(words) > 1 and (words[0] in lexicon.titles() or words[0].title() in lexicon.titles()):
        start = text.index(words[1], start + len(words[0]))
        words = words[1:]
    return (start, end)


def _turn(match: re.Match, said: tuple[tuple[int, int], ...]) -> Turn:
    label = (match.start("name"), match.end("brackets"))
    word = match.group("name").lower()
    if word in _ASKING | _ANSWERING:
        return Turn(label, None, None, said, "question" if word in _ASKING else "answer", False)
    name = _name_in(match)
    is_bracketed = name[0] >= match.end("name")
    office = match.span("name") if is_bracketed else None
    inside = [one.span(1) for one in _BRACKET.finditer(match.string, *match.span("brackets"))]
    named = tuple(span for span in inside if not is_bracketed and _NAMED.fullmatch(match.string, *span))
    return Turn(label, name, office, said, None, _is_titled(match), named)


def _going_on(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the paragraphs without a label that go on with what is said: all before the next heading."""
    found = []
    for start, end in spans:
        if end - start < _LONGEST_HEADING and not text[start:end].endswith(_CLOSED):
            break
        if text[start] not in "([":  # a stage direction
            found.append((start, end))
    return found
