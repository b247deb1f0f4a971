"""Antecedents: whom a pronoun of the third person may mean, and how likely: the nearest, the subject, the one who fits.

"He", "it", "they" mean an earlier actor of fitting number and gender; a few constructions tell more, "told the council
that it must meet".
"""

from spacy.tokens import Token

from demandeur.cast import Cast, Mention
from demandeur.grammar import (
    SUBJECTS,
    all_tokens,
    antecedent,
    auxiliaries,
    child,
    has_to,
    prepositional,
    sentence_numbers,
    sentence_of,
    text_of,
)
from demandeur.lexicon import speech
from demandeur.participants import subject

FORMS = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (None, True)),
    **dict.fromkeys(("it", "its", "itself"), ("n", False)),
}
"""Pronoun → gender (m, f, n or ``None`` for any) and whether it is plural."""
_SENTENCES_BACK = 4
_OUGHT = {"must", "should", "ought"}
_TELLING = {"tell", "remind", "warn", "inform", "notify", "advise"}
_WRITING = {"write", "appeal", "turn", "speak", "reply", "respond", "tell", "phone", "call"}
_SHOWING = set(
    "voice express throw give lend put pledge offer declare announce withdraw state register reiterate repeat restate "
    "signal reaffirm withhold add show".split()
)
_ONES_OWN = set(
    "support backing approval disapproval opposition objection blessing weight consent assent endorsement displeasure "
    "disappointment dismay anger concern regret agreement readiness willingness vote voice name".split()
)
"""With the verbs above, what is nobody's but the subject's: "voiced his disapproval"."""
_FAR_BEHIND = 12  # tokens
_SPEAKING_FOR = {"office", "campaign", "team", "staff", "lawyer", "spokesman", "spokeswoman", "spokesperson", "aide"}


def written_to(cast: Cast, token: Token) -> Mention | None:
    """Return the council of "wrote to the council asking it to meet"."""
    asking = token.head
    writing = asking.head
    if token.dep_ != "dobj" or asking.dep_ != "advcl" or asking.tag_ != "VBG" or writing.lemma_ not in _WRITING:
        return None
    whom = child(writing, "dobj") or prepositional(writing, "to")
    mention = cast.at(whom) if whom is not None and whom.i < token.i else None
    gender, plural = FORMS[token.lower_]
    return mention if mention is not None and _fits(cast, mention.actors, mention, gender, plural) else None


def told(cast: Cast, token: Token) -> Mention | None:
    """Return the council of "told the council that it must meet": who is told so is to do it."""
    must, telling = token.head, token.head.head
    is_due = bool(auxiliaries(must) & _OUGHT) or (must.dep_ == "xcomp" and has_to(must) and telling.lemma_ == "have")
    telling = telling.head if must.dep_ == "xcomp" else telling
    if token.dep_ != "nsubj" or not is_due or telling.lemma_ not in _TELLING:
        return None
    whom = child(telling, "dobj", "dative") or prepositional(telling, "to")
    mention = cast.at(whom) if whom is not None and whom.i < token.i else None
    gender, plural = FORMS[token.lower_]
    return mention if mention is not None and _fits(cast, mention.actors, mention, gender, plural) else None


def is_the_subjects(token: Token) -> bool:
    """True for the pronoun of "voiced his disapproval", "threw her support behind it": it means the subject alone."""
    noun, verb = token.head, token.head.head
    return (
        token.dep_ == "poss"
        and noun.dep_ == "dobj"
        and noun.lemma_.lower() in _ONES_OWN
        and verb.lemma_.lower() in _SHOWING
    )


def giver(cast: Cast, token: Token) -> Mention | None:
    """Return the subject that such a pronoun means; none where the subject is nobody the article names."""
    doer = subject(token.head.head)
    mention = cast.at(antecedent(doer)) if doer is not None else None
    gender, plural = FORMS[token.lower_]
    return mention if mention is not None and _fits(cast, mention.actors, mention, gender, plural) else None


def subject_ahead(cast: Cast, token: Token) -> Mention | None:
    """Return the Brandt of "as he left the hall, Brandt waved"."""
    gender, plural = FORMS[token.lower_]
    for ancestor in token.ancestors:
        if ancestor.dep_ not in ("advcl", "prep", "pcomp"):
            continue
        governor = ancestor.head
        for other in governor.children:
            if other.dep_ in SUBJECTS and other.i > token.i:
                mention = cast.at(antecedent(other))
                if mention is not None and _fits(cast, mention.actors, mention, gender, plural):
                    return mention
    return None


def candidates(
    cast: Cast, token: Token, speaker: tuple[str, ...], spans: list[tuple[int, int]]
) -> list[tuple[float, tuple[str, ...], int]]:
    """Return whom a pronoun may mean, the likeliest first: a score, the actor_ids, the token of the mention.

    Args:
        cast: the article's actors and the mentions so far.
        token: the pronoun.
        speaker: the actor_ids of those who say it, whom it can't mean.
        spans: the quotations' offsets.
    """
    gender, plural = FORMS[token.lower_]
    skipped = spans if quotation_around(token, spans) is None else []
    numbers = sentence_numbers(cast.doc, skipped)
    tokens, own = all_tokens(cast.doc), cast.with_states(speaker)
    found = []
    for mention in cast.before(token.i):
        back = numbers[token.i] - numbers[mention.head]
        if back > _SENTENCES_BACK:
            break
        if mention.form == "demonym" and not plural:
            continue
        actors = mention.actors
        if plural:
            actors = tuple(dict.fromkeys(a for m in cast.group(tokens[mention.head]) for a in m.actors)) or actors
        others = tuple(a for a in actors if a not in own)
        if set(actors) & set(speaker) or not _fits(cast, actors, mention, gender, plural):
            continue
        if len(actors) > 1 and others:  # in somebody's own words "they" are the others
            actors = others
        if back == 0 and _same_clause(token, tokens[mention.head]):
            continue
        found.append((_salience(cast, mention, token, back, skipped), actors, mention.head))
    if plural and any(_is_what_is_done_to(tokens[place], token) for _, _, place in found):
        found = [
            (score - (0 if _is_several(cast, actors, tokens[at]) else 2), actors, at) for score, actors, at in found
        ]
    return sorted(found, key=_rank, reverse=True)


