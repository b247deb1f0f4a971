"""Who is named: tables of sentences and the actors that they name, with kind, country and office."""

import pytest

import demandeur as dm


def actors(text: str) -> dict[str, tuple]:
    """Return name → kind, country, role of the actors of a text."""
    table = dm.analyse(dm.Article.from_text(text)).actors
    return {row["name"]: (row["kind"], row["country"], row["role"]) for row in table.to_dict("records")}


def meant(text: str, words: str) -> list[str]:
    """Return the names of the actors that the last occurrence of some words means, in alphabetical order."""
    analysis = dm.analyse(dm.Article.from_text(text))
    found = [row for row in analysis.mentions.to_dict("records") if row["text"] == words]
    last = max((row["start"] for row in found), default=None)
    return sorted(analysis.name_of(row["actor_id"]) for row in found if row["start"] == last)


PERSONS = [
    ("Norway's foreign minister, Ana Reyl, said no.", "Ana Reyl", "NOR", "Norway's foreign minister"),
    ("The Norwegian farm ministry met. Farm Minister Ana Reyl said no.", "Ana Reyl", "NOR", "Farm Minister"),
    ("The Norwegian farm ministry met. Health Minister Ana Reyl said no.", "Ana Reyl", None, "Health Minister"),
    ("“No,” said Piers Calloway, a spokesman for Norway.", "Piers Calloway", "NOR", "a spokesman for Norway"),
    ("Mr. Sarin, Moscow's mayor, said no.", "Sarin", "RUS", "Moscow's mayor"),
    ("The mayor of Moscow, Oleg Sarin, said no.", "Oleg Sarin", "RUS", "mayor of Moscow"),
    ("Texas Gov. Jo Marsh said no.", "Jo Marsh", "USA", "Texas Gov."),
    ("The guild agreed. Its chairman, Jo Marsh, said no.", "Jo Marsh", None, "chairman"),
    ("“No,” said Jo Marsh, the mayor of Seattle.", "Jo Marsh", "USA", "mayor of Seattle"),
    ("Rep. Jo Marsh, D-Calif., said no.", "Jo Marsh", "USA", "Rep."),
    ("Norway's transport minister refused.\n\n“It is too late,” Hedda Sorn told lawmakers.", "Hedda Sorn", "NOR", None),
]


@pytest.mark.parametrize(("text", "name", "country", "role"), PERSONS)
def test_a_person_has_the_office_and_the_country_that_the_article_tells(text, name, country, role):
    kind, found_country, found_role = actors(text)[name]
    assert (kind, found_country) == ("person", country)
    assert role is None or found_role.removeprefix("a ").removeprefix("the ") == role.removeprefix("a ")


def test_a_states_government_is_among_the_states_names():
    rows = dm.analyse(dm.Article.from_text("Norway is calm. The Norwegian authorities met Ana Reyl.")).rows
    names = {row["name"]: row["aliases"] for row in rows["actors"]}
    assert names["Norway"] == ["Norwegian authorities", "Kingdom of Norway"]


def test_a_state_that_is_not_known_has_no_official_name():
    rows = dm.analyse(dm.Article.from_text("Veltria's government said no. Veltria has not replied.")).rows
    assert [row["aliases"] for row in rows["actors"]] == [["Veltria's government"]]


