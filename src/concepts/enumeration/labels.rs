//! Lists whose items have labels in running text: `(a) …, or (b) …`, `I. …; II. …`, `1) … 2) …`.

use crate::text::Span;

/// What a list with labels may stand behind, besides a sign: what its head is, may do or means.
const LEADING: [&str; 13] = [
    "means",
    "mean",
    "either",
    "is",
    "are",
    "includes",
    "include",
    "comprises",
    "comprise",
    "may",
    "must",
    "shall",
    "following",
];
/// A label is no longer, in bytes, signs and all.
const LONGEST_LABEL: usize = 7;

/// How a label is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Number,
    Letter,
    Roman,
}

/// A label: where it stands, what it says, and the sign that it ends in.
struct Label {
    span: Span,
    form: Form,
    value: usize,
    sign: char,
}

/// The items of the first list with labels behind the byte `after` of a text, if it begins within `near` bytes and in the same
/// sentence; each from its label to the next one.
pub(super) fn labelled(text: &str, after: usize, near: usize) -> Vec<Span> {
    let all = labels(text, after);
    let Some(first) = all.iter().position(|label| label.value == 1 && begins_list(text, after, label, near)) else {
        return Vec::new();
    };
    let mut items: Vec<&Label> = vec![&all[first]];
    for label in &all[first + 1..] {
        let last = items[items.len() - 1];
        // `(i)` behind `(h)` is a letter.
        let value =
            if last.form == Form::Letter && label.form == Form::Roman { letter(text, label) } else { label.value };
        let is_next = (label.form == last.form || value != label.value) && label.sign == last.sign;
        if is_next && value == items.len() + 1 {
            items.push(label);
        }
    }
    if items.len() < 2 {
        return Vec::new();
    }
    let ends = items[1..].iter().map(|next| next.span.start).chain([text.len()]);
    items.iter().zip(ends).map(|(label, end)| Span::new(label.span.end, end)).collect()
}

/// Whether a first label begins a list of what stands before it.
fn begins_list(text: &str, after: usize, label: &Label, near: usize) -> bool {
    let lead = text[after..label.span.start].trim_end();
    let word = lead.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let leads = lead.ends_with([':', '—', '–']) || LEADING.iter().any(|one| word.eq_ignore_ascii_case(one));
    let is_new_line = text[..label.span.start].trim_end_matches([' ', '\t']).ends_with('\n');
    leads && lead.len() <= near && !lead.contains(". ") && (!is_new_line || lead.len() < label.span.start - after)
}

/// All labels behind a byte of a text.
fn labels(text: &str, after: usize) -> Vec<Label> {
    let mut all = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = before.is_whitespace() || matches!(before, '—' | '–' | ':' | ';');
        before = c;
        if at >= after
            && begins
            && let Some(label) = label_at(text, at)
        {
            all.push(label);
        }
    }
    all
}

/// The label that begins at a byte.
fn label_at(text: &str, at: usize) -> Option<Label> {
    let rest = &text[at..];
    let opened = rest.starts_with('(');
    let inner = &rest[usize::from(opened)..];
    let len = inner.find(|c: char| !c.is_ascii_alphanumeric()).filter(|len| (1..=LONGEST_LABEL).contains(len))?;
    let (name, behind) = inner.split_at(len);
    let sign = behind.chars().next().filter(|&sign| sign == ')' || (sign == '.' && !opened))?;
    let behind = &behind[1..];
    let comma = usize::from(behind.starts_with(','));
    if !behind[comma..].starts_with(char::is_whitespace) {
        return None;
    }
    let (form, value) = value_of(name)?;
    // A letter with a point is an initial.
    if form == Form::Letter && sign == '.' {
        return None;
    }
    Some(Label { span: Span::new(at, at + usize::from(opened) + len + 1 + comma), form, value, sign })
}

/// What a label says.
fn value_of(name: &str) -> Option<(Form, usize)> {
    if let Ok(number) = name.parse::<usize>() {
        return (number < 100).then_some((Form::Number, number));
    }
    if let Some(number) = roman(&name.to_ascii_uppercase()) {
        return Some((Form::Roman, number));
    }
    let only = name.bytes().next().filter(|byte| name.len() == 1 && byte.is_ascii_alphabetic())?;
    Some((Form::Letter, usize::from(only.to_ascii_lowercase() - b'a') + 1))
}

/// The place in the alphabet of the letter that a label of one letter is.
fn letter(text: &str, label: &Label) -> usize {
    let name = label.span.of(text).trim_matches(|c: char| !c.is_ascii_alphabetic());
    let only = name.bytes().next().filter(|_| name.len() == 1);
    only.map_or(label.value, |byte| usize::from(byte.to_ascii_lowercase() - b'a') + 1)
}

/// The number of a Roman numeral of few.
fn roman(name: &str) -> Option<usize> {
    const TENS: [&str; 4] = ["", "X", "XX", "XXX"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let numeral = |number: usize| format!("{}{}", TENS[number / 10], ONES[number % 10]);
    (1..40).find(|&number| numeral(number) == name)
}
