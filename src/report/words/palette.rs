//! The colours of all outputs, in one table: workbook, PDF and terminal take them from here.
//!
//! The four verdicts keep four lightnesses in greyscale, and each goes with its word and its mark: colour never
//! speaks alone, and neither red nor green means a verdict.

use crate::assessment::Verdict;

/// A colour as 0xRRGGBB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u32);

impl Rgb {
    /// Red, green and blue, 0 to 255 each.
    pub fn parts(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }
}

/// How well one colour is seen on another, from 1 to 21 (WCAG 2.1).
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |color: Rgb| {
        let [red, green, blue] = color.parts().map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Text.
pub const INK: Rgb = Rgb(0x1F_29_33);
/// Quiet text.
pub const MUTED: Rgb = Rgb(0x52_60_6D);
/// Hairlines.
pub const RULE: Rgb = Rgb(0xCB_D2_D9);
/// Backgrounds of tiles and header rows.
pub const PANEL: Rgb = Rgb(0xF5_F7_FA);
/// A risk or a problem, always with a word or a sign.
pub const ALERT: Rgb = Rgb(0xB4_23_18);
/// Text on a dark ground.
pub const WHITE: Rgb = Rgb(0xFF_FF_FF);

/// The blue and the amber of bars with figures on them: the verdicts' colours, light enough for ink.
pub const BPO_BAR: Rgb = Rgb(0x8F_B3_D0);
/// See [`BPO_BAR`].
pub const OUTSOURCING_BAR: Rgb = Rgb(0xF2_BE_6B);

/// The fill that stands for a verdict.
pub fn fill(verdict: Verdict) -> Rgb {
    match verdict {
        Verdict::Bpo => Rgb(0x1B_4F_72),
        Verdict::TraditionalOutsourcing => Rgb(0xE0_8A_00),
        Verdict::Split => Rgb(0x8A_6F_A8),
        Verdict::InsufficientEvidence => Rgb(0xC3_CA_D3),
    }
}

/// The nearest to a verdict's fill among the 256 colours of terminals that is legible on dark and on light.
pub fn terminal(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Bpo => 31,
        Verdict::TraditionalOutsourcing => 172,
        Verdict::Split => 97,
        Verdict::InsufficientEvidence => 247,
    }
}

/// The text colour that is legible on a verdict's fill.
pub fn text_on(verdict: Verdict) -> Rgb {
    match verdict {
        Verdict::Bpo | Verdict::Split => WHITE,
        Verdict::TraditionalOutsourcing | Verdict::InsufficientEvidence => INK,
    }
}
