//! The page's geometry, and what can stand on a page: text, boxes, rules and the marks of the verdicts.
//!
//! Positions are points from the top left corner, downwards; only `content` turns them upside down for the PDF.
//! Every item may belong to an element of the document's structure; what belongs to none is decoration.

use super::fonts;
use super::text::Style;
use crate::assessment::Verdict;
use crate::report::words::palette::{RULE, Rgb, fill};

/// What the summary is printed on, upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 mm by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
    }

    /// The width.
    pub(crate) fn width(self) -> f32 {
        match self {
            Paper::A4 => A4[0],
            Paper::Letter => 612.0,
        }
    }

    /// The height.
    pub(crate) fn height(self) -> f32 {
        match self {
            Paper::A4 => A4[1],
            Paper::Letter => 792.0,
        }
    }

    /// The left margin, which is the right one, too.
    pub(crate) fn left(self) -> f32 {
        (self.width() - MEASURE) / 2.0
    }

    /// Above the running foot.
    pub(crate) fn body_bottom(self) -> f32 {
        self.height() - MARGIN - 22.0
    }
}

impl std::str::FromStr for Paper {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = [Paper::A4, Paper::Letter].into_iter().find(|paper| paper.name().eq_ignore_ascii_case(name));
        known.ok_or_else(|| "expected `a4` or `letter`".to_owned())
    }
}

const A4: [f32; 2] = [595.276, 841.89];
/// 18 mm above and below, and beside the text of an A4 page.
pub(crate) const MARGIN: f32 = 51.024;
/// The width of the text, the same on either paper, so that only pages break elsewhere.
pub(crate) const MEASURE: f32 = A4[0] - 2.0 * MARGIN;
/// Between two columns of the grid.
pub(crate) const GUTTER: f32 = 12.0;
/// Below the running head.
pub(crate) const BODY_TOP: f32 = MARGIN + 30.0;
/// A hairline.
pub(crate) const HAIRLINE: f32 = 0.4;

/// The width of `count` of the twelve columns of the grid.
pub(crate) fn columns(count: u8) -> f32 {
    let one = (MEASURE - 11.0 * GUTTER) / 12.0;
    f32::from(count) * one + f32::from(count.saturating_sub(1)) * GUTTER
}

/// The number of an element of the document's structure.
pub(crate) type ElementId = usize;

/// What an item looks like.
#[derive(Clone, Debug)]
pub(crate) enum Mark {
    /// A line of text; the item's position is the start of its baseline.
    Text {
        /// The text, composed.
        text: String,
        /// Its style.
        style: Style,
    },
    /// A filled rectangle; the item's position is its top left corner.
    Fill {
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// A straight line from the item's position.
    Rule {
        /// To the right.
        dx: f32,
        /// Downwards.
        dy: f32,
        /// Its thickness.
        thickness: f32,
        /// Its colour.
        colour: Rgb,
    },
    /// The mark of a verdict; the item's position is its centre.
    Sign {
        /// Of which.
        symbol: Symbol,
        /// The radius of a circle of the same area.
        radius: f32,
    },
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Symbol {
    /// A verdict.
    Verdict(Verdict),
    /// A split on which nothing pulls.
    Neutral,
}

impl From<Verdict> for Symbol {
    fn from(verdict: Verdict) -> Symbol {
        Symbol::Verdict(verdict)
    }
}

/// Something on a page.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// From the left.
    pub(crate) x: f32,
    /// From the top.
    pub(crate) y: f32,
    /// What it is.
    pub(crate) mark: Mark,
    /// The element that it belongs to; none for decoration.
    pub(crate) element: Option<ElementId>,
}

impl Item {
    /// Left, top, right and bottom of what is inked.
    pub(crate) fn bounds(&self) -> [f32; 4] {
        let Item { x, y, .. } = *self;
        match &self.mark {
            Mark::Text { text, style } => [x, y - 0.72 * style.size, x + style.width(text), y + 0.22 * style.size],
            Mark::Fill { width, height, .. } => [x, y, x + width, y + height],
            Mark::Rule { dx, dy, .. } => [x.min(x + dx), y.min(y + dy), x.max(x + dx), y.max(y + dy)],
            Mark::Sign { radius, .. } => [x - radius, y - radius, x + radius, y + radius],
        }
    }
}

/// Items about a common origin, and the height that they take up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drawing {
    /// The items.
    pub(crate) items: Vec<Item>,
    /// The height.
    pub(crate) height: f32,
    /// The element that the next items belong to.
    pub(crate) element: Option<ElementId>,
}

