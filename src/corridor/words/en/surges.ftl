### Which months stand out, and how often such an alarm was right.

command-surges = Say which places had more incidents in the last whole month than in each of the twelve before.
command-backtest = Say how often that alarm was right, against any month.
surges-all = all together
surges-told = Highest month in 12, { $month }: { $places }.
surges-place = { $place } ({ $count }, at most { $highest } before)
surges-none = { $month } was nowhere the highest month in 12.
surges-unknown = Whether { $month } stands out is unknown: not all of the 12 months before are covered.
surges-no-month = { $series } covers no whole month of this period.
surges-caution = { $place }: { $channel } tells a far larger share than before, so the rise may be one of reporting.
surges-untold = { $place }: such an alarm has told no more than any month does.
surges-thin = More of this month may be coded later.
surges-column-place = place
surges-column-month = last whole month
surges-column-most = most in 12 before
backtest-none = { $place }: no month can be judged.
backtest-told = { $place }: { $alarms ->
    [0] no alarm in { $months } months.
   *[other] { $right } of { $alarms } alarms in { $months } months were followed by three months with more than before; of all months { $share }. { $verdict ->
        [better] An alarm tells more than any month does.
       *[no-better] An alarm tells no more than any month does.
    }
}
