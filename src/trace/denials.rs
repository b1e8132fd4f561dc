//! Main clauses of English that deny what the clause behind them says: `he denied that`, `it is not true that`, `it would be
//! wrong to say that`. A clause that takes its sentence for granted (`nobody knew that`) denies nothing of it.

use super::negators::negates;
use std::ops::Range;

/// Words between what denies and the end of its clause, at most: `no evidence of any kind that`.
const FARTHEST: usize = 5;
/// Words between the end of a clause and the verb or the noun that the next one hangs on: `not true at all that`.
const NEAREST: usize = 3;

/// Deny by themselves.
const DENIALS: &[&str] = &[
    "deny",
    "denies",
    "denied",
    "denying",
    "denial",
    "doubt",
    "doubts",
    "doubted",
    "doubting",
    "doubtful",
    "dispute",
    "disputes",
    "disputed",
    "refute",
    "refutes",
    "refuted",
    "disprove",
    "disproves",
    "disproved",
    "false",
    "untrue",
    "unlikely",
    "impossible",
    "unthinkable",
    "nonsense",
    "myth",
    "pretend",
    "pretends",
    "pretended",
];
/// Put a sentence forward without taking it for granted; denied, they deny the sentence.
const CLAIMS: &[&str] = &[
    "true",
    "case",
    "likely",
    "possible",
    "conceivable",
    "certain",
    "proof",
    "evidence",
    "sign",
    "indication",
    "suggestion",
    "say",
    "says",
    "said",
    "think",
    "thinks",
    "thought",
    "believe",
    "believes",
    "believed",
    "believing",
    "claim",
    "claims",
    "claimed",
    "claiming",
    "suppose",
    "supposes",
    "supposed",
    "assume",
    "assumes",
    "assumed",
    "imagine",
    "imagines",
    "argue",
    "argues",
    "argued",
    "assert",
    "asserts",
    "asserted",
    "maintain",
    "maintains",
    "maintained",
    "allege",
    "alleges",
    "alleged",
    "suggest",
    "suggests",
    "suggested",
    "conclude",
    "concludes",
    "concluded",
    "mean",
    "means",
    "meant",
    "imply",
    "implies",
    "implied",
    "follow",
    "follows",
    "followed",
    "prove",
    "proves",
    "proved",
    "proven",
    "show",
    "shows",
    "shown",
    "showed",
    "guarantee",
    "guarantees",
    "guaranteed",
    "accept",
    "accepts",
    "accepted",
    "agree",
    "agrees",
    "agreed",
];
/// Call it a fault to put a sentence forward: `a mistake to think that`. Some deny by themselves, too: `false to say that` and `it is
/// false that`.
const FAULTS: &[&str] = &[
    "wrong",
    "mistake",
    "mistaken",
    "error",
    "erroneous",
    "absurd",
    "foolish",
    "folly",
    "misleading",
    "incorrect",
    "inaccurate",
    "untrue",
    "false",
    "refuse",
    "refuses",
    "refused",
    "refusing",
    "fail",
    "fails",
    "failed",
    "failing",
];
/// Where a clause ends before its last words, so that what negates before it is another's.
const BORDERS: &[&str] =
    &["and", "but", "or", "who", "which", "when", "while", "because", "until", "before", "after", "if", "as"];
/// Open a question that denies nothing: `is it not true that`.
const ASKING: &[&str] =
    &["is", "was", "are", "were", "did", "does", "do", "has", "have", "had", "can", "could", "will", "would", "should"];
/// Before or behind a negation these take it back: `need not say that`, `not only said that`.
const TAKES_BACK: &[&str] = &["only", "merely", "just", "simply", "need", "needs", "needed"];

/// Whether a clause that denies the next one may end with this folded word.
pub(super) fn ends_clause(word: &str) -> bool {
    matches!(word, "that" | "whether" | "if")
}

