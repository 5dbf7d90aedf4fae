//! The dialects of SQL: one table of the few words in which they differ, and how names and texts are written in each.

use std::str::FromStr;

/// A dialect of SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `DuckDB`.
    DuckDb,
    /// Apache `DataFusion`.
    DataFusion,
    /// `PostgreSQL`.
    Postgres,
    /// `SQLite`.
    Sqlite,
    /// Apache Spark, and Databricks.
    Spark,
    /// `ClickHouse`.
    ClickHouse,
    /// Snowflake.
    Snowflake,
    /// Google `BigQuery`.
    BigQuery,
    /// Amazon Redshift.
    Redshift,
    /// What the standard has.
    Ansi,
}

/// How texts are written so that nothing in them ends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escapes {
    /// A quotation mark is doubled, and a backslash is a letter like others.
    Doubled,
    /// A backslash stands before what would mean something else.
    Backslash,
    /// Whether a backslash means anything is a setting, so it is named by its number.
    Numbered,
}

/// What keeps an engine from merging a part of a statement into the next one, whose expressions would grow with each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// It does not do that.
    None,
    /// `OFFSET 0`.
    Offset,
    /// `AS MATERIALIZED`.
    Materialized,
    /// It is not known what would: only different rows are passed on, which cannot be merged.
    Distinct,
}

/// How rows of constants are a part of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// `VALUES`.
    Values,
    /// A function `values`, which is told their types.
    Function,
    /// As many selections.
    Union,
}

/// The words of a dialect.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    /// A floating-point number of 8 bytes.
    pub(super) double: &'static str,
    /// A whole number of 8 bytes.
    pub(super) whole: &'static str,
    /// A whole number of 4 bytes or more.
    pub(super) small: &'static str,
    /// A text.
    pub(super) text: &'static str,
    pub(super) least: &'static str,
    pub(super) greatest: &'static str,
    /// True and false.
    pub(super) truth: [&'static str; 2],
    /// A text `{x}` as a number, and null where it is written in any other way than digits, a point and a power of ten.
    pub(super) number: &'static str,
    /// A number that is not below 0, `{x}`, without its fraction.
    pub(super) floor: &'static str,
    pub(super) fence: Fence,
    pub(super) rows: Rows,
    /// What makes a view.
    pub(super) view: &'static str,
    /// What stands behind the columns of a new table.
    pub(super) table_end: &'static str,
    /// What stands at the end of a statement with joins.
    pub(super) join_end: &'static str,
    /// What makes a table of the session, `{name}`, where the engine does not plan so many parts as one statement.
    pub(super) step: Option<&'static str>,
    quote: char,
    escapes: Escapes,
    /// How a dollar sign is written where it stands for a variable.
    dollar: &'static str,
}

/// How a number is written that is looked for in texts.
macro_rules! written {
    () => {
        "'^-?([0-9]+([.][0-9]+)?|[0-9]([.][0-9]+)?[eE][-+]?[0-9]+)$'"
    };
}

const STANDARD: Words = Words {
    double: "DOUBLE",
    whole: "BIGINT",
    small: "INTEGER",
    text: "VARCHAR",
    least: "LEAST",
    greatest: "GREATEST",
    truth: ["TRUE", "FALSE"],
    number: concat!("CASE WHEN REGEXP_LIKE({x}, ", written!(), ") THEN TRY_CAST({x} AS DOUBLE) END"),
    floor: "CAST(FLOOR({x}) AS INTEGER)",
    fence: Fence::None,
    rows: Rows::Values,
    view: "CREATE OR REPLACE VIEW",
    table_end: "",
    join_end: "",
    step: None,
    quote: '"',
    escapes: Escapes::Doubled,
    dollar: "$",
};

impl Dialect {
    /// All of them; the first four are run in tests.
    pub const ALL: [Dialect; 10] = [
        Dialect::DuckDb,
        Dialect::DataFusion,
        Dialect::Postgres,
        Dialect::Sqlite,
        Dialect::ClickHouse,
        Dialect::Spark,
        Dialect::Snowflake,
        Dialect::BigQuery,
        Dialect::Redshift,
        Dialect::Ansi,
    ];

