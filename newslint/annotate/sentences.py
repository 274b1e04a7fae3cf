"""Sentences: a grammar of full stops for news copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kept.regexes import compiled
from newslint.mentions import Block, Sentence
from newslint.pieces import piece
from newslint.spans import Span

# a stop with a space behind it, or glued to the capital of the next sentence ("left.The")
_STOP = compiled(
    r"""(?<![.!?…])(?P<marks>[.!?…]+)(?P<closers>["'”’)\]»]*)(?P<loose>\s+”)?(?=\s|$|(?P<glued>[“‘"(]?[A-Z][a-z]))"""
)
_LOOSE_QUOTE = compiled(r"""\s+"(?=\s|$)""")
_NEXT = compiled(r"""\s*(?P<openers>["'“‘(\[«`¿¡–—-]*\s?)(?P<word>[^\W_][\w'’-]*|)(?P<dot>\.?)""")
_WORD_BEFORE = compiled(
    r"""(?:^|(?P<comma>,\s)|[\s("'“‘\[/–—-])(?P<word>[ap]\.\sm|[^\s("'“‘\[/–—-]*)$""",
)
_SPEECH_TAG = compiled(
    r"""(?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w.'’-]*(?:,\s[^.!?,"“”]{2,60},)?\s(?:said|says|asked|asks|told|tells|added|replied|wrote|
    cried|shouted|yelled|screamed|exclaimed|joked|quipped|tweeted|wondered|continued|demanded)\b""",
    re.VERBOSE,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# never the end of a sentence
_TITLES = _words(
    """Mr Mrs Ms Mx Dr Drs Prof Profs Messrs Mme Mlle Msgr Rev Revs Fr Hon Rt Gov Govs Sen Sens Rep Reps Pres Gen Gens Brig
    Col Cols Lt Lts Maj Capt Capts Sgt Sgts Cpl Pvt Pfc Pte Spc Adm Cmdr Cmdt Cdr Comdr Supt Insp Det Dets Const Ofc Tpr
    Sec Secy Dep Asst Assoc Ald Amb Atty Del Dist Mt Ft vs v e.g i.e eg ie cf viz ca approx dept Dept esp"""
)
# the end only where no figure follows: No. 10, Jan. 6, Fig. 2, p. 4
_BEFORE_FIGURES = _words(
    """No Nos Art Arts Sect Fig Figs Vol Vols Ch p pp par para Ex Eq Res nos fig figs vol sec no Apt apt Rte Flt Op Ext ext Tel
    tel est pop c b d ft lb lbs oz Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"""
)
# the end only where the next word is one that opens sentences
_INSIDE = _words(
    """Tues Thu Thur Thurs Fri Inc Corp Co Cos Ltd Bros LLC Plc PLC plc Jr Sr Esq Ret Bldg Ave Blvd Rd St Sts Ste Sq Pkwy Hwy
    Univ Inst Assn Natl Intl Govt al Ph.D M.D S.p.A S.A N.V"""
)
_STATES = _words(
    """Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn
    Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Man Del D.C N.J N.Y N.H N.M N.C N.D S.C S.D R.I W.Va B.C N.S N.B"""
)
# words of their own, too: the Isle of Man
_PLAIN_STATES = _words("Man Ill Mass Miss Wash Ark Mo La Pa Ga Ore Ind Kan")
# behind "Salem, Ore." a comma is due, so that a capital opens a sentence there, unless it is one of these
_OFFICES = _words(
    """Mayor Gov Governor Sen Senator Rep Representative Attorney Sheriff City County Democrat Republican Judge Councilman
    Councilwoman District"""
)
# "plan B", "vitamin C": the letter is no initial
_LETTERED = compiled(
    r"(?:vitamins?|plan|group|class|type|category|grade|section|appendix|exhibit|schedule|hepatitis|influenza|series?|team|gate|block)\s$",
    re.IGNORECASE,
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
_NAMES_WITH_MARKS = _words("Yahoo! Jeopardy! Wham! Oliver! Moulin Joomla! Yum! E! Panic!")
_SITES = _words("Com Net Org Co Uk Io Js Tv Gov Edu")


def sentences(doc: Document) -> tuple[Sentence, ...]:
    """The sentences of every block that is to be read, in order, stripped of white space."""
    away = ("boilerplate", "front-matter", "code")
    return tuple(
        Sentence(span, block) for block in doc.all(Block) if block.kind not in away for span in _of(doc.body, block.span)
    )


def _of(text: str, block: Span) -> Iterator[Span]:
    return (span.moved(block.start) for span in piece(block.of(text)).once(_alone))


def _alone(text: str) -> Sequence[Span]:
    """The sentences of a block by itself, which is there again when another is changed."""
    return list(split(text, Span(0, len(text))))


def split(text: str, within: Span) -> Iterator[Span]:
    """The sentences of one stretch of text."""
    start = counted = within.start
    marks = 0
    for stop in _STOP.finditer(text, within.start, within.end):
        end = stop.end()
        marks, counted = marks + text.count('"', counted, end), end
        # a straight mark between two spaces closes what is still open
        if marks % 2 and (loose := _LOOSE_QUOTE.match(text, end, within.end)):
            end = loose.end()
        if end < within.end and not _ends(text, stop, start, Span(end, within.end)):
            continue
        span = Span(start, end).stripped(text)
        if len(span):
            yield span
        start = end
    rest = Span(start, within.end).stripped(text)
    if len(rest):
        yield rest


def _ends(text: str, stop: re.Match[str], start: int, behind: Span) -> bool:
    """Whether a sentence ends at this mark, given the words on both sides."""
    after = _NEXT.match(text, behind.start, behind.end)
    if not after:
        return True
    word, marks = after["word"], stop["marks"]
    if word[:1].islower() and not word[1:3].strip("abcdefghijklmnopqrstuvwxyz"):
        return False
    if not word:
        return not after["dot"] and "…" not in marks
    if stop["glued"]:
        return marks == "." and _two_sentences(text, stop, word)
    if marks.startswith(("..", "…")) and word.startswith("I") and len(re.split(r"['’]", word)[0]) == 1:
        return False
    if marks != ".":
        tagged = stop["closers"].strip(")]") and _SPEECH_TAG.match(text, after.start("word"), behind.end)
        return not tagged and not _named(text, stop) and not _bracketed(text, stop, start)
    if stop.start() - start < 8 and _numbered(text[start : stop.start()].strip()):
        return False
    return _full_stop_ends(text, stop, start, after)


def _two_sentences(text: str, stop: re.Match[str], word: str) -> bool:
    """Whether a space is missing here ("left.The"), as in no name of a site."""
    before = text[max(0, stop.start() - 2) : stop.start()]
    return len(before) == 2 and before.islower() and before.isalpha() and word not in _SITES


def _numbered(words: str) -> bool:
    """Whether no more than the number of an item stands before the stop."""
    return len(words) <= 3 and (words.isdigit() or (len(words) == 1 and words.isalpha()))


def _full_stop_ends(text: str, stop: re.Match[str], start: int, after: re.Match[str]) -> bool:
    """Whether a single full stop is more than the dot of an abbreviation."""
    found = _WORD_BEFORE.search(text, max(start, stop.start() - 24), stop.start())
    before = found["word"].replace(" ", "") if found else ""
    word = after["word"]
    opener = word in _OPENERS and not (after["dot"] and len(word) == 1)
    marked = bool(after["openers"].strip(" ([–—-"))
    if before in _PLAIN_STATES or (found and found["comma"] and before in _STATES):
        return word not in _OFFICES and not after["openers"].strip("\"'“‘ ")
    if before in _TITLES:
        return False
    if before in _BEFORE_FIGURES:
        return not any(letter.isdigit() for letter in word)
    if before.lower() in ("a.m", "p.m", "am", "pm"):
        return word not in _NOT_AFTER_CLOCK and not word[0].isdigit()
    if before in _INSIDE or before in _STATES or _initials(before):
        return (
            opener or marked or bool(found and _LETTERED.search(text, max(start, found.start("word") - 16), found.start("word")))
        )
    return True


def _initials(word: str) -> bool:
    """J, J.K, U.S, Ph.D: letters with dots between them."""
    return all(len(letter) == 1 and letter.isalpha() for letter in word.split(".")) and word[:1].isupper()


def _bracketed(text: str, stop: re.Match[str], start: int) -> bool:
    """Whether the mark ends an aside (or not?) in the middle of a sentence."""
    return ")" in stop["closers"] and text.rfind("(", max(start, stop.start() - 200), stop.start()) > start


def _named(text: str, stop: re.Match[str]) -> bool:
    word = text[max(0, stop.start() - 12) : stop.start()].split()[-1:]
    return bool(word) and f"{word[0]}{stop['marks']}" in _NAMES_WITH_MARKS and not stop["closers"]
