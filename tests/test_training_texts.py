import pytest

from demandeur.article import InputError
from demandeur.evaluation.attitude_gold import AttitudeSentence
from demandeur.jsonl import as_line
from demandeur.training.texts import UNKNOWN, marked_anew, names, read_texts

TEXT = (
    "Velgia's Foreign Minister Ilse Varga met the Port Union in Ostrel on Monday.\n\n"
    "Short one.\n"
    "But nobody said a word about what had been agreed on that day.\n"
    "However, O’Kell told the Harbour Times that he would not sign."
)


def written(path, *rows):
    path.write_text("".join(as_line(row) + "\n" for row in rows), encoding="utf-8")
    return path


def marked(one):
    return one.text[slice(*one.first)], one.second and one.text[slice(*one.second)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Port Union’s head, Ilse Varga, left.", ["Port Union", "Ilse Varga"]),
        ("When O’Kell spoke, the Ministry of Trade listened.", ["O’Kell", "Ministry of Trade"]),
        ("He and I left it to No 4.", []),
        ("nobody here", []),
    ],
)
def test_names_are_capitalised_words_without_function_words_in_front(sentence, expected):
    assert [sentence[start:end] for start, end in names(sentence)] == expected


def test_only_sentences_with_names_are_drawn_and_marked_where_they_stand(tmp_path):
    found = read_texts(written(tmp_path / "texts.jsonl", {"text": TEXT}), 10, 10, seed=1)
    single = [one for one in found if one.second is None]
    pairs = [one for one in found if one.second]
    assert len(single) == len(pairs) == 2
    assert all(one.label == UNKNOWN for one in found)
    for one in found:
        first, second = marked(one)
        assert first != second
        assert {first, second} <= {one.text[start:end] for start, end in names(one.text)} | {None}


def test_the_draw_comes_from_the_seed_and_stops_at_the_number_asked_for(tmp_path):
    path = written(tmp_path / "texts.jsonl", *[{"text": TEXT}] * 20)
    assert read_texts(path, 5, 3, seed=1) == read_texts(path, 5, 3, seed=1)
    assert read_texts(path, 5, 3, seed=1) != read_texts(path, 5, 3, seed=2)
    assert len(read_texts(path, 5, 3, seed=1)) == 8


@pytest.mark.parametrize(
    ("row", "message"), [({"id": "a"}, "text is missing"), ({"text": "no name in here"}, "no sentence with a name")]
)
def test_texts_that_are_none_are_refused(tmp_path, row, message):
    with pytest.raises(InputError, match=message):
        read_texts(written(tmp_path / "texts.jsonl", row), 5, 5, seed=1)


def test_annotated_sentences_are_marked_anew_where_nobody_annotated_them():
    annotated = [
        AttitudeSentence("a", "Tull criticised Vey.", (0, 4), (16, 19), 3),
        AttitudeSentence("b", "Critics denounced Tull in Ostrel.", (18, 22), None, 0),
        AttitudeSentence("c", "nobody else than Tull", (17, 21), None, 1),
    ]
    found = marked_anew(annotated, seed=1)
    assert all(one.label == UNKNOWN for one in found)
    assert [marked(one) for one in found[:2]] == [("Tull", None), ("Vey", None)]
    (other, alone), pair = marked(found[2]), marked(found[3])
    assert other in ("Critics", "Ostrel")
    assert alone is None
    assert pair == ("Tull", other)
    assert len(found) == 4
