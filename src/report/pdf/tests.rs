//! What holds for every document: nothing lost, nothing outside the margins, nothing over anything else.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::setting::flow::{Pages, Target};
use super::setting::sheet::{BODY_TOP, ElementId, Item, MARGIN, Mark, Paper};
use super::write::{Design, FEWEST_ROWS, Written, lay_out, write};
use crate::report::lists::{FindingCount, Ranking};
use crate::report::model::Summary;
use crate::report::tests::{OPEN, TO_BPO, TO_OUTSOURCING, inventory_of, with_report, with_report_by};
use crate::rulebook;

/// The file of a portfolio at the edges, or the text that its pages are expected to have.
fn at_the_edges(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/portfolios").join(name)
}

/// What is said of an inventory of the tests.
fn of_inventory(name: &str) -> Summary {
    of_file(&at_the_edges(name))
}

fn of_file(path: &Path) -> Summary {
    with_report_by(&rulebook::load_default(), path, |report, _| report.summary.clone())
}

/// Public inventories in the folder named by `PUBLIC_INVENTORIES`; none without it, for they are not part of the project.
fn public() -> Vec<PathBuf> {
    const HAVE_FUNCTIONS: [&str; 5] = [
        "govuk_local_services_lgsl.csv",
        "govuk_transactions_fixture.csv",
        "govuk_transactions_stub_commas.csv",
        "omb2025_ai_cots.xlsx",
        "omb2025_ai_use_cases_noemail.xlsx",
    ];
    let folder = std::env::var_os("PUBLIC_INVENTORIES").map(PathBuf::from);
    folder.iter().flat_map(|folder| HAVE_FUNCTIONS.map(|name| folder.join(name))).collect()
}

/// Portfolios of all sizes, with awkward names among them, and those at the edges.
fn portfolios() -> Vec<(&'static str, Summary)> {
    let at_the_edges = [
        "all-firm.csv",
        "all-open.csv",
        "all-outsourcing.csv",
        "forty-departments.csv",
        "names.csv",
        "negative-costs.csv",
        "no-cost.csv",
        "one-bpo.csv",
        "one-open.csv",
        "review.csv",
        "three-currencies.csv",
    ];
    let mut portfolios = made_up();
    portfolios.extend(at_the_edges.map(|name| (name, of_inventory(name))));
    portfolios.extend(public().iter().map(|path| ("public", of_file(path))));
    portfolios
}

/// A portfolio as most are, one that is too large to be shown whole, and one with awkward names.
fn made_up() -> Vec<(&'static str, Summary)> {
    vec![("usual", usual()), ("large", large()), ("awkward", awkward())]
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

fn usual() -> Summary {
    static USUAL: LazyLock<Summary> = LazyLock::new(|| of_file(&sample("portfolio.xlsx")));
    USUAL.clone()
}

/// Two thousand functions of forty departments.
fn large() -> Summary {
    const SAID: [&str; 5] = [TO_BPO, TO_OUTSOURCING, TO_BPO, OPEN, "High,High,Low,Low,Project,High,High,900000,2\n"];
    static LARGE: LazyLock<Summary> = LazyLock::new(|| {
        let places: Vec<String> = (0..40).map(|at| format!("Department {at},Town {}", at % 3)).collect();
        let functions: Vec<_> = (0..2_000).map(|at| (places[at % 40].as_str(), SAID[at * 7 % 5])).collect();
        with_report(&inventory_of(&functions), &[], |report, _| report.summary.clone())
    });
    LARGE.clone()
}

/// Names that are long, unbreakable, foreign, or not drawable.
fn awkward() -> Summary {
    let mut awkward = usual();
    let names = [
        "Reconciliation of intercompany balances across all legal entities in the group, including those acquired during \
         the year, with escalation of differences above the materiality threshold to the regional lead.",
        &"Rechtsschutzversicherungsgesellschaft".repeat(3)[..80],
        "Εξυπηρέτηση πελατών",
        "Начисление заработной платы",
        "Tiếp nhận đơn hàng",
        "Support 🚀 launch ☺",
        "給与計算",
        "Entre\u{301}e de gamme\u{200b}",
        "tabs\tand\nbreaks",
    ];
    for ranking in [&mut awkward.bpo, &mut awkward.outsourcing, &mut awkward.review] {
        for (line, name) in ranking.lines.iter_mut().zip(names) {
            name.clone_into(&mut line.name);
            line.department = names[1].into();
        }
    }
    for (point, name) in awkward.map.points.iter_mut().zip(names) {
        name.clone_into(&mut point.name);
    }
    for (decision, name) in awkward.decide_next.iter_mut().zip(names) {
        name.clone_into(&mut decision.function);
    }
    let departments = &mut awkward.places.breakdowns[0].groups;
    departments[0].name = names[0].into();
    departments[1].name = names[1].into();
    departments[2].cost = "USD 1,234,567,890; EUR 987,654,321".into();
    awkward.organisation = names[0].into();
    awkward.footer = names[0].repeat(2);
    awkward.key_figures[1].value = "$41.2M + €13.7M + £2.9M".into();
    awkward.decide_next[1].cost = "$41.2M + €13.7M + £2.9M + ¥1.1B".into();
    awkward.bpo.lines[3].because = names[0].repeat(30);
    awkward.bpo.lines[4].name = names[0].repeat(200);
    awkward
}

fn pages(summary: &Summary) -> Pages {
    lay_out(summary, &Design::default(), &[]).0
}

/// Every portfolio on either paper, laid out once for all tests.
fn laid_out() -> &'static [(String, Pages)] {
    static LAID_OUT: LazyLock<Vec<(String, Pages)>> = LazyLock::new(|| {
        let on_either = portfolios().into_iter().flat_map(|(portfolio, summary)| {
            [Paper::A4, Paper::Letter].map(|paper| {
                let design = Design { paper, fonts: Vec::new() };
                (format!("{portfolio} on {}", paper.name()), lay_out(&summary, &design, &[]).0)
            })
        });
        on_either.collect()
    });
    &LAID_OUT
}

