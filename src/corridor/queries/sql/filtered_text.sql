incident_key IN (
        -- Any account of the incident may have the text, or lie at a place of that name.
        SELECT incident_key
        FROM account_words
        WHERE regexp_matches(words, $text::VARCHAR)
        UNION ALL
        -- Another name of an actor, such as Daesh or داعش, finds the actor under its own.
        SELECT incident_key
        FROM accounts
        WHERE $text_actor::VARCHAR <> '' AND $text_actor::VARCHAR IN (actor1, actor2)
        UNION ALL
        SELECT incident_key
        FROM account_words
        INNER JOIN (
            SELECT unnest($place_lats::DOUBLE[]) AS lat, unnest($place_lons::DOUBLE[]) AS lon
        ) AS places ON abs(latitude - lat) < 1 AND abs(longitude - lon) < 1
        WHERE geo_precision <= 2
        AND power(111.2 * (latitude - lat), 2)
            + power(111.2 * cos(radians(lat)) * (longitude - lon), 2) <= power($near_km::DOUBLE, 2)
    )
