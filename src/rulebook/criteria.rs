//! The criteria, what they weigh and say, and the axes of the map that they lie on.

use super::rules::{Attribute, Axis, Criterion, Join, Kind, Pole, Poles, Says, Term};
use super::toml_tables::{Loader, Section, Table, Value, digits, thousandths};
use super::values::{AttributeId, Weight};
use crate::codes::Code;

impl<'t> Loader<'t> {
    pub(super) fn criteria(
        &mut self,
        root: &Table<'t>,
        attribute_ids: &[String],
        attributes: &[Attribute],
        ids: &[String],
    ) -> Vec<Criterion> {
        let mut criteria = Vec::new();
        for (table, id) in self.tables(root, "criterion").iter().zip(ids) {
            self.known_keys(
                table,
                &format!("in criterion `{id}`"),
                &["id", "name", "weight", "bpo", "outsourcing", "source", "says"],
            );
            let poles = match (table.get("bpo"), table.get("outsourcing")) {
                (Some(bpo), Some(outsourcing)) => {
                    let mut pole = |value| self.pole(value, attribute_ids, attributes);
                    let (bpo, outsourcing) = (pole(bpo), pole(outsourcing));
                    bpo.zip(outsourcing).map(|(bpo, outsourcing)| Poles { bpo, outsourcing })
                }
                (None, None) => None,
                _ => {
                    let message = format!("criterion `{id}` has one pole only");
                    let help = "give both `bpo` and `outsourcing`, or neither for a criterion without a direction";
                    self.report(table.span.clone(), Code::OnePole, message, Some(help.to_owned()));
                    None
                }
            };
            let says = self.says(table, id, poles.as_ref(), attribute_ids);
            criteria.push(Criterion {
                id: id.clone(),
                name: self.required_text(table, "name", &format!("criterion `{id}`")).unwrap_or_default(),
                weight: self.required_weight(table, id),
                poles,
                source: self.optional_text(table, "source").unwrap_or_default(),
                says,
            });
        }
        if !criteria.iter().any(|c| c.poles.is_some() && c.weight.0 > 0) && self.problems.is_empty() {
            let help = "give at least one criterion with poles a weight above 0";
            self.report(0..0, Code::NoWeight, "no criterion decides anything".to_owned(), Some(help.to_owned()));
        }
        criteria
    }

    fn required_weight(&mut self, table: &Section<'_, 't>, id: &str) -> Weight {
        let Some(value) = table.get("weight") else {
            self.missing(table, "weight", &format!("criterion `{id}`"));
            return Weight(0);
        };
        self.weight(value)
    }

    pub(super) fn weight(&mut self, value: &Value<'t>) -> Weight {
        let digits = digits(value).unwrap_or_default();
        match thousandths(digits) {
            Some(weight) if weight < 0 => {
                let help = "0 switches a criterion off; to turn it round, exchange its poles".to_owned();
                self.report(value.span(), Code::NegativeWeight, format!("weight {digits} is below 0"), Some(help));
                Weight(0)
            }
            Some(weight) => Weight(weight),
            None => {
                self.expected(value, "`weight` as a number from 0 to 1000000 with at most three decimals");
                Weight(0)
            }
        }
    }

    fn says(&mut self, criterion: &Section<'_, 't>, id: &str, poles: Option<&Poles>, attribute_ids: &[String]) -> Says {
        let mut says = Says::default();
        let Some(table) = self.table(criterion, "says") else {
            if poles.is_some() {
                let message = format!("criterion `{id}` has no sentences");
                let help = "add `says.bpo`, `says.outsourcing`, `says.conflict`, `says.neutral` and `says.unknown`";
                self.report(criterion.span.clone(), Code::MissingKey, message, Some(help.to_owned()));
            }
            return says;
        };
        let owner = format!("`says` of criterion `{id}`");
        self.known_keys(
            &table,
            &format!("in {owner}"),
            &["bpo", "outsourcing", "conflict", "neutral", "unknown", "terms"],
        );
        for (key, target) in [
            ("bpo", &mut says.bpo),
            ("outsourcing", &mut says.outsourcing),
            ("conflict", &mut says.conflict),
            ("neutral", &mut says.neutral),
            ("unknown", &mut says.unknown),
        ] {
            *target = self.required_text(&table, key, &owner).unwrap_or_default();
        }
        if let (Some(terms), Some(poles)) = (self.table(&table, "terms"), poles) {
            says.terms = self.words_of_terms(&terms, id, poles, attribute_ids);
        }
        says
    }

