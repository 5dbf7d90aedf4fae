//! What a judgement is written as by programs that use the library: the outputs without their places.

use std::io::{self, Seek, Write};

use super::job::Judgement;
use crate::report::workbook::{self, WriteError};
use crate::report::{pdf, record};

impl Judgement<'_> {
    /// Writes the record, which vouches for no other file.
    ///
    /// # Errors
    /// Whatever writing to `into` comes to.
    pub fn write_record(&self, into: impl Write) -> io::Result<()> {
        record::write(self.report, self.problems, self.run, &|| Ok(Vec::new()), into)
    }

    /// Writes the annotated workbook.
    ///
    /// # Errors
    /// The inventory has more rows or columns than a sheet, or it cannot be written.
    pub fn write_workbook(&self, into: impl Write + Seek) -> Result<(), WriteError> {
        workbook::write(self.report, into)
    }

    /// The summary as a PDF.
    pub fn summary_pdf(&self) -> Vec<u8> {
        pdf::write(&self.report.summary, self.design).bytes
    }
}
