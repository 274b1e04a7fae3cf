"""Sentences: a grammar of full stops for news copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document
from newslint.mentions import Block, Sentence
from newslint.spans import Span

_STOP = re.compile(r"""(?<![.!?…])(?P<marks>[.!?…]+)(?P<closers>["'”’)\]»]*)(?=\s|$)""")
_NEXT = re.compile(r"""\s+(?P<openers>["'“‘(\[«`¿¡–—-]*\s?)(?P<word>[^\W_][\w'’-]*|)(?P<dot>\.?)""")
_WORD_BEFORE = re.compile(r"""(?:^|[\s("'“‘\[/–—-])(?P<word>[^\s("'“‘\[/–—-]*)$""")
_SPEECH_TAG = re.compile(
    r"""(?:[A-Z][\w.'’-]*\s){1,4}(?:said|says|asked|asks|told|added|replied|wrote|cried|shouted|joked|tweeted|wondered|continued)\b"""
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# never the end of a sentence
_TITLES = _words(
    """Mr Mrs Ms Mx Dr Drs Prof Profs Messrs Mme Mlle Rev Revs Fr Hon Gov Govs Sen Sens Rep Reps Pres Gen Gens Brig Col Cols Lt
    Lts Maj Capt Sgt Cpl Pvt Pte Adm Cmdr Cdr Supt Insp Det Const Sec Secy Dep Asst Assoc Amb Atty Del Dist Mt Ft vs v
    e.g i.e eg ie cf viz ca approx dept Dept esp"""
)
# the end only where no figure follows: No. 10, Jan. 6, Fig. 2, p. 4
_BEFORE_FIGURES = _words("No Nos Art Arts Sect Fig Figs Vol Vols Ch p pp par para Ex Eq Res nos fig figs vol sec no")
# the end only where the next word is one that opens sentences
_INSIDE = _words(
    """Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Inc Corp Co Cos Ltd Bros
    LLC Plc PLC plc Jr Sr Esq Bldg Ave Blvd Rd St Sts Ste Ct Sq Pkwy Hwy Univ Inst Assn Dist Natl Intl Govt Ala Ariz Ark
    Calif Colo Conn Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt
    Wash Wis Wyo Ont Que Alta Sask Man al Ph.D M.D Ed Op S.p.A S.A N.V"""
)
_NOT_AFTER_CLOCK = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Jan Feb Aug Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun GMT UTC BST EST EDT CST CDT MST
    MDT PST PDT ET CT MT PT CET CEST IST AEST AEDT JST Eastern Central Mountain Pacific Greenwich"""
)
# words that open a sentence far more often than they continue a name
_OPENERS = _words(
    """A An The This That These Those There Here It Its He His She Her Hers They Their We Our You Your My I I’m I'm I’ve I've
    I’ll I'll It’s It's He’s He's She’s She's They’re They're We’re We're That’s That's There’s There's Who What When
    Where Why How Which Whether And But Or Nor So Yet For If As At By In On Of To From With Without Within After Before
    Since Until While During Despite Although Though Because Unless Once Under Over Between Among Against Through Both
    Each Every Either Neither Some Any All Many Most Much Few Several Other Others Another Such No Not Nobody Nothing
    None Now Then Later Earlier Today Yesterday Tomorrow Meanwhile However Instead Still Also Even Just Only According
    Asked Police Officials Investigators Prosecutors Authorities Critics Analysts Experts Residents Witnesses Shares One
    Two Three Four Five Six Seven Eight Nine Ten Last Next Separately Elsewhere Nevertheless Moreover Furthermore
    Additionally Perhaps Maybe Having Following Speaking Being Given Based"""
)
_NAMES_WITH_MARKS = _words("Yahoo! Jeopardy! Wham! Oliver! Moulin Joomla! Yum!")


def sentences(doc: Document) -> tuple[Sentence, ...]:
    """The sentences of every block that is to be read, in order, stripped of white space."""
    away = ("boilerplate", "front-matter", "code")
    return tuple(
        Sentence(span, block) for block in doc.all(Block) if block.kind not in away for span in split(doc.body, block.span)
    )


def split(text: str, within: Span) -> Iterator[Span]:
    """The sentences of one stretch of text."""
    start = within.start
    for stop in _STOP.finditer(text, within.start, within.end):
        if stop.end() < within.end and not _ends(text, stop, start, within.end):
            continue
        span = Span(start, stop.end()).stripped(text)
        if len(span):
            yield span
        start = stop.end()
    rest = Span(start, within.end).stripped(text)
    if len(rest):
        yield rest


def _ends(text: str, stop: re.Match[str], start: int, limit: int) -> bool:
    """Whether a sentence ends at this mark, given the words on both sides."""
    after = _NEXT.match(text, stop.end(), limit)
    if not after:
        return True
    word, marks = after["word"], stop["marks"]
    if word[:1].islower() and not word[1:3].strip("abcdefghijklmnopqrstuvwxyz"):
        return False
    if not word:
        return not after["dot"] and "…" not in marks
    if marks.startswith(("..", "…")) and word.startswith("I") and len(re.split(r"['’]", word)[0]) == 1:
        return False
    if marks != ".":
        return not (stop["closers"] and _SPEECH_TAG.match(text, after.start("word"), limit)) and not _named(text, stop)
    return _full_stop_ends(_word_before(text, stop, start), word, after)


def _full_stop_ends(before: str, word: str, after: re.Match[str]) -> bool:
    """Whether a single full stop after the word ``before`` is more than the dot of an abbreviation."""
    opener = word in _OPENERS and not (after["dot"] and len(word) == 1)
    if before in _TITLES:
        return False
    if before in _BEFORE_FIGURES:
        return not word[0].isdigit()
    if before.lower() in ("a.m", "p.m", "am", "pm"):
        return word not in _NOT_AFTER_CLOCK and not word[0].isdigit()
    if before in _INSIDE or _initials(before):
        return opener or bool(after["openers"].strip(" ([–—-"))
    return True


def _initials(word: str) -> bool:
    """J, J.K, U.S, Ph.D: letters with dots between them."""
    return all(len(letter) == 1 and letter.isalpha() for letter in word.split(".")) and word[:1].isupper()


def _word_before(text: str, stop: re.Match[str], start: int) -> str:
    match = _WORD_BEFORE.search(text[max(start, stop.start() - 24) : stop.start()])
    return match["word"] if match else ""


def _named(text: str, stop: re.Match[str]) -> bool:
    word = text[max(0, stop.start() - 12) : stop.start()].split()[-1:]
    return bool(word) and f"{word[0]}{stop['marks']}" in _NAMES_WITH_MARKS and not stop["closers"]
