"""What the validation notebook shows of acts: finding, scores, errors, reliability, single sentences."""

from collections import Counter

import pytest

from demandeur.article import Article
from demandeur.evaluation import showing_acts
from demandeur.evaluation.measuring import Measured
from demandeur.evaluation.reliability import Judged
from demandeur.evaluation.scores import act_scores, ledger_scores, pair_scores, reliability_scores
from demandeur.evaluation.showing import NOT_MEASURED

ARTICLES = (Article.from_text("One."), Article.from_text("Two."))
JUDGED = [[Judged({"confidence": 0.8}, True)], [Judged({"confidence": 0.8}, False)]]


def ledger(*, missed=1, answered="right unanswered") -> Measured:
    """Return a ledger of two articles: four requests, one with a wrong addressee, and two offers, one of them extra."""
    parts = {
        "detection": 4 - missed,
        "who": 4 - missed,
        "whom": 3 - missed,
        "what": 4 - missed,
        "all three": 3 - missed,
    }
    request = Counter({"gold": 4, "predicted": 4 - missed, **parts})
    offer = Counter(gold=1, predicted=2, extra=1, detection=1, who=1, whom=1, what=1) + Counter({"all three": 1})
    counts = [{"REQUEST": request, "OFFER": offer}, {"REQUEST": Counter(), "OFFER": Counter()}]
    answers = [Counter({"gold unanswered": 2, "predicted unanswered": 2, answered: 1}), Counter()]
    scores = ledger_scores(counts, answers) | {"reliability": reliability_scores(JUDGED)}
    return Measured("ledger", "my <gold>", ARTICLES, "m", scores, (), ())


def sentences() -> tuple[Measured, Measured]:
    """Return acts and pairs of two sentences: a request with a wrong issuer, and a refusal that was missed."""
    request = Counter(gold=1, predicted=1, found=1, addressee=1)
    acts = [{"REQUEST": request, "REJECT": Counter()}, {"REQUEST": Counter(), "REJECT": Counter(gold=1)}]
    acts = [
        {name: Counter() for name in ("THREATEN", "AGREE", "ACCUSE", "SUPPORT", "CONCEDE", "CONSULT")} | row
        for row in acts
    ]
    pairs = [Counter({"gold REQUEST": 1, "predicted REQUEST": 1, "right REQUEST": 1, "right": 1})]
    pairs.append(Counter({"gold REJECT": 1, "predicted other": 1}))
    scores = act_scores(acts) | {"reliability": reliability_scores(JUDGED)}
    return (
        Measured("acts", "s.jsonl", ARTICLES, "m", scores, (), ()),
        Measured("pairs", "s.jsonl", ARTICLES, "m", pair_scores(pairs), (), ()),
    )


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({}, "4 are found, 3 with the right issuer, addressee and content. Most frequent error: “missed”, “extra”, "),
        (
            {"missed": 2},
            "3 are found, 2 with the right issuer, addressee and content. Most frequent error: “missed”, two times.",
        ),
    ],
)
def test_the_finding_counts_acts_and_names_the_most_frequent_error(change, text):
    assert f"Of five acts of all kinds in two articles, {text}" in showing_acts.acts_finding(ledger(**change)).text


def test_each_kind_of_act_has_its_parts_in_percent_of_the_gold():
    shown = showing_acts.acts_table(ledger())
    assert shown.text.splitlines() == [
        "Act REQUEST · In the gold 4 · Found 75 (75–75) · Issuer right 75 (75–75) · Addressee right 50 (50–50) · "
        "Content right 75 (75–75) · All right 50 (50–50) · Precision 100 (100–100) of 3",
        "Act OFFER · In the gold 1 · Found 100 (100–100) · Issuer right 100 (100–100) · "
        "Addressee right 100 (100–100) · Content right 100 (100–100) · All right 100 (100–100) · "
        "Precision 50 (50–50) of 2",
    ]
    assert "my &lt;gold&gt;" in shown.html


def test_errors_are_counted_out_of_those_that_could_be_made():
    assert showing_acts.errors_table(ledger()).text.splitlines() == [
        "Act REQUEST · Missed 1 of 4 · Extra 0 of 3 · Wrong issuer 0 of 3 · Wrong addressee 1 of 3 · "
        "Wrong content 0 of 3 · Wrong answer 1 of 2",
        "Act OFFER · Missed 0 of 1 · Extra 1 of 2 · Wrong issuer 0 of 1 · Wrong addressee 0 of 1 · "
        "Wrong content 0 of 1 · Wrong answer –",
        "Act All · Missed 1 of 5 · Extra 1 of 5 · Wrong issuer 0 of 4 · Wrong addressee 1 of 4 · "
        "Wrong content 0 of 4 · Wrong answer 1 of 2",
    ]


def test_single_sentences_show_acts_errors_reliability_and_pairs():
    shown = showing_acts.sentences(*sentences())
    assert "Act REQUEST · In the gold 1 · Found 100 (100–100) · Issuer right 0 (0–0)" in shown.text
    assert "Act All · Missed 1 of 2 · Wrong issuer 1 of 1 · Wrong addressee 0 of 1" in shown.text
    assert "Extra" not in shown.text
    assert "in two sentences of s.jsonl" in shown.html
    assert 'id="picture-reliability-acts"' in shown.html
    assert '<td role="cell" data-column="F1"><div>50.0 (0.0–50.0)</div></td>' in shown.html


def test_what_was_not_measured_says_so():
    one, other = None, None
    parts = (showing_acts.acts_finding, showing_acts.acts_table, showing_acts.errors_table)
    assert {part(one).text for part in parts} == {NOT_MEASURED}
    assert showing_acts.reliability_picture(one).text == showing_acts.sentences(one, other).text == NOT_MEASURED
