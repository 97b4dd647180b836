"""Gathers every English sentence, keeps the Dutch beside it, and compiles what the program reads.

python resources/build/catalogue.py            gather and compile
python resources/build/catalogue.py FILE.json  first take over translations {english: translated}
"""

from __future__ import annotations

import ast
import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
LANGUAGE = "nl"
PO = RESOURCES / "locale" / LANGUAGE / "LC_MESSAGES" / "fieldkit.po"
MO = PO.with_suffix(".mo")

TRANSLATABLE = {"text", "label", "title", "condition", "steps", "warning"}
"""Keys of the data files under which words for people stand, and nothing else does."""


def gathered() -> dict[str, list[str]]:
    """Return every sentence to translate, with the files it stands in."""
    found: dict[str, list[str]] = {}
    for path, sentence in (*_in_code(), *_in_data()):
        found.setdefault(sentence, []).append(path)
    return {sentence: sorted(set(paths)) for sentence, paths in found.items()}


def compiled(catalog: Catalog) -> bytes:
    """Return what the program reads at run time."""
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def stored() -> Catalog:
    """Return the translations as they stand in the repository."""
    if not PO.is_file():
        return Catalog(locale=LANGUAGE)
    with PO.open("rb") as stream:
        return read_po(stream, locale=LANGUAGE)


def _in_code() -> Iterator[tuple[str, str]]:
    for folder in ("fieldkit", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                for sentence in (*_said(node), *_help(node)):
                    yield path.relative_to(ROOT).as_posix(), sentence


def _said(node: ast.AST) -> Iterator[str]:
    """Yield what stands in `words.say("...")`."""
    if isinstance(node, ast.Call) and _is_say(node.func) and node.args:
        yield from _text(node.args[0])


def _help(node: ast.AST) -> Iterator[str]:
    """Yield what commands say of themselves and of their options."""
    if isinstance(node, ast.keyword) and node.arg == "help":
        yield from _text(node.value)
    if isinstance(node, ast.FunctionDef) and any(_makes_command(each) for each in node.decorator_list):
        yield ast.get_docstring(node) or ""


def _text(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _makes_command(decorator: ast.expr) -> bool:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(function, ast.Attribute) and function.attr in ("command", "group")


def _is_say(function: ast.expr) -> bool:
    return (isinstance(function, ast.Attribute) and function.attr == "say") or (
        isinstance(function, ast.Name) and function.id == "say"
    )


def _in_data() -> Iterator[tuple[str, str]]:
    for path in sorted((RESOURCES / "messages").glob("*.json")):
        for sentence in json.loads(path.read_text(encoding="utf-8")).values():
            yield path.relative_to(ROOT).as_posix(), sentence
    for folder in ("methods", "questions", "library", "checklists"):
        for path in sorted((RESOURCES / folder).glob("*.json")):
            for sentence in _words(json.loads(path.read_text(encoding="utf-8"))):
                yield path.relative_to(ROOT).as_posix(), sentence


def _words(tree: Any, key: str = "") -> Iterator[str]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _words(value, name)
    elif isinstance(tree, list):
        for value in tree:
            yield from _words(value, key)
    elif isinstance(tree, str) and key in TRANSLATABLE and tree:
        yield tree


def _renewed(taken_over: dict[str, str]) -> Catalog:
    before = stored()
    catalog = Catalog(
        locale=LANGUAGE,
        project="Fieldkit",
        version="-",
        header_comment="# Dutch of Fieldkit, under the licence of the project (see LICENSE).",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        fuzzy=False,
    )
    catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)  # same in, same out
    for sentence, paths in sorted(gathered().items(), key=lambda item: (item[1], item[0])):
        message = before.get(sentence)
        translation = taken_over.get(sentence) or (message.string if message else "")
        catalog.add(sentence, translation, locations=[(path, 0) for path in paths])
    return catalog


def main(files: list[str]) -> None:
    """Renew and compile the catalogue; say what still lacks Dutch."""
    taken_over: dict[str, str] = {}
    for name in files:
        taken_over |= json.loads(Path(name).read_text(encoding="utf-8"))
    catalog = _renewed(taken_over)
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as stream:
        write_po(stream, catalog, width=110, include_lineno=False, omit_header=False)
    MO.write_bytes(compiled(catalog))
    for message in catalog:
        if message.id and not message.string:
            print(f"no Dutch: {message.id}")


if __name__ == "__main__":
    main(sys.argv[1:])
