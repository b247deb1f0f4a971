"""A reader's file of actors is read strictly, and wins over every guess."""

import pytest

import demandeur as dm
from demandeur.actor_file import KnownActor, read_actor_file

FILE = """
[[actor]]
name = "Ana Reyl"
aliases = ["the Iron Minister"]
country = "NOR"
office = "foreign minister"
from = 2030-01-15
to = 2031-12-31

[[actor]]
name = "Marrow"
kind = "organisation"
"""


def written(tmp_path, text):
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    return path


def read(tmp_path, text, date=None):
    known = read_actor_file(written(tmp_path, FILE))
    return dm.analyse(dm.Article.from_text(text, date=date), actors=known)


def test_the_file_tells_who_it_is(tmp_path):
    actors = read(tmp_path, "“No,” the Iron Minister said. Chad's envoy told Marrow that Reyl would wait.").actors
    found = {row["name"]: (row["kind"], row["country"], row["role"]) for row in actors.to_dict("records")}
    assert found["Ana Reyl"] == ("person", "NOR", "foreign minister")
    assert found["Marrow"][0] == "organisation"


@pytest.mark.parametrize(("date", "country"), [("2030-06-01", "NOR"), ("2032-06-01", None), (None, "NOR")])
def test_an_entry_holds_only_in_its_time(tmp_path, date, country):
    rows = read(tmp_path, "“No,” Ana Reyl said.", date).record()["actors"]
    assert {row["name"]: row["country"] for row in rows}["Ana Reyl"] == country


def test_an_alias_inside_another_name_is_somebody_else():
    known = [KnownActor("Ana Reyl", ("Reyl",))]
    analysis = dm.analyse(dm.Article.from_text("“No,” Petra Reyl said."), actors=known)
    assert analysis.statements["speaker"].map(analysis.name_of).tolist() == ["Petra Reyl"]


BAD = [
    ("actor = 3", "has no [[actor]]"),
    ("[[actor", "is no TOML"),
    ("[[person]]\nname = 'A'", "has 'person'"),
    ("[[actor]]\ncountry = 'NOR'", "actor 1: has no name"),
    ("[[actor]]\nname = 'A'\n[[actor]]\nname = ''", "actor 2: name is ''"),
    ("[[actor]]\nname = 'A'\nage = 3", "has 'age'"),
    ("[[actor]]\nname = 'A'\nkind = 'ship'", "kind is 'ship'"),
    ("[[actor]]\nname = 'A'\naliases = 'B'", "aliases are 'B'"),
    ("[[actor]]\nname = 'A'\nfrom = '2030'", "from is '2030'"),
    ("[[actor]]\nname = 'A'\nfrom = 2031-01-01\nto = 2030-01-01", "is before from"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_bad_file_gets_one_clear_sentence(tmp_path, text, message):
    path = written(tmp_path, text)
    with pytest.raises(dm.InputError) as caught:
        read_actor_file(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_file_gets_one_clear_sentence(tmp_path):
    with pytest.raises(dm.InputError, match="can't be read"):
        read_actor_file(tmp_path / "none.toml")
