"""The words by which clauses are told apart: verbs that make one, and what joins one to the next."""

from __future__ import annotations

from newslint.annotate.speech.vocabulary import BE, DETERMINERS, PASTS, PREPOSITIONS
from newslint.words import word_set

FINITE = (BE - word_set("be been being")) | word_set(
    """
    has have had hasn't haven't hadn't hasn’t haven’t hadn’t did does do didn't doesn't don't didn’t doesn’t don’t will would
    can could may might shall should must cannot won't wouldn't can't couldn't shouldn't won’t wouldn’t can’t couldn’t
    shouldn’t he's she's it's they're he’s she’s it’s they’re there's there’s
    """
)
IRREGULAR = PASTS | word_set(
    """
    ate beat bent bled blew bore bound bred burst bid cast clung cost crept dealt did drank drowned dug fled flew forbade forgot
    forgave froze hid hurt knelt laid leapt learnt lent lit mistook overcame overthrew pled quit rang read rode rid sank sang
    seen shook shrank shut slept slid slew spelt spilt spun split spread sprang stole stuck stung swam swept swore swung
    taken given known shown torn thrown told tore undertook underwent upheld withdrew withstood woke won wound wept wrung
    become gone done driven drawn fallen beaten broken chosen written stolen hidden forced dead
    """
)
PRESENT = word_set(
    """
    says tells adds notes warns employs makes runs owns leads wants needs includes remains seems appears comes goes gets takes
    gives shows holds faces lives works plays wins loses costs uses helps begins starts ends follows represents expects believes
    thinks knows means keeps puts becomes brings carries causes claims contains continues covers creates depends describes
    explains fails feels finds follows gains grows happens hopes insists intends involves involves joins lacks lies looks
    operates opens owes pays plans produces provides reaches receives refers reflects reports requires rises runs sees seeks
    sells sends serves sits spends stands states stays suggests supports tends tries turns visits
    """
)
NO_VERB = word_set(
    """
    need needed indeed hundred speed seed feed breed deed weed red bed shed sacred naked united unprecedented supposed so-called
    aged wicked infrared embed succeed exceed proceed bleed greed creed reed steed
    """
)
"""Words in "-ed" that are no verb, or no past."""

NO_PARTICIPLE = word_set(
    """
    during king thing things something nothing anything everything morning evening spring ring wing string building meeting
    hearing according including excluding regarding following concerning beijing
    """
)
AFTER_PARTICIPLE = PREPOSITIONS | word_set("a an the his her its their it him them that up down out")
RELATIVES = word_set("who whom whose which where")
SUBORDINATORS = word_set(
    "after before since until till while when whenever because although though unless whereas once if as whether lest"
)
CONJUNCTIONS = word_set("and but or so yet nor then")
MARKS = frozenset(";:()[]—–-")
SOME = word_set("two three four five six seven eight nine ten dozens several many some others both another one")
NO_SUBJECT = DETERMINERS | word_set("of in on at by for with from")
"""Behind these a form in "-ed" describes the noun that follows: "the armed men"."""
