"""Draws the shaded relief under the map, light and dark, from the 30 arc-second elevations.

The heights are evened along the seams of the source, enlarged threefold by cubic splines
with rows spaced as on a Web Mercator map, lit from three sides with heights exaggerated, and
faded to nothing at the edges, so that the picture melts into the flat land colour around it.
Shading after Horn (1981), Hill shading and the reflectance map; several lights after
Mark (1992), A multidirectional, oblique-weighted, shaded-relief image.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from corridor.vocabulary import COLOURS

Grid = NDArray[np.float64]

ENLARGEMENT: Final = 3
EXAGGERATION: Final = 9.0
METRES_PER_DEGREE: Final = 111_320.0
# (azimuth the light comes from, height above the horizon, weight), degrees.
# The ridges run north-west to south-east: the strongest light crosses them.
LIGHTS: Final = ((5.0, 42.0, 0.55), (300.0, 42.0, 0.20), (60.0, 38.0, 0.25))
SEAM_REACH: Final = 14
FADE: Final = 0.05
# Metres of relief within a few cells: below the first land is flat, above the second hilly.
FLAT_BELOW: Final = 4.0
ROUGH_ABOVE: Final = 13.0
# Below 1: low ridges such as Hamrin show, high mountains do not turn black.
CONTRAST: Final = 0.72
# Cells (about 0.9 km) over which land is averaged to tell a ridge from its surroundings.
RIDGE_WIDTH: Final = 9


@dataclass(frozen=True)
class Elevations:
    """Metres above sea; row 0 is the northernmost, bounds are the outer cell edges in degrees."""

    metres: Grid
    west: float
    south: float
    cell: float

    @property
    def east(self) -> float:
        """Eastern edge in degrees."""
        return float(self.west + self.metres.shape[1] * self.cell)

    @property
    def north(self) -> float:
        """Northern edge in degrees."""
        return float(self.south + self.metres.shape[0] * self.cell)


@dataclass(frozen=True)
class Palette:
    """Colours of flat land, full shade and full light, and the quality of the picture."""

    land: str
    shade: str
    light: str
    high: str
    quality: int


PALETTES: Final = {
    "light": Palette(COLOURS["land"][0], "#776B5C", "#FFFFFF", "#DDD4C2", 66),
    "dark": Palette(COLOURS["land"][1], "#06080A", "#6C7985", "#2C3236", 74),
}


def build_terrain(source_dir: Path, static_dir: Path) -> None:
    """Write `terrain-light.webp` and `terrain-dark.webp` from the grid in `source_dir/geo`.

    A grid beside it with a name at its end, such as `elevation_globe_30s-anbar.asc`, makes the
    pictures of that name. Raises FileNotFoundError when the first is missing.
    """
    first = source_dir / "geo" / "elevation_globe_30s.asc"
    static_dir.mkdir(parents=True, exist_ok=True)
    for grid in (first, *sorted(first.parent.glob(f"{first.stem}-*.asc"))):
        elevations = read_grid(grid)
        name = f"terrain{grid.stem.removeprefix(first.stem)}"
        for theme, palette in PALETTES.items():
            picture = draw_relief(elevations, palette)
            picture.save(static_dir / f"{name}-{theme}.webp", quality=palette.quality, method=6)


def read_grid(path: Path) -> Elevations:
    """Read an ESRI ASCII grid of elevations."""
    with path.open(encoding="ascii") as file:
        head = {
            key.casefold(): float(value) for key, value in (next(file).split() for _ in range(6))
        }
        metres = np.loadtxt(file)
    return Elevations(metres, head["xllcorner"], head["yllcorner"], head["cellsize"])


def draw_relief(elevations: Elevations, palette: Palette) -> Image.Image:
    """Return the relief as an RGBA picture whose rows are spaced as on a Web Mercator map."""
    even = smooth_seams(elevations)
    metres, lats = enlarge(even)
    shade = hillshade(metres, lats, elevations.cell / ENLARGEMENT)
    colours = tint(shade, metres, palette)
    alpha = 255 * edge_fade(shade.shape)
    return Image.fromarray(np.dstack([colours, alpha]).round().astype(np.uint8), "RGBA")


def smooth_seams(elevations: Elevations) -> Elevations:
    """Take the steps out that the source has along whole degrees, where its tiles met."""
    rows, columns = elevations.metres.shape
    lon_seams = _seams(elevations.west, elevations.cell, columns)
    # Rows count from the north; the odd row is the one south of the whole degree.
    lat_seams = [rows - at for at in _seams(elevations.south, elevations.cell, rows)]
    metres = elevations.metres
    for at in lon_seams:
        metres = _without_step(metres, at)
    for at in lat_seams:
        metres = _without_step(metres.T, at).T
    return Elevations(metres, elevations.west, elevations.south, elevations.cell)


def _seams(start: float, cell: float, cells: int) -> list[int]:
    """Return the column (counted from `start`) at which each whole degree begins."""
    degrees = np.arange(np.floor(start) + 1, start + cells * cell - cell)
    return [round((degree - start) / cell) for degree in degrees]


def _without_step(metres: Grid, at: int) -> Grid:
    """Spread the step over column `at` evenly to both sides, and fill that column anew.

    The column on the seam itself fits neither side in this source, so the step is taken from
    the one before it to the one after it, less the slope of the land beside the seam.
    """
    before, after = metres[:, at - 6 : at], metres[:, at + 1 : at + 7]
    slope = (before[:, -1] - before[:, 0] + after[:, -1] - after[:, 0]) / 5
    step = ndimage.median_filter(after[:, 0] - before[:, -1] - slope, 7)
    distance = np.arange(metres.shape[1]) - at
    weight = np.clip(1 - np.abs(distance) / SEAM_REACH, 0, None) * -np.sign(distance) / 2
    even = metres + np.outer(ndimage.gaussian_filter1d(step, 3), weight)
    even[:, at] = (even[:, at - 1] + even[:, at + 1]) / 2
    return even


def enlarge(elevations: Elevations) -> tuple[Grid, Grid]:
    """Return the enlarged heights, rows evenly spaced in Mercator, and the latitude of each row."""
    width = elevations.metres.shape[1] * ENLARGEMENT
    top, bottom = _mercator(elevations.north), _mercator(elevations.south)
    height = round(width * (top - bottom) / np.radians(elevations.east - elevations.west))
    marks = top - (np.arange(height) + 0.5) * (top - bottom) / height
    lats = np.degrees(np.arctan(np.sinh(marks)))
    at_rows = (elevations.north - lats) / elevations.cell - 0.5
    at_columns = (np.arange(width) + 0.5) / ENLARGEMENT - 0.5
    grid = np.meshgrid(at_rows, at_columns, indexing="ij")
    calm = calm_flats(elevations.metres)
    return ndimage.map_coordinates(calm, grid, order=3, mode="nearest"), lats


def calm_flats(metres: Grid) -> Grid:
    """Blur flat land, where the source's whole metres and contour steps would show as noise."""
    detail = ndimage.gaussian_filter(metres, 1.5) - ndimage.gaussian_filter(metres, 6)
    roughness = np.sqrt(ndimage.gaussian_filter(detail**2, 4))
    share = np.clip((roughness - FLAT_BELOW) / (ROUGH_ABOVE - FLAT_BELOW), 0, 1)
    return share * ndimage.gaussian_filter(metres, 0.7) + (1 - share) * ndimage.gaussian_filter(
        metres, 3.2
    )


