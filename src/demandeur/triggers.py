"""Triggers: acts made by the verbs and nouns of the act lexicon ("urged", "their calls for", "refused")."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.frames import Complement, complement
from demandeur.grammar import auxiliaries, bounds, child, is_negated, is_passive
from demandeur.lexicon.speech import ActWord, act_words
from demandeur.participants import TAKING, owner, patient, subject, surface_subject
from demandeur.rules import declare

declare("act.to-infinitive", "verb or noun, addressee, to and a verb: urge X to Y, refuse to Y",
        catches=("Ana Reyl urged Norway to sign the treaty.", "Norway was told to leave by Chad.", "Chad refused to sign."),
        spares=("Ana Reyl began to sign.", "She asked about the treaty."))  # fmt: skip
declare("act.that-clause", "verb and that: demand that X Y",
        catches=("Chad demanded that Norway withdraw its ships.",), spares=("Chad insisted that it was innocent.",))  # fmt: skip
declare("act.for-phrase", "call for Y, a call for Y, call for X to Y",
        catches=("Norway called for a truce.", "Ana Reyl repeated her call for talks."), spares=("Demand for timber rose.", "She called at noon."))  # fmt: skip
declare("act.object-for", "press X for Y",
        catches=("Norway pressed Chad for an answer.",), spares=("She pressed the button.",))  # fmt: skip
declare("act.preposition-to", "call on X to Y, appeal to X to Y",
        catches=("Norway called on Chad to withdraw.", "Reyl appealed to Chad to stop."), spares=("The plan appealed to Chad.",))  # fmt: skip
declare("act.object", "demand Y, reject Y, accept Y, Y of X",
        catches=("Norway demanded an apology.", "Chad rejected the plan.", "Chad accepted the offer."), spares=("Chad signed the plan.",))  # fmt: skip
declare("act.gerund", "propose doing, bar X from doing",
        catches=("Ana Reyl proposed sending a team.",), spares=("She enjoyed sending a team.",))  # fmt: skip
declare("act.preposition", "agree to Y, comply with Y, rejection of Y",
        catches=("Norway agreed to a truce.", "Chad complied with the order."), spares=("She went to a concert.",))  # fmt: skip
declare("act.target", "accuse X of Y, praise X for Y",
        catches=("Norway accused Chad of piracy.", "Ana Reyl praised Norway for its patience."), spares=("She called it a mistake.",))  # fmt: skip
declare("act.noun-target", "support for X, criticism of X",
        catches=("Norway offered its support for Chad.",), spares=("The roof has support for ten tiles.",))  # fmt: skip
declare("act.conditions", "set conditions, outline terms",
        catches=("Norway set strict conditions for any deal.",), spares=("Conditions in the camp were bad.",))  # fmt: skip
declare("act.cleft", "all X asked of Y was to Z",
        catches=("Ana Reyl was tired. All she asked of Norway was to wait.",), spares=("All Ana Reyl had was a tent.",))  # fmt: skip
declare("act.ultimatum", "give X until a time to Y",
        catches=("Norway has given Chad until Friday to withdraw its ships.",), spares=("Norway gave Chad a book to read.",))  # fmt: skip
declare("act.bare", "they agreed, he refused, she said no: an answer without words of its own",
        catches=("Norway asked for a truce and Chad agreed.", "Chad said no."), spares=("Chad said nothing.",))  # fmt: skip
declare("act.partner", "meet X, negotiate with X, discuss Y",
        catches=("Ana Reyl met Oluf Brandt on Monday.",), spares=("The report met no interest.",))  # fmt: skip

OR_ELSE = declare("act.or-else", "do this or face that: the threat in a demand",
        catches=("Norway told Chad to withdraw or face sanctions.",), spares=("Norway told Chad to wait or to leave.",))  # fmt: skip

_FUTURE = {"will", "shall", "’ll", "'ll", "wo", "going"}
_IMAGINED = {"would", "could", "might", "may", "can", "’d", "'d"}
_INTENDING = {"plan", "intend", "prepare", "expect", "hope", "consider", "mean", "want", "wish", "ready", "willing", "prepared", "readiness",
              "willingness", "seek", "set", "due", "able", "unable", "reluctant"}  # fmt: skip
_NEEDS_ADDRESSEE = {"ask", "expect", "want", "beg", "require"}
_ANIMATE_OBJECTS = ("ACCUSE", "SUPPORT", "CONSULT")


def find_triggered(doc: Doc, cast: Cast) -> Iterator[Act]:
    """Yield the acts that words of the act lexicon make, one for each trigger and act."""
    for token in doc:
        part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(token.pos_)
        if part is None:
            continue
        for entry in act_words().get((token.lemma_.lower(), part), ()):
            act = _act(doc, cast, token, entry)
            if act is not None:
                yield act
                yield from _or_else(act, token)
                break


def _act(doc: Doc, cast: Cast, token: Token, entry: ActWord) -> Act | None:
    if entry.part == "noun" and not _is_speech_noun(token):
        return None
    if any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children):
        return None
    found = complement(token, entry.frames)
    if found is None or not _plausible(cast, token, entry, found):
        return None
    issuer = _issuer(token, entry)
    taker = _taker(token) if entry.part == "noun" and found.addressee is None and entry.act == "REQUEST" else None
    if entry.part == "noun" and issuer is None and entry.act == "SUPPORT":
        issuer = _from_phrase(token)
    kind, negated = entry.act, is_negated(token)
    if negated and kind in ("ACCEPT", "OFFER"):
        kind, negated = "REJECT", False
    addressee, content = found.addressee or taker, bounds(found.content) if found.content else None
    if kind in _ANIMATE_OBJECTS and addressee is not None and not cast.who(addressee):
        addressee = _owner_of(cast, addressee)
    if entry.act in ("ACCEPT", "OFFER", "CONCEDE", "REJECT") and addressee is not None and not cast.who(addressee):
        addressee = None
    confidence = 0.85 if addressee is not None or kind not in ("REQUEST",) else 0.75
    return Act(
        act=kind,
        rule=found.rule,
        trigger=(token.idx, token.idx + len(token)),
        token=token,
        issuer=issuer,
        addressee=addressee,
        content=content if content and content[1] > content[0] else None,
        strength=entry.strength,
        negated=negated,
        realis=realis(token),
        confidence=confidence,
    )


def _or_else(act: Act, token: Token) -> Iterator[Act]:
    """Yield the threat of "open the sluices or face a cut", and take it out of what is asked for."""
    if act.act != "REQUEST" or act.content is None:
        return
    for verb in token.subtree:
        threatens = (
            verb.dep_ == "conj"
            and verb.lemma_ in ("face", "risk", "suffer")
            and act.content[0] < verb.idx < act.content[1]
        )
        if threatens and any(c.lower_ == "or" for c in verb.head.children):
            word = next(c for c in verb.head.children if c.lower_ == "or")
            harm = child(verb, "dobj")
            yield Act(
                act="THREATEN",
                rule=OR_ELSE,
                trigger=(word.idx, verb.idx + len(verb)),
                token=token,
                issuer=act.issuer,
                addressee=act.addressee,
                content=bounds(harm.subtree) if harm is not None else None,
                strength=4,
                negated=False,
                realis="future",
                confidence=0.8,
            )
            act.content = (act.content[0], bounds(t for t in token.doc[: word.i] if t.idx >= act.content[0])[1])


def _issuer(token: Token, entry: ActWord) -> Token | None:
    if entry.part == "verb":
        return subject(token)
    if entry.part == "noun":
        return owner(token)
    head = token.head
    return surface_subject(head) if head.pos_ in ("VERB", "AUX") else None


def _taker(noun: Token) -> Token | None:
    """Return who has to do with somebody's demand: X in "X rejected a demand by Y", "X is under pressure from Y"."""
    verb = noun.head
    if verb.lower_ == "under" and verb.head.pos_ in ("VERB", "AUX"):
        return surface_subject(verb.head)
    if noun.dep_ == "dobj" and verb.lemma_ in TAKING:
        return subject(verb)
    return None


