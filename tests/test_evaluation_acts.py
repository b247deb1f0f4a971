"""Gold for acts: what is read from it, what is refused, what counts as right, and how confidences are judged."""

import json

import numpy as np
import pytest

from demandeur.article import Article, InputError
from demandeur.evaluation.act_gold import ActSentence, read_act_sentences
from demandeur.evaluation.act_ledgers import read_act_ledgers
from demandeur.evaluation.estimates import estimate_calibration_error, estimate_macro_f1
from demandeur.evaluation.gold_act import ActLedger, GoldAct
from demandeur.evaluation.ledgers import LedgerMatching
from demandeur.evaluation.measuring import measure
from demandeur.evaluation.reliability import Judged
from demandeur.evaluation.scores import as_data, as_lines, ledger_scores, pair_scores, reliability_scores
from demandeur.evaluation.speech_acts import count_acts, count_pair, judge_acts
from demandeur.tables import complete

TEXT = "Velgia urged Karstania to open the sluices by noon. Karstania refused to open them, and you know it."
ACTORS = complete(
    "actors",
    [
        {"actor_id": "velgia", "name": "Velgia", "country": "VLG", "aliases": ["Tolm"]},
        {"actor_id": "karstania", "name": "Republic of Karstania", "country": "KRS", "aliases": ["Karstania"]},
    ],
)


def span(words: str) -> tuple[int, int]:
    return (TEXT.index(words), TEXT.index(words) + len(words))


def act(
    kind="REQUEST", trigger="urged", content="open the sluices", who=("velgia",), whom=("karstania",), **more
) -> dict:
    row = {"act": kind, "trigger": trigger, "issuers": list(who), "addressees": list(whom), "confidence": 0.75}
    for name, words in (("trigger", trigger), ("content", content)):
        if words:
            row |= {f"{name}_start": span(words)[0], f"{name}_end": span(words)[1]}
    return complete("acts", [row | more])[0]


def tables(*acts, demands=()) -> dict[str, list[dict]]:
    return {"actors": ACTORS, "acts": list(acts), "demands": list(demands)}


def gold_act(**change) -> GoldAct:
    given = {
        "act": "REQUEST",
        "issuers": ("Velgia",),
        "addressees": ("Karstania",),
        "may_be_open": False,
        "optional": False,
        "evidence": span("Velgia urged Karstania"),
        "contents": (span("open the sluices"),),
        "answer": None,
    }
    return GoldAct(**given | change)


def matching(gold: list[GoldAct], *acts, demands=()) -> LedgerMatching:
    return LedgerMatching(ActLedger(Article.from_text(TEXT), tuple(gold)), tables(*acts, demands=demands))


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (act(), {"detection", "who", "whom", "what", "all three"}),
        (act(who=["karstania"]), {"detection", "whom", "what"}),
        (act(who=[], issuer_text="the Velgia men"), {"detection", "who", "whom", "what", "all three"}),
        (act(whom=[]), {"detection", "who", "what"}),
        (act(content="Velgia urged Karstania to open the sluices by noon"), {"detection", "who", "whom"}),
        (act(content=""), {"detection", "who", "whom"}),
        (act(trigger="know"), {"detection", "who", "whom", "what", "all three"}),
        (act(trigger="know", content="you know it"), set()),
        (act(kind="OFFER"), set()),
    ],
)
def test_each_part_of_an_act_is_right_by_itself(found, right):
    count = matching([gold_act()], found).count("REQUEST")
    assert {name for name, number in count.items() if number and name not in ("gold", "predicted", "extra")} == right
    assert count["extra"] == count["predicted"] - count["detection"]


@pytest.mark.parametrize(
    ("change", "whom", "text", "right"),
    [
        ({"addressees": ()}, [], None, 1),
        ({"addressees": ()}, ["karstania"], None, 0),
        ({"may_be_open": True}, [], None, 1),
        ({"addressees": ("You",)}, [], "you", 1),
        ({"addressees": ("You",)}, [], "us", 0),
        ({"addressees": ("KRS",)}, ["karstania"], None, 1),
    ],
)
def test_an_open_addressee_must_be_open_and_a_pronoun_the_very_same(change, whom, text, right):
    count = matching([gold_act(**change)], act(whom=whom, addressee_text=text)).count("REQUEST")
    assert count["whom"] == right


