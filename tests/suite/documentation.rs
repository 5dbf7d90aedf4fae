//! The documentation: every path that it names is there, and every page that it links to.

use std::fs;

use crate::harness::path;

#[test]
fn every_path_that_the_documentation_names_exists() {
    const ROOTS: [&str; 8] = ["src/", "tests/", "templates/", "docs/", "samples/", "fuzz/", "benches/", "Cargo"];
    for page in ["docs/architecture.md", "docs/contributing.md"] {
        let text = fs::read_to_string(path(page)).expect("a page");
        let named = text.split('`').skip(1).step_by(2).filter(|name| ROOTS.iter().any(|root| name.starts_with(root)));
        let mut count = 0;
        for name in named {
            assert!(path(name).exists(), "{page} names `{name}`, which is not there");
            count += 1;
        }
        assert!(count > 10, "{page} names {count} paths only");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(path("docs").join(link).exists(), "{page} links to {link}, which is not there");
        }
    }
}

#[test]
fn every_page_that_is_linked_to_exists() {
    let guide = fs::read_dir(path("docs/guide")).expect("a guide").map(|entry| entry.expect("a page").path());
    let mut count = 0;
    for page in guide.chain([path("README.md")]) {
        let text = fs::read_to_string(&page).expect("a page");
        let folder = page.parent().expect("a page is in a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(folder.join(link).exists(), "{} links to {link}, which is not there", page.display());
            count += 1;
        }
        assert!(text.lines().count() <= 100, "{} is longer than one reads at once", page.display());
    }
    assert!(count > 10, "{count} links only");
}
