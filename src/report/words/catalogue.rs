//! Every message that reports are made of, with what it fills in: a method of [`Messages`] for each, in the order of
//! `templates/language/en/*.ftl`.

use super::messages::{Argument, Declared, Kind, Messages};

/// Declares the messages. One that fills in nothing is a `&str`; the others are put together when they are asked for.
macro_rules! messages {
    ($($name:ident($($argument:ident: $kind:ident),*);)*) => {
        /// A message, by its position.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy)]
        pub(super) enum Id { $($name),* }

        /// All messages, in the order of the files.
        pub(super) const DECLARED: &[Declared] = &[
            $(Declared { name: stringify!($name), arguments: &[$((stringify!($argument), Kind::$kind)),*] }),*
        ];

        impl Messages {
            $(messages! { @method $name($($argument: $kind),*) })*
        }
    };
    (@method $name:ident()) => {
        pub(in crate::report) fn $name(&self) -> &str {
            self.text(Id::$name)
        }
    };
    (@method $name:ident($($argument:ident: $kind:ident),*)) => {
        pub(in crate::report) fn $name(&self, $($argument: messages!(@type $kind)),*) -> String {
            self.say(Id::$name, &[$(Argument::$kind($argument)),*])
        }
    };
    (@type Text) => { &str };
    (@type Count) => { usize };
}

messages! {
    language();
    title();
    page_one_decide_heading();
    page_one_settle_heading();
    page_one_contents_heading();
    map_heading();
    map_caption(left: Text, right: Text, below: Text, above: Text);
    map_area();
    map_area_by_currency();
    map_costliest(count: Count);
    map_empty();
    departments_heading();
    locations_heading();
    locations_unknown();
    locations_no_candidates();
    locations_no_people();
    locations_jobs(candidates: Count, people: Count, jobs: Text);
    bpo_heading();
    bpo_caption(count: Count);
    outsourcing_heading();
    outsourcing_caption(count: Count);
    review_heading();
    review_caption(count: Count, borderline: Text, fragile: Text);
    unknown_heading();
    unknown_questions_heading();
    unknown_functions_heading();
    unknown_caption(count: Count);
    findings_heading();
    findings_risks_heading();
    findings_benefits_heading();
    findings_terms_heading();
    findings_not_raised(findings: Text);
    changes_heading();
    method_heading();
    method_rules(count: Count, criteria: Text, source: Text);
    method_evidence();
    method_missing();
    method_strength();
    method_twice(count: Count, attributes: Text);
    method_terms(count: Count, criteria: Text);
    method_off(count: Count, criteria: Text);
    method_limits();
    method_more();
    method_criteria_heading();
    method_settings_heading();
    quality_heading();
    quality_not_drawn(place: Text, characters: Text);
    quality_columns_heading();
    quality_excluded_heading();
    quality_problems_heading();
    quality_provenance_heading();
    rest_in_workbook();
    rest_in_record();
    rest_functions(count: Count, place: Text);
    rest_rows(count: Count, place: Text);
    rest_problems(count: Count, place: Text);
}
