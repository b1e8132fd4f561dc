use crate::attribution::{Attribution, marked};
use crate::markup::{Format, Page};
use proptest::prelude::*;

/// Whose the runs between marks of a text are, in order.
fn speakers(text: &str) -> Vec<String> {
    let rows = marked(&Page::parse(text, Format::Plain));
    rows.into_iter().map(|row| row.attribution.speaker.map_or(String::new(), |named| named.text)).collect()
}

#[test]
fn a_chinese_speaker_stands_between_the_beginning_of_the_clause_and_the_verb() {
    for (text, expected) in [
        ("王明指出：“海水一年比一年高。”", &["王明"] as &[_]),
        ("“海水一年比一年高，”王明说。", &["王明"]),
        ("“海水一年比一年高，”王明说，“没有人愿意看见。”", &["王明", "王明"]),
        ("工会代表徐向东在大会上强调：“我们不会走。”", &["徐向东"]),
        ("新华村支部书记王明说：“我们不会走。”王书记还说：“谁也不走。”", &["王明", "王明"]),
        ("據漁業部報導，「今年的漁獲減少了一半」。", &["漁業部"]),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn a_japanese_speaker_stands_before_the_particle() {
    for (text, expected) in [
        ("田中首相は「海は年々高くなっている」と述べた。", &["田中"] as &[_]),
        ("「海は年々高くなっている」と田中首相は述べた。", &["田中"]),
        ("漁協によると、「漁獲は半分に減った」。", &["漁協"]),
        ("会見した米国のジョン・ベル大使は「友好は続く」と強調した。", &["ジョン・ベル"]),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn who_is_nobody_for_certain_stays_open() {
    for text in [
        "有人说：“海水一年比一年高。”",
        "他说：“海水一年比一年高。”",
        "王明来了，李华也来了。他说：“海水一年比一年高。”",
        "晨报援引王明的话说：“海水一年比一年高。”",
        "那天夜里忽然听见喊：“海水一年比一年高！”",
        "彼は「海は年々高くなっている」と述べた。",
        "この村は「海の底」と呼ばれている。",
        "石碑には「海はここまで来た」と書かれている。",
        "田中首相は、交渉は「海の底に沈んだ」と述べた。",
    ] {
        assert_eq!(speakers(text), [""], "{text}");
    }
}

const PIECES: &[&str] = &[
    "王明",
    "说",
    "：",
    "，",
    "。",
    "“",
    "”",
    "「",
    "」",
    "『",
    "』",
    "在大会上",
    "1955年4月",
    "的",
    "他",
    "据",
    "报道",
    "《晨报》",
    "總統",
    "·",
    "田中",
    "首相",
    "は",
    "が",
    "と述べた",
    "によると",
    "で",
    "のは",
    "さん",
    "昭和30年",
    "、",
    "会見",
    "こう",
    "話す",
    "（",
    "）",
    "\n\n",
    "> ",
    "a",
    "告诉",
    "外交部发言人",
    "次のように",
];

proptest! {
    #[test]
    fn any_text_is_read_and_what_is_said_of_it_stands_in_it(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40), markdown: bool) {
        let text = pieces.concat();
        let page = Page::parse(&text, if markdown { Format::Markdown } else { Format::Plain });
        for row in marked(&page) {
            let Attribution { speaker, date, occasion, evidence, mention, .. } = &row.attribution;
            let named = [speaker, date, occasion].into_iter().flatten().map(|named| named.span);
            for span in named.chain(*evidence).chain(*mention).chain([row.span]) {
                prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{span:?} {row:?}");
            }
        }
    }
}
