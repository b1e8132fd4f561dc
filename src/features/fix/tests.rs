//! Whatever is altered in a quotation, and however it is set in the page: a fix touches words alone.

use super::restore::restore;
use super::*;
use crate::corpus::{Corpus, Root};
use crate::features::quotations::{Quotations, Quoted, Role};
use crate::library::Library;
use crate::markup::{Format, Page};
use crate::text::fold;
use crate::trace::Verdict;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::build(Corpus::read(&[Root::Seeds(None)])));

/// The seeds' longer paragraphs, in words.
static PARAGRAPHS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let texts = LIBRARY.corpus.sources.iter().map(|source| source.text.whole());
    // They are as good as constants: there is one library.
    let lines = texts.flat_map(|text| String::leak(text.to_string()).lines());
    let plain = lines.filter(|line| !line.contains(['“', '"', '‘', '(', '*', '_']));
    plain.map(|line| line.split_whitespace().collect::<Vec<_>>()).filter(|words| words.len() > 40).collect()
});

/// A stretch of a seed with a few words changed, set in lines of six words.
fn drafts() -> impl Strategy<Value = String> {
    changed().prop_map(|(_, draft)| draft)
}

/// A stretch of a seed, and a draft that has it with a few words changed.
fn changed() -> impl Strategy<Value = (String, String)> {
    let changes = proptest::collection::vec((1usize..18, 0usize..8), 1..3);
    (any::<prop::sample::Index>(), any::<prop::sample::Index>(), changes, 0usize..5).prop_map(
        |(which, from, changes, way)| {
            let paragraph = which.get(&PARAGRAPHS);
            let from = from.index(paragraph.len() - 20);
            let whole = paragraph[from..from + 20].join(" ");
            let mut words: Vec<String> = paragraph[from..from + 20].iter().map(|word| word.to_string()).collect();
            for (at, change) in changes {
                match change {
                    0 => words[at] = String::new(),
                    1 => words[at] += " truly",
                    2 => words[at] += " *very much*",
                    3 => words[at] += " [really so](http://a.b)",
                    4 => words[at] = "house".to_string(),
                    5 => words[at] = "**weak houses**".to_string(),
                    6 => words[at] += " <b>not</b>",
                    _ => words.swap(at, at + 1),
                }
            }
            words.retain(|word| !word.is_empty());
            let (before, prefix, behind) = [
                ("> ", "\n> ", ""),
                ("- x “", "\n  ", "”"),
                ("“", "\r\n", "”"),
                ("> > “", "\n> > ", "”"),
                ("“", " ", "”"),
            ][way];
            let lines: Vec<String> = words.chunks(6).map(|line| line.join(" ")).collect();
            (whole, format!("{before}{}{behind}\n", lines.join(prefix)))
        },
    )
}

/// What remains of a text without the words, the white space and the line prefixes of its prose: the markup.
fn markup(text: &str) -> String {
    let page = Page::parse(text, Format::Markdown);
    let mut out = String::new();
    let mut at = 0;
    for block in &page.blocks {
        for piece in block.prose.pieces_in(Span::new(0, block.prose.text.len())) {
            out.push_str(&text[at..piece.start]);
            at = piece.end;
        }
    }
    out + &text[at..]
}

fn applied(text: &str, fix: &Fix) -> String {
    let mut out = text.to_string();
    for (span, new) in fix.edits.iter().rev() {
        out.replace_range(span.start..span.end, new);
    }
    out
}

/// The altered quotations of a draft and their fixes.
fn restored(text: &str) -> Vec<Option<Fix>> {
    let page = Page::parse(text, Format::Markdown);
    let view = View { library: &LIBRARY, page: &page, text, own: None };
    let all = Quotations::of(view, None).all;
    let altered = |quoted: &&Quoted| quoted.role == Role::Speech && quoted.verdict() == Verdict::Altered;
    all.iter().filter(altered).map(|quoted| restore(view, quoted)).collect()
}

#[test]
fn every_paragraph_of_the_seeds_can_be_mended() {
    for words in PARAGRAPHS.iter() {
        let text = format!("> {} *truly* {}\n", words[..10].join(" "), words[10..20].join(" "));
        assert!(matches!(restored(&text)[..], [Some(_)]), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fix_leaves_nothing_empty_and_no_prefix_in_a_sentence(text in drafts()) {
        for fix in restored(&text).into_iter().flatten() {
            let fixed = applied(&text, &fix);
            let left = markup(&fixed);
            prop_assert!(!["[]", "****", "<b></b>"].iter().any(|empty| fixed.contains(empty)), "{text}\n{fixed}");
            prop_assert!(!fixed.lines().any(|line| line.trim_matches(['>', ' ']).is_empty()), "{text}\n{fixed}");
            let prefixes = |text: &str| text.matches('>').count() - 2 * text.matches("<b>").count();
            let lines = |text: &str| text.matches('\n').count();
            prop_assert_eq!(prefixes(&text) * lines(&fixed), prefixes(&fixed) * lines(&text), "{}\n{}", text, fixed);
            prop_assert_eq!(left.matches(['*', '[', ']']).count() , fixed.matches(['*', '[', ']']).count(), "{}\n{}", text, fixed);
        }
    }

    #[test]
    fn a_fix_gives_the_source_s_words_with_its_punctuation((whole, text) in changed()) {
        for fix in restored(&text).into_iter().flatten().filter(|fix| fix.mends) {
            let fixed = applied(&text, &fix);
            let plain = |text: &str| text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ");
            let prose = Page::parse(&fixed, Format::Markdown).blocks[0].prose.text.clone();
            // At an end words may have been taken for the writer's own.
            let has_words = fold(&prose).contains(&fold(&whole));
            prop_assert!(!has_words || plain(&prose).contains(plain(&whole).trim_end_matches([' ', '-'])), "{whole}\n{text}\n{fixed}");
        }
    }

    #[test]
    fn what_is_said_to_mend_a_quotation_mends_it(text in drafts()) {
        let page = Page::parse(&text, Format::Markdown);
        let view = View { library: &LIBRARY, page: &page, text: &text, own: None };
        for quoted in Quotations::of(view, None).all.iter().filter(|quoted| quoted.verdict() == Verdict::Altered) {
            for fix in of_alterations(view, quoted).into_iter().filter(|fix| fix.mends) {
                let fixed = applied(&text, &fix);
                prop_assert!(restored(&fixed).is_empty(), "{}\n{text}\n{fixed}", fix.title);
            }
        }
    }

    #[test]
    fn a_fix_gives_the_words_of_the_source(text in drafts()) {
        for fix in restored(&text).into_iter().flatten().filter(|fix| fix.mends) {
            let fixed = applied(&text, &fix);
            // What stands at an end as the writer's own words stays altered, and gives nothing to restore.
            prop_assert!(restored(&fixed).iter().flatten().next().is_none(), "{text}\n{fixed}");
        }
    }
}
