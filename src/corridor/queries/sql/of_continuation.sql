-- A continuation counts after the last day that the series covers: before, it would say it twice.
(
            source = $continuation
            AND event_date > (SELECT max(last_day) FROM spans WHERE source = $series)
        )
