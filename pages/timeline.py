"""Timeline: when incidents happened; a click or a drag across the bars selects days."""

from corridor.ui import parts
from corridor.ui.frame.footer import attribution
from corridor.ui.frame.state import current_filter
from corridor.ui.panels import timeline_page

timeline_page.show(current_filter())
parts.show(attribution())