fn written(summary: &Summary) -> Written {
    write(summary, &Design::default())
}

fn texts(page: &[Item]) -> Vec<(&str, [f32; 4])> {
    page.iter()
        .filter_map(|item| match &item.mark {
            Mark::Text { text, .. } => Some((text.as_str(), item.bounds())),
            _ => None,
        })
        .collect()
}

fn squeezed(text: &str) -> String {
    super::setting::fonts::tidy(text.to_owned()).chars().filter(|character| !character.is_whitespace()).collect()
}

#[test]
fn everything_stands_between_the_margins() {
    for (portfolio, pages) in laid_out() {
        let paper = pages.paper;
        for (number, page) in pages.sheets.iter().enumerate() {
            for item in page {
                let [left, top, right, bottom] = item.bounds();
                let inside = left >= paper.left() - 0.1
                    && top >= MARGIN - 0.1
                    && right <= paper.width() - paper.left() + 0.1
                    && bottom <= paper.height() - MARGIN + 0.1;
                assert!(inside, "{portfolio}, page {}: {item:?}", number + 1);
            }
        }
    }
}

#[test]
fn no_text_stands_over_another() {
    for (portfolio, pages) in laid_out() {
        for (number, page) in pages.sheets.iter().enumerate() {
            let texts = texts(page);
            for (index, (one, a)) in texts.iter().enumerate() {
                for (other, b) in &texts[index + 1..] {
                    let slack = 0.05;
                    let apart =
                        a[2] <= b[0] + slack || b[2] <= a[0] + slack || a[3] <= b[1] + slack || b[3] <= a[1] + slack;
                    assert!(apart, "{portfolio}, page {}: `{one}` over `{other}`", number + 1);
                }
            }
        }
    }
}

#[test]
fn no_backtick_is_printed() {
    for (portfolio, pages) in laid_out() {
        for page in &pages.sheets {
            assert!(texts(page).iter().all(|(text, _)| !text.contains('`')), "{portfolio}");
        }
    }
}

#[test]
fn pages_are_filled_before_they_are_turned() {
    for (portfolio, pages) in laid_out() {
        let bottom = pages.paper.body_bottom();
        let half = BODY_TOP + (bottom - BODY_TOP) / 2.0;
        for (number, filled) in pages.filled.iter().enumerate() {
            assert!(*filled <= bottom + 0.01, "{portfolio}, page {} runs over", number + 1);
            let last = number + 1 == pages.filled.len();
            assert!(last || *filled >= half, "{portfolio}, page {} is filled to {filled} only", number + 1);
        }
    }
}

