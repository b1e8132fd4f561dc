//! Which quotations are found.

use super::super::Format::{Markdown, Plain};
use super::quotes;

#[test]
fn each_pair_of_marks_encloses_a_quotation() {
    for text in [
        "He says “❮we must❯” and \"❮we shall❯\", ‘❮or not❯’ or '❮maybe not❯'.",
        "Il dit « ❮nous devons❯ » et «❮nous❯», puis ‹❮vous❯›.",
        "Er sagt „❮wir müssen❯“ oder ‚❮wir❯‘, »❮wir sollen❯« und ›❮ihr❯‹.",
        "Mówi „❮musimy❯” i ‚❮my❯’.",
        "Hän sanoo ”❮meidän täytyy❯” ja »❮me❯».",
        "他说「❮我们『❮必须❯』❯」，“❮你好❯”。",
    ] {
        quotes(Plain, text);
    }
}

#[test]
fn x() {
    quotes(Markdown, "a “❮b❯”");
}
