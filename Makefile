# demo    build, assess the sample portfolio, and say where the outputs are
# test    run all tests
# check   what must hold before a change goes in: format, lints, tests, documentation, and with cargo-deny dependencies
# install put the program, its manual pages and completions into PREFIX (/usr/local), below DESTDIR if that is given
# package make a .deb, a wheel for pip, and a source package that builds offline, into target/package; needs cargo-deb and
#         maturin. .ci/packages installs and runs each
# pictures draw the pictures of the README anew; needs pdftoppm
# bench   measure speed and memory against a floor measured in the same run, and how many answers settle functions
# mutants plant faults in MUTANTS (src/portfolio.rs) one by one, for MUTANTS_SECONDS (3600) at most, and list those that no
#         test of rules, inventories and judgement notices; needs cargo-mutants. SHARD=0/8 takes every eighth of them, for a sample of a large folder
# nightly run what takes programs that are large, from target/nightly-tools: dbt on the projects that `outsift sql --dbt` writes, and
#         Spark (which needs Java 17) and ClickHouse on the statements for them
# fuzz    run each fuzz target for FUZZ_SECONDS (60); needs a nightly compiler and cargo-fuzz

CARGO = cargo

FUZZ_SECONDS = 60

MUTANTS = src/portfolio.rs
MUTANTS_SECONDS = 3600
SHARD = 0/1
MUTANTS_TESTS = inventor rulebook assessment changes portfolio own_files

PREFIX = /usr/local

.PHONY: demo test check deny install package pages pictures bench mutants nightly fuzz

# The profile that compiles fastest: a first look need not wait for the program that is.
demo:
	$(CARGO) run --profile quick --locked --quiet -- assess samples/portfolio.xlsx --output out

test:
	$(CARGO) test --locked

check:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	$(CARGO) test --locked
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items
	@if $(CARGO) deny --version >/dev/null 2>&1; then $(MAKE) --no-print-directory deny; \
	else echo "SKIPPED: cargo-deny is not installed, so licences and sources of dependencies are not checked"; fi

# Licences, versions and sources of dependencies; known faults of them where the database of advisories can be fetched.
deny:
	$(CARGO) deny --locked --config .ci/deny.toml check licenses bans sources
	@if $(CARGO) deny --config .ci/deny.toml fetch db >/dev/null 2>&1; then \
		$(CARGO) deny --locked --config .ci/deny.toml check --disable-fetch advisories; \
	else echo "SKIPPED: the database of advisories cannot be fetched, so known faults of dependencies are not checked"; fi

# What stands beside the program wherever it is installed.
pages:
	$(CARGO) build --release --locked
	rm -rf target/pages && mkdir -p target/pages/man1 target/pages/systemd
	target/release/outsift man --output target/pages/man1 >/dev/null
	for shell in bash zsh fish; do target/release/outsift completions $$shell >target/pages/$$shell || exit 1; done
	for unit in outsift.service outsift-alert.service outsift.timer; do \
		sed 's|/usr/local/bin/|/usr/bin/|' templates/schedule/$$unit >target/pages/systemd/$$unit || exit 1; done

install: pages
	install -Dm755 target/release/outsift "$(DESTDIR)$(PREFIX)/bin/outsift"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m644 target/pages/man1/* "$(DESTDIR)$(PREFIX)/share/man/man1/"
	install -Dm644 target/pages/bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/outsift"
	install -Dm644 target/pages/zsh "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_outsift"
	install -Dm644 target/pages/fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/outsift.fish"

package: pages
	rm -rf target/package && mkdir -p target/package
	$(CARGO) deb --no-build --output target/package/
	maturin build --release --locked --bindings bin --out target/package
	.ci/source-package target/package

pictures: demo
	pdftoppm -png -singlefile -r 100 -f 1 out/portfolio-summary.pdf samples/pictures/page-one
	pdftoppm -png -singlefile -r 100 -f 2 out/portfolio-summary.pdf samples/pictures/map

bench:
	$(CARGO) bench --locked

# A pattern such as MUTANTS='src/assessment/**/*.rs' names several files. Tests of what outputs look like are left out: they
# take the longest, and notice little of what is decided.
mutants:
	@$(CARGO) mutants --version >/dev/null 2>&1 || \
		{ echo "cargo-mutants is not installed: \`cargo install --locked cargo-mutants\` does that"; exit 1; }
	CARGO_PROFILE_DEV_DEBUG=none timeout $(MUTANTS_SECONDS) $(CARGO) mutants --file '$(MUTANTS)' --shard $(SHARD) \
		--sharding round-robin --output target/mutants --timeout 180 -- --locked --lib --test suite -- $(MUTANTS_TESTS)

# dbt-core 1.12 cannot be installed from the registry alone.
nightly:
	python3 -m venv target/nightly-tools
	target/nightly-tools/bin/pip install --quiet 'dbt-core==1.10.*' dbt-duckdb pyspark chdb
	PATH="$$PWD/target/nightly-tools/bin:$$PATH" $(CARGO) test --locked --test suite -- --ignored warehouse::

# Leaks are not looked for: threads that end with the process count as such, and there is no unsafe code.
fuzz:
	for target in spreadsheet delimited rulebook values; do \
		mkdir -p fuzz/corpus/$$target fuzz/corpus/rulebook && cp templates/rulebook.toml templates/language/*.toml fuzz/corpus/rulebook/ && \
		$(CARGO) +nightly fuzz run $$target fuzz/corpus/$$target fuzz/seeds/$$target tests/suite/inventories -- \
			-max_total_time=$(FUZZ_SECONDS) -detect_leaks=0 -timeout=20 -rss_limit_mb=3072 -max_len=131072 || exit 1; \
	done
