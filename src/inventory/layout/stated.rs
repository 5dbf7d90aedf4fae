//! What is stated of each column besides its cells: by its header, by the lines around the table, and by options.
//!
//! What a line states counts where the header leaves it open and the line is clearly about the column. Where the two disagree,
//! or nobody can tell, the column's numbers are not read.

use std::collections::HashSet;

use super::find::{Finder, is_column};
use super::meaning::without_number;
use super::remarks::{Remark, Stands, note};
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout, Part, StatedScale, one_line};
use crate::inventory::statements::{
    About, OfScale, Remarked, Scale, Statement, Times, of_column, of_part, of_part_of_year, of_remark, of_stated,
    of_unit_alone, quoted,
};
use crate::problem::Problem;
use crate::rulebook::text::{fold, words};
use crate::rulebook::{AS_THEY_STAND, Attribute, AttributeId, ColumnRule, Kind, StatedBy};
use crate::table::{Cell, Table, Workbook};

impl Finder<'_> {
    /// Takes down what is stated of the columns that have an attribute, or are compared with one that has it.
    ///
    /// # Errors
    /// An option states a unit that is none.
    pub(super) fn take_statements(
        &self,
        workbook: &Workbook,
        layout: &mut Layout,
        functional: &[usize],
    ) -> Result<(), Problem> {
        let table = &workbook.tables[layout.table];
        let around = self.remarks(workbook, layout, functional);
        let mut legend_rows = Vec::new();
        for column in 0..layout.columns.len() {
            let heading = &layout.columns[column];
            // A column that is not used may contradict the one that is.
            let second = || self.could_mean(table, layout, column).map(|meaning| meaning.attribute);
            let Some(id) = heading.attribute.or_else(second) else { continue };
            let Some(rule) = self.rulebook.attribute(id).rule() else { continue };
            if matches!(rule.kind, Kind::Text | Kind::Date) {
                continue;
            }
            let mut statement = self.own_statement(table, layout, column, id, rule);
            let unit = self.stated_unit(table, heading, column as u16)?.filter(|_| rule.kind.has_unit());
            let is_open = unit.is_none() && heading.scale.is_none();
            if let Some(unit) = unit {
                statement = Statement { negation: statement.negation, ..unit };
            }
            let mut stated = Stated { statement, scale: None, open_to: None };
            let noted = note(table, layout, column as u16);
            let (own, rules) = self.alike(id, rule);
            for remark in around.iter().filter(|remark| remark.is_about(column, &own)).chain(&noted) {
                let said = self.said(remark, &own, &rules, heading, stated.ends());
                if remark.stands == Stands::BelowOrFunction {
                    if said.is_clear() {
                        legend_rows.extend(&remark.rows);
                    } else if !said.speaks_of_scale(stated.ends().is_some()) {
                        continue;
                    }
                }
                if is_open {
                    stated.add(&said, remark, &rule.kind);
                }
            }
            stated.settle();
            let heading = &mut layout.columns[column];
            heading.scale = heading.scale.take().or(stated.scale);
            heading.statement = stated.statement;
        }
        legend_rows.sort_unstable();
        legend_rows.dedup();
        layout.legend_rows = legend_rows;
        Ok(())
    }

    /// What a column's header says.
    fn own_statement(
        &self,
        table: &Table,
        layout: &Layout,
        column: usize,
        id: AttributeId,
        rule: &ColumnRule,
    ) -> Statement {
        let heading = &layout.columns[column];
        let mut stated = self.rulebook.reading.columns.iter();
        let of = match heading.part {
            _ if stated.any(|s| is_column(&s.column, table, &heading.lines, column as u16)) => of_stated,
            Part::Channel if !rule.kind.is_count() => of_part,
            Part::Period { months, .. } if months < 12 => of_part_of_year,
            _ => of_column,
        };
        let mut statement = of(&said_in_header(heading), rule, &self.rulebook.reading);
        let is_named = self.named(heading.said()).is_some_and(|meaning| meaning.attribute == id);
        if !is_named || self.asks(rule, heading) {
            // A misspelt name is said elsewhere, and a question is asked in any words.
            statement.aside.append(&mut statement.qualifiers);
            statement.beside_yes.clear();
        }
        self.spare_departments(table, layout, &mut statement);
        statement
    }

    /// Sets aside which department's answers a column holds: `Control wanted (Finance)`.
    fn spare_departments(&self, table: &Table, layout: &Layout, statement: &mut Statement) {
        let is_any = !statement.qualifiers.is_empty() || !statement.beside_yes.is_empty();
        let departments = layout.column_of(self.rulebook.roles.department);
        let Some(column0) = departments.filter(|_| is_any) else { return };
        let names = (layout.header_row0 + 1..layout.end0).filter_map(|row0| match table.cell(row0, column0) {
            Cell::Text(id) => Some(words(table.text(id))),
            _ => None,
        });
        let names: HashSet<String> = names.flatten().collect();
        let is_name = |word: &mut String| names.contains(&fold(word));
        statement.aside.extend(statement.qualifiers.extract_if(.., is_name));
        statement.beside_yes.retain_mut(|word| !is_name(word));
    }

    /// The unit that an option or the rulebook states.
    fn stated_unit(&self, table: &Table, heading: &Heading, column0: u16) -> Result<Option<Statement>, Problem> {
        let mut units = self.rulebook.reading.units_of.iter();
        let Some(stated) = units.find(|stated| is_column(&stated.column, table, &heading.lines, column0)) else {
            return Ok(None);
        };
        let by = if stated.column.by == StatedBy::Option { "`--unit`" } else { "the rulebook" };
        let origin = Some(format!("as {by} states"));
        if stated.unit == AS_THEY_STAND {
            return Ok(Some(Statement { origin, ..Statement::default() }));
        }
        let (statement, unknown) = of_unit_alone(&stated.unit, &self.rulebook.reading);
        let Some(words) = quoted(&unknown) else { return Ok(Some(Statement { origin, ..statement })) };
        let message = format!("{by} says that it is in `{}`, of which {words} is not understood", stated.unit);
        Err(Problem::error(Code::Option, heading.place(table, usize::from(column0)), message).help(
            "give a unit as a header would, such as `kEUR`, `thousands` or `per month`, or `1` for plain numbers",
        ))
    }

    /// An attribute with the others whose counts may stand for the same, and their rules.
    fn alike<'r>(&'r self, id: AttributeId, rule: &'r ColumnRule) -> (Vec<AttributeId>, Vec<&'r ColumnRule>) {
        let whole = self.rulebook.whole_of(id).filter(|_| rule.kind.is_count());
        let others = whole.map_or(&[][..], Attribute::parts).iter().filter(|part| **part != id);
        let others = others.filter_map(|part| Some((*part, self.rulebook.attribute(*part).rule()?)));
        let others = others.filter(|(_, rule)| rule.kind.is_count());
        std::iter::once((id, rule)).chain(others).unzip()
    }

    /// What a remark says of a column of an attribute, given by its rule and those of others like it.
    fn said(
        &self,
        remark: &Remark,
        own: &[AttributeId],
        rules: &[&ColumnRule],
        heading: &Heading,
        ends: Option<(f64, f64)>,
    ) -> Said {
        let header = heading.lines.lines().next_back().unwrap_or_default();
        let of = |text: &str| of_remark(text, rules, header, ends, &self.rulebook.reading);
        let is_other = |label: &String| {
            let label = of(label);
            label.about != About::Column && !label.statement.aside.is_empty()
        };
        Said {
            is_of_others: remark.is_of_others(own),
            is_of_another_scale: remark.stands != Stands::At && remark.label.as_ref().is_some_and(is_other),
            is_noted: remark.is_noted(),
            remarked: of(&remark.text),
        }
    }
}

