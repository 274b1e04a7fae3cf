"""What each part of a story is, in the three formats: one table, near misses among it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.annotate.blocks import blocks
from newslint.annotate.ignores import ignores
from newslint.document import Document
from newslint.mentions import Block, Ignore
from newslint.read import read
from newslint.spans import GONE

LEAD = "The council voted on Monday to close the library in the old town hall, and the mayor said it would not be the last."
NEXT = "Readers had asked for a delay. None was given, although two members of the council spoke for them at length."

# (what, the words as plain text, as Markdown, as HTML, what they are)
# between the headline and the story
ABOVE = [
    ("byline", "By Jane Doe", "By Jane Doe", "<p>By Jane Doe</p>", "byline"),
    ("byline by class", "By Jane Doe", "*By Jane Doe*", '<div class="byline">Jane Doe</div>', "byline"),
    ("two names", "By Jane Doe and John Roe", "By **Jane Doe** and **John Roe**", "<p>By Jane Doe and <b>John Roe</b></p>", "byline"),
    ("a post", "Jane Doe, Health Correspondent", "Jane Doe, Health Correspondent", "<p>Jane Doe, Health Correspondent</p>", "byline"),
    ("an agency", "By The Associated Press", "By The Associated Press", "<p>By The Associated Press</p>", "byline"),
    ("by the staff", "By our own correspondent", "_By our own correspondent_", "<p>By our own correspondent</p>", "byline"),
    ("a name and a day", "By Jane Doe on 3 May 2026, 9:15am", "By [Jane Doe](/j) on 3 May 2026, 9:15am",
     "<p>By <a href='/j'>Jane Doe</a> on 3 May 2026, 9:15am</p>", "byline"),
    ("a name and an address", "By Jane Doe, jane@example.org", "By Jane Doe, jane@example.org",
     "<p>By Jane Doe, jane@example.org</p>", "byline"),
    ("a day", "Monday 4 May 2026", "*Monday 4 May 2026*", "<time>Monday 4 May 2026</time>", "dateline"),
    ("a day and a clock", "Published at 2026-05-04T09:15:00Z", "Published: 4 May 2026, 9:15 am",
     "<p>Last updated 9:15 am, May 4, 2026</p>", "dateline"),
    ("two days", "Published 4 May 2026 | Updated 5 May 2026", "4 May 2026 · Updated 5 May 2026",
     "<p>Posted on May 4, 2026 - Last updated May 5, 2026</p>", "dateline"),
    ("wire", "LEEDS, May 4 (Reuters) - It rained.", "LEEDS, May 4 (Reuters) - It rained.",
     "<p>LEEDS, May 4 (Reuters) &ndash; It rained.</p>", "dateline paragraph"),
    ("wire without a day", "Leeds (AP) — It rained.", "**Leeds** (AP) — It rained.", "<p><b>Leeds (AP)</b> &mdash; It rained.</p>",
     "dateline paragraph"),
    ("wire without a place", "(Reuters) - It rained.", "(Reuters) - It rained.", "<p>(Reuters) - It rained.</p>",
     "dateline paragraph"),
    ("a town in capitals", "NEW YORK — It rained.", "NEW YORK — It rained.", "<p>NEW YORK &#8212; It rained.</p>",
     "dateline paragraph"),
    ("standfirst", "Mayor says more will follow\n\nBy Jane Doe", "Mayor says more will follow\n\nBy Jane Doe",
     '<p class="standfirst">Mayor says more will follow</p><p>By Jane Doe</p>', "standfirst byline"),
    ("standfirst, a sentence", "The mayor says that more will follow.\nBy Jane Doe", "The mayor says that more will follow.\n\nBy Jane Doe",
     "<p>The mayor says that more will follow.</p><p>By Jane Doe</p>", "standfirst byline"),
    ("standfirst, a heading", "Mayor says that more will follow", "## Mayor says that more will follow",
     "<h2>Mayor says that more will follow</h2>", "standfirst"),
    # near misses
    ("by Friday", "By Friday the doors were shut.", "By Friday the doors were shut.", "<p>By Friday the doors were shut.</p>", "paragraph"),
    ("by a road", "By the sea, people met.", "By the sea, people met.", "<p>By the sea, people met.</p>", "paragraph"),
    ("a name at work", "Jane Doe, a reporter, was there.", "Jane Doe, a reporter, was there.",
     "<p>Jane Doe, a reporter, was there.</p>", "paragraph"),
    ("a day at work", "On 4 May 2026 it rained.", "On 4 May 2026 it rained.", "<p>On 4 May 2026 it rained.</p>", "paragraph"),
    ("a name in capitals", "NATO – the alliance – met.", "NATO – the alliance – met.", "<p>NATO &ndash; the alliance &ndash; met.</p>",
     "paragraph"),
    ("one more sentence", "The mayor says that more will follow.", "The mayor says that more will follow.",
     "<p>The mayor says that more will follow.</p>", "paragraph"),
]  # fmt: skip

# between two paragraphs of the story
INSIDE = [
    ("list", "- one reason\n- another", "- one reason\n- another", "<ul><li>one reason</li><li>another</li></ul>", "list-item list-item"),
    ("numbers", "1. One reason.\n2. Another.", "1. One reason.\n2. Another.", "<ol><li>One reason.<li>Another.</ol>",
     "list-item list-item"),
    ("quoted", "> so it was", "> so it was", "<blockquote>so it was</blockquote>", "quote-block"),
    ("crosshead", "No delay", "## No delay", "<h2>No delay</h2>", "headline"),
    ("caption", "Pictured: the mayor in 2019", "![A hall](hall.png)\n*The mayor in 2019*",
     "<figure><img src=a><figcaption>The mayor in 2019</figcaption></figure>", "caption"),
    ("caption with its credit", "The mayor opens the hall. (AP Photo/Jane Doe)", "The mayor opens the hall. (Jane Doe/Reuters)",
     "<p>The mayor opens the hall. (Photo: Jane Doe)</p>", "caption"),
    ("caption from the archive", "FILE - The mayor opens the hall in 2019.", "FILE PHOTO: The mayor opens the hall in 2019.",
     "<p>Image caption, The mayor opens the hall in 2019.</p>", "caption"),
    ("credit", "Photograph: Jane Doe/The Daily Planet", "*Photo by Jane Doe*", "<p>Image source, <b>Getty Images</b></p>", "boilerplate"),
    ("credit, courtesy", "Photo courtesy of the town of Leeds", "Credit: Jane Doe", "<p>Illustration: Jane Doe</p>", "boilerplate"),
    ("read more", "Read more: How a town lost its library", "**Read more:** [How a town lost its library](https://example.org/a/long/address/of/it)",
     '<p><strong>Read more:</strong> <a href="/x">How a town lost its library</a></p>', "boilerplate"),
    ("related", "Related: How a town lost its library", "*Related: [How a town lost its library](https://example.org/2026/05/04/how-a-town-lost-its-library?utm_source=newsletter&utm_medium=email&utm_campaign=all-of-it)*",
     "<p>Related: <a href=x>How a town lost its library</a></p>", "boilerplate"),
    ("see also", "» See also: How a town lost its library", "- See also: [How a town lost its library](x)",
     "<p>&raquo; See also: <a href=x>How a town lost its library</a></p>", "boilerplate"),
    ("newsletter", "Sign up for our newsletter", "[Sign up for our newsletter](/n)", "<p>Sign up for our newsletter</p>", "boilerplate"),
    ("newsletter by mail", "Get the news of the day in your inbox", "**Get the news of the day in your inbox.**",
     "<p>Get the news of the day in your inbox!</p>", "boilerplate"),
    ("share", "Share this article", "[Share](x)", "<p>Share on Facebook</p>", "boilerplate"),
    ("comments", "12 comments", "12 Comments", "<p>12 comments</p>", "boilerplate"),
    ("minutes", "3 min read", "_3-minute read_", "<p>3 min read</p>", "boilerplate"),
    ("tags", "Tags: libraries, councils", "**Tags:** [libraries](x), [councils](y)", "<p>Tags: libraries, councils</p>", "boilerplate"),
    ("first published", "This article was first published by the Daily Planet.", "*This article originally appeared in the Daily Planet.*",
     "<p>This story was originally published by the <a href=x>Daily Planet</a></p>", "boilerplate"),
    ("reporter's address", "Contact Jane Doe at jane@example.org", "*Contact Jane Doe at jane@example.org.*",
     "<p>Write to Jane Doe at jane@example.org</p>", "boilerplate"),
    ("sign-off", "(Reporting by Jane Doe; Editing by John Roe)", "*Additional reporting by Jane Doe*",
     "<p>Contributing: Jane Doe, John Roe</p>", "byline"),
    # near misses
    ("to read", "Read more books, she told them.", "Read *more* books, she told them.", "<p>Read more books, she told them.</p>", "paragraph"),
    ("to share", "Share this with the poor, she said.", "Share this with the poor, she said.", "<p>Share this with the poor, she said.</p>", "paragraph"),
    ("to sign", "Subscribers had signed up by the hundred.", "Subscribers had signed up by the hundred.",
     "<p>Subscribers had signed up by the hundred.</p>", "paragraph"),
    ("to relate", "Related to the mayor, he was not heard.", "Related to the mayor, he was *not* heard.",
     "<p>Related to the mayor, he was not heard.</p>", "paragraph"),
    ("to comment", "12 comments came in before noon.", "12 comments came in before noon.", "<p>12 comments came in before noon.</p>", "paragraph"),
    ("photographs", "Photographs by the police show it. They are old.", "Photographs by the police show it. They are old.",
     "<p>Photographs by the police show it. They are old.</p>", "paragraph"),
    ("a credit to her", "To her credit, she stayed.", "To her credit, she stayed.", "<p>To her credit, she stayed.</p>", "paragraph"),
    ("an agency's report", "It rained. (Reuters)", "It rained. (Reuters)", "<p>It rained. (Reuters)</p>", "paragraph"),
    ("a year and a stop", "1945 was worse.", "1945 was worse.", "<p>1945 was worse.</p>", "paragraph"),
    ("italics, no picture", "The mayor in 2019 was another.", "*The mayor in 2019 was another.*", "<p><i>The mayor in 2019 was another.</i></p>",
     "paragraph"),
    ("a link alone", "The report is here.", "[The report is here.](x)", "<p><a href=x>The report is here.</a></p>", "paragraph"),
]  # fmt: skip


def found(name: str, text: str) -> str:
    doc = read(Path(name), text.encode())
    assert doc
    doc = Document(name, doc.text, prose=doc.prose, markup=doc.markup, makers={Block: blocks, Ignore: ignores})
    shown = "".join(block.span.of(doc.prose) for block in doc.all(Block)).replace(GONE, "")
    assert "<" not in shown
    return " ".join(block.kind for block in doc.all(Block))


@pytest.mark.parametrize("row", ABOVE, ids=[row[0] for row in ABOVE])
def test_above_the_story(row: tuple[str, str, str, str, str]) -> None:
    _, plain, markdown, html, expected = row
    expected = f"headline {expected} paragraph paragraph"
    assert found("a.txt", f"Council closes library\n\n{plain}\n\n{LEAD}\n\n{NEXT}\n") == expected
    assert found("a.md", f"# Council closes library\n\n{markdown}\n\n{LEAD}\n\n{NEXT}\n") == expected
    assert found("a.html", f"<h1>Council closes library</h1>{html}<p>{LEAD}</p><p>{NEXT}</p>") == expected


@pytest.mark.parametrize("row", INSIDE, ids=[row[0] for row in INSIDE])
def test_inside_the_story(row: tuple[str, str, str, str, str]) -> None:
    _, plain, markdown, html, expected = row
    expected = f"paragraph {expected} paragraph"
    assert found("a.txt", f"{LEAD}\n\n{plain}\n\n{NEXT}\n") == expected
    assert found("a.md", f"{LEAD}\n\n{markdown}\n\n{NEXT}\n") == expected
    assert found("a.html", f"<p>{LEAD}</p>{html}<p>{NEXT}</p>") == expected
