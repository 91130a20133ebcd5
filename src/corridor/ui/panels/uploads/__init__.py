"""New incidents: a file is checked, shown, confirmed; beside it the history."""

from corridor.ui.panels.uploads.page import show

__all__ = ["show"]
