import io
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from demandeur.article import Article, InputError
from demandeur.readers import read_article, read_articles, title_of

TEXT = "Velgia urged Karstania to open the sluices.\n"
GERMAN = (
    "Die Ministerin forderte am Montag, dass der Hafen sofort wieder geöffnet werde, und wies alle Angebote zurück."
)
PAGE = f"<html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>{TEXT * 3}</p></article></body></html>"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refusal(source, **more):
    with pytest.raises(InputError) as caught:
        read_article(source, **more)
    assert str(caught.value).count("\n") == 0
    assert str(caught.value).endswith(".")
    return str(caught.value)


def ids(*sources):
    return [article.id if isinstance(article, Article) else str(article) for article in read_articles(sources)]


def test_a_text_file_is_its_text_with_its_name(folder):
    (folder / "talks.txt").write_text(TEXT)
    assert read_article("talks.txt") == Article(id="talks", text=TEXT, source="talks.txt")


def test_no_path_of_the_machine_comes_in(folder):
    (folder / "talks.txt").write_text(TEXT)
    assert read_article(folder / "talks.txt") == read_article("talks.txt")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffOne “two”.\r\nThree.\r\n".encode(), "One “two”.\nThree.\n"),
        ("One café.\r\nThree.".encode("latin-1"), "One café.\nThree."),
        ("One “two”.\n".encode("utf-16"), "One “two”.\n"),
        (b"  One. \n\n\n\tTwo.  <script>{x}</script> %s \x0c\n", "  One. \n\n\n\tTwo.  <script>{x}</script> %s \x0c\n"),
        (b"an old Mac's\rline", "an old Mac's\rline"),
    ],
)
def test_only_line_ends_and_the_byte_order_mark_of_a_text_change(folder, data, text):
    (folder / "talks.txt").write_bytes(data)
    assert read_article("talks.txt").text == text


@pytest.mark.parametrize(
    "name", ["with space.txt", "{brace}.txt", "it's “quoted\".txt", "%s $HOME;.txt", "Élodie.txt", "#1.txt"]
)
def test_an_odd_name_is_a_name(folder, name):
    (folder / name).write_text(TEXT)
    article = read_article(name)
    assert (article.source, f"{article.id}.txt") == (name, name)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Talks stall\n\nThe ministers left.", "Talks stall"),
        ("\n\n  Talks stall!  \n \nThe ministers left.", "Talks stall!"),
        ("Talks stall.\n\nThe ministers left.", None),
        ("Talks stall\nThe ministers left.", None),
        ("Talks stall\n\n", None),
        ("T" * 120 + "\n\nText.", "T" * 120),
        ("T" * 121 + "\n\nText.", None),
        ("", None),
    ],
)
def test_title_of(text, title):
    assert title_of(text) == title


def test_a_headline_stays_in_the_text(folder):
    (folder / "talks.txt").write_text("Talks stall\n\nThe ministers left.")
    article = read_article("talks.txt")
    assert (article.title, article.text) == ("Talks stall", "Talks stall\n\nThe ministers left.")


def test_markdown_and_pages_are_read_by_their_endings(folder):
    (folder / "a.md").write_text("---\nsource: Post\n---\n# Talks *stall*\n\nVelgia **urged** peace.\n")
    (folder / "b.HTML").write_text(PAGE)
    (folder / "c.txt").write_text("# Talks *stall*\n")
    markdown, page, text = read_articles(["a.md", "b.HTML", "c.txt"])
    assert (markdown.text, markdown.source) == ("Talks stall\n\nVelgia urged peace.", "Post")
    assert "<p>" not in page.text
    assert page.source == "b.HTML"
    assert text.text == "# Talks *stall*\n"


