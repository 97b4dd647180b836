"""Gathers every English sentence, keeps the Dutch beside it, and compiles what the program reads.

Hindi has the sentences of the consent card and the safety checklist alone.

python resources/build/catalogue.py               gather and compile
python resources/build/catalogue.py FILE.json     first take over Dutch {english: dutch}
python resources/build/catalogue.py hi FILE.json  first take over Hindi
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

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
LANGUAGE = "nl"
HINDI = "hi"


def po(language: str = LANGUAGE, /) -> Path:
    """Return where the translations of a language stand."""
    return RESOURCES / "locale" / language / "LC_MESSAGES" / "fieldkit.po"


PO = po()
MO = PO.with_suffix(".mo")

SPOKEN_IN_HINDI = (
    "resources/checklists/safety.json",
    "resources/messages/consent.json",
    "fieldkit/papers/consent_card.py",
    "fieldkit/papers/day_head.py",
    "fieldkit/papers/safety_list.py",
)
"""Where the words of the papers stand that there is Hindi of."""

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


def in_hindi() -> dict[str, list[str]]:
    """Return the sentences there is Hindi of, with the files they stand in."""
    choices = json.loads((RESOURCES / "messages" / "choices.json").read_text(encoding="utf-8"))
    also = {sentence for code, sentence in choices.items() if code.startswith("ChecklistRole.")}
    also.add("{page} of {pages}")
    return {
        sentence: paths
        for sentence, paths in gathered().items()
        if sentence in also or not set(paths).isdisjoint(SPOKEN_IN_HINDI)
    }


def stored(language: str = LANGUAGE, /) -> Catalog:
    """Return the translations as they stand in the repository."""
    if not po(language).is_file():
        return Catalog(locale=language)
    with po(language).open("rb") as stream:
        return read_po(stream, locale=language)


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


def _renewed(language: str, taken_over: dict[str, str]) -> Catalog:
    before = stored(language)
    name = Locale(language).english_name
    catalog = Catalog(
        locale=language,
        project="Fieldkit",
        version="-",
        header_comment=f"# {name} of Fieldkit, under the licence of the project (see LICENSE).",
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        fuzzy=False,
    )
    catalog.creation_date = catalog.revision_date = datetime(2026, 1, 1, tzinfo=UTC)  # same in, same out
    wanted = in_hindi() if language == HINDI else gathered()
    for sentence, paths in sorted(wanted.items(), key=lambda item: (item[1], item[0])):
        message = before.get(sentence)
        translation = taken_over.get(sentence) or (message.string if message else "")
        catalog.add(sentence, translation, locations=[(path, 0) for path in paths])
    return catalog


def _write(catalog: Catalog, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(stream, catalog, width=110, include_lineno=False, omit_header=False)
    file.with_suffix(".mo").write_bytes(compiled(catalog))


def main(arguments: list[str]) -> None:
    """Renew and compile the catalogues; say what still lacks its Dutch or Hindi."""
    language, *files = arguments if arguments[:1] == [HINDI] else (LANGUAGE, *arguments)
    taken_over: dict[str, str] = {}
    for name in files:
        taken_over |= json.loads(Path(name).read_text(encoding="utf-8"))
    for each in (LANGUAGE, HINDI):
        catalog = _renewed(each, taken_over if each == language else {})
        _write(catalog, po(each))
        for message in catalog:
            if message.id and not message.string:
                print(f"no {Locale(each).english_name}: {message.id}")


if __name__ == "__main__":
    main(sys.argv[1:])
