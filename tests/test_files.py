import os

import pytest

from demandeur.article import InputError
from demandeur.files import check_folder, find_project_root, resolve, shown, slug, whole_file, write_bytes, write_text


def test_a_written_file_leaves_nothing_beside_it(tmp_path):
    path = write_text(tmp_path / "a “file” {with} marks.txt", "one\r\ntwo\n")
    assert path.read_bytes() == b"one\r\ntwo\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_written_file_has_the_rights_of_any_new_file(tmp_path):
    (tmp_path / "plain").touch()
    assert write_bytes(tmp_path / "written", b"").stat().st_mode == (tmp_path / "plain").stat().st_mode


def fail_half_way(path):
    path.write_text("half of the n")
    path.parent.write_text("")


def test_a_writer_that_fails_leaves_the_old_file_as_it_was(tmp_path):
    path = write_text(tmp_path / "file.txt", "old")
    with pytest.raises(IsADirectoryError), whole_file(path) as temporary:
        fail_half_way(temporary)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_lone_surrogate_is_written_as_the_replacement_character(tmp_path):
    assert write_text(tmp_path / "file.txt", "a\ud83db").read_text(encoding="utf-8") == "a\ufffdb"


def test_an_output_folder_is_made_with_its_parents_and_left_empty(tmp_path):
    check_folder(tmp_path / "some" / "folder")
    assert list((tmp_path / "some" / "folder").iterdir()) == []


@pytest.mark.parametrize("name", ["file.txt", "file.txt/below", "n" * 300])
def test_an_output_folder_that_cannot_be_is_refused_in_one_sentence(tmp_path, name):
    (tmp_path / "file.txt").touch()
    with pytest.raises(InputError, match=r"can't write to this output folder \(.+\); name another one\.$"):
        check_folder(tmp_path / name)


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("Talks in Ostera", "talks-in-ostera"),
        ("  a/b\\c:d  ", "a-b-c-d"),
        ("../../etc", "etc"),
        ("Élodie’s “plan” {1}", "elodies-plan-1"),
        ("会谈", "article"),
        ("", "article"),
        (17, "17"),
        ("x" * 200, "x" * 80),
        ("x" * 79 + " y", "x" * 79),
    ],
)
def test_slug(identifier, expected):
    assert slug(identifier) == expected


def test_a_name_in_a_sentence_keeps_to_one_line_and_a_fair_length():
    assert shown("a\nb\x1b[1m\udcff") == r"a\nb\x1b[1m\udcff"
    assert len(shown("x" * 5000)) <= 100


def test_a_relative_path_is_found_from_the_current_folder_first_then_from_the_project(tmp_path, monkeypatch, root):
    monkeypatch.chdir(tmp_path)
    assert find_project_root() == root
    assert resolve("pyproject.toml") == root / "pyproject.toml"
    (tmp_path / "pyproject.toml").touch()
    assert resolve("pyproject.toml").resolve() == tmp_path.resolve() / "pyproject.toml"
    assert os.fspath(resolve("no-such-file.txt")) == "no-such-file.txt"


@pytest.mark.parametrize("odd", ["x" * 5000, "a\0b", "two\nlines"])
def test_a_text_that_cannot_be_a_path_stays_as_it_is(odd):
    assert os.fspath(resolve(odd)) == odd
