"""The page on the tables of an upload's workbench and of the serving copy.

Who makes and who reads a table is found in the SQL and in the modules that run it; what it holds
is written by hand, in the page itself, and stays there when the page is made again.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from corridor.words import say

PACKAGE: Final = Path(__file__).parents[1]
# Each place with tables, and the message that is its title.
PLACES: Final = {"ingest": "tables-ingest", "store": "tables-store"}
# SQL of these packages may read of both.
_PACKAGES: Final = ("store", "queries", "findings", "ingest")
_NAME: Final = r'"?([a-z]\w*)'
_MADE: Final = re.compile(rf"\bCREATE (?:OR REPLACE )?(?:TEMP )?(TABLE|VIEW|MACRO) {_NAME}")
_CHANGED: Final = re.compile(
    rf"\b(?:INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE|DROP TABLE|DROP VIEW) {_NAME}"
)
_READ: Final = re.compile(rf"(?<!DELETE )\b(?:FROM|JOIN) {_NAME}")
_CALLED: Final = re.compile(r"\b([a-z]\w*)\(")
_STEP: Final = re.compile(r"\b([a-z]\w*) AS (?:MATERIALIZED )?\(")
_REMARK: Final = re.compile(r"--[^\n]*|'(?:[^']|'')*'")
_ROOM: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
# Calls that name SQL, and calls that make or fill a table of the name they are given.
_ASKING: Final = {"statement", "filled", "ask", "ask_filtered"}
_FILLING: Final = {"keep", "add", "read_csv", "register", "create_view"}


# A module and the statement that it runs; "" where it is none.
User = tuple[str, str]


@dataclass
class Table:
    """A table, view or macro: who makes, changes and reads it."""

    name: str
    kind: str = "table"
    makers: set[User] = field(default_factory=set)
    changers: set[User] = field(default_factory=set)
    readers: set[User] = field(default_factory=set)


def workbench_markdown(page: Path) -> str:
    """Give the page; what tables hold, and their order, are taken from what it is now."""
    held = told(page.read_text("utf-8") if page.is_file() else "")
    parts = [f"# {say('tables-title')}\n", f"{say('tables-about')}\n", f"{say('tables-where')}\n"]
    for place, title in PLACES.items():
        tables = found()[place]
        order = [name for name in held[place] if name in tables]
        order += sorted(tables.keys() - order)
        parts.append(f"## {say(title)}\n")
        parts += [_entry(tables[name], held[place].get(name, "")) for name in order]
    return "\n".join(parts)


def told(text: str) -> dict[str, dict[str, str]]:
    """Read what a page says that tables hold: place to name to text."""
    held: dict[str, dict[str, str]] = {place: {} for place in PLACES}
    for place, title in PLACES.items():
        _, _, rest = text.partition(f"## {say(title)}\n")
        for entry in rest.partition("\n## ")[0].split("\n### ")[1:]:
            heading, _, body = entry.partition("\n")
            held[place][heading.split("`")[1]] = body.partition("\n- ")[0].strip()
    return held


def _entry(table: Table, holds: str) -> str:
    kind = "" if table.kind == "table" else f" ({table.kind})"
    lines = [f"### `{table.name}`{kind}\n", f"{holds or say('tables-untold')}\n"]
    users = {
        "tables-made": table.makers, "tables-changed": table.changers, "tables-read": table.readers
    }  # fmt: skip
    told = [say(key, modules=_listed(who)) for key, who in users.items() if who]
    lines += [
        f"- {each}" for each in (*told, *([] if table.readers else [say("tables-read-inside")]))
    ]
    return "\n".join([*lines, ""])


def _listed(users: set[User]) -> str:
    """Write each module once, with its statements behind it."""
    modules: defaultdict[str, list[str]] = defaultdict(list)
    for module, statement in sorted(users):
        modules[module] += [f"`{statement}`"] if statement else []
    told = [f"`{at}` ({', '.join(sql)})" if sql else f"`{at}`" for at, sql in modules.items()]
    return "; ".join(told)


@cache
def found() -> dict[str, dict[str, Table]]:
    """Find every table: place to name to what the code says of it."""
    tables: dict[str, dict[str, Table]] = {place: {} for place in PLACES}
    for place in PLACES:
        for name, kind, who in _makers(place):
            table = tables[place].setdefault(name, Table(name, kind))
            table.makers.add(who)
    for package in _PACKAGES:
        _note_uses(package, tables)
        _note_macros(package, tables)
    return tables


def _makers(place: str) -> Iterator[tuple[str, str, User]]:
    """Give name, kind and maker of each table of a place."""
    for file, sql in _statements(place).items():
        for kind, name in _MADE.findall(sql):
            for who in _who_runs(place, file):
                yield name, kind.lower(), who
    for module, call, name in _calls(place):
        if call in _FILLING:
            yield name, "table", (module, "")


def _note_uses(package: str, tables: dict[str, dict[str, Table]]) -> None:
    for file, sql in _statements(package).items():
        own = set(_STEP.findall(sql))
        made = {name for _, name in _MADE.findall(sql)}
        changed = set(_CHANGED.findall(sql)) - made
        read = (set(_READ.findall(sql)) | set(_CALLED.findall(sql))) - own - made
        for who in _who_runs(package, file):
            for table in filter(None, (_seen(package, name, tables) for name in changed)):
                table.changers.add(who)
            for table in filter(None, (_seen(package, name, tables) for name in read)):
                table.readers.add(who)


def _note_macros(package: str, tables: dict[str, dict[str, Table]]) -> None:
    """Note the modules that write a macro's name into an expression."""
    for file in (PACKAGE / package).rglob("*.py"):
        text = file.read_text("utf-8")
        for macro in (table for table in tables.get(package, {}).values() if table.kind == "macro"):
            if re.search(rf"[\"' (]{macro.name}\([{{c]", text):
                macro.readers.add((file.relative_to(PACKAGE).as_posix(), ""))


