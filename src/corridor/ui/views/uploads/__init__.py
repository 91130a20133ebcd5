"""New incidents: a file is checked, shown, confirmed; beside it the history."""

from corridor.ui.views.uploads.page import show

__all__ = ["show"]
