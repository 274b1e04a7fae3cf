"""PDF: lines put together to paragraphs again; page numbers and what repeats on every page are left out."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.document import Document
from newslint.errors import InputError, Note
from newslint.mentions import BlockKind
from newslint.read.extract import Extract, Paragraph
from newslint.read.pages import Line, paragraphs

MOST_PAGES = 3000
LIMITS = {
    "zlib_maximum_output_length": 16_000_000,
    "lzw_maximum_output_length": 16_000_000,
    "run_length_maximum_output_length": 16_000_000,
    "array_based_stream_maximum_output_length": 16_000_000,
    "stream_decoding_work_maximum_length": 64_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 500,
}
"""What one page may unpack to, in bytes, and be drawn by, in steps; a full page of a newspaper takes a hundredth of it."""

_MOST_NAMED = 8
_PASSAGE = 40
"""Letters that are more than the sign of a list, or a formula."""

BOILERPLATE: BlockKind = "boilerplate"


def read(path: Path, raw: bytes) -> Document:
    """The document in a PDF; raises InputError where it is damaged, encrypted, or has pictures for text."""
    lines = _lines(path, raw)
    letters = sum(len(line.words) for page in lines for line in page)
    untold = sum(line.untold for page in lines for line in page)
    if 2 * untold > letters:
        raise InputError("does not say which letters its signs stand for; have it recognised (OCR), or print it anew", path=path)
    told, furniture = paragraphs([line for page in lines for line in page])
    extract = Extract()
    for words, kind in (*told, *((words, BOILERPLATE) for words in furniture)):
        paragraph = Paragraph(kind)
        paragraph.add(words)
        extract.add(paragraph)
    return extract.document(path, "pdf", problems=(*_pictures(path, lines), *_untold(path, lines)))


def _pictures(path: Path, lines: list[list[Line]]) -> Iterator[Note]:
    empty = [str(number) for number, page in enumerate(lines, 1) if not page]
    if len(empty) == len(lines):
        raise InputError("has no text, only pictures of it; have it recognised (OCR) first", path=path)
    if empty:
        named = ", ".join(empty[:_MOST_NAMED]) + (" and more" if len(empty) > _MOST_NAMED else "")
        yield Note(f"has no text on page {named}, only pictures, if anything; recognised (OCR), they can be read", path=path)


def _untold(path: Path, lines: list[list[Line]]) -> Iterator[Note]:
    pages = [str(number) for number, page in enumerate(lines, 1) if sum(line.untold for line in page) >= _PASSAGE]
    if pages:
        named = ", ".join(pages[:_MOST_NAMED]) + (" and more" if len(pages) > _MOST_NAMED else "")
        yield Note(
            f"does not say which letters some signs on page {named} stand for; recognised (OCR), they can be read", path=path
        )


def _is_untold(font: Any) -> bool:
    """Whether a font numbers its signs, and nothing says what letters they are."""
    return bool(font) and font.get("/Encoding") in ("/Identity-H", "/Identity-V") and "/ToUnicode" not in font


def _lines(path: Path, raw: bytes) -> list[list[Line]]:
    """The lines of each page."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is said here, in one line
    try:
        with pypdf.apply_configuration(None, **LIMITS):
            reader = pypdf.PdfReader(io.BytesIO(raw))
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError("is encrypted; save it without a password", path=path)
            if len(reader.pages) > MOST_PAGES:
                raise InputError(f"has more than {MOST_PAGES} pages; save those that you need", path=path)
            return [[*_page(page, number)] for number, page in enumerate(reader.pages)]
    except InputError:
        raise
    except pypdf.errors.DependencyError:
        raise InputError("is encrypted; save it without a password", path=path) from None
    except pypdf.errors.LimitReachedError:
        raise InputError("has a page that unpacks to more than any text would; it is not read", path=path) from None
    except Exception as fault:  # a file can be damaged in more ways than the library has names for
        raise InputError(f"is damaged, or no PDF at all ({type(fault).__name__}: {fault}); save it anew", path=path) from None


def _page(page: Any, number: int) -> Iterator[Line]:
    lines: list[Line] = []
    line = Line(number)

    def told(words: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        nonlocal line
        untold = _is_untold(font)
        x, y = inner[4] * outer[0] + inner[5] * outer[2] + outer[4], inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = abs(inner[3] * outer[3]) or abs(inner[1] * outer[1]) or 1.0
        for at, part in enumerate(words.split("\n")):
            if at:
                lines.append(line)
                line = Line(number)
            line.add(part, x, y, size * scale)
            line.untold += len(part) if untold else 0

    page.extract_text(visitor_text=told)
    lines.append(line)
    return (line for line in lines if line.words.strip())
