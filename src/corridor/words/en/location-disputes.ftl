### Where incidents were reported, and where they lie

located-title = Where it was reported and where it lies
located-told = { $few ->
    [few] { $count } of { $all } incidents lie in another province than the one reported; there are too few for a share.
   *[enough] { $count } of { $all } incidents ({ $share }) lie in another province than the one reported.
}
located-beyond = { $count ->
    [0] None of them lies further beyond the boundary than its point may be off.
    [one] One of them lies further beyond the boundary than its point may be off.
   *[other] { $count } of them lie further beyond the boundary than their points may be off.
}
located-none = No incident here has both a reported province and a place of its own.
located-distances = Beyond the boundary: { $classes }.
located-in-class = { $distance }: { $count }
located-class = { $low }–{ $high }␣km
located-class-over = more than { $km }␣km
located-class-unknown = not known, only a centroid
located-uncompared = { $count ->
    [one] One incident is not compared: no province is reported, or its place is known no better than by its province.
   *[other] { $count } incidents are not compared: no province is reported, or the place is known no better than by its province.
}
located-centroids = { $count ->
    [one] One is placed only by the centroid of its district; no distance is taken of it.
   *[other] { $count } are placed only by the centroid of their district; no distance is taken of them.
}
located-circular = { $series } sets province and point together, so that it can hardly disagree with itself: read this as a check on the record, not on reporters.
located-km = { $km }␣km
located-is-unknown = only a centroid is known
located-is-beyond = yes, the point may be off by { $km }␣km
located-is-within = no, the point may be off by { $km }␣km
located-few = too few
located-scope = Which incidents
located-scope-all = All { $country }, all days
located-scope-filter = The filter’s
located-reported = Reported in
located-lies = Lies in
located-incidents = Incidents
located-from-reported = of those reported there
located-beyond-short = Further than the point may be off
located-provinces-caption = Reported against located province
located-by-channel = By news channel
located-of-channel = News channel
located-by-year = By year
located-of-year = Year
located-by-beside = By who else tells incidents
located-of-beside = Told by
located-elsewhere = Lie elsewhere
located-compared = Compared
located-share = Share
located-list-caption = Incidents that lie in another province than the one reported
located-how-far = Beyond the boundary
located-sure = Further than it may be off?
located-newest = The newest { $shown } of { $count }. The file and `corridor location-disputes` have all.
located-accounts = Accounts that disagree on the place
located-accounts-caption = Accounts of one incident that disagree on its place
located-one = One account
located-other = Another
located-apart = Apart
located-on-the-map = Show these { $count } on the map
located-on-the-map-some = Show the newest { $count } on the map
located-csv = Incidents as CSV
located-none-disputed = None lies elsewhere than reported.