def test_the_reader_s_speaker_and_issues_win_over_the_row_s(folder):
    (folder / "one.jsonl").write_text(json.dumps({"text": TEXT, "speaker": "Velgia", "issues": {"dam": ["dam"]}}))
    assert read_article("one.jsonl").speaker == "Velgia"
    article = read_article("one.jsonl", speaker="Karstania", issues={"water": ["sluice"]})
    assert (article.speaker, article.issues) == ("Karstania", {"water": ["sluice"]})
    assert read_article("one.jsonl", issues='{"water": ["sluice"]}').issues == {"water": ["sluice"]}
    assert refusal("one.jsonl", issues="water").startswith("issues: issues is not valid JSON")


def test_a_row_is_picked_by_its_id(folder):
    (folder / "rows.jsonl").write_text(
        "".join(json.dumps({"id": i, "text": f"{TEXT}{i}"}) + "\n" for i in ["a", 7, "b#c"])
    )
    assert read_article("rows.jsonl#a").text == f"{TEXT}a"
    assert read_article("rows.jsonl#7").id == 7
    assert ids("rows.jsonl#b#c", "rows.jsonl#a") == ["b#c", "a"]
    assert refusal("rows.jsonl#x") == "rows.jsonl: no row has the id x; check the id."


def test_a_file_of_the_literal_name_goes_before_a_row(folder):
    (folder / "rows.jsonl").write_text(json.dumps({"id": "a", "text": "row"}))
    (folder / "rows.jsonl#a").write_text(TEXT)
    assert read_article("rows.jsonl#a").text == TEXT


def test_several_rows_need_an_id_and_the_error_says_how(folder):
    (folder / "rows.jsonl").write_text((json.dumps({"id": "un 1", "text": TEXT}) + "\n") * 2)
    assert refusal("rows.jsonl") == "rows.jsonl: holds several articles; name one by its id, such as rows.jsonl#un 1."


def test_a_folder_is_read_in_order_without_hidden_and_foreign_files(folder):
    for name in ["b.txt", "a/z.md", "a/.git/x.txt", ".hidden.txt", "c.jpg", "B.txt", "a/rows.csv"]:
        path = folder / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"text\n{TEXT}")
    assert ids("news") == ["B", "rows-2", "z", "b"]
    assert refusal("news") == "news: this is a folder of several articles; name one of its files."


def test_a_folder_with_one_article_is_that_article(folder):
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text(TEXT)
    assert read_article("news").id == "a"


def test_one_bad_article_does_not_stop_the_others(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(b"%PDF-1.7")
    (folder / "c.csv").write_text("body\nx\n")
    (folder / "d.txt").write_text(TEXT)
    results = list(read_articles(["a.txt", "no.txt", "b.txt", "c.csv", "d.txt"]))
    assert [type(result) for result in results] == [Article, InputError, InputError, InputError, Article]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "a.txt: the file is empty; give one that holds the article's text."),
        ("a.txt", b" \n\t\r\n", "a.txt: the file is empty; give one that holds the article's text."),
        ("a.md", b"---\ntitle: T\n---\n", "a.md: the text is empty; give the article's text."),
        ("a.jsonl", b"\n\n", "a.jsonl: no article in it; give a file that holds at least one."),
        ("a.csv", b"text\n", "a.csv: no article in it; give a file that holds at least one."),
        ("a.csv", b"", "a.csv: no article in it; give a file that holds at least one."),
        ("a.txt", bytes(50), "a.txt: this is binary data, not text; give the article as text."),
        ("a.pdf", b"%PDF", "a.pdf: this is a PDF, which can't be read; save its text as a .txt file."),
        ("a.docx", b"PK\3\4", "a.docx: this is a Word document, which can't be read; save its text as a .txt file."),
        (
            "a.jsonl",
            b"PAR1....",
            "a.jsonl: this is a Parquet file, which can't be read as text; give its name the ending .parquet.",
        ),
        (
            "a.html",
            b"<html><body></body></html>",
            "a.html: no article found on this page; save the article's text as a .txt file.",
        ),
        ("a.txt", GERMAN.encode(), 'a.txt: the text is not English (it reads as "de"); give an English text.'),
    ],
)
def test_bad_input_is_one_sentence(folder, name, data, sentence):
    (folder / name).write_bytes(data)
    assert refusal(name) == sentence


