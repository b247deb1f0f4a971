"""Coreference: which actor "he", "they", "its" mean, and who "I" and "we" are inside somebody's words.

Candidates are ranked by nearness, grammatical role and paragraph; number and gender must fit. Pronouns inside a
quotation wait for its speaker, who can't be the "he" of his own words.
"""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from demandeur.cast import Cast, Mention
from demandeur.expletives import is_expletive
from demandeur.floor import Hearers
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
    sentence_text,
    text_of,
    tokens_of,
)
from demandeur.lexicon import speech
from demandeur.nominals import actor_noun, is_nominal, resolve_both, resolve_nominal, resolve_speaking_noun
from demandeur.officers import add_role_behind
from demandeur.referents import is_both
from demandeur.rules import declare
from demandeur.speaking_nouns import is_acted_on, speaks

PERSONAL = declare(
    "mention.pronoun",
    "he, she, they, it: the best-ranked earlier actor of fitting number and gender",
    catches=("Ana Reyl left because she was tired.", "Norway agreed. It had waited for years."),
    spares=("It is raining.",),
)
AHEAD = declare(
    "mention.cataphora",
    "a pronoun before its name: the subject of the main clause",
    catches=("As he left the hall, Oluf Brandt waved.",),
    spares=("He waved.",),
)
FIRST_PERSON = declare(
    "mention.first-person",
    "I and we in somebody's words: the speaker",
    catches=("“We will not sign,” Ana Reyl said.",),
    spares=("We will not sign.",),
)
SECOND_PERSON = declare(
    "mention.second-person",
    "you in a question of a transcript: the one who speaks next; in a letter: its reader",
    catches=(
        "Ms Ana Reyl: It is late.\n\nMr Otto Brandt: Will you sign?\n\nMs Reyl: No.\n\nMr Brandt: Why?",
        "Dear Ms Reyl,\n\nWe ask you to wait.\n\nYours sincerely,\n\nOtto Brandt",
    ),
    spares=("“Will you sign?” Ana Reyl asked.",),
)

_FORMS = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (None, True)),
    **dict.fromkeys(("it", "its", "itself"), ("n", False)),
}
"""Pronoun → gender (m, f, n or ``None`` for any) and whether it is plural."""
_FIRST = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}
_SECOND = {"you", "your", "yours", "yourself"}
_PAIRS = {"sides", "parties", "countries", "governments", "nations", "states"}
"""Of which one says "both": in somebody's own words, two others."""
_SAID = {*_FORMS, *_FIRST, *_SECOND, *_PAIRS}
_OWN_STATE = {"country", "nation", "government", "delegation"}
_NOUNS = {"NOUN", "PROPN", "ADJ", "NUM"}
_SENTENCES_BACK = 4
_NAMING = set(
    "call brand label dub reject accept sign ratify dismiss withdraw adopt welcome hail oppose applaud endorse "
    "approve".split()
)
"""What is done to things, not to those who say them: "called it an insult"."""
_OUGHT = {"must", "should", "ought"}
_TELLING = {"tell", "remind", "warn", "inform", "notify", "advise"}
_WRITING = {"write", "appeal", "turn", "speak", "reply", "respond", "tell", "phone", "call"}
_FAR_BEHIND = 12  # tokens
_SPEAKING_FOR = {"office", "campaign", "team", "staff", "lawyer", "spokesman", "spokeswoman", "spokesperson", "aide"}


