"""Files, folders and standard input to articles."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest
from written_pages import SENTENCES, page

from tawatur.errors import SourceError
from tawatur.intake import Limits, Refusal, read_articles
from tawatur.model import Article

TEXT = "\n".join(SENTENCES)
PERSIAN = "این گزارش به زبان فارسی نوشته شده است و باید کنار گذاشته شود، چون پارسی‌زبانان چنین می‌نویسند. " * 5
URDU = (
    "یہ خبر اردو زبان میں لکھی گئی ہے اور اسے الگ رکھا جانا چاہیے کیونکہ یہ عربی نہیں ہے، بڑے شہروں میں۔ " * 5
)
KURDISH = "ئەم هەواڵە بە زمانی کوردی نووسراوە و پێویستە لابدرێت، چونکە بە عەرەبی نییە و خوێنەران دەزانن. " * 5
PASHTO = "دا خبر په پښتو ژبه لیکل شوی دی او باید ګوښی شي، ځکه چې دا عربي نه دی او لوستونکي پرې پوهېږي. " * 5


def read(*paths: Path | str, limits: Limits | None = None) -> list[Article | Refusal]:
    return list(read_articles([str(path) for path in paths], limits=limits or Limits()))


def articles(*paths: Path | str) -> list[Article]:
    found = read(*paths)
    assert not [item for item in found if isinstance(item, Refusal)]
    return [item for item in found if isinstance(item, Article)]


def test_a_text_file_begins_after_its_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        f"---\noutlet: الضفة\npublished: 2024-10-23\n---\n\n{TEXT}\r\n", encoding="utf-8", newline=""
    )
    (article,) = articles(file)
    assert article.text == f"\n{TEXT}\r\n"
    assert (article.outlet, article.published, article.place) == ("الضفة", "2024-10-23", str(file))


def test_a_record_beside_a_file_tells_of_it_and_is_no_article(tmp_path: Path) -> None:
    record = {"outlet": "الضفة", "url": "http://example.org/1", "published": "23/10/2024", "title": "الجسر"}
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "b.html").write_bytes(page())
    (tmp_path / "b.json").write_text(json.dumps(record), encoding="utf-8")
    for article in articles(tmp_path):
        assert article.outlet == "الضفة"
        assert article.url == "http://example.org/1"
        assert article.published == "2024-10-23"


def test_a_folder_is_read_in_sorted_order_with_its_sub_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/.hidden.txt", ".git/d.txt", "z.png"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{TEXT} {name}", encoding="utf-8")
    assert [Path(article.place or "").name for article in articles(tmp_path)] == ["a.txt", "b.txt", "c.txt"]


def test_every_kind_of_file_gives_its_article(tmp_path: Path) -> None:
    record = json.dumps({"text": TEXT, "title": "الجسر"}, ensure_ascii=False)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(record + "\n" + record, encoding="utf-8")
    (tmp_path / "c.json").write_text(f"[{record}]", encoding="utf-8")
    (tmp_path / "d.csv").write_text(f'title;text\nالجسر;"{TEXT}"\n', encoding="utf-8")
    (tmp_path / "e.tsv").write_text("headline\tcontent\tdate\nالجسر\tنص قصير\t3/10/2024\n", encoding="utf-8")
    (tmp_path / "f.html").write_bytes(page())
    (tmp_path / "g.jsonl.gz").write_bytes(gzip.compress(record.encode()))
    (tmp_path / "h.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    found = articles(tmp_path)
    assert [Path(one.place or "").name for one in found] == [
        "a.txt",
        "b.jsonl:1",
        "b.jsonl:2",
        "c.json#1",
        "d.csv:2",
        "e.tsv:2",
        "f.html",
        "g.jsonl.gz:1",
        "h.txt.gz",
    ]
    assert {one.text for one in found if one.place and not one.place.endswith((".html", "tsv:2"))} == {TEXT}
    assert found[5].published == "2024-10-03"


def test_a_file_with_no_telling_name_is_told_by_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "lines").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    (tmp_path / "page").write_bytes(page())
    (tmp_path / "words").write_text(TEXT, encoding="utf-8")
    (tmp_path / "packed").write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode()))
    found = articles(*sorted(tmp_path.iterdir()))
    assert [SENTENCES[0] in article.text for article in found] == [True] * 4


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (json.dumps({"text": TEXT}).encode() + b"\n" + json.dumps({"text": "نص"}).encode(), 2),
        (b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode(), 1),
        (json.dumps([{"text": TEXT}, {"text": "نص"}]).encode(), 2),
        (TEXT.encode("windows-1256"), 1),
        (page(), 1),
    ],
)
def test_standard_input_is_lines_records_a_page_or_a_text(data: bytes, count: int) -> None:
    found = list(read_articles(["-"], stdin=io.BytesIO(data)))
    assert [type(item) for item in found] == [Article] * count


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PERSIAN, "Persian"),
        (URDU, "Urdu"),
        (KURDISH, "Kurdish"),
        (PASHTO, "Pashto"),
        ("This is an English text about a bridge. " * 9, "other letters"),
    ],
)
def test_other_languages_are_set_aside_with_a_word(tmp_path: Path, text: str, language: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert read(file) == [Refusal(str(file), f"not in Arabic but in {language}")]


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("ي", "ی").replace("ك", "ک"),
        TEXT + " چلسي وپورتو وگوتنبرغ وڤيينا وژنيڤ",
        "".join(chr(ord(letter)) + "\u064e" for letter in TEXT),
        "خبر قصير",
    ],
)
def test_arabic_with_letters_of_its_neighbours_stays(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert articles(file)[0].text == text


def test_one_bad_file_is_set_aside_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02\x03")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b" \n\n")
    (tmp_path / "d.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "e.html").write_bytes(b"<html><body><nav>menu</nav></body></html>")
    (tmp_path / "f.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}')[:-9])
    (tmp_path / "g.json").write_text("[1, {}]", encoding="utf-8")
    (tmp_path / "h.txt").write_text(TEXT, encoding="utf-8")
    found = read(tmp_path)
    refused = [Path(item.place).name for item in found if isinstance(item, Refusal)]
    assert refused == ["a.txt", "b.txt", "c.txt", "d.csv", "e.html", "f.jsonl.gz", "g.json#1", "g.json#2"]
    assert isinstance(found[-1], Article)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.chmod(0)
    assert "cannot be read" in str(read(file))


def test_a_gzip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "bomb.jsonl.gz"
    with gzip.open(file, "wb") as stream:
        for _ in range(100):
            stream.write(b"\n" * 1_000_000)
    (found,) = read(file, limits=Limits(article_bytes=1_000_000))
    assert found == Refusal(str(file), "grows more than 200 times when unpacked")


def test_a_file_larger_than_allowed_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert "larger than the 100 bytes" in str(read(file, limits=Limits(article_bytes=100)))


def test_a_path_that_does_not_exist_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_articles(["-", str(tmp_path / "missing.txt")])
    with pytest.raises(SourceError, match="holds no articles"):
        read_articles([str(tmp_path)])


def test_reading_twice_gives_the_same_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.html").write_bytes(page())
    assert read(tmp_path) == read(tmp_path)


def test_a_bad_row_of_a_table_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("text,title\nنص أول,عنوان\n,بلا نص\nنص ثالث\n", encoding="utf-8")
    assert [getattr(item, "text", None) for item in read(file)] == ["نص أول", None, "نص ثالث"]
