### What the outputs of outsift say, in the syntax of Project Fluent (https://projectfluent.org). To put it in words of
### your own:
###
###     mkdir ours && outsift wording > ours/words.ftl        (edit it; what you delete keeps the words below)
###     outsift assess inventory.xlsx --template ours
###
### { $placeholders } stand for what the program fills in. A message may do without them, but can use none that it does
### not have here. A count chooses between forms, as in `bpo-caption`: first by the number itself, such as [0] or [1], then
### by the plural rules of the `language`. A message that goes over several lines is one line; `{ "" }` is an empty one, and
### `{ "{" }` a brace. A caption or a paragraph of the method that is empty is left out; a heading cannot be empty. A
### mistake is reported with its line and column, and nothing is written.

## The document

# Its language, for screen readers and plural forms.
language = en-GB
# Its title; `--title` goes before it.
title = Sourcing portfolio review

## Headings, captions and the method

page-one-decide-heading = What to decide next
page-one-settle-heading = What would settle most
page-one-contents-heading = In this report

map-heading = Portfolio map
map-caption = Each mark is a function: from { $left } (left) to { $right } (right), and from { $below } (below) to { $above } (above).
map-area = Its area is its annual cost.
map-area-by-currency = Its area is its annual cost against the costliest in the same currency.
map-costliest = Only the { $count } costliest are shown.
map-empty = No function has evidence on both axes, so none can be placed.

departments-heading = By department

locations-heading = By location
locations-unknown = The inventory names no locations.
locations-no-candidates = There are no candidates yet, so no jobs are touched.
locations-no-people = No candidate has a number of people, so the jobs touched are not known.
# `jobs` is the number as it is read, such as 1.2; `people` only chooses between one and several.
locations-jobs = { $candidates ->
    [one] The candidate is
   *[other] The candidates are
  } the work of { $people ->
    [one] { $jobs } person (FTE). Whether this job would move, change or stay is not for this assessment to say.
   *[other] { $jobs } people (FTE). Which of these jobs would move, change or stay is not for this assessment to say.
  }

bpo-heading = BPO candidates
bpo-caption = { $count ->
    [0] No function is a candidate for BPO.
    [one] 1 function is a candidate for BPO. Where robustness has two figures, the second holds whatever the missing answers are.
   *[other] { $count } functions are candidates for BPO: the strongest evidence first, then what most weightings keep, then the costliest. Where robustness has two figures, the second holds whatever the missing answers are.
  }

outsourcing-heading = Traditional-outsourcing candidates
outsourcing-caption = { $count ->
    [0] No function is a candidate for traditional outsourcing.
    [one] 1 function is a candidate for traditional outsourcing. Where robustness has two figures, the second holds whatever the missing answers are.
   *[other] { $count } functions are candidates for traditional outsourcing: the strongest evidence first, then what most weightings keep, then the costliest. Where robustness has two figures, the second holds whatever the missing answers are.
  }

review-heading = To look at again
review-caption = { $count ->
    [0] No verdict is split, provisional, borderline, fragile, thin, or hangs on one reading.
    [one] 1 function should be looked at again before anyone decides: its verdict is split, could be turned by what is missing (provisional), lies within { $borderline } points of 0 (borderline), is kept by fewer than { $fragile } % of all weightings (fragile), rests on one criterion alone (thin), or hangs on one reading.
   *[other] { $count } functions should be looked at again before anyone decides: their verdicts are split, could be turned by what is missing (provisional), lie within { $borderline } points of 0 (borderline), are kept by fewer than { $fragile } % of all weightings (fragile), rest on one criterion alone (thin), or hang on one reading.
  }

unknown-heading = What is not known
unknown-questions-heading = What to ask next
unknown-functions-heading = Functions without a verdict
unknown-caption = { $count ->
    [0] Every function has enough evidence for a verdict.
    [one] 1 function lacks the evidence for a verdict.
   *[other] { $count } functions lack the evidence for a verdict; the best known come first.
  }

findings-heading = Risks, benefits and contract terms
findings-risks-heading = Risks
findings-benefits-heading = Benefits
findings-terms-heading = Contract terms
findings-not-raised = Raised on no candidate: { $findings }.

changes-heading = What has changed
decisions-heading = Decisions

# The paragraphs of the method, in this order.
method-heading = Method
method-rules = { $count ->
    [one] The rules have one criterion, { $criteria },
   *[other] The rules have { $count } criteria, { $criteria },
  } and name as their source: { $source }. Weights and thresholds are the rulebook's own, and listed here.
# Only of rules that are not the default ones.
method-changed = { $more ->
    [0] They differ from the default ones: { $changes }.
   *[other] They differ from the default ones: { $changes }; and { $more } more.
  }
