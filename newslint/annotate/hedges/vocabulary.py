"""The words that hedge in news copy, by class, each with the sense that it must have.

The classes are those of Prince, Frader and Bosk (1982: approximators, attribution shields), Hyland
(boosters) and FactBank (possible, probable, reported); the words are those of news desks.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.mentions import HedgeKind

Reach = Literal["behind", "clause", "phrase"]
"""What is softened: what stands behind the cue, the whole clause, or the phrase that begins behind the cue."""


class Row(NamedTuple):
    """Cues that share a sense: one of ``heads``, then ``rest``, with nothing before them that fits ``unless``.

    ``rest`` says what else belongs to the cue and, in a look-ahead, what must follow it.
    With ``plural``, a plural noun must follow.
    """

    kind: HedgeKind
    heads: str
    rest: str = ""
    unless: str = ""
    reach: Reach = "behind"
    plural: bool = False


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_BE = "is are was were been being be"
_OFTEN = (
    r"(?:\s(?:widely|often|generally|commonly|usually|frequently|popularly|largely|traditionally|universally|currently|initially"
    r"|also|now|still|once|long|sometimes|already))?"
)
_VERB = r"(?=\s[a-z])"
_INFINITIVE = r"\sto(?=\s[a-z])(?!\s(?:the|an?|his|her|its|their|this|that|those|these|police|me|us|them|him|you|be\sa\sgood)\b)"
_CLAUSE = r"(?=\s(?:that|it|he|she|they|the)\b)"
_NUMBER = _any(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty thirty
    forty fifty sixty seventy eighty ninety dozen hundred thousand million billion half third quarter"""
)
_FIGURE = rf"(?=\s(?:[$£€]?\d|(?:a\s)?{_NUMBER}\b))"
_JUDGED = "(?:considered|regarded|viewed|seen|perceived|deemed|thought)"
_MANY = "(?:some|many|most|critics|experts|observers|historians|scholars|analysts|commentators|fans)"
_NO_AGENT = rf"(?!(?:\s[\w’'-]+){{0,8}}?\sby\s(?!{_MANY}\b))"  # a passive with its agent is an attribution, no hedge
_PRAISE = _any(
    """notable famous popular prominent influential important powerful beautiful successful respected significant spectacular
    celebrated common"""
)
_DUE = _any(
    """address appear arrive attend be become begin close come complete end expire face finish fly give go hear hold host join
    land launch leave make marry meet move open pay perform play publish receive release report resume retire return run sail
    serve sign sit speak stand start step take testify travel visit vote"""
)
_NO_NOUN = r"""(?!\s(?:and|or|to|in|on|of|for|at|with|by|after|before|as|from|but|only|because|when|if|during|that|until|is|was
    |are|were|has|had)\b)"""

