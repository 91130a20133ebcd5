"""Findings: the report's conclusions, tested, with evidence for and against."""

from corridor.ui import parts
from corridor.ui.footer import attribution
from corridor.ui.state import current_filter
from corridor.ui.views import findings

findings.show(current_filter())
parts.show(attribution())
