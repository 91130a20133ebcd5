list_contains($sources, source)
