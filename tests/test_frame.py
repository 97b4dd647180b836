"""The frame: what is installed, what the README tells people to type, what may import what."""

from __future__ import annotations

import ast
import re
import socket
import tomllib
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("fieldkit", "ui", "resources")
NETWORKED_QT = {"QtNetwork", "QtNetworkAuth", "QtWebSockets", "QtHttpServer", "QtWebEngineCore"}


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _requirements() -> list[Path]:
    return sorted(ROOT.glob("requirements*.txt"))


def _pins(requirements: Path) -> set[str]:
    return set(re.findall(r"^\S+==\S+", requirements.read_text(encoding="utf-8"), flags=re.MULTILINE))


def _installed_files() -> set[str]:
    """Every file of the packages that an installation should have."""
    tree = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    names = (path.relative_to(ROOT) for path in tree if "__pycache__" not in path.parts)
    return {name.as_posix() for name in names if name.parts[:2] != ("resources", "build")}


def test_a_widget_can_be_shown_without_a_screen(qtbot: QtBot) -> None:
    label = QLabel("Listening")
    qtbot.addWidget(label)
    with qtbot.waitExposed(label):
        label.show()
    assert label.grab().width() > 0


def test_a_network_is_refused() -> None:
    with socket.socket() as way_out, pytest.raises(AssertionError, match="never opens a socket"):
        way_out.connect(("127.0.0.1", 9))


def test_the_readme_and_the_check_run_the_same_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^make \w+", readme, flags=re.MULTILINE)
    assert told[:2] == ["make run", "make test"]
    check = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in check if line.startswith("make ")] == ["make test"]


def test_every_target_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"(?:^|`)make (?:\w+=\S+ )?(\w+)", readme, flags=re.MULTILINE)
    assert set(named) <= targets
    assert {"run", "test", "lint", "bench", "screenshots", "setup"} <= targets


@pytest.mark.parametrize("requirements", _requirements(), ids=lambda path: path.name)
def test_requirements_are_pinned_by_hash_and_hold_no_address(requirements: Path) -> None:
    text = requirements.read_text(encoding="utf-8")
    assert "://" not in text
    assert _pins(requirements)
    for pin in re.split(r"\n(?=\S)", text.strip()):
        head, *rest = pin.splitlines()
        assert re.fullmatch(r"[a-z0-9.-]+==[\w.]+ (; .+ )?\\", head)
        assert rest[0].startswith("    --hash=sha256:")
        assert all(line.startswith(("    --hash=sha256:", "    # ")) for line in rest)


def test_what_the_program_needs_is_pinned_alike_in_both_files() -> None:
    lean, full = (_pins(ROOT / name) for name in ("requirements.txt", "requirements-dev.txt"))
    assert lean < full


def test_every_dependency_is_pinned() -> None:
    project = _project()["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=]", line)[0].lower().replace("_", "-") for line in wanted}
    text = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert names <= set(re.findall(r"^([a-z0-9-]+)==", text, flags=re.MULTILINE))


def test_an_installation_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    [wheel] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path))
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.split("/")[0] in PACKAGES}
        entry_points = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "fieldkit = fieldkit.__main__:main" in archive.read(entry_points).decode()
    assert held == _installed_files()


def test_the_data_is_found_by_its_package() -> None:
    data = files("resources")
    for folder in ("words", "messages", "methods", "questions", "sample"):
        assert any(entry.is_file() for entry in data.joinpath(folder).iterdir()), folder


def _imported_pieces(node: ast.AST) -> set[str]:
    match node:
        case ast.Import(names=names):
            return {piece for name in names for piece in name.name.split(".")}
        case ast.ImportFrom(module=module, names=names):
            return {*(module or "").split("."), *(name.name for name in names)}
    return set()


@pytest.mark.parametrize("package", PACKAGES)
def test_nothing_takes_qt_to_the_network(package: str) -> None:
    """import-linter sees PySide6 as one piece; its networked modules need a closer look."""
    for path in (ROOT / package).rglob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        assert NETWORKED_QT.isdisjoint(piece for node in nodes for piece in _imported_pieces(node)), path.name


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_is_imported_by_a_name_made_at_run_time(package: str) -> None:
    """The contracts read import statements: `__import__` and `import_module` would pass them by."""
    for path in (ROOT / package).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(__import__|import_module)\s*\(", text), path.name
