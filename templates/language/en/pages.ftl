
## The pages after the first: what each is about, what was found, how to read it, and what its exhibits show

map-heading = Why: the portfolio map
map-finding = { $all ->
    [one] The one function on the map is { $corner }.
   *[other] { $count ->
        [one] 1 of { $all } functions on the map is { $corner }.
       *[other] { $count } of { $all } functions on the map are { $corner }.
      }
  }
map-no-corner = No function on the map leans to one of its corners.
map-lead = What stands at the top right is drawn to BPO by both kinds of evidence, what stands at the bottom left to traditional outsourcing; in the other corners the two pull apart.
map-shows = Every function by its evidence
map-caption = Each mark is a function: from { $left } (left) to { $right } (right), and from { $below } (below) to { $above } (above).
map-area = Its area is its annual cost.
map-area-by-currency = Its area is its annual cost against the costliest in the same currency.
map-costliest = Only the { $count } costliest are shown.
map-corner = { $corner }: { $count }
map-in-words = Functions by corner: { $corners }. On the lines between them: { $between }. Without evidence on one axis: { $beside }.

places-heading = Where
places-one = All functions belong to { $name }.
places-no-candidates = { $count ->
    [one] No candidate belongs to a named group yet.
   *[other] None of the { $count } groups has a candidate yet.
  }
places-most-cost = { $name } holds { $share } of the stated cost of the candidates.
places-unnamed = { $count ->
    [one] The one candidate belongs to no named group.
   *[other] The { $count } candidates belong to no named group.
  }
places-most = { $all ->
    [one] The one candidate is in { $name }.
   *[other] { $name } has { $count } of the { $all } candidates.
  }
places-most-each = { $names } have the most candidates, { $count } of { $all } each.
places-most-several = { $groups } groups have the most candidates, { $count } of { $all } each.
places-departments = { $count ->
    [one] 1 department
   *[other] { $count } departments
  }
places-locations = { $count ->
    [one] 1 location
   *[other] { $count } locations
  }
places-lead = The inventory names { $places }. Where candidates are close together, one transition reaches much of the money and of the people.

bpo-heading = Who: BPO
outsourcing-heading = Who: traditional outsourcing
# `kind` is `BPO` or `traditional outsourcing`.
ranked-none-firm = { $count ->
    [one] The one candidate for { $kind } is not firm yet.
   *[other] None of the { $count } candidates for { $kind } is firm yet.
  }
ranked-all-firm = { $count ->
    [one] The one candidate for { $kind } is firm: it can be decided.
   *[other] All { $count } candidates for { $kind } are firm: they can be decided.
  }
ranked-firm = { $firm ->
    [one] 1 of { $count } candidates for { $kind } is firm.
   *[other] { $firm } of { $count } candidates for { $kind } are firm.
  }
ranked-firm-share = { $firm ->
    [one] 1 of { $count } candidates for { $kind } is firm and holds { $share } of their stated cost.
   *[other] { $firm } of { $count } candidates for { $kind } are firm and hold { $share } of their stated cost.
  }
ranked-order = Firm ones come first, and of these the costliest.
ranked-order-cost = The costliest come first.
ranked-cover = { $count ->
    [one] The first covers { $share } of the cost stated for all of them.
   *[other] The first { $count } cover { $share } of the cost stated for all of them.
  }
ranked-cover-listed = The first { $count } cover { $share } of the cost stated for all of them, the { $listed } that are listed { $listed_share }.
ranked-share-in = { $share } in { $currency }
ranked-two-figures = Where robustness has two figures, the second holds whatever the missing answers are.
ranked-in-full = { $count ->
    [one] The candidate for { $kind }: why, what would turn it, and what it brings
   *[other] { $count } candidates for { $kind }: why, what would turn them, and what they bring
  }
ranked-rest = { $count ->
    [one] 1 more candidate for { $kind }
   *[other] { $count } more candidates for { $kind }
  }
ranked-as-above = As for { $number }.

review-heading = What next: to look at again
# `why` is one of those below.
review-finding = { $all } verdicts should be looked at again, { $count } of them because they { $why }.
review-finding-all = { $count ->
    [one] 1 verdict should be looked at again, for the reason below.
   *[other] { $count } verdicts should be looked at again: all of them { $why }.
  }
why-split = are split
why-neutral = are neutral
why-provisional = could still be turned by what is missing
why-borderline = lie near 0
why-fragile = are kept by few weightings
why-thin = rest on one criterion
why-one-reading = hang on one reading
why-raters-disagree = rest on answers that differ
review-lead = { $count ->
    [one] A second look costs little next to a decision that does not hold.
   *[other] A second look costs little next to a decision that does not hold. A verdict may have several reasons; the costliest functions come first.
  }
review-reasons = Reasons to look again, by verdict
review-in-full-all = The { $count } functions: what pulls each way, and what turns the verdict
review-in-full = { $count ->
    [one] The function: what pulls each way, and what turns the verdict
   *[other] The { $count } costliest: what pulls each way, and what turns the verdict
  }
review-rest = { $count ->
    [one] 1 more to look at again
   *[other] { $count } more to look at again
  }
