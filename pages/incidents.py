"""Incidents: the table, details with all accounts, downloads."""

from corridor.ui import parts
from corridor.ui.frame.footer import attribution
from corridor.ui.frame.state import current_filter
from corridor.ui.panels import incidents_page

incidents_page.show(current_filter())
parts.show(attribution())
