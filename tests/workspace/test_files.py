"""The final name of a file never stands for half of it."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.errors import FileProblem
from fieldkit.workspace.files import place_new, write_whole


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Let no file grow beyond 1,000 bytes: the system refuses as it does when a disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "work.fieldkit"
    path.write_bytes(b"sealed")
    return path


@given(content=st.binary(max_size=500))
def test_what_is_written_is_all_there_and_nothing_lies_beside_it(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("out")
    write_whole(folder / "out.json", content, beside=folder / "work.fieldkit")
    assert [path.name for path in folder.iterdir()] == ["out.json"]
    assert (folder / "out.json").read_bytes() == content


@pytest.mark.usefixtures("full_disk")
def test_on_a_full_disk_the_old_file_stays_and_nothing_lies_beside_it(
    tmp_path: Path, workspace: Path
) -> None:
    out = tmp_path / "out.json"
    out.write_bytes(b"old")
    with pytest.raises(FileProblem) as problem:
        write_whole(out, b"new" * 1_000, beside=workspace)
    assert (problem.value.code, problem.value.data["path"]) == ("cannot_write", str(out))
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "work.fieldkit"]


def test_a_new_file_takes_no_name_that_is_taken(tmp_path: Path) -> None:
    aside, out = tmp_path / "aside", tmp_path / "out"
    aside.write_bytes(b"new")
    out.write_bytes(b"old")
    with pytest.raises(FileProblem) as problem:
        place_new(aside, out)
    assert problem.value.code == "file_exists"
    assert out.read_bytes() == b"old"
