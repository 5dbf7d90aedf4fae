
## The answer at the head of every report

headline-one-bpo = The one function is a candidate for BPO.
headline-one-outsourcing = The one function is a candidate for traditional outsourcing.
headline-one-neither = The one function is a candidate neither for BPO nor for traditional outsourcing yet.
headline-neither = Of { $all } functions, none is a candidate for BPO or for traditional outsourcing yet.
headline-outsourcing = Of { $all } functions, { $outsourcing ->
    [one] 1 is a candidate
   *[other] { $outsourcing } are candidates
  } for traditional outsourcing, and none for BPO.
headline-bpo = Of { $all } functions, { $bpo ->
    [one] 1 is a candidate
   *[other] { $bpo } are candidates
  } for BPO, and none for traditional outsourcing.
headline-both = Of { $all } functions, { $bpo ->
    [one] 1 is a candidate
   *[other] { $bpo } are candidates
  } for BPO and { $outsourcing } for traditional outsourcing.
headline-one-split = It is split
headline-split = { $count ->
    [one] 1 is split
   *[other] { $count } are split
  }
headline-one-lacks = It lacks evidence
headline-lack = { $count ->
    [one] 1 lacks evidence
   *[other] { $count } lack evidence
  }
headline-split-neutral = { $count ->
    [one] 1 is split (neutral: nothing pulls on it)
   *[other] { $count } are split ({ $neutral } of them neutral: nothing pulls)
  }
standing-of = { $kind }: { $parts }.
standing-firm = { $count ->
    [0] none firm
   *[other] { $count } firm
  }
standing-provisional = { $count ->
    [one] 1 provisional
   *[other] { $count } provisional
  }
standing-review = { $count ->
    [one] 1 settled but to be looked at again
   *[other] { $count } settled but to be looked at again
  }
standing-on-hold = { $count ->
    [one] 1 on hold
   *[other] { $count } on hold
  }
standing-external = { $parts }; { $count ->
    [one] 1 is with an outside provider already
   *[other] { $count } are with outside providers already
  }
standing-external-cost = { $parts }; { $count ->
    [one] 1 is with an outside provider already, for { $cost } a year
   *[other] { $count } are with outside providers already, for { $cost } a year
  }
standing-group = { $all ->
    [one] The one verdict with a direction { $count ->
        [0] does not hold
       *[other] holds
    }
   *[other] Of { $all } verdicts with a direction, { $count ->
        [0] none holds
        [one] 1 holds
       *[other] { $count } hold
    }
  } over all weights of the group.
headline-jobs = { $count ->
    [one] The candidate that is done in-house is the work of { $people ->
        [one] { $jobs } person (FTE).
       *[other] { $jobs } people (FTE).
      }
   *[other] The { $count } candidates that are done in-house are the work of { $people ->
        [one] { $jobs } person (FTE).
       *[other] { $jobs } people (FTE).
      }
  }
headline-undecided = { $parts }.
headline-one-costs = It costs { $cost } a year.
headline-bpo-costs = { $bpo ->
    [one] The candidate for BPO costs { $cost } a year
   *[other] The candidates for BPO cost { $cost } a year
  }
headline-outsourcing-costs = { $outsourcing ->
    [one] The candidate for traditional outsourcing costs { $cost } a year
   *[other] The candidates for traditional outsourcing cost { $cost } a year
  }
headline-both-cost = { $bpo ->
    [one] The candidate for BPO costs { $bpo_cost } a year
   *[other] The candidates for BPO cost { $bpo_cost } a year
  }, { $outsourcing ->
    [one] the one for traditional outsourcing
   *[other] those for traditional outsourcing
  } { $outsourcing_cost }
headline-costs = { $costs }.
headline-share = { $costs }, { $share } of the cost stated.
headline-share-together = { $costs }, together { $share } of the cost stated.

## Figures, questions and groups

figure-functions = functions
figure-cost = annual cost
figure-people = people (FTE)
figure-coverage = coverage
figure-coverage-note = of the evidence that decides is known
figure-every-function = stated for every function
figure-some-functions = stated for { $count } of { $all }
figure-every-row = every row
figure-rows-left-out = { $count ->
    [one] 1 row left out
   *[other] { $count } rows left out
  }
split-by-count = by count
split-by-cost = by annual cost
split-by-cost-in = by annual cost ({ $currency })
known-all = { $coverage } of the evidence that decides is known; nothing that decides is missing.
known-the-one-partly = { $coverage } of the evidence that decides is known; something is missing.
known-each-partly = { $coverage } of the evidence that decides is known; something is missing for every function.
known-some-partly = { $coverage } of the evidence that decides is known; something is missing for { $count ->
    [one] 1 function
   *[other] { $count } functions
  }.
question-plain = What is the { $attribute }?
effect-together = with the answers above, settles { $verdicts }
effect-alone = settles { $verdicts }
effect-none = missing for { $count ->
    [one] 1 function
   *[other] { $count } functions
  }; settles none by itself