/// What a header says, with what a row of units added to it.
pub(super) fn said_in_header(heading: &Heading) -> String {
    let unit = heading.header.strip_prefix(one_line(&heading.lines).as_str()).unwrap_or_default();
    format!("{}{unit}", without_number(heading.said()))
}

/// What a remark says of one column.
struct Said {
    remarked: Remarked,
    /// Whether the units and periods in it are those of other attributes.
    is_of_others: bool,
    /// Whether a scale in it is that of something that is not known.
    is_of_another_scale: bool,
    /// Whether it is a note on its header, or a footnote to it.
    is_noted: bool,
}

impl Said {
    /// Whether it states something, and says nothing besides, so that it is no name of a function.
    fn is_clear(&self) -> bool {
        let Statement { left, aside, .. } = &self.remarked.statement;
        let is_stated = self.states_unit() || self.period().is_some() || self.remarked.is_of_part;
        self.remarked.of_scale == OfScale::Legend
            || is_stated && !self.remarked.is_bare && left.is_empty() && aside.is_empty()
    }

    /// Whether it says something of the scale of a column, which may have one, understood or not.
    fn speaks_of_scale(&self, has_scale: bool) -> bool {
        self.remarked.of_scale == OfScale::Doubt || has_scale && self.remarked.statement.speaks_of_scale()
    }

