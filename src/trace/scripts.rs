//! Scripts that put no spaces between their words: every letter is compared.

use super::tests::corpus;
use super::*;

const CHINESE: &str = "一九四八年春天，我们搬到河边的小镇。父亲每天清晨撑船过江，把新茶送到对岸的市场；母亲在院子里种了三棵石榴树。\
    镇上的老人常说，江水不会忘记渡过它的人，只是从不开口。那年夏天雨水很多，桥被冲断了两次，学校也停了半个月的课。";
const JAPANESE: &str = "祖母の家は海に近い坂の上にあり、夏になると窓から潮の香りが入ってきた。朝早く起きて漁師たちの舟を数えるのが、\
    わたしの小さな仕事だった。昼には冷たい麦茶を飲みながら、古いラジオで野球の中継を聞いた。雨の日は本棚の前に座って、知らない国の地図を眺めた。";
const THAI: &str = "หมู่บ้านของเราตั้งอยู่ริมแม่น้ำสายเล็ก ทุกเช้าชาวประมงจะออกเรือก่อนพระอาทิตย์ขึ้น และกลับมาพร้อมปลาสดเต็มตะกร้า \
    คุณยายเล่าว่าเมื่อก่อนมีตลาดน้ำอยู่ตรงหน้าวัด แต่หลังจากสร้างถนนใหม่ ผู้คนก็เลิกใช้เรือกันหมด เหลือเพียงต้นไทรเก่าแก่ที่ยังยืนอยู่";

/// Checks a passage of one of the texts as it is, with its part `from` as `to`, and without that part; then another text.
#[track_caller]
fn check(text: &str, passage: &str, [from, to]: [&str; 2], other: &str) {
    let (corpus, index) = corpus(&[CHINESE, JAPANESE, THAI]);
    let tracer = Tracer { corpus: &corpus, index: &index };
    let source = [CHINESE, JAPANESE, THAI].iter().position(|&t| t == text).unwrap();
    let start = text.find(passage).unwrap();
    let place = Place { source, span: Span::new(start, start + passage.len()) };
    let part = start + passage.find(from).unwrap();

    let verbatim = tracer.trace(passage, None);
    assert_eq!((verbatim.verdict(), verbatim.best().map(Match::extent)), (Verdict::Verbatim, Some(place)));
    for new in [to, ""] {
        let trace = tracer.trace(&passage.replacen(from, new, 1), None);
        assert_eq!((trace.verdict(), trace.best().map(Match::extent)), (Verdict::Altered, Some(place)), "{new}");
        let alterations: Vec<_> = trace.matches[0].alterations().map(|edit| edit.place).collect();
        assert_eq!(alterations, [Place { source, span: Span::new(part, part + from.len()) }], "{new}");
    }
    assert_eq!(tracer.trace(other, None).verdict(), Verdict::NotFound);
}

#[test]
fn chinese_is_found_and_its_alterations_are_named() {
    check(CHINESE, "江水不会忘记渡过它的人，只是从不开口", ["渡", "走"], "股票价格昨晚突然下跌百分之五");
}

#[test]
fn japanese_is_found_and_its_alterations_are_named() {
    check(
        JAPANESE,
        "冷たい麦茶を飲みながら、古いラジオで野球の中継を聞いた",
        ["球", "菜"],
        "株価急落、政府緊急対策発表へ",
    );
}

#[test]
fn thai_is_found_and_its_alterations_are_named() {
    check(THAI, "ชาวประมงจะออกเรือก่อนพระอาทิตย์ขึ้น", ["ร", "ฬ"], "ญี่ปุ่นซื้อหุ้นฟื้นฟูฐานฝึกซ้อม");
}
