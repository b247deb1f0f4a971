"""The issues that an article names itself: on what its actors take sides, under which name, and what is none."""

import pytest

import demandeur as dm
from demandeur.article import Article


@pytest.fixture(scope="module")
def stances():
    """Return a function that gives the stances of a text: (actor, issue) → stance."""

    def read(text: str) -> dict[tuple[str, str], str]:
        rows = dm.analyse(Article.from_text(text)).rows["stances"]
        return {(row["actor_id"], row["issue"]): row["stance"] for row in rows}

    return read


HARBOUR = (
    "Dockers in Sorrel Bay voted on Thursday to extend their strike. The company, Halden Marine, offered a raise of 4 "
    "percent. Union leader Lise Tarn demanded night pay for all crews. Minister Ana Kelm condemned the strike. "
    "“Night pay is out of the question,” the company's chief, Oskar Brehm, said. Opposition leader Petra Vole backed "
    "the dockers' demand for night pay."
)


def test_what_several_take_sides_on_is_an_issue_under_its_own_name(stances):
    found = stances(HARBOUR)
    assert found["dockers", "strike"] == "support"
    assert found["ana-kelm", "strike"] == "oppose"
    assert found["lise-tarn", "night pay"] == found["petra-vole", "night pay"] == "support"


def test_the_fields_of_the_lexicon_are_no_issues_to_stand_on(stances):
    assert {issue for _, issue in stances(HARBOUR)} <= {"strike", "night pay", "raise of 4 percent"}


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The county approved a plan to close the school. Parents opposed the plan.", "plan to close the school"),
        ("Norway backed the ban on fish. Chad rejected the ban.", "ban on fish"),
        ("Lawmakers voted for the assault weapons ban. Ana Reyl opposed the ban.", "assault weapons ban"),
        ("Veltria Demands Toll Reform\n\nVeltria on Monday demanded a toll reform. Ostania rejects it.", "toll reform"),
        ("Veltria called on Ostania to release the crew. Ostania rejected the appeal.", "release of the crew"),
        ("Senators debated the Corwin Amendment. Ana Reyl opposes the amendment.", "Corwin Amendment"),
        ("The tribe wants the 40-mile fence removed. Ranchers back the 40-mile fence.", "40-mile fence"),
        ("Ana Reyl welcomed the new treaty. Ivo Marrow condemned the treaty.", "treaty"),
    ],
)
def test_an_issue_is_called_what_the_article_calls_it(stances, text, issue):
    assert {name for _, name in stances(text)} == {issue}


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Ana Reyl called for a truce. The rebels rejected a truce.", "ceasefire"),
        ("Norway wants the embargo to be lifted. Chad backs the embargo.", "sanctions"),
        ("The rebels refused peace talks after months of war. Norway urged talks.", "peace talks"),
        ("The airline refused talks about wages. The pilots demanded talks.", "talks about wages"),
    ],
)
def test_what_the_lexicon_knows_as_an_issue_has_its_name(stances, text, issue):
    assert {name for _, name in stances(text)} == {issue}


@pytest.mark.parametrize(
    "text",
    [
        "President Bill Clinton met voters in Iowa. He praised the city and thanked the crowd.",  # a person, a place
        "Ana Reyl condemned the massacre. Ivo Marrow denounced the massacre.",  # nobody is for it
        "Norway sent a team to the dam. Chad has an office near the dam.",
        "The market opened at nine. Rain fell on the harbour.",
        "Ana Reyl demanded $40 million. Ivo Marrow rejected the demand.",
    ],
)
def test_no_issue_where_nobody_stands_for_or_against_a_thing(stances, text):
    assert stances(text) == {}


def test_two_things_of_one_name_are_told_apart_by_the_noun_before_it(stances):
    found = stances("Norway backed the gas deal. Chad opposed the peace deal. Chad also supported the gas deal.")
    assert found["norway", "gas deal"] == found["chad", "gas deal"] == "support"
    assert ("chad", "peace deal") not in found or found["chad", "peace deal"] == "oppose"


def test_an_article_that_takes_sides_on_everything_has_six_issues_at_most(stances):
    things = "dam bridge tax levy treaty pipeline railway embargo subsidy tariff".split()
    text = " ".join(f"Norway backed the {thing}. Chad opposed the {thing}." for thing in things)
    assert len({issue for _, issue in stances(text)}) == 6


def test_issues_of_the_reader_take_the_place_of_the_articles_own():
    rows = dm.analyse(Article.from_text(HARBOUR, issues={"the raise": ["raise"]})).rows["stances"]
    assert {row["issue"] for row in rows} == {"the raise"}


def test_the_acts_keep_the_field_of_the_lexicon():
    acts = dm.analyse(Article.from_text(HARBOUR)).rows["acts"]
    assert "wages and labour" in {act["issue"] for act in acts}
