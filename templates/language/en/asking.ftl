
## What check says

check-headers = ; headers in { $headers }
check-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
  }, { $functions ->
    [one] 1 function
   *[other] { $functions } functions
  }
check-rows-left-out = { $rows } and { $rest } left out
check-none = none
check-other-kinds = { $counted } of { $count ->
    [one] 1 other kind
   *[other] { $count } other kinds
  }
check-coverage = { $share } of the evidence that decides is known
check-lacking = no column holds { $attributes }
check-no-header = No header says what is in { $columns }
check-no-attribute = { $count ->
    [one] No attribute goes by this header: { $columns }
   *[other] No attribute goes by these headers: { $columns }
  }
check-left-out = Rows: { $rows }
check-more-columns = { $columns } and { $count } more
check-gives-outputs = the workbook, the PDF and the record
check-gives-questionnaire = { $count ->
    [one] a questionnaire for the one function that is not settled
   *[other] a questionnaire for the { $count } functions that are not settled
  }

## Problems of one kind put together

group-at-least = at least { $counted }
group-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
  }
group-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
  }
group-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
  }
group-on-sheet = sheet `{ $sheet }`, { $subject }
group-sheet = sheet `{ $sheet }`
group-cells = { $count ->
    [one] 1 cell
   *[other] { $count } cells
  }
group-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
  }
group-in-column = { $cells } in column { $column }
group-cell = cell { $cell }
group-row = row { $row }
group-column = column { $column }
group-line = line { $line }
group-found = { $message }, found { $found }
group-found-for-example = { $message }, found for example { $found }

## The questionnaire

ask-lead = { $count ->
    [one] 1 function is not settled: what is missing decides its verdict, or could turn it. { $next }
   *[other] { $count } functions are not settled: what is missing decides their verdicts, or could turn them. { $next }
  }
ask-questions = { $count ->
    [one] One question is open.
   *[other] { $count } questions are open.
  }
ask-step-answer = On the sheet Questions, answer the white cells: choose from the list in the cell, or type.
ask-step-grey = Leave the grey cells: their answers are known, or would change nothing. White cells turn grey once the answers in their row settle its function.
ask-step-blank = Leave a white cell blank where you do not know. Missing is missing, never Low. Say in Answered by and Answered on who you are and when you answered: where others answer the same differently, both are shown.
ask-step-start = Ask each function what stands under { $column }, the framed cell first; then go on from the left. The first answers may be enough.
ask-step-keep = { $count ->
    [one] Keep { $columns } as it is: the answers find their way back by it.
   *[other] Keep { $columns } as they are: the answers find their way back by them.
  }
ask-more = Only the first { $count } of { $open } functions are asked about here, those without a verdict first; { $rest } more come after them.

## The blank inventory

form-identity = What tells it from the others
form-decides = What decides the verdict: fill this in first
form-size = How large, and where
form-raises = What raises benefits, risks and contract terms
form-lead = A blank inventory of business functions: fill it in, and outsift says which are candidates for BPO, which for traditional outsourcing, and why.
form-step-rows = On the sheet Functions, give each function a row of its own. Only the column { $name } must be filled in.
form-step-start = Start with the columns under the blue band: they alone decide the verdict. Choose from the list in the cell, or type.
form-step-blank = Leave a cell blank where the answer is not known. Missing is missing, never Low: it pulls neither way, and the report says which answers would settle most.
form-step-columns = Columns that you do not need may stay blank or be deleted; columns of your own do no harm.
form-step-run = Save the file, and run the command below: it writes a workbook, a PDF summary and a record.
form-or-count = ({ $levels } or a count)
form-asks-level = { $name }: { $levels }?
form-asks-money = { $name }, in full and in digits.
form-asks-unit = { $name } in { $unit }, in digits.
form-asks-number = { $name }, in digits.
form-asks-date = { $name }, as a date.
form-asks-name = What the function is called.
form-asks-id = A number or code of its own, if it has one.
form-asks-department = The department that does the work.
form-asks-location = Where the work is done.
form-asks-text = { $name }, in a few words.
form-help-count = Give the number (below { $low } is Low, above { $high } High), or choose { $levels }.
form-help-money = Put the currency beside the amounts, or into the header: { $header } (EUR).
form-help-name = One row for each function; a row without a name is left out.
form-help-list = Where there are several, put commas between them.
form-example-count = 12,000, or { $levels }
form-example-yes = { $levels }; Yes or No
form-example-money = 120000, or $120,000
form-example-number = 12 or 3.5
form-example-date = 2027-12-31
form-example-name = Payroll
form-example-id = HR-004
form-example-department = Human resources
form-example-location = Leeds
form-example-list = One, or several: A, B, C
form-example-text = Any text
form-serves-name = Names the row.
form-serves-id = Tells functions of one name apart.
form-serves-department = Totals by department.
form-serves-location = Totals by location.
form-serves-cost = Totals, and what is worth deciding first.
form-serves-people = Totals, and the jobs that are touched.
form-bpo = BPO
form-outsourcing = traditional outsourcing
form-speaks = { $level } speaks for { $ways } ({ $criteria }).
form-speaks-both = { $high } speaks for { $ways }, { $low } for { $others } ({ $criteria }).
form-benefits = { $count ->
    [one] Benefit: { $titles }.
   *[other] Benefits: { $titles }.
  }
form-risks = { $count ->
    [one] Risk: { $titles }.
   *[other] Risks: { $titles }.
  }
form-on-hold = Puts it on hold: { $titles }.
form-terms = { $count ->
    [one] Contract term: { $titles }.
   *[other] Contract terms: { $titles }.
  }