    /// How it is named on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::DuckDb => "duckdb",
            Dialect::DataFusion => "datafusion",
            Dialect::Postgres => "postgres",
            Dialect::Sqlite => "sqlite",
            Dialect::Spark => "spark",
            Dialect::ClickHouse => "clickhouse",
            Dialect::Snowflake => "snowflake",
            Dialect::BigQuery => "bigquery",
            Dialect::Redshift => "redshift",
            Dialect::Ansi => "ansi",
        }
    }

    pub(super) fn words(self) -> Words {
        match self {
            Dialect::DuckDb => Words {
                number: concat!("CASE WHEN REGEXP_MATCHES({x}, ", written!(), ") THEN TRY_CAST({x} AS DOUBLE) END"),
                ..STANDARD
            },
            Dialect::DataFusion => STANDARD,
            Dialect::Postgres => POSTGRES,
            Dialect::Sqlite => Words {
                double: "REAL",
                whole: "INTEGER",
                text: "TEXT",
                least: "MIN",
                greatest: "MAX",
                truth: ["1", "0"],
                number: "CASE WHEN LTRIM({x}, '-') NOT GLOB '*[^0-9.]*' AND (SUBSTR({x}, 1, 2) GLOB '-[0-9]' OR {x} GLOB '[0-9]*') \
                         AND {x} GLOB '*[0-9]' AND {x} NOT GLOB '*.*.*' THEN CAST({x} AS REAL) END",
                floor: "CAST({x} AS INTEGER)",
                fence: Fence::Materialized,
                view: "CREATE VIEW",
                ..STANDARD
            },
            Dialect::Spark => Words {
                text: "STRING",
                number: concat!("CASE WHEN {x} RLIKE ", written!(), " THEN TRY_CAST({x} AS DOUBLE) END"),
                quote: '`',
                escapes: Escapes::Backslash,
                dollar: "\\u0024",
                ..STANDARD
            },
            Dialect::ClickHouse => CLICKHOUSE,
            Dialect::Snowflake => Words {
                number: concat!("CASE WHEN REGEXP_LIKE({x}, ", written!(), ") THEN TRY_TO_DOUBLE({x}) END"),
                fence: Fence::Distinct,
                escapes: Escapes::Backslash,
                ..STANDARD
            },
            Dialect::BigQuery => BIGQUERY,
            Dialect::Redshift => Words {
                text: "VARCHAR(65535)",
                fence: Fence::Distinct,
                rows: Rows::Union,
                escapes: Escapes::Numbered,
                ..POSTGRES
            },
            Dialect::Ansi => Words {
                double: "DOUBLE PRECISION",
                text: "CHARACTER VARYING(65535)",
                number: "CASE WHEN {x} SIMILAR TO '-?([0-9]+(.[0-9]+)?|[0-9](.[0-9]+)?[eE][-+]?[0-9]+)' \
                         THEN CAST({x} AS DOUBLE PRECISION) END",
                fence: Fence::Distinct,
                view: "CREATE VIEW",
                ..STANDARD
            },
        }
    }
}

const POSTGRES: Words = Words {
    double: "DOUBLE PRECISION",
    text: "TEXT",
    number: concat!("CASE WHEN {x} ~ ", written!(), " THEN CAST({x} AS DOUBLE PRECISION) END"),
    fence: Fence::Offset,
    ..STANDARD
};

/// Its types hold no null, and its joins give none, unless that is said. It opens every part wherever another one uses it, and
/// comes to no end.
const CLICKHOUSE: Words = Words {
    double: "Nullable(Float64)",
    whole: "Nullable(Int64)",
    small: "Nullable(Int32)",
    text: "Nullable(String)",
    number: concat!("CASE WHEN match({x}, ", written!(), ") THEN toFloat64OrNull({x}) END"),
    floor: "CAST(FLOOR({x}) AS Nullable(Int32))",
    rows: Rows::Function,
    table_end: " ENGINE = MergeTree ORDER BY tuple()",
    join_end: "\nSETTINGS join_use_nulls = 1",
    step: Some("CREATE OR REPLACE TEMPORARY TABLE {name} ENGINE = Memory AS"),
    escapes: Escapes::Backslash,
    ..STANDARD
};

const BIGQUERY: Words = Words {
    double: "FLOAT64",
    whole: "INT64",
    small: "INT64",
    text: "STRING",
    number: concat!("CASE WHEN REGEXP_CONTAINS({x}, ", written!(), ") THEN SAFE_CAST({x} AS FLOAT64) END"),
    floor: "CAST(FLOOR({x}) AS INT64)",
    fence: Fence::Distinct,
    rows: Rows::Union,
    quote: '`',
    escapes: Escapes::Backslash,
    ..STANDARD
};

