"""Deontic speech: what a speaker says must, should, has to be done; and imperatives.

Only inside somebody's statement: there the speaker is the issuer. What the writer thinks must be done is no actor's demand.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import infinitive, phrase_after, predicate
from demandeur.grammar import bounds, child, children, is_passive
from demandeur.rules import declare
from demandeur.statement import Statement

DEONTIC = declare(
    "act.deontic",
    "must, should, has to, needs to in somebody's statement; the subject is the addressee where it is an actor",
    catches=(
        "“Norway must withdraw its ships,” Ana Reyl said.",
        "Ana Reyl said Norway should withdraw.",
        "“The guns must fall silent,” Reyl said.",
    ),
    spares=(
        "“It must have been the wind,” Ana Reyl said.",
        "Applicants must fill in a form.",
        "“Should I go?” Ana Reyl asked.",
    ),
)
TIME = declare(
    "act.time-to",
    "it is time to, it is time for X to, in somebody's statement",
    catches=("“It is time for Norway to decide,” Ana Reyl said.", "“It is time to talk,” Ana Reyl said."),
    spares=("“There is no time to lose,” Ana Reyl said.",),
)
IMPERATIVE = declare(
    "act.imperative",
    "an order in quoted speech",
    catches=("“Lay down your arms,” Ana Reyl said.", "“Release the prisoners now,” Oluf Brandt told Norway."),
    spares=("“Enough deaths,” Ana Reyl said.", "“Thank you,” Ana Reyl said."),
)
REFUSING = declare(
    "act.refusing-predicate",
    "what a speaker calls out of the question, off the table, unacceptable: a rejection of it",
    catches=("Ana Reyl said a truce was out of the question.", "“The plan is unacceptable,” Ana Reyl said."),
    spares=("Ana Reyl said the plan was old.",),
)
LACK = declare(
    "act.lack",
    "a speaker finds no sign of, no wish for something good with somebody: an accusation",
    catches=("Ana Reyl said there was no sign of goodwill from Norway.",),
    spares=("Ana Reyl said there was no sign of rain.",),
)

_MODALS = {"must": 4, "should": 2, "ought": 2, "shall": 3, "need": 3}
_SEMI = {"have": 3, "need": 3}
_NO_ORDERS = {"thank", "let", "look", "see", "guess", "say", "mean", "wait", "listen", "believe", "trust", "suppose", "imagine", "hope", "think",
              "know", "love", "be", "have", "do", "god"}  # fmt: skip
_SIGNS = {
    "sign",
    "evidence",
    "indication",
    "intention",
    "willingness",
    "desire",
    "interest",
    "readiness",
    "goodwill",
    "commitment",
    "hint",
    "wish",
}
_EPISTEMIC = {"be", "have", "know", "seem", "look", "feel", "cost", "mean", "come"}


def find_deontic(doc: Doc, cast: Cast, statements: list[Statement]) -> Iterator[Act]:
    """Yield the requests and accusations that a statement makes without a verb of the act lexicon."""
    for statement in statements:
        for start, end in statement.spans:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None:
                continue
            for token in span:
                if (
                    (token.i and (act := _modal(cast, token) or _time_to(cast, token)) is not None)
                    or (statement.quote_type == "direct" and (act := _imperative(token)) is not None)
                    or (act := _lack(cast, token) or _refusing(token)) is not None
                ):
                    yield act


def _modal(cast: Cast, token: Token) -> Act | None:
    strength = _MODALS.get(token.lower_) if token.tag_ == "MD" else None
    verb = token.head
    if strength is None:
        strength = _SEMI.get(token.lemma_) if token.pos_ in ("VERB", "AUX") else None
        verb = next((c for c in children(token, "xcomp") if any(a.lower_ == "to" for a in children(c, "aux"))), None)
        if strength is None or verb is None:
            return None
    clause = token if verb.dep_ == "xcomp" and verb.head == token else verb
    own = child(clause, "nsubj", "nsubjpass", "expl")
    if own is None or (
        own.lower_ in ("it", "that", "this", "there", "i", "what", "who", "you") and not _is_other(cast, own)
    ):
        return None
    if _is_question(token) or any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        return None
    if (
        verb.lemma_ in _EPISTEMIC
        and not is_passive(verb)
        and token.lower_ in ("should", "ought", "must")
        and not cast.who(own)
    ):
        return None
    named = bool(cast.who(own)) and not any(c.lower_ in ("our", "my") for c in own.children)
    words = predicate(verb) if named else tuple(t for t in clause.subtree if not _beside(t, clause))
    return Act(
        act="REQUEST",
        rule=DEONTIC,
        trigger=(token.idx, token.idx + len(token)),
        token=verb,
        issuer=None,
        addressee=own if named else None,
        content=bounds(words),
        strength=strength,
        negated=False,
        realis="done",
        confidence=0.75 if named else 0.65,
    )


def _is_other(cast: Cast, own: Token) -> bool:
    return own.lower_ == "it" and bool(cast.who(own))


def _time_to(cast: Cast, token: Token) -> Act | None:
    """Return the request of "it is time for X to Y"."""
    if token.lower_ != "time" or token.dep_ != "attr" or not any(c.lower_ == "it" for c in token.head.children):
        return None
    clause = infinitive(token) or infinitive(token.head)
    if clause is None:
        return None
    whom = child(clause, "nsubj") or phrase_after(token, "for")
    addressee = whom if whom is not None and whom.pos_ in ("NOUN", "PROPN", "PRON") else None
    trigger = (token.idx, token.idx + len(token))
    return Act("REQUEST", TIME, trigger, token.head, None, addressee, bounds(predicate(clause)), 3, False, "done", 0.7)


def _beside(token: Token, clause: Token) -> bool:
    """True for a token in another clause that the parser hung on this one (", he said", a quotation's next sentence)."""
    for part in clause.children:
        if (
            part.dep_ in ("ccomp", "parataxis", "advcl", "conj", "cc", "mark")
            and part.i != token.i
            and token in list(part.subtree)
        ):
            return part.dep_ != "conj" or child(part, "nsubj") is not None
    return token.dep_ in ("mark", "cc") and token.head == clause


def _is_question(token: Token) -> bool:
    sentence = token.sent.text.rstrip(" \n”’\"'")
    return sentence.endswith("?")


def _imperative(token: Token) -> Act | None:
    if token.tag_ != "VB" or token.dep_ not in ("ROOT", "ccomp", "conj", "xcomp") or token.lemma_.lower() in _NO_ORDERS:
        return None
    if child(token, "nsubj", "nsubjpass", "aux", "expl", "csubj") is not None:
        return None
    before = [
        t
        for t in token.doc[token.sent.start : token.i]
        if not t.is_punct
        and not t.is_space
        and t.lower_ not in ("please", "now", "so", "and", "do", "not", "n’t", "n't", "just")
    ]
    if token.dep_ != "conj" and before and before[-1].idx > _quote_start(token):
        return None
    if token.dep_ == "conj" and (token.head.tag_ != "VB" or child(token.head, "nsubj", "aux") is not None):
        return None
    return Act(
        "REQUEST",
        IMPERATIVE,
        (token.idx, token.idx + len(token)),
        token,
        None,
        None,
        bounds(predicate(token)),
        3,
        False,
        "done",
        0.65,
    )


def _quote_start(token: Token) -> int:
    for index in range(token.i - 1, max(token.i - 6, -1), -1):
        if token.doc[index].text in ("“", '"', "‘", "'"):
            return token.doc[index].idx
    return -1


_REFUSED = {"unacceptable", "non-negotiable", "unthinkable", "non-starter", "nonstarter"}


def _refusing(token: Token) -> Act | None:
    """Return the rejection of "X is out of the question"."""
    if token.lemma_ != "be" or token.pos_ not in ("AUX", "VERB"):
        return None
    own = child(token, "nsubj")
    said = next((c for c in token.children if c.lower_ in _REFUSED), None)
    phrase = token.doc[token.i + 1 : token.right_edge.i + 1].text.lower().lstrip("“\"'‘ ")
    if own is None or (
        said is None
        and not phrase.startswith(("out of the question", "off the table", "not on the table", "not negotiable"))
    ):
        return None
    last = said or token.doc[min(token.i + 4, len(token.doc) - 1)]
    return Act(
        "REJECT",
        REFUSING,
        (token.idx, last.idx + len(last)),
        token,
        None,
        None,
        bounds(own.subtree),
        4,
        False,
        "done",
        0.7,
    )


def _lack(cast: Cast, token: Token) -> Act | None:
    if token.lemma_ not in _SIGNS or token.pos_ != "NOUN":
        return None
    no = next((c for c in token.children if c.lower_ in ("no", "little")), None)
    if no is None:
        return None
    for inner in token.subtree:
        if inner.dep_ == "pobj" and inner.head.lower_ in ("from", "by", "among", "in") and cast.who(inner):
            start = no.idx
            words = [t for t in token.subtree if t.i not in {x.i for x in inner.head.subtree}]
            return Act(
                "ACCUSE",
                LACK,
                (start, token.idx + len(token)),
                token,
                None,
                inner,
                bounds(words),
                2,
                False,
                "done",
                0.6,
            )
    return None
