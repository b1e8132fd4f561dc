//! One thing under two names that differ so little that a reader wonders whether two things are meant: “Five Principles of”
//! here and “Five Principles for” there. Names that differ more (an abbreviation, a title before a person's name) are how
//! people write.

use super::names::plural;
use super::{Flaw, Own, edit};
use crate::annotation::Kind;
use crate::concepts::{Wording, canonical};
use crate::features::View;
use crate::features::fix::Fix;
use crate::features::quotations::Quotations;
use crate::library::Library;
use crate::settings::Check;
use crate::text::{Span, Word, fold, stem, words};

/// Names that differ in a word have at least so many that carry something.
const LONG: usize = 3;

/// A name as it is used in a text.
struct Use<'a> {
    block: usize,
    span: Span,
    page: Span,
    written: &'a str,
    /// Its words without their endings.
    form: String,
}

pub(super) fn flaws(view: View, quotations: &Quotations, own: &Own) -> Vec<Flaw> {
    let mut uses: Vec<(usize, Use)> = Vec::new();
    for (block, found) in quotations.terms.blocks.iter().enumerate() {
        for term in &found.terms {
            let concept = &view.library.concepts[term.concept];
            let Some(page) = own.span(block, term.span).filter(|_| concept.kind != Kind::Person) else { continue };
            if concept.aliases.is_empty() && concept.is_discovered() {
                continue;
            }
            let written = term.span.of(&view.page.blocks[block].prose.text);
            uses.push((term.concept, Use { block, span: term.span, page, written, form: String::new() }));
        }
    }
    // Stable: the uses of a concept stay in the text's order.
    uses.sort_by_key(|(concept, _)| *concept);
    let groups = uses.chunk_by_mut(|a, b| a.0 == b.0);
    // What is always written in one way is looked at no further.
    let mixed = groups.filter(|uses| uses.iter().any(|(_, one)| !one.written.eq_ignore_ascii_case(uses[0].1.written)));
    let flaws = mixed.flat_map(|uses| {
        uses.iter_mut().for_each(|(_, one)| one.form = form(one.written));
        of_concept(view, quotations, uses)
    });
    flaws.collect()
}

/// Whether a source lists these words among the parts of a concept: behind its name they are that part.
fn lists(library: &Library, concept: usize, words: &str) -> bool {
    let parts = library.concepts[concept].definitions.iter().flat_map(|definition| &definition.parts);
    let words = fold(words);
    parts.into_iter().any(|&part| fold(&library.words(part)) == words)
}

/// The uses of the rarer ones among names of a concept that differ little.
fn of_concept(view: View, quotations: &Quotations, uses: &[(usize, Use)]) -> Vec<Flaw> {
    let (number, first) = &uses[0];
    if uses.iter().all(|(_, one)| one.form == first.form) {
        return Vec::new();
    }
    let concept = &view.library.concepts[*number];
    let is_part = |one: &Use| {
        let terms = &quotations.terms.blocks[one.block].terms;
        let mut before = terms.iter().filter(|other| other.concept != *number && other.span < one.span);
        before.any(|other| lists(view.library, other.concept, one.written))
    };
    let uses: Vec<&Use> = uses.iter().map(|(_, one)| one).filter(|one| !is_part(one)).collect();
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for one in &uses {
        match counts.iter_mut().find(|(form, _)| *form == one.form) {
            Some((_, count)) => *count += 1,
            None => counts.push((&one.form, 1)),
        }
    }
    if counts.len() < 2 {
        return Vec::new();
    }
    let preferred = form(&concept.name);
    // The commonest, of equally common ones the preferred one, else the one that comes first.
    counts.sort_by_key(|(form, count)| (std::cmp::Reverse(*count), *form != preferred));
    let flaw = |one: &Use| {
        let before = counts.iter().take_while(|(form, _)| *form != one.form);
        let (usual, count) = before.into_iter().find(|(usual, _)| {
            let is_turned = *usual == preferred && !concept.is_discovered() && are_turned(usual, &one.form);
            is_turned || differ_little(usual, &one.form)
        })?;
        let usual = concept.names().find(|name| form(name) == *usual)?;
        let times = if *count == 1 { "once".to_string() } else { format!("{count} times") };
        let message = format!("This text also has “{usual}” for the same thing, {times}");
        let is_name = concept.names().any(|name| fold(name) == fold(one.written));
        let is_whole = is_name || are_same_words(usual, one.written);
        let whole = is_whole.then(|| (Span::new(0, one.written.len()), usual.to_string()));
        let whole = whole.or_else(|| other_word(one.written, usual));
        let whole = whole.or_else(|| {
            let own = concept.names().find(|name| form(name) == one.form)?;
            Some((Span::new(0, one.written.len()), in_the_plural(one.written, own, usual)?))
        });
        let fix = whole.and_then(|(span, new)| {
            let mut name = one.written.to_string();
            name.replace_range(span.start..span.end, &new);
            let edit = edit(view, one.block, span.shift(one.span.start), new)?;
            Some(Fix { title: format!("Write “{name}”"), edits: vec![edit], mends: true })
        });
        Some(Flaw { check: Check::MixedTerms, parts: vec![one.page], message, sources: Vec::new(), fix })
    };
    uses.into_iter().filter_map(flaw).collect()
}

