"""SC1, SC2, SC4, SC6 from the dialogue file to the PDF: no canary stands in it, every expected line does."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest

from tests.commands import Commands

ROOT = Path(__file__).parents[2]
SCENARIOS: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "canaries.json").read_bytes())
BOTH = [(name, language) for name in SCENARIOS for language in ("en", "nl")]

# Words for people, in the languages of a brief: a count gives away only beside one of them.
PEOPLE = r"(?:people|persons?|women|men|workers|cutters|makers|mensen|personen|vrouwen|mannen|werkenden)"


@dataclass(frozen=True)
class Brief:
    """A written brief as an adversary sees it."""

    path: Path

    @property
    def texts(self) -> tuple[str, str]:
        """What two extractors read, white space folded."""
        document = pypdfium2.PdfDocument(self.path)
        seen = "\n".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        reader = pypdf.PdfReader(self.path)
        return _folded(seen), _folded("\n".join(page.extract_text() for page in reader.pages))

    @property
    def metadata(self) -> str:
        """Everything the document says about itself."""
        reader = pypdf.PdfReader(self.path)
        return _folded(f"{dict(reader.metadata or {})} {reader.xmp_metadata}")

    @property
    def bytes_unpacked(self) -> str:
        """The raw bytes and every stream that can be unpacked."""
        raw = self.path.read_bytes()
        return "\n".join(blob.decode("latin-1").casefold() for blob in (raw, *_streams(raw)))


def _streams(raw: bytes) -> Iterator[bytes]:
    from base64 import a85decode

    for match in re.finditer(rb"stream\r?\n(.*?)(?:\r?\n)?endstream", raw, re.DOTALL):
        for unpack in (zlib.decompress, lambda body: zlib.decompress(a85decode(body, adobe=False))):
            try:
                yield unpack(match[1].removesuffix(b"~>"))
                break
            except (zlib.error, ValueError):
                continue


def _folded(text: str) -> str:
    return " ".join(text.split())


def _stands_in(canary: str, text: str) -> bool:
    if len(canary) >= 5:
        return canary.casefold() in text.casefold()
    return re.search(rf"(?<!\w){re.escape(canary)}(?!\w)", text) is not None


@pytest.fixture(scope="module")
def written() -> dict[tuple[str, str], Brief]:
    """The briefs that were written already, by scenario and language."""
    return {}


@pytest.fixture
def brief(request: pytest.FixtureRequest, fieldkit: Commands, written: dict[tuple[str, str], Brief]) -> Brief:
    if request.param not in written:
        written[request.param] = _write(fieldkit, *request.param)
    return written[request.param]


def _write(fieldkit: Commands, name: str, language: str) -> Brief:
    fieldkit("workspace", "create", fieldkit.workspace)
    given = ROOT / SCENARIOS[name]["file"]
    code = fieldkit.here("import", given).json["dialogue_code"]
    out = fieldkit.folder / "brief.pdf"
    said = fieldkit.here("--today", "2026-04-20", "brief", "export", code, out, "--lang", language)
    assert said.code == 0, said.err
    assert fieldkit.here("brief", "check", out).code == 0
    return Brief(out)


@pytest.mark.parametrize(("brief", "name"), [(both, both[0]) for both in BOTH], indirect=["brief"])
def test_no_canary_stands_anywhere_in_a_brief(brief: Brief, name: str) -> None:
    scenario = SCENARIOS[name]
    places = [*brief.texts, brief.metadata, brief.path.name]
    for canary in scenario["strings"]:
        assert not any(_stands_in(canary, place) for place in places), canary
        if len(canary) >= 5:
            assert canary.casefold() not in brief.bytes_unpacked, canary
    for count in scenario["counts"]:
        beside = rf"\b{count}\b\W+(?:\w+\W+)?{PEOPLE}|{PEOPLE}\W+(?:\w+\W+)?\b{count}\b"
        assert not any(re.search(beside, place, re.IGNORECASE) for place in places), count


@pytest.mark.parametrize(("brief", "name", "language"), [(both, *both) for both in BOTH], indirect=["brief"])
def test_every_expected_line_stands_in_a_brief_and_nothing_that_must_be_absent(
    brief: Brief, name: str, language: str
) -> None:
    scenario = SCENARIOS[name]
    expected = scenario["expected"] if language == "en" else scenario["expected_nl"]
    assert len(expected) >= 10
    for text in brief.texts:
        for line in expected:
            assert _folded(line) in text
        for line in scenario["absent"]:
            assert _folded(line) not in text


@pytest.mark.parametrize("brief", [("natural_stone", "en")], indirect=True)
def test_the_streams_are_really_unpacked(brief: Brief) -> None:
    """The check above cannot pass merely because nothing was unpacked."""
    unpacked = list(_streams(brief.path.read_bytes()))
    assert any(b" Tf" in stream and b"BT" in stream for stream in unpacked)