def _is_speech_noun(token: Token) -> bool:
    """Leave out "demand for oil" as the market has it, and a noun inside a compound ("call centre")."""
    if token.dep_ in ("compound", "amod", "nmod", "ROOT"):
        return token.dep_ == "ROOT"
    if (
        token.lemma_ == "demand"
        and token.tag_ == "NN"
        and child(token, "poss", "det") is None
        and token.head.lemma_ not in ("repeat", "reject")
    ):
        return False
    return token.lemma_ != "order" or child(token, "poss", "det") is not None


def _plausible(cast: Cast, token: Token, entry: ActWord, found: Complement) -> bool:
    if entry.act == "REQUEST" and entry.part == "verb" and found.rule == "act.to-infinitive":
        if found.addressee is None:
            return token.lemma_ not in _NEEDS_ADDRESSEE and token.lemma_ in ("demand", "propose")
        if not cast.who(found.addressee) and found.addressee.pos_ not in ("NOUN", "PROPN", "PRON"):
            return False
    if token.lemma_ in ("ask", "tell", "seek", "want", "expect") and found.rule == "act.object":
        return token.lemma_ == "seek" and bool(cast.who(subject(token)))
    if entry.part == "adjective" and (found.clause is None or (found.clause.lemma_, "verb") in act_words()):
        return False
    if entry.act == "OFFER" and is_passive(token):
        return False
    if entry.act == "CONSULT" and found.addressee is None and not cast.all_of(subject(token)):
        return False
    if entry.act in ("ACCUSE", "SUPPORT") and is_passive(token) and subject(token) is None:
        return False
    return not (token.lemma_ == "offer" and _object_is_speech(token))


