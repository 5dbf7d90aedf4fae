//! What there is to fill in: a blank inventory, column by column, and what to write into each.
//!
//! Every header is one that the reader recognises, or the column is not asked for. How a form is drawn is left to the
//! writers; who is to be asked what about an inventory that is there already, to [`crate::report::asking::questionnaire`].

use jiff::civil::Date;

use crate::inventory::Naming;
use crate::report::words::figures::upper_first;
use crate::report::words::messages::Messages;
use crate::rulebook::text::words;
use crate::rulebook::{Attribute, AttributeId, ColumnRule, FindingKind, Kind, LevelScale, Numbers, Rulebook};

/// A blank inventory.
#[derive(Clone, Debug)]
pub struct Form {
    /// The date of the run.
    pub day: Date,
    /// What it is, in a sentence.
    pub lead: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// The command that assesses the file.
    pub command: String,
    /// Its columns, those of a group beside each other.
    pub fields: Vec<Field>,
}

/// A column to fill in.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its header, which names exactly one attribute.
    pub header: String,
    /// The scale or the unit in brackets, for below the header; may be empty.
    pub scale: String,
    /// What to ask, or what to write, in a sentence.
    pub asks: String,
    /// How to answer, where that is more than a choice of words; may be empty.
    pub help: String,
    /// What can be written, in words.
    pub examples: String,
    /// The words to choose from, the highest level first; empty where there is no choice.
    pub choices: Vec<String>,
    /// What the levels stand for, the highest first: `High: essential to the strategic vision`.
    pub anchors: Vec<String>,
    /// Whether other words and numbers than these are usual answers too.
    pub is_open: bool,
    /// What goes into its cells.
    pub entry: Entry,
    /// What it is for.
    pub serves: String,
    /// Where it belongs.
    pub group: FieldGroup,
    /// What stands above the columns that belong there.
    pub title: String,
}

/// What goes into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Any text.
    Text,
    /// A number.
    Number,
    /// An amount of money.
    Money,
    /// A day.
    Date,
    /// A word of a scale, or another that means the same.
    Level,
    /// A word of a scale, or a count.
    LevelOrCount,
}

/// What a column is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldGroup {
    /// Says which function it is.
    Identity,
    /// Moves the verdict.
    Decides,
    /// Says how large the function is, and where.
    Size,
    /// Raises benefits, risks and contract terms.
    Raises,
}

impl FieldGroup {
    /// What stands above its columns.
    pub fn title(self, say: &Messages) -> &str {
        match self {
            FieldGroup::Identity => say.form_identity(),
            FieldGroup::Decides => say.form_decides(),
            FieldGroup::Size => say.form_size(),
            FieldGroup::Raises => say.form_raises(),
        }
    }
}

impl Form {
    /// A blank inventory for a rulebook; `command` is what assesses it.
    pub fn blank(say: &Messages, rulebook: &Rulebook, day: Date, command: String) -> Form {
        let naming = Naming::of(rulebook);
        let mut fields: Vec<Field> = Vec::new();
        let mut add = |ids: Vec<AttributeId>, group| {
            for field in ids.into_iter().filter_map(|id| Field::of(say, rulebook, &naming, id, group)) {
                if !fields.iter().any(|known| known.header == field.header) {
                    fields.push(field);
                }
            }
        };
        let roles = rulebook.roles;
        let present = |roles: [Option<AttributeId>; 3]| roles.into_iter().flatten().collect::<Vec<_>>();
        let deciding = rulebook.deciding_attributes();
        add(present([Some(roles.name), roles.id, roles.department]), FieldGroup::Identity);
        add(deciding.clone(), FieldGroup::Decides);
        add(present([roles.annual_cost, roles.fte, roles.location]), FieldGroup::Size);
        add(raising(rulebook, &deciding), FieldGroup::Raises);
        let name = fields.first().map_or("", |field| field.header.as_str());
        Form {
            day,
            lead: say.form_lead().to_owned(),
            steps: vec![
                say.form_step_rows(name),
                say.form_step_start().to_owned(),
                say.form_step_blank().to_owned(),
                say.form_step_columns().to_owned(),
                say.form_step_run().to_owned(),
            ],
            command,
            fields,
        }
    }
}

