"""A packed file written anew with some of its parts changed, all others as they were."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

from newslint.errors import InputError
from newslint.kept.regexes import compiled
from newslint.read.package import Package
from newslint.read.tags import Visitor, walk
from newslint.run.comments import MARK

_THEN = (1980, 1, 1, 0, 0, 0)  # the earliest that can be written: the same file comes out on every day
_MOST = 256 * 1024 * 1024
_NAME = compiled(rb"<([^\s/>]+)")


def packed(package: Package, parts: dict[str, bytes]) -> bytes:
    """The package with these parts, new ones last; the bytes of all others are the same."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for old in package.members.values():
            if old.file_size > _MOST:
                raise InputError(f"holds a part larger than {_MOST // 1024**2} MB ({old.filename})", path=package.path)
            info = zipfile.ZipInfo(old.filename, old.date_time)
            info.compress_type, info.external_attr, info.create_system = old.compress_type, old.external_attr, old.create_system
            try:
                with package.zip.open(old) as source, new.open(info, "w") as target:
                    if old.filename in parts:
                        target.write(parts[old.filename])
                    else:
                        shutil.copyfileobj(source, target)
            except (zipfile.BadZipFile, RuntimeError, OSError, EOFError, NotImplementedError) as fault:
                raise package.damaged(fault) from None
        for name in sorted(set(parts) - set(package.members)):
            info = zipfile.ZipInfo(name, _THEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, parts[name])
        new.comment = MARK
    return out.getvalue()


def is_ours(path: Path) -> bool:
    """Whether this is a file that we wrote and nobody has saved since."""
    try:
        with zipfile.ZipFile(path) as file:
            return file.comment == MARK
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def with_child(raw: bytes, child: str, where: str, path: Path) -> bytes:
    """An XML part with one more element at its end."""
    root = _Root()
    walk(raw, root, where, path=path)
    if raw.startswith(b"</", root.ends):
        return raw[: root.ends] + child.encode() + raw[root.ends :]
    name = _NAME.match(raw, root.begins)
    at = raw.rindex(b"/>")
    return raw[:at] + b">" + child.encode() + b"</" + (name[1] if name else b"") + b">" + raw[at + 2 :]


class _Root(Visitor):
    begins = ends = 0

    def open(self, name: str, attributes: dict[str, str]) -> None:
        if not self.path:
            self.begins = self.at
        super().open(name, attributes)

    def close(self, name: str) -> None:
        super().close(name)
        if not self.path:
            self.ends = self.at
