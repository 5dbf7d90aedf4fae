# demo    build, assess the sample portfolio, and say where the outputs are
# test    run all tests
# check   what must hold before a change goes in: format, lints, tests, documentation
# bench   measure speed and memory against a floor measured in the same run

CARGO = cargo

.PHONY: demo test check bench

demo:
	$(CARGO) run --release --locked --quiet -- assess samples/portfolio.xlsx --output out

test:
	$(CARGO) test --locked

check:
	$(CARGO) fmt --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	$(CARGO) test --locked
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps --document-private-items

bench:
	$(CARGO) bench --locked
