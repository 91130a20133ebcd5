-- The incident nearest in time to the asked period, with every other part of the filter kept.
SELECT event_date
FROM filtered
ORDER BY least(
    abs(date_diff('day', coalesce($near_from::DATE, event_date), event_date)),
    abs(date_diff('day', coalesce($near_to::DATE, event_date), event_date))
), event_date
LIMIT 1
