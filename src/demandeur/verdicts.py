"""Verdicts: how words of judgement judge what they are said of: a disaster, crucial, goes too far."""

from spacy.tokens import Token

from demandeur.grammar import (
    SUBJECTS,
    auxiliaries,
    child,
    children,
    has_to,
    prepositional,
    subtree,
    subtree_without,
    words_of,
)
from demandeur.issue_mentions import IssueMention
from demandeur.lexicon.leanings import DEED, harms, judgements
from demandeur.negation import is_negated
from demandeur.realis import POSSIBLE
from demandeur.side_words import PARTS_OF_SPEECH, is_phrase, leaning_of

LACKED = {
    "authority",
    "mandate",
    "basis",
    "justification",
    "excuse",
    "reason",
    "evidence",
    "sense",
    "place",
    "business",
    "future",
    "point",
}
ONLY_ONE = {"alternative", "substitute", "replacement"}
"""What speaks for something where there is none to it."""
"""What speaks against something where there is none."""
_GROUNDS = {"substance", "foundation", "truth", "validity", "credibility", "legitimacy", "basis", "justification"}
"""What a claim or a deed that is wrong has not."""
_STATING = {"give", "offer", "state", "cite", "specify", "name"}
"""What one does with a reason of one's own."""
_GOOD = {"conscience", "faith", "riddance", "luck", "morning", "evening", "afternoon", "friend", "friends", "old"}
"""What "good" before judges nothing."""
_SMALL = {"small", "mean", "little", "easy", "minor", "mere"}
"""What "no" makes great: "no small achievement"."""
_SLIGHT = {"low", "little", "minimal", "negligible", "scant", "slim"}
_MEASURED = {"risk", "danger", "merit", "doubt", "benefit", "chance", "value", "cost", "threat", "harm", "damage"}
WARNING = {"warn", "fear", "worry"}
"""By what one says how bad it would be without a thing."""
_THINKING = {"think", "believe", "feel", "suppose", "expect", "see"}


def judgement(verb: Token, node: Token, mention: IssueMention) -> tuple[int, Token]:
    """Return how a clause judges one of its parts, 1 for, −1 against, 0 not at all, and by which word."""
    dropped = {t.i for t in subtree(node)}
    own = child(verb, *SUBJECTS)
    if own is not None:
        dropped.update(t.i for t in subtree(own))
    for clause in children(verb, "advcl", "conj", "parataxis"):
        dropped.update(t.i for t in subtree(clause))
    words = [t for t in subtree(verb) if t.i not in dropped and not mention.start <= t.idx < mention.end]
    return judged(words, verb, but=verb)  # whether it is denied, the way past the verb tells


def lacked(without: Token, mention: IssueMention) -> tuple[int, Token]:
    """Return how a clause judges what it would be without: for it where that is bad, or can't be done; and the word."""
    verb = without.head
    own = child(verb, *SUBJECTS)
    own = (
        own if own is not None or child(verb, "expl") is None else child(verb, "attr")
    )  # "there is no hope without it"
    nobody = own is not None and any(c.lower_ == "no" for c in own.children)
    if is_negated(verb) or nobody:
        return 1, without
    if not auxiliaries(verb) & POSSIBLE:  # "signed it without talks"
        return -1, without
    words = [t for t in subtree_without(verb, without) if not mention.start <= t.idx < mention.end]
    side, cue = judged(words, verb)
    if not side and verb.dep_ == "ccomp" and verb.head.lemma_ in WARNING:
        return 1, without  # "warned that without it the town would die"
    if not side and (harm := next((t for t in words if t.lemma_.lower() in harms()), None)) is not None:
        return 1, harm
    return -side, cue


def judged(
    words: list[Token], default: Token, *, but: Token | None = None, as_thought: bool = False
) -> tuple[int, Token]:
    """Return which side the words of judgement among these are on, 0 for neither, and the first of that side.

    A "not" turns a word, unless it stands with the verb ``but``; "no reason for it" is against it. With ``as_thought``
    so does that of "I don't think that it is good".
    """
    total, found = 0, {}
    for token in words:
        if _is_unsettled(token) or (token.lower_ in ("false", "untrue") and child(token.head, "ccomp") is not None):
            continue  # "it is false that …" judges what is said of it
        if token.lower_ == "good" and token.doc[min(token.i + 1, len(token.doc) - 1)].lower_ in _GOOD:
            continue
        if token.lemma_ == "work" and token.dep_ in ("xcomp", "pcomp", "acl", "advcl"):
            continue  # "a tax on getting to work"
        part = PARTS_OF_SPEECH.get(token.pos_)
        entry = judgements().get((token.lemma_.lower(), part)) or judgements().get((token.lower_, part))
        if entry is not None:
            is_turned = (_is_denied(token, but) != _is_lesser(token)) != _is_slight(token)
            value = -entry.side if is_turned else entry.side
            value = -value if as_thought and _is_not_thought(token) else value
        elif token.lower_ in _GROUNDS and any(c.lower_ == "no" for c in children(token, "det")):
            value = -1  # "the claims have no substance"
        elif _is_too_much(token) or _is_missing(token) or _is_to_the_wrong(token):
            value = -1
        elif _is_too_little(token):
            value = -1 if token.head == but else 1  # "not" turns it with the verb
        else:
            continue
        total += value
        found.setdefault(value, token)
    side = (total > 0) - (total < 0)
    return side, found.get(side, default)


