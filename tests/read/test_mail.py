"""E-mails: what of them the sender wrote, and when."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

from newslint.document import Document
from newslint.errors import InputError
from newslint.linter import Linter

HEAD = "From: Ministry Press Office <press@example.org>\nDate: Thu, 14 Aug 2025 23:30:00 -0500\nSubject: Re: Ferry fares\n"


def opened(linter: Linter, text: str | bytes) -> Document:
    return linter.parse(Path("mail.eml"), text if isinstance(text, bytes) else text.encode())


def told(doc: Document) -> list[str]:
    """What the sender wrote."""
    return [line for line in doc.body.split("\n") if line.strip()]


BODIES = {
    "plain": ("Fares rise by 5%.", ["Fares rise by 5%."]),
    "quoted lines": ("Yes.\n\n> Will they rise?\n>> Tell us.\n", ["Yes."]),
    "the line above them": ("Yes.\n\nOn Mon, 11 Aug 2025 at 10:02, Jane Doe <j@x.org> wrote:\n> Will they?\n", ["Yes."]),
    "in two lines": ("Yes.\n\nOn Mon, 11 Aug 2025 at 10:02, Jane Doe <j@x.org>\nwrote:\n> Will they?\n", ["Yes."]),
    "a signature": ("Yes.\n-- \nJohn Roe\nHead of Press, 12 Main Street\n", ["Yes."]),
    "an earlier mail": (
        "Yes.\n\n-----Original Message-----\nFrom: Jane Doe\nSent: Monday\nTo: Press\nSubject: Fares\n\nWill they rise?\n",
        ["Yes."],
    ),
    "one that is passed on": (
        "For your story.\n\n---------- Forwarded message ---------\nFrom: Minister <m@x.org>\nDate: Wed, 13 Aug 2025\nSubject: Fares\nTo: Press <p@x.org>\n\nFares rise.\n",
        ["For your story.", "Fares rise."],
    ),
    "one that is passed on and quoted": (
        "For your story.\n\nBegin forwarded message:\n\n> From: Minister <m@x.org>\n> Date: 13 August 2025\n> Subject: Fares\n>\n> Fares rise.\n>> Will they?\n",
        ["For your story.", "Fares rise."],
    ),
    "what a mail that is passed on quotes": (
        "---------- Forwarded message ---------\nFrom: Minister <m@x.org>\nDate: Wed, 13 Aug 2025\nSubject: Fares\n\nFares rise.\n> Will they?\n",
        ["Fares rise."],
    ),
    "a telephone's line": ("Yes.\n\nSent from my iPhone\n", ["Yes."]),
    "a rule above an earlier mail": (
        "Yes.\n\n________________________________\nFrom: Jane Doe\nSent: Monday\nTo: Press\nSubject: Fares\n\nWill they?\n",
        ["Yes."],
    ),
    "a lawyer's notice ends with its paragraph": (
        "This email and any attachments are confidential and intended solely\nfor the addressee.\n\nFares rise.\n",
        ["Fares rise."],
    ),
    "a message for somebody is no notice": (
        "This message is intended for the people of the islands.",
        ["This message is intended for the people of the islands."],
    ),
}

OUTLOOK = (
    "<p><b>From:</b> Jane Doe &lt;j@x.org&gt;<br><b>Sent:</b> 13 August 2025<br><b>To:</b> Press<br><b>Subject:</b> Fares</p>"
)
PAGES = {
    "an earlier mail": (f"<p>Yes.</p><div>{OUTLOOK}</div><p>Will they rise?</p>", ["Yes."]),
    "passed on": (
        "<p>For you.</p><div>---------- Forwarded message ---------<br>From: Minister<br>Date: 13 August 2025<br>Subject: Fares<br>To: Press</div><p>Fares rise.</p>",
        ["For you.", "Fares rise."],
    ),
    "passed on and quoted": (
        "<p>For you.</p><blockquote><div>Begin forwarded message:</div><div>From: Minister</div><div>Date: 13 August 2025</div><div>Subject: Fares</div><div>Fares rise.</div></blockquote>",
        ["For you.", "Fares rise."],
    ),
}


@pytest.mark.parametrize("case", BODIES)
def test_what_the_sender_wrote(case: str, linter: Linter) -> None:
    body, sentences = BODIES[case]
    doc = opened(linter, f"{HEAD}\n{body}")
    assert told(doc) == ["Ferry fares", "Ministry Press Office", *sentences]


def test_subject_sender_and_day(linter: Linter) -> None:
    doc = opened(linter, f"{HEAD}\nFares rise on Monday.\n")
    assert doc.published == dt.date(2025, 8, 14)
    assert doc.meta["outlet"] == "Ministry Press Office"
    assert [(block.kind, block.span.of(doc.text)) for block in doc.markup] == [
        ("headline", "Ferry fares"),
        ("byline", "Ministry Press Office"),
    ]


def test_flowed_lines_are_joined(linter: Linter) -> None:
    doc = opened(linter, f"{HEAD}Content-Type: text/plain; format=flowed\n\nFares will \nrise.\nSoon.\n")
    assert told(doc)[2:] == ["Fares will rise.", "Soon."]


@pytest.mark.parametrize(
    ("charset", "coding"),
    [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("iso-8859-1", "quoted-printable"), ("windows-1252", "base64")],
)
def test_charsets_and_codings(charset: str, coding: str, linter: Linter) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Café für £5"
    mail.set_content("Das Café kostet £5.\n", charset=charset, cte=coding)
    assert told(opened(linter, mail.as_bytes())) == ["Café für £5", "Das Café kostet £5."]


def test_plain_text_before_html_and_attachments_named(linter: Linter) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Fares"
    mail.set_content("Plain words.\n")
    mail.add_alternative("<p>Rich words.</p>", subtype="html")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="budget.pdf")
    doc = opened(linter, mail.as_bytes())
    assert told(doc) == ["Fares", "Plain words."]
    assert [str(note) for note in doc.meta["problems"]] == ["mail.eml: has attachments, which are not read: budget.pdf"]


def test_html_alone(linter: Linter) -> None:
    mail = EmailMessage()
    mail.set_content(
        "<p>Fares &amp; <b>tolls</b> rise.</p><ul><li>Cars</li></ul><blockquote>Will they?</blockquote>", subtype="html"
    )
    doc = opened(linter, mail.as_bytes())
    assert told(doc) == ["Fares & tolls rise.", "Cars"]


@pytest.mark.parametrize("case", PAGES)
def test_what_the_sender_of_a_page_wrote(case: str, linter: Linter) -> None:
    body, sentences = PAGES[case]
    doc = opened(linter, f"{HEAD}Content-Type: text/html; charset=utf-8\n\n{body}\n")
    assert told(doc)[2:] == sentences


@pytest.mark.parametrize("charset", ["iso-8859-1", "us-ascii", "windows-1252"])
def test_curly_marks_that_windows_wrote_under_another_name(charset: str, linter: Linter) -> None:
    doc = opened(linter, f"{HEAD}Content-Type: text/plain; charset={charset}\n\n".encode() + b"\x93Fares rise\x94 \x96 soon.\n")
    assert told(doc)[2:] == ["“Fares rise” – soon."]


@pytest.mark.parametrize("charset", ["punycode", "rot13", "hex", "none-such", "x\0y"])
def test_what_is_no_charset(charset: str, linter: Linter) -> None:
    doc = opened(linter, f"{HEAD}Content-Type: text/plain; charset={charset}\n\nFares rise.\n")
    assert told(doc)[2:] == ["Fares rise."]


def test_base64_with_odd_letters_in_it(linter: Linter) -> None:
    coded = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n!=RmFy\nZXMgcmlzZS4=\n"
    assert told(opened(linter, HEAD + coded))[2:] == ["Fares rise."]


def test_a_mail_inside_a_mail(linter: Linter) -> None:
    inner = EmailMessage()
    inner["Subject"], inner["From"], inner["Date"] = "Fares", "Minister <m@x.org>", "Wed, 13 Aug 2025 10:00:00 +0000"
    inner.set_content("Fares rise.\n")
    outer = EmailMessage()
    outer["Subject"], outer["Date"] = "Fwd: Fares", "Thu, 14 Aug 2025 10:00:00 +0000"
    outer.add_attachment(inner)
    doc = opened(linter, outer.as_bytes())
    assert (told(doc), doc.published) == (["Fares", "Minister", "Fares rise."], dt.date(2025, 8, 13))


def test_a_mailed_statement_is_a_source_with_its_day(linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The ministry said on Friday that fares would rise by 7 per cent.\n")
    (tmp_path / "draft.sources").mkdir()
    (tmp_path / "draft.sources" / "statement.eml").write_text(f"{HEAD}\nFares will rise by 5 per cent.\n")
    dossier, problems = linter.dossier(linter.read(tmp_path / "draft.txt"))
    assert not problems
    source = dossier.sources[0]
    assert (source.doc.published, source.outlet) == (dt.date(2025, 8, 14), "Ministry Press Office")


def test_parts_inside_each_other(linter: Linter) -> None:
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(3000))
    with pytest.raises(InputError, match="its parts lie too deep inside each other; save its text in a file"):
        opened(linter, f"From: a@example.org\n{head}\nTwelve men.\n")