/// The attributes that raise something and decide nothing, in the rulebook's order.
fn raising(rulebook: &Rulebook, deciding: &[AttributeId]) -> Vec<AttributeId> {
    let mut known = deciding.to_vec();
    for id in deciding {
        known.extend(rulebook.attribute(*id).parts());
    }
    let raises = |id: AttributeId| {
        let findings = rulebook.findings.iter().map(|finding| &finding.when);
        findings.chain(rulebook.constraints.iter().map(|constraint| &constraint.when)).any(|when| when.names(id))
    };
    rulebook.attribute_ids().map(|(id, _)| id).filter(|id| !known.contains(id) && raises(*id)).collect()
}

impl Field {
    /// What to ask, and below it what the levels stand for.
    pub fn asked(&self) -> String {
        std::iter::once(&self.asks).chain(&self.anchors).map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// What to write and how, and below it what the levels stand for.
    pub fn explanation(&self) -> String {
        let instruction = self.instruction();
        std::iter::once(&instruction).chain(&self.anchors).map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// What to write, and how.
    pub fn instruction(&self) -> String {
        if self.help.is_empty() { self.asks.clone() } else { format!("{} {}", self.asks, self.help) }
    }

    /// The column for an attribute: its own, or that of the first of its parts; none where the reader would know neither.
    pub(crate) fn of(
        say: &Messages,
        rulebook: &Rulebook,
        naming: &Naming<'_>,
        id: AttributeId,
        group: FieldGroup,
    ) -> Option<Field> {
        let (column, rule) = column(rulebook, id)?;
        let header = header(rulebook, naming, column)?;
        let scale = scale(say, rulebook, id, &rule.kind);
        let is_known = naming.exact(&format!("{header} {scale}")) == Some(column);
        let choices = choices(&rule.kind);
        Some(Field {
            scale: if is_known { scale } else { String::new() },
            asks: asks(say, rulebook, id, &rule.kind),
            help: help(say, rulebook, id, &header, &rule.kind),
            is_open: takes_more(rulebook, id, &rule.kind),
            examples: examples(say, rulebook, id, &rule.kind),
            serves: serves(say, rulebook, id, group, &choices),
            entry: entry(&rule.kind),
            anchors: anchors(rulebook.attribute(id), &choices),
            title: group.title(say).to_owned(),
            header,
            choices,
            group,
        })
    }
}

/// The attribute's own column, or the column of the first of its parts that has one.
fn column(rulebook: &Rulebook, id: AttributeId) -> Option<(AttributeId, &ColumnRule)> {
    let attribute = rulebook.attribute(id);
    let own = attribute.rule().map(|rule| (id, rule));
    own.or_else(|| attribute.parts().iter().find_map(|part| column(rulebook, *part)))
}

/// How answers on an attribute are read onto a level.
pub(crate) fn level_scale(rulebook: &Rulebook, id: AttributeId) -> Option<&LevelScale> {
    match &column(rulebook, id)?.1.kind {
        Kind::Level(scale) => Some(scale),
        _ => None,
    }
}

/// The attribute's name if the reader takes it for a header of just that attribute, else the first of its headers.
pub(crate) fn header(rulebook: &Rulebook, naming: &Naming<'_>, id: AttributeId) -> Option<String> {
    let attribute = rulebook.attribute(id);
    let (_, rule) = column(rulebook, id)?;
    let spelt = |words: &Vec<String>| {
        let words: Vec<String> = words.iter().map(|word| as_acronym(word, &attribute.name)).collect();
        upper_first(&words.join(" "))
    };
    std::iter::once(attribute.name.clone())
        .chain(rule.headers.iter().map(spelt))
        .find(|header| naming.exact(header) == Some(id))
}

/// A word in capitals where the attribute's name has it so: `FTE`.
fn as_acronym(word: &str, name: &str) -> String {
    let capitals = word.to_uppercase();
    let is_acronym = capitals.chars().count() > 1 && name.split(|c: char| !c.is_alphanumeric()).any(|w| w == capitals);
    if is_acronym { capitals } else { word.to_owned() }
}

fn entry(kind: &Kind) -> Entry {
    match kind {
        Kind::Text => Entry::Text,
        Kind::Date => Entry::Date,
        Kind::Number { .. } => Entry::Number,
        Kind::Money => Entry::Money,
        Kind::Level(LevelScale { numbers: Numbers::Count { .. }, .. }) => Entry::LevelOrCount,
        Kind::Level(_) => Entry::Level,
    }
}

/// A word for each level; those that a list in a cell cannot hold are left out.
fn choices(kind: &Kind) -> Vec<String> {
    let Kind::Level(scale) = kind else { return Vec::new() };
    scale.examples.iter().filter(|word| !word.contains([',', '"'])).map(|word| upper_first(word)).collect()
}

/// What the levels of an attribute stand for, each by the word that is to be chosen for it.
fn anchors(attribute: &Attribute, choices: &[String]) -> Vec<String> {
    let (Some(anchors), [high, medium, low]) = (&attribute.anchors, choices) else { return Vec::new() };
    let each = [(high, &anchors.high), (medium, &anchors.medium), (low, &anchors.low)];
    each.map(|(word, anchor)| format!("{word}: {anchor}")).to_vec()
}

fn scale(say: &Messages, rulebook: &Rulebook, id: AttributeId, kind: &Kind) -> String {
    let choices = choices(kind);
    match kind {
        Kind::Level(LevelScale { numbers: Numbers::Count { .. }, .. }) => say.form_or_count(&choices.join(", ")),
        Kind::Level(_) if !choices.is_empty() => format!("({})", choices.join(", ")),
        Kind::Number { .. } => unit(rulebook, id, kind).map_or(String::new(), |unit| format!("({unit})")),
        _ => String::new(),
    }
}

fn asks(say: &Messages, rulebook: &Rulebook, id: AttributeId, kind: &Kind) -> String {
    let Attribute { name, question, .. } = rulebook.attribute(id);
    let roles = rulebook.roles;
    match kind {
        _ if question.is_some() => question.clone().unwrap_or_default(),
        Kind::Level(_) => say.form_asks_level(name, &say.either(&choices(kind))),
        Kind::Money => say.form_asks_money(name),
        Kind::Number { .. } => match unit(rulebook, id, kind) {
            Some(unit) => say.form_asks_unit(name, unit),
            None => say.form_asks_number(name),
        },
        Kind::Date => say.form_asks_date(name),
        Kind::Text if id == roles.name => say.form_asks_name().to_owned(),
        Kind::Text if Some(id) == roles.id => say.form_asks_id().to_owned(),
        Kind::Text if Some(id) == roles.department => say.form_asks_department().to_owned(),
        Kind::Text if Some(id) == roles.location => say.form_asks_location().to_owned(),
        Kind::Text => say.form_asks_text(name),
    }
}

/// The unit to ask for, but where the attribute's name says it.
fn unit<'r>(rulebook: &Rulebook, id: AttributeId, kind: &'r Kind) -> Option<&'r str> {
    let Kind::Number { unit, units } = kind else { return None };
    let is_named = words(&rulebook.attribute(id).name).iter().any(|word| units.contains(word));
    unit.as_deref().filter(|_| !is_named)
}

