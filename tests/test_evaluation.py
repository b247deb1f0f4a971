"""The scores: what counts as found, how sure the shares are, and which files are gold at all."""

import json
from collections import Counter

import numpy as np
import pytest

from demandeur.analysis import Analysis
from demandeur.article import Article, InputError
from demandeur.evaluation import measuring
from demandeur.evaluation.comparison import Comparison
from demandeur.evaluation.demands import count_demands
from demandeur.evaluation.estimates import estimate_agreement, estimate_share, interval_of_ratio
from demandeur.evaluation.gold import Attribution, QuotedArticle, read_ledger, read_ledgers, read_quotes
from demandeur.evaluation.measuring import measure
from demandeur.evaluation.quotations import count_article, speech_forms
from demandeur.evaluation.scores import as_data, as_lines, demand_scores, quote_scores
from demandeur.tables import complete

TEXT = "“We will leave,” Ana Reyl said. “Now.” He wants the pilots back. Oluf Brandt: no comment. It rained all day."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return (start, start + len(words))


def attribution(source="", cue="", content=(), quote_type="direct", speaker=None) -> Attribution:
    parts = [(span(words),) if words else () for words in (source, cue)]
    return Attribution(*parts, tuple(span(words) for words in content), quote_type, speaker)


def statement(speaker="", cue="", content=(), quote_type="direct", actor=None) -> dict:
    row = {"spans": [list(span(words)) for words in content], "quote_type": quote_type, "speaker": actor}
    for name, words in (("speaker", speaker), ("cue", cue)):
        if words:
            row |= {f"{name}_start": span(words)[0], f"{name}_end": span(words)[1]}
    return row


def counts(attributions, statements, actors=()) -> dict[str, Counter]:
    rows = {"statements": complete("statements", list(statements)), "actors": complete("actors", list(actors))}
    return count_article(QuotedArticle(Article.from_text(TEXT), tuple(attributions)), rows)


SAID = attribution("Ana Reyl", "said", ["We will leave", "Now"])
WANTS = attribution("He", "wants", ["the pilots back"], "indirect", speaker="Oluf Brandt")


def test_two_pieces_with_one_cue_and_speaker_are_one_attribution():
    pieces = [statement("Ana Reyl", "said", [words]) for words in ("We will leave", "Now")]
    found = counts([SAID], pieces)["all"]
    assert (found["predicted"], found["found"], found["joint"], found["token hits"]) == (1, 1, 1, 4)


def test_pieces_without_a_cue_stay_apart():
    pieces = [statement("Ana Reyl", "", [words]) for words in ("We will leave", "Now")]
    assert counts([SAID], pieces)["all"]["predicted"] == 2


@pytest.mark.parametrize(
    ("content", "found"),
    [("the pilots back", 1), ("wants the pilots back", 1), ("pilots", 0), ("It rained all day", 0), ("the pilots", 1)],
)
def test_half_of_the_words_must_be_common(content, found):
    assert counts([WANTS], [statement("He", "wants", [content], "indirect")])["all"]["found"] == found


def test_quote_marks_and_punctuation_do_not_matter():
    assert counts([SAID], [statement("Ana Reyl", "said", ["“We will leave,”", "“Now.”"])])["all"]["found"] == 1


def test_the_likeliest_pair_comes_first_and_each_is_used_once():
    both = [statement("He", "", [words], "indirect") for words in ("the pilots", "the pilots back")]
    found = counts([WANTS], both)["all"]
    assert (found["predicted"], found["found"], found["token hits"]) == (2, 1, 3)


@pytest.mark.parametrize(
    ("source", "speaker", "right", "joint"),
    [("He", "He", 1, 1), ("He", "Ana Reyl", 0, 0), ("He", "", 0, 0), ("", "", 0, 1), ("", "He", 0, 0)],
)
def test_a_speaker_is_right_by_place_and_none_where_the_gold_has_none(source, speaker, right, joint):
    gold = attribution(source, "wants", ["the pilots back"], "indirect")
    found = counts([gold], [statement(speaker, "wants", ["the pilots back"], "indirect")])["all"]
    assert (found["right speaker"], found["joint"], found["with source"]) == (right, joint, int(bool(source)))