review-others = { $count ->
    [one] 1 more is a candidate: its reasons stand in the list of candidates.
   *[other] { $count } more are candidates: their reasons stand in the lists of candidates.
  }
reason-split = What pulls one way offsets what pulls the other.
reason-neutral = Nothing pulls either way.
reason-raters-disagree = People give different answers on it; what they disagree on counts as not known between them.
reason-borderline = The score lies within { $points } points of 0.
reason-fragile = Fewer than { $share } % of all weightings keep the verdict.

findings-heading = What next: benefits and risks
raised-risk = { $risks ->
    [one] The risk raised most often is { $risk }, on { $count } of { $all ->
        [one] 1 candidate.
       *[other] { $all } candidates.
      }
   *[other] The risks raised most often are { $risk }, each on { $count } of { $all ->
        [one] 1 candidate.
       *[other] { $all } candidates.
      }
  }
raised-none = No risk was raised on any candidate.
raised-lead = Each was raised by what the inventory says of the function, and is a question to the provider or a line of the contract. The cost is that of the functions concerned.
findings-risks-heading = Risks on candidates
findings-benefits-heading = Benefits on candidates
findings-terms-heading = What contracts have to say
findings-not-raised = Raised on no candidate: { $findings }.

jobs-heading = What next: transition and jobs
# `jobs` is the number as it is read, such as 1.2; `people` only chooses between one and several.
jobs-in-house = { $count ->
    [one] The candidate that is done in-house is the work of { $people ->
        [one] { $jobs } person (FTE)
       *[other] { $jobs } people (FTE)
      }
   *[other] The { $count } candidates that are done in-house are the work of { $people ->
        [one] { $jobs } person (FTE)
       *[other] { $jobs } people (FTE)
      }
  }
jobs-of = { $count ->
    [one] The candidate is the work of { $people ->
        [one] { $jobs } person (FTE)
       *[other] { $jobs } people (FTE)
      }, whoever employs them
   *[other] The { $count } candidates are the work of { $people ->
        [one] { $jobs } person (FTE)
       *[other] { $jobs } people (FTE)
      }, whoever employs them
  }
jobs-all = { $jobs }.
jobs-most = { $jobs }, { $share } of them in { $place }.
jobs-lead = Outsourcing can lower costs, and cost jobs in certain industries and places; policy and the development of skills shape both. Which of these jobs would move, change or stay is not for this assessment to say.
jobs-show-in-house = People (FTE) whose work is done in-house, by verdict
jobs-show = People (FTE), by verdict
jobs-whole = all

decisions-heading = What next: decisions
decisions-finding = { $all ->
    [one] The one function is decided.
   *[other] { $count ->
    [one] 1 of { $all } functions is decided.
   *[other] { $count } of { $all } functions are decided.
    }
  }
decisions-open = { $count ->
    [one] 1 candidate is still open.
   *[other] { $count } candidates are still open.
  }
decisions-open-cost = { $count ->
    [one] 1 candidate is still open, costing { $cost } a year.
   *[other] { $count } candidates are still open, costing { $cost } a year.
  }
decisions-none-open = No candidate is still open.
decisions-show = Decisions, the costliest functions first
changes-heading = What next: changes since the earlier run
changes-finding = { $verdicts ->
    [0] No verdict has changed since the earlier run
    [one] 1 verdict has changed since the earlier run
   *[other] { $verdicts } verdicts have changed since the earlier run
  }{ $new ->
    [0] { "" }
    [one] ; 1 function is new
   *[other] ; { $new } functions are new
  }{ $gone ->
    [0] { "" }
    [one] ; 1 is gone
   *[other] ; { $gone } are gone
  }.
changes-show = What has changed, the gravest first

course-heading = Since the first run
course-finding = { $firm } { $firm ->
    [one] verdict is
   *[other] verdicts are
  } firm, after { $firm_before } in the first run{ $decided ->
    [0] { "." }
    [one] { "; 1 function is decided, after " }{ $decided_before }.
   *[other] { "; " }{ $decided } functions are decided, after { $decided_before }.
  }
course-lead-same = In { $runs } runs since { $date }, { $covered } % of all is known as in the first, and { $open ->
    [0] no function is
    [one] 1 function is
   *[other] { $open } functions are
  } without enough evidence, as then.
course-lead = In { $runs } runs since { $date }, functions without enough evidence went from { $open_before } to { $open }, and what is known of all from { $covered_before } % to { $covered } %.
course-show = Firm verdicts, decisions and functions without enough evidence, run by run
course-firm = firm verdicts
course-decided = decided
course-open = without enough evidence
scenarios-heading = How sure: scenarios
scenarios-finding = { $moved ->
    [0] No verdict depends on the scenario.
    [one] The verdict of 1 function depends on the scenario.
   *[other] { $moved } of { $all } verdicts depend on the scenario.
  }
scenarios-lead = { $holding ->
    [0] No function has
    [one] 1 of { $all ->
        [one] 1 function
       *[other] { $all } functions
      } has
   *[other] { $holding } of { $all } functions have
  } the verdict of this run in { $count ->
    [one] the scenario, too
   *[other] each of the { $count } scenarios, too
  }{ $holding ->
    [0] .
   *[other] : on these, it makes no difference which of them is taken.
  }
