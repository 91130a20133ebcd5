EXISTS (
        SELECT 1
        FROM (SELECT unnest($days) AS day) AS days
        WHERE event_date BETWEEN day.first AND day.last
    )
