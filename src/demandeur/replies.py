"""Replies: answers without a verb of answering: "He won't", "There will be no apology".

They are found from the requests: who was asked speaks later and says that the thing will, or will not, be done.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.grammar import (
    auxiliaries,
    bounds,
    child,
    children,
    sentence_of,
    span_of,
    subtree,
    subtree_without,
    text_of,
)
from demandeur.lexicon.leanings import DEED, leanings
from demandeur.likeness import LIGHT, alike, share_alike
from demandeur.negation import is_negated
from demandeur.realis import TO_COME
from demandeur.rules import declare
from demandeur.statement import Statement
from demandeur.will_frames import COMING, INVITED

WILL = declare(
    "act.reply",
    "the one asked says that the thing asked for will, or will not, be done",
    catches=(
        "Chad demanded that Norway apologize. There will be no apology, Norway said.",
        "Norway asked Chad to release the ship. Chad said the ship would be released.",
        "Norway invited the unions to talks on Monday. The unions said they would attend.",
        "Norway asked Chad to keep the night ferry. Chad said it would drop the night ferry.",
    ),
    spares=("Norway asked Chad to release the ship. Chad said the weather would be fine.",),
)
SHORT = declare(
    "act.short-reply",
    "he won't; they would: a subject and an auxiliary, after a request to the subject",
    catches=("Norway urged Ana Reyl to sign the treaty. She will not, she said.",),
    spares=("It will not, Chad said.",),
)
WORD = declare(
    "act.one-word-reply",
    "“Sorry”, “No way”, “Of course”: all that somebody says after a request or an offer",
    catches=(
        "Norway urged Ana Reyl to sign the treaty. Sorry, Ana Reyl said.",
        "Norway urged Ana Reyl to sign the treaty. “No way,” Ana Reyl said.",
        "Norway asked Ana Reyl to sign the treaty. “Of course,” she said.",
    ),
    spares=("“Of course,” Ana Reyl said.", "Norway urged Ana Reyl to sign. “No rain today,” she said."),
)
UNHEARD = declare(
    "act.unheard",
    "calls that were not heard, went unheeded, fell on deaf ears: a refusal by the one called on",
    catches=(
        "Norway's appeals to Chad to lift the ban have not been heard.",
        "Norway's call on Chad to lift the ban went unheeded.",
        "Norway's calls on Chad to lift the ban fell on deaf ears.",
        "Norway urged Chad to lift the ban, but to no avail.",
    ),
    spares=("Norway's calls on Chad to lift the ban were heard.",),
)
_HEARING = {"hear", "heed", "answer", "meet", "follow", "grant"}
_UNHEARD = {"unheeded", "unheard", "unanswered", "ignored", "nowhere"}
_WILL = TO_COME - {"going"}
_WORDS = re.compile(r"[^\W\d_]+")
_NO = {"sorry", "no", "never", "nope"}
_BESIDE_NO = set("way thanks thank you chance deal ever not now again".split())
_YES = set("yes sure absolutely certainly gladly agreed deal ok okay of course we will i".split())
_WORDS_OF_A_YES = 3
_NEAR = 500  # code points between a request and the "no" to it
_WORDS_OF_A_SHORT_REPLY = 6
_GRANTED = 0.5
"""From which share of the telling words on "will" grants what was asked; a refusal is plainer."""


def find_replies(doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act]) -> Iterator[Act]:
    """Yield the replies that statements give to earlier requests."""
    requests = [act for act in acts if act.act == "REQUEST" and act.content is not None and act.addressees]
    taken = {act.token.i for act in acts}
    for request in requests:
        act = _unheard(request)
        if act is not None and act.token.i not in taken:
            taken.add(act.token.i)
            yield act
    for statement in statements:
        if not statement.speakers:
            continue
        if (word := _one_word(cast, statement, doc, acts)) is not None and word.token.i not in taken:
            taken.add(word.token.i)
            yield word
        for token in statement.verbs(doc) if requests else ():
            if token.i in taken:
                continue
            act = _short(cast, statement, token, requests) or _will(doc, cast, statement, token, requests)
            if act is not None:
                taken.add(token.i)
                yield act


def _unheard(request: Act) -> Act | None:
    """Return the refusal of "calls on X to … went unheeded"."""
    noun, verb = request.token, request.token.head
    if noun.pos_ != "NOUN" or noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.lemma_ == "make":  # "appeals made to X had not been heard", as the parser reads it
        verb = next((c for c in children(verb, "advcl") if c.lemma_ in _HEARING), verb)
    beside = {c.lower_ for c in verb.children}
    is_deaf = verb.lemma_ == "fall" and any(t.lower_ == "deaf" for t in subtree(verb))
    is_lost = verb.lemma_ in ("go", "remain", "be", "get") and beside & _UNHEARD
    if not (is_deaf or is_lost or (verb.lemma_ in _HEARING and is_negated(verb)) or verb.lower_ in _UNHEARD):
        return None
    reply = _reply("REJECT", UNHEARD, verb, request, request.content, request.addressees)
    reply.realis = "done"
    return reply


def _one_word(cast: Cast, statement: Statement, doc: Doc, acts: list[Act]) -> Act | None:
    """Return the answer of a statement that is nothing but a yes or no."""
    said = " ".join(text_of(doc)[start:end] for start, end in statement.spans)
    words = [word.lower() for word in _WORDS.findall(said)]
    kind = "REJECT" if words and words[0] in _NO else "ACCEPT"
    if not words or len(words) > _WORDS_OF_A_YES or not set(words) <= (_NO | _BESIDE_NO if kind == "REJECT" else _YES):
        return None
    own = cast.with_states(statement.speakers)
    for act in reversed(acts):
        near = 0 < statement.start - act.trigger[0] < _NEAR
        if act.act not in ("REQUEST", "OFFER") or not near or act.content is None or set(act.issuers) & own:
            continue
        if not act.issuers or not (
            not act.addressees or act.guessed or cast.on_one_side(act.addressees, statement.speakers)
        ):
            continue
        token = next(t for t in doc.char_span(*statement.spans[0], alignment_mode="expand") if t.is_alpha)
        reply = _reply(kind, WORD, token, act, act.content, statement.speakers)
        reply.replies_to = act if act.act == "REQUEST" else None
        return reply
    return None


def _asked(cast: Cast, requests: list[Act], actors: tuple[str, ...], before: int) -> list[Act]:
    """Return the requests to these actors, or to those whom they speak for, that stand before; the last first."""
    earlier = [act for act in requests if act.trigger[0] < before]
    return [act for act in earlier[::-1] if cast.on_one_side(act.addressees, actors, against=act.issuers)]


def _short(cast: Cast, statement: Statement, token: Token, requests: list[Act]) -> Act | None:
    """Return the answer of "he won't", "she is not going to", "they would"."""
    if not (_is_bare_auxiliary(token) or _is_bare_going_to(token)):
        return None
    own = child(token, "nsubj") or (token.nbor(-1) if token.i and token.nbor(-1).pos_ in ("PRON", "PROPN") else None)
    if own is None or len([t for t in subtree(token) if t.is_alpha]) > _WORDS_OF_A_SHORT_REPLY:
        return None
    issuers = cast.who(own) or statement.speakers
    earlier = _asked(cast, requests, issuers, token.idx)
    if not earlier:
        return None
    if "?" in text_of(token.doc)[earlier[0].trigger[1] : sentence_of(token).start_char]:
        return None  # the question between is what is answered
    refused = is_negated(token) != is_not_to(earlier[0])  # "begged it not to close. It would not, she said": a yes
    return _reply("REJECT" if refused else "ACCEPT", SHORT, token, earlier[0], None, issuers)


def is_not_to(request: Act) -> bool:
    """True for what is asked by "not to close", which a bare "it would not" grants."""
    start = request.content[0] if request.content is not None else 0
    return request.content is not None and text_of(request.token.doc)[start : start + 4].lower() == "not "


def _is_bare_auxiliary(token: Token) -> bool:
    return token.lower_ in _WILL and (token.tag_ != "MD" or token.dep_ not in ("aux", "auxpass"))


def _is_bare_going_to(token: Token) -> bool:
    """True for "going to" with nothing behind it."""
    if token.lemma_ != "go" or token.tag_ != "VBG":
        return False
    if any(c.dep_ in ("xcomp", "dobj", "prep") and c.lower_ != "to" for c in token.children):
        return False
    return token.doc[min(token.i + 1, len(token.doc) - 1)].lower_ == "to"


def _will(doc: Doc, cast: Cast, statement: Statement, token: Token, requests: list[Act]) -> Act | None:
    if not auxiliaries(token) & _WILL or token.dep_ in ("relcl", "advcl", "acl"):
        return None
    words = subtree_without(token, *children(token, "advcl", "ccomp", "parataxis"))
    span = bounds(words)
    said = text_of(doc)[slice(*span)]
    for request in _asked(cast, requests, statement.speakers, token.idx):
        asked = text_of(doc)[slice(*request.content)]
        comes = token.lemma_ in COMING and child(token, "prep", "prt") is None  # not "come to blows"
        if request.rule == INVITED and comes and token.idx - request.trigger[0] < _NEAR:
            kind = "REJECT" if is_negated(token) else "ACCEPT"  # "said it would attend"
            return _reply(kind, WILL, token, request, span, statement.speakers)
        if _is_the_same_verb(request, token):
            kind = "REJECT" if is_negated(token) != is_not_to(request) else "ACCEPT"
            return _reply(kind, WILL, token, request, span, statement.speakers)
        if alike(asked, said, beyond=LIGHT):
            refused = is_negated(token) or any(t.lower_ == "no" and t.dep_ == "det" for t in words)
            refused = refused != _undoes(token, request)
            if not refused and not alike(token.lemma_, asked) and share_alike(asked, said, beyond=LIGHT) < _GRANTED:
                continue
            return _reply("REJECT" if refused else "ACCEPT", WILL, token, request, span, statement.speakers)
    return None


def _undoes(verb: Token, request: Act) -> bool:
    """True for the drop of "would drop the ferry" where it was asked to keep it, and for a keep where to drop it."""
    words = verb.doc.char_span(*request.content, alignment_mode="expand")
    asked = next((t for t in words if t.pos_ == "VERB"), words.root)
    sides = [_end_of(one) for one in (asked, verb)]
    return sides[0] != sides[1] and asked.lemma_ != verb.lemma_


def _end_of(verb: Token) -> bool:
    """True for a verb that ends or harms its object: drop, close, block."""
    entry = leanings().get((verb.lemma_.lower(), "verb"))
    return entry is not None and entry.role == DEED and entry.side < 0 and child(verb, "dobj", "nsubjpass") is not None


def _is_the_same_verb(request: Act, verb: Token) -> bool:
    """True for "urged both to go to arbitration. He said the firm would go": the bare verb again."""
    words = verb.doc.char_span(*request.content, alignment_mode="expand")
    is_bare = child(verb, "dobj", "prep", "prt", "xcomp", "ccomp", "acomp", "attr", "advmod") is None
    is_deed = words is not None and verb.lemma_ not in ("be", "have", "do", "say")
    return is_bare and is_deed and words.root.lemma_ == verb.lemma_ and verb.idx - request.trigger[0] < _NEAR


def _reply(
    kind: str, rule: str, token: Token, request: Act, content: tuple[int, int] | None, issuers: tuple[str, ...]
) -> Act:
    return Act(
        act=kind,
        rule=rule,
        trigger=span_of(token),
        token=token,
        content=content,
        strength=3,
        realis="future",
        issuers=issuers,
        addressees=request.issuers,
        replies_to=request,
    )