/// The one word in which a name as it is written differs from the usual one, and the usual one's: what is written in another number
/// or with a possessive keeps that.
fn other_word(written: &str, usual: &str) -> Option<(Span, String)> {
    let [ours, theirs] = [written, usual].map(telling);
    let mut pairs = ours.iter().zip(&theirs).filter(|(ours, theirs)| stem(&ours.folded) != stem(&theirs.folded));
    let (ours_word, theirs_word) = pairs.next()?;
    let is_one = pairs.next().is_none() && ours.len() == theirs.len();
    is_one.then(|| (ours_word.span, theirs_word.span.of(usual).to_string()))
}

/// The usual name in the plural, where the name that is written for it, of which `own` is the singular, is in the plural; `None`
/// where it is not, or the usual one has words behind its noun.
fn in_the_plural(written: &str, own: &str, usual: &str) -> Option<String> {
    let [written, own, telling] = [written, own, usual].map(telling);
    let mut others = written.iter().zip(&own).filter(|(written, own)| written.folded != own.folded);
    let is_plural = others.next().is_some_and(|(written, own)| written.folded == plural(&own.folded));
    let is_bare = telling.iter().all(|word| !["of", "for", "in", "on"].contains(&word.folded.as_str()));
    let is_one = usual.ends_with(|c: char| c.is_ascii_lowercase()) && !usual.ends_with('s');
    (is_plural && others.next().is_none() && is_bare && is_one).then(|| plural(usual))
}

/// The words of a name without articles.
fn telling(text: &str) -> Vec<Word> {
    words(text).into_iter().filter(|word| !["a", "an", "the"].contains(&word.folded.as_str())).collect()
}

/// Whether two names of as many words differ in one of them: a small one, or one of at least three that are not.
fn differ_little(a: &str, b: &str) -> bool {
    let (words, others) = (a.split(' ').count(), b.split(' ').count());
    let same = a.split(' ').zip(b.split(' ')).filter(|(a, b)| a == b).count();
    words == others && same + 1 == words && (Wording::of(a) == Wording::of(b) || Wording::of(a).len() >= LONG)
}

/// Whether two names have the same words in another order: `food security`, `security of food`.
fn are_turned(a: &str, b: &str) -> bool {
    a != b && sorted(a.split(' ')) == sorted(b.split(' '))
}

/// Whether two names have the same words, endings and all, in whatever order. What loses its `of` may lose an article before it,
/// too, and is left to the writer.
fn are_same_words(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|text| {
        let mut words: Vec<String> = telling(text).into_iter().map(|word| word.folded).collect();
        words.sort_unstable();
        words
    });
    a == b
}

/// The words in the order of letters, without what joins a complement to its noun.
fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<&str> = words.filter(|word| !["of", "for"].contains(word)).collect();
    words.sort_unstable();
    words
}

/// The words of a name without their endings, and without articles: “the Party” is no other name than “Party”.
fn form(text: &str) -> String {
    telling(text).iter().map(|word| canonical(stem(&word.folded))).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::other_word;

    #[test]
    fn only_the_other_word_changes() {
        for (written, usual, expected) in [
            ("Six Duties for Harbour Towns", "Six Duties of Harbour Towns", Some(("for", "of"))),
            ("state of their Union", "States of our Union", Some(("their", "our"))),
            ("the Duties for Towns", "Duties of Town", Some(("for", "of"))),
            ("Duties of Towns", "Duties of Towns", None),
        ] {
            let found = other_word(written, usual);
            assert_eq!(found.as_ref().map(|(span, new)| (span.of(written), new.as_str())), expected, "{written}");
        }
    }
}
