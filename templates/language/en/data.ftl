
## The rules as used

pole-little = little { $attribute }
setting-minimum-coverage = Coverage needed before the score decides
setting-borderline = Borderline: distance of the score from 0, up to
setting-fragile = Fragile: kept by less than this share of weightings
setting-review-split = Review: a balanced split
setting-review-neutral = Review: a neutral split
setting-review-provisional = Review: a verdict that what is missing could turn
setting-review-thin = Review: a verdict on one criterion alone
setting-review-one-reading = Review: a verdict that one step of one reading turns
setting-review-raters-disagree = Review: a function on which raters disagree
setting-noteworthy-change = Noteworthy: a score that has moved by more than
setting-percent = { $number } %
setting-points = { $number } points
setting-on = on
setting-off = off
setting-high-volume = High volume above
setting-low-volume = Low volume below
setting-many-systems = Many systems
setting-material-cost = Material annual cost
setting-short-recovery = Short recovery hours

## How the file was read

column-known = { $count } of { $all }
column-not-used = not used
columns-not-used = not used ({ $count } columns)
columns-from-to = { $first } to { $last }
sheets-named = { $count ->
    [one] sheet { $sheets }
   *[other] sheets { $sheets }
  }
header-row = row { $row }
header-rows = rows { $first } to { $last }
accounting-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
  } beside the header in { $header }: { $functions } assessed and { $rest } left out.
accounting-rows-on = { $count ->
    [one] 1 row
   *[other] { $count } rows
  } on { $sheets } beside the header in { $header }: { $functions } assessed and { $rest } left out.
accounting-left-out = Left out: { $rows }.
totals-column = { $name } in column { $letters }
totals-equal = { $count ->
    [one] The total of { $column } equals the sum of its functions.
    [2] Both totals of { $column } equal the sums of their functions.
   *[other] All { $count } totals of { $column } equal the sums of their functions.
  }
# `less` is 1 where the total is less than the sum.
totals-differ = The total of { $column }, row { $row }, is { $stated }: { $difference } { $less ->
    [0] more
   *[other] less
  } than the sum of its functions, { $sum }.
totals-more = More totals of { $column } are not the sums of their functions.
excluded-title = { $count ->
    [one] 1 title row
   *[other] { $count } title rows
  }
excluded-blank = { $count ->
    [one] 1 blank row
   *[other] { $count } blank rows
  }
excluded-types = { $count ->
    [one] 1 type row
   *[other] { $count } type rows
  }
excluded-header = { $count ->
    [one] 1 repeated header row
   *[other] { $count } repeated header rows
  }
excluded-line = { $count ->
    [one] 1 line of dashes
   *[other] { $count } lines of dashes
  }
excluded-heading = { $count ->
    [one] 1 heading row
   *[other] { $count } heading rows
  }
excluded-total = { $count ->
    [one] 1 total row
   *[other] { $count } total rows
  }
excluded-statistic = { $count ->
    [one] 1 row of statistics
   *[other] { $count } rows of statistics
  }
excluded-note = { $count ->
    [one] 1 note row
   *[other] { $count } note rows
  }
excluded-other-table = { $count ->
    [one] 1 row of another table
   *[other] { $count } rows of another table
  }
excluded-parent = { $count ->
    [one] 1 parent row
   *[other] { $count } parent rows
  }
excluded-part = { $count ->
    [one] 1 row of a part
   *[other] { $count } rows of parts
  }
excluded-earlier = { $count ->
    [one] 1 row of an earlier year
   *[other] { $count } rows of earlier years
  }
excluded-unselected = { $count ->
    [one] 1 row outside `--where`
   *[other] { $count } rows outside `--where`
  }
excluded-no-name = { $count ->
    [one] 1 unnamed row
   *[other] { $count } unnamed rows
  }
excluded-uneven = { $count ->
    [one] 1 uneven row
   *[other] { $count } uneven rows
  }
repeated-names = { $count ->
    [one] 1 function repeats an earlier one's name
   *[other] { $count } functions repeat an earlier one's name
  }
repeated-ids = { $count ->
    [one] 1 function repeats an earlier one's id
   *[other] { $count } functions repeat an earlier one's id
  }
repeated = { $functions }; all were kept.
answers-none = `{ $file }` has no new answers
answers-new = `{ $file }` has { $count ->
    [one] 1 new answer
   *[other] { $count } new answers
  } for { $of ->
    [one] 1 function
   *[other] { $of } functions
  }
answers-replaced = { $answers }, { $count } of them instead of another value
answers-unused = { $answers }; { $count ->
    [one] 1 row
   *[other] { $count } rows
  } of it could not be used
answers-came-to = { $answers }.
answers-disputed = On { $count ->
    [one] 1 function
   *[other] { $count } functions
  } raters disagree: what they disagree on counts as not known between their answers.
answers-last = On { $count ->
    [one] 1 function
   *[other] { $count } functions
  } raters disagree: the last answer counts, and a note names the others.
answers-median = On { $count ->
    [one] 1 function
   *[other] { $count } functions
  } raters disagree: the median of their answers counts, and a note names each of them.
answers-settled = { $open ->
    [0] Without the answers, every function has a verdict already.
    [one] { $count ->
        [0] The one function that has no verdict without the answers has none with them.
       *[other] The one function that has no verdict without the answers has one with them.
    }
   *[other] { $count ->
        [0] Of { $open } functions that have no verdict without the answers, none has one with them.
        [one] Of { $open } functions that have no verdict without the answers, 1 has one with them.
       *[other] Of { $open } functions that have no verdict without the answers, { $count } have one with them.
    }
  }
answers-changed = { $count ->
    [one] 1 other function has another verdict with them.
   *[other] { $count } other functions have another verdict with them.
  }
selected = Only the rows that hold { $conditions } were taken, as stated.
assumed = { $attribute } was assumed to be { $value } for { $count ->
    [one] 1 function
   *[other] { $count } functions
  } without an answer.
assumed-in = { $attribute } was assumed to be { $value } for { $count ->
    [one] 1 function
   *[other] { $count } functions
  } of { $department } without an answer.

## Where the figures come from

provenance-input = Input
provenance-input-format = Input format
provenance-input-size = Input size
provenance-bytes = { $count } bytes
provenance-sha256 = { $of } SHA-256
provenance-answers = Answers
provenance-earlier-run = Earlier run
provenance-kept = Edited before, and kept as
provenance-sheet = Sheet
provenance-sheets = Sheets
provenance-header = Header
provenance-source = Source of the rules
provenance-wording = Wording
provenance-program = Program
provenance-command-line = Command line
