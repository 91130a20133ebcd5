"""The shipped report with one change each: refused with its line, or as good as before."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.findings import Report, load_report
from corridor.packs import PackError
from corridor.settings import SHIPPED
from tests.hostile import ALL

TEXT = (SHIPPED / "reports" / "is-there-a-return-of-isis-2018" / "report.toml").read_text("utf-8")
LINES = TEXT.splitlines()

# A piece of the shipped file (the first that there is), what stands there instead, the place and
# the sentence. The line that is told is the one on which the change stands.
WRONG = {
    # what is no number, and what is out of its range
    "km nan": ("near_road = { km = 5 }", "near_road = { km = nan }",
        "report › rules › near_road › near_road: “km” must be from 0 to 1000, not nan."),
    "km inf": ("near_road = { km = 5 }", "near_road = { km = inf }", "not inf."),
    "km -inf": ("off_town = { km = 3 }", "off_town = { km = -inf }", "not -inf."),
    "km below zero": ("off_town = { km = 3 }", "off_town = { km = -3 }",
        "off_town: “km” must be from 0 to 1000, not -3."),
    "km of 30 nines": ("near_road = { km = 5 }", f"near_road = {{ km = {'9' * 30} }}",
        f"“km” must be from 0 to 1000, not {'9' * 30}."),
    "km of a hundred nines": ("near_road = { km = 5 }", f"near_road = {{ km = {'9' * 100} }}",
        "a key or a number has more than 60 signs. Shorten it"),
    "km 1e400": ("near_road = { km = 5 }", "near_road = { km = 1e400 }", "not inf."),
    "km true": ("near_road = { km = 5 }", "near_road = { km = true }",
        "“km” must be a number, not true."),
    "km a text": ("near_road = { km = 5 }", "near_road = { km = '5' }",
        "“km” must be a number, not '5'."),
    "km a list": ("near_road = { km = 5 }", "near_road = { km = [5] }",
        "“km” must be a number, not a list."),
    "km missing": ("near_road = { km = 5 }", "near_road = {}", "“km” is missing. Add it."),
    "area km": ('{ areas = ["hamrin"], km = 15 }', '{ areas = ["hamrin"], km = 1001 }',
        "any_of 1 › in_area: “km” must be from 0 to 1000, not 1001."),
    "within_km": ("within_km = 10,", "within_km = 100.5,",
        "recurs: “within_km” must be from 0 to 100, not 100.5."),
    "within_days zero": ("within_days = 180", "within_days = 0", "must be from 1 to 3660, not 0."),
    "within_days half": ("within_days = 180", "within_days = 1.5",
        "“within_days” must be a whole number, not 1.5."),
    "within_days many": ("within_days = 180", "within_days = 1_000_000", "not 1000000."),
    "at_least": ("at_least = 1,", "at_least = 0,", "“at_least” must be from 1 to 1000, not 0."),
    "precision zero": ("max_geo_precision = 2", "max_geo_precision = 0",
        "corridor_placed: “max_geo_precision” must be from 1 to 7, not 0."),
    "precision eight": ("max_geo_precision = 2", "max_geo_precision = 8", "not 8."),
    "claim nan": ("claim = 0.15", "claim = nan",
        "finding 1 › part 1: “claim” must be from -1 to 1, not nan."),
    "claim of a share": ("claim = 0.20", "claim = 20",
        "finding 2 › part 3: “claim” must be from 0 to 1, not 20."),
    "claim km": ("claim = 2.0", "claim = 1e6",
        "“claim” must be from -1000 to 1000, not 1000000.0."),
    "claim missing": ("claim = 0.15\n", "\n", "“claim” is missing. Add it."),
    "denial inf": ("denial = 0.05", "denial = -inf", "“denial” must be from 0 to 1, not -inf."),
    "claim below denial": ("claim = 0.20", "claim = 0.01",
        "“claim” (0.01) must be above “denial” (0.05). Change one of them."),
    "saturation": ("saturation = 0.9", "saturation = 9", "“saturation” must be from 0 to 1"),
    "factor": ("factor_low = 8", "factor_low = 0", "“factor_low” must be from 1 to 1000, not 0."),
    "factors": ("factor_high = 14", "factor_high = 7",
        "“factor_high” (7.0) lies before “factor_low” (8.0). Change one of them."),
    "share": ("share = 0.8", "share = 1", "“share” must be from 0 to 0.999, not 1."),
    "bins": ("bins = 12", "bins = 366", "“bins” must be from 1 to 365, not 366."),
    "window days": ("days = 180\n", "days = -180\n", "“days” must be from 1 to 3660, not -180."),
    "upper end": ("at_most = 2.0", "at_most = nan", "“at_most” must be from 0 to 1000"),
    "low upper end": ("at_most = 2.0", "at_most = 0.8", "“at_most” (0.8) must be above “claim”"),
    "card": ('card = "', 'card = "no-', "“card” is 'no-open-road'; known: open-road, returns."),
    "spell": ("days = 14", "days = 0", "absence 1: “days” must be from 1 to 3660, not 0."),
    "periods": ("periods = 12", "periods = 0", "“periods” must be from 1 to 365, not 0."),
    "below": ("below = 0.5", "below = -0.5", "“below” must be from 0 to 100, not -0.5."),
    "rest": ("rest_at_least = 5", "rest_at_least = 99999", "must be from 1 to 10000, not 99999."),
    "number": ("number = 1\n", "number = 31\n", "“number” must be from 1 to 30, not 31."),
    # days
    "year 1": ("date = 2018-06-30", "date = 0001-01-01",
        "report: “date” must be from 1980-01-01 to 2099-12-31, not 0001-01-01."),
    "year 9999": ("date = 2018-06-30", "date = 9999-12-31", "not 9999-12-31."),
    "a moment": ("date = 2018-06-30", "date = 2018-06-30T10:00:00", "“date” must be a day, not"),
    "a day as text": ("date = 2018-06-30", 'date = "2018-06-30"', "must be a day, not '2018-"),
    "no day": ("date = 2018-06-30", "date = 2018-02-30", "cannot be read as TOML: Invalid date"),
    "baseline": ("baseline_to = 2011-12-31", "baseline_to = 2009-12-31",
        "“baseline_to” (2009-12-31) lies before “baseline_from” (2010-01-01). Change one"),
    "old baseline": ("baseline_from = 2010-01-01", "baseline_from = 0001-01-01", "not 0001-01-01."),
    "to without from": ("\nfrom = 2010-01-01\n", "\n\n", "“from” is missing. Add it."),
    # names
    "area": ('["hamrin"]', '["hamrim"]',
        "boundary-salah-al-din-diyala, hamrin. Perhaps “hamrin” is meant."),
    "province": ('"Salah al-Din", "Diyala"]', '"Salah ad-Din", "Diyala"]',
        "“admin1” is 'Salah ad-Din'; known: Anbar, Babil,"),
    "province as reported": ('reported_admin1 = ["Kirkuk"]', 'reported_admin1 = ["Kirkouk"]',
        "Perhaps “Kirkuk” is meant."),
    "province of a part": ('admin1 = "Kirkuk"', 'admin1 = "Kirkus"', "“admin1” is 'Kirkus'"),
    "district": ('admin2 = ["Daquq"]', 'admin2 = ["Dakuk"]', "“admin2” is 'Dakuk'; known: Abu al-"),
    "road": ("near_road = { km = 5 }", 'near_road = { roads = ["Kirkuk road"], km = 5 }',
        "“roads” is 'Kirkuk road'; known: "),
    "boundary": ("near_road = { km = 5 }",
        'near_admin1_boundary = { pair = ["Basra", "Kirkuk"], km = 5 }',
        "“pair” names two provinces whose boundary is not drawn; known: boundary-kirkuk-"),
    "boundary of one": ("near_road = { km = 5 }",
        'near_admin1_boundary = { pair = ["Kirkuk"], km = 5 }', "at least 2 are needed."),
    "event type": ("near_road = { km = 5 }", 'event_type = ["Battle"]',
        "“event_type” is 'Battle'; known: Battles, Explosions"),
    "sub-event type": ("near_road = { km = 5 }", 'sub_event_type = ["Attacks"]',
        "Perhaps “Attack” is meant."),
    "indicator": ('indicator = "share_difference"', 'indicator = "share_diference"',
        "“indicator” is 'share_diference'; known: "),
    "absence": ('kind = "quiet_spells"', 'kind = "loud_spells"', "“kind” is 'loud_spells'; known:"),
    "predicate": ("near_road = { km = 5 }", "near_rail = { km = 5 }", "unknown key “near_rail” (k"),
    "key": ('publisher = "', 'editor = "E"; publisher = "', "cannot be read as TOML: Expected ne"),
    "key of a report": ('question = "', 'qestion = "', "“question” is missing. Add it."),
    "way": ('"a repeat within 90 days"\nsuccess = { rule = "recurring_90" }\n', '"x"\n',
        "finding 1 › part 1 › way 1: a way of counting has to change something. Name a setting"),
    "key of a way": ('success = { rule = "recurring_90" }', 'sukcess = { rule = "recurring_90" }',
        "finding 1 › part 1 › way 1: unknown key “sukcess”"),
    "beside": ('beside = "iraq-operations"', 'beside = "iraq"', "“beside” is 'iraq'; known: "),
    "contrast": ('besides = ["Daquq"', 'besides = ["Dakuk"', "part 1 › contrast: "),
    "key of a part": ("saturation = 0.9", "saturatoin = 0.9",
        ("unknown key “saturatoin” (known: at_most, beside, claim, contrast, days, denial, "
            "everywhere, group,")),
    "rule": ('rule = "corridor_isis"\n', 'rule = "corridor"\n',
        "“rule” names the rule “corridor”, which is not defined before it. Define it under [rule"),
    "rule of itself": ('[rules.isis]\nactor = ["IS"]', '[rules.isis]\nrule = "isis"',
        "rules › isis: “rule” names the rule “isis”, which is not defined before it."),
    "answer": ('answer = "old-level"', 'answer = "new-level"', "“answer” is 'new-level', which is"),
    "slug of a finding": ('slug = "road-gaps"', 'slug = "../../x"',
        "“slug” must be 1 to 64 small letters (a–z), digits and hyphens, not '../../x'."),
    "slug of a part": ('slug = "open-road"', 'slug = "Open road"', "hyphens, not 'Open road'."),
    "slug too long": ('slug = "road-gaps"', f'slug = "{"a" * 65}"', "“slug” must be 1 to 64 small"),
    "url": ('own_sources = ["RAWABET"]', 'url = "javascript:alert(1)"',
        "“url” must be the address of a web page (https://…), not 'javascript:alert(1)'."),
    "region": ('own_sources = ["RAWABET"]', 'region = "../../x"', "“region” is '../../x'; known: "),
    # lists and texts
    "no areas": ('["hamrin"]', "[]", "“areas” has no entry; at least one is needed. Add one, or"),
    "no actors": ('actor = ["IS"]', "actor = []", "“actor” has no entry; at least one is needed."),
    "no rules to choose from": ("open_road]\n", "open_road]\nany_of = []\n", "“any_of” has no en"),
    "50,000 names": ('actor = ["IS"]', 'actor = [' + '"IS",' * 50_000 + "]",
        "“actor” has 50,000 entries; 200 are allowed. Take some out."),
    "a number among names": ('actor = ["IS"]', 'actor = ["IS", 1]',
        "entry 2 of “actor” must be a text, not 1."),
    "a long name": ('actor = ["IS"]', f'actor = ["{"x" * 5000}"]',
        "“actor” holds a text of 5,000 signs; 120 are allowed. Shorten it."),
    "an empty name": ('actor = ["IS"]', 'actor = [" "]', "“actor” holds an empty text. Write some"),
    "an unseen sign": ('actor = ["IS"]', r'actor = ["I\u0000S"]',
        "“actor” holds a sign that cannot be seen (U+0000). Take it out."),
    "no title": ('title = "Is there', 'title = ""\nurl = "Is there', "“title” holds an empty tex"),
    "a long question": ('question = "', f'question = "{"x" * 501}', "500 are allowed. Shorten it."),
    "an empty rule": ('{ rule = "open_road" }', "{}",
        "finding 1 › counted: the rule is empty, and would hold for every incident."),
    "one figure": ('[[finding.shown]]\nslug = "with-towns"', '[finding.shown]\nslug = "with-towns"',
        "“shown” must be a list, not a table."),
    "300 deep": ("near_road = { km = 5 }", "not = { " * 300 + "actor = ['IS']" + " }" * 300,
        "lists and tables stand in each other more than 40 deep. Take them apart."),
    "30 deep": ("near_road = { km = 5 }", "not = { " * 30 + "actor = ['IS']" + " }" * 30,
        "rules stand in each other more than 16 deep"),
    "a key of 300 parts": ("near_road = { km = 5 }", "not." * 300 + "max_geo_precision = 1",
        "a key has more than 8 parts. Shorten it."),
    "twice the same key": ('publisher = "', 'title = "T"\npublisher = "', "Cannot overwrite a val"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report").mkdir()
    return tmp_path / "report"


def load(folder: Path, text: str | bytes) -> Report:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "report.toml").write_bytes(data)
    return load_report(folder)


def refusal(folder: Path, text: str | bytes) -> tuple[int, str]:
    """Load a report that is refused; the line that is told, and the rest of the sentence."""
    with pytest.raises(PackError) as caught:
        load(folder, text)
    told = str(caught.value)
    start = f"{folder / 'report.toml'}, line "
    assert told.startswith(start)
    line, _, rest = told.removeprefix(start).partition(": ")
    assert len(rest) < 1200
    return int(line), rest


@pytest.mark.parametrize("name", WRONG)
def test_one_wrong_thing_is_told_with_its_line(folder: Path, name: str) -> None:
    old, new, words = WRONG[name]
    assert old in TEXT
    line, told = refusal(folder, TEXT.replace(old, new, 1))
    assert words in told
    first = TEXT.count("\n", 0, TEXT.index(old)) + 1
    missing = {"claim missing": "[[finding.part]]", "to without from": "[[finding.shown]]",
               "way": "[[finding.part.way]]",
               "key of a report": LINES[0]}  # fmt: skip
    if name in missing:  # the line of the table, above
        assert line <= first
        assert LINES[line - 1] == missing[name]
    else:
        assert first <= line <= first + new.count("\n") + old.count("\n")


def test_more_than_can_be_read_is_told(folder: Path) -> None:
    rules = "".join(f'[rules.more-{number}]\nactor = ["IS"]\n' for number in range(200))
    line, told = refusal(folder, TEXT.replace("[rules.isis]", f"{rules}[rules.isis]"))
    assert LINES[line - 1] == "[rules.isis]"
    assert "rules; 200 are allowed. Take out those that no finding uses." in told
    block = TEXT[TEXT.index("[[finding]]") : TEXT.index("[[rival]]")]
    _, told = refusal(folder, TEXT + "\n" + block * 6)
    assert "“finding” has 35 entries; 30 are allowed." in told
    part = "[[finding.part]]" + block.split("[[finding.part]]")[1]
    _, told = refusal(folder, TEXT + "\n" + part * 41)
    assert "finding 5: “part” has 44 entries; 40 are allowed." in told
    line, told = refusal(folder, TEXT + "\n" + part * 2)
    assert "finding 5 › part 5: “slug” is open-road, as further up in the file. Give ea" in told
    assert line == len(LINES) + 2 + part.count("\n") + 1
    line, told = refusal(folder, TEXT.replace("number = 2\n", "number = 1\n"))
    assert "finding 1: “number” is 1, as further up in the file. Give each its own." in told
    assert LINES[line - 1] == "number = 2"


def test_rules_that_double_in_each_line_are_refused_soon(folder: Path) -> None:
    names = ["isis", *(f"twice-{number}" for number in range(60))]
    doubled = "".join(
        f'[rules.{name}]\nany_of = [{{ rule = "{before}" }}, {{ not = {{ rule = "{before}" }} }}]\n'
        for before, name in pairwise(names)
    )
    _, told = refusal(folder, TEXT.replace(
        "# ---------------------------------------------------------------- 1", doubled, 1
    ))  # fmt: skip
    assert "the rule is made of more than 300 pieces, with those of the rules that it n" in told


@pytest.mark.parametrize("name", ["Report", "a_b", "a" * 65, "a b", "\u202ereport"])
def test_a_folder_has_a_name_for_an_address(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    _, told = refusal(tmp_path / name, TEXT)
    assert "the folder of a report is named by 1 to 64 small letters (a–z), digits and" in told


DOORS = (
    ('title = "Is there a return of ISIS?"', "title = {}"),
    ('date_note = "', '{} = 1\ndate_note = "'),
    ("[rules.near_road]\n", "[rules.{}.x]\n"),
    ('counted = { rule = "open_road" }', "counted = {{ rule = {} }}"),
    ('["hamrin"]', "[{}]"),
)


@pytest.mark.slow
@pytest.mark.parametrize("text", ALL)
def test_what_a_sentence_quotes_commands_nothing(folder: Path, text: str) -> None:
    quoted = '"' + "".join(f"\\U{ord(sign):08X}" for sign in text) + '"'
    old, new = DOORS[ALL.index(text) % len(DOORS)]
    told = ""
    try:
        load(folder, TEXT.replace(old, new.format(quoted), 1))
    except PackError as error:
        told = str(error)
    assert told.replace("\u00a0", " ").isprintable()
    assert len(told) < 1500


# Values that fit hardly anywhere, and signs that change what is around them.
VALUES = st.sampled_from(
    ["nan", "-inf", "0", "-1", "1.5", "9" * 40, "true", '""', '"x"', "[]", "{}", "[[1]]",
     "0001-01-01", "2018-06-30", '["Kirkuk"]', '[""]', "{ rule = 'isis' }", "{ not = {} }",
     "0x7fffffffffffffff", "'''\n'''", '"\\u202e"']
)  # fmt: skip
SIGNS = st.sampled_from([*"[]{}\"'=.,#\n\\", "", "[[", '"""', "\x00", "é", "\u202e", "km", "rule"])


@pytest.mark.slow
@given(st.data())
@settings(max_examples=250, deadline=None)
def test_any_change_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "changed"
    folder.mkdir(exist_ok=True)
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        how = data.draw(st.sampled_from(["value", "sign", "drop", "twice", "swap"]))
        if how == "value" and " = " in lines[at]:
            lines[at] = f"{lines[at].partition(' = ')[0]} = {data.draw(VALUES)}"
        elif how == "sign":
            column = data.draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:column] + data.draw(SIGNS) + lines[at][column + 1 :]
        elif how == "drop":
            lines[at] = ""
        else:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at] = f"{lines[at]}\n{lines[other]}" if how == "twice" else lines[other]
    text = "\n".join(lines)
    try:
        load(folder, text)
    except PackError as error:
        told = str(error)
        line = int(told.removeprefix(f"{folder / 'report.toml'}, line ").partition(":")[0])
        assert 1 <= line <= text.count("\n") + 1
        assert len(told) < 1500
        assert told.isprintable()
