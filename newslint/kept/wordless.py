"""Strings without the words of a draft: what stands in one of its texts is coded as the place where it stands.

What was done to a word's capitals is coded with its place; what is left as it is are the rule's own words. Whoever
has the same texts can say the string again.
"""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False  # typing is dear to a short run
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence

    Piece = str | tuple[int, int, int, int]
    """Letters as they stand; or the number of a text, a start, an end, and the number of what was done to its capitals."""

_STEM = 3
"""Letters of a word that are looked for where the texts do not have the whole of it."""
_CAPITALS: tuple[Callable[[str], str], ...] = (str, str.lower, str.upper, str.capitalize, str.title)


class Text:
    """One text; its small letters are made when they are asked for."""

    again = False
    """Whether another text before it is the same."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._low: str | None = None

    @property
    def text(self) -> str:
        return self._text

    @property
    def low(self) -> str:
        """The text without capitals, letter by letter; those few whose small form is longer stay."""
        if self._low is None:
            low = self.text.lower()
            same = len(low) == len(self.text)
            self._low = low if same else "".join(one if len(one.lower()) > 1 else one.lower() for one in self.text)
        return self._low


class Texts:
    """Whatever a string may show words of."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts
        self._coded: dict[str, list[Piece]] = {}

    def coded(self, words: str) -> list[Piece]:
        """A string as what stands in the texts, and what does not."""
        made: list[Piece] = []
        at = 0
        for word in _word().finditer(words):
            made += [words[at : word.start()], *self._word(word[0])]
            at = word.end()
        return self._joined([*made, words[at:]])

    def said(self, pieces: Iterable[Piece]) -> str:
        """The string again."""
        return "".join(
            piece if isinstance(piece, str) else _CAPITALS[piece[3]](self._texts[piece[0]].text[piece[1] : piece[2]])
            for piece in pieces
        )

    def _word(self, word: str) -> list[Piece]:
        if word not in self._coded:
            self._coded[word] = self._looked_up(word)
        return self._coded[word]

    def _looked_up(self, word: str) -> list[Piece]:
        if (place := self._place(word)) is not None:
            return [place]
        short, long = _STEM - 1, len(word)  # a longer beginning is there only where a shorter one is: halve
        best: Piece | None = None
        while long - short > 1:
            middle = (short + long) // 2
            if (place := self._place(word[:middle])) is None:
                long = middle
            else:
                short, best = middle, place
        return [word] if best is None else [best, *self._looked_up(word[short:])]

    def _place(self, word: str) -> Piece | None:
        """Where a text has this word, or one that is it but for its capitals."""
        texts = [(number, text) for number, text in enumerate(self._texts) if not text.again]
        for number, text in texts:
            if (at := text.text.find(word)) >= 0:
                return number, at, at + len(word), 0
        low = word.lower()
        for number, text in texts:
            if (at := text.low.find(low)) >= 0:
                there = text.text[at : at + len(low)]
                for change, made in enumerate(_CAPITALS):
                    if made(there) == word:
                        return number, at, at + len(low), change
        return None

    def _joined(self, pieces: Iterable[Piece]) -> list[Piece]:
        """The pieces, neighbours made one: literal beside literal, and a stretch of a text with what stands on in it."""
        made: list[Piece] = []
        for piece in pieces:
            if not piece:
                continue
            if isinstance(piece, str) and made and isinstance(made[-1], str):
                made[-1] += piece
            elif not isinstance(piece, str) and (longer := self._longer(made, piece)):
                made[-2:] = [longer]
            else:
                made.append(piece)
        return made

    def _longer(self, made: Sequence[Piece], piece: tuple[int, int, int, int]) -> Piece | None:
        """A stretch, what stands behind it and then this piece, as one stretch, where the text has just that."""
        if len(made) < 2 or isinstance(made[-2], str) or not isinstance(made[-1], str) or made[-2][3] or piece[3]:
            return None
        number, start, end, _ = made[-2]
        words = made[-1] + self._texts[piece[0]].text[piece[1] : piece[2]]
        return (number, start, end + len(words), 0) if self._texts[number].text.startswith(words, end) else None


@cache
def _word() -> re.Pattern[str]:
    import re

    return re.compile(r"[^\W_]{2,}|\d")