/// Where the denial stands in a clause that ends with these folded words; `None` if it denies nothing, or denies twice.
/// The clause is everything of the sentence before the one that it speaks of, with `that` or `whether`.
pub(super) fn denial(clause: &[&str]) -> Option<Range<usize>> {
    let (&last, before) = clause.split_last()?;
    if !ends_clause(last) {
        return None;
    }
    let is_head = |word: &&str| DENIALS.contains(word) || CLAIMS.contains(word);
    let near = before.len().saturating_sub(NEAREST);
    let head = near + before[near..].iter().rposition(is_head)?;
    let is_beyond = head > 0 && matches!(before[head - 1], "beyond" | "without");
    let denies = DENIALS.contains(&before[head]);
    // *Whether* leaves open what a negation would deny.
    if is_beyond || is_question(before) || (!denies && last != "that") {
        return None;
    }
    let border = before[..head].iter().rposition(|word| BORDERS.contains(word)).map_or(0, |at| at + 1);
    let from = head.saturating_sub(FARTHEST).max(border);
    let is_taken_back = |at: usize| {
        let mut around = before[at.saturating_sub(1)..(at + 2).min(before.len())].iter();
        around.any(|word| TAKES_BACK.contains(word))
    };
    let turns = |at: &usize| {
        let is_fault =
            FAULTS.contains(&before[*at]) && before.get(*at + 1..head).is_some_and(|rest| rest.contains(&"to"));
        (negates(before[*at]) && !is_taken_back(*at)) || is_fault
    };
    let turning: Vec<usize> = (from..head).filter(turns).collect();
    let is_denied = (turning.len() + usize::from(denies)) % 2 == 1;
    is_denied.then(|| turning.first().copied().unwrap_or(head)..clause.len())
}

/// Whether a sentence that begins with these words asks.
fn is_question(words: &[&str]) -> bool {
    let (first, next) = (words.first().copied().unwrap_or_default(), words.get(1).copied().unwrap_or_default());
    (ASKING.contains(&first) && next != "not") || (first.ends_with("n't") && first != "don't")
}

/// Whether a folded word denies by itself, calls something a fault, or negates.
pub fn denies(folded: &str) -> bool {
    negates(folded) || DENIALS.contains(&folded) || FAULTS.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What denies in a clause, with all that stands behind it; nothing for nothing.
    fn denying(clause: &str) -> String {
        let words: Vec<&str> = clause.split(' ').collect();
        denial(&words).map(|range| words[range].join(" ")).unwrap_or_default()
    }

    #[test]
    fn a_clause_denies_by_its_verb_by_a_negation_or_by_calling_it_a_fault() {
        for (clause, denies) in [
            ("he denied that", "denied that"),
            ("she doubted whether", "doubted whether"),
            ("it is not true that", "not true that"),
            ("it isn't true at all that", "isn't true at all that"),
            ("it would be wrong to say that", "wrong to say that"),
            ("nobody believes that", "nobody believes that"),
            ("there is no evidence whatever that", "no evidence whatever that"),
            ("he failed to prove that", "failed to prove that"),
            ("they never said in public that", "never said in public that"),
        ] {
            assert_eq!(denying(clause), denies, "{clause}");
        }
    }

    #[test]
    fn what_denies_twice_or_takes_its_sentence_for_granted_denies_nothing() {
        for clause in [
            "it is true that",
            "no one denied that",
            "there is no doubt that",
            "it is beyond doubt that",
            "it is not wrong to say that",
            "nobody knew that",
            "we must not forget that",
            "it is not surprising that",
            "it is wrong that",
            "he not only said that",
            "i need not say that",
            "he did not say whether",
            "he failed to see that",
            "is it not true that",
            "isn't it true that",
            "not until he said that",
            "he denied it and said that",
            "he had no money and said that he would not pay",
        ] {
            assert_eq!(denying(clause), "", "{clause}");
        }
    }
}
