//! Own forms, entries that stand by themselves, short texts and persons in languages other than English.

use super::super::{Pattern, Signal};
use super::languages::{FRENCH, GERMAN, ITALIAN, PORTUGUESE, RUSSIAN, SPANISH};
use super::{found, one};

fn is_defined(text: &str, name: &str) -> bool {
    found(text).iter().any(|(other, one)| other == name && !one.definitions.is_empty())
}

#[test]
fn what_russian_gives_a_name_to_is_none_and_the_name_is_shown_in_its_own_form() {
    let text = format!("{RUSSIAN}\n\nУдаление старых копий называется ротацией. Ротация идёт каждую ночь.\n");
    assert!(is_defined(&text, "Ротация"));
    assert!(!is_defined(&text, "Удаление старых копий") && !is_defined(&text, "Удаление"));
}

#[test]
fn a_label_a_sentence_and_a_judgement_are_no_entries() {
    for (language, text, name) in [
        (GERMAN, "Hinweis: eine Leine für jedes Schiff.", "Hinweis"),
        (GERMAN, "Vorschlag: wir treffen uns später.", "Vorschlag"),
        (GERMAN, "Preisliste: die Preise sind neu.", "Preisliste"),
        (GERMAN, "Eile ist geboten.", "Eile"),
        (FRENCH, "Présents : tous les membres du conseil.", "Présents"),
    ] {
        assert!(!is_defined(&format!("{language}\n\n{text}\n"), name), "{text}");
    }
    assert!(is_defined(&format!("{GERMAN}\n\nPreisliste: die Tafel am Tor.\n"), "Preisliste"));
}

#[test]
fn few_words_of_another_language_tell_it() {
    for (text, name) in [
        ("Eine Boje ist ein Zeichen.\n", "Boje"),
        ("Une bouée est un signal de la mer.\n", "bouée"),
        ("Буй — знак, который стоит на воде.\n", "Буй"),
    ] {
        assert!(is_defined(text, name), "{text}");
    }
    assert!(is_defined("A buoy is a sign.\n", "buoy"));
}

#[test]
fn an_office_or_a_verb_of_saying_tells_a_person_in_every_language() {
    for (language, text, name) in [
        (GERMAN, "Die Präsidentin Clara Hohnstein kam spät.", "Clara Hohnstein"),
        (GERMAN, "Wir sind froh, sagte Jonas Wiesner.", "Jonas Wiesner"),
        (FRENCH, "La ministre de la Mer, Hélène Marsac, est là.", "Hélène Marsac"),
        (SPANISH, "El escritor Tomás Iriarte está en la casa.", "Tomás Iriarte"),
        (ITALIAN, "Il sindaco Carlo Benedusi è nel porto.", "Carlo Benedusi"),
        (PORTUGUESE, "A ministra Teresa Falcão respondeu.", "Teresa Falcão"),
        (RUSSIAN, "Президент компании Игорь Лазарев сказал это.", "Игорь Лазарев"),
    ] {
        let text = format!("{language}\n\n{text}\n");
        assert!(one(&text, name).signals.has(Signal::Person), "{text}");
    }
    for text in ["Der Präsident der Alten Werft kam.", "Die Alte Werft und die Neue Werft liegen hier."] {
        let all = found(&format!("{GERMAN}\n\n{text}\n"));
        assert!(all.iter().all(|(_, one)| !one.signals.has(Signal::Person)), "{text}");
    }
}

#[test]
fn an_office_or_a_form_of_address_tells_a_person_in_chinese_and_japanese() {
    for (text, name) in [
        ("市长陈建国昨天宣布，新桥将于明年开工。", "陈建国"),
        ("教授林海认为这是好事。", "林海"),
        ("李明先生不同意。", "李明"),
        ("鈴木一郎市長は新しい橋を発表した。", "鈴木一郎"),
        ("昨日、佐藤さんが質問した。", "佐藤"),
        ("会見でバイデン大統領が話した。", "バイデン"),
    ] {
        assert!(one(text, name).signals.has(Signal::Person), "{text}");
    }
    for text in [
        "大阪市長は欠席した。",
        "自民党総裁は黙っていた。",
        "皆さんは喜んだ。",
        "フランス大統領が来日した。",
        "会长高度评价了这项工作。",
    ] {
        assert!(found(text).iter().all(|(_, one)| !one.signals.has(Signal::Person)), "{text}");
    }
    assert!(one("岸田文雄首相は演説した。岸田首相は帰った。", "岸田文雄").short.is_some());
}

#[test]
fn a_gloss_without_a_verb_behind_a_colon_defines_where_words_have_no_spaces() {
    for (text, name) in [
        ("引桥：连接道路和主桥的部分。", "引桥"),
        ("缓存（cache）：临时保存数据的地方。", "缓存"),
        ("橋脚：橋を下から支える柱。", "橋脚"),
        ("写本：本を手で写した写し。", "写本"),
    ] {
        assert_eq!(one(text, name).definitions[0].pattern, Pattern::Termed, "{text}");
    }
    for (text, name) in [("桥梁：施工期间的道路将会关闭了。", "桥梁"), ("開通：来年の三月", "開通")]
    {
        assert!(!is_defined(text, name), "{text}");
    }
}
