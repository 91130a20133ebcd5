"""A brief read back from its files: paper, slide and mail say what `--json` has, and nothing else.

Every file is read by libraries that did not write it. What is expected is worked out of the JSON by
this file alone.
"""

from __future__ import annotations

import io
import json
import random
import re
import shlex
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, Final

import pymupdf
import pypdf
import pypdfium2
import pytest
from pptx import Presentation
from pypdf.generic import DictionaryObject, NameObject, NullObject, TextStringObject

from corridor import answers, packs, queries
from corridor.cli.arguments import build_parser
from corridor.cli.chosen import chosen_filter
from corridor.exchange.brief import letters, paper
from corridor.exchange.brief.writing import TYPES, MadeBrief, view_of
from corridor.filter import IncidentFilter
from corridor.findings import Report, evaluate, load_report
from corridor.settings import SHIPPED, Settings, load
from corridor.store import Store
from corridor.texts.brief_text import GLYPHS, command
from corridor.vocabulary import EVENT_TYPES, VERDICTS
from tests import tellers
from tests.hostile import ALL
from tests.store.conftest import LENT, Run
from tests.store.exchange.pdf_a import judged

MADE: Final = datetime(2026, 11, 27, 12, 34, tzinfo=UTC)
REPORTS: Final = ("is-there-a-return-of-isis-2018", "upper-euphrates-2018")
# So many of the drawn filters have both reports in both series.
EVERY_KIND: Final = 4
DAYS: Final = (date(2018, 6, 30), date(2018, 12, 31))
ODD: Final = str.maketrans(dict.fromkeys("".join(GLYPHS.values()) + "\u200b\ufeff", ""))
NUMBER: Final = r"[−+]?\d[\d,]*(?:\.\d+)?"
WORDS: Final = "|".join(sorted((word.capitalize() for word in VERDICTS), key=len, reverse=True))
SCALES: Final = {"share": (100, 0), "ratio": (1, 2), "km": (1, 0), "days": (1, 0), "": (1, 2)}
FIGURES: Final = {
    "incidents": "incidents",
    "armed clashes": "battles",
    "attacks on civilians": "against_civilians",
    "killed": "killed",
    "civilians killed": "civilians_killed",
}


@dataclass(frozen=True)
class Shelf:
    """A store of two series, and the reports tested on it."""

    store: Store
    settings: Settings

    @cache  # noqa: B019  one shelf a module
    def brief(self, slug: str, chosen: IncidentFilter, as_of: date) -> MadeBrief:
        report = _report(slug)
        both = (self.tested(slug, day, chosen.series) for day in (as_of, report.date))
        found = answers.brief(self.store, chosen, answers.Tested(report, *both), MADE.date())
        return MadeBrief(found, self.settings, MADE, view_of(found, "http://127.0.0.1:8501/"))

    @cache  # noqa: B019  one shelf a module
    def tested(self, slug: str, as_of: date, series: str) -> Any:
        return evaluate(self.store, _report(slug), as_of, series)


@cache
def _report(slug: str) -> Report:
    return load_report(SHIPPED / "reports" / slug)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tellers.both_series(tmp_path_factory.mktemp("tellers")), load())