EVIDENTIAL = (  # somebody says so, or it looks so, or is held to be so
    Row("evidential", "reportedly apparently purportedly supposedly seemingly ostensibly"),
    Row("evidential", "rumoured rumored", reach="clause"),
    Row(
        "evidential",
        _BE,
        rf"{_OFTEN}\s(?:said|believed|thought|understood|reported|reputed|presumed|known|rumou?red){_INFINITIVE}",
        reach="clause",
    ),
    Row("evidential", _BE, rf"{_OFTEN}\s(?:{_JUDGED}(?=\s\S)|thought\sof){_NO_AGENT}", reach="clause"),
    Row("evidential", _BE, rf"{_OFTEN}\s(?:described|cited|hailed|critici[sz]ed|dubbed|touted){_NO_AGENT}", reach="clause"),
    Row(
        "evidential",
        "considered regarded",
        rf"(?=\s(?:by\s{_MANY}|the|one)\b)",
        unless=r"\b(?:he|she|they|it|who|has|have|had|we|I)\s$",
    ),
    Row(
        "evidential",
        "widely commonly popularly generally traditionally",
        rf"\s(?:{_JUDGED}|believed|held|known|accepted|assumed|used|cited|credited|reported|taken|understood)",
        reach="clause",
    ),
    Row(
        "evidential",
        "often sometimes commonly frequently usually popularly",
        rf"(?:\s\w+ly)?\s(?:{_JUDGED}|referred\sto|called|cited|described|mistaken|said|portrayed|associated)",
        reach="clause",
    ),
    Row(
        "evidential",
        "it",
        rf"(?:\s(?:is|was|has\sbeen)|['’]s){_OFTEN}\s(?:said|believed|thought|understood|assumed|claimed|known|argued|debated)",
    ),
    Row(
        "evidential",
        "seem seems seemed appear appears appeared",
        r"\s(?:to|that|likely|unlikely|as\s(?:if|though))",
        reach="clause",
    ),
    Row("evidential", "legend tradition wisdom culture lore belief", r"\s(?:has\sit|holds|claims|says)"),
    Row("evidential", "evidence", r"(?=\s(?:that|of|for|suggests?)\b)"),
)
LEGAL = (  # nobody has been found guilty yet
    Row("legal", "allegedly"),
    Row("legal", "alleged", r"(?!\sthat\b)", reach="phrase"),
    Row("legal", "suspected", _VERB, reach="phrase"),
    Row("legal", "accused", r"(?=\s(?:killer|murderer|rapist|attacker|thief|fraudster|bomber)\b)", reach="phrase"),
    Row("legal", "on", r"\ssuspicion\sof", reach="phrase"),
)
EPISTEMIC = (  # the writer is not sure
    Row("epistemic", "possibly perhaps maybe probably presumably potentially conceivably arguably plausibly"),
    Row("epistemic", "likely unlikely", r"(?!\sto\b)"),
    Row("epistemic", "possible", r"\sthat"),
    Row(
        "epistemic",
        "possible potential probable",
        rf"{_VERB}{_NO_NOUN}",
        unless=r"\b(?:as|best|worst|all|every|if|where|wherever|when|full|its|their|his|her|only)\s$",
        reach="phrase",
    ),
    Row("epistemic", "the a any", r"\s(?:possibility|likelihood|probability|prospect|chance)(?=\s(?:that|of)\b)"),
    Row("epistemic", "certain uncertain certainty uncertainty", r"\s(?:whether|if)"),
    Row("epistemic", "unclear uncertain undecided doubtful"),
    Row("epistemic", "unknown", unless=r"\b(?:the|an|of|yet|previously|hitherto|virtually|relatively|little|largely)\s$"),
    Row("epistemic", "not", r"(?:\s(?:yet|immediately|entirely|fully))?\s(?:known|clear|certain|sure|confirmed)"),
    Row("epistemic", "remains", r"\sto\sbe\sseen"),
    Row("epistemic", "whether", r"(?!\sor\snot\b)"),
    Row("epistemic", "thought believed", _INFINITIVE, reach="clause"),
    Row("epistemic", "almost", r"\scertain(?:ly)?"),
    Row("epistemic", "in", r"\sall\s(?:probability|likelihood)"),
    Row("epistemic", "must", r"\shave(?=\s(?:been|\w+(?:ed|en|t|n))\b)"),
)
MODAL = (  # what may be, what is only planned, and on what condition
    Row("modal", "may", _VERB),
    Row("modal", "might", rf"{_VERB}(?!\sof\b)", unless=r"(?:\bthe|ary|mic|cal|\bits|\bhis)\s$"),
    Row("modal", "could", rf"{_VERB}(?!\s(?:not|hear|see|feel|only|hardly|barely|no\slonger|smell|afford|care)\b)"),
    # "would later become" tells the past
    Row(
        "modal",
        "would",
        rf"{_VERB}(?!\s(?:later|often|then|eventually|sometimes|usually|always|go\son|not|soon|also|like|become)\b)",
    ),
    Row(
        "modal",
        """plan plans planned planning intend intends intended hope hopes hoped hoping aim aims aimed seek seeks want wants
        propose proposes proposed expect expects expected set threaten threatens threatened consider considers considering
        likely unlikely""",
        rf"\sto{_VERB}",
    ),
    Row(  # "due to" is a cause unless a verb follows
        "modal",
        "due",
        rf"""\sto(?=\s{_DUE}\b)""",
    ),
    Row("modal", "plans plan proposal proposals bid", rf"\sfor{_VERB}"),
    Row("modal", _BE, r"\s(?:widely\s)?expected", reach="clause"),
    Row("modal", "considering", r"(?=\s(?:an?|the|whether|\w+ing)\b)"),
    Row(
        "modal",
        "proposed planned",
        _VERB,
        unless=r"\b(?:has|had|have|was|were|is|are|been|he|she|they|it|who|which)\s(?:\w+ly\s)?$",
        reach="phrase",
    ),
    Row("modal", "if", r"\s(?:necessary|approved|successful|confirmed|true|needed|required|convicted|elected|passed)"),
    Row(
        "modal",
        "if",
        r"(?=\s(?:the|an?|he|she|it|they|there|this|that|these|its|their|his|her|no|[A-Z]\w+)\s)",
        unless=r"\b(?:as|even|only|what|asked|ask|asking|wondered|see|know|knew)\s(?:\w+\s){0,3}$",
    ),
    Row("modal", "unless"),
    Row(
        "modal", "in", rf"\stalks\s(?:to|with|over|about|on)|\san?\s(?:attempt|effort|bid)\sto{_VERB}|\sthe\shopes?\s(?:of|that)"
    ),
)
APPROXIMATOR = (  # rounded figures and open bounds, vague counts, vague frequency
    Row("approximator", "about around roughly approximately some nearly almost over", _FIGURE, reach="phrase"),
    Row("approximator", "an", rf"\sestimated{_FIGURE}", reach="phrase"),
    Row("approximator", "more", rf"\sthan{_FIGURE}", reach="phrase"),
    Row("approximator", "up close", rf"\sto{_FIGURE}", reach="phrase"),
    Row("approximator", "upwards", rf"\sof{_FIGURE}", reach="phrase"),
    Row("approximator", "at", rf"\sleast{_FIGURE}", reach="phrase"),
    Row("approximator", "or", r"\s(?:so|more)(?=[\s,.;])"),
    Row("approximator", "some", r"\s(?:kind|sort|form|type|degree|extent)\sof", reach="phrase"),
    # a part of what was named before is no vague count: "many of them"
    Row("approximator", "some many most several", r"\sof(?=\s(?!(?:them|these|those|us|you|which|whom)\b))", reach="phrase"),
    Row(
        "approximator",
        "some many most",
        r"(?=\s(?:also\s|now\s|even\s)?(?:say|said|believed?|think|thought|feared?|argued?|have|had|were|are)\b)",
    ),
    Row("approximator", "some", r"(?=\s(?!(?:time|day|more|of)\b)\w)", reach="phrase"),
    Row("approximator", "many", r"(?=\s(?!(?:more|as|an?|of)\b)\w)", unless=r"\b(?:as|how|so|too|not)\s$", reach="phrase"),
    Row("approximator", "several", r"(?=\s(?!of\b)\w)", reach="phrase"),
    Row("approximator", "various certain numerous countless", reach="phrase", plural=True),
    Row("approximator", "by to of for among", r"\s(?:some|many|most)(?=\s(?:to|as)\b|[.,;])"),
    Row("approximator", "a", r"\s(?:few|certain)(?=\s\w)", reach="phrase"),
    # with these before it, "most" makes a superlative
    Row(
        "approximator",
        "most",
        unless=r"(?:\b(?:the|its|his|her|their|our|my|at|two|three)|['’]s)\s$",
        reach="phrase",
        plural=True,
    ),
    Row("approximator", "others", _VERB, unless=rf"\b(?:\d+|{_NUMBER}|and|among|each|all|the|few|dozens)\s$"),
    Row(
        "approximator",
        "a",
        r"\s(?:(?:large|small|great|growing|good|wide|broad)\s)?(?:number|variety|range|series|handful)\sof",
        reach="phrase",
    ),
    Row("approximator", "plenty", r"\sof", reach="phrase"),
    Row("approximator", "the", r"\s(?:vast\s|great\s|overwhelming\s)?majority\sof", reach="phrase"),
    Row("approximator", "generally typically largely sometimes"),
    Row("approximator", "in", r"\s(?:general(?!\selections?)|(?:most|many|some)\scases)"),
    Row(  # a superlative that names no first
        "approximator",
        "one",
        r"""\sof\s(?:the|its|his|her|their|(?:[\w.’'-]+\s){0,3}?[\w.-]+(?:['’]s|s['’]))\s(?:\w+\s){0,2}?
        (?:most|greatest|best|finest|leading|top|foremost)""",
        reach="phrase",
    ),
    Row("approximator", "among", r"\sthe\s(?:most|greatest|best|finest|leading)", reach="phrase"),
)
ATTRIBUTION = (  # states of mind, and verbs that do not vouch
    Row("attribution", "suggest suggests suggested suggesting", r"(?!\s(?:to|using|taking|ways)\b)"),
    Row("attribution", "believe believes believed", r"(?!\s(?:in|me)\b|\sit[.,;])"),
    Row("attribution", "think thinks", r"(?!\s(?:about|tanks?|of)\b)"),
    Row("attribution", "thought suspect suspects", _CLAUSE),
    Row("attribution", "speculate speculates speculated speculating speculation"),
    Row("attribution", "fear fears feared hope hopes hoped hoping", r"(?=\s(?:that|it|he|she|they)\b)"),
    Row("attribution", "fears worries worry worried concern concerns hopes", r"\s(?:that|over|about|of)(?=\s)"),
    Row("attribution", "expect expects expecting", r"(?!\s(?:to|me|us)\b)"),
    Row(
        "attribution",
        """predict predicts predicted predicting forecast forecasts envisage envisages envisaged envision envisions envisioned
        foresee foresees foresaw anticipate anticipates anticipated""",
        r"(?=\s\w)(?!\s(?:of|for|by|in)\b)",
    ),
    Row(
        "attribution",
        "assume assumes assumed",
        r"(?!\s(?:power|office|command|control|responsibility|duties|the\s(?:post|role|office))\b)",
    ),
    Row("attribution", "indicate indicates indicated indicating imply implies implied implying reckon reckons"),
    Row("attribution", "estimate estimates", r"(?=\sthat\b)"),
    Row("attribution", "hint hints hinted hinting", r"\s(?:that|at)"),
)
BOOSTER = (  # surer, or louder, than the facts alone
    Row("booster", "clearly certainly undoubtedly obviously unquestionably undeniably definitely"),
    Row("booster", "of", r"\scourse"),
    Row("booster", "no without", r"\sdoubt"),
    Row("booster", "most very quite extremely highly hugely widely", rf"\s{_PRAISE}", reach="phrase"),
    Row("booster", "well best widely", r"[\s-]known", reach="phrase"),
)
ROWS = (*EVIDENTIAL, *LEGAL, *EPISTEMIC, *MODAL, *APPROXIMATOR, *ATTRIBUTION, *BOOSTER)
"""Every row; of those that begin with the same word, the first that fits is taken."""
