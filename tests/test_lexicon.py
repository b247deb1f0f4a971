"""The lexicon's loader and what its files of actors must hold."""

import csv

import pytest

from demandeur import lexicon
from demandeur.lexicon.reply_turns import answer_of, reply_turns
from demandeur.lexicon.rows import FOLDER, read_rows
from demandeur.lexicon.terms import all_terms

UN_MEMBERS = """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF
CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI
FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN
KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT
MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT
ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON
TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
""".split()


def test_every_member_and_observer_of_the_united_nations_is_a_state():
    by_status = {}
    for key, state in lexicon.states().items():
        by_status.setdefault(state.status, []).append(key)
    assert sorted(by_status["member"]) == UN_MEMBERS
    assert len(UN_MEMBERS) == 193
    assert sorted(by_status["observer"]) == ["PSE", "VAT"]


@pytest.mark.parametrize(
    ("text", "target", "form"),
    [
        ("US", "USA", "name"),
        ("U.S.", "USA", "name"),
        ("United States of America", "USA", "name"),
        ("UK", "GBR", "name"),
        ("Britain", "GBR", "name"),
        ("Briton", "GBR", "people"),
        ("British", "GBR", "demonym"),
        ("DPRK", "PRK", "name"),
        ("Burma", "MMR", "name"),
        ("Ivory Coast", "CIV", "name"),
        ("Czechia", "CZE", "name"),
        ("Holland", "NLD", "name"),
        ("Russian Federation", "RUS", "name"),
        ("Frenchwoman", "FRA", "people"),
        ("Spaniards", "ESP", "people"),
        ("Emirati", "ARE", "demonym"),
        ("Moscow", "RUS", "capital"),
        ("Kyiv", "UKR", "capital"),
        ("Kiev", "UKR", "capital"),
        ("Beijing", "CHN", "capital"),
        ("Peking", "CHN", "capital"),
        ("Washington", "USA", "capital"),
        ("Washington, D.C.", "USA", "capital"),
        ("The Hague", "NLD", "capital"),
        ("Jerusalem", "ISR", "capital"),
        ("Tel Aviv", "ISR", "capital"),
        ("Brussels", "EU", "capital"),
        ("Brussels", "BEL", "capital"),
        ("Kremlin", "RUS", "metonym"),
        ("Downing Street", "GBR", "metonym"),
        ("No. 10", "GBR", "metonym"),
        ("Whitehall", "GBR", "metonym"),
        ("Élysée", "FRA", "metonym"),
        ("Elysee", "FRA", "metonym"),
        ("Quai d'Orsay", "FRA", "metonym"),
        ("Quai d’Orsay", "FRA", "metonym"),
        ("Blue House", "KOR", "metonym"),
        ("State Department", "USA", "metonym"),
        ("Foggy Bottom", "USA", "metonym"),
        ("Pentagon", "USA", "metonym"),
        ("White House", "USA", "metonym"),
        ("Verkhovna Rada", "UKR", "metonym"),
        ("Bankova", "UKR", "metonym"),
        ("Knesset", "ISR", "metonym"),
        ("Zhongnanhai", "CHN", "metonym"),
        ("Langley", "USA", "capital"),
        ("Turtle Bay", "UN", "metonym"),
        ("Kosovar", "XKX", "demonym"),
        ("Taiwanese", "TWN", "demonym"),
        ("Transnistria", "MDA-PMR", "name"),
        ("Donetsk People's Republic", "UKR-DNR", "name"),
        ("Soviet", "SUN", "demonym"),
        ("United Nations", "UN", "organisation"),
        ("U.N.", "UN", "organisation"),
        ("Security Council", "UNSC", "organisation"),
        ("Nato", "NATO", "organisation"),
        ("IAEA", "IAEA", "organisation"),
        ("European Commission", "EUCOM", "organisation"),
        ("Hezbollah", "HEZBOLLAH", "organisation"),
        ("Taliban", "TALIBAN", "organisation"),
        ("Republicans", "GOP", "people"),
        ("Republican", "GOP", "demonym"),
        ("Democratic", "DEM", "demonym"),
        ("Chagos Islands", "IOT", "name"),
        ("Tories", "CON", "people"),
    ],
)
def test_a_text_names_its_actor(text, target, form):
    assert (target, form) in [(name.target, name.form) for name in lexicon.names()[text]]