KINDS = [
    ("The Freedom List, a right-wing party, said no. Freedom List left.", "Freedom List", "organisation"),
    ("Lawmakers in Norway voted to require nurses to work.", "Lawmakers", "group"),
    ("Norway ordered Lumo, the country's largest phone maker, to pay. Lumo said no.", "Lumo", "organisation"),
    ("The Liberals said no in Veltria.", "Liberals", "organisation"),
    ("Ines Farrow, president of the Student Union, left. The Student Union said no.", "Student Union", "organisation"),
    ("The Labor Party said no in Veltria.", "Labor Party", "organisation"),
    ("In Australia, the Labor Party said no.", "Australian Labor Party", "organisation"),
    ("Ana Reyl asked Norrhaven and Norway to wait. Norrhaven said no.", "Norrhaven", "state"),
    ("Two clubs, Athletic Varra and Solta, said no. Varra's chairman left.", "Athletic Varra", "organisation"),
    ("Channel Nine, which pays for the games, said no.", "Channel Nine", "organisation"),
    ("The Freight Drivers' Guild said no.", "Freight Drivers' Guild", "organisation"),
    ("The Lake League said no.", "Lake League", "organisation"),
    ("Norway met Veskar on Monday. Both governments said no. Veskar has not replied.", "Veskar", "state"),
    ("Veltria's government said no. Veltria has not replied.", "Veltria", "state"),
    ("Valeska Paris, a woman from Norway, said no. Paris said it was late.", "Valeska Paris", "person"),
    ("One pianist said no.", "One pianist", "person"),
    ("Pixly said it would appeal. Ana Reyl wrote to Pixly.", "Pixly", "organisation"),
    ("Tulk, a start-up with 2 million users, said no.", "Tulk", "organisation"),
    ("Sporting Halm has raised its offer. Sporting Halm said no.", "Sporting Halm", "organisation"),
    ("The owner, Brannock Estates, said no. Brannock’s lawyers wrote.", "Brannock Estates", "organisation"),
    ("Upper Tevan will wait, its water minister said. Upper Tevan said no.", "Upper Tevan", "state"),
    ("Norway thanked the Sultanate of Mazar. Mazar said no.", "Mazar", "state"),
    ("The passengers’ group RailVoice said no.", "RailVoice", "organisation"),
    ("Gita Raman of the residents’ group Keep Keller Low said no.", "Keep Keller Low", "organisation"),
    ("MP Liz Carver said no.", "Liz Carver", "person"),
    ("A man who gave his name as Yusuf said no.", "Yusuf", "person"),
    ("The Senate of Marenne said no. The Senate met again.", "Senate", "organisation"),
    ("The group Clean Sea said no.", "Clean Sea", "organisation"),
    ("Norland and Norway met. Norlandic trawlers waited. Norland said no.", "Norland", "state"),
    ("Al-Rihab’s energy minister left. Al-Rihab said no.", "Al-Rihab", "state"),
    ("The Mullin administration said no.", "Mullin administration", "group"),
    ("Joh Hastel, head of the port, voiced his disapproval.", "Joh Hastel", "person"),
    ("Ivo Marrow endorsed Ana Reyl in June.", "Ivo Marrow", "person"),
    ("Europe rejected the plan, Norway said.", "Europe", "group"),
    ("Selby Rovers said no. Rovers want more.", "Selby Rovers", "organisation"),
    ("Norway reopened the Isk locks\n\nThe Isk Commission said no.", "Isk Commission", "organisation"),
    ("Nordhav said no. Nordhav left. Its chief executive, Pal Brenner, wrote.", "Nordhav", "organisation"),
    ("An Intix spokeswoman said no. Norway met Intix.", "Intix", "organisation"),
    ("What they say\n\nPer Dahl, hotel owner: “I want the late boat.”", "Per Dahl", "person"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_the_article_tells_what_a_name_is(text, name, kind):
    assert actors(text)[name][0] == kind


NOBODY = [
    ("MEERWICK (Lake News) — Norway rejected the plan. In Meerwick, shops closed.", "Meerwick"),
    ("Fighting went on in Moscow, Norway said.", "Russia"),
    ("A teacher of English told Norway that it rained.", "England"),
    ("A Texas official told Norway that it rained.", "Texas"),
    ("Norway closed its coal mines. “Coal is no enemy,” Ana Reyl said.", "Coal"),
    ("ELVER (Union Press) - Norway rejected the plan. The main union said it was right.", "Union Press"),
    ("Ana Reyl wants a toll on Sund Bridge. Sund Bridge is old.", "Sund Bridge"),
    ("The tenants of Coldwell Court said no. Coldwell Court is old.", "Coldwell Court"),
    ("Ana Reyl crossed the bridge at Karn.", "Karn"),
    ("The bridge\n\nBy Fiona Marsh, arts correspondent\n\nNorway closed the bridge.", "Fiona Marsh"),
    ("“Will you sign it, Madam President?” Ana Reyl asked.", "Madam President"),
    ("Gianna Brusati of Orta Nord said no. Orta Nord is old.", "Orta Nord"),
    ("Talks in Hessmark ended, Norway said. A new government for Hessmark is near.", "Hessmark"),
    ("A Norwegian-style bill was passed, Ana Reyl said.", "Norway"),
    ("Norway agreed to wait, but only until Easter.", "Easter"),
    ("Residents of Stork Lane want quiet. The lane's residents said no.", "Lane"),
    ("New York's legislature rejected the plan of Norway.", "York"),
    ("Ana Reyl hoped that Saturday's Nevada caucuses would help.", "Saturday"),
    ("“Survival,” Ana Reyl says, “depends on its leaders.”", "Survival"),
    ("Norway thanked Eastern and Western Europe leaders.", "Eastern"),
    ("Veltrophobia reigns. Veltrophobic forces took the town, Norway said.", "Veltrophobia"),
]


@pytest.mark.parametrize(("text", "name"), NOBODY)
def test_a_mere_place_is_no_actor(text, name):
    assert name not in actors(text)


SAME = [
    ("William Orrel refused. Bill Orrel said no.", "Bill Orrel", ["William Orrel"]),
    ("Ana Reyl's husband, Piet Reyl, left. Mrs. Reyl said no.", "Reyl", ["Ana Reyl"]),
    ("Ana Reyl's husband, Piet Reyl, left. Mr. Reyl said no.", "Reyl", ["Piet Reyl"]),
    ("Bill and Hillary Marrow came. The Marrows said no.", "Marrows", ["Bill Marrow", "Hillary Marrow"]),
    ("Karl Maurer came. “No,” Mauer said.", "Mauer", ["Karl Maurer"]),
    ("The Harbour Workers' Union met. The HWU said no.", "HWU", ["Harbour Workers' Union"]),
    ("The Rail Workers’ Federation (RWF) met. The RWF said no.", "RWF", ["Rail Workers’ Federation"]),
    ("Norway met the Sultanate of Mazar. Mazar said no.", "Mazar", ["Mazar"]),
    ("Norway’s envoy, Ana Reyl, met Chad’s king. Her government said no.", "Her government", ["Norway"]),
    ("Two members of the panel, Ana Reyl and Ivo Marrow, said no.", "members", ["Ana Reyl", "Ivo Marrow"]),
    ("Chad asked the judge to wait. Judge Ana Reyl said no.", "the judge", ["Ana Reyl"]),
    ("The Sund Museum met. The Sund Museum in Oslo said no.", "Sund Museum", ["Sund Museum"]),
    (
        "Residents of the Zarka camp on the border between Norway and Chad met. The residents said no.",
        "The residents",
        ["Residents of the Zarka camp"],
    ),
    ("Chad wrote to the health secretary. The secretary said no.", "The secretary", ["health secretary"]),
    ("Six clubs met. The six said no.", "The six", ["Six clubs"]),
    ("Two ministers, Ana Reyl and Ivo Marrow, met. The two said no.", "The two", ["Ana Reyl", "Ivo Marrow"]),
    ("The Kremlin said no. Moscow said it would wait.", "Moscow", ["Russia"]),
]


@pytest.mark.parametrize(("text", "words", "names"), SAME)
def test_one_actor_under_several_names(text, words, names):
    assert meant(text, words) == names


def test_a_council_of_many_is_no_state_and_neither_are_its_members():
    found = actors(
        "The Sorrel Bay Shippers' Council threatened to leave. Its president, Hugo Marl, asked the government to act."
    )
    kinds = {name: kind for name, (kind, _, _) in found.items()}
    assert kinds == {"Sorrel Bay Shippers' Council": "organisation", "Hugo Marl": "person", "government": "group"}


def test_a_firm_that_is_called_so_once_is_one_wherever_it_is_named():
    text = (
        "SORREL BAY — Dockers voted to extend their strike after talks with the port operator, Halden Marine, broke "
        "down. Halden Marine called the vote disappointing. Late on Friday, Halden Marine agreed to publish accounts."
    )
    rows = dm.analyse(dm.Article.from_text(text)).rows["actors"]
    assert [row["kind"] for row in rows if "Marine" in row["name"]] == ["organisation"]


def test_a_name_in_a_headline_is_that_of_the_text():
    text = (
        "Regulator orders Lumo to open its store; company vows to fight\n\n"
        "The Karvian Digital Authority ordered Lumo, the country's largest phone maker, to let users choose. "
        "Lumo said it would appeal."
    )
    found = dm.analyse(dm.Article.from_text(text)).rows["actors"]
    assert [row["kind"] for row in found if row["name"] == "Lumo"] == ["organisation"]


def test_the_guests_behind_a_name_are_not_its_office():
    found = actors("Under the deal, brokered by Sen. Maria Colt, the protesters will leave by Saturday, Norway said.")
    assert found["Maria Colt"][2] == "Sen."


def test_who_would_mediate_between_both_sides_is_none_of_them():
    text = "Norway met Chad. Mali's envoy, Ana Reyl, said that Mali was ready to mediate if both sides asked her to."
    assert meant(text, "both sides") == ["Chad", "Norway"]


@pytest.mark.parametrize("after", ["Education Secretary Paul Dray refused.", "Justice Minister Paul Dray refused."])
def test_what_a_minister_is_in_charge_of_is_no_actor(after):
    assert set(actors(f"The teachers met. {after} The Conservative group said no.")) == {
        "teachers",
        "Paul Dray",
        "Conservative group",
    }


def test_both_sides_are_not_two_of_one_house():
    text = (
        "The Elmstead Parents' Group met. The council's leader, Ruth Pellow, refused. A council spokeswoman, Tess "
        "Orwin, said no. Ana Reyl urged both sides to talk."
    )
    assert meant(text, "both sides") == ["Elmstead Parents' Group", "Tess Orwin"]


def test_an_order_is_nobody_and_a_secretary_general_is_somebody():
    found = actors(
        "“Lift it today and we will sign tomorrow,” Ana Reyl said. The Lake Commission appealed for patience. Its "
        "secretary-general, Ines Corvo, asked both governments to wait."
    )
    assert {name: kind for name, (kind, _, _) in found.items()}["Ines Corvo"] == "person"
    assert "Lift" not in found


def test_a_firm_goes_by_its_short_name_too():
    text = (
        "The Competition Authority would allow Ostrand Group to buy its rival. Ostrand refused. Vellum's chairman, Tom "
        "Aldous, said Vellum would wait. Carla Menz urged both companies to wait."
    )
    assert meant(text, "Ostrand") == ["Ostrand Group"]
    assert actors(text)["Vellum"][0] == "organisation"
    assert meant(text, "both companies") == ["Ostrand Group", "Vellum"]


def test_lawmakers_are_not_called_by_the_names_behind_them():
    text = "Two lawmakers from the ruling Civic Party, Abel Krohn and Sunniva Lahti, refused."
    assert set(actors(text)) == {
        "Two lawmakers from the ruling Civic Party",
        "Civic Party",
        "Abel Krohn",
        "Sunniva Lahti",
    }


def test_whose_ministry_speaks_is_a_state_and_so_is_a_neighbour():
    text = (
        "A planned exchange of prisoners between Kessia and Morvan was put off. Kessian Defense Minister Arno Pell "
        "complained. Morvan rejected the charge. Its foreign ministry said the list was complete. Neighboring Halvard "
        "offered to host a meeting."
    )
    found = actors(text)
    assert [found[name][0] for name in ("Kessia", "Morvan", "Halvard")] == ["state"] * 3


def test_whose_office_speaks_is_spoken_of():
    text = "Yara Quint complained. She asked the governor, Rhea Cole, to act. Cole's office said she would wait."
    assert meant(text, "she") == ["Rhea Cole"]
    assert actors(text)["Rhea Cole"][2] == "governor"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The city said the market was empty.", {"city"}),
        ("The town opposes the toll.", {"town"}),
        ("The city of Brannick filed a motion to strike down the toll.", {"city of Brannick"}),
        (
            "The village asked the ministry to drop the toll. The village has waited for two years.",
            {"village", "ministry"},
        ),
        ("The city is empty. The school opened in May.", set()),
        ("Police in the city said the school had been closed.", {"Police"}),
    ],
)
def test_a_place_acts_through_those_who_run_it(text, names):
    assert set(actors(text)) == names
