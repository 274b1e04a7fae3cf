"""The verbs by which copy says who says what, with their inflections."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from newslint.inflections import Shape, inflected
from newslint.kept.bytecode import KEPT
from newslint.words import word_set

Sort = Literal["say", "think", "call", "act"]
"""say: takes a clause or a quotation; think: a state of mind; call: names its object; act: a speech act with an object."""


class Form(NamedTuple):
    """One inflected form of a cue verb.

    ``noun`` says that the same word is often a noun, ``clause`` that the verb has to do
    with speech only where a clause or a quotation goes with it ("found that"); where there
    are ``particles``, one of them must follow ("pointed out").
    """

    lemma: str
    sorts: frozenset[Sort]
    shapes: frozenset[Shape]
    noun: bool = False
    clause: bool = False
    particles: frozenset[str] = frozenset()


_LEMMAS: dict[Sort, str] = {
    "say": """
        rumour rumor presume point go put chime shoot say tell add claim note state announce declare report explain argue insist
        assert maintain contend admit acknowledge concede confirm deny reveal disclose warn caution stress emphasise
        emphasize underline underscore suggest estimate predict forecast write tweet retweet post blog email reply respond
        answer retort counter remark comment observe recall recount testify swear vow pledge promise demand ask inquire
        enquire wonder joke quip laugh cry shout yell scream whisper mutter exclaim conclude continue repeat reiterate
        agree disagree complain lament boast brag allege propose recommend signal indicate imply hint inform notify assure
        remind advise rule quote mention reason muse opine intone protest object gush enthuse volunteer elaborate clarify
        speculate theorise theorize hypothesise hypothesize profess proclaim pronounce affirm reaffirm attest certify
        determine interject deadpan snap sigh shrug fume rant thunder beg read show find prove demonstrate cite outline
        describe tout counsel crow gloat retaliate rejoin venture murmur summarise summarize specify stipulate relay echo
        confess apologise apologize guarantee threaten
        allow aver avow bellow bleat blurt chant chide chorus chuckle croak croon demur depose divulge drawl expound
        extol foretell gripe groan growl grumble grunt hiss howl infer insinuate jest jibe lecture marvel moan mumble
        nod pontificate posit postulate preach prophesy rasp react reassure recite recommit reflect rejoice relate remonstrate
        riff roar scoff scowl shriek sing smile smirk snarl sneer sniff sob splutter sputter stammer stutter submit
        surmise tease text trumpet vent verify vouch wail warble weigh whine wink yelp plead request ruminate sum spell
        backtrack bluster cackle gibe grin grouse harangue hazard hector implore prattle quaver rail ramble reel repine
        swoon trill tut weep
    """,
    "think": """
        project believe think feel hope fear expect want know doubt suspect assume understand consider regard view worry
        wish anticipate envisage foresee reckon guess suppose intend regret realise realize learn hear remember decide
        deem envision mull
    """,
    "call": """
        call describe label brand dub term characterise characterize portray depict liken denounce decry dismiss deride
        ridicule mock paint cast peg tag trumpet pan savage skewer trash hammer
    """,
    "act": """
        speak stand intend press bark hit lash fire lay express voice seek raise praise thank laud applaud welcome commend
        congratulate salute endorse support defend champion criticise criticize blame condemn slam blast attack assail
        lambast lambaste rebuke chide chastise berate bash scold accuse charge fault question challenge dispute refuse
        decline rebut refute urge encourage exhort implore order ask beg persuade appeal advocate oppose disapprove
        offer mock taunt address discuss debate talk highlight tease bemoan bewail discount downplay disavow disown
        repudiate renounce recant retract reference refer allude hail credit
        back reject rebuff embrace plan push contradict concur dissent sue shrug weigh wave walk deplore
        lament rail extol flag float disparage belittle malign vilify demonise demonize caricature eulogise eulogize
        veto
    """,
}
_NOUNS = word_set(
    """
    address advocate answer appeal attack back blame blast blog brand call cast challenge champion chant charge
    chorus claim comment counter credit cry debate decline demand dispute doubt echo email estimate express fault
    fear feel find flag float forecast gripe groan growl grunt guess hammer hazard highlight hint hope howl jest
    jibe joke label laugh lecture mention moan murmur nod note object offer order outline paint pan plan pledge
    point post praise press project promise protest push put question quip quote rail raise rant read reason rebuke
    reference regret remark reply report request respond roar rule rumor rumour salute scream shout show shrug sigh
    signal slam smile smirk snap sneer sob state submit sue sum support tag talk term text thank trash trumpet tweet
    veto view voice volunteer vow wail wave welcome whine whisper wink wish worry yell
    """
)
_CLAUSE = word_set(
    """
    address advise agree allow chuckle consider continue decide demonstrate depose determine expect feel find grin
    groan grunt guarantee hazard hear indicate infer know laugh learn lecture maintain marvel nod peg pledge
    point project prove ramble read realise realize reassure recite reel reflect relate remember repeat reply
    request respond reveal roar rule show sing smile smirk sniff sob state submit tag tease text understand
    verify volunteer want weep wink
    """
)
_PARTICLES = {
    "allude": "to",
    "chime": "in",
    "decline": "to",
    "express": "concern concerns regret support confidence hope fears disappointment doubts outrage interest doubt optimism",
    "fire": "back",
    "go": "on",
    "hit": "back out",
    "intend": "to",
    "lash": "out",
    "lay": "out",
    "offer": "to",
    "point": "out to",
    "put": "it",
    "raise": "concerns doubts questions concern",
    "refer": "to",
    "refuse": "to",
    "seek": "to",
    "speak": "of about",
    "speculate": "that about on",
    "stand": "by",
    "talk": "of about",
    "plan": "to",
    "push": "for back",
    "rail": "against at",
    "react": "to with by",
    "shoot": "back",
    "shrug": "off",
    "sum": "up",
    "spell": "out",
    "walk": "back",
    "wave": "off away aside",
    "weigh": "in",
    "vouch": "for",
    "voice": "concern concerns support fears hope doubts",
}


def _rows() -> dict[str, tuple[Any, ...]]:
    """Every form with what a ``Form`` says of it; a word that is one of several verbs is the first's."""
    sorts: dict[str, set[Sort]] = {}
    for sort, lemmas in _LEMMAS.items():
        for lemma in lemmas.split():
            sorts.setdefault(lemma, set()).add(sort)
    rows: dict[str, tuple[Any, ...]] = {}
    for lemma, its in sorts.items():
        shapes: dict[str, list[Shape]] = {}
        for word, shape in inflected(lemma):
            shapes.setdefault(word, []).append(shape)
        kinds, noun, clause, particles = frozenset(its), lemma in _NOUNS, lemma in _CLAUSE, word_set(_PARTICLES.get(lemma, ""))
        for word, found in shapes.items():
            if word not in rows:
                rows[word] = lemma, kinds, frozenset(found), noun and found[-1] in ("base", "s"), clause, particles
    return rows


FORMS = {word: Form(*row) for word, row in KEPT.made(__name__, _rows).items()}
