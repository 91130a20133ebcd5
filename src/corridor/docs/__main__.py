"""Write every page that comes from the code."""

from __future__ import annotations

from corridor.docs import pages

for path, text in pages().items():
    path.write_text(text, encoding="utf-8")
