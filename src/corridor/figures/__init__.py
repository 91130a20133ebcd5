"""Maps and charts: DataFrames in, `pdk.Deck` or `go.Figure` out. Nothing here draws a page."""
