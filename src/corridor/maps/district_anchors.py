"""Where the count of a district is written, placed so that it clears the other names.

Longitude, latitude inside the district, for the corridor at its first view; every other
district has its count at a point well inside it.
"""

from __future__ import annotations

from typing import Final

DISTRICT_ANCHORS: Final = {
    "Baiji": (43.00, 34.88),
    "Balad": (43.84, 33.93),
    "Baladruz": (45.31, 33.63),
    "Baquba": (44.71, 33.50),
    "Daquq": (44.16, 35.00),
    "Dibis": (44.13, 35.56),
    "Dour": (44.08, 34.52),
    "Hawija": (43.80, 35.20),
    "Khalis": (44.84, 34.15),
    "Khanaqin": (45.45, 34.20),
    "Kifri": (44.95, 34.59),
    "Kirkuk": (44.53, 35.39),
    "Muqdadiya": (44.93, 34.02),
    "Samarra": (43.36, 34.45),
    "Shirqat": (43.21, 35.57),
    "Tikrit": (43.70, 34.67),
    "Tuz Khurmatu": (44.72, 34.94),
}
