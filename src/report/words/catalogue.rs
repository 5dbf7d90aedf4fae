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
    // around
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
    // summary
    headline_one_bpo();
    headline_one_outsourcing();
    headline_one_neither();
    headline_neither(all: Count);
    headline_outsourcing(all: Count, outsourcing: Count);
    headline_bpo(all: Count, bpo: Count);
    headline_both(all: Count, bpo: Count, outsourcing: Count);
    headline_one_split();
    headline_split(count: Count);
    headline_one_lacks();
    headline_lack(count: Count);
    headline_undecided(parts: Text);
    headline_one_costs(cost: Text);
    headline_bpo_costs(bpo: Count, cost: Text);
    headline_outsourcing_costs(outsourcing: Count, cost: Text);
    headline_both_cost(bpo: Count, bpo_cost: Text, outsourcing: Count, outsourcing_cost: Text);
    headline_costs(costs: Text);
    headline_share(costs: Text, share: Text);
    headline_share_together(costs: Text, share: Text);
    headline_one_deserves();
    headline_deserve(count: Count);
    figure_functions();
    figure_cost();
    figure_people();
    figure_coverage();
    figure_coverage_note();
    figure_every_function();
    figure_some_functions(count: Count, all: Count);
    figure_every_row();
    figure_rows_left_out(count: Count);
    split_by_count();
    split_by_cost();
    split_by_cost_in(currency: Text);
    known_all(coverage: Text);
    known_the_one_partly(coverage: Text);
    known_each_partly(coverage: Text);
    known_some_partly(coverage: Text, count: Count);
    question_plain(attribute: Text);
    effect_together(verdicts: Text);
    effect_alone(verdicts: Text);
    effect_none(count: Count);
    open_the_one();
    open_all(all: Count);
    open_some(count: Count, all: Count);
    first_answers(attributes: Text, verdicts: Text);
    department();
    location();
    departments_none();
    departments_one();
    departments_one_and_none(count: Count, unnamed: Count);
    departments_many(count: Count, unnamed: Count);
    departments_no_candidates(departments: Text);
    departments_most(departments: Text, name: Text, count: Count);
    departments_most_two(departments: Text, name: Text, other: Text, count: Count);
    departments_most_several(departments: Text, count: Count);
    group_other_departments(count: Count);
    group_other_locations(count: Count);
    group_not_stated();
    findings_others(count: Count);
    problems_unlisted(count: Count, code: Text);
    footer_sheet(sheet: Text);
    footer_sheets(count: Count);
    footer_rulebook(rulebook: Text);
    groups_by_department();
    groups_by_location();
    groups_largest(title: Text);
    ready_the_one();
    ready(count: Count, functions: Text);
    ready_first(count: Count, functions: Text);
    ready_bpo(function: Text);
    ready_bpo_cost(function: Text, cost: Text);
    ready_outsourcing(function: Text);
    ready_outsourcing_cost(function: Text, cost: Text);
    fragile_not_the_one(share: Text);
    fragile_the_one(share: Text);
    fragile_none(share: Text);
    fragile_some(count: Count, all: Count, share: Text);
    main_risk(risk: Text, count: Count);
    heat_map_legend();
    heat_map_more(shown: Count, all: Count, rest: Count);
    risk();
    contract_term();
    benefit();
    risks_none();
    risks_legend();
    risks_more(shown: Count, functions: Count, rest: Count);
    threshold_minimum_coverage();
    threshold_borderline();
    threshold_fragile();
    figures_live();
    figures_no_workbook();
    figures_values();
    figures_many_functions(count: Count);
    figures_many_columns();
    // changes
    since_new(count: Count);
    since_gone(count: Count);
    since_verdicts(count: Count);
    since_scores(count: Count);
    since_other_scores(count: Count);
    since_ambiguous(count: Count);
    since_nothing();
    since_carried(count: Count);
    since_carried_all_to_check(count: Count);
    since_carried_some_to_check(count: Count, to_check: Count);
    since_not_carried(count: Count);
    rules_other_text(now: Text);
    rules_other(before: Text, now: Text);
    rules_same(now: Text);
    rules_unnamed();
    left_row(row: Text, file: Text);
    left_ambiguous();
    left_decided();
    left_no_function();
    left_gone();
    change_verdict();
    change_decision();
    change_ambiguous();
    change_score();
    change_new();
    change_name();
    change_id();
    because_other_rules();
    because_other_coverage();
    because_was_called(name: Text);
    because_had_no_id();
    because_had_id(id: Text);
    decided(count: Count, functions: Count, parts: Text);
    decided_agrees(count: Count);
    decided_differs(count: Count);
    decided_deferred(count: Count);
    decided_to_check(count: Count);
    // functions
    listed_last(first: Text, last: Text);
    either_last(first: Text, last: Text);
    date(day: Text, month: Count, year: Text);
    score_with_range(score: Text, low: Text, high: Text);
    range(low: Text, high: Text);
    sureness_every(score: Text);
    sureness_some(score: Text, share: Text);
    sureness_open(score: Text, share: Text);
    turn(verdict: Text, attribute: Text, then: Text, now: Text);
    turn_between(turn: Text, other: Text);
    turn_none();
    turns(turns: Text);
    turns_weights(turns: Text, error: Text);
    level_low();
    level_medium();
    level_high();
    level_between(level: Text);
    level_missing();
    verdict_split();
    because_torn(reasons: Text);
    because_against(reasons: Text);
    because_for_bpo(reasons: Text);
    because_for_outsourcing(reasons: Text);
    because_nothing();
    because_not_known(attributes: Text);
    ground_missing(attributes: Text);
    ground_channels(value: Text);
    ground_assumed(value: Text);
    ground_not_known(attribute: Text);
    ground_evidence(criterion: Text, points: Text);
    find_more(count: Count);
    find_left_out(row: Text, reason: Text);
    find_row(name: Text, row: Text);
    // data
    pole_little(attribute: Text);
    setting_minimum_coverage();
    setting_borderline();
    setting_fragile();
    setting_noteworthy_change();
    setting_percent(number: Text);
    setting_points(number: Text);
    column_known(count: Count, all: Count);
    column_not_used();
    sheets_named(count: Count, sheets: Text);
    header_row(row: Text);
    header_rows(first: Text, last: Text);
    accounting_rows(count: Count, header: Text, functions: Count, rest: Count);
    accounting_rows_on(count: Count, sheets: Text, header: Text, functions: Count, rest: Count);
    accounting_left_out(rows: Text);
    excluded_title(count: Count);
    excluded_blank(count: Count);
    excluded_types(count: Count);
    excluded_header(count: Count);
    excluded_heading(count: Count);
    excluded_total(count: Count);
    excluded_note(count: Count);
    excluded_no_name(count: Count);
    repeated_names(count: Count);
    repeated_ids(count: Count);
    repeated(functions: Text);
    answers_none(file: Text);
    answers_none_on(file: Text, sheet: Text);
    answers_new(file: Text, count: Count, of: Count);
    answers_new_on(file: Text, sheet: Text, count: Count, of: Count);
    answers_replaced(answers: Text, count: Count);
    answers_unused(answers: Text, count: Count);
    answers_came_to(answers: Text);
    answers_settled(count: Count, open: Count);
    answers_settled_and_changed(count: Count, open: Count, changed: Count);
    assumed(attribute: Text, value: Text, count: Count);
    assumed_in(attribute: Text, value: Text, count: Count, department: Text);
    provenance_input();
    provenance_input_format();
    provenance_input_size();
    provenance_bytes(count: Count);
    provenance_sha256(of: Text);
    provenance_answers();
    provenance_earlier_run();
    provenance_sheet();
    provenance_sheets();
    provenance_header();
    provenance_rulebook();
    provenance_source();
    provenance_wording();
    provenance_program();
    provenance_date();
    provenance_command_line();
}
