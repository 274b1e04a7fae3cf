"""Other words put in the place of some: with the same capitals, after the right article, leaving no gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newslint.finding import Edit
from newslint.inflections import Shape, in_shape, inflected
from newslint.kept.regexes import compiled
from newslint.phrases import Found, filled, lemmas
from newslint.spans import Span
from newslint.words import plurals

_ARTICLE = compiled(r"(?<![\w’'-])an?(?=[^\S\n]+$)", re.IGNORECASE)
_HEAD = compiled(r"[\"'“‘(\[£$€]*(?P<head>(?:[A-Z]\.){2,}|\d[\d,]*|\w+)")
# by sound, not by letter: "a one-off", "a union", "a European", "an hour"
_CONSONANT = compiled(
    r"eu|ewe|one\b|once\b|ub[iy]|uga|uk|un(?:anim|ic[oey]|if|il|io|iq|is[eo]|it|iv)|ur(?:a|ea|in|ug)|us(?:ag|e|ua|ur)|ut[eio]",
    re.IGNORECASE,
)
_SILENT_H = compiled(r"h(?:eir|onest|onou?r|our)", re.IGNORECASE)
_SPELLED_OUT = frozenset("AEFHILMNORSX")
_SPOKEN = frozenset({"FEMA", "FIFA", "HAMAS", "MENA", "NASA", "NASCAR", "NATO", "NICE", "RADA", "RAM", "SARS", "SWAT"})
_INITIALS = 5
"""The longest word in capitals that is taken to be read letter by letter."""

_OPENING = compiled(r"(?:^|[.!?][\"'”’)\]]*\s+|\n)[\"'“‘(\[]*$")
_LOOK_BACK = 40
_GOES_ON = compiled(r"[^\S\n]*(?:[a-z,;:)]|[—–-](?!\w))")

# after these a form is a participle: "has also begun", "was begun"
_AUXILIARY = compiled(
    r"(?:\b(?:am|are|be|been|being|got|had|has|have|having|is|was|were)|n['’]t|['’](?:d|m|re|ve))"
    r"(?:\s+(?:already|also|been|being|ever|just|long|never|not|now|only|since|yet|\w+ly))*\s+$",
    re.IGNORECASE,
)


def article(words: str) -> str:
    """Whichever of "a" and "an" stands before these words, by their sound."""
    found = _HEAD.match(words)
    head = found["head"] if found else ""
    letters = head.replace(".", "")
    if head[:1].isdigit():
        return "an" if _eight_or_eleven(head) else "a"
    if letters.isupper() and len(letters) <= _INITIALS and head != "A":
        return "an" if letters[0] in _SPELLED_OUT and letters not in _SPOKEN else "a"
    if _SILENT_H.match(head):
        return "an"
    return "an" if head[:1].lower() in tuple("aeiou") and not _CONSONANT.match(head) else "a"


def _eight_or_eleven(figure: str) -> bool:
    """Whether it is read as eight, eleven, eighteen or eighty, of whatever: "an 11,000-seat hall", "an 1850 law"."""
    digits = figure.replace(",", "")
    read_whole = len(digits) % 3 == 2 or (len(digits) == 4 and "," not in figure)
    return digits[0] == "8" or (digits[:2] in ("11", "18") and read_whole)


def opens(text: str, at: int) -> bool:
    """Whether a sentence begins here."""
    return bool(_OPENING.search(text[max(0, at - _LOOK_BACK) : at])) or at == 0


def recased(old: str, new: str, *, written: str = "", opening: bool = False) -> str:
    """``new`` with the capitals of ``old``. Capitals of its own are kept, and so is the case of a rule that
    was ``written`` with capitals; ``opening`` says that a sentence begins here."""
    if old.isupper() and sum(letter.isalpha() for letter in old) > 1 and not written.isupper():
        return new.upper()
    if new != new.lower() or written != written.lower():
        return capitalised(new) if opening else new
    if len(words := re.findall(r"[^\W\d_]\w*", old)) > 1 and all(word[0].isupper() for word in words):
        return re.sub(r"(?<![\w'’])[^\W\d_]", lambda first: first[0].upper(), new)
    return capitalised(new) if old[:1].isupper() else new


def capitalised(words: str) -> str:
    """With a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def inflected_like(text: str, found: Found, phrase: str) -> tuple[str, bool]:
    """``phrase`` with its ``{lemma:}`` words inflected as those that were found, and whether that is sure."""
    pairs = zip(found.lemmas, lemmas(found.phrase), lemmas(phrase), strict=True)
    made = [_like(text, span, old, new) for span, old, new in pairs]
    return filled(phrase, (words[0] for words in made)), all(len(words) == 1 for words in made)