    /// Whether it is about the figures of the column.
    fn is_about(&self) -> bool {
        self.is_noted || matches!(self.remarked.about, About::Column | About::Figures)
    }

    /// Whether it states a unit, and no amount of its own.
    fn states_unit(&self) -> bool {
        let statement = &self.remarked.statement;
        let has_unit = !statement.currencies.is_empty() || !statement.factors.is_empty();
        has_unit && !self.is_of_others && !statement.has_figures()
    }

    /// The period that it states; `Monthly report` states none.
    fn period(&self) -> Option<&Times> {
        let Statement { times, left, .. } = &self.remarked.statement;
        let is_meant = self.is_about() || self.remarked.about == About::Rate && left.is_empty();
        let is_told = |times: &&Times| left.is_empty() || matches!(times, Times::All(_));
        times.as_ref().filter(|_| is_meant && !self.is_of_others).filter(is_told)
    }
}

/// What is stated of a column: its header's words, and what remarks add to them.
struct Stated {
    statement: Statement,
    scale: Option<StatedScale>,
    /// The line that speaks of which end means more, and is not understood.
    open_to: Option<String>,
}

impl Stated {
    /// The ends of the scale that the header gives.
    fn ends(&self) -> Option<(f64, f64)> {
        match self.statement.scale() {
            Scale::Ends { bottom, top, .. } => Some((bottom, top)),
            _ => None,
        }
    }

    /// Leaves the direction to custom only where nothing speaks of it.
    fn settle(&mut self) {
        let is_open = matches!(self.statement.scale(), Scale::None | Scale::Ends { is_directed: false, .. });
        if let Some(line) = self.open_to.take().filter(|_| is_open && self.scale.is_none()) {
            self.statement.conflict = Some(may_be_meant(&line));
        }
    }

    fn add(&mut self, said: &Said, remark: &Remark, kind: &Kind) {
        match kind {
            Kind::Text | Kind::Number { .. } | Kind::Date => {}
            Kind::Level(_) if !kind.is_count() || self.is_rating() => self.add_scale(said, remark),
            // A list of answers on another sheet states nothing.
            _ if remark.stands == Stands::Elsewhere && said.remarked.is_bare => {}
            Kind::Level(_) if !said.remarked.statement.currencies.is_empty() => {}
            Kind::Money | Kind::Level(_) => self.add_unit(said, remark, kind.is_count()),
        }
    }

    /// Whether numbers that could be counts are ratings.
    fn is_rating(&self) -> bool {
        self.scale.is_some() || matches!(self.statement.scale(), Scale::Ends { .. })
    }

