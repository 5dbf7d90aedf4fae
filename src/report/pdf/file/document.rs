//! Laid-out pages as a PDF file: contents, embedded fonts, outline, metadata.
//!
//! Decides nothing about the layout. Whatever a clock or a counter would put into the file comes from the summary and
//! from the content instead.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, ObjectStreamConfig, SaveOptions, Stream, dictionary};
use printpdf::{Codepoint, FontId, Mm, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem};
use sha2::{Digest, Sha256};

use super::content;
use super::structure::{self, Link};
use crate::report::model::Summary;
use crate::report::pdf::setting::flow::{Bookmark, Element, Pages, Spot};
use crate::report::pdf::setting::fonts::{self, Cut, Face};
use crate::report::pdf::setting::sheet::{ElementId, Item, Mark, Paper};

/// Writes the pages.
pub(crate) fn write(summary: &Summary, pages: &Pages, elements: &[Element]) -> Vec<u8> {
    let used = content::used(&pages.sheets);
    let cut = |(face, glyphs)| Some((face, fonts::cut(face, glyphs)?));
    let fonts: BTreeMap<Face, Cut> = used.into_iter().filter_map(cut).collect();
    let draw = |page: &Vec<Item>| content::draw(page, pages.paper.height(), &fonts);
    let (contents, marked): (Vec<String>, Vec<_>) = pages.sheets.iter().map(draw).unzip();
    let mut file = empty_pages(pages, fonts);
    fill_pages(&mut file, contents);
    finish(&mut file, summary, pages, elements, &marked);
    let mut bytes = Vec::new();
    // Thousands of small objects describe the structure: packed together they take a quarter of the room.
    let packed = SaveOptions {
        use_object_streams: true,
        use_xref_streams: true,
        object_stream_config: ObjectStreamConfig { max_objects_per_stream: 500, compression_level: 2 },
        ..SaveOptions::default()
    };
    file.save_with_options(&mut bytes, packed).expect("writing to memory does not fail");
    bytes
}

/// A file of empty pages with the fonts embedded.
fn empty_pages(pages: &Pages, fonts: BTreeMap<Face, Cut>) -> lopdf::Document {
    let mut document = PdfDocument::new("");
    // Printpdf embeds what it sees in use, and of that the widths and the characters: for now, the first page has all.
    let mut specimen = vec![Op::StartTextSection];
    for (face, cut) in &fonts {
        let glyph = |(glyph, said): (&u16, &String)| Codepoint::with_cid(cut.number(*glyph), 0.0, said.clone());
        let glyphs = TextItem::GlyphIds(cut.stands_for.iter().map(glyph).collect());
        let font = PdfFontHandle::External(FontId(content::font_name(*face)));
        specimen.extend([Op::SetFont { font, size: Pt(1.0) }, Op::ShowText { items: vec![glyphs] }]);
    }
    specimen.push(Op::EndTextSection);
    let fonts = fonts.into_iter().map(|(face, cut)| (FontId(content::font_name(face)), PdfFont::new(cut.font)));
    document.resources.fonts.map.extend(fonts);
    let [width, height] = [pages.paper.width(), pages.paper.height()].map(|length| Mm::from(Pt(length)));
    document.pages = vec![PdfPage::new(width, height, Vec::new()); pages.sheets.len()];
    if let Some(first) = document.pages.first_mut() {
        first.ops = specimen;
    }
    document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new())
}

/// Puts the contents on the pages.
fn fill_pages(file: &mut lopdf::Document, contents: Vec<String>) {
    for (page, content) in file.get_pages().into_values().zip(contents) {
        // Printpdf gives each page one stream.
        if let [stream] = file.get_page_contents(page)[..]
            && let Ok(stream) = file.get_object_mut(stream).and_then(Object::as_stream_mut)
        {
            stream.set_plain_content(content.into_bytes());
        }
    }
}

/// Adds what printpdf does not reach, and replaces what it takes from a counter or writes amiss.
fn finish(
    file: &mut lopdf::Document,
    summary: &Summary,
    pages: &Pages,
    elements: &[Element],
    marked: &[Vec<ElementId>],
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
    let tree = structure::add(file, elements, marked, &links, &page_ids);
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
        catalog.set("Lang", Object::string_literal(summary.say.language()));
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

/// Deflates all streams, every other one on a second thread.
fn deflate(file: &mut lopdf::Document) {
    let streams = file.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    let plain = streams.filter(|stream| stream.allows_compression && !stream.dict.has(b"Filter"));
    let (here, there): (Vec<_>, Vec<_>) = plain.enumerate().partition(|(number, _)| number % 2 == 0);
    std::thread::scope(|scope| {
        scope.spawn(|| deflate_each(there.into_iter().map(|(_, stream)| stream)));
        deflate_each(here.into_iter().map(|(_, stream)| stream));
    });
}

fn deflate_each<'a>(streams: impl Iterator<Item = &'a mut Stream>) {
    // Lopdf's own level is the slowest, and saves a tenth.
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(2));
    for stream in streams {
        let deflated = encoder.write_all(&stream.content).and_then(|()| encoder.reset(Vec::new()));
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
            let height = pages.paper.height();
            let rectangle = [left, height - bottom, right, height - top];
            // A hundredth of a point is finer than any pointer.
            let rectangle = rectangle.map(|length| Object::Real((length * 100.0).round() / 100.0)).to_vec();
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
    digest.update(summary.day.to_string().as_bytes());
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
    let date = Object::string_literal(format!("D:{}000000Z", summary.day.strftime("%Y%m%d")));
    dictionary! {
        "Title" => text_string(&full_title(summary)),
        "Creator" => text_string(PROGRAM),
        "Producer" => text_string(PROGRAM),
        "CreationDate" => date.clone(),
        "ModDate" => date
    }
}

/// The same facts as XMP, which must not contradict the information dictionary.
fn metadata(summary: &Summary) -> String {
    let title = escaped(&fonts::tidy(full_title(summary)));
    let language = summary.say.language();
    let date = format!("{}T00:00:00Z", summary.day);
    let date = format!("<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>");
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
