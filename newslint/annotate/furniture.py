"""What surrounds copy, known by its words: bylines, datelines, date lines, credits, web furniture."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = rf"(?:{_DAY},?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})(?:,?\s\d{{4}})?"
_DATE_LINE = re.compile(
    rf"""(?: (?:first\s|last\s)? (?:published|updated|posted|date) :? \s (?:on\s|at\s)? )?
    (?: {_DATE} | \d{{4}}-\d\d-\d\d | \d{{1,2}}/\d{{1,2}}/\d{{2,4}} )
    (?: [\s,|·•–—-]+ (?:at\s)? \d{{1,2}} [:.] \s? \d\d (?:\s?[ap]\.?m\.?)? (?:\s[a-z]{{2,4}})? )?""",
    re.VERBOSE | re.IGNORECASE,
)

# two capitals at least, so that "A - " or "I — " opens no dateline
_LABEL = r"(?:FILE|EXCLUSIVE|UPDATE|WATCH|OPINION|ANALYSIS|BREAKING|CORRECTION|LIVE)\b"
_CITY = rf"(?!{_LABEL})[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){{0,3}}"
_REGION = r"(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?){0,2}"
_AGENCY = r"\((?:[A-Z][\w.]+[ /]?){1,3}\)"
_DASH = r"\s?(?:[-–—:_]{1,2})"
_DATELINE = re.compile(
    rf"""(?: {_CITY} {_REGION} (?:,?\s(?i:{_DATE}))? \s? {_AGENCY} {_DASH}
           | {_CITY} {_REGION} ,?\s (?i:{_DATE}) \s {_DASH}
           | [A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,2}} ,\s (?i:{_DATE}) \s? {_AGENCY} {_DASH}
           | {_CITY} (?:,\s[A-Z][\w.]+)? \s[–—-]{{1,2}} ) (?=\s+["“'‘]?[A-Z0-9]|$)""",
    re.VERBOSE,
)

_PERSON = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|del|van|von|der|den|al|bin|ibn|la|le)){1,4}"
_BYLINE = re.compile(
    rf"""(?: (?:Words|Story|Report|Analysis|Exclusive|Review)\s )? (?:By|BY|by):? \s {_PERSON}
    (?: ,?\s(?:and|&)\s {_PERSON} | ,\s {_PERSON} )*
    (?: (?:,\s|\s[|/–—-]\s|\s(?:in|at|for)\s) [^.!?]{{2,60}} )?""",
    re.VERBOSE,
)
_SIGN_OFF = re.compile(r"\(?(?:Additional\s)?(?:Reporting|Writing|Editing|Compiled|Words)\sby\s.{3,200}", re.DOTALL)

