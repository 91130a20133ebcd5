event_date IN (SELECT unnest($days))