unsettled-the-one = the one function that is not settled, whatever the answer
unsettled-the-one-perhaps = the one function that is not settled, depending on the answer
unsettled-whatever = { $count } of { $all } functions whatever the answer
unsettled-depending = { $least } to { $most } of { $all } functions, depending on the answer
first-answers = Answers on { $attributes } settle { $verdicts }.
department = Department
location = Location
group-other-departments = { $count } other departments
group-other-locations = { $count } other locations
group-not-stated = not stated
findings-others = { $count ->
    [one] 1 other
   *[other] { $count } others
  }
problems-unlisted = { $count } more of the kind `{ $code }` are not listed
footer-sheet = sheet { $sheet }
footer-sheets = { $count } sheets
footer-rulebook = rulebook { $rulebook }

## The first sheet of the workbook

groups-by-department = Functions by department
groups-by-location = Functions by location
groups-largest = { $title }, the largest ones
ready-the-one = It can be decided without a second look.
ready = { $count ->
    [one] 1 function can be decided without a second look: { $functions }.
   *[other] { $count } functions can be decided without a second look: { $functions }.
  }
ready-first = { $count ->
    [one] 1 function can be decided without a second look, first of all { $functions }.
   *[other] { $count } functions can be decided without a second look, first of all { $functions }.
  }
ready-bpo = { $function } (BPO)
ready-bpo-cost = { $function } (BPO, { $cost })
ready-outsourcing = { $function } (traditional outsourcing)
ready-outsourcing-cost = { $function } (traditional outsourcing, { $cost })
hangs-none = No verdict changes as any one weight alone moves from 0 to { $times } times its value.
hangs-most = The weight of { $criterion } matters most: { $count ->
    [one] 1 of { $all } verdicts changes
   *[other] { $count } of { $all } verdicts change
  } as it moves from 0 to { $times } times its value.
main-risk = { $risks ->
    [one] The risk raised most often: { $risk }, on { $count ->
        [one] 1 candidate.
       *[other] { $count } candidates.
      }
   *[other] The risks raised most often: { $risk }, each on { $count ->
        [one] 1 candidate.
       *[other] { $count } candidates.
      }
  }

## Heat map and risks

heat-map-legend = Blue and + speak for BPO, amber and − for traditional outsourcing, grey hatching means unknown. Ordered by verdict and score, from BPO down to traditional outsourcing; what lacks evidence is last.
heat-map-more = Only the { $shown } costliest of { $all ->
    [one] 1 function
   *[other] { $all } functions
  } are here; { $rest ->
    [one] 1 more stands on the assessment sheet.
   *[other] { $rest } more stand on the assessment sheet.
  }
risk = Risk
contract-term = Contract term
benefit = Benefit
risks-none = No risk, contract term or benefit was raised on any function.
risks-legend = What the evidence raises on each function: risks first, then contract terms and benefits. Of each kind the most frequent come first, and of each the costliest functions.
risks-more = Only the { $shown ->
    [one] 1 finding
   *[other] { $shown } findings
  } of the { $functions ->
    [one] costliest function
   *[other] { $functions } costliest functions
  } are here; { $rest ->
    [one] 1 more stands on the assessment sheet.
   *[other] { $rest } more stand on the assessment sheet.
  }

## Weights and formulas

threshold-minimum-coverage = Per cent of the possible evidence that must be known before the score alone decides.
threshold-borderline = Points: a score within this distance of 0 sends the function to the review.
threshold-fragile = Per cent: a verdict that fewer of all weightings keep goes to the review too.
threshold-review-split = 1: a balanced split goes to the review too. 0: it does not.
threshold-review-neutral = 1: a neutral split, where nothing pulls either way, goes to the review too. 0: it does not.
threshold-review-provisional = 1: a verdict that what is missing could still turn goes to the review too. 0: it does not.
threshold-review-thin = 1: a verdict that rests on one criterion alone goes to the review too. 0: it does not.
threshold-review-one-reading = 1: a verdict that the next value of one reading would turn goes to the review too. 0: it does not.
threshold-review-raters-disagree = 1: a function on which raters give different answers goes to the review too. 0: it does not.
figures-live = Verdicts and scores on the assessment sheet are formulas over the levels there and the weights and thresholds on the criteria sheet: change a weight, or type over a level, and every verdict follows, and with it the figures, charts and lists of the summary. Reasons, findings, sentences and the other sheets are those of the run.
figures-no-workbook = There is no workbook, as `--no-workbook` asked for.
figures-values = Verdicts and scores are values, and do not follow the weights, as `--values` asked for.
figures-many-functions = Verdicts and scores are values, and do not follow the weights: with more than { $count } functions, formulas would be slow; `--live` writes them all the same.
figures-many-columns = Verdicts and scores are values, and do not follow the weights: with so many columns or criteria, formulas would be slow; `--live` writes them all the same.
