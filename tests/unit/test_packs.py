"""Packs are read strictly: every fault names its line, and no file keeps the reader for long."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.packs import PackError, Table, read_pack
from corridor.packs.lines import find_excess, find_lines
from corridor.words import later

PLACE = later("report-place")


def read(tmp_path: Path, text: str | bytes) -> Table:
    file = tmp_path / "pack.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_pack(file, PLACE)


# ---------------------------------------------------------------- lines


@st.composite
def documents(draw: st.DrawFn) -> str:
    """TOML whose every value holds a tag of its own, written in many styles."""
    tags = iter(range(1000, 10**6))
    words = st.sampled_from(["a", "b-1", "c_2", '"d.e]"', "'f = {'", '"\\u0067"'])
    blanks = st.sampled_from(["", " ", "\n", " # [x] = {\n", "\n\n"])

    def value(depth: int) -> str:
        tag = next(tags)
        styles = ["{}", "{}.5", "+{}", '"{} [x"', "'{} = {{'", '"""{} "" \\"" a\nb # = [\n"""',
                  "'''{}\n''\n'''", '"{}\\""', '"""{}\n"""""', "'''{}'''''"]  # fmt: skip
        kind = draw(st.integers(0, 13 if depth else 9))
        if kind < 10:
            return styles[kind].format(tag)
        if kind < 12:
            gap = lambda: draw(blanks)  # noqa: E731
            entries = [gap() + value(depth - 1) + gap() for _ in range(draw(st.integers(0, 3)))]
            end = draw(st.sampled_from(["", "," + gap()])) if entries else gap()
            return f"[{','.join(entries)}{end}]"
        return "{ " + ", ".join(pairs(depth - 1)) + " }"

    def pairs(depth: int) -> list[str]:
        keys = draw(st.lists(words, max_size=3, unique=True))
        dotted = [f"{key} . y{draw(st.sampled_from(['', ' . z']))}" if draw(st.booleans()) else key
                  for key in keys]  # fmt: skip
        return [f"{key} = {value(depth)}" for key in dotted]

    lines = pairs(2)
    for number in range(draw(st.integers(0, 3))):
        name = f"t{number}"
        for _ in range(draw(st.integers(1, 2))):
            lines += [f"[[{name}]] # one more", *pairs(2)]
            lines += ["", f"[{name}.in1.'in 2']", *pairs(1)] if draw(st.booleans()) else []
            for _ in range(draw(st.integers(0, 2))):
                lines += [f" [[ {name} . deep ]]", *pairs(1)]
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"]))


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, str]]:
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    else:
        yield path, str(value)[:4]


@given(documents())
@settings(max_examples=300, deadline=None)
def test_each_value_stands_on_the_line_that_is_told(text: str) -> None:
    values = tomllib.loads(text)
    told = find_lines(text)
    assert find_excess(text) is None
    for path, tag in leaves(values):
        assert told[path] == text.count("\n", 0, text.index(tag)) + 1, path
        assert all(told[path[:end]] <= told[path] for end in range(1, len(path))), path


