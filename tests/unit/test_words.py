"""Every sentence has a key and a message, and numbers are written by one formatter."""

from __future__ import annotations

import ast
import fnmatch
import pickle
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from dataclasses import fields
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from hypothesis import given
from hypothesis import strategies as st

import corridor
from corridor import schema, vocabulary, words
from corridor.cli.arguments import COMMANDS, build_parser
from corridor.filter import IncidentFilter, problems
from corridor.settings import SECRETS, Settings
from corridor.texts.count_phrases import filter_sentence
from corridor.words import numbers, sealed, terms
from corridor.words.languages import LANGUAGES
from tests.literals import literals
from tests.unit.texts.test_count_phrases import summary

PACKAGE = Path(corridor.__file__).parent


@cache
def messages(code: str) -> dict[str, fluent.Message]:
    body = FluentParser().parse(words.source(code)).body
    assert not [entry for entry in body if isinstance(entry, fluent.Junk)]
    names = [entry.id.name for entry in body if isinstance(entry, fluent.Message)]
    assert len(names) == len(set(names)), "a key stands twice"
    return {entry.id.name: entry for entry in body if isinstance(entry, fluent.Message)}


@cache
def code() -> dict[Path, list[ast.Call | ast.Constant]]:
    """The calls and constants of each file of the product, parsed once."""
    return {
        file: [
            node
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call | ast.Constant)
        ]
        for file in sorted(PACKAGE.rglob("*.py"))
    }


def said() -> Iterator[tuple[str, frozenset[str], str]]:
    """Every call of `say` and `later` in the product: key, names of the values, and where."""
    for file, nodes in code().items():
        for node in nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name in {"say", "later"} and node.args:
                    given = frozenset(str(value.arg) for value in node.keywords)
                    for key in keys_in(node.args[0]):
                        yield key, given, f"{file.name}:{node.lineno}"


def keys_in(asked: ast.AST) -> Iterator[str]:
    """The keys that an argument can be: "a", "a" if … else "b", f"column-{name}" as "column-*"."""
    if isinstance(asked, ast.IfExp):
        yield from keys_in(asked.body)
        yield from keys_in(asked.orelse)
    elif isinstance(asked, ast.JoinedStr):
        yield "".join(
            str(part.value) if isinstance(part, ast.Constant) else "*" for part in asked.values
        )
    elif isinstance(asked, ast.Constant) and isinstance(asked.value, str):
        yield asked.value