    /// Words by the terms that they are for, as the poles have them: `"not continuity" = "project-based or one-time"`.
    fn words_of_terms(
        &mut self,
        table: &Table<'t>,
        id: &str,
        poles: &Poles,
        attribute_ids: &[String],
    ) -> Vec<(Term, String)> {
        let written = |term: &Term| {
            let name = &attribute_ids[term.attribute.index()];
            if term.opposite { format!("not {name}") } else { name.clone() }
        };
        let terms: Vec<Term> = poles.bpo.terms.iter().chain(&poles.outsourcing.terms).copied().collect();
        let known: Vec<String> = terms.iter().map(written).collect();
        let mut words = Vec::new();
        for (key, value) in table {
            let Some(at) = known.iter().position(|known| known == key.get_ref()) else {
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                self.unknown(key.span(), &format!("term of criterion `{id}`"), key.get_ref(), &known);
                continue;
            };
            match value.get_ref().as_str() {
                Some(text) => words.push((terms[at], text.to_owned())),
                None => self.expected(value, "a text"),
            }
        }
        words
    }

    fn pole(&mut self, value: &Value<'t>, ids: &[String], attributes: &[Attribute]) -> Option<Pole> {
        let table = self.as_table(value, "a pole")?;
        self.known_keys(&table, "in a pole", &["all", "any"]);
        let (join, key) = match (table.contains_key("all"), table.contains_key("any")) {
            (true, false) => (Join::All, "all"),
            (false, true) => (Join::Any, "any"),
            _ => {
                self.expected(value, "a pole with either `all` or `any`");
                return None;
            }
        };
        let mut terms = Vec::new();
        let texts = self.texts(&table, key);
        if texts.is_empty() {
            self.expected(value, "a pole with at least one attribute");
        }
        for (text, span) in texts {
            let (opposite, id) = text.strip_prefix("not ").map_or((false, text.as_str()), |id| (true, id.trim()));
            let Some(attribute) = self.attribute(ids, id, span.clone()) else { continue };
            if !is_level(attributes, attribute) {
                let message = format!("a pole cannot weigh `{id}`, which is no level");
                let help = "name attributes with `kind = \"level\"`, or a `first_of` of such";
                self.report(span, Code::NotALevel, message, Some(help.to_owned()));
            }
            terms.push(Term { attribute, opposite });
        }
        (!terms.is_empty()).then_some(Pole { join, terms })
    }

    pub(super) fn axes(&mut self, root: &Table<'t>, criteria: &[String]) -> Option<[Axis; 2]> {
        let Some(map) = self.table(root, "map") else {
            self.report(0..0, Code::MissingKey, "the rulebook has no [map]".to_owned(), None);
            return None;
        };
        self.known_keys(&map, "in `map`", &["x", "y"]);
        let x = self.axis(&map, "x", criteria);
        let y = self.axis(&map, "y", criteria);
        x.zip(y).map(|(x, y)| [x, y])
    }

    fn axis(&mut self, map: &Section<'_, 't>, key: &str, criteria: &[String]) -> Option<Axis> {
        let Some(table) = self.table(map, key) else {
            if !map.contains_key(key) {
                self.missing(map, key, "`map`");
            }
            return None;
        };
        self.known_keys(&table, &format!("in `map.{key}`"), &["name", "low", "high", "criteria"]);
        let owner = format!("`map.{key}`");
        let mut text = |key| self.required_text(&table, key, &owner);
        let (name, low, high) = (text("name"), text("low"), text("high"));
        match table.get("criteria") {
            None => self.missing(&table, "criteria", &owner),
            Some(list) if list.get_ref().as_array().is_some_and(|list| list.is_empty()) => {
                self.expected(list, "`criteria` as a list of at least one criterion");
            }
            Some(_) => {}
        }
        let listed = self.texts(&table, "criteria");
        let criteria = listed.into_iter().filter_map(|(id, span)| self.position("criterion", criteria, &id, span));
        let criteria = criteria.collect();
        Some(Axis { name: name?, low: low?, high: high?, criteria })
    }
}

/// Whether an attribute is read onto a level, by itself or as the first of such attributes.
fn is_level(attributes: &[Attribute], id: AttributeId) -> bool {
    let attribute = &attributes[id.index()];
    match attribute.rule() {
        Some(rule) => matches!(rule.kind, Kind::Level(_)),
        None => attribute.parts().iter().all(|part| is_level(attributes, *part)),
    }
}
