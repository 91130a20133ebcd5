"""Findings: the report's conclusions, tested, with evidence for and against."""

from corridor.ui import parts
from corridor.ui.frame.footer import attribution
from corridor.ui.frame.state import current_filter
from corridor.ui.panels import findings_page

findings_page.show(current_filter())
parts.show(attribution())
