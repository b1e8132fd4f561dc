//! Clients that read the protocol in their own way, and say so nowhere; `serve --dialect` makes the answers right for them.
//!
//! ALE, Vim's Asynchronous Lint Engine, counts columns in bytes; it leaves out completions that do not begin as the last word
//! before the cursor does; and whatever range a completion is for, it puts the new text in the place of that word. Kate (22.12,
//! say) does the last, too, and lists first what is called as that word begins, to the letter, whatever order the server gave.
//!
//! The answers are right for every other client, too: a completion means the same when it is made for one word and changes
//! those before on the way.

use crate::text::Encoding;
use tower_lsp::lsp_types::*;

/// How a client reads the protocol.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dialect {
    /// As it is written.
    #[default]
    Standard,
    /// As ALE does.
    Ale,
    /// As Kate does.
    Kate,
}

impl Dialect {
    /// The units of columns that a client means that names none.
    pub fn encoding(self) -> Encoding {
        if self == Dialect::Ale { Encoding::Utf8 } else { Encoding::default() }
    }

    /// Says completions as the client understands them.
    pub fn completions(self, items: &mut [CompletionItem], encoding: Encoding) {
        for item in items {
            if self != Dialect::Standard && one_word(item, encoding) && self == Dialect::Kate {
                name_by_its_word(item);
            }
        }
    }
}

/// Makes a completion of several words one of the last of them: its new text is what follows in the name from that word on,
/// and what comes before in the name is an additional edit; and tells whether it did. One whose name has no such word, which
/// ALE would leave out anyway, stays as it is.
fn one_word(item: &mut CompletionItem, encoding: Encoding) -> bool {
    let Some(CompletionTextEdit::Edit(edit)) = item.text_edit.as_mut() else { return false };
    let Some(typed) = item.filter_text.clone() else { return false };
    let (before, last) = typed.split_at(typed.trim_end_matches(is_of_word).len());
    if before.is_empty() || last.is_empty() {
        return false;
    }
    let Some(at) = beginning(&edit.new_text, last, count(before)) else { return false };
    let columns = last.chars().map(|c| encoding.units(c)).sum::<usize>();
    let columns = u32::try_from(columns).unwrap_or(u32::MAX);
    let start = edit.range.start;
    let middle = Position::new(edit.range.end.line, edit.range.end.character.saturating_sub(columns));
    let rest = edit.new_text.split_off(at);
    let first = std::mem::replace(&mut edit.new_text, rest);
    edit.range.start = middle;
    if first != before {
        let change = TextEdit { range: Range::new(start, middle), new_text: first };
        item.additional_text_edits.get_or_insert_default().push(change);
    }
    item.filter_text = Some(last.to_string());
    true
}

/// Calls a completion by what takes the place of the last word, beginning as that was typed, with the whole name behind it.
fn name_by_its_word(item: &mut CompletionItem) {
    let (Some(CompletionTextEdit::Edit(edit)), Some(typed)) = (&item.text_edit, &item.filter_text) else { return };
    if !item.label.starts_with(typed.as_str()) {
        item.label = format!("{typed}{} ({})", &edit.new_text[typed.len()..], item.label);
    }
}

/// What ALE, and here Kate as well, takes for a letter of a word.
fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$')
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The byte of the name at which a word begins as `last` does; of several the one with about as many words before it as were
/// typed before.
fn beginning(name: &str, last: &str, words_before: usize) -> Option<usize> {
    let begins = |at: usize| name[at..].get(..last.len()).is_some_and(|word| word.eq_ignore_ascii_case(last));
    let is_start = |at: usize| !name[..at].ends_with(char::is_alphanumeric);
    let places = name.char_indices().map(|(at, _)| at).filter(|&at| is_start(at) && begins(at));
    places.min_by_key(|&at| count(&name[..at]).abs_diff(words_before))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What ALE makes of a line behind whose end a completion is taken; `None` if it does not offer it.
    fn taken(line: &str, typed: &str, name: &str) -> Option<String> {
        let column = |text: &str| Position::new(0, text.len() as u32);
        let before = line.strip_suffix(typed)?;
        let range = Range::new(column(before), column(line));
        let mut item = CompletionItem {
            filter_text: Some(typed.into()),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: name.into() })),
            ..CompletionItem::default()
        };
        one_word(&mut item, Encoding::Utf8);
        let Some(CompletionTextEdit::Edit(edit)) = item.text_edit else { return None };
        let word = line.trim_end_matches(is_of_word).len();
        let new = edit.new_text.get(..line.len() - word)?;
        new.eq_ignore_ascii_case(&line[word..]).then(|| {
            let mut line = format!("{}{}", &line[..word], edit.new_text);
            for edit in item.additional_text_edits.unwrap_or_default() {
                let [start, end] = [edit.range.start, edit.range.end].map(|at| at.character as usize);
                line.replace_range(start..end, &edit.new_text);
            }
            line
        })
    }

    #[test]
    fn a_name_that_was_begun_with_several_words_is_completed_from_the_last_of_them() {
        let five = "Five Principles of Peaceful Coexistence";
        assert_eq!(
            taken("“The” five principles of pea", "five principles of pea", five),
            Some(format!("“The” {five}"))
        );
        assert_eq!(taken("the five  pri", "five  pri", five), Some(format!("the {five}")));
        assert_eq!(taken("The Fiv", "Fiv", five), Some(format!("The {five}")));
    }

    #[test]
    fn kate_lists_a_name_by_the_word_that_was_begun() {
        let mut items = [CompletionItem {
            label: "Five Principles of Peaceful Coexistence".into(),
            filter_text: Some("“five” principles of pea".into()),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit {
                range: Range::new(Position::new(0, 4), Position::new(0, 27)),
                new_text: "Five Principles of Peaceful Coexistence".into(),
            })),
            ..CompletionItem::default()
        }];
        Dialect::Kate.completions(&mut items, Encoding::Utf16);
        assert_eq!(items[0].label, "peaceful Coexistence (Five Principles of Peaceful Coexistence)");
        let Some(CompletionTextEdit::Edit(edit)) = &items[0].text_edit else { panic!() };
        assert_eq!((edit.range.start, edit.new_text.as_str()), (Position::new(0, 24), "Peaceful Coexistence"));
        let before = items[0].additional_text_edits.as_ref().map(|edits| edits[0].range);
        assert_eq!(before, Some(Range::new(Position::new(0, 4), Position::new(0, 24))));
    }

    #[test]
    fn of_several_words_that_begin_alike_the_one_in_its_place_is_meant() {
        let name = "peace and peaceful development";
        assert_eq!(taken("peace and pea", "peace and pea", name), Some(name.into()));
        assert_eq!(taken("in pea", "pea", name), Some(format!("in {name}")));
    }

    #[test]
    fn words_that_the_name_begins_behind_stay() {
        let kept = "five principles of peaceful development";
        assert_eq!(taken("five principles of pea", "five principles of pea", kept), Some(kept.into()));
    }

    #[test]
    fn a_name_without_a_word_that_begins_so_is_not_offered() {
        assert_eq!(taken("the fppc", "the fppc", "Five Principles of Peaceful Coexistence"), None);
    }
}
