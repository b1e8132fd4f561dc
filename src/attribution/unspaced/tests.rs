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
        ("王若兰写道：“海水一年比一年高。”", &["王若兰"]),
        ("“海水一年比一年高，”王明说。", &["王明"]),
        ("“海水一年比一年高，”王明说，“没有人愿意看见。”", &["王明", "王明"]),
        ("工会代表徐向东在大会上强调：“我们不会走。”", &["徐向东"]),
        ("新华村支部书记王明说：“我们不会走。”王书记还说：“谁也不走。”", &["王明", "王明"]),
        ("毕业生赵志强则写道：“海水一年比一年高。”据教育局介绍，学校明年扩建。", &["赵志强"]),
        ("小说《潮声》里写道：“码头是城市的门。”", &["小说《潮声》"]),
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
        ("市長の森田健一は「維持は難しい」と述べた。「苦渋の決断だった」とも語った。", &["森田健一", "森田健一"]),
        ("会見した米国のジョン・ベル大使は「友好は続く」と強調した。", &["ジョン・ベル"]),
    ] {
        assert_eq!(speakers(text), expected, "{text}");
    }
}

#[test]
fn a_few_words_are_speech_where_a_report_ends_with_them() {
    for (text, expected) in [
        ("据工程师李明介绍，这座桥“十分安全”。", "李明"),
        ("工程师李明认为，这是“一个错误”。", "李明"),
        ("工程师李明称该计划“荒唐”。", "李明"),
        ("用李明的话说，“时间就是水”。", "李明"),
        ("鈴木教授によれば、橋は「安全」だという。", "鈴木"),
        ("李明声称该计划“荒唐”。", ""),
        ("王强说，这是所谓“面子工程”。", ""),
        ("王强写道：“一切都好。”“很好，”李明告诉记者。", "李明"),
    ] {
        assert_eq!(speakers(text).pop().unwrap(), expected, "{text}");
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

#[test]
fn nobody_is_given_words_that_he_is_said_not_to_have_said() {
    for text in [
        "王明从未说过：“海水一年比一年高。”",
        "王明从未在会上说过：“海水一年比一年高。”",
        "王明未曾说：“海水一年比一年高。”",
        "王明未说：“海水一年比一年高。”",
        "王明否认：“海水一年比一年高。”",
        "王明否认说过：“海水一年比一年高。”",
        "据说王明说过：“海水一年比一年高。”",
        "据传，王明说：“海水一年比一年高。”",
        "“海水一年比一年高。”王明从未说过。",
        "田中首相は「海は年々高くなっている」と述べたことはない。",
        "田中首相は「海は年々高くなっている」と述べたとされる。",
        "田中首相は「海は年々高くなっている」と述べたか。",
        "田中首相は「海は年々高くなっている」とは述べていない。",
        "「海は年々高くなっている」と田中首相は述べていない。",
        "田中首相は「海は年々高くなっている」という噂を否定した。",
    ] {
        assert_eq!(speakers(text), [""], "{text}");
    }
    for (text, expected) in [
        ("根据说明书，王明说：“海水一年比一年高。”", "王明"),
        ("田中首相は「海は年々高くなっている」と述べたが、理由は示していない。", "田中"),
    ] {
        assert_eq!(speakers(text), [expected], "{text}");
    }
}

#[test]
fn a_decade_and_a_time_before_a_year_are_no_dates() {
    for (text, expected) in [
        ("王明在1950年代的会议上说：“海水一年比一年高。”", "1950年代的会议"),
        ("1950年代の会議で田中首相は「海は年々高くなっている」と述べた。", "1950年代の会議"),
        ("1955年度の会議で田中首相は「海は年々高くなっている」と述べた。", "1955年度の会議"),
    ] {
        let rows = marked(&Page::parse(text, Format::Plain));
        let Attribution { date, occasion, .. } = &rows[0].attribution;
        assert_eq!(date.as_ref().map(|named| &named.text), None, "{text}");
        assert_eq!(occasion.as_ref().map(|named| named.text.as_str()), Some(expected), "{text}");
    }
}

#[test]
fn very_many_commas_are_read() {
    for (sign, end) in [("海，", ""), ("，", ""), ("1", "，"), ("はは", "，")] {
        assert_eq!(speakers(&(sign.repeat(30_000) + end + "“海水一年比一年高。”")).len(), 1, "{sign}");
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
