-- What was declared of a series before, by a person or by those who ship it.
SELECT entry, is_death_needed
FROM sources
WHERE source = $source AND role = 'series' AND entry IS NOT NULL