#[test]
fn no_heading_is_the_last_thing_on_its_page() {
    for (portfolio, pages) in laid_out() {
        for bookmark in &pages.bookmarks {
            let filled = pages.filled[bookmark.spot.page];
            assert!(filled > bookmark.spot.y + 35.0, "{portfolio}: `{}` is an orphan", bookmark.title);
        }
    }
}

#[test]
fn every_function_that_is_ranked_can_be_read_on_one_page() {
    for (portfolio, summary) in portfolios() {
        let pages = pages(&summary);
        let read: Vec<String> =
            pages.sheets.iter().map(|page| squeezed(&texts(page).iter().map(|t| t.0).collect::<String>())).collect();
        let rankings: [&Ranking; 3] = [&summary.bpo, &summary.outsourcing, &summary.review];
        for line in rankings.iter().flat_map(|ranking| &ranking.lines) {
            // Two lines are enough of a name.
            let name = squeezed(&line.name.chars().take(40).collect::<String>());
            assert!(read.iter().any(|page| page.contains(&name)), "{portfolio}: `{}` is not there", line.name);
        }
    }
}

#[test]
fn all_that_the_summary_says_can_be_read() {
    let mut summary = usual();
    summary.map.left_off = 1_234;
    summary.bpo.more = 1;
    let pages = pages(&summary);
    let read = squeezed(&pages.sheets.iter().flat_map(|page| texts(page)).map(|text| text.0).collect::<String>());
    let rankings = [&summary.bpo, &summary.outsourcing, &summary.review];
    let costs = rankings.iter().flat_map(|ranking| &ranking.lines).filter_map(|line| line.cost.as_ref());
    let costs: Vec<String> = costs.map(|cost| cost.in_full(&summary.say)).collect();
    assert!(!costs.is_empty());
    let mut said: Vec<&str> = costs.iter().map(String::as_str).collect();
    said.extend(["1,234 more functions are not drawn.", "1 more function is in the workbook only."]);
    said.extend(summary.headline.iter().map(String::as_str));
    said.extend(summary.key_figures.iter().flat_map(|figure| [&*figure.label, &figure.value, &figure.note]));
    said.extend(summary.splits.iter().flat_map(|split| split.segments.iter().map(|segment| &*segment.value)));
    said.extend(
        summary
            .decide_next
            .iter()
            .take(FEWEST_ROWS)
            .flat_map(|decision| [&*decision.function, &decision.because, &decision.cost]),
    );
    said.extend(summary.ask_next.iter().flat_map(|question| [&*question.attribute, &question.text, &question.effect]));
    said.extend(summary.map.corners.iter().chain([&summary.map.caption, &summary.map.x_title]).map(String::as_str));
    for breakdown in &summary.places.breakdowns {
        said.extend(breakdown.groups.iter().flat_map(|group| [&*group.name, &group.cost, &group.fte]));
    }
    said.extend(summary.jobs.iter().flat_map(|jobs| &jobs.lines).flat_map(|line| [&*line.name, &line.all]));
    said.extend(summary.insufficient.iter().flat_map(|group| [&*group.missing, &group.cost]));
    said.extend(summary.certainties.iter().flat_map(|certainty| [&*certainty.name, &certainty.meaning]));
    said.extend(summary.swings.iter().map(|(criterion, _)| &**criterion));
    said.extend(summary.problem_groups.iter().take(20).flat_map(|problem| [&*problem.place, &problem.message]));
    for ranking in rankings {
        said.extend([&*ranking.heading.topic, &ranking.heading.finding, &ranking.heading.lead]);
        said.extend(ranking.lines[..ranking.in_full].iter().map(|line| &*line.department));
    }
    let candidates = [&summary.bpo, &summary.outsourcing].map(|ranking| &ranking.lines[..ranking.in_full]);
    let first = candidates.into_iter().flatten().filter(|line| line.because_of.is_none());
    said.extend(first.map(|line| &*line.because));
    let findings = summary.benefits.iter().chain(&summary.risks);
    let is_raised = |finding: &&FindingCount| finding.functions.iter().flatten().any(|count| *count > 0);
    let (raised, others): (Vec<_>, Vec<_>) = findings.partition(is_raised);
    assert!(!raised.is_empty() && !others.is_empty());
    said.extend(raised.iter().flat_map(|finding| [&*finding.title, &finding.text]));
    let titles: Vec<String> = others.iter().map(|finding| summary.say.inside(&finding.title)).collect();
    said.extend(titles.iter().map(String::as_str));
    let terms = summary.contract_terms.iter().filter(|term| term.functions > 0);
    said.extend(terms.flat_map(|term| [&*term.title, &term.text, &term.where_first]));
    said.extend(summary.criteria.iter().flat_map(|criterion| [&*criterion.name, &criterion.bpo, &criterion.source]));
    said.extend(summary.settings.iter().chain(&summary.provenance).flat_map(|fact| [&*fact.label, &fact.value]));
    said.extend(summary.method.iter().chain(&summary.accounting).map(String::as_str));
    let used = summary.columns.iter().filter(|column| !column.known.is_empty());
    said.extend(used.flat_map(|column| [&*column.header, &column.attribute, &column.reading]));
    for text in said {
        assert!(read.contains(&squeezed(text)), "`{text}` is not there");
    }
}

