"""What the pages on architecture and names tell is there: modules, functions, paths, ranks."""

from __future__ import annotations

import importlib
import re
import xml.etree.ElementTree as ET

import pytest

from corridor import schema, vocabulary
from corridor.docs.picture import layers, layers_picture
from corridor.settings import PROJECT

SVG = "{http://www.w3.org/2000/svg}"
PAGES = ("docs/architecture.md", "docs/names.md", "docs/decisions/0012-rooms.md")
# A dotted name below `corridor`; a file name has its ending.
NAME = re.compile(r"`([a-z_]\w*(?:\.\w+)+)`")
ENDINGS = ("toml", "md", "py", "sql", "csv", "ftl", "svg")


def text(page: str) -> str:
    return (PROJECT / page).read_text("utf-8")


def names() -> list[str]:
    found = {name for page in PAGES for name in NAME.findall(text(page))}
    return sorted(name for name in found if not name.endswith(ENDINGS))


def resolved(name: str) -> object:
    """Give what a dotted name below `corridor` stands for; raises where there is nothing."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(["corridor", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part)
        return found
    raise AttributeError(name)


@pytest.mark.parametrize("name", names())
def test_every_name_is_there(name: str) -> None:
    assert resolved(name) is not None


def test_a_name_that_is_not_there_is_noticed() -> None:
    with pytest.raises(AttributeError):
        resolved("filter.address.no_such_function")
    assert len(names()) > 50


def test_every_layer_and_room_is_drawn_and_told() -> None:
    whole, rooms = layers()
    picture = ET.fromstring(layers_picture())  # noqa: S314  our own
    drawn = [found.text for found in picture.iter(f"{SVG}text")]
    (described,) = re.findall(r"!\[(.*?)\]", text("docs/architecture.md"))
    for name in (name for row in whole for name in row):
        assert name in drawn
        assert (PROJECT / "src" / "corridor" / name).is_dir() or resolved(name)
        assert name in re.findall(r"\w+", described)
    assert rooms["ingest"] == ["review", "checks", "layouts", "files", "model"]
    assert " · ".join(rooms["ingest"]) in drawn


def test_one_list_of_how_well_a_place_is_known() -> None:
    ranks = re.findall(r"^(\d)\. (.+)$", text("docs/names.md"), re.MULTILINE)
    assert {int(rank): word for rank, word in ranks} == vocabulary.GEO_PRECISIONS


def test_the_suffixes_are_those_of_the_codebook() -> None:
    columns = [column.name for column in schema.RECORDS]
    for suffix in ("_km", "_low", "_best", "_high", "_from", "_to", "_precision", "_id"):
        assert f"`{suffix}`" in text("docs/names.md")
        assert any(name.endswith(suffix) for name in columns)
    for prefix in ("reported_", "located_"):
        assert any(name.startswith(prefix) for name in columns)
