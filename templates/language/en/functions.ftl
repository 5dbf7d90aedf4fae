
## Lists and dates

listed-last = { $first } and { $last }
either-last = { $first } or { $last }
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }
led = { $of }: { $what }

## What there is to say of each function

score-with-range = { $score } ({ $low } to { $high })
sureness-every = score { $score }; any weights above 0 keep it, whatever is missing
sureness-some = score { $score }; { $share } of all weightings keep it
sureness-whatever = score { $score }; { $share } of all weightings keep it by what is known, { $low } whatever is missing
sureness-split = score { $score }
at-least = at least { $share }
sureness-open = score { $score }; { $share } of the evidence is known
turn = { $verdict } if { $attribute } is { $then } (now { $now })
turn-between = { $turn }, to { $other }
turns = Turns to { $turns }.
turns-weights = Weights { $error } off in the worst direction would turn it too.
turns-together = { $steps ->
    [one] One step of a reading turns it.
   *[other] No single answer turns it; { $steps } steps of readings together do.
  }
turns-none = No single answer turns it, nor do three steps of readings together.
margin-more = more than 3
level-low = low
level-medium = medium
level-high = high
level-between = { $level } of 100
level-missing = missing
verdict-split = a split
because-torn = Pulling both ways: { $reasons }
because-against = Against it: { $reasons }
because-for-bpo = For BPO: { $reasons }
because-for-outsourcing = For traditional outsourcing: { $reasons }
because-nothing = Nothing pulls either way.
because-not-known = Not known: { $attributes }
count-of-year = { $times ->
    [4] { $shown } a quarter
    [12] { $shown } a month
    [52] { $shown } a week
    [250] { $shown } a day
    [260] { $shown } a day
    [365] { $shown } a day
   *[other] { $shown }
  }, { $year } a year
level-of-rating = { $shown } = { $level }
reason-torn = { $bpo }, yet { $outsourcing }
ground-missing = { $attributes } missing
ground-channels = { $value } and the other channels
ground-column = column { $letters }
ground-assumed = { $value }, assumed
ground-disputed = { $answers }, where raters disagree
ground-median = { $level }, the median of { $answers }
ground-not-known = no { $attribute }
ground-evidence = { $criterion } evidence { $points }
find-more = one of { $count } more
find-left-out = row { $row }, which was left out as a { $reason }
find-row = `{ $name }` (row { $row })
find-id = `{ $function }` ({ $id }, row { $row })