def test_of_several_contents_any_will_do_but_only_the_first_is_a_place():
    cuts = (span("the sluices"), span("know it"))
    assert matching([gold_act(contents=cuts)], act(content="the sluices by")).count("REQUEST")["what"] == 1
    elsewhere = act(trigger="refused", content="know it")
    assert matching([gold_act(contents=cuts)], elsewhere).count("REQUEST")["detection"] == 0


def test_the_best_of_several_matches_counts_and_once():
    count = matching([gold_act()], act(who=["karstania"]), act()).count("REQUEST")
    assert (count["predicted"], count["detection"], count["all three"]) == (2, 1, 1)


def test_what_matches_optional_gold_alone_neither_helps_nor_hurts():
    optional = gold_act(optional=True, evidence=span("refused to open them"), contents=())
    elsewhere = act(trigger="refused", content="")
    for gold, predicted in (([gold_act(), optional], 1), ([gold_act()], 2)):
        count = matching(gold, act(), elsewhere).count("REQUEST")
        assert (count["gold"], count["predicted"], count["detection"]) == (1, predicted, 1)
        assert len(matching(gold, act(), elsewhere).judge(["REQUEST"])) == predicted


def test_extra_is_what_no_gold_act_matches_but_not_what_is_found_twice():
    again, elsewhere = act(who=["karstania"]), act(trigger="refused", content="know it")
    counts = [matching([gold_act()], act(), again, elsewhere).count("REQUEST"), matching([gold_act()]).count("REQUEST")]
    assert [(count["predicted"], count["extra"]) for count in counts] == [(3, 1), (0, 0)]
    scores = ledger_scores([{"REQUEST": count} for count in counts], [])["REQUEST"]
    assert (scores["extra"].hits, scores["extra"].of) == (1, 3)


def test_an_act_is_judged_by_kind_and_both_sides():
    acts = [act(), act(content=""), act(who=["karstania"]), act(trigger="know", content="know it")]
    assert [one.right for one in matching([gold_act()], *acts).judge(["REQUEST"])] == [True, True, False, False]


@pytest.mark.parametrize(
    ("answer", "status", "right", "predicted"),
    [("rejected", "rejected", 1, 1), ("rejected", "unanswered", 0, 0), (None, "rejected", 0, 0)],
)
def test_an_answer_is_right_by_its_status(answer, status, right, predicted):
    demand = complete("demands", [act() | {"status": status}])
    count = matching([gold_act(answer=answer)], act(), demands=demand).count_answers()
    assert (count["right rejected"], count["predicted rejected"]) == (right, predicted)
    assert matching([gold_act(answer=answer)]).count_answers()[f"gold {answer}"] == int(answer is not None)


def test_of_several_demands_at_one_place_the_best_match_gives_the_answer():
    other, same = act(who=["karstania"]) | {"status": "accepted"}, act() | {"status": "rejected"}
    found = matching([gold_act(answer="rejected")], demands=complete("demands", [other, same]))
    assert found.count_answers()["right rejected"] == 1


def sentence(**change) -> ActSentence:
    given = {"act": "REQUEST", "issuer": ("Tolm",), "addressee": ("Karstania",), "trigger": ("urged to",)}
    return ActSentence(Article.from_text(TEXT), **given | change)


@pytest.mark.parametrize(
    ("change", "found", "right"),
    [
        ({}, act(), {"issuer", "addressee", "both"}),
        ({}, act(who=["karstania"]), {"addressee"}),
        ({"issuer": ("nobody here",), "issuer_code": ("VLG",)}, act(), {"issuer", "addressee", "both"}),
        ({"addressee": ()}, act(whom=[]), {"issuer", "addressee", "both"}),
        ({"act": "AGREE"}, act(kind="OFFER"), {"issuer", "addressee", "both"}),
        ({"act": "AGREE"}, act(kind="ACCEPT", whom=[]), {"issuer"}),
    ],
)
def test_a_side_is_right_by_a_word_or_a_code(change, found, right):
    gold = sentence(**change)
    count = count_acts(gold, tables(found))[gold.act]
    assert {name for name in ("issuer", "addressee", "both") if count[name]} == right
    assert (count["gold"], count["predicted"], count["found"]) == (1, 1, 1)


