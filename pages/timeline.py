"""Timeline: when incidents happened; a drag across the bars sets the period."""

from corridor.ui import parts
from corridor.ui.footer import attribution
from corridor.ui.state import current_filter
from corridor.ui.views import timeline

timeline.show(current_filter())
parts.show(attribution())
