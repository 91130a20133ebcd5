incident_key IN (
        -- Any account of the incident may have the text, or lie at a place of that name.
        SELECT incident_key
        FROM account_words
        WHERE regexp_matches(search_text, $text::VARCHAR)
        UNION ALL
        -- Another name of an actor, such as Daesh or داعش, finds the actor under its own.
        SELECT incident_key
        FROM accounts
        WHERE $text_actor::VARCHAR <> '' AND $text_actor::VARCHAR IN (actor1, actor2)
        UNION ALL
        SELECT incident_key
        FROM account_words
        INNER JOIN (
            SELECT unnest(CAST($places AS STRUCT(lat DOUBLE, lon DOUBLE)[])) AS place
        ) AS places ON abs(latitude - place.lat) < 1 AND abs(longitude - place.lon) < 1
        WHERE geo_precision <= 2
        AND power(111.2 * (latitude - place.lat), 2)
            + power(111.2 * cos(radians(place.lat)) * (longitude - place.lon), 2) <= power($place_km::DOUBLE, 2)
    )