def _like(text: str, span: Span, old: str, new: str) -> list[str]:
    """The forms of ``new`` that may stand for the form of ``old`` that stands here, the likeliest first."""
    form = span.of(text).lower()
    shapes: list[Shape] = list(dict.fromkeys(shape for word, shape in inflected(old) if word == form))
    if not shapes or ("s" in shapes and plurals(new)):
        made = [*plurals(new), *in_shape(new, "s")]
    else:
        if "participle" in shapes and _AUXILIARY.search(text[max(0, span.start - _LOOK_BACK) : span.start]):
            shapes = ["participle"]
        made = [word for shape in shapes for word in in_shape(new, shape)]
    made = list(dict.fromkeys(made))
    return [*made, made[0]] if new == "be" else made


def reworded(text: str, span: Span, new: str) -> tuple[Edit, ...]:
    """The edits that put ``new`` in the place of a span, or take its words out where ``new`` is empty."""
    edit = Edit(span, new) if new else _dropped(text, span)
    return (*_article(text, edit), edit)


def stopped(text: str, span: Span, new: str, sentences: Mapping[int, int]) -> str:
    """``new`` with just one full stop where an abbreviation ends a sentence: "in the U.S." and "in the US."

    ``sentences`` has where each sentence begins, by where it ends.
    """
    if new.endswith(".") and text[span.end : span.end + 1] == "." and text[span.end : span.end + 2] != "..":
        return new[:-1]
    ends = sentences.get(span.end, span.start) < span.start  # "Dr." alone is none
    if ends and not _GOES_ON.match(text, span.end) and span.of(text).endswith(".") and new and not new.endswith("."):
        return f"{new}."
    return new


def advice(old: str, new: str) -> str:
    """What to do, in two words: the title of a fix."""
    return f"Write “{new}”" if new else f"Drop “{old}”"


def _article(text: str, edit: Edit) -> Iterator[Edit]:
    """The change of "a" or "an" before an edit, where it was right before and would not be after."""
    start = max(0, edit.span.start - _LOOK_BACK)
    found = _ARTICLE.search(text[start : edit.span.start])
    if not found:
        return
    right = article(edit.text + text[edit.span.end : edit.span.end + _LOOK_BACK])
    if found[0].lower() == article(text[edit.span.start : edit.span.start + _LOOK_BACK]) != right:
        yield Edit(Span(*found.span()).moved(start), capitalised(right) if found[0][0].isupper() else right)


def _dropped(text: str, span: Span) -> Edit:
    """The words taken out with a space and their commas; a sentence that began with them begins with the next word."""
    opening = opens(text, span.start)
    before = re.search(r",?[^\S\n]*$", text[max(0, span.start - _LOOK_BACK) : span.start])
    after = re.match(r",?[^\S\n]*", text[span.end : span.end + _LOOK_BACK])
    lead, trail = before[0] if before else "", after[0] if after else ""
    following = text[span.end + len(trail) : span.end + len(trail) + 1]
    if opening:
        end = span.end + len(trail)
        capital = text[span.start].isupper() and following.islower()
        return Edit(Span(span.start, end + capital), following.upper() if capital else "")
    if lead.startswith(",") and (trail.startswith(",") or not following.isalnum()):
        return Edit(Span(span.start - len(lead), span.end + trail.startswith(",")), "")
    if trail:
        return Edit(Span(span.start, span.end + len(trail)), "")
    return Edit(Span(span.start - len(lead), span.end), "")