@pytest.mark.parametrize(
    ("name", "aliases", "named"),
    [("Brandt", [], 1), ("the minister", ["Oluf Brandt"], 1), ("Ana Reyl", [], 0), ("the Oluf of Brandtland", [], 1)],
)
def test_a_speaker_is_named_by_a_word_of_name_or_alias(name, aliases, named):
    actor = {"actor_id": "a", "name": name, "aliases": aliases}
    found = counts([WANTS], [statement("He", "wants", ["the pilots back"], "indirect", actor="a")], [actor])["all"]
    assert (found["to name"], found["named"]) == (1, named)


def test_speech_is_what_is_quoted_or_has_a_verb_of_saying():
    told = attribution("Oluf Brandt", "said", ["no comment"], "indirect")
    assert [counts([one], [])["speech"]["gold"] for one in (SAID, told, WANTS)] == [1, 1, 0]
    assert {"said", "according", "insisted"} <= speech_forms()
    assert "wants" not in speech_forms()


@pytest.mark.parametrize(("scope", "predicted"), [("all", 2), ("speech", 1), ("direct+mixed", 1)])
def test_a_prediction_for_what_is_outside_the_scope_is_passed_over(scope, predicted):
    rows = [statement("Ana Reyl", "said", ["We will leave"]), statement("He", "wants", ["the pilots back"], "mixed")]
    assert counts([SAID, WANTS], rows)[scope]["predicted"] == predicted


def test_an_unquoted_prediction_does_not_count_among_the_quoted():
    found = counts([SAID], [statement("", "", ["It rained all day"], "indirect")])
    assert (found["direct+mixed"]["predicted"], found["all"]["predicted"]) == (0, 1)


def test_an_attribution_without_words_counts_for_nothing():
    assert counts([attribution("He", "wants")], [statement("He", "wants")])["all"]["gold"] == 0


def test_scores_come_by_scope_and_type_and_names_only_where_the_gold_has_them():
    one = counts([SAID, WANTS], [statement("Ana Reyl", "said", ["We will leave", "Now"])])
    scores = quote_scores([one])
    assert list(scores) == ["all", "speech", "direct+mixed"]
    assert scores["all"]["attributions"].recall.value == 0.5
    assert {name: share.hits for name, share in scores["all"]["recall by type"].items()} == {"direct": 1, "indirect": 0}
    assert "named" not in quote_scores([counts([SAID], [])])["all"]
    assert any("100.0" in line and "0.0" in line for line in as_lines(scores))
    assert json.loads(json.dumps(as_data(scores)))["speech"]["tokens"]["gold"] == 4


def test_an_interval_holds_its_value_and_narrows_with_more_articles():
    widths = []
    for articles in (20, 2000):
        hits = np.arange(articles) % 3
        low, high = interval_of_ratio(hits, np.full(articles, 4))
        assert low < hits.sum() / (4 * articles) < high
        widths.append(high - low)
    assert widths[1] < widths[0] / 5


def test_an_interval_is_the_same_at_every_run_and_of_one_article_a_point():
    hits, of = np.array([3, 1, 4]), np.array([5, 9, 4])
    assert interval_of_ratio(hits, of) == interval_of_ratio(hits, of)
    assert interval_of_ratio(np.array([1]), np.array([2])) == (0.5, 0.5)


def test_an_interval_agrees_with_one_that_is_drawn_article_by_article():
    random = np.random.default_rng(1)
    hits = random.integers(0, 5, 30)
    of = hits + random.integers(1, 5, 30)
    drawn = [random.integers(0, 30, 30) for _ in range(2000)]
    expected = np.percentile([hits[draw].sum() / of[draw].sum() for draw in drawn], [2.5, 97.5])
    assert interval_of_ratio(hits, of) == pytest.approx(tuple(expected), abs=0.015)