#[test]
fn contents_and_decisions_lead_to_their_pages() {
    let summary = of_inventory("forty-departments.csv");
    let (pages, flow) = lay_out(&summary, &Design::default(), &[]);
    let first = &pages.sheets[0];
    let read = |target: Target| {
        let is_link = |item: &&Item| item.element.is_some_and(|id| flow.elements[id].target == Some(target));
        let words = first.iter().filter(is_link).filter_map(|item| match &item.mark {
            Mark::Text { text, .. } => Some(text.trim_end()),
            _ => None,
        });
        words.collect::<Vec<_>>().join(" ")
    };
    for (number, title) in flow.sections.iter().enumerate() {
        let target = Target::Section(number);
        assert_eq!(read(target), format!("{title} {}", pages.targets[&target].page + 1));
    }
    for decision in &summary.decide_next[..FEWEST_ROWS] {
        let target = Target::Function(decision.index);
        let page = &pages.sheets[pages.targets[&target].page];
        assert!(read(target).contains(&decision.function), "{}", read(target));
        assert!(texts(page).iter().any(|(text, _)| text.trim_end() == decision.function));
    }
}

#[test]
fn a_row_is_not_cut_unless_it_is_higher_than_half_a_page() {
    let summary = usual();
    let (pages, flow) = lay_out(&summary, &Design::default(), &[]);
    for (element, row) in flow.elements.iter().enumerate().filter(|(_, element)| element.kind == "TR") {
        let cells: Vec<usize> = (0..flow.elements.len())
            .filter(|cell| flow.elements[*cell].parent == element && *cell != element)
            .collect();
        let on = |page: &&Vec<Item>| page.iter().any(|item| item.element.is_some_and(|id| cells.contains(&id)));
        assert!(pages.sheets.iter().filter(on).count() <= 1, "row {element} of {row:?}");
    }
}

#[test]
fn a_table_that_goes_on_repeats_its_header() {
    let pages = pages(&large());
    let header = "What pulls each way, what turns it";
    let with_rows = |page: &&Vec<Item>| texts(page).iter().any(|(text, _)| text.starts_with("Balanced: "));
    let continued: Vec<&Vec<Item>> = pages.sheets.iter().filter(with_rows).collect();
    assert!(continued.len() > 1);
    for page in continued {
        assert!(texts(page).iter().any(|(text, _)| *text == header));
    }
}

#[test]
fn the_same_summary_gives_the_same_bytes() {
    assert_eq!(written(&usual()).bytes, written(&usual()).bytes);
    let mut other = usual();
    other.day = jiff::civil::date(2026, 2, 1);
    assert_ne!(written(&usual()).bytes, written(&other).bytes);
}

#[test]
fn characters_that_no_font_draws_are_told() {
    assert_eq!(written(&usual()).missing, vec![]);
    assert_eq!(written(&awkward()).missing, vec!['与', '算', '給', '計', '🚀']);
}

#[test]
fn the_file_names_its_language_and_title_and_has_an_outline() {
    let file = lopdf::Document::load_mem(&written(&usual()).bytes).expect("the file can be read back");
    assert_eq!(file.version, "1.7");
    let catalog = file.catalog().expect("there is a catalogue");
    assert!(catalog.get(b"PageMode").and_then(lopdf::Object::as_name).is_ok_and(|mode| mode == b"UseOutlines"));
    assert!(catalog.get(b"Lang").and_then(lopdf::Object::as_str).is_ok_and(|language| language == b"en-GB"));
    for key in [b"Outlines".as_slice(), b"StructTreeRoot", b"Metadata", b"ViewerPreferences"] {
        assert!(catalog.has(key));
    }
}

