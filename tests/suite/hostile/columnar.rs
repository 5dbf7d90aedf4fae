//! Tables in Parquet.

use std::sync::Arc;

use parquet::basic::{Compression, GzipLevel, ZstdLevel};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray, Int96};
use parquet::file::properties::{WriterProperties, WriterVersion};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::Case;

/// What the rows of a column hold.
#[derive(Clone)]
enum Values {
    Texts(Vec<&'static [u8]>),
    Fixed(Vec<&'static [u8]>),
    Truths(Vec<bool>),
    Int32(Vec<i32>),
    Int64(Vec<i64>),
    Int96(Vec<[u32; 3]>),
    Float(Vec<f32>),
    Double(Vec<f64>),
}

/// A file of one group of rows: its schema, and the values of each column with the levels that say where they stand.
fn file(schema: &str, codec: Compression, version: WriterVersion, columns: &[(Values, &[i16], &[i16])]) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(&format!("message t {{ {schema} }}")).expect("a schema"));
    let properties = WriterProperties::builder().set_compression(codec).set_writer_version(version).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).expect("a file");
    let mut group = writer.next_row_group().expect("a group");
    for (values, defined, repeated) in columns {
        let mut column = group.next_column().expect("a column").expect("a column of the schema");
        let levels = (Some(*defined).filter(|levels| !levels.is_empty()), Some(*repeated).filter(|l| !l.is_empty()));
        let bytes =
            |texts: &[&'static [u8]]| texts.iter().map(|text| ByteArray::from(text.to_vec())).collect::<Vec<_>>();
        match (column.untyped(), values) {
            (ColumnWriter::ByteArrayColumnWriter(out), Values::Texts(v)) => {
                out.write_batch(&bytes(v), levels.0, levels.1)
            }
            (ColumnWriter::FixedLenByteArrayColumnWriter(out), Values::Fixed(v)) => {
                let v: Vec<FixedLenByteArray> = bytes(v).into_iter().map(Into::into).collect();
                out.write_batch(&v, levels.0, levels.1)
            }
            (ColumnWriter::BoolColumnWriter(out), Values::Truths(v)) => out.write_batch(v, levels.0, levels.1),
            (ColumnWriter::Int32ColumnWriter(out), Values::Int32(v)) => out.write_batch(v, levels.0, levels.1),
            (ColumnWriter::Int64ColumnWriter(out), Values::Int64(v)) => out.write_batch(v, levels.0, levels.1),
            (ColumnWriter::Int96ColumnWriter(out), Values::Int96(v)) => {
                let v: Vec<Int96> = v.iter().map(|parts| parts.to_vec().into()).collect();
                out.write_batch(&v, levels.0, levels.1)
            }
            (ColumnWriter::FloatColumnWriter(out), Values::Float(v)) => out.write_batch(v, levels.0, levels.1),
            (ColumnWriter::DoubleColumnWriter(out), Values::Double(v)) => out.write_batch(v, levels.0, levels.1),
            _ => panic!("values of another kind"),
        }
        .expect("values");
        column.close().expect("a column");
    }
    group.close().expect("a group");
    writer.into_inner().expect("a file")
}

fn plain(schema: &str, columns: &[(Values, &[i16], &[i16])]) -> Vec<u8> {
    file(schema, Compression::UNCOMPRESSED, WriterVersion::PARQUET_1_0, columns)
}

/// A file of one column, each of whose rows holds something.
fn column(type_of: &str, values: Values) -> Vec<u8> {
    plain(&format!("required {type_of};"), &[(values, &[], &[])])
}

/// What most cases hold.
pub fn small(codec: Compression, version: WriterVersion) -> Vec<u8> {
    let names: Values = Values::Texts(vec![b"Payroll", b"L\xc3\xb6hne", b"Tax"]);
    let levels = Values::Texts(vec![b"High", b"Low"]);
    let schema = "required binary Function (UTF8); optional binary Control (UTF8); optional int64 FTE;";
    file(
        schema,
        codec,
        version,
        &[(names, &[], &[]), (levels, &[1, 0, 1], &[]), (Values::Int64(vec![2, 3]), &[1, 1, 0], &[])],
    )
}