def judged_as(word: Token) -> int:
    """Return how a word judges what it is said of, 1 for, −1 against, 0 not at all."""
    entry = judgements().get((word.lemma_.lower(), PARTS_OF_SPEECH.get(word.pos_, "")))
    return entry.side if entry is not None else 0


def judged_beside(node: Token, above: Token, mention: IssueMention) -> int:
    """Return how "the treaty insanity", "the dam disaster" judge, 1 for, −1 against, 0 not at all."""
    outside = not mention.start <= above.idx < mention.end
    return judged_as(above) if outside and node.dep_ in ("compound", "nmod", "amod", "appos") else 0


def _is_to_the_wrong(noun: Token) -> bool:
    """True for the gift of "a gift to smugglers", "a present for the importers": who says so grudges it them."""
    return noun.lemma_ in ("gift", "present") and prepositional(noun, "to", "for") is not None


def _is_too_much(token: Token) -> bool:
    """True for the too of "goes too far", "too late"."""
    of = token.head
    if of.lower_ in ("late", "early", "soon") and any(
        has_to(c) for c in (*children(of, "xcomp"), *children(of.head, "xcomp"))
    ):
        return False  # "it is too late to stop it", "too early to say"
    return token.lower_ == "too" and token.dep_ == "advmod" and of.pos_ in ("ADJ", "ADV") and token.i < of.i


def _is_too_little(token: Token) -> bool:
    """True for the enough of "do not go far enough", "cannot come soon enough": more of it is wanted."""
    verb = token.head
    if token.lower_ != "enough" or not is_negated(verb):
        return False
    how = {c.lower_ for c in token.children}
    return "far" in how or (bool(how & {"soon", "fast", "quickly"}) and bool(auxiliaries(verb) & POSSIBLE))


def _is_lesser(token: Token) -> bool:
    """True for the good of "more harm than good"."""
    return token.head.lower_ == "than"


def _is_slight(noun: Token) -> bool:
    """True for the risk of "a very low risk that it will spread", the doubt of "little doubt"."""
    slight = [c for c in children(noun, "amod") if c.lemma_ in _SLIGHT] if noun.lemma_ in _MEASURED else []
    a_little = any(c.lemma_ == "little" for c in slight) and child(noun, "det") is not None
    return bool(slight) and not a_little


def _is_unsettled(token: Token) -> bool:
    """True for the merit of "can't say whether it has merit"."""
    if "whether" not in words_of(token.doc):
        return False
    return any(c.lower_ == "whether" for t in (token, *token.ancestors) for c in children(t, "mark"))


def _is_not_thought(token: Token) -> bool:
    """True for the good of "I don't think that it is good"."""
    clause = next((node for node in (token, *token.ancestors) if node.dep_ == "ccomp"), None)
    return clause is not None and clause.head.lemma_ in _THINKING and is_negated(clause.head)


def _harms(verb: Token) -> bool:
    entry = leaning_of(verb) if verb.pos_ == "VERB" else None
    return entry is not None and entry.side < 0 and entry.role == DEED and not is_phrase(verb)


def _is_missing(noun: Token) -> bool:
    """True for the authority of "has no authority to"."""
    is_kept_back = noun.lemma_ == "reason" and noun.dep_ == "dobj" and noun.head.lemma_ in _STATING  # "gave no reason"
    return noun.lower_ in LACKED and not is_kept_back and any(c.lower_ == "no" for c in noun.children)


def _is_denied(token: Token, but: Token | None = None) -> bool:
    if any(c.dep_ == "amod" and c.lemma_ in _SMALL for c in token.children):
        return False  # "no small achievement"
    if token != but and any(c.dep_ == "neg" or c.lower_ in ("no", "not", "never", "hardly") for c in token.children):
        return True
    above = token.head
    if token.dep_ == "amod" and token.lemma_ not in _SMALL and any(c.lower_ == "no" for c in above.children):
        return True  # "has no legal validity"
    if token.dep_ == "dobj" and _harms(above):  # "cuts our lifeline"
        return above == but or not is_negated(above)
    return above not in (token, but) and above.pos_ in ("VERB", "AUX") and token.dep_ != "nsubj" and is_negated(above)
