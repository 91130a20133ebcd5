"""Layers as deck.gl reads them: compact JSON, in whose data nothing is an expression.

The reader of JSON that comes with deck.gl runs every string that begins with `@@`, wherever it
stands. Ours reads those in the properties of a layer alone, as names of fields; but others may read
a deck too, so that a stranger's string in its data gets a blank in front here, in the one place
where a layer is written.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import Final

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

# A string of compact JSON that deck.gl would run. Only a quote that opens a string can stand
# before its first character without a backslash before the quote.
_RUN_BY_DECK: Final = re.compile(r'(?<!\\)"(?=@@)')
_GUARD: Final = " "


class LastingLayer(pdk.Layer):  # type: ignore[misc]  # pydeck has no types
    """A layer that stays the same from map to map, and is written for the first of them."""

    @cached_property
    def written(self) -> str:
        """Return it as it stands in a deck."""
        return _layer_json(self)


def layer_json(layer: pdk.Layer) -> str:
    """Return a layer as it stands in a deck."""
    return layer.written if isinstance(layer, LastingLayer) else _layer_json(layer)


def _layer_json(layer: pdk.Layer) -> str:
    own = {name: value for name, value in default_serialize(layer).items() if name != "data"}
    data = _RUN_BY_DECK.sub(f'"{_GUARD}', compact(layer.data))
    return f'{compact(own)[:-1]},"data":{data}}}'


def compact(value: object) -> str:
    """Return a value as JSON without blanks."""
    return json.dumps(
        value, sort_keys=True, default=default_serialize, separators=(",", ":"),
        ensure_ascii=False, allow_nan=False,
    )  # fmt: skip
