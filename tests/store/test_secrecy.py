"""Only ciphertext on disk, and what is deleted is gone."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from fieldkit.model.dialogue import Dialogue
from fieldkit.model.field import Record, Wording
from fieldkit.store import Store
from tests.records import full, texts_in
from tests.store.pages import Decipher, deciphered
from tests.store.workspaces import PASSPHRASE, ROLE, dialogue, fill, insight, made, opened, save_with_dialogue

CANARY = "KANARIE-7f3q"
WRITINGS = ("utf-8", "utf-16-le", "utf-16-be")


def _hits(folders: list[Path], *words: str) -> list[Path]:
    """The files anywhere in the folders whose name or bytes hold one of the words, however it is written."""
    sought = [word.encode(writing) for word in words for writing in WRITINGS]
    files = [Path(top, name) for folder in folders for top, _, names in os.walk(folder) for name in names]
    return [
        path for path in files if any(word in os.fsencode(path.name) + path.read_bytes() for word in sought)
    ]


@pytest.fixture
def folders(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The home, temp and workspace folders of this test."""
    temp = tmp_path / "temp"
    temp.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return [Path(os.environ["HOME"]), temp, path.parent]


def test_no_byte_on_disk_tells_what_a_workspace_holds(path: Path, folders: list[Path]) -> None:
    kept: list[Record] = []
    with made(path) as store:
        kinds: list[type[Record]] = sorted(store.tables, key=lambda kind: kind is not Dialogue)
        for kind in kinds:
            record = full(kind, CANARY)
            assert list(texts_in(record)).count(CANARY) >= 2, kind
            save_with_dialogue(store, record)
            kept.append(record)
        store.set_setting(CANARY, CANARY)
        store.note_export(CANARY, CANARY, CANARY)
        assert len(store.search_insights(CANARY)) == 1
        assert (path.parent / "case.fieldkit-wal").stat().st_size > 0
        words = store.recovery_words
        while_open = _hits(folders, CANARY, PASSPHRASE, "fact_text", "CREATE TABLE")
        store.verify()
    assert while_open == []
    assert _hits(folders, CANARY, PASSPHRASE, " ".join(words[:2]), "fact_text", "CREATE TABLE") == []
    with opened(path) as store:
        assert all(record in store.tables[type(record)].all() for record in kept)


def test_the_search_for_words_on_disk_finds_what_is_there(path: Path, folders: list[Path]) -> None:
    (folders[1] / "left.txt").write_text(f"so {CANARY} said", encoding="utf-16-le")
    assert _hits(folders, CANARY) == [folders[1] / "left.txt"]


def test_the_first_bytes_are_a_salt_of_its_own_and_look_like_nothing(path: Path, tmp_path: Path) -> None:
    made(path).close()
    other = tmp_path / "other.fieldkit"
    made(other).close()
    assert path.read_bytes()[:16] != other.read_bytes()[:16]
    assert not path.read_bytes().startswith(b"SQLite format 3")


def test_the_pages_are_deciphered_as_the_standard_says() -> None:
    hidden = bytes.fromhex("8ea2b7ca516745bfeafc49904b496089")  # FIPS 197, appendix C.3
    assert Decipher(bytes(range(32))).block(hidden).hex() == "00112233445566778899aabbccddeeff"


def _spoken(store: Store) -> None:
    said = insight(
        "I900",
        f"{CANARY} in the fact " + "and much more " * 400,
        suggestion_by_workers=f"{CANARY} wished",
        print_text=Wording(en=f"{CANARY} to print", nl=f"{CANARY} om af te drukken"),
    )
    store.save(said, by_role=ROLE)


def test_deleted_words_are_gone_from_every_page(path: Path) -> None:
    """`secure_delete` for the rows, FTS5's own for the index: also in pages that are free now."""
    with made(path) as store:
        key = store._key
        fill(store, 3)
        _spoken(store)
    before = deciphered(path, key).lower()
    assert before.startswith(b"\x10\x00")  # the first page, after its salt: pages of 4096
    assert before.count(CANARY.lower().encode()) >= 4
    assert b"fact number 2" in before
    index_term = CANARY.lower().split("-")[1].encode()
    assert index_term in before
    with opened(path) as store:
        store.delete(insight("I900"), by_role=ROLE)
    after = deciphered(path, key).lower()
    assert CANARY.lower().encode() not in after
    assert index_term not in after
    assert b"fact number 2" in after


def test_overwritten_words_are_gone_from_every_page(path: Path) -> None:
    with made(path) as store:
        key = store._key
        store.save(dialogue(), by_role=ROLE)
        _spoken(store)
        store.save(insight("I900", "Nothing of it."), by_role=ROLE)
    content = deciphered(path, key).lower()
    assert b"nothing of it" in content
    assert CANARY.lower().encode() not in content
    assert CANARY.lower().split("-")[1].encode() not in content
