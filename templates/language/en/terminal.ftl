## The terminal: check, explain and several runs

shown-columns = Columns
shown-header = Header
shown-read-as = Read as
shown-known = Known
shown-examples = Examples
shown-not-used = Not used
shown-problems = Problems:
shown-and-more = … and { $more }
shown-coverage = Coverage:
shown-next = Next:
runs-inventory = Inventory
runs-functions = Functions
runs-code = Code
runs-bpo = BPO
runs-outsourcing = Traditional
runs-split = Split
runs-insufficient = Insufficient
runs-not-assessed = not assessed
runs-assessed = { $assessed } of { $files ->
    [one] 1 file
   *[other] { $files } files
  } assessed
history-date = date
history-firm = firm
history-review = to review
history-coverage = coverage
history-decided = decided
history-nothing = nothing has moved
history-moved = From { $first } to { $last }: { $what }.
shown-template = Template
shown-questionnaire = Questionnaire
shown-fill-in = Fill in the sheet `Functions`, a row for each function; then run
shown-whole = { $record }: whole, as the run of { $date } wrote it
explain-row = { $function }, row { $row }
explain-review = ; to review: { $reasons }
explain-score = Score
explain-coverage = Coverage
explain-robust = Robust
explain-flip = Flip
explain-missing = Missing:
explain-robustness = { $share } of all weightings keep the verdict by what is known
explain-robustness-low = { $share } whatever the missing answers are
explain-error = weights { $share } off in the worst direction would turn it
explain-group = Group
explain-group-holds = the verdict holds over all weights of the group
explain-group-turns = some weights of the group turn the verdict
explain-margin = Margin
explain-steps = { $steps ->
    [one] one step of one reading turns the verdict
   *[other] { $steps } steps of readings turn the verdict
  }
explain-weights = Weights
explain-no-steps = no { $steps } steps of readings turn the verdict
explain-turn = { $attribute } { $to } instead of { $from }: { $verdict }
explain-weight = { $criterion } from { $least } to { $most } keeps the verdict
explain-weight-up = { $criterion } from { $least } up keeps the verdict
explain-above-zero = above 0
explain-sourcing = Today
explain-firm = firm
explain-hold = On hold
shown-assumed = Assumed:
shown-sheet = the sheet `Data quality`
shown-on-sheet = on the sheet `Data quality`
shown-record = the record
shown-in-record = in the record
shown-all = all are { $place }
shown-all-of = all { $count } are { $place }
shown-lists = { $list } lists { $count } problems
shown-lists-first = { $list } lists the first { $count } of each column
shown-more = … and { $count } more; { $elsewhere }
shown-elsewhere = … { $elsewhere }
weigh-criterion = Criterion
weigh-mean = Mean
weigh-least = Least
weigh-greatest = Greatest
weigh-by = { $person }: { $method }, in { $file }
weigh-sheet = Weights
weigh-then = One for each person. When they are in, run
weigh-rulebook = Rulebook
weigh-next = The mean of the weights, their range, and each person's as a scenario where they differ. To judge by it, run
