"""Layers as deck.gl reads them: compact JSON, in whose data nothing is an expression.

deck.gl runs every string that begins with `@@`, wherever it stands. Those in the properties of a
layer are our own; those in its data may be a stranger's, so that they get a blank in front here,
in the one place where a layer is written. `unguarded` takes it away again.
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


def unguarded(text: str) -> str:
    """Return a string that came back from the map as it is in the data."""
    return text.removeprefix(_GUARD)


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
