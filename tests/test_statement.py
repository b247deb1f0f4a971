from demandeur.grammar import tokens_of
from demandeur.language import load_model, parse
from demandeur.statement import Statement


def statement_over(*spans: tuple[int, int]) -> Statement:
    return Statement(list(spans), None, None, None, None, "statement.clause", 1.0)


def test_a_statement_holds_its_own_words_and_not_those_between_them():
    said = statement_over((2, 5), (9, 12))
    assert [offset for offset in range(15) if said.holds(offset)] == [2, 3, 4, 9, 10, 11]


def test_a_statement_has_whole_words_and_their_verbs():
    text = "The ships, Ana Reyl said, must leave the port."
    doc = parse(text, load_model())
    said = statement_over((0, text.index("ips")), (text.index("must"), len(text)))
    assert [token.text for token in said.words(doc)] == ["The", "ships", "must", "leave", "the", "port", "."]
    assert said.verbs(doc) == tokens_of(doc, "must", "leave")