def _is_what_is_done_to(noun: Token, token: Token) -> bool:
    """True for the clubs of "expelled the clubs when they rejected it": several, and one does something to them."""
    clause = next((t for t in token.ancestors if t.dep_ == "advcl"), None)
    return clause is not None and noun.dep_ == "dobj" and noun.head == clause.head and noun.tag_ in ("NNS", "NNPS")


def _is_several(cast: Cast, actors: tuple[str, ...], noun: Token) -> bool:
    return len(actors) > 1 or cast.actors[actors[0]].plural or noun.tag_ in ("NNS", "NNPS")


def _rank(candidate: tuple[float, tuple[str, ...], int]) -> tuple[float, int]:
    return (candidate[0], candidate[2])


def _fits(cast: Cast, actors: tuple[str, ...], mention: Mention, gender: str | None, plural: bool) -> bool:
    first = cast.actors[actors[0]]
    if plural:
        noun = cast.doc[mention.head]
        several = len(actors) > 1 or first.plural or noun.tag_ in ("NNS", "NNPS")
        return several or first.kind in ("group", "organisation")
    if len(actors) > 1:
        return False
    if gender == "n":
        return first.kind != "person" and not first.plural
    return first.kind == "person" and first.gender in (gender, None)


def _salience(cast: Cast, mention: Mention, token: Token, back: int, skipped: list[tuple[int, int]]) -> float:
    doc = cast.doc
    noun = doc[mention.head]
    score = 3.0 - 1.5 * back
    if _is_experiencer(noun):
        score += 2.5
    elif _is_spoken_of(noun):
        score += 2.0
    elif noun.dep_ == "poss":
        score -= 0.5
    elif noun.dep_ == "pobj":
        score -= 0.7
    if _is_judged_for(noun, token):
        score += 5.0
    if back == 0 and token.dep_ == noun.dep_ == "dobj" and token.head.dep_ == "conj" and token.head.head == noun.head:
        score += 2.0  # "praised the president and asked him"
    if mention.form == "name":
        score += 0.3
    if FORMS[token.lower_][1] and len(mention.actors) == 1 and noun.tag_ not in ("NNS", "NNPS") and not _joined(noun):
        score -= 1.5
    if noun.dep_ == "nsubj" and noun.head.lemma_ in speech.reporting_verbs():
        score += 0.7
    actor = cast.actors[mention.actors[0]]
    if actor.kind == "person" and actor.gender == FORMS[token.lower_][0]:
        score += 1.0
    if "\n" in text_of(doc)[mention.end : token.idx]:
        score -= 0.7
    if quotation_around(noun, skipped) is not None:
        score -= 8.0
    return score - 0.004 * (token.i - mention.head)


def _is_judged_for(noun: Token, token: Token) -> bool:
    """True for X in "praised X for his work", "attacked X over his vote"."""
    if noun.dep_ != "dobj" or not 0 < token.i - noun.i < _FAR_BEHIND:
        return False
    phrase = next((t for t in token.ancestors if t.dep_ == "prep" and t.head == noun.head), None)
    if phrase is None or phrase.lower_ not in ("for", "over"):
        return False
    words = speech.act_words().get((noun.head.lemma_.lower(), "verb"), ())
    return any(word.act in ("ACCUSE", "SUPPORT") for word in words)


def _is_spoken_of(noun: Token) -> bool:
    """True for a clause's subject, and for Cole in "Cole's office said that she would wait"."""
    if noun.dep_ == "poss":
        return noun.head.dep_ in SUBJECTS and noun.head.lemma_ in _SPEAKING_FOR
    return noun.dep_ in SUBJECTS or noun.dep_ == "agent" or (noun.dep_ == "appos" and noun.head.dep_ in SUBJECTS)


def _joined(noun: Token) -> bool:
    """True for a part of "A and B"."""
    return noun.dep_ == "conj" or any(c.dep_ == "conj" for c in noun.children)


def _is_experiencer(noun: Token) -> bool:
    """True for X in "For X, the pact was a defeat": the sentence goes on to speak of X."""
    preposition = noun.head
    return noun.dep_ == "pobj" and preposition.lower_ == "for" and preposition.i == sentence_of(noun).start


def _same_clause(token: Token, noun: Token) -> bool:
    """True when both are arguments of one verb, where a plain pronoun can't mean the other ("Ana thanked her")."""
    if token.tag_ == "PRP$" or token.lower_.endswith(("self", "selves")):
        return False
    verb, other = _verb_of(token), _verb_of(noun)
    return verb is not None and verb == other


def _verb_of(token: Token) -> Token | None:
    head = token.head
    while head.pos_ == "ADP" and head.head != head:
        head = head.head
    return head if head.pos_ in ("VERB", "AUX") and token.dep_ != "ROOT" else None


def quotation_around(token: Token, spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the quotation that a word stands in, as offsets, or ``None``."""
    for start, end in spans:
        if start <= token.idx < end:
            return (start, end)
    return None
