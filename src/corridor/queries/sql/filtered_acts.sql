(
        -- Who acted: the actor hurt civilians, or its opponents lost lives; all else is mostly
        -- operations against it. Where a source codes who began, that tells too.
        $acts_actor::VARCHAR IN (actor1, actor2)
        AND ($acts::VARCHAR = 'attacks') = (
            coalesce(initiated_by = $acts_actor, false)
            OR coalesce(actor1 = $acts_actor AND event_type = $acts_civilians, false)
            OR coalesce(deaths_side_a > 0 AND regexp_matches(actor1, $acts_opponents::VARCHAR), false)
            OR coalesce(deaths_side_b > 0 AND regexp_matches(actor2, $acts_opponents::VARCHAR), false)
            OR coalesce(deaths_civilians > 0, false)
        )
    )