def test_both_sides_must_be_right_in_one_act():
    count = count_acts(sentence(), tables(act(who=["karstania"]), act(whom=["velgia"])))["REQUEST"]
    assert (count["issuer"], count["addressee"], count["both"]) == (1, 1, 0)


def test_an_act_of_another_label_lowers_its_precision_alone():
    count = count_acts(sentence(), tables(act(kind="REJECT")))
    assert (count["REJECT"]["predicted"], count["REJECT"]["gold"], count["REQUEST"]["found"]) == (1, 0, 0)


def test_of_a_sentence_only_acts_at_the_golds_trigger_are_judged():
    acts = [act(), act(kind="ACCUSE"), act(whom=[]), act(kind="REJECT", trigger="refused")]
    assert [one.right for one in judge_acts(sentence(), tables(*acts))] == [True, False, False]


@pytest.mark.parametrize(
    ("gold", "acts", "wanted", "best"),
    [
        ("REQUEST", [act(kind="ACCUSE", who=[]), act()], "REQUEST", "REQUEST"),
        ("YIELD", [act(kind="CONCEDE")], "YIELD", "YIELD"),
        ("RETREAT", [act()], "YIELD", "REQUEST"),
        ("ASSAULT", [act(who=["karstania"], whom=["velgia"])], "other", "other"),
        ("AGREE", [], "AGREE", "other"),
    ],
)
def test_the_act_that_fits_a_pair_best_lends_its_label(gold, acts, wanted, best):
    count = count_pair(sentence(act=gold), tables(*acts))
    assert (count[f"gold {wanted}"], count[f"predicted {best}"], count["right"]) == (1, 1, int(wanted == best))


def test_the_mean_f1_is_that_of_the_speech_acts_in_the_gold():
    golds = [("REQUEST", [act()]), ("REQUEST", []), ("REJECT", [act(kind="REJECT")]), ("ASSAULT", [])]
    scores = pair_scores([count_pair(sentence(act=label), tables(*acts)) for label, acts in golds])
    assert scores["macro F1"].value == pytest.approx((2 / 3 + 1) / 2)
    assert scores["accuracy"].share.value == 0.75
    assert list(scores) == ["REQUEST", "REJECT", "other", "macro F1", "accuracy"]


def test_confidences_are_compared_with_shares_bin_by_bin():
    def judged(*pairs):
        return [Judged({"confidence": confidence}, right) for confidence, right in pairs]

    articles = [judged((0.7, True), (0.72, False)), judged((0.9, True), (1.0, True)), judged()]
    scores = reliability_scores(articles)
    assert list(scores) == ["0.7–0.8", "0.9–1.0", "all", "calibration error"]
    assert (scores["0.7–0.8"].right.hits, scores["0.7–0.8"].right.of) == (1, 2)
    assert scores["0.7–0.8"].confidence == pytest.approx(0.71)
    assert scores["calibration error"].value == pytest.approx((abs(1 - 1.42) + abs(2 - 1.9)) / 4)
    assert as_data(scores)["0.9–1.0"]["right"]["of"] == 2
    assert any("mean confidence 71.0" in line for line in as_lines(scores))


def test_a_mean_and_an_error_of_nothing_are_nought_and_no_error():
    nothing = np.zeros((2, 10))
    assert estimate_calibration_error(nothing, nothing, nothing).value == 0.0
    assert reliability_scores([[], []])["all"].of == 0


def test_the_interval_of_a_mean_f1_holds_its_value():
    hits, gold = np.array([[1, 0], [1, 1], [0, 1], [1, 0]] * 9), np.array([[1, 1], [2, 1], [1, 1], [1, 1]] * 9)
    estimate = estimate_macro_f1(hits, gold, gold)
    assert estimate.low < estimate.value < estimate.high


SENTENCE = {"text": TEXT, "act": "REQUEST", "issuer": ["Velgia"], "addressee": []}
LEDGER_ACT = {
    "act": "REQUEST",
    "issuer": ["Velgia"],
    "addressee": ["Karstania"],
    "evidence_span": [0, 42],
    "content_span": [26, 42],
}


def write(tmp_path, *rows):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