impl FromStr for Dialect {
    type Err = String;

    fn from_str(text: &str) -> Result<Dialect, String> {
        let named = if text == "databricks" { "spark" } else { text };
        let names = || Dialect::ALL.map(|dialect| format!("`{}`", dialect.name())).join(", ");
        let found = Dialect::ALL.into_iter().find(|dialect| dialect.name() == named);
        found.ok_or_else(|| format!("expected one of {}", names()))
    }
}

impl Words {
    /// A name that may be written in any way, in its marks.
    pub(super) fn quoted(&self, name: &str) -> String {
        let Words { quote, .. } = self;
        format!("{quote}{}{quote}", name.replace(*quote, &format!("{quote}{quote}")))
    }

    /// A name in marks only where it needs them, so that it can be asked for in any case.
    pub(super) fn named(&self, name: &str) -> String {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        if starts && name.chars().all(is_plain) { name.to_owned() } else { self.quoted(name) }
    }

    /// The name of a table, whose parts are parted by points.
    pub(super) fn table(&self, name: &str) -> String {
        name.split('.').map(|part| self.named(part)).collect::<Vec<_>>().join(".")
    }

    /// A text.
    pub(super) fn literal(&self, text: &str) -> String {
        let doubled = |text: &str| format!("'{}'", text.replace('\'', "''"));
        match self.escapes {
            Escapes::Numbered if text.contains('\\') => {
                format!("({})", text.split('\\').map(doubled).collect::<Vec<_>>().join(" || CHR(92) || "))
            }
            Escapes::Doubled | Escapes::Numbered => doubled(text),
            Escapes::Backslash => {
                let escaped = text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n").replace('\r', "\\r");
                format!("'{}'", escaped.replace('$', self.dollar))
            }
        }
    }

    pub(super) fn cast(expression: &str, to: &str) -> String {
        format!("CAST({expression} AS {to})")
    }

    /// A floating-point number, with all its digits.
    pub(super) fn number(&self, number: f64) -> String {
        Words::cast(&number.to_string(), self.double)
    }

    /// The least or the greatest of some expressions that are never null.
    pub(super) fn extreme(&self, is_least: bool, of: &[String]) -> String {
        match of {
            [only] => only.clone(),
            all => format!("{}({})", if is_least { self.least } else { self.greatest }, all.join(", ")),
        }
    }

    /// Whether something holds, as a value.
    pub(super) fn as_truth(&self, condition: &str) -> String {
        let [yes, no] = self.truth;
        format!("CASE WHEN {condition} THEN {yes} ELSE {no} END")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_marks() {
        let text = "it's \\' $x\n{{";
        for (dialect, literal) in [
            (Dialect::DuckDb, "'it''s \\'' $x\n{{'"),
            (Dialect::Postgres, "'it''s \\'' $x\n{{'"),
            (Dialect::Spark, "'it\\'s \\\\\\' \\u0024x\\n{{'"),
            (Dialect::ClickHouse, "'it\\'s \\\\\\' $x\\n{{'"),
            (Dialect::Redshift, "('it''s ' || CHR(92) || ''' $x\n{{')"),
        ] {
            assert_eq!(dialect.words().literal(text), literal, "{dialect:?}");
        }
    }

    #[test]
    fn names_stand_in_marks_where_they_need_them() {
        let words = Dialect::DuckDb.words();
        assert_eq!(words.table("raw.functions"), "raw.functions");
        assert_eq!(words.table("raw.my functions"), "raw.\"my functions\"");
        assert_eq!(words.named("2nd"), "\"2nd\"");
        assert_eq!(words.quoted("a\"b"), "\"a\"\"b\"");
        assert_eq!(Dialect::Spark.words().quoted("a`b\""), "`a``b\"`");
    }

    #[test]
    fn dialects_are_named() {
        assert_eq!("databricks".parse(), Ok(Dialect::Spark));
        assert!(Dialect::ALL.into_iter().all(|dialect| dialect.name().parse() == Ok(dialect)));
        assert!("oracle".parse::<Dialect>().is_err_and(|message| message.starts_with("expected one of `duckdb`")));
    }
}
