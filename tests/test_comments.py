"""Findings as comments in Word files and OpenDocument texts: at the very words, and nothing else changed."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.read.docx import Word
from newslint.read.odt import Text
from newslint.run.comments import Comment, commented
from newslint.spans import Span
from tests.office import W, odt, p, r, word, zipped
from tests.tools import program

NAME = Path("draft.docx")
_W = f"{{{W}}}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

BODY = (
    p("A title", "Titel")
    + f"<w:p>{r('It was ', '<w:b/>')}<w:ins w:id='7' w:author='x'>{r('almost ')}</w:ins><w:del w:id='8' w:author='x'><w:r><w:delText>never </w:delText></w:r></w:del>"
    + f"{r('15,000 &amp; more')}<w:hyperlink r:id='rlink'>{r('in Kursk')}</w:hyperlink><w:r><w:t>, he</w:t><w:tab/><w:t>said.</w:t></w:r></w:p>"
    + f"<w:p>{r('Twelve')}<w:r><w:footnoteReference w:id='2'/></w:r>{r(' men.')}</w:p>"
)
NOTES = f'<w:footnote w:id="2">{p("Said the ministry.")}</w:footnote>'
OLD = f'<w:comment w:id="4" w:author="Jane">{p("Check.")}</w:comment>'


def parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def put(raw: bytes, *notes: tuple[str, str]) -> bytes:
    """The Word file with a comment on each of these words."""
    doc = Word(NAME, raw).document()
    placed = [Comment(Span(at := doc.text.index(words), at + len(words)), (said,)) for words, said in notes]
    return commented(doc, raw, placed)


def ranges(xml: bytes) -> dict[str, str]:
    """The letters that each comment of a main part is on, by its number."""
    open_, found = set[str](), dict[str, str]()
    for element in ElementTree.fromstring(xml).iter():
        id_ = element.get(f"{_W}id", "")
        if element.tag == f"{_W}commentRangeStart":
            open_.add(id_)
            found[id_] = ""
        elif element.tag == f"{_W}commentRangeEnd":
            open_.discard(id_)
        elif element.tag == f"{_W}t":
            for one in open_:
                found[one] += element.text or ""
    return found


@pytest.mark.parametrize(
    "words",
    [
        "A title",
        "title",
        "It was almost",
        "was almost 15,000",
        "15,000",
        "000 & mo",
        "more",
        "in",
        "Kursk, he",
        "he said",
        "said.",
        "Twelve men",
        "title\nIt",
    ],
)
def test_a_comment_is_on_the_very_words(words: str) -> None:
    raw = word(BODY, footnotes=NOTES)
    made = put(raw, (words, "Look."))
    assert list(ranges(parts(made)["word/document.xml"]).values()) == [words.replace("\n", "").replace("he said", "hesaid")]
    assert Word(NAME, made).document().text == Word(NAME, raw).document().text


def test_all_else_is_as_it_was() -> None:
    raw = word(BODY, footnotes=NOTES, comments=OLD, more={"word/media/image1.png": bytes(range(256)) * 40})
    before, after = parts(raw), parts(put(raw, ("15,000", "N201 Look <here>.")))
    assert list(after) == list(before)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml", "word/comments.xml"}
    assert OLD.encode() in after["word/comments.xml"]
    tags = b"<w:del w:id='8' w:author='x'><w:r><w:delText>never </w:delText></w:r></w:del>"
    assert tags in after["word/document.xml"]
    comments = docx.Document(io.BytesIO(put(raw, ("15,000", "N201 Look <here>.")))).comments
    assert [(one.author, one.initials, one.text) for one in comments] == [
        ("Jane", None, "Check."),
        ("newslint", "nl", "N201 Look <here>."),
    ]


def test_the_first_comment_of_a_file_makes_a_part_for_comments() -> None:
    made = put(word(BODY, footnotes=NOTES), ("15,000", "Look."))
    opened = docx.Document(io.BytesIO(made))
    assert [one.text for one in opened.comments] == ["Look."]
    assert next(paragraph.text for paragraph in opened.paragraphs) == "A title"


def test_what_is_found_in_a_note_is_said_at_its_mark() -> None:
    made = put(word(BODY, footnotes=NOTES), ("ministry", "Which?"))
    assert ranges(parts(made)["word/document.xml"]) == {"0": "e"}


def test_a_comment_on_a_note_knows_of_an_ignore_comment_above_its_mark() -> None:
    comments = f'<w:comment w:id="4">{p("newslint: ignore[N201] checked")}</w:comment>'
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="4"/></w:r>'
    raw = put(word(p("Before.") + f"<w:p>{r('Twelve men')}{marks}</w:p>", comments=comments, footnotes=NOTES), ("ministry", "A."))
    assert ranges(parts(raw)["word/document.xml"]) == {"5": "n"}


@pytest.mark.parametrize(
    "dated",
    [
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("15 May")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        f'<w:fldSimple w:instr="DATE">{r("15 May")}</w:fldSimple>',
    ],
)
def test_a_comment_on_a_field_stands_round_it(dated: str) -> None:
    raw = put(word(f"<w:p>{r('On ')}{dated}{r(' it rained.')}</w:p>"), ("15", "A."))
    xml = parts(raw)["word/document.xml"]
    assert list(ranges(xml).values()) == ["15 May"]
    between = xml[xml.index(b"commentRangeStart") : xml.index(b"commentRangeEnd")]
    assert between.count(b"DATE") == 1
    assert between.count(b"fldChar ") in (0, 3)
    assert between.count(b"</w:fldSimple>") == between.count(b"<w:fldSimple")


def test_a_file_whose_text_points_to_nothing() -> None:
    made = parts(word(p("One two.")))
    del made["word/_rels/document.xml.rels"]
    made["word/comments.xml"] = b"lost"
    raw = put(zipped(made), ("two", "A."))
    assert [comment.text for comment in docx.Document(io.BytesIO(raw)).comments] == ["A."]
    assert parts(raw)["word/comments.xml"] == b"lost"


def test_the_same_bytes_every_time() -> None:
    raw = word(BODY, footnotes=NOTES)
    assert put(raw, ("15,000", "Look.")) == put(raw, ("15,000", "Look."))


WORDS = st.text(st.sampled_from("ab é&<😀“ "), min_size=1, max_size=8)
RUNS = st.lists(
    st.lists(st.tuples(WORDS, st.sampled_from(["", "<w:b/>", "<w:vanish/>"])), min_size=1, max_size=4), min_size=1, max_size=4
)


@settings(max_examples=60, deadline=None)
@given(RUNS, st.data())
def test_any_words_of_any_file(paragraphs: list[list[tuple[str, str]]], data: st.DataObject) -> None:
    def escaped(words: str) -> str:
        return words.replace("&", "&amp;").replace("<", "&lt;")

    raw = word("".join(f"<w:p>{''.join(r(escaped(words), how) for words, how in runs)}</w:p>" for runs in paragraphs))
    doc = Word(NAME, raw).document()
    if not doc.text.strip("\n"):
        return
    cuts = st.integers(0, len(doc.text) - 1)
    spans = []
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted((data.draw(cuts), data.draw(cuts) + 1))
        if start < end and doc.text[start:end].strip("\n"):
            spans.append(Span(start, end))
    made = commented(doc, raw, [Comment(span, ("Look.",)) for span in spans])
    assert Word(NAME, made).document().text == doc.text
    if not any(how == "<w:vanish/>" for runs in paragraphs for _, how in runs):
        found = ranges(parts(made).get("word/document.xml", b""))
        assert [found[str(at)] for at in range(len(spans))] == [span.of(doc.text).replace("\n", "") for span in spans]


ODT = "<text:h>A title</text:h><text:p>It was <text:span>15,</text:span>000  &amp; more<text:note><text:note-body><text:p>Said so.</text:p></text:note-body></text:note> then.</text:p>"


@pytest.mark.parametrize("words", ["A title", "title", "was 15,000", "000 &", "& more", "more then", "then."])
def test_annotations_are_on_the_very_words(words: str) -> None:
    raw = odt(ODT)
    doc = Text(Path("draft.odt"), raw).document()
    at = doc.text.index(words)
    made = commented(doc, raw, [Comment(Span(at, at + len(words)), ("Look <here>.",))])
    assert Text(Path("draft.odt"), made).document().text == doc.text
    assert annotated(parts(made)["content.xml"]) == {"newslint1": (words, "newslint", "Look <here>.")}
    before, after = parts(raw), parts(made)
    assert {name for name in before if before[name] != after[name]} == {"content.xml"}


_BESIDE = {
    "a note below a wish": (
        (
            "<text:p>Six<office:annotation><dc:creator>Jane</dc:creator><text:p>newslint: ignore[N201] told</text:p></office:annotation> men"
            "<text:note><text:note-body><text:p>Said so.</text:p></text:note-body></text:note> left.</text:p>"
        ),
        "Said",
        "n",
    ),
    "a note in a box": (
        (
            "<text:p>One<draw:frame><draw:text-box><text:p>Box"
            "<text:note><text:note-body><text:p>Said so.</text:p></text:note-body></text:note> of it.</text:p></draw:text-box></draw:frame> two.</text:p>"
        ),
        "Said",
        "x",
    ),
    "a field": ("<text:p>On <text:date>12 August</text:date>, he said.</text:p>", "August", "12 August"),
    "out of a field": ("<text:p>On <text:date>12 August</text:date>, he said.</text:p>", "August, he", "12 August, he"),
    "up to a field": ("<text:p>On <text:date>12 August</text:date>, he said.</text:p>", "On 12", "On 12 August"),
    "a shape": ("<text:p>One<draw:custom-shape><text:p>Drawn.</text:p></draw:custom-shape> two.</text:p>", "Drawn", "."),
    "into a frame": (
        "<text:p><draw:frame><draw:text-box><text:p>Box.</text:p></draw:text-box></draw:frame>One two.</text:p><text:p>Three.</text:p>",
        "two.\nBox",
        "two.",
    ),
    "over a frame": (
        "<text:p>One<draw:frame><draw:text-box><text:p>Box.</text:p></draw:text-box></draw:frame> two.</text:p><text:p>Three.</text:p>",
        "two.\nBox.\nThree",
        "two.Three",
    ),
    "out of a table": (
        (
            "<table:table><table:table-row><table:table-cell><text:p>a cell</text:p></table:table-cell></table:table-row></table:table>"
            "<text:p>Behind it.</text:p>"
        ),
        "cell\nBehind",
        "cell",
    ),
}


@pytest.mark.parametrize("case", _BESIDE)
def test_annotations_stand_where_an_office_program_keeps_them(case: str) -> None:
    body, words, on = _BESIDE[case]
    raw = odt(body)
    doc = Text(Path("draft.odt"), raw).document()
    at = doc.text.index(words)
    made = commented(doc, raw, [Comment(Span(at, at + len(words)), ("Look.",))])
    assert Text(Path("draft.odt"), made).document().text == doc.text
    content = parts(made)["content.xml"]
    assert annotated(content)["newslint1"] == (on, "newslint", "Look.")
    assert not any(
        one.tag.endswith("annotation") for field in ElementTree.fromstring(content).iter(f"{_TEXT}date") for one in field
    )


def annotated(xml: bytes) -> dict[str, tuple[str, str, str]]:
    """The words that each annotation is on, who wrote it and what it says."""
    found, inside, open_ = dict[str, list[str]](), 0, ""

    def walk(element: ElementTree.Element) -> None:
        nonlocal open_
        if element.tag == f"{_OFFICE}annotation":
            open_ = element.get(f"{_OFFICE}name", "")
            said = "".join("".join(one.itertext()) for one in element.iter(f"{_TEXT}p"))
            found[open_] = ["", next(one.text or "" for one in element if one.tag.endswith("creator")), said]
        elif element.tag == f"{_OFFICE}annotation-end":
            open_ = ""
        elif element.tag != f"{_TEXT}note":
            if open_:
                found[open_][0] += element.text or ""
            for child in element:
                walk(child)
        if open_:
            found[open_][0] += element.tail or ""

    del inside
    walk(ElementTree.fromstring(xml))
    return {name: (" ".join(words.split()), who, said) for name, (words, who, said) in found.items()}


def test_libreoffice_shows_the_comments_at_their_words(tmp_path: Path) -> None:
    office = program("soffice")
    raw = word(BODY, footnotes=NOTES, comments=OLD)
    (tmp_path / "out.docx").write_bytes(put(raw, ("15,000", "N201 Look here."), ("title", "W103 And here.")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [office, "--headless", profile, "--convert-to", "fodt", "--outdir", str(tmp_path), str(tmp_path / "out.docx")]
    subprocess.run(call, check=True, capture_output=True, timeout=250)
    found = annotated((tmp_path / "out.fodt").read_bytes())
    assert {(words, who, said) for words, who, said in found.values() if who == "newslint"} == {
        ("15,000", "newslint", "N201 Look here."),
        ("title", "newslint", "W103 And here."),
    }
