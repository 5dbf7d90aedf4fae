//! The document's structure tree: what is a heading, a list, a table cell or a figure, for readers who listen.

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::report::pdf::setting::flow::Element;
use crate::report::pdf::setting::sheet::ElementId;

/// A link as it stands on a page.
pub(crate) struct Link {
    /// The page, from 0.
    pub(crate) page: usize,
    /// The element that it is.
    pub(crate) element: ElementId,
    /// The annotation that can be clicked.
    pub(crate) annotation: ObjectId,
}

/// Adds the structure of the elements, whose contents on each page are numbered from 0; returns its root.
pub(crate) fn add(
    file: &mut Document,
    elements: &[Element],
    contents: &[Vec<ElementId>],
    links: &[Link],
    pages: &[ObjectId],
) -> ObjectId {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = elements.iter().map(|_| file.new_object_id()).collect();
    let kids = kids(elements, contents, links, pages, &ids);
    for ((number, element), Kids { page, kids }) in elements.iter().enumerate().zip(kids) {
        let parent = if number == 0 { root } else { ids[element.parent] };
        let kind = Object::Name(element.kind.as_bytes().to_vec());
        let mut entry = dictionary! { "S" => kind, "P" => parent };
        match <[Object; 1]>::try_from(kids) {
            Ok([only]) => entry.set("K", only),
            Err(kids) => entry.set("K", kids),
        }
        if let Some(page) = page {
            entry.set("Pg", page);
        }
        let mut cell = dictionary! { "O" => "Table" };
        if element.kind == "TH" {
            cell.set("Scope", if element.heads_row { "Row" } else { "Column" });
        }
        if cell.len() > 1 {
            entry.set("A", cell);
        }
        if let Some(words) = &element.alternative {
            entry.set("Alt", lopdf::text_string(words));
        }
        file.objects.insert(ids[number], Object::Dictionary(entry));
    }
    let mut numbers = number_tree(file, contents, pages, &ids);
    add_annotations(file, links, pages, &ids, &mut numbers);
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[0],
        "ParentTree" => dictionary! { "Nums" => numbers },
        "ParentTreeNextKey" => (pages.len() + links.len()) as u32
    };
    file.objects.insert(root, Object::Dictionary(tree));
    root
}

/// What an element holds, and the page of its first content.
#[derive(Clone, Default)]
struct Kids {
    page: Option<ObjectId>,
    kids: Vec<Object>,
}

/// What each element holds: its own contents in the order of the pages, then the elements below it.
fn kids(
    elements: &[Element],
    contents: &[Vec<ElementId>],
    links: &[Link],
    pages: &[ObjectId],
    ids: &[ObjectId],
) -> Vec<Kids> {
    let mut all = vec![Kids::default(); elements.len()];
    for (marked, page) in contents.iter().zip(pages) {
        for (number, element) in marked.iter().enumerate() {
            let Kids { page: first, kids } = &mut all[*element];
            // A content on the element's own page goes by its number alone.
            kids.push(if *first.get_or_insert(*page) == *page {
                Object::from(number as u32)
            } else {
                dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => number as u32 }.into()
            });
        }
    }
    for Link { page, element, annotation } in links {
        let object = dictionary! { "Type" => "OBJR", "Obj" => *annotation, "Pg" => pages[*page] };
        all[*element].kids.push(object.into());
    }
    for (number, element) in elements.iter().enumerate().skip(1) {
        all[element.parent].kids.push(Object::Reference(ids[number]));
    }
    all
}

/// Links each page to its contents' elements, and back.
fn number_tree(file: &mut Document, contents: &[Vec<ElementId>], pages: &[ObjectId], ids: &[ObjectId]) -> Vec<Object> {
    let mut numbers = Vec::new();
    for (number, (marked, page)) in contents.iter().zip(pages).enumerate() {
        let elements: Vec<Object> = marked.iter().map(|element| Object::Reference(ids[*element])).collect();
        let elements = file.add_object(elements);
        numbers.extend([Object::from(number as u32), Object::Reference(elements)]);
        if let Ok(page) = file.get_object_mut(*page).and_then(Object::as_dict_mut) {
            page.set("StructParents", number as u32);
            page.set("Tabs", Object::Name(b"S".to_vec()));
            page.remove(b"Annots");
        }
    }
    numbers
}

/// Puts the annotations of links on their pages, and links each back to its element; their numbers follow those of the
/// pages.
fn add_annotations(
    file: &mut Document,
    links: &[Link],
    pages: &[ObjectId],
    ids: &[ObjectId],
    numbers: &mut Vec<Object>,
) {
    for (number, link) in links.iter().enumerate() {
        let number = (pages.len() + number) as u32;
        numbers.extend([Object::from(number), Object::Reference(ids[link.element])]);
        if let Ok(annotation) = file.get_object_mut(link.annotation).and_then(Object::as_dict_mut) {
            annotation.set("StructParent", number);
        }
    }
    for (page, id) in pages.iter().enumerate() {
        let on_page: Vec<Object> =
            links.iter().filter(|link| link.page == page).map(|link| Object::Reference(link.annotation)).collect();
        if let Ok(page) = file.get_object_mut(*id).and_then(Object::as_dict_mut)
            && !on_page.is_empty()
        {
            page.set("Annots", on_page);
        }
    }
}
