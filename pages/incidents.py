"""Incidents: the table, details with all accounts, downloads."""

from corridor.ui import parts
from corridor.ui.footer import attribution
from corridor.ui.state import current_filter
from corridor.ui.views import incidents

incidents.show(current_filter())
parts.show(attribution())