    /// The unit and the period that a line states for all amounts or counts: `Beträge in T€`, `Volumes per month`.
    fn add_unit(&mut self, said: &Said, remark: &Remark, is_count: bool) {
        let Statement { currencies, factors, left, .. } = &said.remarked.statement;
        let may_be_unit = said.remarked.has_power && (said.is_about() || !currencies.is_empty() && !is_count);
        if may_be_unit && !said.is_of_others && self.statement.factors.is_empty() {
            return self.doubt(remark);
        }
        let (has_unit, period) = (said.states_unit(), said.period());
        let own = &self.statement;
        if said.remarked.is_of_part && !said.is_of_others && own.times.is_none() {
            return self.doubt(remark);
        }
        if has_unit && !is_count && !left.is_empty() {
            if remark.stands != Stands::Elsewhere || said.is_about() || !factors.is_empty() {
                self.not_understood(remark, "unit");
            }
            return;
        }
        let (currencies, factors): (&[_], &[_]) = if has_unit { (currencies, factors) } else { (&[], &[]) };
        if disagree(&own.currencies, currencies) || disagree(&own.factors, factors) {
            return self.disagree(remark, "the unit");
        }
        if left.is_empty() && disagree(own.times.as_slice(), period.map_or(&[], std::slice::from_ref)) {
            return self.disagree(remark, "the period");
        }
        let adds = own.currencies.is_empty() && !currencies.is_empty()
            || own.factors.is_empty() && !factors.is_empty()
            || own.times.is_none() && period.is_some_and(|times| *times != Times::All(1.0));
        let is_meant =
            said.is_noted || said.remarked.about == About::Column || !is_count && (has_unit || said.is_about());
        if !is_meant || !left.is_empty() || remark.is_of_some() {
            if adds {
                self.doubt(remark);
            }
            return;
        }
        let own = &mut self.statement;
        if own.currencies.is_empty() {
            own.currencies = currencies.to_vec();
        }
        if own.factors.is_empty() {
            own.factors = factors.to_vec();
        }
        own.times = own.times.take().or_else(|| period.cloned());
        if adds || has_unit {
            own.origin = Some(format!("as {} states", remark.named()));
        }
    }

    /// A legend's scale, beside those that were stated before.
    fn add_scale(&mut self, said: &Said, remark: &Remark) {
        if said.remarked.statement.scale.words_turned_by.is_some() && !said.is_of_another_scale {
            self.statement.scale.words_turned_by.get_or_insert_with(|| remark.named());
        }
        let Some(scale) = self.scale_of(said, remark) else {
            if said.remarked.of_scale == OfScale::Doubt {
                self.open_to.get_or_insert_with(|| remark.named());
            }
            return;
        };
        if said.is_of_another_scale || remark.is_of_some() {
            // Larger is more by custom.
            if scale.bottom > scale.top && self.scale.is_none() {
                self.doubt(remark);
            }
            return;
        }
        match &self.scale {
            Some(known) if (known.bottom, known.top) != (scale.bottom, scale.top) => {
                let known = known.origin.trim_start_matches("as ").trim_end_matches(" states");
                self.statement.conflict = Some(format!("{known} and {} disagree on its scale", remark.named()));
                self.scale = None;
            }
            Some(_) => {}
            None => self.scale = Some(scale),
        }
    }