def resolve_references(
    cast: Cast,
    inside: Iterable[tuple[int, int]],
    *,
    speakers: dict[int, tuple[str, ...]] | None = None,
    heard: Mapping[int, Hearers] | None = None,
) -> None:
    """Add the mentions of pronouns and nominals ("the minister") to the cast, in reading order.

    Args:
        cast: the actors and the mentions found so far.
        inside: offsets of the quotations.
        speakers: ``None`` resolves the nominals, and the pronouns outside the quotations; a table from the start of a
            quotation to its speaker resolves those inside, the speaker himself left out for the third person.
        heard: whom "you" means where something is asked, by the start of a turn; in a quotation it means no one.
    """
    spans = sorted(inside)
    if speakers is not None and not spans:
        return
    for token in all_tokens(cast.doc) if speakers is None else tokens_of(cast.doc, *_SAID):
        word = token.lower_
        if speakers is None and (token.pos_ in _NOUNS or word in ("both", "neither")):
            _resolve_noun(cast, token)
        if word not in _SAID:
            continue
        holder = _holder(token, spans)
        if word in _PAIRS:
            if holder is not None and speakers is not None and is_both(token):
                resolve_both(cast, token, spared=speakers.get(holder[0], ()))
            continue
        is_owner = token.dep_ == "poss" and token.head.lower_ in _OWN_STATE  # of "my country", a mention so far
        if (holder is None) == (speakers is not None) or (cast.at(token) is not None and not is_owner):
            continue
        speaker = speakers.get(holder[0], ()) if speakers is not None and holder is not None else ()
        if word in _FIRST:
            if speaker:
                _add(cast, token, speaker, FIRST_PERSON, 0.85)
                _add_own_state(cast, token, speaker)
            continue
        if word in _SECOND:
            hearers = heard.get(holder[0]) if heard and holder is not None else None
            is_meant = hearers is not None and hearers.actors != ()
            if is_meant and (not hearers.in_questions or sentence_text(token).rstrip().endswith("?")):
                _add(cast, token, hearers.actors, SECOND_PERSON, 0.75)
            continue
        _resolve(cast, token, speaker, spans)


def _resolve_noun(cast: Cast, token: Token) -> None:
    if is_nominal(cast, token):
        resolve_nominal(cast, token)
    elif cast.at(token) is None and (speaks(token) or is_acted_on(token)):
        resolve_speaking_noun(cast, token)


