"""Verbs of saying in their sentence: is it a verb here, is it complete, where does its subject stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.annotate.speech import subjects
from newslint.annotate.speech.cues import Form
from newslint.annotate.speech.frames import Token
from newslint.annotate.speech.subjects import Range
from newslint.annotate.speech.vocabulary import ADVERBS, BE, DAYS, DETERMINERS, MODALS, PEOPLE, PREPOSITIONS
from newslint.words import word_set

EDGE = Token(-1, -1, " ", " ")
"""What stands before the first token and after the last."""

CLAUSE_STARTS = word_set(
    "that he she it they we i you who what why how whether there if the a an his her their its our these those this no"
)
ADJUNCTS = DAYS | word_set(
    """
    in on at during after before earlier late last this when while as ahead shortly via through by to of about outside
    inside here
    """
)
_BEFORE_NOUNS = PREPOSITIONS - ADVERBS - {"to"}
_STOPS = frozenset(".,:;—–")
_STANCES = word_set("support back oppose champion embrace welcome advocate")  # taken without a word, unless one is quoted
_PARTICLES = word_set("out in back up off away aside by on it")  # parts of the verb; "of" and "to" bring what is said
_POSSESSIVE = ("'s", "’s", "s'", "s’")
# determiners that also stand for a noun: "some fear"
_ALONE = word_set("that this all both many some most few one two three another each")
_MOVED = word_set("slam blast hammer crash")
_AGAINST = word_set("into against onto shut")
_UNGIVEN = word_set("endorse support back praise thank applaud congratulate credit salute")  # denied, these say nothing
_NOT = word_set("not never didn't didn’t don't don’t doesn't doesn’t won't won’t wouldn't wouldn’t couldn't couldn’t")
_OBJECT = word_set("add find guarantee learn maintain prove read recite reflect sing submit")  # a bare noun phrase is not said
_ARTICLES = word_set("a an the another more")
_REPUTE = word_set(
    """
    say believe think understand allege report presume rumour rumor claim suspect fear know estimate expect consider assume
    hope acknowledge
    """
)


@dataclass(frozen=True)
class Verb:
    """A form of a cue verb at ``tokens[index]``."""

    tokens: Sequence[Token]
    index: int
    form: Form

    def token(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < len(self.tokens) else EDGE

    @cached_property
    def start(self) -> int:
        """The first token of the verb group ("has since said")."""
        return subjects.verb_group(self.tokens, self.index)

    @property
    def left(self) -> Token:
        """The token before the verb group."""
        return self.token(self.start - 1)

    @property
    def right(self) -> Token:
        return self.token(self.index + 1)

    @cached_property
    def subject(self) -> Range | None:
        """The subject, where it stands before the verb."""
        return subjects.before(self.tokens, self.start)

    @property
    def past(self) -> bool:
        return not self.form.shapes.isdisjoint({"past", "participle"})

    @property
    def participle(self) -> bool:
        return self.form.shapes == {"ing"}

    @cached_property
    def particle(self) -> int:
        """The last token of the cue: the verb, or the particle that belongs to it ("pointed out")."""
        return self.index + (self.right.low in self.form.particles and self.right.low in _PARTICLES)

    def genuine(self) -> bool:
        """Whether this is a verb of saying here, with all that it needs."""
        return not self._noun() and self._complete() and not self._silent()

    def _silent(self) -> bool:
        """Whether nothing is said: "did not endorse him", "added $2m to it", "slammed into a wall", ", intending to land"."""
        if self.form.lemma in _MOVED and self.right.low in _AGAINST:
            return True
        if self.participle and self.left.text == "," and self.form.lemma == "intend":
            return True
        if self.form.lemma in _UNGIVEN and any(token.low in _NOT for token in self.tokens[self.start : self.index]):
            return not any(token.quote for token in self.tokens)
        return self.form.lemma in _OBJECT and self._bare_object() and not any(token.quote for token in self.tokens)

    def _bare_object(self) -> bool:
        """Whether a noun phrase follows that is no clause: "learn the finer points", not "learn the plan failed"."""
        right = self.right
        if self.left.text == "," or not (right.low in _ARTICLES or right.text in "$£€" or right.text[0].isdigit()):
            return False
        for at in range(self.index + 2, len(self.tokens)):
            token = self.tokens[at]
            if token.text in ",.;:—–?!":
                return True
            if subjects.verb_like(self.tokens, at) and token.low not in _BEFORE_NOUNS:
                return False
        return True

    def _noun(self) -> bool:
        """Whether the word is no verb here: "his claims", "the reported deal"."""
        before, form = self.token(self.index - 1), self.form
        if form.noun and before.text[0].isdigit() and self.right.low != "that":
            return True  # "25 points to spare"
        if form.particles:
            return before is EDGE or before.low in DETERMINERS or before.low.endswith(_POSSESSIVE)
        if before is EDGE:
            return not self.past and not self.participle and (form.noun or form.shapes != {"s"})
        if before.low in DETERMINERS:
            return before.low not in _ALONE or (form.noun and self.right.low not in CLAUSE_STARTS)
        if self.participle and before.low.endswith(_POSSESSIVE):
            return True
        if before.low in _BEFORE_NOUNS and not self.participle:
            return True
        if not form.noun:
            return "-" in (self.right.text, before.text)
        return before.low.endswith(_POSSESSIVE) or not self._verbal(before)

    def _verbal(self, before: Token) -> bool:
        """Whether a form that may be a noun is a verb, by the words around: "officials claim the", "he reports"."""
        right = self.right
        if before.low in MODALS or subjects.pronoun(before) or before.low in ("not", "also"):
            return True
        ahead = self.token(self.subject[0] - 1) if self.subject else EDGE
        if ahead.quote or (ahead.text == "," and self.token(self.subject[0] - 2 if self.subject else -1).quote):
            return True
        if right is EDGE or right.text == ".":
            opens = self.tokens[self.subject[0]] if self.subject else EDGE
            return ahead.text == "," and not (opens.low.endswith("ing") and opens.text.islower())  # ", boosting her Oscar hopes"
        plural = before.low.endswith("s") or before.low in PEOPLE
        if right.low == "that" or right.quote or (right.text in (":", ",") and self.token(self.index + 2).quote):
            return before.capital or plural or "s" in self.form.shapes or before.text == ","
        agrees = before.capital or plural != ("s" in self.form.shapes)
        return agrees and (right.low in CLAUSE_STARTS or (right.capital and right.low not in DAYS))

    def _complete(self) -> bool:
        """Whether its particle follows, or the clause or quotation that it needs goes with it, before or after."""
        right = self.right
        if self.form.lemma == "go":
            return right.low == "on" and (self.token(self.index + 2).quote or self.token(self.index + 2).text in ",:")
        if self.form.particles:
            return right.low in self.form.particles
        if self.form.lemma in _STANCES:
            return any(token.quote for token in self.tokens[self.index + 1 : self.index + 12])
        if not self.form.clause or self.token(self.index - 1).quote or (self.passive() and self.hidden()):
            return True
        if self._ends_clause():
            earlier = self.tokens[max(0, self.index - 8) : self.index]
            return right.text == ":" or self.token(self.index + 2).quote or any(t.quote or t.text == "," for t in earlier)
        if right.quote or right.low in CLAUSE_STARTS:
            return right.low not in ("her", "his", "its", "their")
        return any(token.low == "that" or token.quote for token in self.tokens[self.index + 1 : self.index + 6])

    def _ends_clause(self) -> bool:
        """Whether nothing but a day follows: "..., the ministry revealed on Friday."."""
        at = self.index + 1
        if self.token(at).low == "on" and self.token(at + 1).low in DAYS:
            at += 1
        at += self.token(at).low in DAYS
        return self.token(at) is EDGE or self.token(at).text in _STOPS

    def passive(self) -> bool:
        """Whether the subject is spoken of, not speaking: "was praised", "proposed by", "soldiers said to be"."""
        if not self.past:
            return False
        if self.start == self.index:
            return self.right.low == "by" or self._reputed()
        before, earlier = self.token(self.index - 1), self.token(self.index - 2)
        return before.low in BE or (earlier.low in BE and before.low != "that")

    def _reputed(self) -> bool:
        """Whether this is "soldiers said to be dead", not "he said to be careful"."""
        following = self.right.low, self.token(self.index + 2).low
        left = self.token(self.index - 1)
        named = left.capital or subjects.pronoun(left)
        return self.form.lemma in _REPUTE and following in (("to", "be"), ("to", "have")) and left.low.isalpha() and not named

    def hidden(self) -> Range | None:
        """The phrase that hides who says so: "it is understood that", "is said to", "was widely reported to"."""
        was_not = self.token(self.start).low in BE and any(token.low == "not" for token in self.tokens[self.start : self.index])
        if self.form.lemma not in _REPUTE or was_not:
            return None
        it = self.left.low == "it"
        verb = self.token(self.index + 2)
        to_do = self.right.low == "to" and verb.low not in DETERMINERS and verb.text.islower()
        if not it and not to_do:
            return None
        return self.start - it, self.index + (to_do or self.right.low == "that")

    def confirmed(self) -> Range | None:
        """The phrase that hides who confirmed something: "the death was confirmed on Monday"."""
        told = self.form.lemma == "confirm" and self.token(self.start).low in BE | {"has", "have", "had"}
        ends = self.right is EDGE or self.right.low in ADJUNCTS or self.right.text in _STOPS
        return (self.start, self.index) if told and ends and not subjects.pronoun(self.left) else None

    def inverted(self) -> bool:
        """Whether the subject follows: "...," said Smith; Prices rose, says the bank."""
        left, right, earlier = self.left, self.right, self.token(self.start - 2)
        named = right.capital and right.low not in DAYS
        opens = named or right.low in DETERMINERS - {"that"} or subjects.pronoun(right) or right.low in PEOPLE
        if left.quote or (left.text in (",", "?", "!") and earlier.quote):
            return opens or (right.low.isalpha() and right.low not in PREPOSITIONS and right.low != "that")
        return left.text == "," and opens and self.subject is None and self._ends_with_subject()

    def _ends_with_subject(self) -> bool:
        who = subjects.after(self.tokens, self.index)
        following = self.token(who[1] + 1) if who else EDGE
        return who is not None and (following is EDGE or following.text in (",", ".", ";") or following.low in ADJUNCTS)
