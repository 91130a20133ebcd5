"""Method: sources, coverage, gaps, rules, codebook, versions."""

from corridor.ui import parts
from corridor.ui.footer import attribution
from corridor.ui.state import current_filter
from corridor.ui.views import method

current_filter()
method.show()
parts.show(attribution())
