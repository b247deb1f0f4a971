"""The tables read by country: actors merged, stances and attitudes summed up anew, every offset as it was."""

import pytest

import demandeur as dm

TEXT = (
    "Veltria's government met Halmere's government on Monday. Veltria's president, Ana Reyl, demanded that Halmere's "
    "president, Otto Brandt, release the prisoners. Brandt refused to release the prisoners. Veltria's minister, Ivo "
    "Marrow, accused Halmere of breaking the ceasefire. Marrow urged Reyl to accept a ceasefire. Reyl rejected a "
    "ceasefire. Reyl praised Marrow. Jo Lund, a fisherman, rejected the ceasefire."
)


@pytest.fixture(scope="module")
def by_actor():
    return dm.analyse(dm.Article.from_text(TEXT))


@pytest.fixture(scope="module")
def by_country(by_actor):
    return by_actor.at_level("country")


def test_a_country_stands_for_its_people_and_who_has_none_stays(by_country):
    assert [row["name"] for row in by_country.rows["actors"]] == ["Veltria", "Halmere", "Jo Lund"]
    assert {row["actor_id"] for row in by_country.rows["mentions"]} == {"veltria", "halmere", "jo-lund"}


def test_a_countrys_mentions_are_its_peoples_too(by_actor, by_country):
    people = {row["actor_id"]: row["n_mentions"] for row in by_actor.rows["actors"]}
    country = {row["actor_id"]: row["n_mentions"] for row in by_country.rows["actors"]}
    assert country["halmere"] == people["halmere"] + people["otto-brandt"]
    assert sum(country.values()) == sum(people.values()) == len(by_country.rows["mentions"])


def test_acts_and_demands_are_the_countries(by_country):
    (first, *_) = by_country.rows["demands"]
    assert (first["issuers"], first["addressees"], first["status"]) == (["veltria"], ["halmere"], "rejected")
    assert [row["speaker"] for row in by_country.rows["statements"]][:2] == ["veltria", "halmere"]


def test_stances_are_summed_up_anew(by_actor, by_country):
    def on_a_ceasefire(analysis):
        rows = [row for row in analysis.rows["stances"] if row["issue"] == "ceasefire"]
        return [(row["actor_id"], row["stance"], row["n"]) for row in rows]

    assert on_a_ceasefire(by_actor) == [
        ("ivo-marrow", "support", 2),
        ("veltria", "support", 3),
        ("ana-reyl", "oppose", 1),
        ("jo-lund", "oppose", 1),
    ]
    assert on_a_ceasefire(by_country) == [
        ("veltria", "support", 3),
        ("jo-lund", "oppose", 1),
    ]


def test_nobody_has_an_attitude_to_his_own_country(by_actor, by_country):
    pairs = [(row["from_actor"], row["to_actor"]) for row in by_country.rows["attitudes"]]
    assert pairs == [("veltria", "halmere"), ("halmere", "veltria")]
    assert ("ana-reyl", "ivo-marrow") in [(r["from_actor"], r["to_actor"]) for r in by_actor.rows["attitudes"]]


def test_words_and_offsets_stay(by_actor, by_country):
    names = ("actor_id", "issuers", "addressees", "speaker", "addressee", "reported_by")
    for table in ("mentions", "statements", "acts", "demands", "sentiment"):
        for before, after in zip(by_actor.rows[table], by_country.rows[table], strict=True):
            assert {k: v for k, v in before.items() if k not in names} == {
                k: v for k, v in after.items() if k not in names
            }


def test_two_issuers_of_one_country_are_named_once():
    text = (
        "Veltria's government slept. Veltria's president, Ana Reyl, slept. Veltria's minister, Ivo Marrow, slept. "
        "Reyl and Marrow rejected a truce."
    )
    (act,) = dm.analyse(dm.Article.from_text(text)).at_level("country").rows["acts"]
    assert act["issuers"] == ["veltria"]


def test_a_level_is_actor_or_country_and_never_goes_back(by_actor, by_country):
    assert by_actor.at_level("actor") is by_actor
    assert by_country.at_level("country") is by_country
    with pytest.raises(ValueError, match="'planet'"):
        by_actor.at_level("planet")
    with pytest.raises(ValueError, match="analyse the article again"):
        by_country.at_level("actor")
