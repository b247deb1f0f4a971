"""Gold: every article of data/gold is read as its careful reader read it; one gold row is one case."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from demandeur.evaluation.comparison import Comparison
from demandeur.evaluation.gold import read_ledger, row_key
from demandeur.evaluation.stance_gold import read_stances
from demandeur.evaluation.stances import judge

DATA = Path(__file__).resolve().parents[1] / "data"

SLUGS = sorted(path.stem for path in (DATA / "gold").glob("*.jsonl"))

Row = dict[str, Any]


def gold_cases() -> list[Any]:
    """Return one pytest parameter for each sure gold row, and one an article for demands that nobody made."""
    cases = []
    for slug in SLUGS:
        for name, rows in read_ledger(DATA / "gold" / f"{slug}.jsonl").items():
            for row in rows:
                if name != "acts" and row["sure"]:
                    key = row_key(name, row)
                    cases.append(pytest.param(slug, name, key, id=f"{slug}-{name}-{key}"))
        cases.append(pytest.param(slug, "demands", "extra", id=f"{slug}-no_demand_that_nobody_made"))
    return cases


@pytest.fixture(scope="session")
def compared():
    """Return a function: slug of an article → its comparison; each article is analysed once."""
    import demandeur as dm

    done: dict[str, Comparison] = {}

    def compare(slug: str) -> Comparison:
        if slug not in done:
            analysis = dm.analyse(dm.read_article(str(DATA / "articles" / f"{slug}.txt")))
            done[slug] = Comparison(read_ledger(DATA / "gold" / f"{slug}.jsonl"), analysis.record())
        return done[slug]

    return compare


@pytest.mark.parametrize(("slug", "name", "row"), gold_cases())
def test_the_article_is_read_as_its_gold(compared, slug, name, row):
    wrong = compared(slug).of(name, row)
    assert not wrong, "\n".join(wrong)


def stance_cases() -> list[Any]:
    """Return one pytest parameter for each sure stance of data/stances.jsonl."""
    cases = []
    for line in (DATA / "stances.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for number, stance in enumerate(row["stances"]):
            if stance.get("sure", True):
                name = f"{row['id']}-{stance['actor'][-1]}-{stance['issue']}"
                cases.append(pytest.param(row["id"], number, id=name.replace(" ", "_")))
    return cases


@pytest.fixture(scope="session")
def judged():
    """Return the judged stances of data/stances.jsonl by the article's id; each article is analysed once."""
    import demandeur as dm

    found = {}
    for entry in read_stances(DATA / "stances.jsonl"):
        found[entry.article.id] = list(judge(entry, dm.analyse(entry.article).rows))
    return found


@pytest.mark.parametrize(("slug", "number"), stance_cases())
def test_an_actor_stands_on_a_named_issue_as_the_careful_reader_says(judged, slug, number):
    one = judged[slug][number]
    assert one.found == one.gold


def test_the_texts_of_the_stances_are_those_of_the_articles():
    for entry in read_stances(DATA / "stances.jsonl"):
        file = DATA / "articles" / f"{entry.article.id}.txt"
        assert entry.article.text == file.read_text(encoding="utf-8")


def as_prediction(slug: str) -> dict[str, list[Row]]:
    """Return the gold in the form of an analysis: the column sure gone."""
    rows = read_ledger(DATA / "gold" / f"{slug}.jsonl")
    for row in itertools.chain(*rows.values()):
        del row["sure"]
    return rows


@pytest.mark.parametrize("slug", SLUGS)
def test_a_gold_agrees_with_itself(slug):
    comparison = Comparison(read_ledger(DATA / "gold" / f"{slug}.jsonl"), as_prediction(slug))
    assert comparison.findings == []


@pytest.mark.parametrize(
    ("name", "column", "value", "expected"),
    [
        ("actors", "country", "XXX", "country of 'Donald Trump': gold 'USA', found 'XXX'"),
        ("actors", "kind", "group", "kind of 'Donald Trump': gold 'person', found 'group'"),
        ("statements", "speaker", "ukraine", "speaker: gold david-lammy, found ukraine"),
        ("statements", "quote_type", "direct", "quote_type: gold mixed, found direct"),
        ("statements", "text", "quite another thing", "found 'quite another thing'"),
        ("demands", "issuers", ["ukraine"], "issuers: gold ['international-leaders'], found ['ukraine']"),
        ("demands", "addressees", ["russia"], "addressees: gold [], found ['russia']"),
        ("demands", "status", "rejected", "status: gold unanswered, found rejected"),
        ("stances", "stance", "oppose", "david-lammy / ceasefire: gold support, found oppose"),
        ("attitudes", "label", "neutral", "gold positive, found neutral"),
    ],
)
def test_a_wrong_value_in_the_first_row_is_named(name, column, value, expected):
    found = as_prediction("ceasefire-talks")
    found[name][0][column] = value
    comparison = Comparison(read_ledger(DATA / "gold" / "ceasefire-talks.jsonl"), found)
    first = row_key(name, comparison.gold[name][0])
    assert expected in "\n".join(comparison.of(name, first))


def test_a_demand_that_is_left_out_is_missed_and_one_that_nobody_made_is_extra():
    found = as_prediction("ceasefire-talks")
    invented = found["demands"][0] | {"content": "sing a song", "content_start": 0, "content_end": 11}
    found["demands"] = [*found["demands"][1:], invented]
    comparison = Comparison(read_ledger(DATA / "gold" / "ceasefire-talks.jsonl"), found)
    assert [finding.kind for finding in comparison.findings] == ["missed", "extra"]
