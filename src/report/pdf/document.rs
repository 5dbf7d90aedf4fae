//! Laid-out pages as a PDF file: drawing operators, embedded fonts, outline, metadata.
//!
//! Decides nothing about the layout. Whatever a clock or a counter would put into the file comes from the summary and
//! from the content instead.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, ObjectStreamConfig, SaveOptions, Stream, dictionary};
use printpdf::{
    Color, DictItem, FontId, Line, LineCapStyle, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb as Ink, TextItem, WindingOrder,
};
use sha2::{Digest, Sha256};

use super::flow::{Bookmark, Element, Pages, Spot};
use super::fonts::{self, Face};
use super::sheet::{ElementId, Item, Mark, Paper};
use super::structure::{self, Link};
use crate::report::palette::{self, Rgb, WHITE};
use crate::report::phrases::Phrase;
use crate::report::{Summary, Verdict};

/// Writes the pages.
pub(super) fn write(summary: &Summary, pages: &Pages, elements: &[Element]) -> Vec<u8> {
    let paper = pages.paper;
    let mut pen = Pen::new(paper);
    let mut document = PdfDocument::new(&summary.title);
    let mut contents = Vec::new();
    for page in &pages.sheets {
        let (operators, marked) = pen.draw(page);
        document.pages.push(PdfPage::new(Mm::from(Pt(paper.width())), Mm::from(Pt(paper.height())), operators));
        contents.push(marked);
    }
    for (face, characters) in &pen.used {
        if let Some(font) = fonts::cut(*face, characters) {
            document.resources.fonts.map.insert(font_id(*face), PdfFont::new(font));
        }
    }
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    finish(&mut file, summary, pages, elements, &contents);
    let mut bytes = Vec::new();
    // Thousands of small objects describe the structure: packed together they take a quarter of the room.
    let packed = SaveOptions {
        use_object_streams: true,
        use_xref_streams: true,
        object_stream_config: ObjectStreamConfig { max_objects_per_stream: 500, compression_level: 4 },
        ..SaveOptions::default()
    };
    file.save_with_options(&mut bytes, packed).expect("writing to memory does not fail");
    bytes
}

/// Not `F1` and the like, which printpdf takes for one of the standard fonts.
fn font_id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "R",
        Face::Bold => "B",
        Face::Own => "O",
        Face::Symbols => "S",
    };
    FontId(name.to_owned())
}

/// Draws pages, and remembers which characters of which face were needed.
struct Pen {
    height: f32,
    used: BTreeMap<Face, BTreeSet<char>>,
    operators: Vec<Op>,
    filled: Option<Rgb>,
    stroked: Option<(Rgb, f32)>,
    set: Option<(Face, f32)>,
    /// Where the last text of the text object began, in hundredths of a point.
    cursor: [i32; 2],
}

impl Pen {
    fn new(paper: Paper) -> Self {
        Pen {
            height: paper.height(),
            used: BTreeMap::new(),
            operators: Vec::new(),
            filled: None,
            stroked: None,
            set: None,
            cursor: [0; 2],
        }
    }

    /// The operators of a page, and the element of each of its marked contents.
    ///
    /// Texts that follow each other share a text object; marked contents begin and end inside it, or outside.
    fn draw(&mut self, items: &[Item]) -> (Vec<Op>, Vec<ElementId>) {
        let mut marked = Vec::new();
        let mut current: Option<(Option<ElementId>, bool)> = None;
        (self.filled, self.stroked, self.set) = (None, None, None);
        for (number, item) in items.iter().enumerate() {
            let next = (item.element, matches!(item.mark, Mark::Text { .. }));
            if current != Some(next) {
                self.turn(current.map(|current| current.1), Some(next.1));
                self.begin(item.element, &mut marked);
                current = Some(next);
            }
            self.item(item, items.get(number + 1).is_some_and(|next| is_apart(item, next)));
        }
        self.turn(current.map(|current| current.1), None);
        (std::mem::take(&mut self.operators), marked)
    }

    /// Ends a marked content, and a text object if no text follows; begins one if text follows something else.
    fn turn(&mut self, before: Option<bool>, after: Option<bool>) {
        if before.is_some() {
            self.operators.push(Op::EndMarkedContent);
        }
        match (before == Some(true), after == Some(true)) {
            (true, false) => self.operators.push(Op::EndTextSection),
            (false, true) => {
                self.operators.push(Op::StartTextSection);
                self.cursor = [0; 2];
            }
            _ => {}
        }
    }

