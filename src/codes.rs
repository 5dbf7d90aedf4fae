//! Every code of a problem, once: what the program saw, what it did about it, and what to do.
//!
//! A code is for filters, scripts and tests, and never changes its meaning. Where a problem lies, what was found there and
//! how to mend it in this very file says the problem itself ([`crate::problem`]); what stands here holds for all of a code.

use std::fmt;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The run cannot go on.
    Error,
    /// Something was not understood, and counts as missing.
    Warning,
    /// Something was understood in a way that the reader should know of.
    Note,
}

impl Severity {
    /// The word used on the terminal, in the workbook and in the record.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// Stands in the row of a code whose warnings say that what people typed, decided or answered is not used.
const WORK_ASIDE: bool = true;

/// Makes the enum of rows: variant, text, how much it may matter, and whether it sets work aside; what it means; how to mend it.
macro_rules! codes {
    ($($code:ident $id:literal [$($severity:ident),+] $($aside:ident)? $meaning:literal $mend:literal;)+) => {
        /// What kind of problem it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $meaning] $code,)+
        }

        impl Code {
            /// Every code, in alphabetical order.
            pub const ALL: &[Code] = &[$(Code::$code,)+];

            /// The text that outputs show.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Code::$code => $id,)+
                }
            }

            /// How much a problem of this code may matter.
            pub const fn severities(self) -> &'static [Severity] {
                match self {
                    $(Code::$code => &[$(Severity::$severity),+],)+
                }
            }

            /// Whether its warnings say that what people typed, decided or answered is not used. They come before all others,
            /// and are said to those who want quiet as well.
            pub const fn sets_work_aside(self) -> bool {
                match self {
                    $(Code::$code => [$($aside,)? false][0],)+
                }
            }

            /// What the program saw, and what it did about it.
            pub const fn meaning(self) -> &'static str {
                match self {
                    $(Code::$code => $meaning,)+
                }
            }

            /// What to do about it.
            pub const fn mend(self) -> &'static str {
                match self {
                    $(Code::$code => $mend,)+
                }
            }
        }
    };
}

