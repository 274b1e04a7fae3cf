"""The few stories of an archive that are nearest to a draft."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.config import Config
from newslint.document import Source
from newslint.errors import InputError
from newslint.linter import Linter
from newslint.sources import archive, scanned
from tests.growth import calls

BRIDGE = (
    "The harbour bridge was closed after divers found cracks in its northern pier, the port authority said. Mayor Ana Ruiz "
    "promised that the bridge, which opened in 1931, would be repaired before winter and that ferries would run meanwhile."
)
EARLIER = (
    "Divers are to look at the harbour bridge next month, the port authority said on Monday. Its northern pier was last repaired "
    "in 1987. Mayor Ana Ruiz said that traffic on the bridge had doubled and that cracks had been reported by ferry crews."
)
OTHERS = [
    "The football club won its third match in a row on Saturday after a late goal by its new striker from Porto.",
    "Bakers warned that bread would cost more this winter because flour prices rose again after the poor harvest.",
    "The museum shows two hundred paintings from its cellar, many of which have never been seen by visitors before.",
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    (folder / "2024").mkdir(parents=True)
    for at in range(30):
        (folder / "2024" / f"other-{at}.txt").write_text(f"{OTHERS[at % 3]} It was story number {at} of that year.\n")
    (folder / "2024" / "inspection.txt").write_text(EARLIER)
    (tmp_path / "draft.txt").write_text(BRIDGE)
    (tmp_path / "wire.txt").write_text("The bridge is shut.")
    return folder


def gathered(folder: Path, *, named: str = "wire.txt", draft: str = "draft.txt") -> tuple[list[Source], list[InputError]]:
    linter = Linter.made(Config(archive=(folder,), sources=(str(folder.parent / named),)), third_party=False)
    dossier, problems = linter.dossier(linter.read(folder.parent / draft))
    return list(dossier.sources), problems


def nearest(folder: Path, draft: str = "draft.txt") -> list[Source]:
    """What the archive adds to the one source that is named."""
    (wire, *found), problems = gathered(folder, draft=draft)
    assert (wire.id, problems) == ("wire", [])
    return found


def test_what_is_about_the_same_is_found(house: Path) -> None:
    assert [(source.id, source.kind) for source in nearest(house)] == [("inspection", "archive")]


def test_a_page_is_found_by_its_words(house: Path) -> None:
    page = f"<html><body class='divers'><p>{EARLIER.replace('harbour', '<b>harbour</b>')}</p></body></html>"
    (house / "2024" / "inspection.txt").unlink()
    (house / "page.html").write_text(page)
    assert [source.id for source in nearest(house)] == ["page"]


def test_nothing_is_better_than_something(house: Path) -> None:
    (house.parent / "draft.txt").write_text(
        "A comet will be seen in the southern sky tonight, astronomers at the observatory say."
    )
    assert nearest(house) == []


def test_a_version_of_the_draft_is_no_evidence_for_it(house: Path) -> None:
    (house / "same.txt").write_text(BRIDGE.replace("1931", "1932"))
    assert [source.id for source in nearest(house)] == ["inspection"]
    (house / "draft.txt").write_text(BRIDGE)
    assert [source.id for source in nearest(house, "archive/draft.txt")] == ["inspection"]


def test_it_is_no_source_to_rest_on(house: Path) -> None:
    """By itself it would make everything "unsupported" that is new."""
    linter = Linter.made(Config(archive=(house,)), third_party=False)
    dossier, _ = linter.dossier(linter.read(house.parent / "draft.txt"))
    assert [source.id for source in dossier.sources] == ["inspection"]
    assert ("number-unsupported", "no sources given but earlier stories") in linter.check(dossier).skipped


def test_no_more_than_a_few(house: Path) -> None:
    for at in range(12):
        (house / f"again-{at:02}.txt").write_text(f"{EARLIER} {OTHERS[at % 3]} Report {at}.")
    assert len(nearest(house)) == archive.NEAREST


def test_a_source_that_is_named_keeps_its_name(house: Path) -> None:
    sources, _ = gathered(house, named="archive/2024/inspection.txt")
    assert [(source.id, source.kind) for source in sources] == [("inspection", "outlet")]


def test_a_story_that_is_new_is_found(house: Path) -> None:
    assert len(nearest(house)) == 1
    (house / "new.txt").write_text(EARLIER.replace("next month", "in May"))
    assert {source.id for source in nearest(house)} == {"inspection", "new"}


def test_what_cannot_be_read_costs_nothing(house: Path) -> None:
    (house / "nul.txt").write_bytes(EARLIER.encode() + b"\0")
    (house / "empty.txt").write_bytes(b"")
    os.symlink(house / "gone.txt", house / "link.txt")  # noqa: PTH211
    assert [source.id for source in nearest(house)] == ["inspection"]


def test_only_what_is_kept_is_read(house: Path) -> None:
    linter = Linter.made(Config(), third_party=False)
    seen: list[Path] = []

    def read(path: Path) -> object:
        seen.append(path)
        return linter.read(path)

    list(archive.nearest(linter.read(house.parent / "draft.txt"), read, [house]))  # type: ignore[arg-type]
    assert [path.name for path in seen] == ["inspection.txt"]


def test_a_folder_that_is_not_there(house: Path) -> None:
    sources, problems = gathered(house.parent / "gone")
    assert ([source.id for source in sources], [str(problem) for problem in problems]) == (
        ["wire"],
        [f"{house.parent / 'gone'}: is not there; 'newslint corpus index' makes one"],
    )


def test_the_configuration_names_it(house: Path) -> None:
    from newslint import config

    (house.parent / ".newslint.yaml").write_text("archive: [archive]\ncache-dir: pages\n")
    loaded = config.load(house.parent / ".newslint.yaml")
    assert (loaded.archive, loaded.cache_dir) == ((house,), house.parent / "pages")
    house.rename(house.parent / "away")  # said for every draft, and no reason to check none
    assert config.load(house.parent / ".newslint.yaml").archive == (house,)


def test_the_work_grows_with_the_archive_and_no_faster() -> None:
    words = {b"bridge", b"divers", b"cracks"}

    def search(size: int) -> None:
        postings = {word: list(range(size)) for word in words}
        list(scanned.Index(tuple(Path(f"{at}.txt") for at in range(size)), postings, (9,) * size).nearest(words))

    assert calls(lambda: search(2000)).total() < 2.5 * calls(lambda: search(1000)).total()