    /// The scale that a legend gives, where the header leaves its direction open.
    fn scale_of(&mut self, said: &Said, remark: &Remark) -> Option<StatedScale> {
        let (own, said, is_of_another) = (&self.statement, &said.remarked.statement, said.is_of_another_scale);
        let has_range = remark.stands == Stands::At && said.range().is_some() && said.range() == own.range();
        // A sentence of which words are left over can agree with custom, by which larger is more.
        let agrees = remark.stands != Stands::At
            && matches!(said.scale.scale(), Scale::Ends { bottom, top, is_directed: true } if bottom < top);
        let is_told = !is_of_another && !agrees && (said.speaks_of_scale() || has_range);
        let stated =
            |bottom: f64, top: f64| Some(StatedScale { bottom, top, origin: format!("as {} states", remark.named()) });
        // What it says of amounts besides is about other columns.
        match (own.scale(), said.scale_beside_units()) {
            (Scale::None, Scale::Ends { bottom, top, is_directed }) if is_directed || said.aside.is_empty() => {
                stated(bottom, top)
            }
            (Scale::Ends { bottom, top, .. }, Scale::Ends { bottom: low, top: high, .. })
                if !have_same_ends((bottom, top), (low, high)) =>
            {
                None
            }
            (Scale::Ends { bottom, top, is_directed }, Scale::Ends { bottom: low, top: high, is_directed: true }) => {
                if is_directed && (bottom < top) != (low < high) {
                    if !is_of_another {
                        self.disagree(remark, "which end means more");
                    }
                    return None;
                }
                stated(low, high)
            }
            (Scale::Ends { bottom, top, is_directed: false }, Scale::Direction { is_upward }) => {
                let (low, high) = (bottom.min(top), bottom.max(top));
                if is_upward { stated(low, high) } else { stated(high, low) }
            }
            (Scale::Ends { bottom, top, is_directed: true }, Scale::Unclear) if agrees && bottom > top => {
                self.disagree(remark, "which end means more");
                None
            }
            (Scale::Ends { is_directed: false, .. } | Scale::None, Scale::Unclear) if is_told => {
                self.not_understood(remark, "scale");
                None
            }
            _ => None,
        }
    }

    fn doubt(&mut self, remark: &Remark) {
        self.statement.conflict = Some(may_be_meant(&remark.named()));
    }

    fn disagree(&mut self, remark: &Remark, on: &str) {
        self.statement.conflict = Some(format!("its header and {} disagree on {on}", remark.named()));
    }

    fn not_understood(&mut self, remark: &Remark, what: &str) {
        self.statement.conflict = Some(format!("what {} says of the {what} is not understood", remark.named()));
    }
}

fn may_be_meant(line: &str) -> String {
    format!("{line} may be meant for it or not")
}

fn have_same_ends(one: (f64, f64), other: (f64, f64)) -> bool {
    let ends = |(bottom, top): (f64, f64)| (bottom.min(top), bottom.max(top));
    ends(one) == ends(other)
}

