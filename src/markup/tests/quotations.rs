//! Which quotations are found. The signs enclose each part of each of them.

use super::super::Format::{Markdown, Plain};
use super::super::{Page, QuotationKind};
use super::quotes;

#[test]
fn each_pair_of_marks_encloses_a_quotation() {
    for text in [
        "He says “❮we must❯” and \"❮we shall❯\", ‘❮or not❯’ or '❮maybe not❯'.",
        "Il dit « ❮nous devons❯ » et «❮nous❯», puis ‹❮vous❯›.",
        "Er sagt „❮wir müssen❯“ oder ‚❮wir❯‘, »❮wir sollen❯« und ›❮ihr❯‹.",
        "Des „❮Manifests❯“s und der „❮Grundsätze❯“-Text.",
        "Mówi „❮musimy❯” i ‚❮my❯’.",
        "Hän sanoo ”❮meidän täytyy❯” ja »❮me❯».",
        "他说「❮我们『❮必须❯』❯」，“❮你好❯”，‘❮好❯’。",
        "(“❮One❯”) [\"❮two❯\"] —“❮three❯”—\"❮four❯\"— “❮five❯”/‘❮six❯’",
        "“❮One❯”",
        "flag=\"❮-j1❯\" said“❮Hello❯”he",
    ] {
        quotes(Plain, text);
        quotes(Markdown, text);
    }
}

#[test]
fn marks_as_typed_for_latex_enclose_a_quotation() {
    for text in [
        "He says ``❮we must❯'' and then nothing.",
        "He says ``❮we must❯'' and ``❮we shall❯'', then ``❮we will,❯'' he says.",
        "Three, ```, are none; ``❮this isn't ours❯'' is.",
    ] {
        quotes(Plain, text);
        quotes(Markdown, text);
    }
    quotes(Markdown, "Code is ``a`` and ``''`` and `` b'' ``, but ``❮this❯'' is none.");
}

#[test]
fn the_tag_for_quotations_encloses_one() {
    quotes(Markdown, "He says <q>❮we must❯</q> and <Q class=\"a\">❮we <q>❮shall❯</q>❯</Q>.");
}

#[test]
fn marks_of_another_kind_are_nested() {
    for text in [
        "“❮He said ‘❮I heard “❮no❯” from him❯’ again❯” and “❮left❯”.",
        "\"❮He said '❮no❯' again❯\"",
        "\"❮'❮No,❯' he said.❯\" '❮He said \"❮no.❯\"❯'",
        "“❮‘❮Both begin and end here.❯’❯”",
        "« ❮Il dit “❮non❯” et «❮oui❯»❯ ».",
        "\"❮He said \"❮no❯\" again❯\"",
    ] {
        quotes(Plain, text);
    }
}

#[test]
fn a_nested_quotation_knows_the_one_around_it() {
    let page = Page::parse("“a ‘b “c” d’ e” “f”", Plain);
    let parents: Vec<_> = page.quotations.iter().map(|quotation| quotation.parent).collect();
    assert_eq!(parents, [None, Some(0), Some(1), None]);
}

#[test]
fn apostrophes_are_no_marks() {
    for text in [
        "Don’t, can't, ’twas and 'tis; the nations’ rights and the peoples' will; rock ’n’ roll, rock 'n' roll, rock ‘n’ roll.",
        "The ’90s, the '90s and the ‘90s; O’Brien’s and o'clock; the Joneses’, his’.",
        "“❮The nations’ rights aren’t China's❯” and \"❮the peoples' will isn't 'twas❯\".",
        "‘❮The nations’ rights❯’ and the peoples’ will.",
        "‘❮The nations’ rights and the peoples’ will.❯’",
        "'❮The nations' rights and the peoples' will,❯' he said.",
        "‘❮equal nations❯’ and ‘❮equal rights❯’ are ‘❮phrases❯’.",
        "‘❮Don’t go to Hans’ house,❯’ she said, ‘❮or to James’.❯’",
        "“❮In the ’90s the ‘❮Five Principles❯’ weren’t the peoples’ own❯”, he said of the ’80s.",
        "‘❮Go get ‘em,❯’ and '❮go get 'em,❯' he said.",
        "In the ‘90s the nations’ rights grew.",
        "‘❮90s music❯’ is what he called it.",
        "He was goin’ home, singin’ ‘❮a song of goin’ home❯’.",
        "‘❮The nations’ rights❯’, and ‘❮the dogs’ tails❯’.",
        "The '90s' end and the dogs' bowls.",
    ] {
        quotes(Plain, text);
    }
}