_SOCIAL = r"(?:twitter|x|facebook|instagram|threads|bluesky|mastodon|linkedin|whatsapp|telegram|youtube|tiktok)"
# left over from a web page whether or not a full stop follows
_WEB = re.compile(
    rf"""(?:
      (?:sign\sup|subscribe) \s (?:to|for|here|now|today)\b .{{0,120}} | get\sour\s (?:\w+\s){{0,2}} newsletter .{{0,60}}
    | follow\s (?:us|me|@\w+) \b .{{0,90}} | follow\s [\w.\s'’-]{{3,40}} \s on\s {_SOCIAL} \b .{{0,60}}
    | (?:like|find|join)\s us\s on\s {_SOCIAL} \b .{{0,60}} | share\s (?:on|via) \s \w+ .{{0,40}}
    | (?:share|tweet|email|print)\s this (?:\s(?:article|story|page|post))? | share | tweet | print | copy\slink
    | send\s this\s page\b .{{0,40}} | advertisements? | (?:story|article)\s continues\s below .{{0,40}}
    | scroll\s down\s (?:for|to) \b .{{0,60}}
    | skip\s (?:to|past)\s (?:main\s)? (?:content|navigation|advert\w*|newsletter) .{{0,40}}
    | (?:click|tap)\s here\s (?:to|for) \b .{{0,90}} | (?:continue|keep)\s reading (?:\s(?:below|the).{{0,40}})?
    | (?:this|our)\s (?:site|website)\s uses\s cookies .{{0,140}} | we\s use\s cookies .{{0,140}} | accept\s (?:all\s)? cookies
    | (?:copyright|\(c\)|©) \s? (?:©\s?|\(c\)\s?)? (?:of\s)? \d{{4}} .{{0,90}} | © .{{0,90}} | all\s rights\s reserved .{{0,60}}
    | download\s (?:our|the) \s .{{0,30}} \b app \b .{{0,60}} | (?:have|got)\s a\s (?:news\s)? tip\? .{{0,90}}
    | (?:view|post|leave|show)\s (?:all\s|a\s)? comments? | loading\.{{3}} )""",
    re.VERBOSE | re.IGNORECASE,
)
# only where no full stop makes a sentence of it
_LINKS = re.compile(
    r"""(?: (?:read|see|watch|listen) (?:\s(?:more|next|also|now))? \s? [:>»→|] .{0,140}
    | (?: also\sread | read\s(?:next|more|also) | see\salso ) .{0,140}
    | related (?:\s(?:articles?|stories|content|news|links|topics|coverage))? (?:: .{0,140})?
    | more\s (?: on\sthis(?:\sstory)? | (?:(?:news|stories|articles)\s)?from\s[A-Z].{0,40} | stories | articles | coverage )
    | most\s (?:read|popular|viewed|watched) | recommended (?:\s(?:for\syou|stories|articles|reading))?
    | you\s (?:may|might) \s also\s like .{0,20} | trending (?:\snow)? | top\sstories | editor[’']s\spicks | in\sother\snews )""",
    re.VERBOSE | re.IGNORECASE,
)
_LINKS_HEADING = re.compile(r"[\w\s’']{4,40}[:>»→]?")
_CREDIT = re.compile(
    r"""(?: (?:photo(?:graphs?|s)?|pictures?|images?|video)
            (?: (?:\s(?:by|credit|courtesy(?:\sof)?|source))?: \s? | \s by\s ) [^.!?]{2,60}
    | .{0,60} \b getty\simages .{0,20} )""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:image\scaption|caption|pictured)\b|(?:photo|picture|image|file\sphoto):\s", re.IGNORECASE)
# "((Jane Roe)) We did.", "Q: Did you?", "JANE ROE: We did."
_TURN = re.compile(r"(?:\(\((?P<name>[^()\n]{1,40})\)\)|(?P<label>Q|A|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}):)\s+\S")
_FULL_STOP = re.compile(r"[.!…][\"'”’)\]»]*$")


def is_date_line(words: str) -> bool:
    """A line that holds a date and nothing else."""
    return len(words) <= 80 and _DATE_LINE.fullmatch(words) is not None


def is_byline(words: str) -> bool:
    return len(words) <= 160 and _BYLINE.fullmatch(words) is not None


def is_sign_off(words: str) -> bool:
    """The line at the foot that names the reporters and editors."""
    return len(words) <= 250 and _SIGN_OFF.fullmatch(words) is not None


def dateline_length(words: str) -> int:
    """How much of a paragraph's opening is an agency's dateline, with its dash; 0 for none."""
    match = _DATELINE.match(words[:200])
    return match.end() if match else 0


def is_boilerplate(words: str) -> bool:
    """A line of a web page that is no part of the story."""
    if len(words) > 220:
        return False
    if _WEB.fullmatch(words.rstrip(". !")):
        return True
    return not _FULL_STOP.search(words) and (_LINKS.fullmatch(words) or _CREDIT.fullmatch(words)) is not None


def opens_links(words: str) -> bool:
    """A heading under which related links follow ("Most read")."""
    return _LINKS_HEADING.fullmatch(words) is not None and _LINKS.fullmatch(words.rstrip(":>»→ ")) is not None


def is_caption(words: str) -> bool:
    return _CAPTION.match(words) is not None and len(words) <= 300


def speaker(words: str) -> str:
    """The label that opens a turn of an interview; empty for other paragraphs."""
    match = _TURN.match(words[:80])
    return (match["name"] or match["label"]) if match else ""
