"""What the validation notebook shows: computed sentences, and tables in which no word of an article is markup."""

import pytest

from demandeur.article import Article
from demandeur.evaluation.comparison import Finding
from demandeur.evaluation.estimates import estimate_agreement, estimate_share
from demandeur.evaluation.measuring import Measured
from demandeur.evaluation.rulebook import RuleCheck, check_rules, rules_fired
from demandeur.evaluation.showing import disagreements_table, findings, provenance, rules_table, scores_table
from demandeur.rules import Rule

RULE = Rule("test.urge", "who <urges> whom", catches=("Velgia urged & pressed.",), spares=("He urges on.", "An urge."))
ARTICLES = (Article.from_text("One."), Article.from_text("Two."))


def measured(hits=3, predicted=3, right=3, disagreements=(), failures=()) -> Measured:
    scores = {"found": estimate_agreement([hits, 0], [predicted, 0], [2, 1])}
    scores["all four"] = estimate_share([right, 0], [2, 1])
    return Measured("demands", "gold", ARTICLES, "en_core_web_sm 3.8.0", scores, disagreements, failures)


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (
            RuleCheck(RULE, (), ()),
            "One rule: all 1 sentences that they must catch are caught, all 2 near-misses are left alone.",
        ),
        (
            RuleCheck(RULE, RULE.catches, RULE.spares[:1]),
            "One rule: 0 of 1 sentences that they must catch are caught, 1 of 2 near-misses are left alone.",
        ),
    ],
)
def test_the_findings_say_how_many_sentences_the_rules_do_right(check, sentence):
    assert findings([check], measured()).text.startswith(sentence)


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ((3, 3, 3), "all 3 are found, all 3 with the right issuer, addressee, content and status, and none were found"),
        ((2, 3, 1), "2 of 3 are found, 1 of 3 with the right issuer, addressee, content and status, and one was found"),
    ],
)
def test_the_findings_say_how_many_demands_are_found(numbers, sentence):
    text = findings([], measured(*numbers)).text
    assert f"Careful readers saw three demands in two articles: {sentence} that they did not see." in text


def test_a_rule_shows_its_sentences_as_words_and_whether_it_holds():
    shown = rules_table([RuleCheck(RULE, (), ()), RuleCheck(RULE, RULE.catches, ())])
    assert "who &lt;urges&gt; whom" in shown.html
    assert "<p>Velgia urged &amp; pressed.</p>" in shown.html
    assert shown.text.splitlines() == ["test.urge (holds): who <urges> whom", "test.urge (fails): who <urges> whom"]


def test_scores_have_their_intervals_and_what_was_not_measured_says_so():
    shown = scores_table(measured(2, 4, 1))
    assert "66.7 (0.0–100.0)" in shown.html
    assert "2 of 4 found, 3 in the gold" in shown.html
    assert "demands found" in shown.text
    assert scores_table(None).text == "No gold was named for this, so nothing was measured."


def test_disagreements_are_told_in_words_or_that_there_are_none():
    finding = Finding("demands", "D2", "missed", "not found: <b> → 'go'")
    shown = disagreements_table(measured(disagreements=(("dam", finding),)))
    assert "not found: &lt;b&gt;" in shown.html
    assert shown.text == "dam · D2 · missed · not found: <b> → 'go'"
    assert disagreements_table(measured()).text.startswith("Every demand was read as the gold has it")


def test_provenance_names_gold_texts_model_and_seed_but_no_path():
    text = provenance(measured(failures=("b: it failed.",)), None).text
    assert "Gold for demands: gold, two articles" in text
    assert "Failed: b: it failed." in text
    assert "bootstrap over articles" in text
    assert "/" not in text
    other = Measured("demands", "gold", ARTICLES[:1], "m", {}, (), ())
    assert provenance(other).text.splitlines()[1] != text.splitlines()[1]


def test_rules_that_fired_are_those_of_the_rows():
    assert "actor.lexicon" in rules_fired("Norway offered help.")
    assert rules_fired("It rained.") == set()


def test_a_rule_that_does_not_keep_its_promise_is_found_out(monkeypatch):
    rule = Rule("actor.lexicon", "a state", catches=("Norway came.", "It rained."), spares=("Chad left.", "It snowed."))
    monkeypatch.setattr("demandeur.evaluation.rulebook.REGISTRY", {rule.id: rule})
    [check] = check_rules()
    assert (check.missed, check.caught, check.holds) == (("It rained.",), ("Chad left.",), False)
