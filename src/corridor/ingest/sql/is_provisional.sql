-- Whether an event of a landed file is not settled yet, or is of this year.
SELECT count(*) > 0
FROM landed
WHERE NOT list_contains($settled, lower(/* status */)) OR starts_with(trim(/* day */), $year)