def test_a_gold_of_sentences_is_read_with_what_it_may_have(tmp_path):
    [plain, full] = read_act_sentences(write(tmp_path, SENTENCE, SENTENCE | {"id": "x", "issuer_code": ["VLG"]}))
    assert (plain.article.id, plain.issuer, plain.addressee, plain.trigger) == ("1", ("Velgia",), (), ())
    assert (full.article.id, full.issuer_code) == ("x", ("VLG",))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (SENTENCE | {"act": None}, "act is missing; name the act, such as REQUEST."),
        (SENTENCE | {"act": 7}, "act is no word; name the act, such as REQUEST."),
        (SENTENCE | {"issuer": None}, "issuer is missing; give a list of names, an empty one for nobody."),
        (SENTENCE | {"addressee": "x"}, 'addressee is not a list of texts; write it like ["Velgia", "the minister"].'),
        (SENTENCE | {"trigger": [1]}, 'trigger is not a list of texts; write it like ["Velgia", "the minister"].'),
        ({"act": "REQUEST"}, "no field named text; give each row the article's text under that name."),
        ("{", "not valid JSON"),
    ],
)
def test_what_is_no_gold_of_sentences_is_refused_with_its_line(tmp_path, row, message):
    with pytest.raises(InputError) as error:
        read_act_sentences(write(tmp_path, SENTENCE, row))
    assert str(error.value).startswith("gold.jsonl, line 2: ")
    assert message in str(error.value)


def test_a_ledger_is_read_with_what_it_may_have(tmp_path):
    more = {"content_spans": [[31, 42], [26, 42]], "open_addressee": True, "optional": True, "answer": "none"}
    [entry] = read_act_ledgers(write(tmp_path, {"id": 7, "text": TEXT, "acts": [LEDGER_ACT, LEDGER_ACT | more]}))
    assert entry.article.id == 7
    assert entry.acts[0] == gold_act(evidence=(0, 42), contents=((26, 42),))
    assert entry.acts[1] == gold_act(
        evidence=(0, 42), contents=((26, 42), (31, 42)), may_be_open=True, optional=True, answer="unanswered"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"act": ""}, "act 1: act is no word; name the act"),
        ({"issuer": None}, "act 1: issuer is missing; give a list of names"),
        ({"evidence_span": None}, "act 1: evidence_span is missing; give [start, end]"),
        ({"evidence_span": 5}, "act 1: evidence_span, in a list, is not a list of [start, end] within the text"),
        ({"content_span": [5, 999]}, "act 1: content_span, in a list, is not a list of [start, end] within the text"),
        ({"content_spans": [5]}, "act 1: content_spans is not a list of [start, end] within the text"),
        ({"optional": "yes"}, "act 1: optional is neither true nor false"),
        ({"answer": "maybe"}, "act 1: answer is maybe, expected one of: unanswered, accepted, conditional, rejected."),
    ],
)
def test_what_is_no_ledger_is_refused_with_its_line(tmp_path, change, message):
    path = write(tmp_path, {"text": TEXT, "acts": [LEDGER_ACT | change]})
    with pytest.raises(InputError) as error:
        read_act_ledgers(path)
    assert str(error.value).startswith("gold.jsonl, line 1")
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([], "the file is empty; give a ledger."),
        ([{"text": TEXT}], "line 1: no list named acts; this is not a ledger."),
        ([{"text": TEXT, "acts": [3]}], "line 1, act 1: not a JSON object"),
        (["[]"], "this is a JSON array"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused(tmp_path, rows, message):
    with pytest.raises(InputError, match=message):
        read_act_ledgers(write(tmp_path, *rows))


EXTRACTED = {
    "article": {"id": "talks", "sha256": Article.from_text(TEXT).sha256},
    "actors": ACTORS,
    "acts": [act(act_id="A1", evidence_start=0, evidence_end=42, content="open the sluices")],
    "demands": [{"act_id": "A1", "status": "rejected"}],
}


def corrected(tmp_path, *acts, **change):
    (tmp_path / "talks.txt").write_text(TEXT)
    row = EXTRACTED | ({"acts": list(acts)} if acts else {}) | change
    [entry] = read_act_ledgers(write(tmp_path, row), str(tmp_path / "talks.txt"))
    return entry.acts


def test_lines_of_extract_are_gold_by_their_actors_names(tmp_path):
    [found] = corrected(tmp_path)
    assert found == gold_act(
        issuers=("Velgia", "Tolm"),
        addressees=("Republic of Karstania", "Karstania"),
        evidence=(0, 42),
        answer="rejected",
    )


def test_a_row_that_is_added_needs_little(tmp_path):
    [found] = corrected(
        tmp_path, {"act": "REJECT", "issuers": ["the minister"], "addressees": [], "trigger": "refused"}
    )
    assert found == gold_act(
        act="REJECT", issuers=("the minister",), addressees=(), evidence=span("refused"), contents=()
    )


def test_words_of_the_text_name_those_who_have_no_id(tmp_path):
    row = {"act": "OFFER", "issuers": [], "issuer_text": "aides", "addressees": ["velgia"], "addressee_text": "x"}
    [found] = corrected(tmp_path, row | {"content": "know it", "optional": True})
    assert (found.issuers, found.addressees, found.optional) == (("aides",), ("Velgia", "Tolm"), True)


ROW = {"act": "REJECT", "issuers": [], "addressees": []}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (ROW, "neither content nor trigger; give the words, verbatim, for one of them at least."),
        (ROW | {"content": "Karstania"}, "content stands 2 times in the text; give content_start and content_end."),
        (ROW | {"content": "shut"}, "content stands nowhere in the text; give content_start and content_end."),
        (ROW | {"content": 5}, "content is no text; give the words, verbatim, or leave it out."),
        (ROW | {"trigger": "refused", "trigger_start": 0, "trigger_end": 7}, "trigger is not what stands at"),
        (ROW | {"content_start": 3}, "content_start and content_end are no offsets within the text"),
        (ROW | {"content": "know", "issuers": None}, "issuers is missing; give a list of names"),
        ("act", "row 1 of acts: not a JSON object"),
    ],
)
def test_a_wrong_correction_is_refused_with_its_line_and_row(tmp_path, row, message):
    with pytest.raises(InputError) as error:
        corrected(tmp_path, row)
    assert str(error.value).startswith("gold.jsonl, line 1, row 1 of acts: ")
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"article": {"id": "other"}}, "no article has the id other; name another input with --articles."),
        ({"article": {"id": "talks", "sha256": "0"}}, "the text of talks has changed since it was read"),
        ({"article": None}, "no article has the id None"),
        ({"acts": None}, "no list named acts; this is no line of demandeur extract."),
        ({"demands": [{"act_id": "A1", "status": "no"}]}, "row 1 of demands: status is no, expected one of"),
    ],
)
def test_corrections_of_another_article_are_refused(tmp_path, change, message):
    with pytest.raises(InputError) as error:
        corrected(tmp_path, **change)
    assert message in str(error.value)


