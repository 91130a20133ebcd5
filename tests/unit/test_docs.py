"""What a newcomer reads is true: links lead somewhere, commands can be typed, names exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import unquote

import pytest

from corridor import __version__, schema, vocabulary
from corridor.cli.arguments import COMMANDS, build_parser
from corridor.findings import load_reports
from corridor.settings import PROJECT, SHIPPED

PAGES = sorted(
    [
        *PROJECT.glob("*.md"),
        *(PROJECT / "docs").rglob("*.md"),
        SHIPPED / "reference" / "SOURCES.md",
        SHIPPED / "incidents" / "source" / "README.md",
    ]
)
WRITTEN = [page for page in PAGES if page.name not in ("codebook.md", "command-line.md")]
LINK = re.compile(r"\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
COMMAND = re.compile(r"^(?:\S*python\S*|\S*\\python) -m corridor ?(.*?)(?:\s+#.*)?$", re.MULTILINE)
DECISION_PARTS = ("## Context", "## Decision", "## Consequences")
THRESHOLDS = re.compile(r"C = (\d+(?:\.\d+)?)[^,;]*, D = (−?\d+(?:\.\d+)?)")
MOST_BYTES = 250_000


def text(name: str) -> str:
    return (PROJECT / name).read_text("utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(PROJECT).as_posix()


@pytest.mark.parametrize("document", PAGES, ids=name_of)
def test_every_link_to_a_file_leads_to_one(document: Path) -> None:
    targets = [target.split("#")[0] for target in LINK.findall(document.read_text("utf-8"))]
    local = [unquote(target) for target in targets if target and "://" not in target]
    assert [target for target in local if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", PAGES, ids=name_of)
def test_no_page_names_a_path_of_somebodys_machine(document: Path) -> None:
    own = r"/(?:home|Users|root|work|tmp|mnt)/|[A-Z]:\\|\.\./(?:shared|design)"
    assert re.findall(own, document.read_text("utf-8")) == []


@pytest.mark.parametrize("document", WRITTEN, ids=name_of)
def test_files_named_in_the_text_exist(document: Path) -> None:
    """Paths below a folder of the project, written as code."""
    folders = r"`((?:src|tests|docs|bench|pages|static|data)/[\w./-]+)`"
    named = set(re.findall(folders, document.read_text("utf-8")))
    made_later = {"data/incidents/store", "data/incidents/store/"}
    assert [path for path in sorted(named - made_later) if not (PROJECT / path).exists()] == []


def commands(page: str) -> list[str]:
    return COMMAND.findall(text(page))


def test_the_commands_of_the_readme_can_be_typed() -> None:
    typed = commands("README.md")
    assert len(typed) > 10
    for line in typed:
        build_parser().parse_args(shlex.split(line))


def test_a_command_with_a_slip_would_be_noticed() -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["summary", "--provinces", "Kirkuk"])


def test_the_readme_names_every_command() -> None:
    assert [name for name in COMMANDS if f"`{name}`" not in text("README.md")] == []


def test_the_readme_names_the_required_fields_and_every_verdict() -> None:
    required = [column.name for column in schema.CSV_COLUMNS if column.required]
    readme = text("README.md")
    assert f"{('One', 'Two', 'Three', 'Four', 'Five')[len(required) - 1]} fields" in readme
    assert [name for name in required if f"`{name}`" not in readme] == []
    assert [word for word in vocabulary.VERDICTS if f"| {word} |" not in readme] == []


def test_the_pictures_of_the_readme_are_there_light_and_described() -> None:
    pictures = IMAGE.findall(text("README.md"))
    assert len(pictures) == 3
    for words, path in pictures:
        assert len(words) > 20
        content = (PROJECT / path).read_bytes()
        assert content.startswith(b"\x89PNG")
        assert len(content) < MOST_BYTES, path
        size = (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
        assert size == (1440, 900), path


def test_the_changelog_tells_of_this_version() -> None:
    assert f"\n## [{__version__}]" in text("CHANGELOG.md")


@pytest.mark.parametrize(
    "document", sorted((PROJECT / "docs" / "decisions").glob("*.md")), ids=name_of
)
def test_a_decision_is_one_page_with_its_parts(document: Path) -> None:
    content = document.read_text("utf-8")
    assert content.startswith(f"# {int(document.name[:4])}. ")
    places = [content.index(part) for part in DECISION_PARTS]
    assert places == sorted(places)
    assert len(content.split()) < 500


def test_the_method_states_the_thresholds_of_the_report() -> None:
    """Each finding's section names the claim and the denial of its parts."""
    report = next(iter(load_reports(SHIPPED / "reports").usable.values()))
    sections = re.split(r"^### (?=\d)", text("docs/method.md"), flags=re.MULTILINE)[1:]
    assert len(sections) == len(report.findings)
    for finding, section in zip(report.findings, sections, strict=True):
        assert section.startswith(f"{finding.number}. ")
        stated = {
            (float(claim), float(denial.replace("−", "-")))
            for claim, denial in THRESHOLDS.findall(section)
        }
        # A count of accounts has its thresholds in words.
        wanted = {
            (part.claim, part.denial) for part in finding.parts if part.kind != "naming_accounts"
        }
        assert stated == wanted, finding.title


def test_every_font_and_data_file_has_its_licence_listed() -> None:
    notice = text("NOTICE.md")
    for licence in (PROJECT / "static" / "fonts").glob("OFL-*.txt"):
        assert licence.name in notice
    told = text("data/reference/SOURCES.md")
    files = [path.name for path in (SHIPPED / "reference").iterdir() if path.suffix != ".md"]
    assert [name for name in files if name not in told] == []
