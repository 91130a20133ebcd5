"""A Plotly figure as plain dicts.

Plotly's own graph objects look at every value when they are built, which cost more than all
questions to the store. Here nothing is looked at; the tests hand every chart to `go.Figure`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Trace = dict[str, Any]


@dataclass
class Figure:
    """Traces and layout, under the names that Plotly gives them."""

    data: list[Trace] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)
    # Its picture for paper, once it was made (`drawing.with_paper`).
    on_paper: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return what Plotly reads."""
        return {"data": self.data, "layout": self.layout}

    def add_trace(self, trace: Trace) -> None:
        """Draw one more series over the others."""
        self.data.append(trace)

    def add_shape(self, **fields: Any) -> None:
        """Draw a line or an area that is no data."""
        self.layout.setdefault("shapes", []).append(fields)

    def add_annotation(self, **fields: Any) -> None:
        """Write on the figure."""
        self.layout.setdefault("annotations", []).append(fields)

    def update_layout(self, **fields: Any) -> None:
        """Set parts of the layout, each as a whole."""
        self.layout |= fields

    def update_xaxes(self, **fields: Any) -> None:
        """Set fields of the x axis."""
        self.layout["xaxis"] = self.layout.get("xaxis", {}) | fields

    def update_yaxes(self, **fields: Any) -> None:
        """Set fields of the y axis."""
        self.layout["yaxis"] = self.layout.get("yaxis", {}) | fields


def bar(**fields: Any) -> Trace:
    """Return a series of bars."""
    return {"type": "bar"} | fields


def scatter(**fields: Any) -> Trace:
    """Return a series of points or lines, drawn as SVG."""
    return {"type": "scatter"} | fields
