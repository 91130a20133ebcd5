"""Maps and charts: DataFrames in, a `pdk.Deck` or a `Figure` out. Nothing here draws a page."""