/// Whether two statements differ, where both are made.
fn disagree<T: PartialEq>(own: &[T], other: &[T]) -> bool {
    matches!((own.first(), other.first()), (Some(own), Some(other)) if own != other)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::problem::Problems;
    use crate::{inventory, rulebook, table};

    /// How the columns C, D and E of a table are read, in short, with lines above and below it.
    fn read(headers: &str, above: &str, below: &str) -> Vec<String> {
        let rulebook = rulebook::load_default();
        let header = if headers.is_empty() { "Volume,Cost,Control (1-5)" } else { headers };
        let text =
            format!("{above}Process,Department,{header}\nPayroll,HR,4000,120,1\nAudit,Finance,50,300,5\n{below}");
        let mut problems = Problems::default();
        let manner = table::Manner::default();
        let workbook = table::parse(Path::new("x.csv"), text.as_bytes(), &manner, &mut problems).expect("a table");
        let inventory = inventory::map(&rulebook, &workbook, &[], &mut problems).expect("an inventory");
        assert_eq!(inventory.functions.len(), 2, "{text}");
        let of_column = |column: &inventory::Column| {
            let place = format!("(`{}`)", column.header);
            let told = problems.listed().iter().find(|problem| problem.place.to_string().contains(&place));
            told.map_or_else(|| column.reading.clone(), |problem| problem.message.clone())
        };
        inventory.columns[2..5].iter().map(of_column).collect()
    }

    #[track_caller]
    fn check(headers: &str, above: &str, below: &str, expected: [&str; 3]) {
        for (found, expected) in read(headers, above, below).iter().zip(expected) {
            assert!(found.contains(expected), "{headers} {above} {below}: {found}");
        }
    }

    const COUNT: &str = "a year's count: below";
    const MONTHLY: &str = "a year's count, 12 times the number, as `";
    const AMOUNT: &str = "an amount, its currency not stated";
    const THOUSANDS: &str = "an amount in EUR, multiplied by 1,000";
    const DOUBT: &str = "may be meant for it or not";
    const LARGER: &str = "as the header states, larger is more";

    #[test]
    fn lines_state_periods_of_what_they_are_about() {
        for (above, volume, cost) in [
            ("Volumes are monthly figures", MONTHLY, AMOUNT),
            ("Volumen pro Monat", MONTHLY, AMOUNT),
            ("Les volumes sont mensuels", MONTHLY, AMOUNT),
            ("Los vol\u{fa}menes son mensuales", MONTHLY, AMOUNT),
            ("Os volumes s\u{e3}o mensais", MONTHLY, AMOUNT),
            ("All amounts in thousand EUR; volumes per month", MONTHLY, THOUSANDS),
            ("Costs per month", COUNT, "12 times the number as stated"),
            ("All figures are monthly", DOUBT, "12 times the number as stated"),
            ("Volumes in thousands", "multiplied by 1,000, as `Volumes in thousands` in A1 states", AMOUNT),
            ("Reporting period: January 2024", DOUBT, DOUBT),
            ("Period: Q1 2024", DOUBT, DOUBT),
            ("Zeitraum: 01.01.2024 - 31.03.2024", DOUBT, DOUBT),
            ("P\u{e9}riode : janvier 2024", DOUBT, DOUBT),
            ("Per\u{ed}odo: 1\u{ba} trimestre de 2024", DOUBT, DOUBT),
            ("Volumes for January 2024", DOUBT, AMOUNT),
            ("9 months to September 2024", DOUBT, DOUBT),
            ("Zahlen f\u{fc}r das erste Halbjahr", DOUBT, DOUBT),
            ("Half-year figures", DOUBT, "2 times the number as stated"),
            ("Monthly averages 2024", DOUBT, "12 times the number as stated"),
            ("12 months to September 2024", COUNT, AMOUNT),
            ("Kosten in 1.000 EUR", COUNT, DOUBT),
            ("Costs x 1,000", COUNT, DOUBT),
            ("Cost: 1 unit = EUR 1,000", COUNT, DOUBT),
            ("Currency: EUR", COUNT, "an amount in EUR, as `"),
            ("Unit: kEUR", COUNT, THOUSANDS),
            ("W\u{e4}hrung: TEUR", COUNT, THOUSANDS),
            ("Reporting period: January - December 2024", COUNT, AMOUNT),
            ("Zeitraum: 01.01.2024 - 31.12.2024", COUNT, AMOUNT),
            ("Reporting period: 04/01/2023 - 03/31/2024", COUNT, AMOUNT),
            ("Period: FY 2023/24", COUNT, AMOUNT),
        ] {
            check("", &format!("\"{above}\"\n"), "", [volume, cost, LARGER]);
        }
        let stated = "Annual volume,Annual cost,Control (1-5)";
        check(stated, "Reporting period: Q1 2024\n", "", [COUNT, AMOUNT, LARGER]);
        check(stated, "Volumes are monthly figures\n", "", ["disagree on the period", AMOUNT, LARGER]);
    }

    #[test]
    fn prose_states_nothing() {
        for prose in [
            "Status as of March 2024",
            "Stand: 01.03.2024",
            "Printed 2024-01-31",
            "Total cost 4.5M EUR",
            "Prepared in January 2024",
            "Monthly outsourcing report",
            "Monthly process assessment",
            "Quarterly business review 2024",
            "Outsourcing inventory Q1 2024",
            "Contract period: 3 years",
            "Figures as of March 2024",
            "Cost review March 2024",
            "Reviewed every quarter",
            "Plus tard : plus de d\u{e9}tails",
            "How many volumes does the function handle in a year?",
            "Serving 1000 customers",
        ] {
            check("", &format!("{prose}\n"), "", [COUNT, AMOUNT, LARGER]);
            check("", "", &format!("\n\nNote: something,,,,\n{prose},,,,\n"), [COUNT, AMOUNT, LARGER]);
        }
    }

    #[test]
    fn what_speaks_of_a_direction_is_understood_or_a_doubt_wherever_it_stands() {
        const LARGER: &str = "larger is more";
        for (line, expected) in [
            ("1 - high; 5 - low", "smaller is more"),
            ("1 – hoch, 5 – gering", "smaller is more"),
            ("Rating: 1 - high; 5 - low", "smaller is more"),
            ("1 – faible ; 5 – élevé", LARGER),
            ("1 - Critical to us", DOUBT),
            ("The lower the number, the higher the rating", DOUBT),
            ("Low numbers mean high importance", "is not understood"),
            ("Scale is inverted in this sheet", DOUBT),
            ("Je kleiner die Zahl, desto wichtiger", DOUBT),
            ("Je höher die Zahl, desto wichtiger", LARGER),
            ("Scores as of March 2024", LARGER),
        ] {
            check("", &format!("\"{line}\"\n"), "", [COUNT, AMOUNT, expected]);
            check("", "", &format!("\n\"{line}\",,,,\n"), [COUNT, AMOUNT, expected]);
        }
        // What is understood elsewhere settles it.
        check("", "Scores by rank, best first\n1 = very high; 5 = very low\n", "", [COUNT, AMOUNT, "smaller is more"]);
        check("Volume,Cost,Control (1 = high; 5 = low)", "Reverse coded\n", "", [COUNT, AMOUNT, "smaller is more"]);
    }

    #[test]
    fn lines_below_the_table_count_as_those_above() {
        const SMALLER: &str = "states, smaller is more";
        for (headers, below, expected) in [
            ("", "\n1 = very high; 5 = very low\n", [COUNT, AMOUNT, SMALLER]),
            ("", "1 = very high; 5 = very low\n", [COUNT, AMOUNT, SMALLER]),
            ("", "1 = very high\n5 = very low\n", [COUNT, AMOUNT, SMALLER]),
            ("", "1,very high\n3,medium\n5,very low\n", [COUNT, AMOUNT, SMALLER]),
            ("", "\nControl\n1 = very high\n5 = very low\n", [COUNT, AMOUNT, SMALLER]),
            ("", "\nPriority\n1 = very high\n5 = very low\n", [COUNT, AMOUNT, DOUBT]),
            ("", "\nPriority: 1 = very high; 5 = very low\n", [COUNT, AMOUNT, LARGER]),
            // A range says nothing of which end means more, whatever else is said of it.
            ("", "\nRatings from 1 to 5 zorblax\n", [COUNT, AMOUNT, LARGER]),
            ("", "1 = zorblax; 5 = quux\n", [COUNT, AMOUNT, "of the scale is not understood"]),
            ("", "All amounts in thousand EUR\n", [COUNT, THOUSANDS, LARGER]),
            ("", "Volumes are monthly figures\n", [MONTHLY, AMOUNT, LARGER]),
            ("Volume**,Cost*,Control (1-5)", "\n* in kEUR\n** per month\n", [MONTHLY, THOUSANDS, LARGER]),
            (
                "Volume \u{2020},Cost \u{2021},Control (1-5)",
                "\n\u{2021} in kEUR\n\u{2020} per month\n",
                [MONTHLY, THOUSANDS, LARGER],
            ),
            ("Volume 2),Cost 1),Control (1-5)", "\n1) in kEUR\n2) per month\n", [MONTHLY, THOUSANDS, LARGER]),
            ("", "\n* in USD\n", [COUNT, DOUBT, LARGER]),
            ("Volume,Cost (USD),Control (1-5)", "All amounts in EUR\n", [COUNT, "disagree on the unit", LARGER]),
        ] {
            check(headers, "", below, expected);
        }
        let both = ["1 = very high; 5 = very low\n", "\n1 = very low; 5 = very high\n"];
        check("", both[0], both[1], [COUNT, AMOUNT, "disagree on its scale"]);
    }
}
