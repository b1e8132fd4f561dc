//! Dates with a year: `1955年4月19日`, `一九五五年四月`, `昭和30年`, as they are written.

use super::piece::Piece;

const ERAS: &[&str] = &["明治", "大正", "昭和", "平成", "令和"];

/// The length in bytes of the date that a piece begins with.
pub(super) fn date(piece: Piece) -> Option<usize> {
    let text = piece.text;
    let era = piece.begins(ERAS).unwrap_or(0);
    let year = if era > 0 {
        number(&text[era..], 1..=2).or(text[era..].starts_with('元').then_some("元".len()))
    } else {
        number(text, 4..=4)
    };
    let mut end = era + year?;
    end += text[end..].starts_with('年').then_some("年".len())?;
    let part = |end: usize, units: [char; 2]| {
        let number = number(&text[end..], 1..=3)?;
        let unit = text[end + number..].chars().next().filter(|unit| units.contains(unit))?;
        Some(number + unit.len_utf8())
    };
    if let Some(month) = part(end, ['月', '月']) {
        end += month;
        end += part(end, ['日', '号']).unwrap_or(0);
    }
    Some(end)
}

/// The length in bytes of a number of so many signs.
fn number(text: &str, signs: std::ops::RangeInclusive<usize>) -> Option<usize> {
    let is_sign = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇零○一二三四五六七八九十".contains(c);
    let found: Vec<char> = text.chars().take_while(|&c| is_sign(c)).collect();
    signs.contains(&found.len()).then(|| found.iter().map(|c| c.len_utf8()).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_begins_with_a_year_of_four_signs_or_of_an_era() {
        for (text, expected) in [
            ("1955年4月19日，", "1955年4月19日"),
            ("一九五五年四月十九日", "一九五五年四月十九日"),
            ("1955年的", "1955年"),
            ("１９５５年４月", "１９５５年４月"),
            ("昭和30年4月、", "昭和30年4月"),
            ("令和元年5月1日", "令和元年5月1日"),
        ] {
            let found = date(Piece { text, at: 0, block: 0 });
            assert_eq!(found.map(|len| &text[..len]), Some(expected), "{text}");
        }
        for text in ["4月19日", "55年4月", "今年", "年", "昭和の", ""] {
            assert_eq!(date(Piece { text, at: 0, block: 0 }), None, "{text}");
        }
    }
}
