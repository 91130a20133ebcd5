-- The incidents that an IncidentFilter keeps, each once, by its best account among the
-- chosen sources. Every other query reads `filtered`.
WITH chosen AS (
    -- Without a choice of sources the best account is known already: no need to rank again.
    SELECT *, 1 AS choice
    FROM accounts
    WHERE len($sources::VARCHAR[]) = 0 AND $upload::VARCHAR <> 'without' AND account_rank = 1
    UNION ALL
    SELECT *
    FROM (
        SELECT *, row_number() OVER (PARTITION BY incident_key ORDER BY account_rank) AS choice
        FROM (
            SELECT *
            FROM accounts
            WHERE (len($sources::VARCHAR[]) > 0 OR $upload::VARCHAR = 'without')
            AND ($upload::VARCHAR <> 'without' OR commit_id = 'seed')
            UNION ALL BY NAME
            -- What an upload has updated is here as it was shipped.
            SELECT * FROM shipped_accounts WHERE $upload::VARCHAR = 'without'
        )
        WHERE len($sources::VARCHAR[]) = 0 OR list_contains($sources::VARCHAR[], source)
    )
    WHERE choice = 1
),
filtered AS (
    SELECT
        chosen.*,
        NOT coalesce(
            (geo_precision <= 2 AND latitude IS NOT NULL)
            OR (geo_precision = 3 AND admin2 IS NOT NULL),
            false
        ) AS is_unplaced,
        -- Shipped accounts are of the commit that every store begins with.
        commit_id <> 'seed' AS is_uploaded
    FROM chosen
    WHERE (len($provinces::VARCHAR[]) = 0 OR list_contains($provinces::VARCHAR[], admin1))
    AND (len($districts::VARCHAR[]) = 0 OR list_contains($districts::VARCHAR[], admin2))
    AND ($date_from::DATE IS NULL OR event_date >= $date_from::DATE)
    AND ($date_to::DATE IS NULL OR event_date <= $date_to::DATE)
    AND (len($event_types::VARCHAR[]) = 0 OR list_contains($event_types::VARCHAR[], event_type))
    AND (
        len($actors::VARCHAR[]) = 0
        OR list_contains($actors::VARCHAR[], actor1)
        OR list_contains($actors::VARCHAR[], actor2)
    )
    AND (
        NOT $civilians::BOOLEAN
        OR event_type = 'Violence against civilians'
        OR deaths_civilians > 0
    )
    AND ($precision::INTEGER IS NULL OR geo_precision <= $precision::INTEGER)
    AND (
        $upload::VARCHAR IN ('', 'without')
        OR incident_key IN (
            SELECT told.incident_key
            FROM accounts AS told
            WHERE told.commit_id = $upload::VARCHAR
            OR ($upload::VARCHAR = 'only' AND told.commit_id <> 'seed')
        )
    )
    /* AND the text */
)