def _mercator(latitude: float) -> float:
    return float(np.arcsinh(np.tan(np.radians(latitude))))


def hillshade(metres: Grid, lats: Grid, cell: float) -> Grid:
    """Return the light on each cell against flat ground: 0 is flat, less darker, more brighter."""
    east_step = cell * METRES_PER_DEGREE * np.cos(np.radians(lats))[:, None]
    # On a Mercator map a pixel is as high as it is wide, on the ground too.
    to_south, to_east = np.gradient(metres)
    slope_east = EXAGGERATION * to_east / east_step
    slope_north = -EXAGGERATION * to_south / east_step
    length = np.sqrt(1 + slope_east**2 + slope_north**2)
    total = np.zeros_like(metres)
    for azimuth, height, weight in LIGHTS:
        turned, raised = np.radians(azimuth), np.radians(height)
        towards = slope_east * np.sin(turned) + slope_north * np.cos(turned)
        light = (np.sin(raised) - np.cos(raised) * towards) / length
        total += weight * (np.clip(light, 0, None) - np.sin(raised))
    return np.sign(total) * np.abs(total) ** CONTRAST


def tint(shade: Grid, metres: Grid, palette: Palette) -> Grid:
    """Return RGB (0–255): flat land in its own colour, shade and light mixed in, heights warmer."""
    ridge = metres - ndimage.gaussian_filter(metres, RIDGE_WIDTH * ENLARGEMENT)
    share = np.clip((metres - 250) / 1400, 0, 0.8) + np.clip((ridge - 12) / 90, 0, 1)
    ground = _mix(_rgb(palette.land), _rgb(palette.high), np.clip(share, 0, 1)[..., None])
    dark = np.clip(-shade * 1.1, 0, 0.8)[..., None]
    bright = np.clip(shade * 1.3, 0, 0.75)[..., None]
    return _mix(_mix(ground, _rgb(palette.shade), dark), _rgb(palette.light), bright)


def _rgb(colour: str) -> Grid:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], dtype=np.float64)


def _mix(first: Grid, second: Grid, share: Grid) -> Grid:
    return first * (1 - share) + second * share


def edge_fade(shape: tuple[int, int]) -> Grid:
    """Return the opacity (0–1): full inside, falling smoothly to nothing at the four edges."""
    height, width = shape
    margin = FADE * width
    ramps = [
        np.clip((np.minimum(np.arange(size), size - 1 - np.arange(size))) / margin, 0, 1)
        for size in (height, width)
    ]
    share: Grid = np.minimum.outer(ramps[0], ramps[1])
    return share**2 * (3 - 2 * share)
