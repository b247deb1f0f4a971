"""Counterparts: the other party of an act whose construction names no addressee.

"Rejected X's plan", "an X ultimatum", "refused to meet X", "agreed to help X", "threatened to cut ties with X", "eased
the sanctions against X": the words of what is rejected, promised or threatened name whom it concerns.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.complement import Complement
from demandeur.grammar import antecedent, child, children, has_to, prepositional, subtree
from demandeur.participants import subject, surface_subject
from demandeur.thing_kinds import is_human

_DEALING = {"discuss", "meet", "talk", "negotiate", "sign", "settle", "cooperate", "merge"}
_LETTERS = {"letter", "message", "note", "memo", "email", "telegram", "petition", "appeal"}
_SPEECH = set(
    "proposal offer ultimatum demand call appeal request plea plan idea initiative invitation criticism claim "
    "accusation mediation bid overture suggestion decision ruling report resolution comment remark statement term "
    "condition warning threat pressure deadline order ban question".split()
)
_DONE_TO_PEOPLE = set(
    "abduction arrest assassination beheading capture conviction death deportation detention disappearance dismissal "
    "execution expulsion harassment imprisonment intimidation jailing kidnapping killing lynching mistreatment murder "
    "ouster persecution poisoning prosecution sentencing shooting slaughter torture trial".split()
)
"""What somebody suffers: X of "the arrest of X", "X's murder" is no party to it."""
_DONE_TO_PLACES = set(
    "annexation bombardment bombing blockade destruction encirclement invasion occupation partition shelling siege "
    "storming treatment".split()
)
"""The same of "the invasion of X"; but "X's invasion" is X's deed."""
_OWNING = ("poss", "amod", "compound", "nmod")
_LINKS = {
    "with": 2,
    "by": 3,
    "against": 3,
    "to": 4,
    "from": 4,
    "between": 4,
    "for": 5,
    "toward": 5,
    "towards": 5,
    "of": 6,
    "on": 6,
    "at": 7,
    "in": 7,
    "into": 7,
    "inside": 7,
    "over": 8,
}
"""How far behind the surest place a preposition's object stands, as the place of the other party."""
_TIMES = {"DATE", "TIME"}
_HELPING = set("help assist support aid enable allow let give offer grant lend train teach protect".split())
_COMMENTS = {"according", "despite", "amid", "after", "before", "since", "during", "as", "following"}
_DESCRIBED = 3
_STRIKING = {"sue", "evict", "fine", "sack", "fire", "prosecute", "boycott", "bankrupt", "blacklist"}
"""What one does to the other party itself: "threatened to sue the owner", but not "to kill the hostages"."""
_THEIR_OWN = {"campaign", "team", "staff", "presidency", "candidacy", "bid", "administration"}
"""With whom one has nothing to settle that is one's own."""
_AT_HOME = 20


def counterpart(
    cast: Cast, trigger: Token, issuer: Token | None, found: Complement, *, after_talks: bool = True
) -> Token | None:
    """Return the token of the other party among the words of an act's content and beside its trigger, or ``None``.

    Named actors go before described ones, and the state that the issuer belongs to comes last. Described people who are
    the deed's object ("release the prisoners", "deploy soldiers") are what it is about, not its other party. Without
    ``after_talks`` whom one has talked with before does not count: a plan made with mediators is for others.
    """
    own = set(cast.all_of(issuer))
    ranked = []
    for token in _words(trigger, found, issuer):
        who = set(cast.who(token))
        rank = _rank(token, found, trigger) if not who & own and token.tag_ not in ("WP", "WDT") else None
        if not who and not _is_unlisted(token, rank) and not _is_people(token, rank, trigger):
            continue
        if (token.dep_ == "compound" and rank == 7 and not _is_known(cast, who)) or _is_a_judge(token):
            continue
        if _only_saw(token) or is_their_own(cast, token, own):
            continue
        named = not who or any(cast.actors[actor_id].named for actor_id in who)
        if rank is None or (token.dep_ == "dobj" and not named and token.head.lemma_ not in _STRIKING):
            continue
        at_home = bool(who & cast.with_states(own))
        ranked.append((rank + (0 if named else _DESCRIBED) + (_AT_HOME if at_home else 0), token.i, token))
    if ranked:
        return min(ranked)[2]
    for place in (written_to, _in_condition, *([_after_talks] if after_talks else []), _blaming, _despite):
        found_token = place(cast, trigger, own)
        if found_token is not None:
            return found_token
    return None


