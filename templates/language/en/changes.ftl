
## What has changed since an earlier run

since-new = { $count } new
since-gone = { $count } gone
since-verdicts = { $count ->
    [one] 1 verdict changed
   *[other] { $count } verdicts changed
  }
since-scores = { $count ->
    [one] 1 score moved noteworthily
   *[other] { $count } scores moved noteworthily
  }
since-other-scores = { $count ->
    [one] 1 other score moved noteworthily
   *[other] { $count } other scores moved noteworthily
  }
since-ambiguous = { $count } not compared
since-nothing = nothing new, nothing gone, no verdict changed
since-carried = { $count ->
    [one] 1 decision carried over
   *[other] { $count } decisions carried over
  }
since-carried-all-to-check = { $count ->
    [one] 1 decision carried over, to be checked
   *[other] { $count } decisions carried over, all to be checked
  }
since-carried-some-to-check = { $count ->
    [one] 1 decision carried over
   *[other] { $count } decisions carried over
  }, { $to_check } of them to be checked
since-not-carried = { $count ->
    [one] 1 decision not carried over
   *[other] { $count } decisions not carried over
  }
rules-other-text = The rulebook is still called { $now }, but its text has changed, so verdicts may have changed with it.
rules-other = The rulebook was { $before } and is { $now }, so verdicts may have changed with it.
rules-same = The rulebook is the same, { $now }.
rules-unnamed = The earlier file does not name its rulebook.
rules-moved = In figures: { $figures }.
premises-before = The earlier run { $parts }; this one did not.
premises-now = This run { $parts }; the earlier one did not.
premises-answers = used the answers in { $files }
premises-assumed = assumed { $levels }
premises-where = read only rows with { $rows }
premises-given = took { $options }
premises-answers-changed = The answers in { $files } are others than in the earlier run.
premises-untold = The earlier file does not say what its run was told.
left-row = Stood in row { $row } of { $file }
left-ambiguous = its id and its name do not say which it is
left-decided = what was decided is kept here only
left-no-function = no function
left-gone = gone
change-verdict = another verdict
change-decision = decision to check
change-ambiguous = not compared
change-score = another score
change-new = new
change-name = another name
change-id = another id
change-department = another department
because-other-rules = no evidence has moved; the rulebook is another
because-other-coverage = no evidence has moved, but how much of it is known
because-was-called = was called { $name }
because-had-no-id = had no id
because-had-id = had the id { $id }
because-was-of = was of the department { $department }
decided = { $count ->
    [one] 1 decision
   *[other] { $count } decisions
  } on { $functions ->
    [one] 1 function
   *[other] { $functions } functions
  }: { $parts }.
decided-agrees = { $count ->
    [one] 1 agrees with the verdict
   *[other] { $count } agree with the verdict
  }
decided-differs = { $count ->
    [one] 1 differs from it
   *[other] { $count } differ from it
  }
decided-deferred = { $count ->
    [one] 1 is deferred
   *[other] { $count } are deferred
  }
decided-to-check = { $count ->
    [one] 1 is to be checked
   *[other] { $count } are to be checked
  }
