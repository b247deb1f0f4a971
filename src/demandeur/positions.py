"""Positions: where the text shows an actor's side on an issue, each a piece of evidence for a stance.

An act shows the side of its issuers on what its content speaks of (``demandeur.act_positions``); a word that governs
the issue, that of its subject, owner or speaker (``demandeur.leaning``); a word of judgement, that of the one who says
it. Of several of an actor's on an issue in one sentence the strongest counts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.act_positions import BLAMED, find_act_positions
from demandeur.bargains import with_terms
from demandeur.bylines import author_of
from demandeur.cast import Cast
from demandeur.condition_marks import is_tied
from demandeur.conditions import is_bound
from demandeur.contested import is_beside_the_point, is_within_another
from demandeur.echoes import find_echoes
from demandeur.grammar import child, children, sentence_of, sentence_text, span_of, text_of, words_of
from demandeur.holders import is_of_ones_own, is_ones_own
from demandeur.issue_mentions import EXACT, POINTING, POINTING_NOUNS, SURENESS, IssueMention, find_issue_mentions
from demandeur.issues import Issues
from demandeur.leaning import Hold, holds
from demandeur.lexicon.leanings import DEED, JUDGED, OUGHT, SIDE, SPEAKS
from demandeur.position import Position
from demandeur.questions import is_put_in_question
from demandeur.readings import read_positions
from demandeur.realis import realis
from demandeur.represented import of_principals
from demandeur.rules import declare
from demandeur.stance_weights import rule_weight
from demandeur.statement import Statement
from demandeur.takers import actors_of
from demandeur.topics import find_bare_sides, find_topic_positions
from demandeur.verdicts import judged
from demandeur.viewpoints import agreeing, is_laid_to_oneself, source, viewpoint

declare(
    "position.side",
    "a word that takes sides on an issue: oppose, back, support for, against",
    catches=("Ana Reyl voted against the sanctions.", "Norway has doubts about the ceasefire."),
    spares=("Norway discussed the sanctions.", "The sanctions are old."),
)
declare(
    "position.deed",
    "what somebody does to an issue: launch, break, block, declare it",
    catches=("Norway ruined the ceasefire.", "The ceasefire declared by Norway failed."),
    spares=("Norway must end the war.", "The war ended."),
)
declare(
    "position.person",
    "a noun for somebody with a side: a critic, a champion of something",
    catches=("Ana Reyl is a critic of the sanctions.",),
    spares=("Ana Reyl is a student of sanctions.",),
)
declare(
    "position.ought",
    "what a speaker says ought to be",
    catches=("“The sanctions should have stayed in place,” Ana Reyl said.",),
    spares=("The sanctions should have stayed in place.",),
)
declare(
    "position.judge",
    "a speaker's word of judgement on an issue: a disaster, crucial, only worsens",
    catches=("Ana Reyl called the sanctions a disaster.", "“The sanctions are a mistake,” Ana Reyl said."),
    spares=("“The sanctions are a law,” Ana Reyl said.",),
)
declare(
    "position.speaks",
    "an issue that a speaker speaks of, or that is somebody's own, without a word against it: thin evidence for it",
    catches=("Ana Reyl said the sanctions began in May.", "Ana Reyl's sanctions began in May."),
    spares=("The sanctions began in May.", "Norway accounts for most of the sanctions."),
)
_SETTING = {"set", "lay", "name", "attach", "outline"}
"""What one does with conditions."""
_NEAR, _LEAST = 6, 0.4
"""Steps up the sentence within which a word takes a plain side, and the least size of a plain position."""
_CONCEDING = {"although", "though"}
_CONCEDED = 0.25
"""How much of its weight a side keeps that is only conceded."""
_CONTRASTING = {"while", "whereas", "although", "though"}


def find_positions(
    doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act], issues: Issues
) -> list[Position]:
    """Return the positions in reading order.

    Args:
        doc: the parsed article.
        cast: its actors and mentions; one that only its side shows to be an actor is added.
        statements: who said what.
        acts: the document's acts, numbered.
        issues: the issues to look for.
    """
    mentions = [m for m in find_issue_mentions(doc, issues) if not _is_actor(cast, m)]
    author = author_of(doc, cast) if mentions else None
    if not issues.are_the_readers:
        roots = {m.root.i for m in mentions}
        mentions = [m for m in mentions if not (is_beside_the_point(m) or is_within_another(m.root, roots))]
        return _plain_positions(doc, cast, statements, acts, mentions, author)
    found = list(find_act_positions(cast, acts, mentions))
    told = []  # of the others a rule saw that they show no side
    for mention in mentions:
        sides = list(holds(mention))
        if sides or is_put_in_question(mention.root):
            told.append(mention)
            found.extend(_by_words(cast, statements, mention, author, sides))
    known = {(p.actor_id, p.issue) for p in found if p.rule != f"position.{SPEAKS}"}
    found.extend(find_topic_positions(doc, statements, mentions, known))
    found.extend(find_bare_sides(doc, cast, mentions, known))
    found.extend(find_echoes(doc, cast, found))
    found = _strongest(doc, found)
    found.extend(of_principals(cast, found))
    read = _strongest(doc, read_positions(cast, statements, acts, told, found))
    found = [*found, *read, *of_principals(cast, read, found)]
    return sorted(with_terms(doc, cast, statements, found), key=_by_place)


def _plain_positions(
    doc: Doc,
    cast: Cast,
    statements: list[Statement],
    acts: list[Act],
    mentions: list[IssueMention],
    author: str | None,
) -> list[Position]:
    """Return the positions on issues that no reader named: these have to be plain, by an act or by a word nearby.

    Judged blind on 230 stances of 120 articles, faint positions and deeds were wrong in most cases; so these, what only
    points to an issue, and blame don't count.
    """
    named = {mention.issue for mention in mentions}
    found = [p for p in find_act_positions(cast, acts, mentions) if p.issue in named and p.rule != BLAMED]
    for mention in (m for m in mentions if m.how == EXACT):
        sides = [hold for hold in holds(mention, _NEAR) if hold.how not in (SPEAKS, DEED) and hold.steps <= _NEAR]
        found.extend(_by_words(cast, statements, mention, author, sides))
    found.extend(find_bare_sides(doc, cast, mentions, {(p.actor_id, p.issue) for p in found}))
    found = _strongest(doc, [p for p in found if p.conditional or abs(p.score) >= _LEAST])
    return sorted([*found, *of_principals(cast, found)], key=_by_place)


def _strongest(doc: Doc, found: Iterable[Position]) -> list[Position]:
    """Return the strongest position of each actor on each issue in a sentence."""
    best: dict[tuple[str, str, int], Position] = {}
    for position in found:
        sentence = sentence_of(doc.char_span(*position.cue, alignment_mode="expand")[0]).start
        key = (position.actor_id, position.issue, sentence)
        if key not in best or abs(position.score) > abs(best[key].score):
            best[key] = position
    return list(best.values())


def _is_actor(cast: Cast, mention: IssueMention) -> bool:
    """True for an "it" that does something: it is one who was named before."""
    return mention.how == POINTING and mention.root.dep_ == "nsubj" and bool(cast.who(mention.root))


def _by_place(position: Position) -> tuple[int, str, str]:
    return (position.cue[0], position.actor_id, position.issue)


def _by_words(
    cast: Cast, statements: list[Statement], mention: IssueMention, author: str | None, found: list[Hold]
) -> Iterator[Position]:
    """Yield the sides that the words around a mention show."""
    statement = _statement_at(statements, mention.root.idx)
    speakers = list(statement.speakers) if statement is not None else viewpoint(cast, sentence_of(mention.root))
    if not speakers and statement is None and author is not None:
        speakers = [author]
    if statement is not None and statement.cue is None:
        speakers = source(cast, sentence_of(mention.root)) or speakers
        speakers = [*speakers, *agreeing(cast, sentence_of(mention.root))]
    is_others_deed = False
    for hold in found:
        if hold.holder is not None:
            actors = speakers if speakers and is_ones_own(hold.holder) else actors_of(cast, hold)
            if hold.how != SPEAKS and is_of_ones_own(hold.holder):
                theirs = cast.who(child(hold.holder, "poss"))
                actors = [*actors, *(one for one in speakers if one in theirs and one not in actors)]
            if _is_denied(hold, mention) or (hold.how in (DEED, SIDE) and _is_only_supposed(hold.cue)):
                continue
            if is_laid_to_oneself(cast, hold.holder, hold.cue, actors):
                continue
            is_others_deed = is_others_deed or not set(actors) & set(speakers)
            if hold.how == SPEAKS and hold.holder.dep_ == "poss" and mention.root.lower_ in POINTING_NOUNS:
                hold = replace(hold, how=DEED)  # "Reyl's plan"
            if hold.how == SPEAKS:
                actors = [one for one in actors if _speaks(statements, one) or _owns(cast, one, hold.holder)]
            yield from _positions(hold, actors, mention, statement)
        elif speakers and not (statement is not None and _is_only_supposed(statement.cue_token)):
            said = _as_said(statement, mention, hold, is_others_deed)
            if said is not None and not _is_denied(said, mention):
                yield from _positions(said, speakers, mention, statement)


def _speaks(statements: list[Statement], actor_id: str) -> bool:
    return any(actor_id in statement.speakers for statement in statements)


def _owns(cast: Cast, actor_id: str, holder: Token) -> bool:
    """True for Reyl in "Reyl's trial": who only has to do with it, and says nothing, stands nowhere."""
    return holder.dep_ == "poss" and cast.actors[actor_id].kind in ("person", "organisation")


def _is_denied(hold: Hold, mention: IssueMention) -> bool:
    """True for "said that it was no factor in it", "has not read it": no word of these takes a side."""
    return hold.how == SPEAKS and hold.side != mention.sign and hold.cue == mention.root


def _is_only_supposed(deed: Token | None) -> bool:
    """True for the drops of "they will stay until the board drops it", "if the board drops it"."""
    if deed is None:
        return False
    while deed.dep_ in ("xcomp", "conj") and deed.head.pos_ == "VERB" and child(deed, "mark") is None:
        deed = deed.head  # "unless they agree to open it", "if they wait and open it"
    mark = child(deed, "mark") if deed.dep_ == "advcl" else None
    return mark is not None and mark.lower_ != "for" and realis(deed) == "hypothetical"


def _positions(hold: Hold, actors: list[str], mention: IssueMention, statement: Statement | None) -> Iterator[Position]:
    rule = f"position.{hold.how}"
    sure = SURENESS[mention.how] * (_CONCEDED if hold.how != DEED and _is_conceded(mention.root) else 1)
    score = round(hold.side * rule_weight(rule) * sure, 3)
    sentence = sentence_of(mention.root)
    words = sentence_text(mention.root)
    is_deed = hold.how == DEED and (realis(hold.cue) != "done" or hold.cue.lemma_ in _SETTING)
    may_be_bound = hold.how in (SIDE, OUGHT, JUDGED) or is_deed
    bound = hold.conditional or _is_bound(hold.cue, mention) or is_tied(hold.cue)
    conditional = score > 0 and may_be_bound and bound
    evidence = (sentence.start_char, sentence.start_char + len(words.rstrip()))
    for actor_id in actors:
        yield Position(
            actor_id, mention.issue, score, conditional, rule, span_of(hold.cue), evidence, statement=statement
        )


def _is_conceded(word: Token) -> bool:
    """True for the toll of "although the toll is dear, it is needed": the other half weighs more."""
    if words_of(word.doc).keys().isdisjoint(_CONCEDING):
        return False
    return any(
        node.dep_ == "advcl" and any(c.lower_ in _CONCEDING for c in children(node, "mark"))
        for node in (word, *word.ancestors)
    )


def _is_bound(cue: Token, mention: IssueMention) -> bool:
    """True where the words around a cue set terms; of a "while …" clause its own, for the other half may set some."""
    start, words = sentence_of(cue).start_char, sentence_text(cue)
    for node in (cue, *cue.ancestors):
        if node.dep_ == "advcl" and any(c.lower_ in _CONTRASTING for c in children(node, "mark", "advmod")):
            start, last = node.left_edge.idx, node.right_edge
            words = text_of(node.doc)[start : last.idx + len(last)]
            break
    return is_bound(words, mention.start - start)


def _as_said(statement: Statement | None, mention: IssueMention, hold: Hold, is_others_deed: bool) -> Hold | None:
    """Return the side of the one who says the sentence: what others do tells only by how it is judged."""
    if hold.how == JUDGED or (hold.how not in (SPEAKS, DEED) and not is_others_deed):
        return hold
    words = [t for t in sentence_of(mention.root) if not mention.start <= t.idx < mention.end]
    if statement is not None:
        words = [t for t in words if statement.holds(t.idx)]
    words = [t for t in words if not _is_of_another(t, mention)]
    side, cue = judged(words, mention.root)
    if side:
        return replace(hold, side=side * hold.side, how=JUDGED, cue=cue)
    return None if is_others_deed else replace(hold, how=SPEAKS, cue=mention.root)


def _is_of_another(word: Token, mention: IssueMention) -> bool:
    """True for the reckless of "the law ends reckless lending": it says how something else is."""
    noun = word.head
    if word.dep_ == "acomp" and any(p.is_ancestor(mention.root) for p in children(word, "prep")):
        own = child(noun, "nsubj")
        return own is not None and (
            own.ent_type_ == "PERSON" or own.lower_ in ("he", "she", "they")
        )  # "was wrong about"
    if word.dep_ not in ("amod", "compound", "nmod") or noun.dep_ in ("attr", "oprd", "appos", "ROOT"):
        return False
    return not (mention.start <= noun.idx < mention.end or noun.is_ancestor(mention.root))


def _statement_at(statements: list[Statement], offset: int) -> Statement | None:
    """Return the innermost statement whose speaker is known around a place."""
    return min((s for s in statements if s.speakers and s.holds(offset)), key=_length, default=None)


def _length(statement: Statement) -> int:
    return statement.spans[-1][1] - statement.spans[0][0]