def _object_is_speech(token: Token) -> bool:
    """True for "offered support": the noun makes the act, not the light verb."""
    thing = patient(token)
    return thing is not None and (thing.lemma_.lower(), "noun") in act_words()


def _from_phrase(noun: Token) -> Token | None:
    """Return X in "support for a truce from X", wherever the parser hung the phrase."""
    for token in noun.subtree:
        if token.lower_ in ("from", "by") and token.dep_ == "prep":
            return child(token, "pobj")
    return None


def _owner_of(cast: Cast, noun: Token) -> Token | None:
    """Return the actor whose deed or word is praised or blamed: X in "X's decision", "the attack by X"."""
    for label in ("poss", "amod", "compound", "nmod"):
        for part in noun.children:
            if part.dep_ == label and cast.who(part):
                return part
    for token in noun.subtree:
        if token.dep_ == "pobj" and token.head.lower_ in ("by", "of", "from") and cast.who(token):
            return token
    return None


def realis(verb: Token) -> str:
    """Return done, future or hypothetical for a verb or noun, from its auxiliaries and from what governs it."""
    helpers = auxiliaries(verb)
    if helpers & {"would", "’d", "'d"} and verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN"):
        return "future"
    if helpers & _IMAGINED:
        return "hypothetical"
    if helpers & _FUTURE:
        return "future"
    head = verb.head
    if verb.dep_ in ("xcomp", "acl", "pcomp", "advcl") and "to" in helpers:
        if head.lemma_.lower() in _INTENDING or head.lower_ in _INTENDING:
            return "future"
        return (
            "hypothetical"
            if verb.dep_ == "advcl"
            else realis(head)
            if head.pos_ in ("VERB", "AUX") and head != verb
            else "future"
        )
    if (
        verb.dep_ == "advcl"
        and (mark := child(verb, "mark")) is not None
        and mark.lower_ in ("if", "unless", "whether")
    ):
        return "hypothetical"
    return "done"
