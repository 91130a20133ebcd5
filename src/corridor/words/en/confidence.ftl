### The checks behind the confidence in a verdict.

confidence-incidents = { $count ->
    [0] no incident on the smaller side of the comparison
    [one] { $count }␣incident on the smaller side of the comparison
   *[other] { $count }␣incidents on the smaller side of the comparison
}
confidence-series-against = { $name } says: { $verdict }
confidence-sources = { $count ->
    [one] { $count } systematic data set
   *[other] { $count } systematic data sets
}
confidence-location = { $counted ->
    [0] no incident was counted, so none is placed within 25␣km
   *[other] { $share } placed within 25␣km
}
confidence-day = { $counted ->
    [0] no incident was counted, so none is dated to the day
   *[other] { $share } dated to the day
}
confidence-accounts = { $compared ->
    [0] no second account to compare with
   *[other] accounts disagree on { $conflicts } of { $compared } incidents reported more than once
}
confidence-stable = the verdict stands with other thresholds and without any one source
confidence-with-threshold = { $moved ->
    [right-higher] “right” set 20␣% higher: { $verdict }
    [right-lower] “right” set 20␣% lower: { $verdict }
    [wrong-higher] “wrong” set 20␣% higher: { $verdict }
   *[wrong-lower] “wrong” set 20␣% lower: { $verdict }
}
confidence-without-source = without { $source }: { $verdict }
confidence-channel-unknown = leaving out a news channel cannot be tried: of { $counted } incidents on one side of the comparison { $named ->
    [0] none names its channel
    [one] { $named } names its channel
   *[other] { $named } name their channel
}