@pytest.fixture(scope="module")
def usual(shelf: Shelf) -> MadeBrief:
    return shelf.brief(REPORTS[0], IncidentFilter(date_from=date(2018, 1, 1),
                                                  date_to=date(2018, 12, 31)), DAYS[1])  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _drawn_once() -> Iterator[None]:
    """Draw a picture once, in however many files it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paper, "png", cache(paper.png))
        yield


# What the files say, read by others.
def on_paper(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return plain(" ".join(page.extract_text() for page in pages))


def by_pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return plain(" ".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def by_mupdf(data: bytes) -> str:
    with pymupdf.open(stream=data) as document:
        return plain(" ".join(page.get_text() for page in document))


def on_slide(data: bytes) -> str:
    [slide] = Presentation(io.BytesIO(data)).slides
    told = []
    for shape in slide.shapes:
        if shape.has_table:
            told += [cell.text for row in shape.table.rows for cell in row.cells]
        elif shape.has_text_frame:
            told.append(shape.text_frame.text)
    return plain(" ".join(told))


def in_mail(data: bytes) -> str:
    text = re.sub(r"(?m)^#+ |^- |^\| |\| ?$| \| |\*\*(?=\S)|(?<=\S)\*\*", " ", data.decode())
    return plain(re.sub(r"\\(.)", r"\1", text))


def on_page(data: bytes) -> str:
    return plain(unescape(re.sub(r"<[^>]+>", " ", data.decode())))


def plain(text: str) -> str:
    return " ".join(text.translate(ODD).split())


READERS: Final = (
    (".pdf", by_mupdf), (".pdf", by_pdfium), (".pptx", on_slide), (".md", in_mail),
    (".html", on_page),
)  # fmt: skip


def filters(count: int) -> list[tuple[str, str, IncidentFilter, date]]:
    """Draw filters of every kind, for both reports and both series."""
    drawn = random.Random(2018)
    every = []
    for at in range(count):
        slug, series = REPORTS[at % 2], tellers.SERIES[at // 2 % 2]
        home = packs.region(_report(slug).region).provinces
        first = date(drawn.choice((2012, 2016, 2017, 2018)), drawn.randint(1, 12), 1)
        some = drawn.sample(home, drawn.randint(1, len(home)))
        chosen = IncidentFilter(
            provinces=drawn.choice((home, tuple(some), (), ("Kirkuk",))),
            date_from=first,
            date_to=date(first.year + drawn.randint(0, 1), 12, drawn.choice((1, 31))),
            series=series,
            compare=drawn.choice(("", "", "year-before", "2017")),
            event_types=drawn.choice(((), (), EVENT_TYPES[:1], EVENT_TYPES[1:2])),
            civilians=drawn.random() < 0.2,
        )
        every.append((slug, series, chosen, DAYS[at // 4 % 2]))
    return every


@pytest.mark.parametrize("at", range(20))
def test_every_file_says_the_numbers_of_the_json(shelf: Shelf, at: int) -> None:
    slug, _, chosen, as_of = filters(20)[at]
    made = shelf.brief(slug, chosen, as_of)
    if at >= EVERY_KIND:  # no number is read from the pictures, and they take as long as all else
        made.__dict__["pictures"] = _drawn(shelf)
    held = json.loads(json.dumps(made.as_json(), default=str))
    assert held["report"] == slug
    files = {ending: made.file(ending) for ending in TYPES}
    slow = ((".pdf", on_paper),) if at in (0, EVERY_KIND - 1) else ()
    for ending, read in READERS + slow:
        text = read(files[ending])
        _verdicts_agree(text, held)
        _figures_agree(text, held)
        _rest_agrees(text, held, whole=ending != ".pptx")


@cache
def _drawn(shelf: Shelf) -> Any:
    slug, _, chosen, as_of = filters(1)[0]
    return shelf.brief(slug, chosen, as_of).pictures


def _verdicts_agree(text: str, held: dict[str, Any]) -> None:
    for finding in held["findings"]:
        row = re.search(
            rf"\b{finding['number']}\.? (?:(?!\d\. ).){{5,90}}? "
            rf"(?P<then>{WORDS}),? (?P<then_figure>.*?)"
            rf" (?P<now>{WORDS}),? (?P<now_figure>.*?) (?P<series>(?:UCDP|ACLED).*?) "
            rf"(?P<confidence>low|medium|high|moderate)\b",
            text,
        )
        assert row, (finding["number"], text[:2500])
        report = finding["at_report"]
        assert row["now"].lower() == finding["verdict"]
        assert row["then"].lower() == report["verdict"]
        _figure_agrees(row["now_figure"], finding["indicator"])
        _figure_agrees(row["then_figure"], report["indicator"])
        for other in finding["by_series"]:
            assert f"{other['series']}: {other['verdict']}" in row["series"]


def _figure_agrees(told: str, indicator: dict[str, Any]) -> None:
    """Compare "19 % (−27 to 58 %)", or "0 of 2", with an indicator of the JSON."""
    found = [number(each) for each in re.findall(NUMBER, told)]
    if " of " in told:
        assert found == [indicator["numerator"], indicator["denominator"]]
        return
    if told.strip() == "–":
        assert indicator["value"] is None
        return
    scale, digits = SCALES[indicator["unit"]]
    expected = [indicator[name] for name in ("value", "low", "high")]
    assert found, told
    for value, given in zip(found, expected, strict=False):
        assert given is not None
        assert value == pytest.approx(given * scale, abs=0.51 * 10**-digits), (told, indicator)


def _figures_agree(text: str, held: dict[str, Any]) -> None:
    told = held["key_figures"]
    if told["now"] is None:
        assert "cover no day of this period" in text
        return
    cell = rf":? ({NUMBER}|–|unknown) "
    between = [rf"\b{name}(?: \*)?{cell}" for name in FIGURES]
    found = re.search("(.{0,90}?)".join(between) + "(.{0,30})", text)
    assert found, text[:2500]
    cells = list(found.groups())
    is_by_mean = told["windows"]["compared_with"]["is_by_mean"]
    for at, (label, name) in enumerate(FIGURES.items()):
        value, change = cells[2 * at], cells[2 * at + 1]
        now, before = told["now"][name], (told["compared_with"] or {}).get(name)
        assert (number(value) if value[0].isdigit() else None) == now, (label, value)
        if now is None or before is None or is_by_mean:
            continue
        moved = re.match(rf"[▲▼] ({NUMBER})", change)
        signed = number(moved[1]) * (1 if change[0] == "▲" else -1) if moved else 0
        assert signed == now - before, (label, change)


def _rest_agrees(text: str, held: dict[str, Any], *, whole: bool) -> None:
    for finding in held["findings"]:
        assert not finding["coverage"] or finding["coverage"].startswith(finding["series"])
    assert f"from data version {held['data_version']}" in text
    assert held["headline"]["verdict"] in VERDICTS
    for rate in held["headline"]["rates"][:1]:
        low, high = (f"{rate[end]:,.1f}" for end in ("low", "high"))
        assert f"({low}–{high})" in text or rate["numerator"] == 0
    if not whole:
        return
    districts = [each for each in held["changes"]["places"] if each["kind"] == "district"][:5]
    for each in districts:
        told = text.partition("What changed most")[2]
        pattern = (
            rf"({NUMBER}|[Nn]o) incidents?, ({NUMBER}|none) before|As many as before: ({NUMBER})"
        )
        row = re.search(rf"{re.escape(each['place'])} .*?(?:{pattern})", told)
        assert row, (each, told[:800])
        words = (row[3], row[3]) if row[3] else (row[1], row[2])
        counts = [0 if word.isalpha() else number(word) for word in words]
        assert counts == [each["incidents"], each["before"]], told[:900]


def number(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-").replace("+", ""))


def test_the_paper_is_archivable(shelf: Shelf, tmp_path: Path) -> None:
    """PDF/A-2b, judged by veraPDF: a brief of each report, and an annex spoilt in several ways."""
    briefs = [tmp_path / f"{slug}.pdf" for slug in REPORTS]
    for at, file in enumerate(briefs):
        slug, _, chosen, as_of = filters(2)[at]
        file.write_bytes(shelf.brief(slug, chosen, as_of).file(".pdf"))
    annex = tmp_path / "annex.pdf"
    spoilt = {annex.with_name(f"{clause}.pdf"): spoil for clause, spoil in SPOILT.items()}
    for file, spoil in {annex: lambda _: None, **spoilt}.items():
        writer = pypdf.PdfWriter(clone_from=briefs[0])
        writer.remove_page(0)
        spoil(writer)
        writer.write(file)
    found = judged(*briefs, annex, *spoilt)
    for each in found[:3]:
        assert each.is_compliant, each.broken
        assert each.rules == 144
    assert all(each.checks > 50_000 for each in found[:2])
    for file, each in zip(spoilt, found[3:], strict=True):
        assert not each.is_compliant
        assert {told.split()[0] for told in each.broken} == {file.stem}, each.broken


def _of_the_root(name: str, value: Any) -> Callable[[pypdf.PdfWriter], None]:
    def spoil(writer: pypdf.PdfWriter) -> None:
        writer.root_object[NameObject(name)] = value

    return spoil


def _without_fonts(writer: pypdf.PdfWriter) -> None:
    for page in writer.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            [own] = font["/DescendantFonts"]
            descriptor = own.get_object()["/FontDescriptor"]
            for name in descriptor.keys() & {"/FontFile2", "/FontFile3"}:
                del descriptor[name]


SCRIPT: Final = DictionaryObject(
    {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
)
# The clause of ISO 19005-2 that each breaks.
SPOILT: Final = {
    "6.5.1": _of_the_root("/OpenAction", SCRIPT),
    "6.2.11.4.1": _without_fonts,
    "6.6.2.1": _of_the_root("/Metadata", NullObject()),
}


def test_the_paper_is_one_page_and_an_annex_and_opens_in_each_reader(usual: MadeBrief) -> None:
    data = usual.file(".pdf")
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert "/Lang" in reader.root_object
    assert "Annex" not in reader.pages[0].extract_text()
    assert reader.pages[1].extract_text().startswith("Annex")
    with pymupdf.open(stream=data) as document:
        assert document.page_count == len(reader.pages)
        page = document[0].get_pixmap(dpi=50, colorspace=pymupdf.csGRAY).samples
    assert _is_legible(page)
    with closing(pypdfium2.PdfDocument(data)) as document:
        assert len(document) == len(reader.pages)
        assert _is_legible(document[0].render(scale=0.5, grayscale=True).to_pil().tobytes())


def _is_legible(grey: bytes) -> bool:
    """Tell whether there is ink, and mostly paper."""
    return min(grey) < 60 and max(grey) > 250 and sum(each > 200 for each in grey) > len(grey) / 2


def test_the_same_brief_has_the_same_bytes_but_for_its_time(usual: MadeBrief) -> None:
    again = MadeBrief(usual.found, usual.settings, MADE, usual.link)
    later = MadeBrief(usual.found, usual.settings, MADE.replace(hour=13), usual.link)
    later.__dict__["pictures"] = usual.pictures
    assert again.pictures == usual.pictures
    for ending in TYPES:
        first = usual.file(ending)
        paper.png.cache_clear()  # type: ignore[attr-defined]
        assert again.file(ending) == first, ending
        assert later.file(ending) != first, ending


def test_all_of_the_slide_lies_on_it(usual: MadeBrief) -> None:
    deck = Presentation(io.BytesIO(usual.file(".pptx")))
    [slide] = deck.slides
    assert slide.shapes.title.text == usual.told.headline
    for shape in slide.shapes:
        assert shape.left >= 0
        assert shape.top >= 0
        assert shape.left + shape.width <= deck.slide_width, shape.name
        assert shape.top + shape.height <= deck.slide_height, shape.name


def test_a_brief_of_nothing_and_of_one_incident_say_so(shelf: Shelf) -> None:
    night = IncidentFilter(only=("UCDP:259081",), date_from=date(2018, 1, 1),
                           date_to=date(2018, 12, 31))  # fmt: skip
    for chosen, count in ((replace(night, only=("UCDP:none",)), 0), (night, 1)):
        made = shelf.brief(REPORTS[0], chosen, DAYS[1])
        for ending, read in READERS:
            text = read(made.file(ending))
            assert re.search(rf"\bincidents:? {count} ", text), (ending, count)
            assert ("No incident matches this filter" in text) == (count == 0)
    outside = replace(night, only=(), date_from=date(1980, 1, 1), date_to=date(1980, 12, 31))
    made = shelf.brief(REPORTS[0], outside, date(1980, 12, 31))
    for ending, read in READERS:
        assert "cover no day of this period" in read(made.file(ending)), ending


def test_no_text_is_anything_but_text(usual: MadeBrief) -> None:
    """Hostile texts stand in every file as they are, marks that are not seen as their numbers."""
    made = MadeBrief(replace(usual.found, attributions=ALL), usual.settings, MADE, usual.link)
    told = made.told
    hostile = told.annex[-1].lines[: len(ALL)]
    rows = tuple(replace(told.verdicts[0], by_series=text) for text in hostile)
    made.__dict__["told"] = replace(told, verdicts=rows, headline=hostile[0])
    made.__dict__["pictures"] = usual.pictures
    files = {ending: made.file(ending) for ending in TYPES}
    squeezed = {
        ending: "".join(read(files[ending]).split()) for ending, read in READERS if read != by_mupdf
    }
    for text in hostile:
        for ending, whole in squeezed.items():
            shown = letters.written(text) if ending == ".pdf" else text
            if ending == ".pdf" and not shown.isascii():
                continue  # Arabic is read back in another order
            assert "".join(shown.translate(ODD).split()) in whole, (ending, text)
    reader = pypdf.PdfReader(io.BytesIO(files[".pdf"]))
    links = {
        note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])
    }
    assert links == {usual.link}
    page = files[".html"].decode()
    assert set(re.findall(r'(?:href|src)="([^"]{12})', page)) == {"http://127.0", "data:image/p"}
    assert not re.search(r"<(?:script|iframe|object|embed|link|base|form|style|svg)\b", page)
    mail = files[".md"].decode()
    assert re.findall(r"(?<!\\)\]\(", mail) == ["]("]
    assert not re.search(r"(?<!\\)<(?!http://127)", mail)


def test_letters_that_the_fonts_lack_are_written_as_numbers() -> None:
    known = "كركوك Hawījah ▲ 1"
    assert letters.written(known) == known
    assert letters.written("Ḩ") == "H\u0327"
    assert letters.written("汉😀") == r"\u6c49\ud83d\ude00"


@pytest.fixture
def folder(shipped: Settings, store: Store) -> Path:
    LENT[shipped.data_dir] = store
    return shipped.data_dir


def test_the_command_writes_what_it_prints(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CORRIDOR_TODAY", "2026-11-27")
    flags = ("--province", "Kirkuk", "--from", "2018-01-01", "--to", "2018-12-31")
    file = tmp_path / "brief.md"
    file.write_text("older")
    found = run("brief", *flags, "--out", file, "--json", data=folder)
    assert found.code == 0
    assert str(file) in found.err
    assert [each.name for each in tmp_path.iterdir()] == ["brief.md"]
    assert file.read_text("utf-8") == run("brief", *flags, data=folder).out
    held = found.json
    assert held["made"] == "2026-11-27T00:00:00+00:00"
    own = run("key-figures", *flags, "--json", data=folder).json
    assert held["key_figures"]["now"] == own["now"]
    months = [each for each in held["months"] if each["period_start"][:5] == "2018-"]
    assert months[0]["period_start"] == "2018-11-01"
    assert sum(each["incidents"] for each in months) == held["key_figures"]["now"]["incidents"]
    at_end = ("--as-of", "2018-12-31")
    tested = run("findings", *at_end, "--json", data=folder).json
    for found_here, there in zip(held["findings"], tested, strict=True):
        assert {**there, "at_report": found_here["at_report"]} == there | found_here
    alone = run("headline", *at_end, "--json", data=folder).json
    assert held["headline"].items() <= alone.items()


def test_the_command_on_the_brief_makes_it_again(shelf: Shelf, usual: MadeBrief) -> None:
    options = queries.options(shelf.store, packs.region(""), "")
    for slug, _, chosen, as_of in filters(20):
        found = replace(
            usual.found,
            chosen=replace(chosen, text="it's $(x) قرية"),
            tested=replace(usual.found.tested, report=_report(slug)),
            headline=replace(usual.found.headline, as_of=as_of),
        )
        asked = build_parser(("brief",)).parse_args(shlex.split(command(found))[1:])
        again = chosen_filter(asked, options)
        assert again.to_query() == found.chosen.to_query()
        assert (asked.report, asked.as_of) == (slug, as_of)


def test_what_cannot_be_written_is_said_and_nothing_is_left(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, told in (
        ("brief.docx", "Its name ends in .pdf"),
        ("brief", "Its name ends in .pdf"),
        ("none/brief.pdf", "is not there"),
    ):
        found = run("brief", "--out", tmp_path / name, data=folder)
        assert found.code == 1
        assert told in found.err
    (tmp_path / "folder.pdf").mkdir()
    assert "is no file" in run("brief", "--out", tmp_path / "folder.pdf", data=folder).err
    file = tmp_path / "brief.md"
    file.write_text("older")

    def full(_: Path, __: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    found = run("brief", "--out", file, data=folder)
    assert found.code == 1
    assert "No space left on device" in found.err
    assert file.read_text() == "older"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["brief.md", "folder.pdf"]


def test_a_brief_of_a_damaged_store_says_so(usual: MadeBrief) -> None:
    hurt = replace(usual.found, damaged=("part-0001.parquet is not what was written",))
    made = MadeBrief(hurt, usual.settings, MADE, usual.link)
    made.__dict__["pictures"] = usual.pictures
    for ending, read in READERS:
        text = read(made.file(ending))
        assert "cannot be read" in text, ending
        assert "part-0001.parquet" in text, ending