fn help(say: &Messages, rulebook: &Rulebook, id: AttributeId, header: &str, kind: &Kind) -> String {
    match kind {
        Kind::Level(LevelScale { numbers: Numbers::Count { low_below, high_above }, .. }) => say.form_help_count(
            &say.whole(*low_below as u64),
            &say.whole(*high_above as u64),
            &say.either(&choices(kind)),
        ),
        Kind::Money => say.form_help_money(header),
        Kind::Text if id == rulebook.roles.name => say.form_help_name().to_owned(),
        Kind::Text if is_list(rulebook, id) => say.form_help_list().to_owned(),
        _ => String::new(),
    }
}

/// Whether counts, or yes and no, are usual answers beside the words to choose from. A question of how much is not
/// answered with yes.
fn takes_more(rulebook: &Rulebook, id: AttributeId, kind: &Kind) -> bool {
    match kind {
        Kind::Level(LevelScale { numbers: Numbers::Count { .. }, .. }) => true,
        Kind::Level(LevelScale { words, examples, .. }) => {
            let has = |word: &str| words.contains_key(word) && !examples.iter().any(|example| example == word);
            rulebook.attribute(id).question.is_none() && has("yes") && has("no")
        }
        _ => false,
    }
}

/// Whether something is raised by how many things a cell lists.
fn is_list(rulebook: &Rulebook, id: AttributeId) -> bool {
    rulebook.findings.iter().any(|finding| finding.when.counts_parts_of(id))
}

