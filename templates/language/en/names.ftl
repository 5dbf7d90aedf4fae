### Names of our own sheets, headers and words that are read back: a run in any language knows those of all. They must not
### change once they were released, or older workbooks are not understood.

## Sheets: at most 31 characters, none of []:*?/\

sheet-summary = Summary
sheet-verdicts = Verdicts
sheet-assessment = Assessment
sheet-review = Review
sheet-heat-map = Heat map
sheet-risks = Risks
sheet-what-to-ask = What to ask
sheet-changes = Changes
sheet-scenarios = Scenarios
sheet-criteria = Criteria
sheet-quality = Data quality
sheet-about = About
sheet-rulebook = Rulebook
sheet-questions = Questions
sheet-read-me = Read me
sheet-weights = Weights
sheet-functions = Functions

## Headers and labels

header-verdict = Verdict
header-score = Score
header-decision = Decision
header-decided-by = Decided by
header-note = Note
header-check = Check
header-evidence = Evidence
header-level = Level
header-as-read = As read
header-answered = Answered
header-key = Key
header-sheet = Sheet
header-source = Source
header-row = Row
header-known = What is known
header-first = Ask first
header-answered-by = Answered by
header-answered-on = Answered on
header-criterion = Criterion
header-weight = Weight
header-threshold = Threshold
header-value = Value
header-rank = Rank
header-swing-points = Swing points
header-direct-points = Direct points
header-reason = Reason
header-text = Text
header-ends-with = Ends with
label-date = Date
label-rules = Rulebook
label-rules-sha256 = Rulebook SHA-256
text-goes-on = nothing: it goes on
text-last-line = the end of the text

## Words

level-low = Low
level-medium = Medium
level-high = High
verdict-bpo = BPO
verdict-outsourcing = Traditional outsourcing
verdict-split = Split
verdict-insufficient = Insufficient evidence
choice-agree = agree
choice-bpo = BPO
choice-outsourcing = traditional outsourcing
choice-retain = retain
choice-defer = defer

## Thresholds

threshold-coverage = Coverage needed
threshold-borderline = Borderline
threshold-fragile = Fragile
threshold-split = Review: split
threshold-neutral = Review: neutral
threshold-provisional = Review: provisional
threshold-thin = Review: thin
threshold-one-reading = Review: one reading
threshold-raters-disagree = Review: raters disagree

## Why a decision is to be looked at again

said-nothing = not known
said-not-told = not told
check-evidence = evidence has changed
check-then = then
check-verdict = the verdict was
check-name = the name was
check-department = the department was
check-copy = another copy says