def is_their_own(cast: Cast, token: Token, own: set[str]) -> bool:
    """True for the campaign of "suspended his campaign"."""
    mention = cast.at(token)
    noun = cast.doc[mention.head] if mention is not None else token
    possessor = child(noun, "poss") if noun.lemma_ in _THEIR_OWN else None
    return possessor is not None and bool(set(cast.who(possessor)) & own)


def _words(trigger: Token, found: Complement, issuer: Token | None) -> Iterable[Token]:
    """Return the content's words, and those of the phrases beside the trigger."""
    seen = {token.i for token in found.content}
    is_told = found.clause not in (None, trigger) and _has_that(found.clause)
    own = child(found.clause, "nsubj", "nsubjpass") if is_told else None
    labels = ("prep", "dative", "agent") if found.clause is None else ("prep", "dative", "agent", "dobj")
    phrases = [p for p in children(trigger, *labels) if p.lower_ not in _COMMENTS and p != _by_of(issuer)]
    phrases += [p for back in children(trigger, "advmod", "prt") for p in children(back, "prep")]
    phrases += [own] if own is not None else []
    return [*found.content, *(t for phrase in phrases for t in subtree(phrase) if t.i not in seen)]


def _by_of(issuer: Token | None) -> Token | None:
    """Return the "by" before the issuer of a passive."""
    return issuer.head if issuer is not None and issuer.head.dep_ == "agent" else None


def _has_that(clause: Token) -> bool:
    """True for a clause with "that" before it."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _rank(token: Token, found: Complement, trigger: Token | None = None) -> int | None:
    """Return how sure a place for the other party a token stands in (0 the surest), or ``None`` for no such place."""
    governor = token.head
    if token.ent_type_ in _TIMES or _is_about_somebody_else(token, found, trigger) or suffers(token):
        return None
    if token.dep_ in _OWNING:
        if governor.lemma_.lower() in _SPEECH:
            return 0
        if token.tag_ == "NNS" and any(c.lower_ in ("a", "an") for c in (*token.children, *governor.children)):
            return None  # "a donors' conference"
        return 7 if token.dep_ == "poss" or token.pos_ == "PROPN" or token.ent_type_ in ("GPE", "NORP") else None
    if token.dep_ in ("dobj", "dative"):
        return 2 if token.lower_ != "it" else None  # "opposed it": the thing
    if token.dep_ in ("nsubj", "nsubjpass"):
        what = any(c.tag_ == "WP" for c in governor.children)  # "refused to do what X had done"
        in_demand = governor.dep_ in ("acl", "ccomp") and governor.head.lemma_.lower() in _SPEECH
        is_inside = in_demand or governor == found.clause or (governor.head == found.clause and not what)
        return 3 if is_inside else None
    if token.dep_ != "pobj":
        return None
    if governor.lower_ in ("by", "from") and any(t.lemma_.lower() in _SPEECH for t in (governor.head, *found.content)):
        return 0
    return _LINKS.get(governor.lower_)


def suffers(token: Token) -> bool:
    """True for X of "the arrest of X", "X's murder", "the invasion of X"."""
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        return token.head.head.lemma_.lower() in _DONE_TO_PEOPLE | _DONE_TO_PLACES
    is_victim = token.dep_ == "poss" and token.head.lemma_.lower() in _DONE_TO_PEOPLE
    return is_victim and not any(c.lower_ == "of" for c in children(token.head, "prep"))


def _is_unlisted(token: Token, rank: int | None) -> bool:
    """True for a name that no list knows, in the surest place."""
    return rank == 0 and token.ent_type_ in ("GPE", "PERSON", "ORG")


def _is_people(token: Token, rank: int | None, trigger: Token) -> bool:
    """True for a people that is no state: "Kurdish broadcasts", "Maoist pressure"; not in a clause of its own."""
    if rank == 0 and {token.lower_, token.lower_ + "s"} & set(lexicon.group_nouns()):
        return True  # "rebel demands"
    if rank is None or token.ent_type_ != "NORP":
        return False
    return not any(t.pos_ == "VERB" for t in token.ancestors if trigger.is_ancestor(t))


def is_author(token: Token, found: Complement) -> bool:
    """True for the one whose words an act answers: X in "X's offer", "a demand by X"."""
    return _rank(token, found) == 0


def _is_about_somebody_else(token: Token, found: Complement, trigger: Token | None) -> bool:
    """True for a word in a clause of its own behind the content's noun: "a plan that would divide Chad"."""
    for above in token.ancestors:
        if above == trigger:
            return False
        if above == token.head.head and token.head.dep_ == "agent":
            continue  # "the ship run by X"
        if above.dep_ == "acl" and above.head.lemma_.lower() in _SPEECH and _has_that(above):
            continue  # "dropped its demand that X leave"
        is_aside = above.dep_ == "advcl" or (above.dep_ in ("relcl", "acl") and not has_to(above))
        if is_aside and above != found.clause:
            return True
        if above == found.clause:
            return False
    return False


