### What the outputs of outsift say, in the syntax of Project Fluent (https://projectfluent.org). To put it in words of
### your own:
###
###     mkdir ours && outsift wording > ours/words.ftl        (edit it; what you delete keeps the words below)
###     outsift assess inventory.xlsx --template ours
###
### { $placeholders } stand for what the program fills in. A message may do without them, but can use none that it does
### not have here. A count chooses between forms, as in `findings-others`: first by the number itself, such as [0] or [1], then
### by the plural rules of the `language`. A message that goes over several lines is one line; `{ "" }` is an empty one, and
### `{ "{" }` a brace. A caption or a paragraph of the method that is empty is left out; a heading cannot be empty. A
### mistake is reported with its line and column, and nothing is written.

## The document

# Its language, for screen readers and plural forms.
language = en-GB
# Its title; `--title` goes before it.
title = Sourcing portfolio review

## How figures are written

# The mark of decimals, and the one between thousands; a blank is `{ " " }`.
figure-decimal-mark = .
figure-thousands-mark = ,
figure-percent = { $number } %
# What is short for a thousand, a million and a thousand million.
figure-thousand = { $number }k
figure-million = { $number }M
figure-billion = { $number }bn
# Money with a sign for its currency, and with a code.
figure-money-sign = { $sign }{ $number }
figure-money-code = { $number } { $code }

## Headings of page one, and the method

page-one-decide-heading = What to decide next
page-one-settle-heading = What would settle most
page-one-contents-heading = In this report

# The paragraphs of the method, in this order.
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
term-split-meaning = Everything that matters is known, and it comes to 0: neutral where nothing pulls either way, balanced where what pulls one way offsets what pulls the other.
term-strength = Clear, contested, thin
term-strength-meaning = Clear: no criterion speaks against the verdict or pulls both ways. Contested: one does. Thin: of several criteria only one speaks at all.
term-robustness = Robustness
term-robustness-meaning = The share of all possible weightings of the criteria that keep the verdict: by what is known, and whatever the missing answers are. It says nothing of readings that are wrong.
term-margin = Margin
term-margin-meaning = The least number of steps of readings that turn the verdict, a step being the next value of the scale that a reading is on. At 1 it hangs on one reading.
term-hold = On hold
term-hold-meaning = A constraint of the rules, such as a law or a contract that still runs, keeps the function from being decided now. The verdict stands.
terms-first = BPO (business process outsourcing): a whole, continuous process, run by an outside provider closely tied to the company. Traditional outsourcing: work or single tasks that an outside provider takes over. Firm: settled, not on hold, on no review list. Provisional: what is missing could still turn it.

quality-not-drawn = Characters that this document cannot draw stand as �; { $place } has them: { $characters }.

# Where what a list leaves out is found: `rest-in-record` where the workbook has not all of it, or there is none.
rest-in-workbook = the workbook
rest-in-record = the record
rest-functions = { $count ->
    [one] 1 more function is in { $place } only.
   *[other] { $count } more functions are in { $place } only.
  }
rest-problems = { $count ->
    [one] 1 more problem is in { $place } only.
   *[other] { $count } more problems are in { $place } only.
  }
