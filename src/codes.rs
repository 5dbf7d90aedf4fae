//! Every code of a problem, once.
//!
//! A code is for filters, scripts and tests: it never changes its meaning.

use std::fmt;

macro_rules! codes {
    ($($code:ident = $id:literal,)+) => {
        /// What kind of problem it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Code {
            $($code,)+
        }

        impl Code {
            /// Every code, in alphabetical order.
            pub const ALL: &[Code] = &[$(Code::$code,)+];

            /// The kebab-case text that outputs show.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Code::$code => $id,)+
                }
            }
        }
    };
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

codes! {
    AlreadyThere = "already-there",
    AmbiguousAnswer = "ambiguous-answer",
    AmbiguousEarlier = "ambiguous-earlier",
    AnswerDiffers = "answer-differs",
    AnsweredTwice = "answered-twice",
    AssumedTwice = "assumed-twice",
    Assumption = "assumption",
    BandsOverlap = "bands-overlap",
    BeyondAllowance = "beyond-allowance",
    CannotPrint = "cannot-print",
    CannotWrite = "cannot-write",
    ChangingInput = "changing-input",
    Crashed = "crashed",
    DamagedCell = "damaged-cell",
    DamagedText = "damaged-text",
    DamagedWorkbook = "damaged-workbook",
    DecisionNotCarried = "decision-not-carried",
    DecisionToCheck = "decision-to-check",
    DelimiterChanges = "delimiter-changes",
    DuplicateId = "duplicate-id",
    DuplicatePart = "duplicate-part",
    EarlierJudgedAnew = "earlier-judged-anew",
    EmptyFile = "empty-file",
    ErrorValue = "error-value",
    FieldTooLong = "field-too-long",
    FileTooLarge = "file-too-large",
    FormattedText = "formatted-text",
    HeaderClaimedTwice = "header-claimed-twice",
    HeadingRow = "heading-row",
    HiddenColumns = "hidden-columns",
    HiddenRows = "hidden-rows",
    HiddenSheets = "hidden-sheets",
    IdChanged = "id-changed",
    InUse = "in-use",
    Interrupted = "interrupted",
    JoinedSheets = "joined-sheets",
    Killed = "killed",
    LongText = "long-text",
    MappedTwice = "mapped-twice",
    MergedCells = "merged-cells",
    MisnamedFile = "misnamed-file",
    MissingKey = "missing-key",
    MissingOutput = "missing-output",
    MissingRow = "missing-row",
    NearHeader = "near-header",
    NegativeAmount = "negative-amount",
    NegativeWeight = "negative-weight",
    NestedFirstOf = "nested-first-of",
    NoChecksums = "no-checksums",
    NoEarlierRun = "no-earlier-run",
    NoEarlierVerdict = "no-earlier-verdict",
    NoFont = "no-font",
    NoFrequency = "no-frequency",
    NoFunction = "no-function",
    NoHeader = "no-header",
    NoInput = "no-input",
    NoInventory = "no-inventory",
    NoLock = "no-lock",
    NoMatch = "no-match",
    NoName = "no-name",
    NoRecord = "no-record",
    NoRows = "no-rows",
    NoRulebook = "no-rulebook",
    NoSheet = "no-sheet",
    NoSuchColumn = "no-such-column",
    NoSuchDepartment = "no-such-department",
    NoSuchFunction = "no-such-function",
    NoSuchSheet = "no-such-sheet",
    NoWeight = "no-weight",
    NoWording = "no-wording",
    NoWorkbook = "no-workbook",
    NoWorkbookName = "no-workbook-name",
    NoWorker = "no-worker",
    NotAFile = "not-a-file",
    NotALevel = "not-a-level",
    NotANumber = "not-a-number",
    NotASpreadsheet = "not-a-spreadsheet",
    NotCalculated = "not-calculated",
    NotCombined = "not-combined",
    NotDrawn = "not-drawn",
    NotRestored = "not-restored",
    NoteRow = "note-row",
    OneInventory = "one-inventory",
    OnePole = "one-pole",
    OpenQuote = "open-quote",
    Option = "option",
    OutOfMemory = "out-of-memory",
    OutOfTime = "out-of-time",
    OutputIsInput = "output-is-input",
    PackedTooDensely = "packed-too-densely",
    PartTooLarge = "part-too-large",
    Password = "password",
    ReadTwice = "read-twice",
    Renamed = "renamed",
    RepeatedId = "repeated-id",
    RepeatedName = "repeated-name",
    RuledOut = "ruled-out",
    SameOutputs = "same-outputs",
    SecondColumn = "second-column",
    ShortCells = "short-cells",
    StatedTwice = "stated-twice",
    StrayQuote = "stray-quote",
    Toml = "toml",
    TooLargeForASheet = "too-large-for-a-sheet",
    TooManyCells = "too-many-cells",
    TooManyColumns = "too-many-columns",
    TooManyFindings = "too-many-findings",
    TooManyParts = "too-many-parts",
    TooOld = "too-old",
    TotalRow = "total-row",
    TwoTestsInOne = "two-tests-in-one",
    UnclearHeader = "unclear-header",
    UnclearPeriod = "unclear-period",
    UnclearScale = "unclear-scale",
    UnknownDecision = "unknown-decision",
    UnknownFormat = "unknown-format",
    UnknownFunction = "unknown-function",
    UnknownKey = "unknown-key",
    UnknownName = "unknown-name",
    UnknownPacking = "unknown-packing",
    UnpacksTooLarge = "unpacks-too-large",
    UnreadableFile = "unreadable-file",
    UnreadableOutput = "unreadable-output",
    WhichColumn = "which-column",
    WhichDecimal = "which-decimal",
    WhichSheet = "which-sheet",
    WideRange = "wide-range",
    Wording = "wording",
    WrongDate = "wrong-date",
    WrongEncoding = "wrong-encoding",
    WrongKind = "wrong-kind",
    WrongOutput = "wrong-output",
    WrongValue = "wrong-value",
}
