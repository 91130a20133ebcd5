"""Charts: answers in, Plotly figures as plain dicts out. Nothing here draws a page."""