@pytest.mark.parametrize(
    "name", ["no.txt", "", "no.jsonl#a", "x" * 5000, "The minister said: “No.”\nShe left.", "nul\0.txt"]
)
def test_what_is_not_there_is_told(folder, name):
    assert refusal(name).endswith(": no such file or folder; check the path.")


def test_a_folder_without_articles_is_told(folder):
    (folder / "news").mkdir()
    (folder / "news" / "map.jpg").touch()
    assert refusal("news").startswith("news: no article in this folder; put files there that end in .txt, ")


def test_a_file_that_cannot_be_read_is_told(folder, monkeypatch):
    (folder / "a.txt").write_text(TEXT)

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert refusal("a.txt") == "a.txt: can't be read (Permission denied); check the file and your rights."


def test_a_project_s_own_article_is_found_from_any_folder(folder):
    assert read_article("data/articles/ceasefire-talks.txt").id == "ceasefire-talks"


def pipe(monkeypatch, data):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_standard_input_is_a_text(monkeypatch):
    pipe(monkeypatch, f"\n\nTalks stall\r\n\r\n{TEXT}".encode())
    article = Article(id="stdin", text=f"\n\nTalks stall\n\n{TEXT}", title="Talks stall", source="standard input")
    assert read_article("-") == article


def test_standard_input_that_begins_with_a_brace_is_rows(monkeypatch):
    pipe(monkeypatch, b'\xef\xbb\xbf\n{"text": "One."}\n{"id": 5, "text": "Two."}\n{"text": \n')
    first, second, bad = read_articles(["-"])
    assert (first.id, first.source, second.id) == ("stdin-2", "standard input", 5)
    assert str(bad).startswith("standard input, line 4: not valid JSON")


@pytest.mark.parametrize(("data", "reason"), [(b"", "nothing came"), (b"\n \n", "nothing came"), (bytes(9), "binary")])
def test_nothing_on_standard_input_is_told(monkeypatch, data, reason):
    pipe(monkeypatch, data)
    assert reason in refusal("-")


ANSWERS = {
    "/world/talks-stall.html": ("text/html; charset=utf-8", PAGE.encode()),
    "/latin": ("text/html", PAGE.replace("urged", "dém").encode("latin-1")),
    "/talks.txt": ("text/plain", f"Talks stall\n\n{TEXT}".encode()),
    "/login": ("text/html", b"<form>Log in</form>"),
    "/paper.pdf": ("application/pdf", b"%PDF"),
}


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        kind, body = ANSWERS.get(self.path, ("text/html", b""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = HTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_web_page_is_read(site):
    url = f"{site}/world/talks-stall.html"
    article = read_article(url)
    assert (article.id, article.title, article.source) == ("talks-stall", "Talks", url)
    assert TEXT.strip() in article.text


def test_a_plain_text_on_the_web_is_read(site):
    article = read_article(f"{site}/talks.txt")
    assert (article.text, article.title) == (f"Talks stall\n\n{TEXT}", "Talks stall")


def test_a_page_in_another_encoding_is_read(site):
    assert "dém" in read_article(f"{site}/latin").text


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "the server answered 404; check the address."),
        ("/login", "no article found on this page"),
        ("/paper.pdf", "this is application/pdf, not a web page"),
    ],
)
def test_a_page_without_an_article_is_told_with_its_address(site, path, reason):
    assert refusal(f"{site}{path}").startswith(f"{site}{path}: {reason}")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://", "https://[broken/", "http://no-such-host.invalid/a"])
def test_an_address_that_leads_nowhere_is_told(url):
    assert refusal(url).startswith(f"{url}: the page can't be fetched (")


def test_a_parquet_file_is_read(folder):
    pq.write_table(pa.table({"id": [3], "text": [TEXT]}), folder / "rows.parquet")
    assert read_article("rows.parquet").id == 3
