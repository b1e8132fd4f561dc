//! "Did you mean …?": the known name that an unknown one is most likely a slip for.

/// The candidate that is at most a third of the letters away from `name`, the nearest first; `None` where none is.
/// Case does not count.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).take(LONGEST).collect();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let letters: Vec<char> = candidate.chars().flat_map(char::to_lowercase).take(LONGEST).collect();
            let allowed = (letters.len().max(name.len()) / 3).max(1);
            if letters.len().abs_diff(name.len()) > allowed {
                return None;
            }
            let distance = distance(&name, &letters);
            (distance <= allowed).then_some((distance, candidate))
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Names are short; of longer ones only the beginning is compared.
const LONGEST: usize = 80;

/// How many letters must be added, left out, replaced or swapped with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_that_was_meant_and_a_different_word_finds_none() {
        let known = ["exact", "prefix", "suffix", "source", "misquotation"];
        for (written, expected) in [
            ("exakt", Some("exact")),
            ("sorce", Some("source")),
            ("Prefix", Some("prefix")),
            ("misqoutation", Some("misquotation")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, known), expected, "{written}");
        }
    }
}
