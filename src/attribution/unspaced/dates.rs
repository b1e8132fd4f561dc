//! Dates with a year: `1955年4月19日`, `一九五五年四月`, `昭和30年`, as they are written.

use super::piece::Piece;

const ERAS: &[&str] = &["明治", "大正", "昭和", "平成", "令和"];

/// What makes of a year another span of time than that year.
const PERIODS: &[&str] = &["代", "度", "来"];
/// Words that only begin like these.
const OTHERS: &[&str] = &["代表", "来自", "来到", "来访", "来日"];
/// What makes of a date another time than that date.
const NEAR: &[&str] =
    &["前", "以前", "以来", "以降", "以后", "以後", "之前", "之后", "后", "後", "頃", "ごろ", "ころ", "左右"];

/// Words before the sign of a day of the week, and those signs.
const WEEKS: &[&str] = &["星期", "礼拜", "周"];
const WEEKDAYS: &str = "一二三四五六日";
const DAYS: &str = "月火水木金土日";

/// The length in bytes of the date that a piece begins with: one with a year, or a day of the week.
pub(super) fn date(piece: Piece) -> Option<usize> {
    weekday(piece).or_else(|| dated(piece))
}

/// `星期二`, `火曜日`
fn weekday(piece: Piece) -> Option<usize> {
    let text = piece.text;
    let sign = |at: usize, signs: &str| text[at..].chars().next().filter(|&c| signs.contains(c)).map(char::len_utf8);
    let chinese = piece.begins(WEEKS).and_then(|week| Some(week + sign(week, WEEKDAYS)?));
    let japanese = || {
        let end = sign(0, DAYS)?;
        let end = end + text[end..].starts_with('曜').then_some("曜".len())?;
        Some(if text[end..].starts_with('日') { end + "日".len() } else { end })
    };
    let end = chinese.or_else(japanese)?;
    piece.from(end).begins(NEAR).is_none().then_some(end)
}

fn dated(piece: Piece) -> Option<usize> {
    let text = piece.text;
    let era = piece.begins(ERAS).unwrap_or(0);
    let year = if era > 0 {
        number(&text[era..], 1..=2).or(text[era..].starts_with('元').then_some("元".len()))
    } else {
        number(text, 4..=4)
    };
    let mut end = era + year?;
    end += text[end..].starts_with('年').then_some("年".len())?;
    let part = |end: usize, units: &[char]| {
        let number = number(&text[end..], 1..=3)?;
        let unit = text[end + number..].chars().next().filter(|unit| units.contains(unit))?;
        Some(number + unit.len_utf8())
    };
    if piece.from(end).begins(PERIODS).is_some() && piece.from(end).begins(OTHERS).is_none() {
        return None;
    }
    if let Some(month) = part(end, &['月']) {
        end += month;
        end += part(end, &['日', '号']).unwrap_or(0);
    }
    piece.from(end).begins(NEAR).is_none().then_some(end)
}

/// The length in bytes of a number of so many signs.
fn number(text: &str, signs: std::ops::RangeInclusive<usize>) -> Option<usize> {
    let is_sign = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇零○一二三四五六七八九十".contains(c);
    let found: Vec<char> = text.chars().take(signs.end() + 1).take_while(|&c| is_sign(c)).collect();
    signs.contains(&found.len()).then(|| found.iter().map(|c| c.len_utf8()).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_begins_with_a_year_of_four_signs_or_of_an_era_or_is_a_day_of_the_week() {
        for (text, expected) in [
            ("1955年4月19日，", "1955年4月19日"),
            ("一九五五年四月十九日", "一九五五年四月十九日"),
            ("1955年的", "1955年"),
            ("1955年代表大会", "1955年"),
            ("１９５５年４月", "１９５５年４月"),
            ("昭和30年4月、", "昭和30年4月"),
            ("令和元年5月1日", "令和元年5月1日"),
            ("星期二在", "星期二"),
            ("周五表示", "周五"),
            ("火曜日の", "火曜日"),
            ("金曜に", "金曜"),
        ] {
            let found = date(Piece { text, at: 0, block: 0 });
            assert_eq!(found.map(|len| &text[..len]), Some(expected), "{text}");
        }
        for text in [
            "4月19日",
            "55年4月",
            "今年",
            "年",
            "昭和の",
            "",
            "1950年代的",
            "1955年度の",
            "1955年前",
            "昭和30年頃",
            "1955年4月以来",
            "1955年来",
        ] {
            assert_eq!(date(Piece { text, at: 0, block: 0 }), None, "{text}");
        }
    }
}
