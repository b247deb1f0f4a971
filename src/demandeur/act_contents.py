"""Act contents: where an issue stands in an act's content, and which side the words up to the trigger are on."""

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.climbing import is_aim, is_denied_charge, is_means, is_quarrel, is_whence, noun_before, outcome
from demandeur.denials import denied, is_excluded
from demandeur.grammar import SUBJECTS, child, children
from demandeur.issue_mentions import POINTING_NOUNS, IssueMention
from demandeur.lexicon import speech
from demandeur.negation import is_negated, shares_its_not
from demandeur.punishing import is_grounds
from demandeur.questions import MINDING
from demandeur.side_words import ends_itself, leaning_of, says_the_same
from demandeur.statement import Span
from demandeur.unsided import CLAIMS, is_talked_of

_SUSPECTED = {"accuse", "convict", "suspect", "charge", "acquit"}
_BY = {"through", "by", "via", "during", "within"}
"""What means stand behind: no part of the noun before."""
_ALONGSIDE = ("conj", "appos", "compound", "amod", "nmod", "poss", "nsubj", "csubj")


def is_aside(mention: IssueMention, act: Act) -> bool:
    """True for what a content says only beside: in an "if" or "lest" clause, or in words that somebody claims."""
    for node in (mention.root, *mention.root.ancestors):
        if node == act.token or not act.content[0] <= node.idx < act.content[1]:
            return False
        if node.dep_ == "advcl" and child(node, "mark") is not None:
            return True
        if _is_beside(node, act):
            return True
        if is_talked_of(node):
            return True  # "asked for an opinion on it"
        claimed = node.dep_ == "ccomp" and node.head != act.token
        if claimed and (node.head.lemma_.lower() in speech.reporting_verbs() or node.head.lemma_ in MINDING):
            return True
    return False


def _is_beside(node: Token, act: Act) -> bool:
    """True for what the content only has along with it.

    What others did, "cars that broke the rules", "a sheriff accused of it"; "in a bid to keep it"; "but would back it";
    what the claim says that is dismissed.
    """
    above = node.head
    if node.dep_ == "relcl" and any(c.tag_ == "WDT" for c in children(node, *SUBJECTS)):
        own = leaning_of(above)
        is_plan = above.lower_ in POINTING_NOUNS or (own is not None and own.side)
        return act.act not in ("ACCUSE", "SUPPORT") and not is_plan
    if node.dep_ == "acl" and node.tag_ == "VBN" and node.lemma_ in _SUSPECTED:
        return True
    if node.dep_ == "prep" and (is_whence(node) or _is_by_way_of(node)):
        return True
    if is_quarrel(node) or is_denied_charge(node):
        return True
    if is_aim(node):
        return act.act in ("REJECT", "THREATEN", "ACCUSE")
    if node.dep_ == "conj" and above == act.token and any(c.lower_ == "but" for c in children(above, "cc")):
        return bool(children(node, "aux"))
    is_claim = node.dep_ in ("ccomp", "acl") and above.pos_ == "NOUN" and above.lemma_ in CLAIMS
    return is_claim and act.act == "REJECT"


def _is_by_way_of(preposition: Token) -> bool:
    """True for the in of "will send no team in a boycott of the games": how it is refused, not what."""
    way = child(preposition, "pobj") if preposition.lower_ == "in" else None
    return way is not None and way.lemma_ in ("boycott", "protest", "strike", "row", "dispute")


def is_what_is_refused(act: Act) -> bool:
    """True for the sign of "will not sign it", not for the reject of "rejects it", the renege of "reneged on it"."""
    inside = act.content is not None and act.content[0] <= act.token.idx < act.content[1]
    is_going = act.token.dep_ == "xcomp" and act.token.head.lower_ == "going"
    return inside and is_negated(act.token.head if is_going else act.token)


def place_of(mention: IssueMention, act: Act) -> int:
    """Return where a mention stands; that of the subject of what is to be done, with its verb."""
    root = mention.root
    return root.head.idx if root.dep_ in SUBJECTS and root.head != act.token else root.idx


def _turn(node: Token, above: Token, act: Act) -> int:
    """Return −1 where the word above ends or harms what a word of the content says, else 1."""
    if node.dep_ == "nsubj":
        goes_on = (
            above.pos_ == "AUX" and act.token.dep_ == "conj" and act.token.head == above
        )  # "is illegal and must stop"
        return -1 if ends_itself(act.token if goes_on else above) else 1
    entry = leaning_of(above, node)
    if above.lower_ == "without" or (above.lower_ == "gone" and node.dep_ == "nsubjpass"):
        return -1  # "if the pickets were gone"
    if is_grounds(node, above):
        return -1  # "demanded that he be sacked over it"
    if is_means(node):
        return 1  # "broke the rules by using force"
    turns = node.dep_ not in _ALONGSIDE and entry is not None and entry.side < 0
    return -1 if turns and not says_the_same(node, above, entry) else 1  # "her fight against it" is against it once


def _denies_within(word: Token, span: Span) -> bool:
    """True where the "not" of a word stands among the words of the span itself."""
    return any(span[0] <= c.idx < span[1] for c in children(word, "neg"))


def side_within(mention: IssueMention, span: Span, act: Act) -> int:
    """Return which side the words of a span of the act are on."""
    side, node, below = mention.sign, mention.root, None
    start, end = span
    while start <= node.idx < end or node == mention.root:
        # "there will be no apology" refuses one, not none; so does "decided not to apologise"
        refused = act.act == "REJECT" and (node.pos_ == "NOUN" or not _denies_within(node, span))
        counted = below is not None and below.dep_ == "conj" and shares_its_not(below)
        if node != act.token and not refused and not counted and denied(node, mention):
            side = -side
        side = -side if is_excluded(node) else side  # "should build schools, not the tunnel"
        above = node.head
        if node.dep_ == "prep" and above.pos_ == "VERB" and node.lower_ not in _BY:
            above = noun_before(node) or above  # "take back the threat to it"
        if above == node or not start <= above.idx < end:
            return side
        done = outcome(above, node) if node.dep_ == "dobj" else None  # "wants the fence taken down"
        if done is not None and (entry := leaning_of(done, node)) is not None and entry.side < 0:
            side = -side
        says_it = above == act.token and act.act == "REJECT" and not is_what_is_refused(act)  # the kind says it
        side *= 1 if says_it else _turn(node, above, act)
        if above == act.token:
            is_kept_from = act.act == "REQUEST" and _denies_within(above, span)  # "must not happen"
            return -side if is_kept_from and denied(above, mention) else side
        node, below = above, node
    return side
