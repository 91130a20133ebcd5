"""The recipes are true: every line of an example stands in the file that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corridor.settings import PROJECT

PAGE = (PROJECT / "docs" / "recipes.md").read_text("utf-8")
RECIPES = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", PAGE, re.MULTILINE))
EXAMPLE = re.compile(r"```\w+\n(?:#|--) (\S+)\n(.*?)```", re.DOTALL)
WANTED = {
    "A sentence", "A language", "A column", "A setting", "A choice of the filter", "A question",
    "An answer", "A command", "A panel", "A page", "A check of an upload", "A file layout",
    "A source", "A source to fetch",
    "A series", "A region", "A report", "A predicate", "An indicator",
}  # fmt: skip


def stands(example: str, text: str) -> bool:
    """Tell whether the lines of an example stand together in a text, however far in."""
    lines = [line.strip() for line in example.strip().splitlines()]
    theirs = [line.strip() for line in text.splitlines()]
    length = len(lines)
    return any(
        theirs[at : at + length - 1] == lines[:-1] and theirs[at + length - 1].startswith(lines[-1])
        for at in range(len(theirs) - length + 1)
    )


def test_every_kind_has_its_recipe() -> None:
    assert set(RECIPES) == WANTED


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_says_which_test_asks_for_what_and_shows_a_true_example(name: str) -> None:
    assert re.search(r"(?:Checked by|Test the rows) .*`tests/", RECIPES[name])
    examples = EXAMPLE.findall(RECIPES[name])
    assert len(examples) == RECIPES[name].count("```") // 2 > 0
    untrue = [
        example
        for file, example in examples
        if not stands(example, (PROJECT / file).read_text("utf-8"))
    ]
    assert untrue == []


def test_an_example_that_is_not_there_is_noticed() -> None:
    assert stands("a = 1\nb =", "x\n    a = 1\n    b = 2\n")
    assert not stands("a = 1\nb = 3", "x\n    a = 1\n    b = 2\n")
    assert not stands("a = 1\nb = 2", "a = 1\nc = 3\nb = 2")


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`([\w./-]+\.(?:py|toml|csv|ftl|md))`", PAGE)))
)
def test_every_path_of_the_recipes_exists(path: str) -> None:
    """From the top, or where the sentence is: a name alone stands for a file of that name."""
    folders = ("src", "tests", "docs", "data", "pages")
    found = (file for folder in folders for file in (PROJECT / folder).rglob(Path(path).name))
    assert (PROJECT / path).exists() or any(file.as_posix().endswith(f"/{path}") for file in found)
