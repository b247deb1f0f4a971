"""Frames: the constructions by which a verb or noun names whom it is directed at, and what is to be done.

"urge X to Y", "call on X to Y", "press X for Y", "demand that X Y", "a call for Y": each frame is a small function from
the trigger to a ``Complement``, under the name by which ``lexicon/act_words.csv`` lists it.
"""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from demandeur.clause_frames import (
    barred,
    cleft,
    gerund,
    mandative_clause,
    not_to,
    on_to,
    preposition_gerund,
    promised_clause,
    that_clause,
    to_clause,
    to_clause_active,
    to_clause_with_object,
    to_to,
    ultimatum,
    with_to,
)
from demandeur.complement import Complement
from demandeur.giving_frames import assured, given, promised_to
from demandeur.grammar import child, children, is_passive, prepositional_phrases
from demandeur.judging_frames import branded, charge, guilty, lodged, on_notice, opposed, protest_to, taken, target_for
from demandeur.light_frames import between, granted, in_the_way, made, made_it, on_the_table, party_to_for, raised
from demandeur.meeting_frames import noun_partner, partner, phone, topic
from demandeur.noun_frames import (
    for_done,
    for_phrase,
    noun_target,
    object_among,
    object_for,
    object_only,
    on_for,
    out_for,
    particle_object,
    preposition_object,
    setting,
    target,
    with_idea,
)
from demandeur.polite_frames import asked_if, grateful_if, wants_back
from demandeur.rules import declare
from demandeur.will_frames import gone_along, invited, no_will, signed_up, warned
from demandeur.wish_frames import against, campaign, contingent, deadline, listed, stressed, we_need, wish, would_to

BARE = declare(
    "act.bare",
    "they agreed, he refused, she said no: an answer without words of its own",
    catches=("Norway asked for a truce and Chad agreed.", "Chad said no."),
    spares=("Chad said nothing.",),
)


def bare(trigger: Token) -> Complement | None:
    """They agreed; he refused: an answer without words of its own."""
    telling = ("ccomp", "xcomp", "dobj", "acl")
    told = [part for part in children(trigger, *telling) if part.i > trigger.i or not _stands_apart(part, trigger)]
    if told or any(prepositional_phrases(trigger, "to", "on", "about")):
        return None
    if trigger.lemma_ in ("agree", "comply") and any(prepositional_phrases(trigger, "with")):
        return None
    if trigger.dep_ in ("acl", "relcl", "amod", "xcomp") or is_passive(trigger):
        return None
    return Complement(BARE, None, ())


def _stands_apart(clause: Token, trigger: Token) -> bool:
    """True for a sentence of its own before a semicolon: "He was invited; he agreed"."""
    return any(t.text == ";" for t in trigger.doc[clause.i : trigger.i])


def say_no(trigger: Token) -> Complement | None:
    """Say no, answer no."""
    word = child(trigger, "intj", "dobj", "ccomp", "dep", "advmod", "det")
    return Complement(BARE, None, ()) if word is not None and word.lower_ == "no" else None


def say_yes(trigger: Token) -> Complement | None:
    """Say yes."""
    word = child(trigger, "intj", "dobj", "ccomp", "dep", "advmod")
    return Complement(BARE, None, ()) if word is not None and word.lower_ == "yes" else None


FRAMES: dict[str, Callable[[Token], Complement | None]] = {
    "to": to_clause,
    "to-object": to_clause_with_object,
    "not-to": not_to,
    "warned": warned,
    "that": that_clause,
    "that-mandative": mandative_clause,
    "for": for_phrase,
    "object-for": object_for,
    "invited": invited,
    "on-to": on_to,
    "on-for": on_for,
    "with-to": with_to,
    "to-to": to_to,
    "object": object_only,
    "ing": gerund,
    "into": preposition_gerund("into"),
    "from": preposition_gerund("from"),
    "against": preposition_gerund("against"),
    "to-np": preposition_object("to"),
    "with": preposition_object("with"),
    "with-idea": with_idea,
    "on": preposition_object("on", "upon"),
    "in": preposition_object("in"),
    "of": preposition_object("of"),
    "out-object": particle_object("out"),
    "down-object": particle_object("down"),
    "aside-object": particle_object("aside"),
    "off-object": particle_object("off"),
    "away-object": particle_object("away"),
    "back-object": particle_object("back"),
    "down-speech": particle_object("down", "speech"),
    "out-speech": particle_object("out", "speech"),
    "speech": object_among("speech"),
    "penalty": object_among("penalty"),
    "party-to-for": party_to_for,
    "made": made,
    "made-it": made_it,
    "between": between,
    "at-np": preposition_object("at"),
    "under-np": preposition_object("under"),
    "charge-that": charge,
    "branded": branded,
    "lodged": lodged("with", "against", "to"),
    "lodged-against": lodged("against"),
    "voiced": lodged("at", "with", "over", "about", "against"),
    "that-will": promised_clause,
    "from-entering": barred,
    "on-notice": on_notice,
    "target-matter": target_for,
    "noun-target-behind": noun_target("behind"),
    "target": target(),
    "target-of": target("of"),
    "target-for": target("for", "over"),
    "target-with": target("with"),
    "target-as": target("as"),
    "target-on": target("on", "for"),
    "noun-target-for": noun_target("for"),
    "noun-target-of": noun_target("of"),
    "noun-target-with": noun_target("with"),
    "noun-target-against": noun_target("against"),
    "set": setting,
    "cleft": cleft,
    "ultimatum": ultimatum,
    "bare": bare,
    "say-no": say_no,
    "say-yes": say_yes,
    "noun-target-to": noun_target("to"),
    "noun-target-into": noun_target("into"),
    "captive": object_among("captive"),
    "restriction": object_among("restriction"),
    "grant": object_among("grant"),
    "pact": object_among("pact"),
    "phone": phone,
    "quiet": object_among("quiet"),
    "signed-pact": object_among("signed-pact"),
    "guilty": guilty,
    "protest-to": protest_to,
    "opposed": opposed,
    "taken": taken,
    "plea": object_among("plea"),
    "from-np": preposition_object("from"),
    "noun-partner": noun_partner,
    "partner": partner,
    "topic": topic,
    "would-to": would_to,
    "wish": wish,
    "we-need": we_need,
    "stressed": stressed,
    "deadline": deadline,
    "campaign": campaign,
    "contingent": contingent,
    "listed": listed,
    "against-np": against,
    "to-active": to_clause_active,
    "given": given,
    "assured": assured,
    "promised-to": promised_to,
    "no-will": no_will,
    "signed-up": signed_up,
    "gone-along": gone_along,
    "granted": granted,
    "in-the-way": in_the_way,
    "on-the-table": on_the_table,
    "raised": raised,
    "for-done": for_done,
    "out-for": out_for,
    "grateful-if": grateful_if,
    "asked-if": asked_if,
    "wants-back": wants_back,
}


def complement(trigger: Token, frames: Iterable[str]) -> Complement | None:
    """Return what the first fitting frame finds behind a trigger.

    Raises:
        KeyError: for a frame that no function is registered for.
    """
    for name in frames:
        found = FRAMES[name](trigger)
        if found is not None:
            return found
    return None
