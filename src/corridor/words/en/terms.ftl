### The closed lists as people read them. The key of a word: term- and the word.

## Event types (ACLED)
term-battles = Battles
term-violence-against-civilians = Violence against civilians
term-explosions-remote-violence = Explosions/Remote violence
term-riots = Riots
term-protests = Protests
term-strategic-developments = Strategic developments

## Sub-events (ACLED)
term-government-regains-territory = Government regains territory
term-non-state-actor-overtakes-territory = Non-state actor overtakes territory
term-armed-clash = Armed clash
term-excessive-force-against-protesters = Excessive force against protesters
term-protest-with-intervention = Protest with intervention
term-peaceful-protest = Peaceful protest
term-violent-demonstration = Violent demonstration
term-mob-violence = Mob violence
term-chemical-weapon = Chemical weapon
term-air-drone-strike = Air/drone strike
term-suicide-bomb = Suicide bomb
term-shelling-artillery-missile-attack = Shelling/artillery/missile attack
term-remote-explosive-landmine-ied = Remote explosive/landmine/IED
term-grenade = Grenade
term-sexual-violence = Sexual violence
term-attack = Attack
term-abduction-forced-disappearance = Abduction/forced disappearance
term-agreement = Agreement
term-arrests = Arrests
term-change-to-group-activity = Change to group/activity
term-disrupted-weapons-use = Disrupted weapons use
term-headquarters-or-base-established = Headquarters or base established
term-looting-property-destruction = Looting/property destruction
term-non-violent-transfer-of-territory = Non-violent transfer of territory
term-other = Other

## Tactics that are no sub-event of ACLED
term-fake-checkpoint = Fake checkpoint
term-ambush = Ambush
term-attack-on-a-checkpoint = Attack on a checkpoint
term-raid-on-a-village = Raid on a village
term-car-bomb = Car bomb
term-sniper = Sniper
term-assassination = Assassination
term-execution = Execution
term-arson-of-crops = Arson of crops
term-attack-on-power-lines = Attack on power lines
term-attack-on-oil-or-gas = Attack on oil or gas

## Location precision (UCDP GED)
term-exact = exact
term-near = near
term-district = district
term-governorate = province
term-line-or-area = line or area
term-country = country
term-sea-or-air = sea or air

## Kinds of places
term-city = city
term-populated-place = town or village
term-town = town
term-village = village
term-place = place
term-locality = locality
term-sub-district = sub-district
term-mountain-range = mountain range
term-point = point
term-approximate = approximate
term-middle-of-an-area = middle of an area

## Date precision (UCDP GED)
term-day = day
term-2-6-days = 2–6 days
term-week = week
term-month = month
term-year = year

## Verdicts and rulings
term-more-than-claimed = more than claimed
term-supported = supported
term-partly-supported = partly supported
term-short-of-the-claim = short of the claim
term-not-supported = not supported
term-contradicted = contradicted
term-undecided = undecided
term-not-enough-data = not enough data
term-supports = supports
term-contradicts = contradicts
term-not-relevant = not relevant
term-withdrawn = withdrawn

## Confidence in a verdict: levels, and the checks behind them
term-high = high
term-moderate = moderate
term-low = low
term-incidents = incidents
term-sources = sources
term-location = location
term-accounts = accounts
term-stability = stability

## How probable (ICD 203)
term-almost-no-chance = almost no chance
term-very-unlikely = very unlikely
term-unlikely = unlikely
term-roughly-even-chance = roughly even chance
term-likely = likely
term-very-likely = very likely
term-almost-certain = almost certain

## Changes of the data
term-seed = seed
term-import = import
term-link = link
term-declare = declaration of a series
term-judgement = judgement
term-grade = grade
term-retraction = retraction
term-undo = undo
term-redo = redo
term-restore = restore

## Roles of a source
term-series = series
term-selected = selected
term-upload = upload

## Places
term-not-located = not located

## Short labels of event types, for legends and tooltips
event-label-battles = Armed clash
event-label-violence-against-civilians = Violence against civilians
event-label-explosions-remote-violence = Explosion, remote violence
event-label-riots = Riot
event-label-protests = Protest
event-label-strategic-developments = Strategic development
