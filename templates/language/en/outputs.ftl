
## The workbook

review-more = { $count ->
    [one] 1 more is not listed here: on the assessment sheet, filter the columns Review and Verdict.
   *[other] { $count } more are not listed here: on the assessment sheet, filter the columns Review and Verdict.
  }
changes-since = Since { $file }: { $changes }.
changes-more = { $count ->
    [one] 1 more is in the record only.
   *[other] { $count } more are in the record only.
  }
criteria-live = Change a weight or a threshold in its tinted cell, and every verdict on the assessment sheet follows.
criteria-live-rest = For reasons, lists, PDF and record to follow too, save the workbook, and give it back for a new run with --rulebook.
criteria-values = Change a weight or a threshold in its tinted cell, save the workbook, and give it back with --rulebook: a new run judges by it.
criteria-settings = Settings
criteria-treatment = How ties, gaps and doubt are treated
criteria-columns = The columns added to the inventory
criteria-bpo = Points to BPO
criteria-outsourcing = Points to traditional outsourcing
criteria-source = What the source says
criteria-thresholds = Thresholds
criteria-does = What it does
read-columns = Columns as read
read-problems = What was not understood
read-no-problems = Everything was understood.
read-excluded = Rows left out
read-none-excluded = Every row below the header is a function.
read-more-excluded = { $count ->
    [one] 1 more is not listed; the assessment sheet names the reason on each.
   *[other] { $count } more are not listed; the assessment sheet names the reason on each.
  }
kept-heading = How the inventory looked
kept-not = Not kept on the sheet Assessment: { $things }.
kept-never = borders, fonts and row heights
kept-part = Colours, bold letters, notes and links of cells cannot be read from a file of this format, and neither can pictures and charts; save it as .xlsx to keep the cells' marks.
kept-most = Only the first of very many marks on cells are kept.
kept-hidden-rows = Rows that were hidden are shown, as they were assessed like all others.
kept-hidden-columns = Columns that were hidden are folded; a click on the sign above them opens them.
kept-pictures = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
  }
kept-charts = { $count ->
    [one] 1 chart
   *[other] { $count } charts
  }
kept-shapes = { $count ->
    [one] 1 drawing
   *[other] { $count } drawings
  }
kept-pivot-tables = { $count ->
    [one] 1 pivot table
   *[other] { $count } pivot tables
  }
kept-conditional-formats = { $count ->
    [one] 1 area with conditional formats
   *[other] { $count } areas with conditional formats
  }
kept-validations = { $count ->
    [one] 1 rule for what may be typed
   *[other] { $count } rules for what may be typed
  }
kept-formulas = { $count ->
    [one] 1 formula (but its result is)
   *[other] { $count } formulas (but their results are)
  }
kept-links = { $count ->
    [one] 1 link within the file or to another file
   *[other] { $count } links within the file or to other files
  }
kept-notes = { $count ->
    [one] 1 note beyond the first thousands
   *[other] { $count } notes beyond the first thousands
  }
about-title = About this workbook
about-same = The same input, rulebook and date give the same file, byte for byte.
about-figures = Where the figures come from
about-follows = What follows what
about-rows = How the rows were accounted for
rules-legend = The rules of this run as TOML, a line to a row. Weights and thresholds count as the sheet Criteria has them.
ask-nothing = Every function has a verdict: there is nothing to ask.
ask-next = Save this workbook, and repeat the assessment with `--answers` and its name, into another folder (`-o`). Leave blank what nobody knows.
summary-values = Figures are values, as of the run; the sheet About says why.
behind-charts = Figures behind the charts
behind-verdicts = Verdicts { $split }
behind-scores = Functions by score
behind-map = Portfolio map (marks on one spot are spread)
behind-costliest = Costliest functions: places and rows

## The PDF

pdf-changes = Since { $file }: { $changes }. { $rules }
pdf-exhibit = Exhibit { $number }: { $shows }
pdf-decision = decision: { $decision }
pdf-function = Function
pdf-department = Department
pdf-score = Score
pdf-verdict = Verdict
pdf-robustness = Robustness
pdf-whatever = { $share } / { $low }
pdf-on-hold = on hold: { $title }
pdf-neutral = Neutral
pdf-decided = Decision
pdf-decided-by = Decided by
pdf-note = Note
pdf-annual-cost = Annual cost
pdf-fte = FTE
pdf-functions = Functions
pdf-why = Why
pdf-value = Value
pdf-setting = Setting
pdf-term = Term
pdf-what-changed = What has changed
pdf-before = Before
pdf-now = Now
pdf-what-moved = What has moved
pdf-question = Question
pdf-lacking = Open functions lacking it
pdf-effect = Effect of an answer
pdf-says = What it says
pdf-where = Where
pdf-agree = What to agree
pdf-costliest = Costliest first
pdf-criterion = Criterion
pdf-weight = Weight
pdf-in-source = In the source
pdf-source = Source
pdf-column = Column
pdf-header = Header
pdf-read-as = Read as
pdf-how = How
pdf-values-read = Values read
pdf-problem = Problem
pdf-what-to-do = What, and what to do
pdf-more = { $count } more
pdf-benefit-risk = Main benefit (+), main risk (!)
pdf-sourcing = Today
pdf-how-sure = How sure
pdf-reason = Reason
pdf-meaning = What it means
pdf-cost = Annual cost
pdf-kind = What
pdf-turns = What pulls each way, what turns it
pdf-missing = Missing answers
pdf-people = People (FTE)
pdf-candidate-cost = Candidates: cost
pdf-all-people = All
pdf-map = Map of the portfolio. { $finding } { $across } across, { $upwards } upwards, each from −100 to +100. { $figures }
pdf-map-left-off = { $count ->
    [one] 1 more function is not drawn.
   *[other] { $count } more functions are not drawn.
  }
pdf-map-key = area: annual cost; small: none, or none known
pdf-map-not-known = not known
pdf-page = { $page } of { $pages }

## The terminal

shown-answers = Answers:
shown-since = Since { $file }:
shown-ask-next = Ask next:
shown-guessed = Guessed:
shown-not-understood = Not understood, or worth a look:
shown-nothing-to-ask = { $count ->
    [one] The one function is settled: there is nothing to ask, and no questionnaire was written.
   *[other] All { $count } functions are settled: there is nothing to ask, and no questionnaire was written.
  }
shown-asked = { $questions ->
    [one] 1 question
   *[other] { $questions } questions
  } on { $open ->
    [one] 1 function
   *[other] { $open } functions
  }, { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
  } in all.
shown-then = When they are in, run
