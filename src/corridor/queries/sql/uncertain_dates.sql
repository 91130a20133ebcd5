SELECT incident_id, event_date, coalesce(event_date_end, event_date) AS event_date_end_, date_precision
FROM filtered
WHERE beside IS NULL AND (date_precision > 1 OR event_date_end > event_date)
ORDER BY event_date, incident_id
