//! One function of a run against its counterpart in an earlier one, and which that is.

use super::change::{Change, ChangeKind, LeftBehind, Moved};
use crate::assessment::Assessed;
use crate::codes::Code;
use crate::inventory::{Counterpart, Inventory, Matches, matched};
use crate::language::Language;
use crate::own_files::{Choice, Decision, Earlier, EarlierFunction, EarlierRow, Said};
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::text::fold;
use crate::rulebook::{Rulebook, Threshold};
use crate::sheets::{CHANGES, TO_CHECK};
use crate::table::SourceFile;

/// The counterparts of the functions of a run in an earlier one. Rows that nothing is to be taken from are marked there.
pub(super) fn counterparts(
    rulebook: &Rulebook,
    (file, inventory): (&SourceFile, &Inventory),
    earlier: &mut Earlier,
) -> Matches {
    let is_one_file = earlier.input_sha256.as_ref() == Some(&file.sha256);
    let mut matches = matched_by_rows(rulebook, inventory, earlier, is_one_file);
    if is_one_file {
        leave_torn(inventory, earlier, &mut matches);
    }
    matches
}

/// The functions of an earlier run that have no counterpart.
pub(super) fn left_behind(earlier: &Earlier, now: &[Counterpart]) -> Vec<LeftBehind> {
    let left = now.iter().enumerate().filter(|(_, counterpart)| !matches!(counterpart, Counterpart::One(_)));
    let left = left.map(|(at, now)| LeftBehind {
        earlier: at,
        is_gone: *now == Counterpart::None && earlier.functions[at].kind != EarlierRow::Torn,
    });
    left.collect()
}

/// The same; of functions that share a name those in the same row, where both runs read the same file, or where a
/// workbook tells in which row its run had each, whatever it was sorted by since, and that row still says the same.
fn matched_by_rows(rulebook: &Rulebook, inventory: &Inventory, earlier: &Earlier, is_one_file: bool) -> Matches {
    let mut matches = matched(&inventory.keys(rulebook), &earlier.keys());
    let is_shared = |counterpart: &Counterpart| matches!(counterpart, Counterpart::Several(_));
    if !matches.earlier.iter().any(is_shared) {
        return matches;
    }
    let (rows, keys) = (earlier.rows(), earlier.rows_by_key());
    for (function, counterpart) in matches.earlier.iter_mut().enumerate().filter(|(_, now)| is_shared(now)) {
        let (row0, name) = (inventory.functions[function].row0, fold(&inventory.name(function)));
        let in_row = || rows.get(&(inventory.table.row_shown(row0), name.clone())).filter(|_| is_one_file);
        let is_same = |at: &&usize| earlier.functions[**at].contents == Some(inventory.contents(function));
        let by_key = || keys.get(&((row0 + 1).to_string(), name.clone())).filter(is_same);
        let found = in_row().or_else(by_key).copied();
        if let Some(at) = found
            && !matches!(matches.now[at], Counterpart::One(_))
        {
            *counterpart = Counterpart::One(at);
            matches.now[at] = Counterpart::One(function);
        }
    }
    matches
}

/// Leaves the rows of a workbook without a counterpart whose keys are those of other functions: its table was sorted in part.
fn leave_torn(inventory: &Inventory, earlier: &mut Earlier, matches: &mut Matches) {
    for (function, counterpart) in matches.earlier.iter_mut().enumerate() {
        let Counterpart::One(at) = *counterpart else { continue };
        let before = &mut earlier.functions[at];
        if before.key.is_empty() || before.key == (inventory.functions[function].row0 + 1).to_string() {
            continue;
        }
        before.kind = EarlierRow::Torn;
        matches.now[at] = Counterpart::Several([function].into());
        *counterpart = Counterpart::Several([at].into());
    }
}

/// A run beside an earlier one.
pub(super) struct Comparison<'c, 'a> {
    pub(super) rulebook: &'c Rulebook,
    pub(super) inventory: &'c Inventory<'a>,
    pub(super) assessed: &'c Assessed,
    pub(super) earlier: &'c Earlier,
}

impl Comparison<'_, '_> {
    /// What has changed on a function, and what was decided on it.
    pub(super) fn of(
        &self,
        function: usize,
        counterpart: &Counterpart,
        problems: &mut Problems,
    ) -> (Change, Option<Decision>) {
        let mut change = Change { function, earlier: None, kinds: Vec::new(), moved: Vec::new() };
        let at = match counterpart {
            Counterpart::One(at) => *at,
            Counterpart::None => {
                change.kinds.push(ChangeKind::New);
                return (change, None);
            }
            Counterpart::Several(candidates) => {
                change.kinds.push(ChangeKind::Ambiguous);
                problems.push(self.ambiguous(function, candidates));
                return (change, None);
            }
        };
        let before = &self.earlier.functions[at];
        change.earlier = Some(at);
        change.moved = self.moved(function, &before.evidence);
        let assessment = self.assessed.of(function);
        if before.verdict.is_some_and(|verdict| verdict != assessment.verdict) {
            change.kinds.push(ChangeKind::Verdict);
        }
        let decision = self.carried(function, at, problems);
        let thousandths = |score: f64| (score * 1000.0).round() as i64;
        let distance = |score: f64| (thousandths(assessment.score.points()) - thousandths(score)).abs();
        let is_judged_otherwise = change.kinds.contains(&ChangeKind::Verdict);
        if !is_judged_otherwise
            && before
                .score
                .is_some_and(|score| distance(score) > self.rulebook.thresholds[Threshold::NoteworthyChange] * 1000)
        {
            change.kinds.push(ChangeKind::Score);
        }
        self.compare_names(function, before, &mut change, problems);
        (change, decision)
    }