def _seen(package: str, name: str, tables: dict[str, dict[str, Table]]) -> Table | None:
    """Give the table that a statement of a package means: its own place's, else the copy's."""
    own = tables[package].get(name) if package in tables else None
    return own or tables["store"].get(name)


@cache
def _statements(package: str) -> dict[str, str]:
    """Give each statement of a package without remarks and texts."""
    return {
        file.stem: _ROOM.sub(" ", _REMARK.sub(" ", file.read_text("utf-8"))).replace("  ", " ")
        for file in sorted((PACKAGE / package / "sql").glob("*.sql"))
    }


def _who_runs(package: str, statement: str) -> list[User]:
    """Name the modules that run a statement, or the folder of it where none names it."""
    modules = {
        module for module, call, name in _calls(package) if call in _ASKING and name == statement
    }
    return [(module, statement) for module in sorted(modules) or [f"{package}/sql"]]


@cache
def _calls(package: str) -> frozenset[tuple[str, str, str]]:
    """Give module, function and each name of a statement or table in the calls of a package."""
    calls = set()
    for file in sorted((PACKAGE / package).rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        module = file.relative_to(PACKAGE).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                function = node.func
                called = function.attr if isinstance(function, ast.Attribute) else ""
                called = function.id if isinstance(function, ast.Name) else called
                if called in _ASKING | _FILLING:
                    calls |= {(module, called, name) for name in _named(node, called, tree)}
    return frozenset(calls)


def _named(call: ast.Call, called: str, tree: ast.Module) -> set[str]:
    """Give the names that a call is given: of a statement, in any way; of a table, as it stands."""
    if called in _FILLING:
        return {text for text in _texts(call.args[0], tree, 0) if re.fullmatch(_NAME, text)}
    return {text for each in call.args[:2] for text in _texts(each, tree)}


def _texts(value: ast.expr, tree: ast.Module, depth: int = 3) -> set[str]:
    """Give the texts that an expression can be, also through names that are given them."""
    texts: set[str] = set()
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.add(node.value)
        elif isinstance(node, ast.Name) and depth:
            for given in _given(node.id, tree):
                texts |= _texts(given, tree, depth - 1)
    return texts


def _given(name: str, tree: ast.Module) -> Iterator[ast.expr]:
    """Give what a name of a module is given, wherever."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets: list[ast.expr] = node.targets
        elif isinstance(node, ast.For | ast.comprehension):
            targets = [node.target]
        else:
            continue
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            yield node.value if isinstance(node, ast.Assign) else node.iter