def test_nothing_of_nothing_is_nought_and_no_error():
    assert estimate_share([0, 0], [0, 0]).share.value == 0.0
    assert estimate_agreement([0], [0], [3]).f1.value == 0.0


GOOD = {"id": "a", "text": TEXT, "attributions": [{"source": [], "cue": [], "content": [[1, 5]], "type": "direct"}]}


def test_a_gold_of_quotes_is_read_with_its_speakers(tmp_path):
    entry = GOOD["attributions"][0] | {"source": [[17, 25]], "speaker": {"canonical": "Ana Reyl", "wiki": ""}}
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOOD | {"attributions": [entry]}) + "\n\n")
    [article] = read_quotes(tmp_path / "gold.jsonl")
    assert article.article.id == "a"
    assert article.attributions == (Attribution(((17, 25),), (), ((1, 5),), "direct", "Ana Reyl"),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"attributions": None}, "no list named attributions; this is not a gold file for quotes."),
        ({"text": 5}, "text is not a string; give the article's text."),
        ({"attributions": ["x"]}, "attribution 1: not a JSON object; write one with content, source, cue and type."),
        ({"content": [[5, 1]]}, "content is not a list of [start, end] within the text; give offsets in code points."),
        (
            {"content": [[0, 999]]},
            "content is not a list of [start, end] within the text; give offsets in code points.",
        ),
        ({"cue": [[0]]}, "cue is not a list of [start, end] within the text; give offsets in code points."),
        ({"source": None}, "source is not a list of [start, end] within the text; give offsets in code points."),
        ({"type": "quoted"}, "attribution 1: type is quoted, expected one of: direct, mixed, indirect."),
        (
            {"speaker": {"canonical": 7}},
            "the speaker's canonical name is not a string; write it as one or leave it out.",
        ),
    ],
)
def test_what_is_no_gold_of_quotes_is_refused_in_one_sentence(tmp_path, change, message):
    row = dict(GOOD)
    if set(change) & {"attributions", "text"}:
        row |= change
    else:
        row["attributions"] = [GOOD["attributions"][0] | change]
    (tmp_path / "gold.jsonl").write_text(json.dumps(row))
    with pytest.raises(InputError) as error:
        read_quotes(tmp_path / "gold.jsonl")
    assert str(error.value).startswith("gold.jsonl, line 1")
    assert str(error.value).endswith(message)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the file is empty; give a gold file for quotes."),
        ("[]", "gold.jsonl, line 1: this is a JSON array; write one JSON object a line instead."),
        ("{", "gold.jsonl, line 1: not valid JSON"),
    ],
)
def test_a_file_that_is_no_json_lines_is_refused(tmp_path, content, message):
    (tmp_path / "gold.jsonl").write_text(content)
    with pytest.raises(InputError) as error:
        read_quotes(tmp_path / "gold.jsonl")
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"table": "mentions"}', "table is mentions, expected one of: actors, statements, acts"),
        ('{"table": "stances", "actor_id": "a", "issue": "b"}', "sure is neither true nor false"),
        ('{"table": "stances", "actor_id": "a", "sure": true}', "issue is missing; every row of stances needs it."),
        ('{"table": "stances", "actor_id": 5, "sure": true}', "actor_id is no such column of stances"),
        ('{"table": "demands", "demand_id": "D1", "issuers": "a", "sure": true}', "issuers is no such column"),
        ('{"table": "attitudes", "colour": "red", "sure": true}', "colour is no such column of attitudes"),
    ],
)
def test_what_is_no_row_of_a_ledger_is_refused_in_one_sentence(tmp_path, line, message):
    (tmp_path / "gold.jsonl").write_text(line)
    with pytest.raises(InputError) as error:
        read_ledger(tmp_path / "gold.jsonl")
    assert str(error.value).startswith("gold.jsonl, line 1: ")
    assert message in str(error.value)