impl Drawing {
    /// An empty drawing for an element.
    pub(crate) fn of(element: ElementId) -> Self {
        Drawing { element: Some(element), ..Drawing::default() }
    }

    fn push(&mut self, x: f32, y: f32, mark: Mark) {
        self.items.push(Item { x, y, mark, element: self.element });
    }

    /// A line of text that starts at `x`, in a line that starts at `top`.
    pub(crate) fn text(&mut self, x: f32, top: f32, text: impl Into<String>, style: Style) {
        let text = fonts::tidy(text.into());
        if !text.is_empty() {
            self.push(x, top + style.baseline(), Mark::Text { text, style });
        }
    }

    /// A line of text that ends at `right`.
    pub(crate) fn text_right(&mut self, right: f32, top: f32, text: impl Into<String>, style: Style) {
        let text = text.into();
        self.text(right - style.width(&text), top, text, style);
    }

    /// A line of text about `centre`.
    pub(crate) fn text_centred(&mut self, centre: f32, top: f32, text: impl Into<String>, style: Style) {
        let text = text.into();
        self.text(centre - style.width(&text) / 2.0, top, text, style);
    }

    /// Lines of text below each other; returns where the next line would start.
    pub(crate) fn lines(&mut self, x: f32, top: f32, lines: Vec<String>, style: Style) -> f32 {
        lines.into_iter().fold(top, |top, line| {
            self.text(x, top, line, style);
            top + style.leading
        })
    }

    /// A filled rectangle; nothing if it is empty.
    pub(crate) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Rgb) {
        if width > 0.0 && height > 0.0 {
            self.push(x, y, Mark::Fill { width, height, colour });
        }
    }

    /// A horizontal line.
    pub(crate) fn rule(&mut self, x: f32, y: f32, dx: f32, thickness: f32, colour: Rgb) {
        self.push(x, y, Mark::Rule { dx, dy: 0.0, thickness, colour });
    }

    /// A horizontal hairline, which belongs to no element.
    pub(crate) fn hairline(&mut self, x: f32, y: f32, dx: f32) {
        let element = self.element.take();
        self.rule(x, y, dx, HAIRLINE, RULE);
        self.element = element;
    }

    /// A line in any direction.
    pub(crate) fn line(&mut self, from: [f32; 2], to: [f32; 2], thickness: f32, colour: Rgb) {
        self.push(from[0], from[1], Mark::Rule { dx: to[0] - from[0], dy: to[1] - from[1], thickness, colour });
    }

    /// The mark of a verdict.
    pub(crate) fn sign(&mut self, x: f32, y: f32, radius: f32, symbol: impl Into<Symbol>) {
        self.push(x, y, Mark::Sign { symbol: symbol.into(), radius });
    }

    /// A bar of four parts in the verdicts' order, `width` wide for a total of `whole`.
    pub(crate) fn stack(&mut self, [x, y]: [f32; 2], [width, height]: [f32; 2], amounts: [f64; 4], whole: f64) {
        let mut left = x;
        for (verdict, amount) in Verdict::ALL.into_iter().zip(amounts) {
            let part = if whole > 0.0 { (amount.max(0.0) / whole) as f32 * width } else { 0.0 };
            // A white gap parts the segments; a thin one gives it up rather than vanish.
            let gap = if part > 2.0 { 0.8 } else { 0.0 };
            self.fill(left, y, part - gap, height, fill(verdict));
            left += part;
        }
    }

    /// Adds another drawing, moved.
    pub(crate) fn place(&mut self, drawing: Drawing, dx: f32, dy: f32) {
        self.items.extend(drawing.items.into_iter().map(|item| Item { x: item.x + dx, y: item.y + dy, ..item }));
    }
}