/// What can be written into a cell, in words.
fn examples(say: &Messages, rulebook: &Rulebook, id: AttributeId, kind: &Kind) -> String {
    let roles = rulebook.roles;
    match kind {
        Kind::Level(LevelScale { numbers: Numbers::Count { .. }, .. }) => {
            say.form_example_count(&say.either(&choices(kind)))
        }
        Kind::Level(_) if takes_more(rulebook, id, kind) => say.form_example_yes(&say.either(&choices(kind))),
        Kind::Level(_) => say.either(&choices(kind)),
        Kind::Money => say.form_example_money().to_owned(),
        Kind::Number { .. } => say.form_example_number().to_owned(),
        Kind::Date => say.form_example_date().to_owned(),
        Kind::Text if id == roles.name => say.form_example_name().to_owned(),
        Kind::Text if Some(id) == roles.id => say.form_example_id().to_owned(),
        Kind::Text if Some(id) == roles.department => say.form_example_department().to_owned(),
        Kind::Text if Some(id) == roles.location => say.form_example_location().to_owned(),
        Kind::Text if is_list(rulebook, id) => say.form_example_list().to_owned(),
        Kind::Text => say.form_example_text().to_owned(),
    }
}

/// What a column is for, in a sentence or two.
fn serves(say: &Messages, rulebook: &Rulebook, id: AttributeId, group: FieldGroup, choices: &[String]) -> String {
    let roles = rulebook.roles;
    let role = match id {
        _ if id == roles.name => say.form_serves_name(),
        _ if Some(id) == roles.id => say.form_serves_id(),
        _ if Some(id) == roles.department => say.form_serves_department(),
        _ if Some(id) == roles.location => say.form_serves_location(),
        _ if Some(id) == roles.annual_cost => say.form_serves_cost(),
        _ if Some(id) == roles.fte => say.form_serves_people(),
        _ => "",
    };
    let rest = match group {
        FieldGroup::Identity => String::new(),
        FieldGroup::Decides => decides(say, rulebook, id, choices),
        FieldGroup::Size | FieldGroup::Raises => raises(say, rulebook, id),
    };
    [role, &rest].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Which end of an attribute's scale speaks for what, and by which criteria.
fn decides(say: &Messages, rulebook: &Rulebook, id: AttributeId, choices: &[String]) -> String {
    let (Some(most), Some(least)) = (choices.first(), choices.last()) else { return String::new() };
    let mut sides: Vec<([Vec<&str>; 2], Vec<String>)> = Vec::new();
    for (_, criterion, poles) in rulebook.directional().filter(|(_, _, poles)| poles.attributes().any(|a| a == id)) {
        let towards = |opposite: bool| {
            let poles = [(&poles.bpo, say.form_bpo()), (&poles.outsourcing, say.form_outsourcing())];
            let named = poles
                .into_iter()
                .filter(|(pole, _)| pole.terms.iter().any(|term| term.attribute == id && term.opposite == opposite));
            named.map(|(_, way)| way).collect::<Vec<_>>()
        };
        let side = [towards(false), towards(true)];
        let name = say.inside(&criterion.name);
        match sides.iter_mut().find(|(known, _)| *known == side) {
            Some((_, criteria)) => criteria.push(name),
            None => sides.push((side, vec![name])),
        }
    }
    let sentences = sides.iter().map(|([high, low], criteria)| {
        let criteria = say.listed(criteria);
        match (high.is_empty(), low.is_empty()) {
            (false, true) => say.form_speaks(most, &say.listed(high), &criteria),
            (true, _) => say.form_speaks(least, &say.listed(low), &criteria),
            (false, false) => {
                say.form_speaks_both(most, &say.listed(high), &say.inside(least), &say.listed(low), &criteria)
            }
        }
    });
    sentences.collect::<Vec<_>>().join(" ")
}

/// The benefits, risks and contract terms that an attribute can raise.
fn raises(say: &Messages, rulebook: &Rulebook, id: AttributeId) -> String {
    let kinds = [FindingKind::Benefit, FindingKind::Risk, FindingKind::ContractTerm];
    let raised = kinds.into_iter().filter_map(|kind| {
        let mut titles: Vec<String> = Vec::new();
        for finding in rulebook.findings.iter().filter(|finding| finding.kind == kind && finding.when.names(id)) {
            let title = if titles.is_empty() { finding.title.clone() } else { say.inside(&finding.title) };
            if !titles.iter().any(|known| say.inside(known) == say.inside(&title)) {
                titles.push(title);
            }
        }
        let listed = say.inside(&say.listed(&titles));
        (!titles.is_empty()).then(|| match kind {
            FindingKind::Benefit => say.form_benefits(titles.len(), &listed),
            FindingKind::Risk => say.form_risks(titles.len(), &listed),
            FindingKind::ContractTerm => say.form_terms(titles.len(), &listed),
        })
    });
    let holding = rulebook.constraints.iter().filter(|constraint| constraint.when.names(id));
    let held: Vec<String> = holding.map(|constraint| say.inside(&constraint.title)).collect();
    let held = (!held.is_empty()).then(|| say.form_on_hold(&say.listed(&held)));
    raised.chain(held).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    fn blank() -> Form {
        Form::blank(
            &Messages::default(),
            &load_default(),
            jiff::civil::date(2026, 11, 23),
            "outsift assess form.xlsx".to_owned(),
        )
    }

    #[test]
    fn every_attribute_that_says_something_has_one_column() {
        let rulebook = load_default();
        let headers: Vec<String> = blank().fields.into_iter().map(|field| field.header).collect();
        assert_eq!(
            headers[..13],
            [
                "Function",
                "Id",
                "Department",
                "Strategic value",
                "Integration",
                "Repetitiveness",
                "Volume",
                "Specialisation",
                "Nature",
                "Control wanted",
                "Annual cost",
                "FTE",
                "Location",
            ]
        );
        let naming = Naming::of(&rulebook);
        let mut named: Vec<_> = headers.iter().map(|header| naming.exact(header)).collect();
        assert!(named.iter().all(Option::is_some), "{headers:?}");
        named.sort();
        named.dedup();
        assert_eq!(named.len(), headers.len(), "{headers:?}");
        let is_asked = |id| named.contains(&column(&rulebook, id).map(|(column, _)| column));
        for (id, attribute) in rulebook.attribute_ids() {
            let is_part = ["annual_volume", "frequency", "end_date"].contains(&attribute.id.as_str());
            if rulebook.findings.iter().any(|finding| finding.when.names(id)) && !is_part {
                assert!(is_asked(id), "{}", attribute.id);
            }
        }
    }

    #[test]
    fn what_puts_a_function_on_hold_is_asked_for() {
        let rules = "[constraint.ours]\ntitle = \"Under contract\"\ntext = \"It runs.\"\n\
                     when = { attribute = \"contract_end\", after = \"run-date\" }";
        let rulebook = crate::rulebook::load("mine.toml", rules).expect("the rules are right");
        let day = jiff::civil::date(2026, 11, 23);
        let form = Form::blank(&Messages::default(), &rulebook, day, String::new());
        let field = form.fields.iter().find(|field| field.header == "Contract end").expect("a column of its own");
        assert_eq!(
            (field.entry, field.serves.as_str(), field.instruction().as_str()),
            (Entry::Date, "Puts it on hold: under contract.", "Contract end, as a date.")
        );
        assert!(!blank().fields.iter().any(|field| field.header == "Contract end"));
    }

    #[test]
    fn a_column_says_what_it_takes_and_what_it_is_for() {
        let form = blank();
        let field = |header: &str| form.fields.iter().find(|field| field.header == header).expect("a column");
        let said = |header: &str| {
            let Field { scale, asks, help, serves, .. } = field(header);
            format!("{scale} | {asks} | {help} | {serves}")
        };
        for (header, expected) in [
            (
                "Strategic value",
                "(High, Medium, Low) | How essential is the function to the company's strategic vision? |  | \
                 High speaks for BPO, low for traditional outsourcing (strategic value).",
            ),
            (
                "Specialisation",
                "(High, Medium, Low) | How much unique expertise does the work need? |  | \
                 High speaks for traditional outsourcing (cost and nature of the task).",
            ),
            (
                "Volume",
                "(High, Medium, Low or a count) | How many transactions does the function handle in a year? | \
                 Give the number (below 1,000 is Low, above 10,000 High), or choose High, Medium or Low. | \
                 High speaks for BPO (cost).",
            ),
            ("Recovery time", "(hours) | Recovery time in hours, in digits. |  | Risk: dependency."),
            (
                "Demand variability",
                "(High, Medium, Low) | Demand variability: High, Medium or Low? |  | \
                 Benefit: scalability. Contract term: volume swings.",
            ),
            (
                "FTE",
                " | People (FTE), in digits. |  | Totals, and the jobs that are touched. \
                 Benefits: focus on core competencies and productivity. Risk: job losses.",
            ),
        ] {
            assert_eq!(said(header), expected);
        }
        assert_eq!(field("Volume").entry, Entry::LevelOrCount);
        assert_eq!(field("Nature").choices, ["Ongoing", "Seasonal", "Project"]);
    }
}