scenarios-run = This run
scenarios-weight = { $name } weighs { $now } instead of { $before }
scenarios-threshold = { $name } { $now } instead of { $before }
scenarios-assumed = { $name } is taken to be { $value } where nothing is said
scenarios-assumed-in = { $name } is taken to be { $value } in { $department } where nothing is said
scenarios-show = Functions and their annual cost by verdict, in this run and in each scenario
scenarios-moved-show = Functions whose verdict a scenario changes, costliest first
scenarios-in = in { $scenario }: { $why }
scenarios-score = score { $before } → { $now }
scenarios-coverage = too little is known
scenarios-enough = enough is known
scenarios-why = What moves it
scenarios-cost = { $verdict }: cost a year
pdf-scenario = Scenario
pdf-differs = What differs
pdf-other-verdicts = Other verdicts
pdf-in-the-run = In this run
pdf-in-scenarios = In scenarios
shown-scenarios = Scenarios:
scenarios-moved = { $count ->
    [0] none in { $scenario }
   *[other] { $count } in { $scenario }
  }
sureness-heading = How sure: weights and readings
sureness-lead = { $firm ->
    [0] No verdict can be decided as it stands
    [one] { $all ->
        [one] The one verdict can be decided as it stands
       *[other] 1 of { $all } verdicts can be decided as it stands
      }
   *[other] { $firm } of { $all } verdicts can be decided as they stand
  }; { $turned ->
    [0] none would turn if a single answer were a step off.
    [one] 1 would turn if a single answer were a step off: check that answer first.
   *[other] { $turned } would turn if a single answer were a step off: check these answers first.
  }
sureness-show = How many verdicts hold, and how many hang on little
certainty-firm = It can be decided: nothing that is missing could turn it, and nothing asks for a second look.
certainty-thin-name = On one criterion
certainty-thin = Only one criterion speaks at all.
certainty-one-reading-name = On one answer
certainty-one-reading = A single answer, one step off, would turn it.
certainty-hold = A law, a contract or another constraint keeps it from being decided now.
swings-show = Verdicts that change as one weight moves, the others staying as they are: down to 0 (left), up to { $times } times (right)
swings-lowered = Lowered to 0
swings-raised = Raised to { $times } times

unknown-heading = What is not known
unknown-most = { $all ->
    [one] { $attribute } is the answer that is missing most: for the one function that is not settled.
   *[other] { $attribute } is the answer that is missing most: for { $count } of the { $all } functions that are not settled.
  }
unknown-most-each = { $all ->
    [one] { $attributes } are the answers that are missing most: for the one function that is not settled.
   *[other] { $attributes } are the answers that are missing most: each for { $count } of the { $all } functions that are not settled.
  }
unknown-most-several = { $all ->
    [one] The one function that is not settled lacks { $answers } answers.
   *[other] { $answers } answers are missing most, each for { $count } of the { $all } functions that are not settled.
  }
unknown-questions-heading = What to ask, most settling first
unknown-functions-heading = Functions without a verdict, by what is missing
missing-more = { $count ->
    [one] 1 more function lacks something else.
   *[other] { $count } more functions lack something else.
  }

method-heading = Method
rules-finding = { $count ->
    [one] One criterion decides, and no verdict takes anything from a function's name.
   *[other] { $count } criteria decide, and no verdict takes anything from a function's name.
  }
departments-none = The inventory names no departments.
locations-unknown = The inventory names no locations.
locations-no-people = No candidate has a number of people, so the jobs touched are not known.
bpo-none = No function is a candidate for BPO.
outsourcing-none = No function is a candidate for traditional outsourcing.
review-none = No verdict has to be looked at again.
method-criteria-heading = The criteria as used
method-settings-heading = Thresholds and other settings

quality-heading = Data: how the inventory was read
reading-all = { $rows ->
    [one] The one row is a function, and everything was understood.
   *[other] { $functions } of { $rows } rows are functions, and everything was understood.
  }
reading-problems = { $rows ->
    [one] The one row is a function; the reading left { $problems }.
   *[other] { $functions } of { $rows } rows are functions; the reading left { $problems }.
  }
quality-columns-heading = Columns as read
quality-not-used = { $count ->
    [one] Not used: column { $columns }.
   *[other] Not used: columns { $columns }.
  }
quality-problems-heading = What was not understood, or is worth a look
quality-provenance-heading = Where the figures come from
brief-heading = What the file does tell
brief-read = { $count ->
    [one] Read: { $columns }, 1 column of { $all }.
   *[other] Read: { $columns }, { $count } columns of { $all }.
  }

source-columns = { $count ->
    [one] Source: { $file }, column { $columns }; rulebook { $rulebook }.
   *[other] Source: { $file }, columns { $columns }; rulebook { $rulebook }.
  }
source-judged = Source: { $file }; rulebook { $rulebook }.
source-file = Source: { $file }.
source-rules = Source: rulebook { $rulebook }, after { $source }.