def _in_condition(cast: Cast, trigger: Token, own: set[str]) -> Token | None:
    """Return the subject of "if X goes ahead", wherever below the trigger the clause hangs."""
    beside = subtree(trigger.head) if trigger.pos_ == "ADJ" else subtree(trigger)
    for token in beside:
        if token.dep_ != "advcl" or token.i < trigger.i:
            continue
        mark, own_subject = child(token, "mark"), child(token, "nsubj")
        conditional = mark is not None and mark.lower_ in ("if", "unless", "until")
        who = set(cast.who(antecedent(own_subject))) if own_subject is not None else set()
        if conditional and who and not who & own:
            return own_subject
    return None


def _only_saw(token: Token) -> bool:
    """True for the paper of "under a draft seen by the paper"."""
    return token.dep_ == "pobj" and token.head.dep_ == "agent" and token.head.head.lemma_ in _SEEING


def _is_a_judge(token: Token) -> bool:
    """True for the court of "vowed to take the law to court": it is to judge, not to yield."""
    return token.lemma_.lower() == "court" and token.head.lower_ == "to" and token.head.head.lemma_ in ("take", "go")


_SEEING = {"see", "obtain", "review", "publish", "leak", "quote", "cite", "report"}
"""What a newspaper does to a draft."""
_ANSWERING = {"respond", "reply", "react", "listen"}
_WEIGHING = {"consider", "study", "weigh", "examine", "receive", "get", "ignore"}


def written_to(cast: Cast, trigger: Token, own: set[str]) -> Token | None:
    """Return X in "in a letter to X, they demanded a vote"."""
    for phrase in children(trigger, "prep"):
        paper = child(phrase, "pobj") if phrase.lower_ == "in" else None
        whom = prepositional(paper, "to") if paper is not None and paper.lemma_ in _LETTERS else None
        if whom is not None and (who := set(cast.all_of(whom))) and not who & own:
            return whom
    return None