#[test]
fn feet_and_inches_are_no_marks() {
    for text in [
        "A 12\" pipe, 5'10\" tall, 6' wide, 12\"x14\" and 3' 6\" long.",
        "“❮A 12\" pipe❯” of 12\".",
        "\"❮A 12\" pipe,❯\" he said of the 5'10\" man.",
        "\"❮It was so in 1982❯\" and \"❮in 12❯\".",
        "'❮It was so in 1982❯' and '❮a 6' wall.❯'",
    ] {
        quotes(Plain, text);
    }
}

#[test]
fn an_unclosed_mark_spoils_nothing_else() {
    for text in [
        "He said “we must and “❮we shall❯” and ‘❮we will❯’.\n\nThen “❮no❯”.",
        "He said \"we must and \"❮we shall❯\" and \"❮we will❯\".\n\nThen \"❮no❯\".",
        "He said we must” and “❮we shall❯”.",
        "He said we must\" and \"❮we shall❯\".",
        "“❮He said ‘we must❯” and “❮we shall❯”.",
        "He said “we must.\n\nHe said: “❮we shall❯”.",
        "He said ‘we must and “❮we shall❯”, it’s “❮the nations’ right❯”.",
        "He said “❮we❯” and “must.\n\nThen \"no\n\nThen “❮yes❯”.",
        "„Er “❮says❯” so.",
        "\" and ' and “ and ’",
    ] {
        quotes(Plain, text);
    }
}

#[test]
fn a_quotation_runs_on_where_each_paragraph_is_opened_again() {
    for text in [
        "Hu: “❮One.❯\n\n“❮Two.❯\n\n“❮Three❯”, he said.\n\n“❮Four❯”",
        "\"❮One.❯\n\n\"❮Two.❯\n\n\"❮Three❯\", he said.",
        "‘❮One.❯\n\n‘❮Two don’t.❯’",
        "« ❮One.❯\n\n« ❮Two.❯ »",
        "« ❮One.❯\n\n» ❮Two.❯ »",
        "“❮One ‘❮two.❯❯\n\n“❮‘❮Three❯’ four.❯”",
        "‘❮One “❮two.❯❯\n\n‘❮“❮Three❯” four.❯’",
    ] {
        quotes(Plain, text);
        quotes(Markdown, text);
    }
}

#[test]
fn a_quotation_does_not_run_on_past_anything_else() {
    for text in [
        "“One.\n\nTwo.\n\n“❮Three❯”.",
        "“One.\n\n## “❮Two❯”\n",
        "“One “❮two❯” three.\n\n“❮Four❯”.",
        "“One.\n\n‘❮Two❯’ three”.",
        "“One.\n\n> ❮“❮Two❯” three.❯",
        "| “a | “❮b❯” |\n|-|-|\n| “c | d” |",
    ] {
        quotes(Markdown, text);
    }
}

#[test]
fn one_quotation_of_several_paragraphs_is_one() {
    let page = Page::parse("Hu: “One.\n\n“Two ‘three’.\n\n“Four”, he said.", Plain);
    let [long, nested] = page.quotations.as_slice() else { panic!("{:?}", page.quotations) };
    assert_eq!(page.prose_of(long).text, "One.\n\nTwo ‘three’.\n\nFour");
    assert_eq!(page.prose_of(nested).text, "three");
    assert_eq!(nested.parent, Some(0));
}