def _holder(token: Token, spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    for start, end in spans:
        if start <= token.idx < end:
            return (start, end)
    return None


def _add(cast: Cast, token: Token, actors: Iterable[str], rule: str, confidence: float) -> None:
    mention = cast.mention(actors, token.i, token.i, head=token.i, form="pronoun", rule=rule, confidence=confidence)
    if token.dep_ == "poss":
        add_role_behind(cast, mention)


def _resolve(cast: Cast, token: Token, speaker: tuple[str, ...], spans: list[tuple[int, int]]) -> None:
    if token.lower_ == "it" and (is_expletive(token) or _is_what_is_called(token) or _goes_on_of_a_thing(cast, token)):
        return
    written = _written_to(cast, token) or _told(cast, token)
    if written is not None:
        _add(cast, token, written.actors, PERSONAL, 0.75)
        return
    ranked = sorted(_candidates(cast, token, speaker, spans), key=_rank, reverse=True)
    if ranked:
        best = ranked[0]
        _learn_gender(cast, best[1], _FORMS[token.lower_][0])
        _add(cast, token, best[1], PERSONAL, 0.75 if best[0] > 0 else 0.55)
        return
    ahead = _subject_ahead(cast, token)
    if ahead is not None:
        _add(cast, token, ahead.actors, AHEAD, 0.6)


def _written_to(cast: Cast, token: Token) -> Mention | None:
    """Return the council of "wrote to the council asking it to meet"."""
    asking = token.head
    writing = asking.head
    if token.dep_ != "dobj" or asking.dep_ != "advcl" or asking.tag_ != "VBG" or writing.lemma_ not in _WRITING:
        return None
    whom = child(writing, "dobj") or prepositional(writing, "to")
    mention = cast.at(whom) if whom is not None and whom.i < token.i else None
    gender, plural = _FORMS[token.lower_]
    return mention if mention is not None and _fits(cast, mention.actors, mention, gender, plural) else None


def _told(cast: Cast, token: Token) -> Mention | None:
    """Return the council of "told the council that it must meet": who is told so is to do it."""
    must, telling = token.head, token.head.head
    is_due = bool(auxiliaries(must) & _OUGHT) or (must.dep_ == "xcomp" and has_to(must) and telling.lemma_ == "have")
    telling = telling.head if must.dep_ == "xcomp" else telling
    if token.dep_ != "nsubj" or not is_due or telling.lemma_ not in _TELLING:
        return None
    whom = child(telling, "dobj", "dative") or prepositional(telling, "to")
    mention = cast.at(whom) if whom is not None and whom.i < token.i else None
    gender, plural = _FORMS[token.lower_]
    return mention if mention is not None and _fits(cast, mention.actors, mention, gender, plural) else None


def _add_own_state(cast: Cast, token: Token, speaker: tuple[str, ...]) -> None:
    """Add the mention of "my country", "our government": the state of the one who says it."""
    noun = token.head
    if token.dep_ != "poss" or noun.lower_ not in _OWN_STATE or len(speaker) != 1:
        return
    own = cast.actors[speaker[0]]
    state = own.actor_id if own.kind == "state" else own.state
    if state is not None and cast.actors[state].kind == "state":
        cast.mention([state], token.i, noun.i, head=noun.i, form="nominal", rule=FIRST_PERSON, confidence=0.8)


def _learn_gender(cast: Cast, actors: tuple[str, ...], gender: str | None) -> None:
    """Note the gender of a person whom the article has just called he or she."""
    actor = cast.actors[actors[0]]
    if len(actors) == 1 and actor.kind == "person" and actor.gender is None and gender in ("m", "f"):
        actor.gender = gender


def _rank(candidate: tuple[float, tuple[str, ...], int]) -> tuple[float, int]:
    return (candidate[0], candidate[2])


def _is_what_is_called(token: Token) -> bool:
    """True in "called it an insult", "rejected it", "signed it": people do that to what was said or offered."""
    verb = token.head
    if verb.lemma_ not in _NAMING and token.dep_ == "nsubj":
        verb = verb.head  # "called [it an insult]"
    return verb.pos_ == "VERB" and token.i > verb.i and verb.lemma_ in _NAMING and token.dep_ in ("dobj", "nsubj")


def _goes_on_of_a_thing(cast: Cast, token: Token) -> bool:
    """True for a subject "it" behind a sentence whose subject is a thing: "The letter names nobody. It says that …"."""
    start = sentence_of(token).start
    if token.dep_ != "nsubj" or token.head.dep_ != "ROOT" or start == 0 or "\n" in cast.doc[start - 1].text:
        return False
    noun = next((t for t in sentence_of(cast.doc[start - 1]) if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    return noun is not None and noun.tag_ == "NN" and cast.at(noun) is None and actor_noun(noun) is None


def _candidates(
    cast: Cast, token: Token, speaker: tuple[str, ...], spans: list[tuple[int, int]]
) -> list[tuple[float, tuple[str, ...], int]]:
    gender, plural = _FORMS[token.lower_]
    skipped = spans if _holder(token, spans) is None else []
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
    return found


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


def _is_judged_for(noun: Token, token: Token) -> bool:
    """True for X in "praised X for his work", "attacked X over his vote"."""
    if noun.dep_ != "dobj" or not 0 < token.i - noun.i < _FAR_BEHIND:
        return False
    phrase = next((t for t in token.ancestors if t.dep_ == "prep" and t.head == noun.head), None)
    if phrase is None or phrase.lower_ not in ("for", "over"):
        return False
    words = speech.act_words().get((noun.head.lemma_.lower(), "verb"), ())
    return any(word.act in ("ACCUSE", "SUPPORT") for word in words)


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
    if _FORMS[token.lower_][1] and len(mention.actors) == 1 and noun.tag_ not in ("NNS", "NNPS") and not _joined(noun):
        score -= 1.5
    if noun.dep_ == "nsubj" and noun.head.lemma_ in speech.reporting_verbs():
        score += 0.7
    actor = cast.actors[mention.actors[0]]
    if actor.kind == "person" and actor.gender == _FORMS[token.lower_][0]:
        score += 1.0
    if "\n" in text_of(doc)[mention.end : token.idx]:
        score -= 0.7
    if _holder(noun, skipped) is not None:
        score -= 8.0
    return score - 0.004 * (token.i - mention.head)


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


def _subject_ahead(cast: Cast, token: Token) -> Mention | None:
    gender, plural = _FORMS[token.lower_]
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