    fn compare_names(&self, function: usize, before: &EarlierFunction, change: &mut Change, problems: &mut Problems) {
        let (id, name) = (self.inventory.role(self.rulebook.roles.id, function), self.inventory.name(function));
        let file = &self.earlier.file;
        if fold(&name) != fold(&before.name) {
            change.kinds.push(ChangeKind::Name);
            let message = format!("`{name}` was called `{}` in `{file}`", before.name);
            let help = format!("it was recognised by its id `{id}`");
            problems.push(Problem::note(Code::Renamed, self.place(function), message).help(help));
        }
        if fold(&id) != fold(&before.id) {
            change.kinds.push(ChangeKind::Id);
            let shown = |id: &str| if id.is_empty() { "no id".to_owned() } else { format!("the id `{id}`") };
            let message = format!("`{name}` had {} in `{file}` and has {} here", shown(&before.id), shown(&id));
            let problem = Problem::note(Code::IdChanged, self.place(function), message);
            problems.push(problem.help("it was recognised by its name; make sure that it is the same function"));
        }
        if self.other_department(function, before).is_some() {
            change.kinds.push(ChangeKind::Department);
        }
    }

    /// That functions have the ids of others, where ids by themselves say nothing.
    pub(super) fn told_by_no_id(&self, functions: &[usize]) -> Option<Problem> {
        let first = *functions.first()?;
        let file = &self.earlier.file;
        let count = functions.len();
        let stand = if count == 1 { "id stands" } else { "ids stand" };
        let message = format!(
            "{count} {stand} at other names than in `{file}`, such as `{}` at `{}`; as ids went to other functions, or hardly \
             any name is the same, nothing was taken over by an id alone",
            self.inventory.role(self.rulebook.roles.id, first),
            self.inventory.name(first),
        );
        let problem = Problem::warning(Code::AmbiguousEarlier, Place::file(file.clone()), message);
        Some(problem.help("where it is another inventory, keep its outputs in a folder of their own"))
    }