def considering(cast: Cast, noun: Token, own: set[str]) -> Token | None:
    """Return X in "X has yet to respond to a proposal to …", "X is studying their request"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun.head
    is_answering = verb.lemma_ in _ANSWERING if noun.dep_ == "pobj" else verb.lemma_ in _WEIGHING
    if noun.dep_ not in ("pobj", "dobj") or verb.pos_ != "VERB" or not is_answering:
        return None
    doer = surface_subject(verb)
    return doer if doer is not None and (who := set(cast.who(doer))) and not who & own else None


def _after_talks(cast: Cast, trigger: Token, own: set[str]) -> Token | None:
    """Return X in "called off the strike after talks with X"."""
    for phrase in children(trigger, "prep"):
        if phrase.lower_ not in ("after", "following"):
            continue
        for token in subtree(phrase):
            who = set(cast.who(token)) if token.dep_ == "pobj" and token.head.lower_ == "with" else set()
            if who and not who & own:
                return token
    return None


def _blaming(cast: Cast, trigger: Token, own: set[str]) -> Token | None:
    """Return X in "X fined them for refusing to testify"."""
    verb = trigger.head.head
    if trigger.dep_ != "pcomp" or trigger.head.lower_ != "for" or verb.pos_ != "VERB":
        return None
    blaming = subject(verb)
    return blaming if blaming is not None and (who := set(cast.who(blaming))) and not who & own else None


def place_in(words: Iterable[Token]) -> Token | None:
    """Return what a threat is for that is no actor known: Y in "blockade Y", "a curfew in Y", "rallies by Y"."""
    for token in words:
        if token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ in ("by", "against"):
            return token
        if token.ent_type_ in ("GPE", "LOC") and token.dep_ in ("dobj", "pobj") and token.head.lower_ != "from":
            return token
    return None


def _despite(cast: Cast, trigger: Token, own: set[str]) -> Token | None:
    """Return X in "declined to resign despite pressure from X"."""
    for phrase in subtree(trigger):
        word = child(phrase, "pobj") if phrase.lower_ == "despite" else None
        if word is None or word.lemma_.lower() not in _SPEECH:
            continue
        for token in subtree(word):
            who = set(cast.who(token))
            if token.head.lower_ in ("by", "from", "of") and token.dep_ == "pobj" and who and not who & own:
                return token
    return None


def _is_known(cast: Cast, who: set[str]) -> bool:
    """True for a state or person, and for an organisation of which more is known than that it has a name."""
    return any(cast.actors[a].kind in ("state", "person") or cast.actors[a].sector is not None for a in who)


def is_named(cast: Cast, token: Token | None) -> bool:
    """True for a token that names an actor by its name."""
    return token is not None and any(cast.actors[actor_id].named for actor_id in cast.who(token))


def beneficiary(words: Iterable[Token]) -> Token | None:
    """Return for whom an offer is that is no actor known: Y in "to schools", "help farmers", "across the region"."""
    for token in words:
        people = is_human(token) or token.ent_type_ in ("GPE", "LOC", "NORP", "ORG")
        if not people or token.ent_type_ in _TIMES:
            continue
        if token.dep_ == "pobj" and token.head.lower_ in ("to", "for", "across", "in", "among", "with"):
            return token
        helper = token.head.head if token.dep_ == "nsubj" else token.head
        if token.dep_ in ("dobj", "dative", "nsubj") and helper.lemma_ in _HELPING and helper.i < token.i:
            return token
    return None


def people_in(words: Iterable[Token]) -> Token | None:
    """Return the people or place that a concession is for where they are no known actor: "gave women the vote"."""
    words = list(words)
    given = [t for t in words if t.dep_ == "dative" or (t.dep_ == "pobj" and t.head.lower_ in ("to", "for", "with"))]
    for token in [*given, *words]:
        is_people = token.lower_ in lexicon.group_nouns() or token.lower_ in lexicon.offices()
        if is_people and token.dep_ in ("dative", "pobj", "dobj", "poss"):
            return token
    return place_in(words)


def is_mutual(cast: Cast, act: Act) -> bool:
    """True for "X and Y agreed to …", "X and Y signed a pact": each is the other's counterpart."""
    named = [actor_id for actor_id in act.issuers if cast.actors[actor_id].named]
    others = [actor_id for actor_id in act.addressees if cast.actors[actor_id].named]
    inner = child(act.token, "xcomp", "advcl")
    is_dealing = act.act == "CONSULT" or (inner is not None and inner.lemma_ in _DEALING)
    is_kind = act.act in ("ACCEPT", "SUPPORT", "CONSULT")
    return is_kind and not others and (len(named) > 1 or (is_dealing and len(act.issuers) > 1))
