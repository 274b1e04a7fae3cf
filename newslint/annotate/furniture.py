"""What surrounds copy, known by its words: bylines, datelines, date lines, credits, web furniture."""

from __future__ import annotations

import re

from newslint.kept.regexes import compiled

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = rf"(?:{_DAY},?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})(?:,?\s\d{{4}})?"
_CLOCK = r"\d{1,2} [:.] \s? \d\d (?: :\d\d )? (?:\s?[ap]\.?m\.?)? (?: \s[a-z]{2,4} | z | [+-]\d\d:?\d\d )?"
_WHEN = rf"""(?: {_DATE} | \d{{4}}-\d\d-\d\d | \d{{1,2}}/\d{{1,2}}/\d{{2,4}} )
    (?: (?: [\s,|·•–—-]+ (?:at\s)? | t ) {_CLOCK} )?"""
_DATE_LINE = compiled(
    rf"""(?: (?:and\s)? (?:first\s|last\s)? (?:published|updated|posted|modified|date) :? \s (?:on\s|at\s)? )?
    (?: {_CLOCK} [\s,|]+ )? {_WHEN}
    (?: \s? [|·•–—-] \s? (?:last\s)? updated:? \s {_WHEN} )?""",
    re.VERBOSE | re.IGNORECASE,
)

# two capitals at least, so that "A - " or "I — " opens no dateline
_LABEL = r"(?:FILE|EXCLUSIVE|UPDATE|WATCH|OPINION|ANALYSIS|BREAKING|CORRECTION|LIVE)\b"
_CITY = rf"(?!{_LABEL})[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){{0,3}}"
_REGION = r"(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?){0,2}"
_AGENCY = r"\((?:[A-Z][\w.]+[ /]?){1,3}\)"
_WIRE = r"\((?:Reuters|AP|AFP|UPI|PA|dpa|CNN|Bloomberg|Xinhua|TASS|Kyodo|EFE|ANSA)\)"
_TOWN = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}"
_DASH = r"\s?(?:[-–—:_]{1,2})"
_DATELINE = compiled(
    rf"""(?: {_CITY} {_REGION} (?:,?\s(?i:{_DATE}))? \s? {_AGENCY} {_DASH}
           | {_CITY} {_REGION} ,?\s (?i:{_DATE}) \s {_DASH}
           | {_TOWN} ,\s (?i:{_DATE}) \s? {_AGENCY} {_DASH}
           | (?: {_TOWN} {_REGION} \s )? {_WIRE} {_DASH}
           | {_TOWN} {_REGION} \s CNN \s? —
           | {_CITY} (?:,\s[A-Z][\w.]+)? \s[–—-]{{1,2}} ) (?=\s+["“'‘]?[A-Z0-9]|$)""",
    re.VERBOSE,
)

_PERSON = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|de|del|van|von|der|den|al|bin|ibn|la|le)){1,4}"
_BYLINE = compiled(
    rf"""(?: (?:Words|Story|Report|Analysis|Exclusive|Review)\s )? (?:By|BY|by):? \s {_PERSON}
    (?: ,?\s(?:and|&)\s {_PERSON} | ,\s {_PERSON} )*
    (?: (?:,\s|\s[|/–—-]\s|\s(?:in|at|for)\s) [^.!?]{{2,60}} )? (?: [\s,|]+ \S+@\S+ )? (?: [\s,|·•–—-]+ (?:on\s)? (?i:{_WHEN}) )?
    | (?:By|BY) \s (?: (?:[Tt]he\s)? Associated\sPress
        | (?:[Oo]ur|[Aa]|[Ss]taff) \s (?:\w+\s){{0,3}} (?:[Ss]taff|[Cc]orrespondents?|[Rr]eporters?|[Ee]ditors?) )
    | {_PERSON} ,? \s (?:\w+\s){{0,3}} (?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ss]taff\s[Ww]riter)""",
    re.VERBOSE,
)
_SIGN_OFF = compiled(
    r"\(?(?:Additional\s)?(?:(?:[Rr]eporting|Writing|Editing|Compiled|Words)\sby\s|Contributing:\s).{3,200}", re.DOTALL
)