    fn begin(&mut self, element: Option<ElementId>, marked: &mut Vec<ElementId>) {
        let Some(element) = element else {
            self.operators.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            return;
        };
        let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(i64::from(marked.len() as u32)))]);
        marked.push(element);
        let properties = DictItem::Dict { map };
        self.operators.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties });
    }

    fn item(&mut self, item: &Item, apart: bool) {
        let (x, y) = (item.x, self.height - item.y);
        match &item.mark {
            Mark::Text { text, style } => {
                let text = format!("{text}{}", if apart { " " } else { "" });
                self.text(x, y, &text, style.face, style.size, style.colour);
            }
            Mark::Fill { width, height, colour } => {
                self.fill(*colour);
                self.operators.push(Op::DrawRectangle {
                    rectangle: Rect {
                        x: pt(x),
                        y: pt(y - height),
                        width: pt(*width),
                        height: pt(*height),
                        mode: Some(PaintMode::Fill),
                        winding_order: None,
                    },
                });
            }
            Mark::Rule { dx, dy, thickness, colour } => {
                self.stroke(*colour, *thickness);
                let points = vec![point(x, y), point(x + dx, y - dy)];
                self.operators.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Mark::Sign { verdict, radius } => self.sign(x, y, *radius, *verdict),
        }
    }

    fn text(&mut self, x: f32, y: f32, text: &str, face: Face, size: f32, colour: Rgb) {
        self.fill(colour);
        let [left, up] = std::mem::replace(&mut self.cursor, [hundredths(x), hundredths(y)]);
        let [dx, dy] = [self.cursor[0] - left, self.cursor[1] - up].map(|moved| Pt(moved as f32 / 100.0));
        self.operators.push(Op::SetTextCursor { pos: Point { x: dx, y: dy } });
        for (face, run) in fonts::runs(face, text) {
            self.used.entry(face).or_default().extend(run.chars());
            if self.set != Some((face, size)) {
                self.set = Some((face, size));
                self.operators.push(Op::SetFont { font: PdfFontHandle::External(font_id(face)), size: Pt(size) });
            }
            self.operators.push(Op::ShowText { items: vec![TextItem::Text(run)] });
        }
    }

    /// The marks have one area for one radius: a white edge parts those that overlap.
    fn sign(&mut self, x: f32, y: f32, radius: f32, verdict: Verdict) {
        let colour = palette::fill(verdict);
        let points = match verdict {
            Verdict::Bpo => return self.dot(x, y, [(WHITE, radius + 0.2), (colour, radius - 0.2)]),
            Verdict::InsufficientEvidence => {
                return self.dot(x, y, [(palette::MUTED, radius), (WHITE, radius - 0.8)]);
            }
            Verdict::TraditionalOutsourcing => triangle(x, y, radius),
            Verdict::Split => diamond(x, y, radius),
        };
        self.fill(colour);
        self.stroke(WHITE, 0.4);
        let rings = vec![PolygonRing { points }];
        let polygon = Polygon { rings, mode: PaintMode::FillStroke, winding_order: WindingOrder::NonZero };
        self.operators.push(Op::DrawPolygon { polygon });
    }

    /// Discs on top of each other: lines of no length with round ends, which take a tenth of the room of curves.
    fn dot(&mut self, x: f32, y: f32, discs: [(Rgb, f32); 2]) {
        self.operators.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
        for (colour, radius) in discs {
            self.stroke(colour, 2.0 * radius);
            let points = vec![point(x, y), point(x, y)];
            self.operators.push(Op::DrawLine { line: Line { points, is_closed: false } });
        }
        self.operators.push(Op::SetLineCapStyle { cap: LineCapStyle::Butt });
    }

    fn fill(&mut self, colour: Rgb) {
        if self.filled != Some(colour) {
            self.filled = Some(colour);
            self.operators.push(Op::SetFillColor { col: ink(colour) });
        }
    }

    fn stroke(&mut self, colour: Rgb, thickness: f32) {
        if self.stroked != Some((colour, thickness)) {
            self.stroked = Some((colour, thickness));
            self.operators.push(Op::SetOutlineColor { col: ink(colour) });
            self.operators.push(Op::SetOutlineThickness { pt: pt(thickness) });
        }
    }
}

/// Whether two texts of one element need a space between them, for those who listen or copy: unless the second goes on
/// with a word of the first.
fn is_apart(item: &Item, next: &Item) -> bool {
    let (Mark::Text { text, style }, Mark::Text { text: next_text, style: next_style }) = (&item.mark, &next.mark)
    else {
        return false;
    };
    let goes_on = style == next_style && (item.x - next.x).abs() < 0.01;
    item.element.is_some()
        && item.element == next.element
        && !goes_on
        && !text.ends_with(' ')
        && !next_text.starts_with(' ')
}

/// A hundredth of a point is finer than any printer.
fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

fn pt(points: f32) -> Pt {
    Pt(hundredths(points) as f32 / 100.0)
}

fn point(x: f32, y: f32) -> LinePoint {
    LinePoint { p: Point { x: pt(x), y: pt(y) }, bezier: false }
}