@cache
def constants() -> set[str]:
    """Every text in the product's code, messages apart: a table may hold keys."""
    return {
        node.value
        for nodes in code().values()
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def values_of(message: fluent.Message) -> frozenset[str]:
    found: set[str] = set()

    def look(node: object) -> None:
        if isinstance(node, fluent.VariableReference):
            found.add(node.id.name)
        for value in vars(node).values() if isinstance(node, fluent.BaseNode) else ():
            for one in value if isinstance(value, list) else [value]:
                look(one)

    look(message)
    return frozenset(found) - words.standing()


def test_every_key_has_a_message_with_the_values_given_and_every_message_a_use() -> None:
    known = {key: values_of(message) for key, message in messages("en").items()}
    used, wrong = constants() & set(known), []
    for key, told, where in said():
        # What stands in every message may be given all the same: another series than the usual.
        values = told - words.standing()
        met = fnmatch.filter(known, key) if "*" in key else [key] if key in known else []
        used.update(met)
        # A value more than a message needs may be what another language needs: not of one key.
        if not met or any(not known[name] <= values if "*" in key else known[name] != values
                          for name in met):  # fmt: skip
            wrong.append(f"{where}: {key}")
    assert wrong == []
    assert set(known) - used - families(known) == set()


def test_every_message_may_name_the_country_and_what_stands_of_it() -> None:
    assert words.standing() == {
        "armed_group", "country", "series", "clock", "latitudes", "longitudes",
    }  # fmt: skip
    assert words.say("problem-not-the-country") == "not known as Iraq"
    assert words.say("problem-rows-from-the-series") == "rows from UCDP"
    told = words.say("remedy-swapped", latitude="33", longitude="44")
    assert told.startswith("In Iraq the latitude is 29–37 and the longitude 39–49: write latitude")
    with words.speaking("xx"):
        assert "Iraq" in words.say("problem-not-the-country")


def families(known: Iterable[str]) -> set[str]:
    """Keys that are found by the word of a closed list (`words.terms`): none is without one."""
    mine = {key for key in known if key.startswith(("term-", "event-label-"))}
    text = {terms.slug(value) for value in constants()}
    return {key for key in mine if key.removeprefix("event-label-").removeprefix("term-") in text}


def test_every_code_has_its_message_and_every_message_its_code() -> None:
    """Of the families that are found by a code; a word of a closed list may be of several lists."""
    known = set(messages("en"))
    grades = (*vocabulary.SOURCE_RELIABILITY, *vocabulary.INFORMATION_CREDIBILITY)
    families: dict[str, Iterable[str]] = {
        "field-meaning-": (column.name for column in schema.RECORDS),
        "field-group-": {column.group for column in schema.RECORDS},
        "field-unit-": {column.unit for column in schema.RECORDS} - {""},
        "precision-meaning-": map(str, vocabulary.GEO_PRECISIONS),
        "role-meaning-": vocabulary.SOURCE_ROLES,
        "grade-meaning-": grades,
        "event-label-": vocabulary.EVENT_TYPES,
        "setting-meaning-": (item.name for item in fields(Settings)),
        "secret-meaning-": SECRETS,
        "command-": COMMANDS,
    }
    for family, codes in families.items():
        of_messages = {key for key in known if key.startswith(family)}
        assert of_messages == {family + terms.slug(code) for code in codes}
    listed = (
        *vocabulary.EVENT_TYPES, *vocabulary.SUB_EVENT_TYPES, *vocabulary.GEO_PRECISIONS.values(),
        *vocabulary.DATE_PRECISIONS.values(), *vocabulary.VERDICTS, *vocabulary.RULINGS,
        vocabulary.WITHDRAWN,
        *vocabulary.SOURCE_ROLES,
    )  # fmt: skip
    assert {f"term-{terms.slug(word)}" for word in listed} <= known


# Texts that read like English and are none for people (what others write, SQL, the log on the
# disk), or are no messages yet: `python -m tests.literals` shows them. The numbers only fall.
STILL_IN_CODE = {
    "actions.py": 2,
    "answers/places.py": 1,
    "charts/kilometre_profile.py": 1,
    "ingest/layouts/acled.py": 1,
    "ingest/checks/rows.py": 1,
    "ingest/review/coverage.py": 1,
    "ingest/review/decisions.py": 2,
    "ingest/layouts/gtd.py": 4,
    "ingest/review/matching.py": 5,
    "ingest/layouts/native.py": 1,
    "ingest/files/column_names.py": 3,
    "ingest/checks/row_rules.py": 2,
    "ingest/layouts/ucdp_candidate.py": 2,
    "ingest/layouts/ucdp_ged.py": 2,
    "queries/timeline.py": 1,
    "schema.py": 3,
    "store/parquet.py": 2,
    "store/retraction.py": 2,
    "ui/frame/cached.py": 2,
    "ui/server.py": 1,
    "ui/panels/incidents_page.py": 1,
    "ui/panels/map_legend.py": 1,
    "ui/panels/uploads/history.py": 2,
}


def test_no_more_texts_stand_in_code_than_are_known() -> None:
    found = Counter(module for module, _, _ in literals())
    more = {
        module: number for module, number in found.items() if number > STILL_IN_CODE.get(module, 0)
    }
    assert more == {}, "say it by a message, see docs/decisions/0010"
    fewer = {
        module: found[module] for module, number in STILL_IN_CODE.items() if found[module] < number
    }
    assert fewer == {}, "well done: lower the numbers in STILL_IN_CODE"


def test_a_word_of_a_closed_list_is_shown_as_its_message_and_a_name_as_it_is() -> None:
    assert terms.term("not supported") == "not supported"
    assert terms.event_label("Explosions/Remote violence") == "Explosion, remote violence"
    assert [terms.term("Kirkuk"), terms.event_label("Kirkuk")] == ["Kirkuk", "Kirkuk"]
    with words.speaking("xx"):
        assert terms.term("not supported") != "not supported"


def test_what_is_said_later_is_said_in_the_language_of_who_reads_it() -> None:
    first = words.written(numbers.day, date(2018, 6, 17))
    told = words.later("data-end-on", day=first)
    kept = pickle.loads(pickle.dumps(told))  # noqa: S301  our own
    assert [str(told), str(kept)] == ["the data end on 17\u00a0Jun\u00a02018"] * 2
    assert kept == told
    assert hash(kept) == hash(told)
    assert str(words.later("not-on-the-map", count=told)).startswith("the data end")
    with words.speaking("xx"):
        assert "the data end" not in str(told)
    number_of_numpy: Any = np.int64(1)
    assert words.say("incidents", count=number_of_numpy) == "1\u00a0incident"


@given(st.text())
def test_a_sealed_message_says_what_it_was_and_a_strangers_text_is_a_text(text: str) -> None:
    choices = words.written(numbers.unit_list, ("a", "b"))
    limit = words.written(numbers.number, -90)
    every: list[words.Value] = [
        words.later("with-the-text", text=text),
        words.later("data-end-on", day=words.later("incidents", count=2024)),
        words.later("remedy-choose-perhaps", meant=text, choices=choices),
        words.later("problem-below", limit=limit),
        text,
    ]
    for each in every:
        kept = sealed.seal(each)
        assert sealed.said(kept) == str(sealed.Sealed(kept)) == str(each)
    for hostile in (
        sealed.seal(words.later("incidents", count=1)),
        "%(count)s",
        "\ue000text\ue000",
    ):
        told = words.later("with-the-text", text=hostile)
        assert sealed.said(sealed.seal(told)) == f"with the text “{hostile}”"


def test_messages_know_no_html() -> None:
    assert re.findall(r".*[<>&].*", re.sub(r"->", "", words.source("en"))) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_messages_of_english_with_the_same_values(code: str) -> None:
    english, spoken = messages("en"), messages(code)
    assert {key: values_of(spoken[key]) for key in spoken} == {
        key: values_of(english[key]) for key in english
    }


def test_the_command_line_speaks_the_language_argparse_s_own_words_too() -> None:
    errors = StringIO()
    with words.speaking("xx"), redirect_stderr(errors):
        parser = build_parser()
        with pytest.raises(SystemExit):
            parser.parse_args(["undo"])
        told = parser.format_help() + errors.getvalue()
    names = r"-{1,2}[a-z-]+|^ {4}[a-z-]+|corridor(?: undo)?"
    assert re.findall(r"\b[a-z]+\b", re.sub(names, "", told, flags=re.MULTILINE)) == []


def test_what_cannot_be_said_is_an_error_with_its_key() -> None:
    with pytest.raises(words.WordsError, match="no message “nothing-of-the-kind”"):
        words.say("nothing-of-the-kind")
    with pytest.raises(words.WordsError, match="cannot say “percent”"):
        words.say("percent")
    with pytest.raises(KeyError), words.speaking("tlh"):
        pass


def test_plurals_and_values_come_into_the_sentence_as_they_are() -> None:
    assert [words.say("incidents", count=count) for count in (0, 1, 2, 2024)] == [
        "no incidents", "1\u00a0incident", "2\u00a0incidents", "2,024\u00a0incidents"
    ]  # fmt: skip
    hostile = "{ $count } ␣ { percent }"
    for text in (hostile, "a" * 100_000):
        assert words.say("with-the-text", text=text) == f"with the text “{text}”"


LETTER = re.compile(r"[A-Za-z]")
# Names are data, and what a value brings stays as it is.
DATA = re.compile(r"Kirkuk|UCDP|(?:17|25)\u00a0\w{3}|Jun|Dec")


@pytest.mark.parametrize("code", ["xx", "xr"])
def test_a_pseudo_language_shows_no_english_in_what_has_become_messages(code: str) -> None:
    chosen = IncidentFilter(
        provinces=("Kirkuk",), date_to=date(2018, 6, 17), event_types=("Riots",), civilians=True,
        precision="district", upload="only",
    )  # fmt: skip
    with words.speaking(code):
        told = filter_sentence(chosen, summary(unplaced=3), date(2018, 12, 25))
        told += "".join(problems({"dates": ["x", "x"]}, {})).replace("x", "")
        told += numbers.killed(3, 2) + numbers.percent(0.3) + numbers.interval(-1, 2)
    english = re.findall(r"\b[a-z]{3,}\b", DATA.sub("", told))
    assert english == []
    assert len(told) > 1.2 * len(filter_sentence(chosen, summary(unplaced=3), date(2018, 12, 25)))


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_comes_back_from_what_is_written(value: int) -> None:
    read = numbers.number(value).replace(",", "").replace(numbers.MINUS, "-")
    assert int(read) == value


@given(st.dates())
def test_a_day_is_written_as_day_month_and_year(moment: date) -> None:
    parts = numbers.day(moment).split(words.NBSP)
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert [int(parts[0]), months.index(parts[1]) + 1, int(parts[2])] == [
        moment.day, moment.month, moment.year
    ]  # fmt: skip


def test_a_text_from_the_right_turns_nothing_round_it() -> None:
    assert words.isolated("Injana") == "Injana"
    assert words.isolated("انجانة") == "\u2068انجانة\u2069"
    told = filter_sentence(IncidentFilter(text=" انجانة "), summary(), None)
    assert "“\u2068انجانة\u2069”" in told
