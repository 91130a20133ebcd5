### The Overview.

report-as-of = { $report } · as of { $day } · by { $name }
overview-caution-why = { $warning }: a rise may come from better reporting.
overview-scope = **The headline and the findings always cover { $region } and all { $country }.**
overview-scope-shown = Key figures, map and charts show { $place }.

## Where and when
overview-where = Where: most in { $districts }
overview-where-unknown = Where: no district is known
overview-where-key = Colour: type. Size: deaths. A disc: somewhere within about 25␣km
overview-when-uncovered = When: { $series } covers no day of this period
overview-when-no-baseline = When: no baseline, { $series } does not cover { $years }
overview-when-no-month = When: no whole month to compare with { $years }
overview-when-since = When: above the average of { $years } in every month since { $month }
overview-when-months = When: above the average of { $years } in { $above } of { $months } whole months

## What changed most
overview-changed = What changed most, by district
overview-this-period = This period
overview-period-before = The one before
overview-this-period-a-month = This period, a month
overview-others-a-month = { $days }, a month
overview-change = Change
overview-change-caption = Change by district
overview-change-note = Counted by { $series }, where the district is known.
overview-change-few = * Fewer than { $count } in one period: the change may be chance.

overview-latest = Latest incidents