method-evidence = Every attribute is read onto a level from 0 to 100, and only what is above the middle of its scale pulls. A criterion's evidence is the pull towards BPO less the pull towards traditional outsourcing; the score is the weighted mean of the evidence, from −100 (traditional outsourcing) to +100 (BPO). All of it is calculated on whole numbers.
method-missing = What is missing is never taken for Low: it pulls neither way, and the score is given with the range that it may still take. Where the whole range lies on one side of 0, that side is the verdict, and it is settled: nothing that is missing could turn it. Otherwise the sign of the score decides if enough of the evidence is known, and the verdict is provisional. A score of 0 is a split only where nothing is missing that could move it.
method-strength = A verdict is thin where of several criteria only one speaks at all, contested where a criterion speaks against it or pulls both ways, and clear otherwise. Its robustness is the exact share of all possible weightings of the criteria that keep it, by what is known and whatever the missing answers are. Its margin is the least number of steps of readings, each to the next value of its scale, that turn it. A verdict is firm where it is settled and nothing sends it to the review.
method-swings = How many verdicts change as one weight moves to 0 or to { $times } times its value, all others staying as they are: { $criteria }.
method-swing = { $criterion } { $lowered } and { $raised }
method-twice = { $count ->
    [one] { $attributes } counts in more than one criterion.
   *[other] { $attributes } each count in more than one criterion.
  }
method-terms = { $count ->
    [one] { $criteria } never moves a verdict: it gives terms for the contract.
   *[other] { $criteria } never move a verdict: they give terms for the contract.
  }
method-off = { $count ->
    [one] { $criteria } is switched off by a weight of 0.
   *[other] { $criteria } are switched off by a weight of 0.
  }
method-extensions = Beyond the lists of the source are, as extensions of the rules, { $findings }.
finding-of = { $title } for { $verdict }
extension-on-hold = functions on hold ({ $titles })
method-limits = This is an assessment of what the inventory says, not advice. It knows nothing of providers, prices, contracts or law, and no verdict takes anything from a function's name.
# A last paragraph of your own.
method-more = { "" }
terms-heading = Terms
term-bpo = BPO
term-bpo-meaning = Business process outsourcing: a whole, continuous business process is handed to an outside provider, who runs it closely tied to the company.
term-outsourcing = Traditional outsourcing
term-outsourcing-meaning = Work or single tasks are handed to an outside provider, who takes them over.
term-firm = Firm
term-firm-meaning = A verdict that is settled, not on hold, and on no review list: it can be decided.
term-settled = Settled
term-settled-meaning = Nothing that is missing could turn the verdict.
term-provisional = Provisional
term-provisional-meaning = Enough is known for a verdict, but what is missing could still turn it.
term-open = Insufficient evidence
term-open-meaning = Too little is known for a verdict, or what is known balances while the rest is missing.
term-split = Split
term-split-meaning = Everything that matters is known, and it comes to 0: neutral where nothing pulls either way, balanced where what pulls one way outweighs the other.
term-strength = Clear, contested, thin
term-strength-meaning = Clear: no criterion speaks against the verdict or pulls both ways. Contested: one does. Thin: of several criteria only one speaks at all.
term-robustness = Robustness
term-robustness-meaning = The share of all possible weightings of the criteria that keep the verdict: by what is known, and whatever the missing answers are. It says nothing of readings that are wrong.
term-margin = Margin
term-margin-meaning = The least number of steps of readings that turn the verdict, a step being the next value of the scale that a reading is on. At 1 it hangs on one reading.
term-hold = On hold
term-hold-meaning = A constraint of the rules, such as a law or a contract that still runs, keeps the function from being decided now. The verdict stands.
terms-first = BPO (business process outsourcing): a whole, continuous process, run by an outside provider closely tied to the company. Traditional outsourcing: work or single tasks that an outside provider takes over. Firm: settled, not on hold, on no review list. Provisional: what is missing could still turn it.
method-criteria-heading = Criteria
method-settings-heading = Settings

quality-heading = Data quality
quality-not-drawn = Characters that this document cannot draw stand as �; { $place } has them: { $characters }.
quality-columns-heading = Columns as read
quality-excluded-heading = Rows that are no functions
quality-problems-heading = Problems
quality-provenance-heading = Where the figures come from

# Where what a list leaves out is found: `rest-in-record` where the workbook has not all of it, or there is none.
rest-in-workbook = the workbook
rest-in-record = the record
rest-functions = { $count ->
    [one] 1 more function is in { $place } only.
   *[other] { $count } more functions are in { $place } only.
  }
rest-rows = { $count ->
    [one] 1 more row is in { $place } only.
   *[other] { $count } more rows are in { $place } only.
  }
rest-problems = { $count ->
    [one] 1 more problem is in { $place } only.
   *[other] { $count } more problems are in { $place } only.
  }
