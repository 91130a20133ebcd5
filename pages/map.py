"""Map: where, how well known, and the incident clicked."""

from corridor.ui import parts
from corridor.ui.frame.footer import attribution
from corridor.ui.frame.state import current_filter
from corridor.ui.panels import map_page as view

view.show(current_filter())
parts.show(attribution())