#[test]
fn markup_and_line_wraps_do_not_part_a_quotation() {
    for text in [
        "He said “❮we *must* and\n[shall](u \"x\") and `\"` **will**,[^1] not❯”[^2] or *“❮no❯”*.\n\n[^1]: x",
        "- He said “❮we\n  must❯”\n- “❮No❯”",
        "&ldquo;❮One❯&rdquo; and \\\"❮two❯\\\" and &quot;❮three❯&quot;.",
        "*\"❮One❯\"* _'❮two❯'_ **“❮three❯”** \"*❮four❯*\"",
        "\"❮One❯\"<br>\"❮two❯\" https://a.b/\"❮three❯\"",
        "“❮One❯ <!-- ” --> ”.",
    ] {
        quotes(Markdown, text);
    }
}

#[test]
fn marks_around_nothing_enclose_no_quotation() {
    for text in ["\"\" “” ‘’ “ ” « » \"❮x❯\" '' “`x`”", "A \"`code`\" is code, and \"❮this❯\" is not."]
    {
        quotes(Markdown, text);
    }
}

#[test]
fn a_block_quotation_is_one_quotation_without_its_authors_line() {
    for text in [
        "He said:\n\n> ❮One\n> two.❯\n>\n> ❮Three.❯\n>\n> — Mao Zedong, *Works*\n\nFour.",
        "> ❮One\n> two.❯\n> -- Mao Zedong\n\n> ❮Three.❯",
        "1. > ❮One.❯\n\n   Two.\n\n   > ❮Three.❯",
        "> ❮One.❯\n>\n> > ❮Two.❯",
        "> — Nobody",
        "> [!NOTE]\n> One “❮two❯”.",
        "> ❮# One❯\n>\n> ❮Two.❯".replace("❮# ", "# ❮").as_str(),
    ] {
        quotes(Markdown, text);
    }
}

#[test]
fn a_block_quotation_between_marks_counts_once() {
    quotes(Markdown, "> “❮One.❯\n>\n> “❮Two.❯”\n>\n> — Mao Zedong");
    quotes(Markdown, "> “❮One❯”.\n> — “❮Works❯”");
    quotes(Markdown, "> ❮“❮One,❯” he said, “❮two.❯”❯");
}

#[test]
fn marks_in_a_block_quotation_are_nested_in_it() {
    let page = Page::parse("> One “two” three.\n\n“Four”", Markdown);
    let shown: Vec<_> = page.quotations.iter().map(|q| (q.kind == QuotationKind::Block, q.parent)).collect();
    assert_eq!(shown, [(true, None), (false, Some(0)), (false, None)]);
}

#[test]
fn a_quotations_span_includes_its_marks() {
    let text = "He said *&ldquo;we **must**&rdquo;*.";
    let page = Page::parse(text, Markdown);
    assert_eq!(page.quotations[0].span.of(text), "&ldquo;we **must**&rdquo;");
    assert_eq!(page.quotations[0].kind, QuotationKind::Marked { open: '“', close: '”' });
}

#[test]
fn the_sample_drafts_hold_the_quotations_that_their_reader_lists() {
    let listed: toml::Table = include_str!("../../../editors/sample/expected.toml").parse().expect("TOML");
    let listed = listed["quotation"].as_array().expect("quotations");
    let essay = include_str!("../../../editors/sample/essay.md");
    let notes = include_str!("../../../editors/sample/notes.txt");
    for (file, text, format) in [("essay.md", essay, Markdown), ("notes.txt", notes, Plain)] {
        let page = Page::parse(text, format);
        let found: Vec<_> = page
            .quotations
            .iter()
            .filter(|quotation| quotation.parent.is_none())
            .flat_map(|quotation| &quotation.parts)
            .map(|&(block, span)| span.of(&page.blocks[block].prose.text))
            .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        // The list counts each paragraph by itself. What it calls ignored is no prose, but for what a comment silences.
        let expected: Vec<_> = listed
            .iter()
            .filter(|quotation| quotation["file"].as_str() == Some(file))
            .filter(|quotation| {
                let what = quotation["what"].as_str().unwrap_or("");
                quotation["verdict"].as_str() != Some("ignored") || what.contains("glossator-ignore")
            })
            .filter_map(|quotation| quotation["text"].as_str())
            .collect();
        for (found, expected) in found.iter().zip(&expected) {
            assert!(found.starts_with(&expected.replace("[^1]", "").replace('*', "")), "{found} / {expected}");
        }
        assert_eq!(found.len(), expected.len(), "{found:#?}");
    }
}
