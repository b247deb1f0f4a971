"""Speech acts: counts of how well the acts of single sentences were found.

acts: for each label, is there an act of it (detection), and does one have the right issuer, the right addressee, both?
A side is right when it shares a content word with the gold's texts, by its words, its actor's name or an alias, or has
the gold's country code. Where the gold names nobody, nobody is needed. A sentence often holds more acts than the one in
the gold, so that what counts as false may be right.

pairs: both sides are given. The act whose sides fit best, the issuer counting twice, lends its label; no fit is
"other", and so is every label of the gold that is no speech act. CONCEDE and RETREAT are one label, YIELD.

OFFER and ACCEPT are the one label AGREE in both.
"""

from collections import Counter
from typing import Any

from demandeur.evaluation.act_gold import ActSentence
from demandeur.evaluation.reliability import Judged
from demandeur.evaluation.sides import ADDRESSEES, ISSUERS, Sides
from demandeur.evaluation.wordsets import content_words

Row = dict[str, Any]

LABELS = ("REQUEST", "REJECT", "THREATEN", "AGREE", "ACCUSE", "SUPPORT", "CONCEDE", "CONSULT")
PAIR_LABELS = ("REQUEST", "REJECT", "THREATEN", "AGREE", "ACCUSE", "SUPPORT", "CONSULT", "YIELD")
OTHER = "other"
_ONE_LABEL = {"OFFER": "AGREE", "ACCEPT": "AGREE"}
_ONE_PAIR_LABEL = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def label_of(act: str) -> str:
    """Return the label under which the gold of sentences has an act."""
    return _ONE_LABEL.get(act, act)


def _pair_label(act: str) -> str:
    label = label_of(act)
    return _ONE_PAIR_LABEL.get(label, label)


def count_acts(gold: ActSentence, rows: dict[str, list[Row]]) -> dict[str, Counter]:
    """Return the counts of one sentence for each label: predicted, gold, found, issuer, addressee, both.

    Args:
        gold: the sentence with its act.
        rows: what was found in it: the tables ``acts`` and ``actors`` of an analysis, as rows.
    """
    sides = Sides(rows["actors"])
    counts = {}
    for name in LABELS:
        found = [act for act in rows["acts"] if label_of(act["act"]) == name]
        count = counts[name] = Counter({"predicted": bool(found)})
        if label_of(gold.act) != name:
            continue
        fits = [_fits(sides, act, gold) for act in found]
        count.update({"gold": 1, "found": bool(found)})
        count["issuer"] = any(who for who, _ in fits)
        count["addressee"] = any(whom for _, whom in fits)
        count["both"] = any(who and whom for who, whom in fits)
    return counts


def _fits(sides: Sides, act: Row, gold: ActSentence) -> tuple[bool, bool]:
    return (
        sides.fit(act, ISSUERS, gold.issuer, gold.issuer_code),
        sides.fit(act, ADDRESSEES, gold.addressee, gold.addressee_code),
    )


def judge_acts(gold: ActSentence, rows: dict[str, list[Row]]) -> list[Judged]:
    """Return the acts that the gold can judge, each right or wrong.

    The gold has one act of a sentence that may hold several, so only an act whose trigger shares a word with the gold's
    is judged. It is right with the gold's label and both sides right.
    """
    sides = Sides(rows["actors"])
    triggers = frozenset().union(*map(content_words, gold.trigger))
    judged = []
    for act in rows["acts"]:
        if triggers & content_words(act["trigger"] or ""):
            judged.append(Judged(act, label_of(act["act"]) == label_of(gold.act) and all(_fits(sides, act, gold))))
    return judged


def count_pair(gold: ActSentence, rows: dict[str, list[Row]]) -> Counter:
    """Return the counts of one pair: ``gold LABEL``, ``predicted LABEL`` and, if they agree, ``right LABEL``."""
    sides = Sides(rows["actors"])
    best, value = OTHER, 0
    for act in rows["acts"]:
        fit = 2 * sides.fit(act, ISSUERS, gold.issuer) + sides.fit(act, ADDRESSEES, gold.addressee)
        if fit > value:
            best, value = _pair_label(act["act"]), fit
    wanted = _pair_label(gold.act)
    wanted = wanted if wanted in PAIR_LABELS else OTHER
    count = Counter({f"gold {wanted}": 1, f"predicted {best}": 1})
    if best == wanted:
        count.update({f"right {wanted}": 1, "right": 1})
    return count
