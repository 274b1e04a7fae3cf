"""The packed files of Word and LibreOffice: their parts, read with limits, so that none can fill the memory."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from newslint.errors import InputError

MOST_PARTS = 20_000
MOST_BYTES = 32 * 1024 * 1024
"""What one part may unpack to; a novel is 5 MB."""

TIGHT, LITTLE = 300, 1024 * 1024
"""Nobody's prose packs so well: how many times smaller it became, and up to what size that is no matter."""

_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError)
_ENCRYPTED = 0x1


class Package:
    """A packed file; ``raw`` is what it is made of. Raises InputError where it is damaged or encrypted."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path = path
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(raw))
            self.members = {member.filename: member for member in self.zip.infolist()}
        except _DAMAGE as fault:
            raise self.damaged(fault) from None
        if len(self.members) > MOST_PARTS:
            raise InputError(f"holds {len(self.members)} parts; {MOST_PARTS} are the most that are read", path=path)

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def part(self, name: str) -> bytes:
        """What a part holds, unpacked; empty where there is no such part."""
        member = self.members.get(name)
        if member is None:
            return b""
        if member.flag_bits & _ENCRYPTED:
            raise InputError("is encrypted; save it without a password", path=self.path)
        if member.file_size > MOST_BYTES:
            raise InputError(f"unpacks to more than {MOST_BYTES // 1024**2} MB ({name}); it is not read", path=self.path)
        if member.file_size > LITTLE and member.file_size > TIGHT * member.compress_size:
            raise InputError(f"is packed as no text is ({name}: {_times(member)} times smaller); it is not read", path=self.path)
        try:
            return self.zip.read(member)
        except (*_DAMAGE, RuntimeError) as fault:
            raise self.damaged(fault) from None

    def damaged(self, fault: object) -> InputError:
        """What is said of a file that breaks off or makes no sense."""
        why = str(fault) or type(fault).__name__
        return InputError(f"is damaged ({why}); open it where it was written and save it anew", path=self.path)


def _times(member: zipfile.ZipInfo) -> int:
    return member.file_size // max(1, member.compress_size)


def beside(part: str, target: str) -> str:
    """The name of a part that another one points to: relative to its folder, or from the root."""
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = []
    for step in (*PurePosixPath(part).parent.parts, *target.split("/")):
        if step == ".." and steps:
            steps.pop()
        elif step not in ("", ".", ".."):
            steps.append(step)
    return "/".join(steps)