pub fn cases() -> Vec<Case> {
    [kinds(), shapes(), broken()].concat()
}

/// What a type says.
fn kinds() -> Vec<Case> {
    const MOST: i64 = 1 << 53;
    let dates = Values::Int32(vec![20_484, 0, -43_000, -25_500, 2_932_896, i32::MAX]);
    vec![
        (
            "texts.parquet",
            column("binary Function (UTF8)", Values::Texts(vec![b"Payroll", b"", b"Pay\nroll", b"#REF!"])),
        ),
        (
            "texts-of-no-kind.parquet",
            column("binary Function", Values::Texts(vec![b"Payroll", b"L\xf6hne", b"\0\x01"])),
        ),
        ("enums.parquet", column("binary Function (ENUM)", Values::Texts(vec![b"Payroll"]))),
        ("truths.parquet", column("boolean f", Values::Truths(vec![true, false]))),
        ("whole.parquet", column("int64 f", Values::Int64(vec![0, -1, MOST, MOST + 1, i64::MAX, i64::MIN]))),
        ("unsigned.parquet", column("int64 f (INTEGER(64,false))", Values::Int64(vec![1, -1]))),
        ("unsigned-32.parquet", column("int32 f (INTEGER(32,false))", Values::Int32(vec![1, -1]))),
        ("bytes.parquet", column("int32 f (INTEGER(8,true))", Values::Int32(vec![127, -128]))),
        ("singles.parquet", column("float f", Values::Float(vec![0.1, f32::MAX, f32::NAN, f32::INFINITY, -0.0]))),
        ("doubles.parquet", column("double f", Values::Double(vec![0.1, 1e300, f64::NAN, f64::NEG_INFINITY]))),
        (
            "halves.parquet",
            column("fixed_len_byte_array(2) f (FLOAT16)", Values::Fixed(vec![b"\x00\x3c", b"\x66\x2e", b"\x00\x7e"])),
        ),
        ("decimals.parquet", column("int32 f (DECIMAL(9,2))", Values::Int32(vec![123_456, -5, 10]))),
        ("decimals-64.parquet", column("int64 f (DECIMAL(18,18))", Values::Int64(vec![1, i64::MAX, i64::MIN]))),
        (
            "decimals-of-bytes.parquet",
            column(
                "fixed_len_byte_array(20) f (DECIMAL(38,1))",
                Values::Fixed(vec![
                    b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x02",
                    b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xf6",
                    b"\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                ]),
            ),
        ),
        ("dates.parquet", column("int32 f (DATE)", dates)),
        (
            "moments.parquet",
            column(
                "int64 f (TIMESTAMP(MILLIS,true))",
                Values::Int64(vec![1_769_817_600_000, 1_769_861_445_000, -1, i64::MAX]),
            ),
        ),
        (
            "moments-fine.parquet",
            column("int64 f (TIMESTAMP(NANOS,false))", Values::Int64(vec![1_769_861_445_000_000_000, i64::MIN])),
        ),
        ("moments-old.parquet", column("int64 f (TIMESTAMP_MICROS)", Values::Int64(vec![1_769_861_445_000_000]))),
        ("moments-of-96-bits.parquet", column("int96 f", Values::Int96(vec![[0, 0, 2_461_072], [u32::MAX; 3]]))),
        ("times.parquet", column("int32 f (TIME(MILLIS,true))", Values::Int32(vec![23_400_000, -1]))),
        ("uuids.parquet", column("fixed_len_byte_array(16) f (UUID)", Values::Fixed(vec![b"0123456789abcdef"]))),
    ]
}

/// How columns stand to each other.
fn shapes() -> Vec<Case> {
    let texts = |texts: &[&'static [u8]]| Values::Texts(texts.to_vec());
    let many: String = (0..20_000).map(|column| format!("required int32 c{column};")).collect();
    let numbers = vec![(Values::Int32(vec![1]), &[][..], &[][..]); 20_000];
    vec![
        ("optional.parquet", small(Compression::UNCOMPRESSED, WriterVersion::PARQUET_1_0)),
        ("snappy.parquet", small(Compression::SNAPPY, WriterVersion::PARQUET_2_0)),
        ("zstd.parquet", small(Compression::ZSTD(ZstdLevel::default()), WriterVersion::PARQUET_2_0)),
        ("lz4.parquet", small(Compression::LZ4_RAW, WriterVersion::PARQUET_1_0)),
        ("gzip.parquet", small(Compression::GZIP(GzipLevel::default()), WriterVersion::PARQUET_1_0)),
        ("named-as-workbook.xlsx", small(Compression::UNCOMPRESSED, WriterVersion::PARQUET_1_0)),
        (
            "lists.parquet",
            plain(
                "required binary Function (UTF8); optional group tags (LIST) { repeated group list { optional binary element (UTF8); } }",
                &[(texts(&[b"Payroll", b"Tax"]), &[], &[]), (texts(&[b"a", b"b"]), &[3, 3, 0], &[0, 1, 0])],
            ),
        ),
        (
            "records.parquet",
            plain(
                "required group owner { required binary name (UTF8); required int32 age; } required binary Function (UTF8); repeated int32 years;",
                &[
                    (texts(&[b"Ann"]), &[], &[]),
                    (Values::Int32(vec![40]), &[], &[]),
                    (texts(&[b"Payroll"]), &[], &[]),
                    (Values::Int32(vec![2025, 2026]), &[1, 1], &[0, 1]),
                ],
            ),
        ),
        (
            "same-names.parquet",
            plain(
                "required binary Function (UTF8); required binary Function (UTF8);",
                &[(texts(&[b"Payroll"]), &[], &[]), (texts(&[b"Tax"]), &[], &[])],
            ),
        ),
        ("nothing-known.parquet", plain("optional binary Function (UTF8);", &[(texts(&[]), &[0, 0, 0], &[])])),
        ("no-rows.parquet", plain("optional binary Function (UTF8);", &[(texts(&[]), &[], &[])])),
        ("wide.parquet", plain(&many, &numbers)),
        ("long.parquet", column("binary Function (UTF8)", Values::Texts(vec![b"Payroll", &[b'x'; (1 << 20) + 1]]))),
        ("more-rows-than-a-sheet.parquet", column("boolean f", Values::Truths(vec![true; 1_048_600]))),
    ]
}

/// Files that are cut, or say something else than they hold.
fn broken() -> Vec<Case> {
    let whole = small(Compression::UNCOMPRESSED, WriterVersion::PARQUET_1_0);
    let end = whole.len();
    let changed = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut file = whole.clone();
        change(&mut file);
        file
    };
    // 12,345 rows as the list of columns says them, and the most that takes as many bytes: once for the group, and once
    // wherever it stands, so that a page of a few bytes holds them all.
    let long = column("int32 f", Values::Int32(vec![7; 12_345]));
    let counts: Vec<usize> = (0..long.len() - 3).filter(|at| long[*at..].starts_with(&[0xF2, 0xC0, 0x01])).collect();
    let longer = |counts: &[usize]| {
        let mut longer = long.clone();
        for at in counts {
            longer[*at..*at + 3].copy_from_slice(&[0xFE, 0xFF, 0x7F]);
        }
        longer
    };
    vec![
        ("begins-only.parquet", b"PAR1".to_vec()),
        ("ends-at-once.parquet", b"PAR1PAR1".to_vec()),
        ("with-a-key.parquet", b"PARE\0\0\0\0\0\0\0\0PARE".to_vec()),
        ("key-at-the-end.parquet", changed(&|file| file[end - 1] = b'E')),
        ("cut.parquet", whole[..end / 2].to_vec()),
        ("cut-in-the-footer.parquet", whole[..end - 9].to_vec()),
        ("footer-before-the-file.parquet", changed(&|file| file[end - 8..end - 4].copy_from_slice(&[0xFF; 4]))),
        ("footer-of-nothing.parquet", changed(&|file| file[end - 8..end - 4].copy_from_slice(&[0; 4]))),
        ("values-gone.parquet", changed(&|file| file[4..60].fill(0))),
        ("values-of-noise.parquet", changed(&|file| file[4..60].fill(0xFF))),
        ("more-rows-said.parquet", longer(&counts[counts.len() - 1..])),
        ("more-rows-everywhere.parquet", longer(&counts)),
    ]
}