def test_corrections_without_their_articles_and_articles_that_are_none_are_refused(tmp_path):
    path = write(tmp_path, EXTRACTED)
    with pytest.raises(InputError, match="line 1: no text, as in all that extract writes; name its input"):
        read_act_ledgers(path)
    with pytest.raises(InputError, match=r"none\.txt"):
        read_act_ledgers(path, str(tmp_path / "none.txt"))


def test_our_own_gold_is_a_ledger_too(root):
    measured = measure("ledger", root / "data/gold/river-dam.jsonl")
    assert measured.scores["REQUEST"]["all three"].gold >= 8
    assert measured.scores["REQUEST"]["all three"].hits >= 6
    assert measured.scores["answers"]["rejected"].gold >= 1
    assert measured.as_data()["intervals"]["method"] == "bootstrap over articles"
    assert "reliability: of the acts" in measured.as_text()


@pytest.mark.parametrize("kind", ["acts", "pairs"])
def test_sentences_are_read_and_counted(tmp_path, kind):
    measured = measure(kind, write(tmp_path, SENTENCE | {"trigger": ["urged"]}, SENTENCE | {"act": "ASSAULT"}))
    assert measured.as_text().startswith(f"{kind} in two sentences of gold.jsonl")
    assert measured.as_data()["intervals"]["method"] == "bootstrap over sentences"
    agreement = measured.scores["REQUEST"]["detection"] if kind == "acts" else measured.scores["REQUEST"]
    assert (agreement.gold, agreement.hits) == (1, 1)