fn ink(colour: Rgb) -> Color {
    let [r, g, b] = colour.parts().map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(Ink { r, g, b, icc_profile: None })
}

fn triangle(x: f32, y: f32, radius: f32) -> Vec<LinePoint> {
    // An equilateral triangle as large as the circle, its centre of mass on the circle's centre.
    let reach = radius * 1.555;
    vec![point(x, y + reach), point(x - reach * 0.866, y - reach / 2.0), point(x + reach * 0.866, y - reach / 2.0)]
}

fn diamond(x: f32, y: f32, radius: f32) -> Vec<LinePoint> {
    let reach = radius * 1.253;
    vec![point(x, y + reach), point(x - reach, y), point(x, y - reach), point(x + reach, y)]
}

/// Adds what printpdf does not reach, and replaces what it takes from a counter or writes amiss.
fn finish(
    file: &mut lopdf::Document,
    summary: &Summary,
    pages: &Pages,
    elements: &[Element],
    contents: &[Vec<ElementId>],
) {
    "1.7".clone_into(&mut file.version);
    let page_ids: Vec<lopdf::ObjectId> = file.get_pages().values().copied().collect();
    // In millimetres, as printpdf wants it, the size of a page is a thousandth off.
    let size = [pages.paper.width(), pages.paper.height()].map(Object::Real);
    for id in &page_ids {
        if let Ok(page) = file.get_object_mut(*id).and_then(Object::as_dict_mut) {
            let [width, height] = size.clone();
            page.set("MediaBox", vec![0.into(), 0.into(), width, height]);
            page.remove(b"TrimBox");
            page.remove(b"CropBox");
        }
    }
    let links = add_links(file, pages, elements, &page_ids);
    let tree = structure::add(file, elements, contents, &links, &page_ids);
    let outline = add_outline(file, pages, &page_ids);
    let description =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, metadata(summary).into_bytes());
    let metadata = file.add_object(description.with_compression(false));
    if let Ok(information) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.objects.insert(information, Object::Dictionary(information_of(summary)));
    }
    let decimal_pages = dictionary! { "S" => Object::Name(b"D".to_vec()) };
    if let Ok(catalog) = file.catalog_mut() {
        catalog.remove(b"PageLayout");
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
        catalog.set("Lang", Object::string_literal(summary.wording.text(Phrase::Language)));
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        catalog.set("StructTreeRoot", tree);
        catalog.set("PageLabels", dictionary! { "Nums" => vec![0.into(), decimal_pages.into()] });
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
        catalog.set("Metadata", metadata);
        match outline {
            Some(outline) => catalog.set("Outlines", outline),
            None => catalog.set("PageMode", Object::Name(b"UseNone".to_vec())),
        }
    }
    deflate(file);
    let identifier = Object::String(identifier(file, summary), lopdf::StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identifier.clone(), identifier]);
}

/// Deflates all streams: at the usual level, for lopdf's own is the slowest, and saves two per cent.
fn deflate(file: &mut lopdf::Document) {
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        let deflated = encoder.write_all(&stream.content).and_then(|()| encoder.finish());
        if let Ok(deflated) = deflated
            && deflated.len() < stream.content.len()
        {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(deflated);
        }
    }
}

/// Adds an annotation for each link on each page that it stands on.
fn add_links(
    file: &mut lopdf::Document,
    pages: &Pages,
    elements: &[Element],
    page_ids: &[lopdf::ObjectId],
) -> Vec<Link> {
    let mut links = Vec::new();
    for (page, items) in pages.sheets.iter().enumerate() {
        // By the element, so that they come in reading order.
        let mut areas: BTreeMap<ElementId, ([f32; 4], String)> = BTreeMap::new();
        for item in items {
            let Some(element) = item.element.filter(|element| elements[*element].target.is_some()) else { continue };
            let [left, top, right, bottom] = item.bounds();
            let (area, words) = areas.entry(element).or_insert(([left, top, right, bottom], String::new()));
            *area = [area[0].min(left), area[1].min(top), area[2].max(right), area[3].max(bottom)];
            if let Mark::Text { text, .. } = &item.mark {
                words.push_str(text.trim_end());
                words.push(' ');
            }
        }
        for (element, (area, words)) in areas {
            let Some(spot) = elements[element].target.and_then(|target| pages.targets.get(&target)) else { continue };
            let [left, top, right, bottom] = area;
            let up = |y: f32| Object::Real(pt(pages.paper.height() - y).0);
            let rectangle = vec![Object::Real(pt(left).0), up(bottom), Object::Real(pt(right).0), up(top)];
            let annotation = file.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => rectangle,
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => 4,
                "Contents" => text_string(words.trim_end()),
                "Dest" => destination(*spot, pages.paper, page_ids)
            });
            links.push(Link { page, element, annotation });
        }
    }
    links
}

