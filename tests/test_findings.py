"""The finding is a sentence that the tables prove, in the singular, the plural and for nothing at all."""

import pytest
import river_talks

from demandeur import findings
from demandeur.analysis import Analysis, analyse
from demandeur.article import Article

ACTORS = [
    {"actor_id": "sol", "name": "Ada Sol", "kind": "person", "country": "VEL", "n_mentions": 4},
    {"actor_id": "velgia", "name": "Velgia", "kind": "state", "country": "VEL", "n_mentions": 1},
    {"actor_id": "brodt", "name": "Ilan Brodt", "kind": "person", "country": "KAR", "n_mentions": 1},
    {"actor_id": "guild", "name": "Pilots’ Guild", "kind": "group", "n_mentions": 1},
]


def demand(number: int, issuers=("brodt",), addressees=(), answers=(), status="unanswered", **more) -> dict:
    return {
        "demand_id": f"D{number}",
        "issuers": list(issuers),
        "addressees": list(addressees),
        "answers": list(answers),
        "status": status,
    } | more


def act(number: int, kind: str, issuers=("velgia",), **more) -> dict:
    return {"act_id": f"A{number}", "act": kind, "issuers": list(issuers), "realis": "done", "negated": False} | more


def finding(demands: list[dict], acts: list[dict] = ()) -> str:
    record = {"actors": ACTORS, "demands": demands, "acts": list(acts)}
    return findings.demands(Analysis.from_record(Article.from_text("x"), record)).text


CASES = [
    (
        [demand(1)],
        [],
        "One demand by one actor, of nobody named. This article reports no answer to it.",
    ),
    (
        [demand(1, addressees=["sol"], issue="water")],
        [],
        "One demand by one actor, of Ada Sol; it is about: water. This article reports no answer to it.",
    ),
    (
        [demand(1), demand(2)],
        [],
        "Two demands by one actor, none of them of anybody named. This article reports no answer to any of them.",
    ),
    (
        [
            demand(1, addressees=["sol"], issue="water"),
            demand(2, ["guild"], ["velgia"], issue="water"),
            demand(3, ["sol"], ["brodt"]),
        ],
        [],
        "Three demands by three actors, two of them of Velgia; most asked for: water (twice). "
        "This article reports no answer to any of them.",
    ),
    (
        [demand(1, addressees=["sol"], answers=["A2"], status="accepted", content="a truce"), demand(2)],
        [act(2, "ACCEPT", realis="future")],
        "Two demands by one actor, one of them of Ada Sol. "
        "Velgia is ready to accept “a truce” (D1); one stands unanswered.",
    ),
    (
        [demand(1, answers=["A3"], status="conditional"), demand(2, answers=["A3"], status="conditional")],
        [act(3, "REQUEST", ["sol"])],
        "Two demands by one actor, none of them of anybody named. Ada Sol’s answer to D1 and D2 is conditional.",
    ),
    (
        [demand(1, answers=["A2", "A3"], status="rejected", content="x" * 61)],
        [act(2, "REJECT", ["sol", "guild"]), act(3, "ACCEPT", negated=True)],
        "One demand by one actor, of nobody named. Ada Sol and Pilots’ Guild reject D1; Velgia does not accept it.",
    ),
]


@pytest.mark.parametrize(("demands", "acts", "expected"), CASES)
def test_the_finding_in_words(demands, acts, expected):
    assert finding(demands, acts) == expected


def test_the_finding_of_a_whole_negotiation():
    assert findings.demands(river_talks.analysis()).text == (
        "Five demands by four actors, three of them of Karstania; most asked for: water (twice). "
        "Ilan Brodt rejects “release the four detained pilots” (D2); Velgia accepts “share their gauge readings” (D4); "
        "Karstania accepts it on a condition; three stand unanswered."
    )


def test_many_answers_are_counted_and_not_listed():
    demands = [demand(n, answers=[f"A{n}"], status="rejected", content=f"thing {n}") for n in range(1, 7)]
    text = finding(demands, [act(n, "REJECT") for n in range(1, 7)])
    assert text.endswith("Velgia rejects D1, D2, D3, D4 and two more.")
    answers = [
        act(n, "REJECT", [name]) for n, name in enumerate(["sol", "velgia", "brodt", "guild", "sol", "brodt"], 1)
    ]
    assert "; one more answer in the table." in finding(demands, answers)


def test_persons_without_a_state_in_the_article_keep_their_names():
    actors = [ACTORS[0], ACTORS[0] | {"actor_id": "ito", "name": "Ken Ito"}]
    demands = [demand(1, ["x"], ["sol"]), demand(2, ["x"], ["ito"]), demand(3, ["x"], ["nobody-known"])]
    analysis = Analysis.from_record(Article.from_text("x"), {"actors": actors, "demands": demands})
    assert "two of them of Ada Sol or Ken Ito." in findings.demands(analysis).text


def test_a_demand_number_is_a_link_and_a_name_is_escaped():
    actors = [{"actor_id": "velgia", "name": "<b>Velgia</b>", "kind": "state"}]
    demands = [demand(1, addressees=["velgia"], answers=["A1"], status="accepted", content="D9 <i>")]
    record = {"actors": actors, "demands": demands, "acts": [act(1, "ACCEPT")]}
    page = findings.demands(Analysis.from_record(Article.from_text("x"), record))._repr_html_()
    assert page == (
        '<p class="finding">One demand by one actor, of &lt;b&gt;Velgia&lt;/b&gt;. '
        '&lt;b&gt;Velgia&lt;/b&gt; accepts “D9 &lt;i&gt;” (<a href="#D1">D1</a>).</p>'
    )


def test_nothing_found_is_said():
    empty = river_talks.empty()
    assert findings.demands(empty).text.startswith("No demand was found in this article.")
    assert findings.article(empty).text.startswith("No actor was found in this article.")
    assert findings.stances(empty).text == (
        "No actor’s stance on an issue is clear in this article. Nobody is shown to treat another well or badly."
    )


def test_the_findings_of_the_other_notebooks():
    analysis = river_talks.analysis()
    assert findings.article(analysis).text == (
        "Six actors, two of them persons; most mentioned: Oda Renn (three times). "
        "Three statements: one word for word and two partly so; most heard: Ilan Brodt (two statements)."
    )
    assert findings.stances(analysis).text == (
        "On water: Oda Renn and Velgia in support; Karstania on conditions; Ilan Brodt opposed. "
        "One attitude is positive, Oda Renn’s to River Commission; one attitude is negative, Ilan Brodt’s to Velgia."
    )


@pytest.mark.parametrize(("who", "said"), [("workers", "Workers reject “wait”"), ("council", "Council rejects “wait”")])
def test_workers_reject_and_a_council_rejects(who, said):
    text = f"Norway urged the {who} to wait. The {who} refused."
    assert said in findings.demands(analyse(Article.from_text(text))).text