_SOCIAL = r"(?:twitter|x|facebook|instagram|threads|bluesky|mastodon|linkedin|whatsapp|telegram|youtube|tiktok)"
# left over from a web page whether or not a full stop follows
_WEB = compiled(
    rf"""(?:
      (?:sign\sup|subscribe) \s (?:to|for|here|now|today)\b .{{0,120}} | get\sour\s (?:\w+\s){{0,2}} newsletter .{{0,60}}
    | follow\s (?:us|me|@\w+) \b .{{0,90}} | follow\s [\w.\s'’-]{{3,40}} \s on\s {_SOCIAL} \b .{{0,60}}
    | (?:like|find|join)\s us\s on\s {_SOCIAL} \b .{{0,60}} | share\s (?:on|via) \s \w+ .{{0,40}}
    | (?:share|tweet|email|print)\s this (?:\s(?:article|story|page|post))? | share | tweet | print | copy\slink
    | send\s this\s page\b .{{0,40}} | advertisements? | (?:story|article)\s continues\s (?:below|after) .{{0,40}}
    | skip\s ad | (?:promoted|sponsored) (?:\s(?:content|stories|links))? | join\s our\s {_SOCIAL} .{{0,40}}
    | enjoy(?:ing|ed)?\s this\s (?:story|article|piece)\? .{{0,90}} | support\s our\s (?:journalism|work|reporting)\b .{{0,90}}
    | scroll\s down\s (?:for|to) \b .{{0,60}}
    | skip\s (?:to|past)\s (?:main\s)? (?:content|navigation|advert\w*|newsletter) .{{0,40}}
    | (?:click|tap)\s here\s (?:to|for) \b .{{0,90}} | (?:continue|keep)\s reading (?:\s(?:below|the).{{0,40}})?
    | (?:this|our)\s (?:site|website)\s uses\s cookies .{{0,140}} | we\s use\s cookies .{{0,140}} | accept\s (?:all\s)? cookies
    | (?:copyright|\(c\)|©) \s? (?:©\s?|\(c\)\s?)? (?:of\s)? \d{{4}} .{{0,90}} | © .{{0,90}} | all\s rights\s reserved .{{0,60}}
    | download\s (?:our|the) \s .{{0,30}} \b app \b .{{0,60}} | (?:have|got)\s a\s (?:news\s)? tip\? .{{0,90}}
    | (?:view|post|leave|show|hide)\s (?:all\s|a\s)? comments? | (?:\d+|no)\s (?:comments?|shares?) | comments\s \(\d+\)
    | loading\.{{3}}
    | (?:load|show|view|see)\s more | now\splaying | \d{{1,2}}[\s-] min(?:ute)?s? \s read | reading\stime:? .{{0,20}}
    | (?:view|open) \s (?:this\s)? (?:image|gallery|photos?) .{{0,40}} | read\sor\sshare\sthis\s (?:story|article) .{{0,60}}
    | get\s .{{2,60}} \s (?:in|to|into)\s your\sinbox .{{0,40}} | already\sa\s (?:subscriber|member)\? .{{0,60}}
    | (?:become\sa | start\syour)\s (?:member|subscriber|supporter|free\strial) \b .{{0,60}}
    | (?:sign|log)\sin\sto\s (?:comment|continue|read)\b .{{0,60}} | (?:write\sto|contact)\s .{{3,60}} \s (?:at|on)\s \S+@\S+
    | this\s (?:story|article|piece)\s (?:was\s)? (?:first|originally)\s (?:published|appeared|posted)\s .{{2,90}} )""",
    re.VERBOSE | re.IGNORECASE,
)
# only where no full stop makes a sentence of it
_LINKS = compiled(
    r"""(?: (?:read|see|watch|listen|view) (?:\s(?:more|next|also|now|here))? \s? [:>»→|] .{0,140}
    | (?: also\sread | read\s(?:next|more|also) | see\salso | don[’']t\smiss ) (?: [:\s–—-] .{0,140} )?
    | related (?:\s(?:articles?|stories|story|content|news|links|topics|coverage|posts?|reading))? (?: \s?[:|–—-] .{0,140} )?
    | more\s (?: on\sthis(?:\sstory)? | (?:[\w-]+\s){0,2} from\s[A-Z].{0,40} )
    | more\s (?: stories | articles | coverage | like\sthis | to\sread )
    | most\s (?:read|popular|viewed|watched|shared) | recommended (?:\s(?:for\syou|stories|articles|reading))?
    | (?:further|suggested)\s reading (?: : .{0,140} )? | (?:what\sto\s)? read\snext | also\sin\sthe\snews
    | (?:up\snext | next\sup) (?: : .{0,140} )? | (?:continue|keep)\sreading : .{0,140}
    | (?:next|previous)\s (?:story|article|post) .{0,90}
    | latest\s (?:news|stories|headlines) | (?:tags|topics|keywords|filed\sunder|posted\sin) \s?: .{2,140}
    | you\s (?:may|might) \s also\s (?:like|be\sinterested\sin) .{0,20} | trending (?:\snow)? | top\sstories | editor[’']s\spicks
    | in\sother\snews )""",
    re.VERBOSE | re.IGNORECASE,
)
_LINKS_HEADING = compiled(r"[\w\s’']{4,40}[:>»→]?")
_PICTURE = r"(?:photo(?:graph(?:er|y)?s?|s)?|pictures?|images?|video|illustrations?|graphics?|screenshot)"
_LIBRARY = r"(?:getty\simages|ap\sphoto|shutterstock|i?stock\sphoto|alamy|pa\s(?:images|media|wire)|epa-efe|unsplash)"
_CREDIT = compiled(
    rf"""(?: {_PICTURE} (?: (?:\s(?:by|credit|courtesy(?:\sof)?|source))? [:,] \s? | \s (?:by|credit|courtesy\sof|copyright) \s )
        [^.!?]{{2,60}}
    | credit: \s [^.!?]{{2,60}} | [^.!?]{{0,60}} \b {_LIBRARY} \b .{{0,30}} )""",
    re.VERBOSE | re.IGNORECASE,
)
_CAPTION = compiled(
    r"(?:image\scaption|caption|pictured)\b|(?:photo|picture|image|file(?:\sphoto)?):\s|FILE(?:\sPHOTO)?\s[–—-]", re.IGNORECASE
)
# "(AP Photo/Jane Doe)", "(Jane Doe/Reuters)" and the like at the end; "(Reuters)" alone ends a report
_CREDITED = compiled(
    rf"""\( (?: AP\sPhoto | (?i:{_PICTURE}) (?:\s(?i:by|credit|courtesy\sof))? [:\s] ) [^()]{{2,60}} \)$
    | \( [^()/]{{2,40}} / (?:AP|AFP|Reuters|EPA|PA|Getty) [^()]{{0,40}} \)$""",
    re.VERBOSE,
)
# "((Jane Roe)) We did.", "Q. Did you?", "JANE ROE: We did."
_TURN = compiled(
    r"(?:\(\((?P<name>[^()\n]{1,40})\)\)|(?P<letter>[QA])[.:]|(?P<label>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}):)[*_]*\s+\S"
)
# what a list, an arrow, a bracket or emphasis puts round a line
_MARKS = "-*•‣◦▪●►▶▸»>→|_[]() "
_SENTENCE_END = compiled(r"[.!?…][\"'”’)]*\s+(?=[A-Z])")
_FULL_STOP = compiled(r"[.!…][\"'”’)\]»]*$")


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
    words = words.strip(_MARKS)
    if _WEB.fullmatch(words.rstrip(". !")):
        return True
    return not _FULL_STOP.search(words) and (_LINKS.fullmatch(words) or _CREDIT.fullmatch(words)) is not None


def plug_length(words: str) -> int:
    """How much of a paragraph's end is a plug that was run into it ("… the mine. Sign up to our newsletter"); 0 for none."""
    ends = list(_SENTENCE_END.finditer(words, max(0, len(words) - 160)))
    plug = words[ends[-1].end() :] if ends and not _FULL_STOP.search(words) else ""
    return len(plug) if len(plug.split()) > 2 and "@" not in plug and _WEB.fullmatch(plug) else 0


def opens_links(words: str) -> bool:
    """A heading under which related links follow ("Most read")."""
    words = words.strip(_MARKS)
    return _LINKS_HEADING.fullmatch(words) is not None and _LINKS.fullmatch(words.rstrip(":>»→ ")) is not None


def is_caption(words: str) -> bool:
    return len(words) <= 400 and (_CAPTION.match(words) or _CREDITED.search(words)) is not None


def speaker(words: str) -> str:
    """The label that opens a turn of an interview; empty for other paragraphs."""
    match = _TURN.match(words[:80].lstrip("*_"))
    return (match["name"] or match["letter"] or match["label"]) if match else ""
