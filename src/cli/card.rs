//! Cards in a terminal: wrapped to its width, with colours for those who see them and signs for those who do not.
//! Dropped words stand in `[-…-]`, added ones in `{+…+}`, and the quoted part of a passage in `❮…❯`.

use super::output::{BLUE, BOLD, CYAN, GREEN, PLAIN, RED};
use crate::features::card::{Card, CardBlock, Inline, one_line};

/// A word with the colour that it is written in.
struct Word {
    color: &'static str,
    text: String,
    /// Whether white space stands before it.
    spaced: bool,
}

/// The card as lines of at most `width` columns.
pub fn drawn(card: &Card, width: usize) -> String {
    let mut out = String::new();
    let mut before: Option<&CardBlock> = None;
    for block in &card.blocks {
        if before.is_some_and(|before| !belongs_together(before, block)) {
            out.push('\n');
        }
        before = Some(block);
        match block {
            CardBlock::Line(line) => wrap(&words_of(line, false), "", "", width, &mut out),
            CardBlock::Passage(line) => wrap(&words_of(line, true), "  │ ", "  │ ", width, &mut out),
            CardBlock::Parts(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    let words = words_of(&[Inline::Plain(part.clone())], false);
                    wrap(&words, &format!("    {}. ", i + 1), "       ", width, &mut out);
                }
            }
            CardBlock::Rule => out.push_str("──\n"),
        }
    }
    out
}

/// A passage and the line that says where it stands, or its parts, have no gap between them.
fn belongs_together(before: &CardBlock, block: &CardBlock) -> bool {
    match (before, block) {
        (CardBlock::Passage(_) | CardBlock::Parts(_), CardBlock::Line(line)) => {
            matches!(line.first(), Some(Inline::Plain(text)) if text.starts_with('—'))
        }
        (CardBlock::Passage(_), CardBlock::Parts(_)) => true,
        _ => false,
    }
}

fn words_of(line: &[Inline], is_passage: bool) -> Vec<Word> {
    let mut words = Vec::new();
    let mut spaced = false;
    for inline in line {
        let (color, before, text, after) = match inline {
            Inline::Plain(text) => ("", "", text, ""),
            Inline::Strong(text) if is_passage => (BOLD, "❮", text, "❯"),
            Inline::Strong(text) => (BOLD, "", text, ""),
            Inline::Emphasis(text) => (CYAN, "", text, ""),
            Inline::Link(text, _) => (BLUE, "", text, ""),
            Inline::Removed(text) => (RED, "[-", text, "-]"),
            Inline::Added(text) => (GREEN, "{+", text, "+}"),
        };
        let text = one_line(text);
        let body = text.trim();
        spaced |= text.starts_with(' ');
        let count = body.split(' ').count();
        for (i, word) in body.split(' ').enumerate().filter(|_| !body.is_empty()) {
            let open = if i == 0 { before } else { "" };
            let close = if i + 1 == count { after } else { "" };
            words.push(Word { color, text: format!("{open}{word}{close}"), spaced: spaced || i > 0 });
            spaced = false;
        }
        spaced |= text.ends_with(' ');
    }
    words
}

fn wrap(words: &[Word], first: &str, others: &str, width: usize, out: &mut String) {
    out.push_str(first);
    let mut column = first.chars().count();
    let mut at = 0;
    while at < words.len() {
        // Words without white space between them stay on one line.
        let glued = 1 + words[at + 1..].iter().take_while(|word| !word.spaced).count();
        let run = &words[at..at + glued];
        let len: usize = run.iter().map(|word| word.text.chars().count()).sum();
        if at > 0 && run[0].spaced {
            if column + 1 + len > width {
                out.push('\n');
                out.push_str(others);
                column = others.chars().count();
            } else {
                out.push(' ');
                column += 1;
            }
        }
        for word in run {
            match word.color {
                "" => out.push_str(&word.text),
                color => out.extend([color, &word.text, PLAIN]),
            }
        }
        column += len;
        at += glued;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(card: &Card, width: usize) -> String {
        anstream::adapter::strip_str(&drawn(card, width)).to_string()
    }

    #[test]
    fn a_card_is_wrapped_and_its_signs_are_seen_without_colours() {
        let mut card = Card::default();
        card.line(vec![Inline::Strong("Altered".into()), Inline::Plain(": “lasting” was added.".into())]);
        card.blocks.push(CardBlock::Passage(vec![
            Inline::Plain("They want a ".into()),
            Inline::Strong("world of durable peace".into()),
            Inline::Plain(", they say.".into()),
        ]));
        card.line(vec![Inline::Plain("— A statement, line 3".into())]);
        card.blocks.push(CardBlock::Parts(vec!["peace".into(), "bread".into()]));
        assert_eq!(
            plain(&card, 30),
            "Altered: “lasting” was added.\n\n  │ They want a ❮world of\n  │ durable peace❯, they say.\n\
             — A statement, line 3\n\n    1. peace\n    2. bread\n"
        );
    }

    #[test]
    fn a_change_inside_a_word_keeps_it_together() {
        let mut card = Card::default();
        card.line(vec![
            Inline::Plain("a ".into()),
            Inline::Removed("durable".into()),
            Inline::Plain(" ".into()),
            Inline::Added("lasting".into()),
            Inline::Plain(", common peace".into()),
        ]);
        assert_eq!(plain(&card, 80), "a [-durable-] {+lasting+}, common peace\n");
    }
}