@given(st.text(st.sampled_from("[]{}\"'=.,#\\ \na1"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    find_excess(text)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    told = find_lines(text)
    assert all(path in told for path, _ in leaves(values))


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (b"a = 1\nb = '\xff'\n", 2, "this line is not UTF-8. Save the file as UTF-8."),
        ("a = 1\nb =\n", 2, "cannot be read as TOML: Invalid value. Mend it"),
        ("a = 1\nb = [1,\n", 3, "cannot be read as TOML"),
        ("a = 1\na = 2\n", 2, "cannot be read as TOML: Cannot overwrite a value."),
        ('a = "' + "x\\" * 300_000, 1, "cannot be read as TOML"),
        ("a = " + "[" * 400_000, 1, "more than 40 deep. Take them apart."),
        ("\n\na = " + "{ b = " * 50_000, 3, "more than 40 deep. Take them apart."),
        ("a = 1\n" + "a." * 400_000 + "b = 1", 2, "a key has more than 8 parts. Shorten it."),
        ("[" + "a." * 400_000 + "b]", 1, "a key has more than 8 parts. Shorten it."),
        ("a = " + "9" * 5000, 1, "more than 60 signs"),
        ("a = 0x" + "f" * 500_000, 1, "more than 60 signs"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, text: str | bytes, line: int, words: str):
    with pytest.raises(PackError, match=rf"pack\.toml, line {line}: ") as caught:
        read(tmp_path, text)
    assert words in str(caught.value)


def test_files_that_are_none_or_too_large(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").mkdir()
    with pytest.raises(PackError, match=r"pack\.toml: cannot be read: it is no file\."):
        read_pack(tmp_path / "pack.toml", PLACE)
    (tmp_path / "pack.toml").rmdir()
    with pytest.raises(PackError, match=r"pack\.toml: cannot be read: No such file"):
        read_pack(tmp_path / "pack.toml", PLACE)
    with pytest.raises(PackError, match=r"pack\.toml: is larger than 1,000 kB\. Shorten it\."):
        read(tmp_path, "#" * 1_000_001)


def test_a_mark_of_byte_order_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa = 1").take("a", int) == 1


# ---------------------------------------------------------------- tables

GOOD = """
name = "Kirkuk"
slug = "a-1"
km = 5
share = 0.5
day = 2018-06-30
is_on = true
names = ["a", "b"]

[[part]]
km = 1
[[part]]
km = 2

[inner]
text = "x"
"""


def test_what_is_asked_for_is_given(tmp_path: Path) -> None:
    table = read(tmp_path, GOOD)
    assert table.name("name", ["Kirkuk", "Diyala"]) == "Kirkuk"
    assert table.slug("slug") == "a-1"
    assert table.count("km", most=5) == 5
    assert table.number("share", least=0, most=1) == 0.5
    assert table.day("day") == date(2018, 6, 30)
    assert table.take("is_on", bool) is True
    assert table.texts("names", known="abc") == ("a", "b")
    assert [part.count("km", most=9) for part in table.tables("part", most=2)] == [1, 2]
    assert table.table("inner").text("text") == "x"
    assert table.number("nothing", 2.0, least=0, most=3) == 2.0
    assert table.texts("nothing", ()) == ()
    assert table.text("nothing", "") == ""
    assert not table.has("nothing")
    table.close()


@pytest.mark.parametrize(
    ("ask", "line", "words"),
    [
        (lambda t: t.text("other"), 1, "report: “other” is missing. Add it."),
        (lambda t: t.text("km"), 4, "“km” must be a text, not 5."),
        (lambda t: t.count("is_on", most=9), 7, "“is_on” must be a whole number, not true."),
        (lambda t: t.number("is_on", least=0, most=9), 7, "must be a number, not true."),
        (lambda t: t.take("km", bool), 4, "“km” must be true or false, not 5."),
        (lambda t: t.count("share", most=9), 5, "must be a whole number, not 0.5."),
        (lambda t: t.number("km", least=0, most=4.5), 4, "“km” must be from 0 to 4.5, not 5."),
        (lambda t: t.count("km", most=4), 4, "“km” must be from 1 to 4, not 5."),
        (lambda t: t.day("day", last=date(2018, 1, 1)), 6, "to 2018-01-01, not 2018-06-30."),
        (lambda t: t.name("name", ["Kirkus"]), 2, "is 'Kirkuk'; known: Kirkus. Perhaps “Kirkus”"),
        (lambda t: t.slug("name"), 2, "small letters (a–z), digits and hyphens, not 'Kirkuk'."),
        (lambda t: t.text("name", most=3), 2, "a text of 6 signs; 3 are allowed. Shorten it."),
        (lambda t: t.texts("names", most=1), 8, "“names” has 2 entries; 1 are allowed."),
        (lambda t: t.texts("names", least=3), 8, "at least 3 are needed. Add some, or take"),
        (lambda t: t.texts("names", known="a"), 8, "“names” is 'b'; known: a."),
        (lambda t: t.tables("names", most=9), 8, "entry 1 of “names” must be a table, not 'a'."),
        (lambda t: t.table("part"), 10, "“part” must be a table, not a list."),
        (lambda t: t.tables("part", most=9)[1].close(), 13, "report › part 2: unknown key “km”"),
        (lambda t: t.table("inner").count("text", most=1), 16, "report › inner: “text” must be a"),
    ],
)  # fmt: skip
def test_what_is_not_as_asked_is_refused_with_its_line(
    tmp_path: Path, ask: Any, line: int, words: str
) -> None:
    with pytest.raises(PackError, match=rf"pack\.toml, line {line}: ") as caught:
        ask(read(tmp_path, GOOD))
    assert words in str(caught.value)


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e999", "-1", "9" * 30, "true"])
def test_a_number_is_finite_and_in_its_range(tmp_path: Path, value: str) -> None:
    with pytest.raises(PackError, match="line 1: report: “km” must be"):
        read(tmp_path, f"km = {value}").number("km", least=0, most=100)


@pytest.mark.parametrize("value", ["0001-01-01", "2101-01-01", "2018-06-30T00:00:00", "12:00:00"])
def test_a_day_is_a_day_of_this_age(tmp_path: Path, value: str) -> None:
    with pytest.raises(PackError, match="line 1: report: “day” must be"):
        read(tmp_path, f"day = {value}").day("day")


@pytest.mark.parametrize("value", ['""', '" \\t"', '"a\\u0000"', '"\\u001b[1m"', '"\\r"'])
def test_a_text_says_something_that_can_be_seen(tmp_path: Path, value: str) -> None:
    with pytest.raises(PackError, match="line 2: report: “name” holds"):
        read(tmp_path, f"\nname = {value}").text("name")


def test_unknown_keys_are_told_with_those_that_would_do(tmp_path: Path) -> None:
    table = read(tmp_path, "\nlabl = 1")
    assert not table.has("label")
    with pytest.raises(PackError, match=r"line 2: .*“labl” \(known: label\).*“label” is meant"):
        table.close()