@pytest.mark.parametrize("text", ["us", "who", "is", "it", "china", "the Kremlin", "Paris Hilton", "polish", ""])
def test_a_word_that_is_no_name_names_nobody(text):
    assert text not in lexicon.names()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Congo", ["COD", "COG"]),
        ("Korea", ["KOR", "PRK"]),
        ("Brussels", ["EU", "BEL"]),
        ("Dominican", ["DOM", "DMA"]),
    ],
)
def test_a_text_of_several_actors_names_the_likeliest_first(text, targets):
    assert list(dict.fromkeys(name.target for name in lexicon.names()[text])) == targets


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Georgia", "region"),
        ("Georgia", "person"),
        ("Congo", "state"),
        ("Korea", "state"),
        ("Guinea", "state"),
        ("Washington", "region"),
        ("Washington", "person"),
        ("Jordan", "person"),
        ("Chad", "person"),
        ("Israel", "person"),
        ("Turkey", "word"),
        ("Indian", "people"),
        ("Brussels", "organisation"),
    ],
)
def test_an_ambiguous_name_says_what_else_it_may_be(text, reading):
    assert all(reading in name.ambiguous for name in lexicon.names()[text])


def test_what_is_called_ambiguous_is_a_name():
    assert set(lexicon.ambiguous()) <= set(lexicon.names())


def test_no_text_names_two_actors_unless_it_is_called_ambiguous():
    for text, names in lexicon.names().items():
        if len({name.target for name in names}) > 1:
            assert text in lexicon.ambiguous(), text


def test_no_name_begins_with_an_article_but_titles_of_their_own():
    own = {"The Hague", "The Gambia", "The Bahamas", "The Netherlands", "The Maldives", "The Philippines"}
    own |= {"The Marshall Islands", "The Solomon Islands", "The Seychelles"}
    for text, names in lexicon.names().items():
        if text.lower().startswith("the ") and text not in own:
            assert lexicon.organisations()[names[0].target].sector == "JRN", text


def test_every_country_and_code_is_a_state_or_an_organisation():
    states = lexicon.states()
    for state in states.values():
        assert state.country in states, state
        assert len(state.country) == 3
    for organisation in lexicon.organisations().values():
        assert organisation.code in states or organisation.code in lexicon.organisations(), organisation


def test_wikidata_ids_are_well_formed_and_belong_to_one_actor():
    entries = [*lexicon.states().values(), *lexicon.organisations().values()]
    ids = [entry.wikidata for entry in entries if entry.wikidata]
    assert all(text[0] == "Q" and text[1:].isdigit() for text in ids)
    assert len(ids) == len(set(ids))
    assert all(state.wikidata for state in lexicon.states().values() if state.status in ("member", "observer"))


def test_a_key_is_no_state_and_organisation_at_once():
    assert not set(lexicon.states()) & set(lexicon.organisations())


@pytest.mark.parametrize(
    ("word", "sector", "head", "gender", "speaks_for"),
    [
        ("president", "GOV", True, None, False),
        ("prime ministers", "GOV", True, None, False),
        ("queen", "GOV", True, "f", False),
        ("foreign secretary", "GOV", False, None, False),
        ("spokeswoman", "GOV", False, "f", True),
        ("press secretary", "GOV", False, None, True),
        ("envoys", "GOV", False, None, True),
        ("congressman", "LEG", False, "m", False),
        ("rebel leader", "REB", False, None, False),
        ("bishop", "REL", False, None, False),
        ("secretary-general", "IGO", False, None, False),
    ],
)
def test_an_office_has_its_sector_and_what_it_tells(word, sector, head, gender, speaks_for):
    office = lexicon.offices()[word]
    assert (office.sector, office.head, office.gender, office.speaks_for) == (sector, head, gender, speaks_for)


@pytest.mark.parametrize(("noun", "sector"), [("government", "GOV"), ("rebels", "REB"), ("police", "COP")])
def test_a_group_noun_has_its_sector(noun, sector):
    assert lexicon.group_nouns()[noun].sector == sector


@pytest.mark.parametrize("noun", ["rebel", "resident", "leader"])
def test_one_person_is_no_group(noun):
    assert noun not in lexicon.group_nouns()


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Olena", "f"), ("Mohammed", "m"), ("Volodymyr", "m"), ("Ayşe", "f"), ("Emmanuel", "m"), ("Andrea", None)],
)
def test_a_first_name_tells_he_or_she_only_where_it_is_clear(name, gender):
    assert lexicon.first_name_gender(name) == gender