/// The pages as a reader meets them: each element of the structure on a line, and each row of a table; without running
/// heads, and up to the account of how the file was read, which is the reading's to test.
fn read_aloud(summary: &Summary) -> String {
    let (pages, flow) = lay_out(summary, &Design::default(), &[]);
    let mut said = String::new();
    for (number, page) in pages.sheets.iter().enumerate() {
        let _ = write!(said, "{}page {}", if number == 0 { "" } else { "\n" }, number + 1);
        let mut last: Option<ElementId> = None;
        for item in page {
            let (Mark::Text { text, .. }, Some(element)) = (&item.mark, item.element) else { continue };
            let of = &flow.elements[element];
            if text.starts_with("Data: ") && of.kind == "P" {
                return said + "\nData\n";
            }
            let in_row = matches!(of.kind, "TD" | "TH");
            let goes_on = in_row && last.is_some_and(|last| flow.elements[last].parent == of.parent);
            said.push_str(match last {
                Some(last) if last == element => " ",
                _ if goes_on => " | ",
                _ => "\n",
            });
            said.push_str(text.trim_end());
            last = Some(element);
        }
        said.push('\n');
    }
    said
}

#[test]
fn every_page_says_what_it_should() {
    let at_the_edges = [
        "all-firm",
        "all-open",
        "all-outsourcing",
        "forty-departments",
        "names",
        "negative-costs",
        "no-cost",
        "one-bpo",
        "one-open",
        "review",
        "three-currencies",
    ];
    let samples = ["portfolio.xlsx", "service-catalogue.xlsx", "werkzeugbau.csv"];
    let inputs = at_the_edges.map(|name| self::at_the_edges(&format!("{name}.csv"))).into_iter();
    for input in inputs.chain(samples.map(sample)) {
        let found = read_aloud(&of_file(&input));
        let name = input.file_stem().expect("a name").to_string_lossy().into_owned();
        let expected = self::at_the_edges(&format!("{name}.txt"));
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&expected, &found).expect("the expected text can be written");
        }
        let text = std::fs::read_to_string(&expected).unwrap_or_default();
        assert!(text == found, "{} is\n{text}\nbut found\n{found}", expected.display());
    }
}

#[test]
fn an_inventory_in_which_nothing_can_be_judged_takes_two_pages() {
    let mut judged = 0;
    for ((portfolio, summary), pages) in portfolios().iter().zip(laid_out().chunks(2)) {
        if summary.is_all_open {
            judged += 1;
            assert!(pages.iter().all(|(_, pages)| pages.sheets.len() <= 2), "{portfolio}");
        }
    }
    assert!(judged >= 2);
}

#[test]
fn words_of_any_length_leave_room_for_the_map() {
    let mut summary = usual();
    for words in summary.map.corners.iter_mut().chain([&mut summary.map.x_title, &mut summary.map.y_title]) {
        *words = "words ".repeat(300);
    }
    let pages = pages(&summary);
    for item in &pages.sheets[1] {
        let [left, _, right, _] = item.bounds();
        let margins = pages.paper.left() - 0.5..=pages.paper.width() - pages.paper.left() + 0.5;
        assert!(margins.contains(&left) && margins.contains(&right), "{item:?}");
    }
}

#[test]
fn a_file_is_as_small_as_can_be_sent_around() {
    for (portfolio, summary) in made_up() {
        let most = if portfolio == "large" { 1_000_000 } else { 200_000 };
        let bytes = written(&summary).bytes.len();
        assert!(bytes < most, "{portfolio}: {bytes} bytes");
    }
}

/// Writes the documents to the folder named by `OUTSIFT_PDF_SAMPLES`, to be looked at; does nothing without it.
#[test]
fn samples_for_the_eye() {
    let Ok(folder) = std::env::var("OUTSIFT_PDF_SAMPLES") else { return };
    for (portfolio, summary) in portfolios() {
        let time = || {
            let start = std::time::Instant::now();
            (written(&summary).bytes, start.elapsed())
        };
        let (bytes, _) = time();
        let fastest = (0..20).map(|_| time().1).min().unwrap_or_default();
        println!("{portfolio}: {fastest:?}, {} bytes", bytes.len());
        std::fs::write(format!("{folder}/{portfolio}.pdf"), bytes).expect("the folder can be written to");
    }
}