impl Code {
    /// The code of a text.
    pub fn of(id: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.id() == id)
    }

    /// The codes whose texts a mistyped one may have been meant as, the likeliest first.
    pub fn near(typed: &str) -> Vec<Code> {
        const MOST: usize = 3;
        let typed = typed.trim().to_lowercase();
        let distance = |code: &Code| match code.id() {
            id if typed.len() > 2 && id.contains(&typed) => 0,
            id => strsim::damerau_levenshtein(id, &typed),
        };
        let is_near = |code: &Code| distance(code) <= 1 + code.id().len().max(typed.len()) / 4;
        let mut near: Vec<Code> = Code::ALL.iter().copied().filter(is_near).collect();
        near.sort_by_key(|code| (distance(code), *code));
        near.truncate(MOST);
        near
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

codes! {
    AdditionNotCarried "addition-not-carried" [Warning] WORK_ASIDE
    "Somebody added a column or a sheet to the workbook of the earlier run; it is in no new one."
    "Look it up in that workbook, which is kept; a column that is to stay belongs in the inventory.";
    AlreadyThere "already-there" [Error]
    "A workbook to fill in stands where a new one would go; it may hold answers, so it was not touched and nothing was written."
    "Name another file with `-o FILE`, or replace the old one and all that was typed into it with `--force`.";
    AmbiguousAnswer "ambiguous-answer" [Warning] WORK_ASIDE
    "A row of the answers fits several functions of the inventory, or its id is that of one and its name that of another, so its answers are not used."
    "Give that row the function's id, or its department beside its name, and run again.";
    AmbiguousEarlier "ambiguous-earlier" [Warning] WORK_ASIDE
    "A function fits several rows of the earlier run, several functions fit one, or ids belong to other functions than they did; what cannot be told is assessed, but not compared."
    "Give each function an id of its own in both files.";
    AnswerDiffers "answer-differs" [Note]
    "The inventory and the answers state different values for one function; the answer counts, unless it stands in a copy of the inventory and nothing tells whether somebody typed it."
    "Make the two agree, or leave them if the answer is the newer one.";
    AnsweredTwice "answered-twice" [Warning, Note] WORK_ASIDE
    "Two rows of the answers belong to the same function, of which the first is used and this one is not; or two files of answers hold the same bytes, and count once."
    "Keep one row for each function, and one file for each person.";
    AssessedBefore "assessed-before" [Warning, Note] WORK_ASIDE
    "The inventory is an assessed workbook; the columns that the program had added were left out, so that its own verdicts are not read as answers."
    "Give the inventory itself where nothing was typed into the workbook; decisions made there come back with `--previous`, levels that were typed over with `--answers`.";
    AssumedTwice "assumed-twice" [Error]
    "Two `--assume` options state something about the same attribute of the same functions; nothing was assessed."
    "Keep the one that is meant.";
    Assumption "assumption" [Error]
    "An `--assume` option could not be understood; nothing was assessed."
    "Write it as the message shows, such as `--assume control=low`.";
    BandsOverlap "bands-overlap" [Error]
    "In the rulebook the count below which volume is Low is greater than the one above which it is High; the rulebook was refused."
    "Make `low_below` at most as great as `high_above`.";
    BeyondAllowance "beyond-allowance" [Warning]
    "The run holds more of something than `--fail-on` allows: the outputs were written, and the exit code is 1."
    "Mend what the warnings name, or allow more with `--fail-on`.";
    CannotPrint "cannot-print" [Error]
    "Standard output could not be written to, so what the command had to say is lost; files that it wrote are there."
    "Look whether the disk or the program that reads the output is at fault, and run again.";
    CannotWrite "cannot-write" [Error]
    "A file or folder of the outputs could not be written; older outputs were left as they were."
    "Make room, ask for the right to write there, or write elsewhere with `-o`.";
    ChangingInput "changing-input" [Error]
    "An input was changed by another program after this run began to read it; nothing was written."
    "Run again when that program has ended.";
    Combined "combined" [Note]
    "Functions of several files or sheets were put together as one portfolio; each keeps where it comes from."
    "Nothing needs to be done; what stands under another header than it had is named.";
    ConflictingStatements "conflicting-statements" [Warning]
    "Two things that are said of a column, or two columns, disagree."
    "Make them agree, or say with an option which one is meant.";
    Crashed "crashed" [Error]
    "The process that does the work ended by a fault before it was done; nothing was written."
    "Save the input again in Excel or LibreOffice and try that file; if it fails too, report it as a fault of outsift.";
    DamagedCell "damaged-cell" [Error]
    "A cell of the workbook cannot be read as what it says it is; the file was refused."
    "Open the file in Excel or LibreOffice, look at that cell, and save the file again.";
    DamagedParquet "damaged-parquet" [Error]
    "The table in Parquet is cut short, contradicts itself, or is packed in a way that is not known here; it was refused."
    "Export it again, or as .csv.";
    DamagedText "damaged-text" [Error]
    "The file cannot be read as delimited text, for instance because it holds a NUL character; it was refused."
    "Export the inventory again.";
    DamagedWorkbook "damaged-workbook" [Error]
    "The workbook is cut short or contradicts itself; it was refused."
    "Open it in Excel or LibreOffice, let it be repaired, and save it again.";
    DecisionNotCarried "decision-not-carried" [Warning, Note] WORK_ASIDE
    "A decision or note of the earlier run belongs to no function of this one; it was not carried over, and is listed among the changes. Or it stands where none is looked for: on another sheet, under another header, in a file of answers, or in a copy beside the outputs."
    "Look it up on the sheet `Changes`, and enter it at the right function if there is one; else do what the message says.";
    DecisionToCheck "decision-to-check" [Note]
    "A decision was carried over from the earlier run, but the evidence that it was made on has changed, or the name or the department of the function."
    "Decide again, or keep the decision, and empty its cell in the column `Check`.";
    DecisionsDiffer "decisions-differ" [Warning]
    "Two copies of a workbook, or two rows of one, decide otherwise on one function; one of the two decisions counts, and its mark in the column `Check` says the other."
    "Decide which one is meant, and empty its cell in the column `Check`.";
    DecisionsJoined "decisions-joined" [Note]
    "An earlier run was given, and decisions that stood only in the set in the place of the outputs were carried over besides, since that set is replaced."
    "Empty the cells of those that are not to stand.";
    DecodedTwice "decoded-twice" [Warning]
    "The text was taken for another encoding once before it was written, so that words such as `José` read `JosÃ©`; it is read as it stands."
    "Export the inventory again, as UTF-8.";
    DelimiterChanges "delimiter-changes" [Error]
    "The fields of the file are parted by one character at first and by another from this row on; the file was refused."
    "Export it again with one delimiter, or replace the other one from this row on.";
    DoubtfulEncoding "doubtful-encoding" [Warning]
    "In the encoding that is likeliest for the text, some words look like no language; they are read as they stand."
    "State the encoding with `--encoding`, or save the file as UTF-8.";
    DuplicateId "duplicate-id" [Error]
    "Two entries of one list in the rulebook have the same id; the rulebook was refused."
    "Give one of them another id, or delete it.";
    DuplicatePart "duplicate-part" [Error]
    "The packed workbook holds two parts of one name, so programs may see different content in it; it was refused."
    "Open it in Excel or LibreOffice, and save the sheet with the inventory as a new file.";
    EarlierJudgedAnew "earlier-judged-anew" [Note]
    "The earlier workbook had lost its verdicts, so its table was judged by the rules of this run, without the answers and assumptions of that one."
    "To compare with what that run said, give its record with `--previous`.";
    EarlierUnusable "earlier-unusable" [Warning] WORK_ASIDE
    "An earlier set of outputs, or a file of it, cannot be read, so nothing of it was compared or carried over; where it stood in the place of an output, it is kept under another name."
    "Mend the file (open and save it in a spreadsheet program) and give it with `--previous`, or delete it.";
    EditedAndKept "edited-and-kept" [Note]
    "A workbook in the place of a new one was edited since its run, or holds decisions that a run with `--no-previous` starts without, or a record there cannot be read; it has another name now, and nothing in it was lost."
    "Give it with `--answers` for levels and answers that were typed into it, with `--rulebook` for weights and thresholds, and with `--previous` for decisions that were not carried over; delete it when all is taken over.";
    EmptyAnswers "empty-answers" [Note]
    "A questionnaire came back without an answer."
    "Ask again whoever was to answer it.";
    EmptyFile "empty-file" [Error]
    "The file holds nothing, or blanks alone; it was refused."
    "Export the inventory again, with its header row.";
    ErrorValue "error-value" [Warning]
    "A cell holds an error such as `#REF!`, or a number that is none; it counts as missing."
    "Mend the formula, or empty the cell.";
    FieldTooLong "field-too-long" [Error]
    "A field of a text file or of a table in Parquet is longer than is read, mostly because a quotation mark is not closed; the file was refused."
    "Close the quotation mark, or export the columns of the inventory alone.";
    FileTooLarge "file-too-large" [Error]
    "The file is larger than is read; it was refused."
    "Export only the sheet with the inventory, or split it; of an earlier run, give the assessed workbook instead of the record.";
    FilledDown "filled-down" [Note]
    "The last rows of the table hold nothing but tick boxes and formulas that were filled down; they were left out."
    "Nothing, where they stand for no functions; else give these their names.";
    FormattedText "formatted-text" [Warning]
    "A cell of an .xlsb file holds a text with formats of its own, which cannot be read there; it counts as empty."
    "Save the file as .xlsx.";
    HeaderClaimedTwice "header-claimed-twice" [Error]
    "The rulebook lists one header under two attributes, so a column could mean either; the rulebook was refused."
    "Remove the header from one of them.";
    HeadingRow "heading-row" [Warning, Note]
    "A row looks like a heading between the functions; it was left out, and is listed among the excluded rows. Where it may as well be a function, it is a warning, and the row counts as one."
    "If it is a function, fill in its row.";
    HiddenColumns "hidden-columns" [Note]
    "Some columns are hidden in the spreadsheet; they were read like all others."
    "Delete them in the file if they are not to count.";
    HiddenRows "hidden-rows" [Note]
    "Some rows are hidden in the spreadsheet, perhaps by a filter; they were read like all others."
    "Delete in the file the rows that are not to be assessed.";
    HiddenSheets "hidden-sheets" [Note]
    "Some sheets of the workbook are hidden; they were not looked at."
    "If the inventory is on one of them, name it with `--sheet`.";
    IdChanged "id-changed" [Note]
    "A function was recognised by its name, but has another id than in the earlier run; its decisions came with it."
    "Make sure that it is the same function.";
    InUse "in-use" [Error]
    "Another run is writing the same set of outputs at this moment; this one wrote nothing."
    "Wait until that run has ended, or write to another folder with `-o DIR`.";
    Interrupted "interrupted" [Note]
    "An earlier run was stopped while it wrote here; its half-written files were removed or the older ones put back before this run."
    "Nothing needs to be done.";
    JobFile "job-file" [Error, Note]
    "Options of this run stand in a job file, or the job file cannot be read or written; what was typed wins over what it says."
    "Look into the file that is named; `--no-job` leaves the `outsift.toml` of the current folder alone.";
    JoinedSheets "joined-sheets" [Note]
    "Several sheets have the same header, and were read as one table."
    "If one sheet alone is meant, name it with `--sheet`.";
    Killed "killed" [Error]
    "The system ended the process that does the work, as it does when memory runs out; nothing was written."
    "Run fewer at once, or give the machine or container more memory.";
    LockFile "lock-file" [Error, Note]
    "The file is the mark that an office program puts beside a workbook while it is open, and holds no table; among other files it was skipped."
    "Give the workbook that it stands for.";
    LongText "long-text" [Note]
    "A text is longer than a cell of a workbook can hold; the assessed workbook has its beginning, and the input is as it was."
    "Shorten it in the input, or read it there.";
    MacroSheets "macro-sheets" [Note]
    "Some sheets of the workbook are of macros, and were not looked at."
    "Nothing, unless the inventory stands on one of them.";
    MappedTwice "mapped-twice" [Error]
    "Two `--map` options name one column, or two columns for one attribute that cannot be added up; nothing was assessed."
    "Keep the one that is meant.";
    MisnamedFile "misnamed-file" [Note]
    "The file's ending says another kind of file than its content; it was read as what it holds."
    "Give the file the right ending, so that other programs read it too.";
    MissingKey "missing-key" [Error]
    "The rulebook lacks an entry that it needs; it was refused."
    "Add the entry that the message names; `outsift rulebook` prints one that is whole.";
    MissingOutput "missing-output" [Error]
    "The record names a file that is not beside it, so the set is not whole."
    "Put the file back, or assess the inventory again.";
    MissingRow "missing-row" [Error]
    "The workbook given as a rulebook lacks the row of a weight or threshold; its rules were refused."
    "Give the row back its name, or add one under the header.";
    NearHeader "near-header" [Warning, Note]
    "A header is spelt almost like one that is known, or stands in for one that is not there, and its column was read as that."
    "Say so with `--map` to be certain, or leave the column out with `--map \"Header=none\"`.";
    NegatedHeader "negated-header" [Warning]
    "A header says that something is not so, or how much there is of it, which leaves open what the answers below it mean; they count as missing."
    "Ask for the thing itself in the header.";
    NegativeAmount "negative-amount" [Note]
    "A cost is below zero; it is counted as it stands, and lowers the totals."
    "Make sure that it is meant, such as for a refund, or mend its sign.";
    NegativeWeight "negative-weight" [Error]
    "A weight in the rulebook is below zero; the rulebook was refused."
    "Write 0 to switch the criterion off, or exchange its poles to turn it round.";
    NestedColumns "nested-columns" [Warning]
    "Columns of a table in Parquet hold lists or records, which have no place in a cell; they were not looked at."
    "Export what counts in them as columns of their own.";
    NestedFirstOf "nested-first-of" [Error]
    "An attribute of the rulebook draws on another that has no column of its own; the rulebook was refused."
    "Name in `first_of` only attributes that have `headers`.";
    NoChecksums "no-checksums" [Error]
    "The record has a format that lists no checksums of the other files, so they cannot be verified."
    "Assess the inventory again with this version, and verify that set.";
    NoDataOrAnswer "no-data-or-answer" [Note]
    "A word that means no data could be an answer in its column, such as `None` of an integration; it was taken for no data."
    "If it means that there is none, write `low` there, or give the word a level in the rulebook.";
    NoDelimitedText "no-delimited-text" [Error]
    "`--delimiter` or `--encoding` was given, and the file is no delimited text; nothing was read."
    "Leave the option out.";
    NoEarlierRun "no-earlier-run" [Error]
    "There is no earlier run to compare with: the file is neither a record nor an assessed workbook that can be read."
    "Give with `--previous` the record or the assessed workbook of an earlier run.";
    NoEarlierVerdict "no-earlier-verdict" [Warning]
    "Functions of the earlier file have no verdict, so neither their verdicts nor the evidence of their decisions can be compared."
    "Open that workbook in a spreadsheet program and save it, so that its formulas are calculated, or give the record of that run.";
    NoEffect "no-effect" [Warning, Note] WORK_ASIDE
    "An option changes nothing here: its column is used otherwise or not at all, or what it says is known already."
    "Leave the option out, or say what is meant.";
    NoFont "no-font" [Error]
    "The file given with `--font` cannot be read, or is no font that can be used; nothing was written."
    "Give a font file that holds the letters of your names, such as NotoSansCJK-Regular.ttc.";
    NoFrequency "no-frequency" [Warning]
    "A column counts what happens in each run of a function, but nothing says how often in a year it runs; these numbers count as missing."
    "Say how often each function runs, such as `daily` or `monthly`, or give a year's counts.";
    NoFunction "no-function" [Error]
    "`outsift explain` was given an empty name."
    "Give a function's id, its name, or a part of its name that no other has.";
    NoHeader "no-header" [Error]
    "A sheet of the workbook given as a rulebook has lost the headers over its weights or thresholds; its rules were refused."
    "Give the headers back the names that the workbook was written with.";
    NoInput "no-input" [Error]
    "There is no file of this name; nothing was assessed."
    "Look at the spelling and at the folder that the command runs in.";
    NoInventory "no-inventory" [Error]
    "No column could be recognised as the names of business functions, or the table looks like something else; nothing was assessed."
    "Give that column a header such as `Function name`, name it with `--map \"Header=name\"`, or name the right sheet with `--sheet`.";
    NoLock "no-lock" [Note]
    "The folder of the outputs cannot be locked, so nothing keeps another run from writing there at the same time; this run was not hindered."
    "Make sure that no other run writes the same outputs, or write to a local folder with `-o DIR`.";
    NoMatch "no-match" [Error]
    "No file has a name that fits the pattern; nothing of it was assessed."
    "Mend the pattern; it stands for names of files, and folders have to be named as they are.";
    NoName "no-name" [Warning]
    "A row has values, but no name; it was left out, and is listed among the excluded rows."
    "Give the function a name.";
    NoRecord "no-record" [Error]
    "The record to verify cannot be opened, or is no whole record of outsift."
    "Give the `-record.json` of a set; if it is broken, assess the inventory again.";
    NoRows "no-rows" [Error]
    "There is a header, but no function below it; nothing was assessed."
    "Export the inventory with its rows, or name another sheet with `--sheet`.";
    NoRulebook "no-rulebook" [Error]
    "The file given with `--rulebook` cannot be read, or is a workbook without rules in it; nothing was assessed."
    "Give a rulebook in TOML, such as `outsift rulebook > mine.toml` writes, or a workbook that this version assessed.";
    NoSheet "no-sheet" [Error]
    "The workbook has no visible sheet; nothing was assessed."
    "Name a hidden sheet with `--sheet`.";
    NoSuchCode "no-such-code" [Error]
    "`outsift explain-code` was asked for a code that no problem has."
    "`outsift explain-code` without a name lists all codes.";
    NoSuchColumn "no-such-column" [Error]
    "An option or the rulebook names a column that the inventory does not have; nothing was assessed."
    "Give a header as it stands in the file, or a column's letters.";
    NoSuchDepartment "no-such-department" [Warning] WORK_ASIDE
    "Something is assumed of a department that no function belongs to, so the assumption has no effect."
    "Spell the department as the inventory does, or leave out `@` and what follows.";
    NoSuchFunction "no-such-function" [Error]
    "The text given to `outsift explain` means no function, or more than one."
    "Give the function's id, or its whole name.";
    NoSuchSheet "no-such-sheet" [Error]
    "The file has no sheet of the name that was asked for; nothing was assessed."
    "Give the name of a sheet as it stands in the workbook; for a text file, leave out `--sheet`.";
    NoValues "no-values" [Error]
    "The file given with `--values` does not hold what the statement in `profile.sql` gives; nothing was written."
    "Run that statement, and export what it gives as .csv with a header.";
    NoWeight "no-weight" [Error]
    "No criterion with a direction has a weight above 0, so nothing could decide; the rules were refused."
    "Give at least one criterion with poles a weight above 0.";
    NoWording "no-wording" [Error]
    "A file of the folder given with `--template` cannot be read; nothing was written."
    "Make the file readable; `outsift wording` prints all messages to start from.";
    NoWorkbook "no-workbook" [Error]
    "The file is packed like a workbook, but has none in it; it was refused."
    "Open it in Excel or LibreOffice, and save the sheet with the inventory as a new file.";
    NoWorkbookName "no-workbook-name" [Error]
    "The workbook to fill in would have a name that spreadsheet programs do not open as one; nothing was written."
    "Give a file name that ends in `.xlsx`.";
    NoWorker "no-worker" [Error]
    "The system lets no further process be started, so nothing was done."
    "Look for limits on the processes and the memory of this user, and run again.";
    NotADate "not-a-date" [Warning, Note]
    "A cell under a header that asks for a date, such as that of an answer, holds something else, or one that does not say which number is the month, such as 05/06/2027; it counts as missing."
    "Write it as 2027-12-31, or list the text under `no_data` in the rulebook.";
    NotAFile "not-a-file" [Error]
    "A folder or something else that is no regular file was given as an input."
    "Give the inventory file itself, or `-` to read standard input.";
    NotALevel "not-a-level" [Warning, Error]
    "A value of the inventory is no level that is known, and counts as missing; in a rulebook, a pole weighs an attribute that has no levels, and the rulebook was refused."
    "Use a word of the scale, such as `Low`, `Medium` or `High`, or add yours to the rulebook; in a pole, name attributes with `kind = \"level\"`.";
    NotANumber "not-a-number" [Warning]
    "A cell under a header that asks for a number holds something else; it counts as missing."
    "Write digits only, such as 1234.5, or list the text under `no_data` in the rulebook.";
    NotASpreadsheet "not-a-spreadsheet" [Error]
    "The file is a web page or XML, whatever its name says; it was refused."
    "Open it in Excel or LibreOffice, and save it as .xlsx or .csv.";
    NotBack "not-back" [Note]
    "Functions that are not settled stand in none of the files that came back into the folder given with `--answers`."
    "Wait for the questionnaire, or ask again: `outsift template` writes one for each department with `--by`.";
    NotCalculated "not-calculated" [Warning, Error]
    "A cell holds a formula without its result; in an inventory it counts as empty, and where it is a weight or threshold of a workbook's rules, these were refused."
    "Open the file in Excel or LibreOffice and save it, so that it is calculated.";
    NotCombined "not-combined" [Error, Note]
    "Files or sheets that are to be assessed as one do not fit: nothing that functions are judged by is in both, or all rows of one say the same as rows of another; a sheet of a workbook that holds less was passed over."
    "Say which columns are the same with `--map`, or leave files out.";
    NotCompiled "not-compiled" [Error]
    "Something of the inventory or of the rules cannot be said in SQL; nothing was written."
    "Do what the message says, or assess the rows with `outsift assess`.";
    NotDrawn "not-drawn" [Warning]
    "The PDF cannot draw some text, and has a sign of replacement for each character; functions are named by their ids or rows instead, and the other outputs have the text."
    "Give the font that the message names, or any that has the characters, with `--font FILE`, or look for it among the fonts of this machine with `--font system`.";
    NotRestored "not-restored" [Error]
    "An output could not be replaced, and its older version could not be put back either; that version is kept in the folder that the message names."
    "Free the place that could not be written, and run again: the next run puts it back.";
    NotText "not-text" [Warning]
    "Values of a table in Parquet are bytes that are no text in UTF-8; they count as empty."
    "Export the column as text.";
    NoteRow "note-row" [Warning, Note]
    "A row looks like a note below or between the functions; it was left out, and is listed among the excluded rows. Where it may as well be a function, it is a warning, and the row counts as one."
    "If it is a function, fill in its row.";
    NothingBefore "nothing-before" [Warning, Note] WORK_ASIDE
    "The folder given with `--previous` holds no outputs of an earlier run on this inventory, so nothing was compared."
    "Right where the inventory is new; else give the folder with the outputs of its earlier run.";
    NothingSelected "nothing-selected" [Error]
    "No row holds what a `--where` option says; nothing was assessed."
    "Give a value that the column holds, as the message shows.";
    NothingToCompare "nothing-to-compare" [Error]
    "`--fail-on changed` or `--fail-on gone` stands beside `--no-previous`, so there is no earlier run to compare with; nothing was assessed."
    "Leave out either of the two.";
    OneInventory "one-inventory" [Error]
    "Something goes with one inventory, such as the file given with `--previous` or the command, but several were given; nothing was done."
    "Give one by itself, or make one portfolio of all with `--combine`.";
    OnePole "one-pole" [Error]
    "A criterion of the rulebook has one pole only; the rulebook was refused."
    "Give both `bpo` and `outsourcing`, or neither for a criterion without a direction.";
    OpenAnswers "open-answers" [Note]
    "A questionnaire came back with answers, and functions in it are still not settled."
    "Ask again for what the message names.";
    OpenElsewhere "open-elsewhere" [Warning]
    "An office program seems to have the workbook open that this run has replaced, and shows the older one; the run was not hindered."
    "Close it there, and open it anew; what was saved from there in the meantime counts in the next run as a workbook that was edited.";
    OpenQuote "open-quote" [Error]
    "A quotation mark in the text file is not closed where its field must end, so what follows cannot be parted into fields; the file was refused."
    "Close it, or double it where it belongs to the text.";
    Option "option" [Error]
    "A `--map`, `--scale` or `--where` option could not be understood; nothing was assessed."
    "Write it as the message shows.";
    OutOfMemory "out-of-memory" [Error]
    "The work needs more memory than is allowed; nothing was written."
    "Export only the sheet with the inventory, or raise the limit with `--max-memory`.";
    OutOfTime "out-of-time" [Error]
    "The work takes longer than is allowed; nothing was written."
    "Split the file, or raise the limit with `--max-time`.";
    OutputIsInput "output-is-input" [Error]
    "An output would overwrite a file that this run reads; nothing was written."
    "Write to another folder or file with `-o`.";
    OwnOutput "own-output" [Error, Note]
    "The file is what a run made of an inventory, or a questionnaire on one, and no inventory itself; among other files it was skipped."
    "Give the inventory; `--answers` takes questionnaires and assessed workbooks, `--previous` records and assessed workbooks.";
    PackedTooDensely "packed-too-densely" [Error]
    "A part of the packed workbook unpacks to far more than a spreadsheet program would pack so small; it was refused."
    "Open it in Excel or LibreOffice, and save the sheet with the inventory as a new file.";
    ParentRows "parent-rows" [Warning]
    "Some rows have their parts in other rows, by a column that says so, by numbered ids, by levels, or by ids, names, groups and kinds of rows whose amounts add up; the parents were left out, and are listed among the excluded rows. Where amounts do not tell, all rows count, and the message says so. A row that is only some of the one above it, such as `of which dunning`, was left out itself."
    "Choose with `--where` which rows are judged, as the message shows, or give a part a name of its own.";
    PartTooLarge "part-too-large" [Error]
    "A part of the packed workbook is larger than is read; it was refused."
    "Open it in Excel or LibreOffice, and save the sheet with the inventory as a new file.";
    Password "password" [Error]
    "The file is protected by a password; it was refused."
    "Remove the password, and save the file again.";
    RatersDisagree "raters-disagree" [Warning, Note]
    "Several files of answers give different levels for one function; the level counts as not known between the lowest and the highest of them."
    "Agree on one, or type it into the assessed workbook and give that with `--answers`, too; `--answers-prefer` takes the last answer or the median.";
    ReadOtherwise "read-otherwise" [Warning]
    "A text means something else beside all values of a table than it does in the sample of it; what it means beside all values counts."
    "State what the column leaves open with `--decimal-mark`, `--scale` or `--unit`.";
    ReadTwice "read-twice" [Error]
    "Standard input is given as more than one file, but can be read once only."
    "Give files for the others.";
    Renamed "renamed" [Note]
    "A function was recognised by its id, but has another name than in the earlier run or in the answers; its decisions, or the answers, came with it."
    "If the id was given to another function, give that one an id of its own.";
    RepeatedId "repeated-id" [Note]
    "Two rows have one id; both are kept, as two functions."
    "Mend the id that is wrong.";
    RepeatedName "repeated-name" [Warning, Note]
    "Two rows have one name; both are kept, as two functions."
    "Delete one if they are the same function.";
    RuledOut "ruled-out" [Note]
    "A header has the words of an attribute beside others that make it something else; its column is not used."
    "Give what the column holds as the attribute is meant, or change `unless` in the rulebook.";
    SameOutputs "same-outputs" [Error]
    "Two inventories would write to files of the same names; neither was assessed."
    "Assess them one by one, with a folder of its own for each: `-o DIR`.";
    SecondColumn "second-column" [Note]
    "A further column could be an attribute that was read from another one; this one is not used."
    "If it is the better one, say so with `--map`.";
    SecondTable "second-table" [Warning]
    "Below a blank row, another table seems to begin; its rows were left out, and are listed among the excluded rows."
    "Put the other table on a sheet of its own, or delete the blank row if all rows are functions.";
    SeveralYears "several-years" [Warning]
    "The functions have a row for each of several years; the latest of each was taken, and the others are listed among the excluded rows. Where that is not certain, or where the rows are of months or the like, all rows count, and the message says so."
    "Choose the year with `--where`, as the message shows.";
    SharedAmount "shared-amount" [Warning]
    "One cell, merged over the rows of several functions, holds an amount; it counts for none of them, since nobody knows what each has of it."
    "Split the cell, and write what each function has of it.";
    ShortCells "short-cells" [Error]
    "The cells of the .xlsb file are written in a short form that cannot be read; it was refused."
    "Open it in Excel or LibreOffice, and save it as .xlsx.";
    StatedTwice "stated-twice" [Error]
    "The workbook given as a rulebook states one weight or threshold in two rows; its rules were refused."
    "Delete one of the rows.";
    StatisticRow "statistic-row" [Note]
    "A row looks like a statistic of the other rows, such as their average; it was left out, and is listed among the excluded rows."
    "If it is a function, give it a name that says more.";
    StrayCell "stray-cell" [Warning]
    "A cell stands far from everything else on its sheet, and was left out."
    "Delete it, or move it beside what it belongs to.";
    StrayQuote "stray-quote" [Warning]
    "Text follows the quotation mark that closes a field; the marks are left out, and the text is kept."
    "Double the marks that belong to the text.";
    StrayReturn "stray-return" [Note]
    "A carriage return or a line feed stands within a row of delimited text whose lines end otherwise; it was read as a blank."
    "Nothing, where the row is read as it should be.";
    Toml "toml" [Error]
    "A file in TOML has a mistake in its form; it was refused."
    "Mend the line that the message names.";
    TooLargeForASheet "too-large-for-a-sheet" [Error]
    "The assessed table or the rulebook does not fit into a sheet of a workbook; nothing was written."
    "Give fewer rows or columns, or a rulebook with fewer lines, as the message says.";
    TooManyCells "too-many-cells" [Error]
    "The sheets take up more cells than are read, perhaps because something stands far away from the inventory; the file was refused."
    "Delete what stands far to the right of or below the inventory, or export its columns alone.";
    TooManyColumns "too-many-columns" [Error]
    "The file has more columns than are read, perhaps because a quotation mark is not closed; it was refused."
    "Export only the columns of the inventory.";
    TooManyFindings "too-many-findings" [Error]
    "The rulebook has more findings and contract terms than can be judged; it was refused."
    "Delete some of them.";
    TooManyParts "too-many-parts" [Error]
    "The packed workbook has more parts than are read; it was refused."
    "Open it in Excel or LibreOffice, and save the sheet with the inventory as a new file.";
    TooOld "too-old" [Error]
    "The workbook was written in a format older than Excel 5; it was refused."
    "Open it in Excel or LibreOffice, and save it as .xlsx.";
    TotalRow "total-row" [Warning, Note]
    "A row looks like a total although it has a name of its own; it was left out, and is listed among the excluded rows. Where it may as well be a function, it is a warning, and the row counts as one."
    "If it is a function, fill in its row; if it is none, call it `Total`, or delete it.";
    Transposed "transposed" [Error]
    "The names below the header are headers themselves, so the table lies on its side, or each row holds one attribute of a function; nothing was assessed."
    "Transpose the table, or pivot the attributes into columns, so that each function has one row.";
    TwoTestsInOne "two-tests-in-one" [Error]
    "A test of the rulebook has two kinds of comparison together; the rulebook was refused."
    "Make two tests of it, under `all` or `any`.";
    TypedAside "typed-aside" [Warning] WORK_ASIDE
    "Levels, answers, values, weights, thresholds or decisions that were typed into an assessed workbook are not those of this run, to which it was given for something else."
    "Give the workbook with `--answers` for levels, answers and values, with `--rulebook` for weights and thresholds, and with `--previous` for decisions and notes.";
    UnclearHeader "unclear-header" [Warning]
    "A header fits several attributes; its column is not used."
    "Say with `--map` which one is meant.";
    UnclearPeriod "unclear-period" [Warning]
    "Nothing says, or several things say, what period the numbers of a column are for; they count as missing."
    "Name one period in the header, such as `per month`, or give a year's counts.";
    UnclearScale "unclear-scale" [Warning]
    "A column holds bare numbers, but nothing says for certain from where to where their scale runs, or which end is most; they count as missing."
    "State the scale with `--scale`, or write it into the header.";
    UnclearUnit "unclear-unit" [Warning]
    "What is said of the unit of a column's numbers is not understood, or is the unit of something else; they count as missing."
    "State the unit with `--unit`, or mend the header.";
    UnevenRow "uneven-row" [Warning]
    "A row of delimited text has more or fewer fields than its header, or a value that belongs in the column beside it, so that its values may stand in the wrong columns; it was left out."
    "Put quotation marks around texts that hold the sign between fields or a line end.";
    UnevenRows "uneven-rows" [Error]
    "Most rows of delimited text have more or fewer fields than their header; the file was refused."
    "Give each column its header, and put quotation marks around texts that hold the sign between fields.";
    UnknownAnswers "unknown-answers" [Warning] WORK_ASIDE
    "A column of answers goes by a header that no attribute has, or a remark stands beside the answers; what is said there is not used."
    "Give the column the header that the questionnaire or the inventory has.";
    UnknownDecision "unknown-decision" [Warning] WORK_ASIDE
    "A decision of the earlier run is none of those that are offered; it was carried over as it stands, and counts neither way."
    "Choose one of the decisions that the column offers.";
    UnknownDelimiter "unknown-delimiter" [Error]
    "Each line of the text is one field; another sign than the usual ones seems to part it."
    "State the sign with `--delimiter`.";
    UnknownFormat "unknown-format" [Error]
    "The file is of a kind that is not read, or no kind that is known; it was refused."
    "Give an .xlsx, .xls, .xlsb, .ods, .csv or .parquet file.";
    UnknownFunction "unknown-function" [Warning] WORK_ASIDE
    "A row of the answers names a function that the inventory does not have, or has in another department; its answers are not used."
    "Give the id or the name as the inventory has it.";
    UnknownKey "unknown-key" [Error]
    "A rulebook or a file of messages has an entry of a name that is not known, so it would have no effect; the file was refused."
    "Mend its spelling, or delete it.";
    UnknownName "unknown-name" [Error]
    "A rule refers to a criterion, an attribute or something else that is not there; the rules were refused."
    "Mend the spelling, or add what is referred to.";
    UnknownPacking "unknown-packing" [Error]
    "A part of the workbook is packed by a method that no spreadsheet program uses; it was refused."
    "Open it in Excel or LibreOffice, and save the sheet with the inventory as a new file.";
    UnpacksTooLarge "unpacks-too-large" [Error]
    "The packed workbook is larger in all than is read; it was refused."
    "Open it in Excel or LibreOffice, and save the sheet with the inventory as a new file.";
    UnreadAnswer "unread-answer" [Warning] WORK_ASIDE
    "An answer or a level that somebody typed cannot be read, or a column of answers leaves open what they mean; it is not used."
    "Write it in the words that the question has, or as a level: `Low`, `Medium`, `High`, or a number from 0 to 100.";
    UnreadSheet "unread-sheet" [Warning]
    "A sheet beside the inventory has columns that functions are judged by and that the inventory lacks; it was not read."
    "Put the columns beside the functions, on one sheet.";
    UnreadableFile "unreadable-file" [Error]
    "The file is there, but the system does not let it be read; nothing was assessed."
    "Make sure that you may read it and that no other program holds it.";
    UnreadableOutput "unreadable-output" [Error]
    "A file of the set is there, but cannot be read, so it could not be verified."
    "Make sure that you may read it, and verify again.";
    WhichColumn "which-column" [Warning]
    "Two columns have the same header and other values; the first is used and this one is not."
    "Say with `--map` which one is meant.";
    WhichDecimal "which-decimal" [Warning]
    "A column has numbers such as 1.234, whose mark may part thousands or a fraction, and nothing else in it settles this; they count as missing."
    "Say with `--decimal-mark` what the mark is.";
    WhichSheet "which-sheet" [Error]
    "Two sheets could both be the table that is wanted; neither was read."
    "Name the right inventory with `--sheet`; keep answers on one sheet, or in a file of their own.";
    WideRange "wide-range" [Warning]
    "A range of counts, or what may be added to it, spans more than one level of volume; it counts as missing."
    "Give a narrower range, or one number.";
    Wording "wording" [Error]
    "A message of the folder given with `--template` is not written as messages are, or uses what it does not have; nothing was written."
    "Mend what the message names; `outsift wording` prints all messages as they are.";
    WordsLeftOver "words-left-over" [Note]
    "Words in headers were not understood, and not used; they stand beside no number, scale, unit or period."
    "If one of them changes what a column holds, leave the column out with `--map`, or mend the header.";
    WrongDate "wrong-date" [Error]
    "The environment variable `SOURCE_DATE_EPOCH` is no number of seconds, or `TZ` no time zone; nothing was assessed."
    "Give seconds since 1970, or a time zone such as `Europe/Berlin`, or state the date with `--date`.";
    WrongEncoding "wrong-encoding" [Error]
    "The text file is written in an encoding that is not read, or is broken within it; it was refused."
    "Save the file as UTF-8.";
    WrongKind "wrong-kind" [Error]
    "An attribute that reports add up has another kind in the rulebook than that needs; the rulebook was refused."
    "Give it the kind that the message names, or another `id`.";
    WrongOutput "wrong-output" [Error]
    "A file of the set is not as the run wrote it, or the record names no file beside itself; the set cannot be relied on."
    "Put back the file that belongs to the record, or assess the inventory again.";
    WrongPoints "wrong-points" [Error, Warning]
    "On a sheet of `outsift weigh` a rank or points are missing, outside their range, or against each other, or a criterion has no row; nothing was weighed where it is an error."
    "Fill in the whole column with ranks from 1, or points from 0 to 100.";
    WrongValue "wrong-value" [Error]
    "An entry of the rulebook has a value that it cannot have; the rules were refused."
    "Write what the message expects.";
}

#[cfg(test)]
mod tests {
    use super::Code;

    fn near(typed: &str) -> Vec<&'static str> {
        Code::near(typed).into_iter().map(Code::id).collect()
    }

    #[test]
    fn a_mistyped_code_finds_those_that_are_near() {
        assert_eq!(near("not-a-levl"), ["not-a-level"]);
        assert_eq!(near("Total-Row "), ["total-row", "note-row"]);
        assert_eq!(near("too-many"), ["too-many-cells", "too-many-columns", "too-many-findings"]);
        assert_eq!(near("xyzzy"), [""; 0]);
        assert_eq!(near(""), [""; 0]);
    }

    #[test]
    fn a_code_is_found_by_its_text() {
        for code in Code::ALL {
            assert_eq!(Code::of(code.id()), Some(*code));
        }
        assert_eq!(Code::of("near"), None);
    }
}