def test_a_nickname_stands_for_its_formal_names():
    assert lexicon.nicknames()["Bill"] == ("William",)
    assert "Bernard" in lexicon.nicknames()["Bernie"]


def test_a_title_tells_the_gender_with_and_without_its_full_stop():
    assert lexicon.titles()["Mrs"].gender == lexicon.titles()["Mrs."].gender == "f"
    assert lexicon.titles()["Sen."].gender is None


@pytest.mark.parametrize(
    ("text", "country"),
    [("Calif.", "USA"), ("Iowans", "USA"), ("Ontario", "CAN"), ("Odessa", "UKR"), ("Bavaria", None), ("Kyiv", None)],
)
def test_a_region_tells_its_country_and_is_no_listed_actor(text, country):
    region = lexicon.regions().get(text)
    assert (region.country if region else None) == country


def test_no_region_is_also_listed_as_an_actor_but_georgia():
    assert set(lexicon.regions()) & set(lexicon.names()) == {"Georgia"}


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [("European", "region", "demonym"), ("Kurds", "people", "people"), ("Shia", "religion", "demonym")],
)
def test_a_word_for_people_is_of_its_kind(text, kind, form):
    people = lexicon.peoples()[text]
    assert (people.kind, people.form) == (kind, form)


def test_a_lookalike_holds_a_name_and_is_none():
    for text in lexicon.lookalikes():
        assert text not in lexicon.names(), text
        words = f" {text} ".replace("-", " ").replace(",", " ")
        assert any(f" {name} " in words for name in lexicon.names()), text


COLUMNS = ("text", "sector", "flag")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("text,sector\n", "words.csv, line 1: the header is text,sector, expected text,sector,flag."),
        (
            "text,sector,flag\na,GOV\n",
            "words.csv, line 2: it has 2 cells, expected 3: quote a cell that holds a comma.",
        ),
        ("text,sector,flag\n a,GOV,no\n", "words.csv, line 2: text is ' a': remove the blanks around it."),
        ("text,sector,flag\n,GOV,no\n", "words.csv, line 2: text is empty: fill it in or remove the line."),
        (
            "text,sector,flag\na,GOV,no\na,MIL,no\n",
            "words.csv, line 3: text 'a' stands already in line 2: keep one of the two.",
        ),
        ("text,sector,flag\na,GOVT,no\n", "words.csv, line 2: sector is 'GOVT', expected one of: GOV, MIL."),
        ("text,sector,flag\na,GOV,maybe\n", "words.csv, line 2: flag is 'maybe', expected one of: no, yes."),
        (
            "text,sector,flag\na;;b,GOV,no\n",
            "words.csv, line 2: text has nothing between two semicolons: write text as 'one;two'.",
        ),
    ],
)
def test_a_bad_line_is_one_sentence_that_names_file_and_line(tmp_path, content, message):
    (tmp_path / "words.csv").write_text(content, encoding="utf-8")
    with pytest.raises(lexicon.LexiconError) as caught:
        _read_words(tmp_path)
    assert str(caught.value) == message


def _read_words(folder):
    for row in read_rows("words.csv", COLUMNS, "text", folder=folder):
        row.several("text")
        row.one_of("sector", ("GOV", "MIL"))
        row.flag("flag")


def test_a_byte_order_mark_from_a_spreadsheet_does_no_harm(tmp_path):
    (tmp_path / "words.csv").write_text("text,sector,flag\na,GOV,no\n", encoding="utf-8-sig")
    assert [row.line for row in read_rows("words.csv", COLUMNS, "text", folder=tmp_path)] == [2]


def test_the_readme_explains_every_file_and_every_source():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in [*FOLDER.glob("*.csv"), *FOLDER.glob("*.toml")]:
        assert f"`{path.name}`" in readme
    for path in FOLDER.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                assert f"`{row['source'].split('-')[0]}`" in readme, (path.name, row)


@pytest.mark.parametrize("entry", all_terms(), ids=lambda entry: entry.example)
def test_a_pattern_of_terms_finds_its_example_and_leaves_what_it_spares(entry):
    assert entry.pattern.search(entry.example)
    assert not entry.spares or not entry.pattern.search(entry.spares)


@pytest.mark.parametrize("entry", reply_turns(), ids=lambda entry: entry.example)
def test_a_reply_turn_finds_its_example_and_leaves_the_other(entry):
    for verb in entry.verbs:
        assert answer_of(verb, entry.example)[0] == entry.act
        assert not entry.spares or answer_of(verb, entry.spares)[0] is None