/// Where a link or a bookmark leads: a little above its spot, so that it does not stick to the window's edge.
fn destination(spot: Spot, paper: Paper, page_ids: &[lopdf::ObjectId]) -> Vec<Object> {
    let y = Object::Real((paper.height() - spot.y + 12.0).round());
    vec![Object::Reference(page_ids[spot.page]), Object::Name(b"XYZ".to_vec()), Object::Null, y, Object::Null]
}

/// Sixteen bytes that depend on nothing but the content.
fn identifier(file: &lopdf::Document, summary: &Summary) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update(summary.title.as_bytes());
    digest.update(summary.date_iso.as_bytes());
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            digest.update(&stream.content);
        }
    }
    digest.finalize()[..16].to_vec()
}

fn text_string(text: &str) -> Object {
    lopdf::text_string(&fonts::tidy(text.to_owned()))
}

fn full_title(summary: &Summary) -> String {
    if summary.organisation.is_empty() {
        summary.title.clone()
    } else {
        format!("{}: {}", summary.organisation, summary.title)
    }
}

const PROGRAM: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

fn information_of(summary: &Summary) -> Dictionary {
    let mut information = dictionary! {
        "Title" => text_string(&full_title(summary)),
        "Creator" => text_string(PROGRAM),
        "Producer" => text_string(PROGRAM)
    };
    let digits: String = summary.date_iso.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 8 {
        let date = Object::string_literal(format!("D:{digits}000000Z"));
        information.set("CreationDate", date.clone());
        information.set("ModDate", date);
    }
    information
}

/// The same facts as XMP, which must not contradict the information dictionary.
fn metadata(summary: &Summary) -> String {
    let title = escaped(&fonts::tidy(full_title(summary)));
    let language = summary.wording.text(Phrase::Language);
    let dated = summary.date_iso.bytes().filter(u8::is_ascii_digit).count() == 8;
    let date = if dated {
        let date = escaped(&format!("{}T00:00:00Z", summary.date_iso));
        format!("<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>")
    } else {
        String::new()
    };
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <pdfuaid:part>1</pdfuaid:part>\
         <dc:format>application/pdf</dc:format>\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>{date}\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Adds the outline, parts below their sections; none if there is no heading.
fn add_outline(file: &mut lopdf::Document, pages: &Pages, page_ids: &[lopdf::ObjectId]) -> Option<lopdf::ObjectId> {
    let bookmarks = &pages.bookmarks;
    if bookmarks.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<lopdf::ObjectId> = bookmarks.iter().map(|_| file.new_object_id()).collect();
    let parents = parents(bookmarks);
    for (number, bookmark) in bookmarks.iter().enumerate() {
        let parent = parents[number];
        let siblings: Vec<usize> = (0..ids.len()).filter(|other| parents[*other] == parent).collect();
        let place = siblings.binary_search(&number).unwrap_or(0);
        let mut entry = dictionary! {
            "Title" => text_string(&bookmark.title),
            "Parent" => parent.map_or(root, |parent| ids[parent]),
            "Dest" => destination(bookmark.spot, pages.paper, page_ids)
        };
        if let Some(previous) = place.checked_sub(1) {
            entry.set("Prev", ids[siblings[previous]]);
        }
        if let Some(next) = siblings.get(place + 1) {
            entry.set("Next", ids[*next]);
        }
        set_children(&mut entry, &ids, &parents, Some(number));
        file.objects.insert(ids[number], Object::Dictionary(entry));
    }
    let mut entry = dictionary! { "Type" => "Outlines" };
    set_children(&mut entry, &ids, &parents, None);
    file.objects.insert(root, Object::Dictionary(entry));
    Some(root)
}

/// The section that each bookmark stands in; none for sections.
fn parents(bookmarks: &[Bookmark]) -> Vec<Option<usize>> {
    let mut section = None;
    let parent = |(number, bookmark): (usize, &Bookmark)| {
        if bookmark.level == 1 {
            section = Some(number);
            return None;
        }
        section
    };
    bookmarks.iter().enumerate().map(parent).collect()
}

/// The first and last child of an outline entry, and how many stand open.
fn set_children(entry: &mut Dictionary, ids: &[lopdf::ObjectId], parents: &[Option<usize>], parent: Option<usize>) {
    let children: Vec<usize> = (0..ids.len()).filter(|child| parents[*child] == parent).collect();
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        // Parts of sections start folded, which a negative count says.
        let count = i64::from(children.len() as u32);
        entry.set("First", ids[*first]);
        entry.set("Last", ids[*last]);
        entry.set("Count", if parent.is_none() { count } else { -count });
    }
}