    /// The department that a function had, where it was another one.
    fn other_department<'b>(&self, function: usize, before: &'b EarlierFunction) -> Option<&'b str> {
        let department = fold(&self.inventory.role(self.rulebook.roles.department, function));
        let is_other = ![&department, &fold(&before.department)].map(String::as_str).contains(&"")
            && department != fold(&before.department);
        is_other.then_some(&*before.department)
    }

    /// What leaves a doubt that it is the same function: another name, or another department where no id says that it is.
    fn doubts(&self, function: usize, before: &EarlierFunction, language: Language) -> Vec<String> {
        let [.., name, department, _] = TO_CHECK.map(|name| name.text(language));
        let id = fold(&self.inventory.role(self.rulebook.roles.id, function));
        let is_renamed = fold(&self.inventory.name(function)) != fold(&before.name);
        let is_told = !id.is_empty() && id == fold(&before.id);
        let name = is_renamed.then(|| format!("{name} {}", before.name));
        let moved = self.other_department(function, before).filter(|_| !is_told);
        name.into_iter().chain(moved.map(|was| format!("{department} {was}"))).collect()
    }

    /// The evidence that has moved, as far as the earlier file tells.
    fn moved(&self, function: usize, before: &[Said]) -> Vec<Moved> {
        let evidence = self.assessed.evidence(function);
        let pairs = self.rulebook.directional().zip(before).map(|((criterion, ..), from)| Moved {
            criterion,
            from: *from,
            to: Said::of(evidence[criterion]),
        });
        pairs.filter(|moved| moved.from != Said::NotTold && moved.from != moved.to).collect()
    }

    /// What was decided on a function in the earlier run, as it is carried over: as it stands, with a mark where its evidence has
    /// changed, or it may be another function's.
    pub(super) fn carried(&self, function: usize, at: usize, problems: &mut Problems) -> Option<Decision> {
        let before = &self.earlier.functions[at];
        let mut decision = before.decision.clone()?;
        let Some(choice) = &decision.choice else { return Some(decision) };
        let name = self.inventory.name(function);
        if let Choice::Other(text) = choice {
            let offered: Vec<&str> = Choice::OFFERED.iter().map(Choice::name).collect();
            let message = format!("expected one of {}, found `{text}`", offered.join(", "));
            let problem = Problem::warning(Code::UnknownDecision, before.place.clone(), message);
            problems.push(problem.help("it was carried over as it stands, and counts neither way"));
        }
        // What stood beside it when it was made may be another thing than what the run had said.
        let (moved, verdict) = match &before.shown {
            Some(shown) => (self.moved(function, &shown.evidence), Some(shown.verdict)),
            None => (self.moved(function, &before.evidence), before.verdict),
        };
        let now = self.assessed.of(function).verdict;
        let why = |language: Language| match (moved.as_slice(), verdict) {
            ([], Some(verdict)) if verdict != now => {
                Some(format!("{} {}", TO_CHECK[2].text(language), verdict.called().text(language)))
            }
            ([], _) => None,
            (moved, _) => Some(self.moves(moved, language)),
        };
        let whys = |language: Language, is_marked: bool| {
            let [evidence, then, ..] = TO_CHECK.map(|name| name.text(language));
            let lead = if is_marked { then } else { evidence };
            let of_evidence = why(language).map(|why| format!("{lead}: {why}"));
            let whys = of_evidence.into_iter().chain(self.doubts(function, before, language));
            whys.collect::<Vec<_>>().join("; ")
        };
        let own = whys(self.rulebook.language, !decision.check.is_empty());
        if !own.is_empty() {
            let message =
                format!("the decision `{}` on `{name}` is to be checked: {}", choice.name(), whys(Language::En, false));
            let problem = Problem::note(Code::DecisionToCheck, self.place(function), message);
            problems.push(problem.help("decide again, or keep the decision, and empty its cell in the column `Check`"));
            let parting = if decision.check.is_empty() { "" } else { "; " };
            decision.check = format!("{}{parting}{own}", decision.check);
        }
        Some(decision)
    }

    /// Evidence that has moved, in a few words.
    fn moves(&self, moved: &[Moved], language: Language) -> String {
        moved.iter().map(|moved| moved.shown(self.rulebook, language)).collect::<Vec<_>>().join(", ")
    }

    fn ambiguous(&self, function: usize, candidates: &[usize]) -> Problem {
        let rows: Vec<&str> = candidates.iter().take(5).map(|at| self.earlier.functions[*at].row.as_str()).collect();
        let more = if candidates.len() > rows.len() { ", …" } else { "" };
        let message = format!(
            "`{}` cannot be told from others by id or name in `{}` ({} {}{more}), and was not compared",
            self.inventory.name(function),
            self.earlier.file,
            if rows.len() == 1 { "row" } else { "rows" },
            rows.join(", ")
        );
        Problem::warning(Code::AmbiguousEarlier, self.place(function), message)
            .help("give each function an id of its own, in both files")
    }

    /// A decision on a function that has no counterpart.
    pub(super) fn not_carried(&self, left: LeftBehind) -> Option<Problem> {
        let before = &self.earlier.functions[left.earlier];
        let decision = before.decision.as_ref()?;
        let what = decision.choice.as_ref().map_or("the note".to_owned(), |c| format!("the decision `{}`", c.name()));
        let why = match left.is_gone {
            _ if before.kind == EarlierRow::NoFunction => "the row was no function",
            _ if before.kind == EarlierRow::Torn => {
                "its row has the key of another one, as if sorted by a part of its columns"
            }
            true => "the function is gone",
            false => "the function cannot be told from others",
        };
        let message = format!("{what} on `{}` was not carried over: {why}", before.name);
        // What is gone from the inventory is no mistake of whoever decided.
        let is_gone = left.is_gone && !matches!(before.kind, EarlierRow::NoFunction | EarlierRow::Torn);
        let problem = if is_gone { Problem::note } else { Problem::warning };
        let problem = problem(Code::DecisionNotCarried, before.place.clone(), message);
        Some(problem.help(format!("it is listed on the sheet `{}`", CHANGES.text(self.rulebook.language))))
    }

    /// A warning where the earlier file has functions without a verdict, as a workbook has whose formulas lost their values.
    pub(super) fn report_missing_verdicts(&self, problems: &mut Problems) {
        if self.earlier.is_judged_anew {
            let message = "has lost its verdicts, so its table was judged anew by the rules of this run";
            let problem = Problem::note(Code::EarlierJudgedAnew, Place::file(self.earlier.file.clone()), message);
            problems.push(problem.help(
                "answers and assumptions of that run are not in it; to compare with what it said, give the record of that run",
            ));
        }
        let missing = self.earlier.judged().filter(|function| function.verdict.is_none()).count();
        if missing > 0 {
            let message = format!(
                "has no verdict on {missing} of {} functions, so neither these nor the evidence of their decisions can be compared",
                self.earlier.judged().count()
            );
            let problem = Problem::warning(Code::NoEarlierVerdict, Place::file(self.earlier.file.clone()), message);
            problems.push(problem.help(
                "where its verdicts are formulas, open it in a spreadsheet program and save it, or give the record of that run",
            ));
        }
    }

    pub(super) fn place(&self, function: usize) -> Place {
        self.inventory.table.place_of(self.inventory.functions[function].row0, self.inventory.name_column0)
    }
}
