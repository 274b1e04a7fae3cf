"""The verbs and phrases by which copy says who says what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

Shape = Literal["base", "s", "past", "participle", "ing"]
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
    noun: bool
    clause: bool = False
    particles: frozenset[str] = frozenset()


_SAY = """rumour rumor presume point go put chime say tell add claim note state announce declare report explain argue insist assert maintain contend admit acknowledge concede
confirm deny reveal disclose warn caution stress emphasise emphasize underline underscore suggest estimate predict forecast
write tweet retweet post blog email reply respond answer retort counter remark comment observe recall recount testify
swear vow pledge promise demand ask inquire enquire wonder joke quip laugh cry shout yell scream whisper mutter exclaim
conclude continue repeat reiterate agree disagree complain lament boast brag allege propose recommend signal indicate imply
hint inform notify assure remind advise rule quote mention reason muse opine intone protest object gush enthuse volunteer
elaborate clarify speculate theorise theorize hypothesise hypothesize profess proclaim pronounce affirm reaffirm attest
certify determine interject deadpan snap sigh shrug fume rant thunder beg read show find prove demonstrate cite outline
describe tout counsel crow gloat retaliate rejoin venture speculate murmur summarise summarize specify stipulate relay echo confess apologise apologize
guarantee threaten"""

_THINK = """project believe think feel hope fear expect want know doubt suspect assume understand consider regard view worry wish anticipate
envisage foresee reckon guess suppose intend regret realise realize learn hear remember decide mean"""

_CALL = """call describe label brand dub term characterise characterize portray depict liken denounce decry dismiss deride ridicule mock"""

_ACT = """speak stand intend press bark hit lash fire lay express voice seek raise praise thank laud applaud welcome commend congratulate salute endorse support defend champion criticise criticize blame
condemn slam blast attack assail lambast lambaste rebuke chide chastise berate bash scold accuse charge fault question
challenge dispute refuse decline rebut refute urge encourage exhort implore order ask beg invite persuade press appeal
advocate oppose disapprove offer mock taunt address discuss debate talk highlight tease bemoan bewail discount downplay
disavow disown repudiate renounce recant retract reference refer allude hail credit"""

_IRREGULAR = {
    "go": ("went", "gone"), "hit": ("hit", "hit"), "lay": ("laid", "laid"), "stand": ("stood", "stood"),
    "say": ("said", "said"), "tell": ("told", "told"), "write": ("wrote", "written"), "swear": ("swore", "sworn"),
    "find": ("found", "found"), "show": ("showed", "shown"), "read": ("read", "read"), "hold": ("held", "held"),
    "think": ("thought", "thought"), "feel": ("felt", "felt"), "know": ("knew", "known"), "understand": ("understood", "understood"),
    "see": ("saw", "seen"), "foresee": ("foresaw", "foreseen"), "hear": ("heard", "heard"), "forget": ("forgot", "forgotten"),
    "cast": ("cast", "cast"), "speak": ("spoke", "spoken"), "seek": ("sought", "sought"), "withdraw": ("withdrew", "withdrawn"),
    "put": ("put", "put"), "broadcast": ("broadcast", "broadcast"), "mean": ("meant", "meant"), "learn": ("learned", "learnt"),
    "begin": ("began", "begun"), "sing": ("sang", "sung"), "forecast": ("forecast", "forecast"), "spell": ("spelled", "spelt"),
    "rebut": ("rebutted", "rebutted"),
}  # fmt: skip
_DOUBLED = frozenset("admit beg brag plan quip quiz blog rap rebut pan refer tout snap sob".split()) - {"tout"}

# base and -s forms that are nouns at least as often: a verb only where the words around say so
_NOUNS = frozenset(
    """worry rumour rumor claim note state report comment remark answer reply respond counter estimate forecast post blog email tweet demand joke
    quip laugh cry shout yell scream whisper promise pledge vow signal hint rule quote mention reason protest object volunteer
    doubt fear hope plan view judge project like love trust guess wish dream favour favor call label brand term name frame cast
    praise thank back support champion attack blast slam blame fault question challenge dispute charge reference credit petition
    lobby press appeal order request offer address debate talk pitch brief play raise voice pan rap touch present document detail
    outline show find read hold point put release broadcast echo sigh shrug rant rail push snap command salute honour honor
    rebuke decline highlight advocate murmur feel complaint welcome regret express mean""".split()
)


_CLAUSE = frozenset(
    """project find show prove demonstrate learn hear realise realize remember know mean decide determine continue repeat begin agree respond
    reply volunteer pledge want state rule expect address point read reveal indicate feel consider understand""".split()
)

_PARTICLES = {
    "point": "out to", "go": "on", "put": "it", "speak": "of about", "talk": "of about", "hit": "back out", "lash": "out", "fire": "back",
    "speculate": "that about on", "refer": "to", "allude": "to", "lay": "out", "chime": "in", "look": "forward", "stand": "by", "raise": "concerns doubts questions concern",
    "express": "concern concerns regret support confidence hope fears disappointment doubts outrage interest doubt optimism",
    "voice": "concern concerns support fears hope doubts", "seek": "to", "plan": "to", "intend": "to", "refuse": "to", "decline": "to", "offer": "to",
}  # fmt: skip


def _inflected(lemma: str) -> Iterator[tuple[str, Shape]]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma + lemma[-1] if lemma in _DOUBLED else lemma
    soft = lemma.endswith("y") and lemma[-2] not in "aeou"
    past, participle = _IRREGULAR.get(lemma, (2 * (f"{lemma[:-1]}ied" if soft else f"{stem}ed",)))
    yield lemma, "base"
    yield f"{lemma[:-1]}ies" if soft else f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else f"{lemma}s", "s"
    yield past, "past"
    yield participle, "participle"
    yield f"{lemma}ing" if lemma.endswith("ee") else f"{stem}ing", "ing"


def _forms() -> dict[str, Form]:
    forms: dict[str, Form] = {}
    lists: tuple[tuple[Sort, str], ...] = (("say", _SAY), ("think", _THINK), ("call", _CALL), ("act", _ACT))
    for sort, words in lists:
        for lemma in words.split():
            for word, shape in _inflected(lemma):
                old = forms.get(word)
                noun = lemma in _NOUNS and shape in ("base", "s")
                if old is None or old.lemma == lemma:
                    sorts, shapes = (old.sorts, old.shapes) if old else (frozenset(), frozenset())
                    forms[word] = Form(lemma, sorts | {sort}, shapes | {shape}, noun, lemma in _CLAUSE, frozenset(_PARTICLES.get(lemma, "").split()))
    return forms


FORMS = _forms()