def test_a_ledger_without_its_article_and_a_folder_without_ledgers_are_refused(tmp_path):
    (tmp_path / "gold").mkdir()
    with pytest.raises(InputError, match="no gold in this folder"):
        read_ledgers(tmp_path / "gold")
    (tmp_path / "gold" / "talks.jsonl").write_text("")
    with pytest.raises(InputError, match=r"its article is missing; put talks\.txt into a folder articles beside it"):
        read_ledgers(tmp_path / "gold" / "talks.jsonl")


def ledger(*rows) -> dict[str, list[dict]]:
    tables = {name: [] for name in ("actors", "statements", "acts", "demands", "stances", "attitudes")}
    for name in ("velgia", "karstania"):
        tables["actors"] += [row | {"sure": True} for row in complete("actors", [{"actor_id": name, "name": name}])]
    for row in rows:
        columns = {key: value for key, value in row.items() if key != "sure"}
        tables["demands"] += [complete("demands", [columns])[0] | {"sure": row.get("sure", True)}]
    return tables


D1 = {
    "demand_id": "D1",
    "issuers": ["velgia"],
    "addressees": ["karstania"],
    "content": "open the sluices",
    "content_start": 10,
    "content_end": 26,
    "status": "unanswered",
}


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, {"issuer", "addressee", "content", "status", "all four"}),
        ({"issuers": []}, {"addressee", "content", "status"}),
        ({"addressees": ["karstania", "velgia"]}, {"issuer", "content", "status"}),
        ({"content": "something else"}, {"issuer", "addressee", "status"}),
        ({"status": "accepted", "issuers": ["karstania"]}, {"addressee", "content"}),
    ],
)
def test_each_part_of_a_demand_is_right_by_itself(change, right):
    count = count_demands(Comparison(ledger(D1), ledger(D1 | change)))
    assert (count["gold"], count["predicted"], count["found"]) == (1, 1, 1)
    assert {name for name in ("issuer", "addressee", "content", "status", "all four") if count[name]} == right


def test_a_demand_that_is_not_sure_neither_helps_nor_hurts():
    unsure = D1 | {"demand_id": "D2", "content": "pay", "content_start": 40, "content_end": 43, "sure": False}
    for found in ([D1], [D1, unsure]):
        count = count_demands(Comparison(ledger(D1, unsure), ledger(*found)))
        assert (count["gold"], count["predicted"], count["all four"]) == (1, 1, 1)


def test_a_demand_that_nobody_made_lowers_precision_and_one_missed_lowers_recall():
    other = D1 | {"demand_id": "D2", "content": "sing a song", "content_start": 90, "content_end": 101}
    extra = count_demands(Comparison(ledger(D1), ledger(D1, other)))
    missed = count_demands(Comparison(ledger(D1, other), ledger(D1)))
    found = demand_scores([extra, missed])["found"]
    assert (found.precision.value, found.recall.value) == (2 / 3, 2 / 3)


@pytest.fixture
def gold(tmp_path):
    rows = [GOOD, GOOD | {"id": "b", "text": TEXT + " A crash."}]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_an_article_whose_analysis_fails_counts_as_one_without_findings(gold, monkeypatch):
    def analysed(article, model=None):
        if "crash" in article.text:
            raise KeyError("a rule broke")
        record = {"statements": [statement("Ana Reyl", "said", ["We will leave"])]}
        return Analysis.from_record(article, record)

    monkeypatch.setattr(measuring, "analyse", analysed)
    measured = measure("quotes", gold)
    assert measured.failures == ("b: the analysis failed (KeyError: 'a rule broke'); please report this fault.",)
    assert measured.scores["all"]["attributions"].gold == 2
    assert measured.as_data()["failed"] == 1


def test_the_same_gold_gives_the_same_scores(gold):
    one, two = (measure("quotes", gold) for _ in range(2))
    assert one.as_data() == two.as_data()
    assert one.as_text() == two.as_text()


def test_measuring_our_own_ledger_finds_its_demands_and_tells_where_it_differs(root):
    measured = measure("demands", root / "data/gold/river-dam.jsonl")
    assert measured.scores["found"].gold >= 8
    assert measured.scores["found"].hits >= 6
    assert {article for article, _ in measured.disagreements} <= {"river-dam"}
