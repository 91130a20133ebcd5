### What changed, place by place: how much there is now, and how that changed.

command-changes = Compare all together, each province, main road and district with the period before, or the days of --compare: how much there is, and how it changed.

changes-title = What changed most, by district
changes-every = What changed
changes-of-all = All together
changes-of-province = By province
changes-of-road = By main road
changes-of-district = By district
changes-column-place = Place
changes-column-level = Level
changes-column-change = Change
changes-column-in-words = In words

## One place
changes-told = { $level ->
    [more] { $difference } more{ $each }{ $share }: { $now }, { $before }.
    [fewer] { $difference } fewer{ $each }{ $share }: { $now }, { $before }.
   *[same] As many{ $each } as before: { $now }.
}
changes-none = No incidents, as before.
changes-told-and-counts = { $told } In all { $now }, { $before }.
changes-a-month = { " " }a month
changes-share = { " " }({ $share })
changes-before = { $count ->
    [0] none before
   *[other] { $count } before
}
changes-mean = { $mean } now
changes-mean-before = { $mean } before
changes-chance = May␣be␣chance.

## The two classes
changes-level-none = none
changes-level-few = few
changes-level-low = low
changes-level-moderate = moderate
changes-level-high = high
changes-class-large-increase = ▲ large increase
changes-class-moderate-increase = △ moderate increase
changes-class-limited-change = limited change
changes-class-large-decrease = ▼ large decrease

## Under the table
changes-file = CSV of these changes
changes-note = Largest difference first. Level: few is under { $few } incidents, low under { $year } a year, high { $week } a week or more. Change: large is over { $large }; no percentage if either side has under { $few }.
changes-no-district = District not known for { $now }, { $before }.
changes-near-roads = On a road: within { $km }␣km, where the place is known to about { $near }␣km or better; an incident near two roads counts for both.
changes-no-distance = Distance to a road not known for { $now }, { $before }.
