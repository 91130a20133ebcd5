"""The relief pictures: right size and place, no seams, ridges to be seen."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from corridor import settings
from corridor.seed import terrain
from corridor.seed.terrain import Elevations
from corridor.vocabulary import COLOURS

STATIC = settings.PROJECT / "static"
CELL = 1 / 120


def grid(metres):
    return Elevations(np.asarray(metres, dtype=float), 42.4, 33.3, CELL)


def pixel(lat, lon, picture):
    """Give (row, column) of a place in a picture of 42.4–46.0 E, 33.3–36.1 N."""
    top, bottom = terrain._mercator(36.1), terrain._mercator(33.3)
    row = (top - terrain._mercator(lat)) / (top - bottom) * picture.height
    return int(row), int((lon - 42.4) / 3.6 * picture.width)


@pytest.mark.parametrize(("theme", "at"), [("light", 0), ("dark", 1)])
def test_shipped_pictures_are_small_and_keep_the_land_colour_on_flat_ground(theme, at):
    path = STATIC / f"terrain-{theme}.webp"
    assert 15_000 < path.stat().st_size < 46_000
    picture = Image.open(path).convert("RGBA")
    assert picture.size == (1296, 1226)
    row, column = pixel(33.75, 44.85, picture)
    flat = np.asarray(picture)[row - 8 : row + 8, column - 8 : column + 8, :3].mean(axis=(0, 1))
    land = [int(COLOURS["land"][at][i : i + 2], 16) for i in (1, 3, 5)]
    assert np.abs(flat - land).max() < 7


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edges_fade_to_nothing_and_the_middle_is_solid(theme):
    alpha = np.asarray(Image.open(STATIC / f"terrain-{theme}.webp").convert("RGBA"))[..., 3]
    edges = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert edges.max() == 0
    assert alpha[200:-200, 200:-200].min() == 255


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_hamrin_stands_out_from_the_plain_beside_it(theme):
    picture = Image.open(STATIC / f"terrain-{theme}.webp").convert("L")
    pixels = np.asarray(picture, dtype=float)
    ridge, plain = pixel(34.80, 44.05, picture), pixel(34.35, 44.05, picture)

    def contrast(centre):
        row, column = centre
        return pixels[row - 30 : row + 30, column - 30 : column + 30].std()

    assert contrast(ridge) > 4 * contrast(plain)


def test_a_step_along_a_whole_degree_is_taken_out_and_other_land_left_alone():
    metres = np.full((336, 432), 100.0)
    metres[:, 73:] -= 14
    even = terrain.smooth_seams(grid(metres)).metres
    assert np.abs(np.diff(even, axis=1)).max() < 1.2
    assert even[10, 10] == 100
    assert even[10, 300] == 86


def test_a_slope_across_a_whole_degree_stays_a_slope():
    metres = np.tile(np.arange(432.0) * 3, (336, 1))
    even = terrain.smooth_seams(grid(metres)).metres
    assert even[20:60] == pytest.approx(metres[20:60])


def test_flat_land_is_neither_lit_nor_shaded():
    lats = np.linspace(36, 33, 40)
    assert terrain.hillshade(np.full((40, 40), 250.0), lats, CELL) == pytest.approx(0)


def test_the_northern_side_of_a_ridge_is_bright_and_the_southern_dark():
    ridge = 100 - np.abs(np.arange(40) - 20.0)[:, None] * 5 * np.ones((1, 40))
    shade = terrain.hillshade(ridge, np.linspace(36, 33, 40), CELL)
    assert shade[10, 20] > 0.05
    assert shade[30, 20] < -0.05


def test_rows_are_spaced_as_on_a_mercator_map():
    _, lats = terrain.enlarge(grid(np.zeros((336, 432))))
    marks = [terrain._mercator(lat) for lat in lats]
    assert np.diff(marks) == pytest.approx(np.diff(marks)[0])
    assert (lats[0], lats[-1]) == (pytest.approx(36.1, abs=0.01), pytest.approx(33.3, abs=0.01))


def test_a_grid_is_read_with_its_place(tmp_path):
    path = tmp_path / "grid.asc"
    path.write_text(
        "ncols 2\nnrows 2\nxllcorner 42.4\nyllcorner 33.3\ncellsize 0.5\nNODATA_value -9999\n"
        "1 2\n3 4\n",
        encoding="ascii",
    )
    read = terrain.read_grid(path)
    assert read.metres.tolist() == [[1, 2], [3, 4]]
    assert (read.west, read.east, read.south, read.north) == (42.4, 43.4, 33.3, 34.3)
