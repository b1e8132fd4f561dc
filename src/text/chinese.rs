//! Numbers in Chinese characters.

/// The number that Chinese characters say, each a folded word: 二十一, 三百, 五万; and by figures, 一九八四.
pub fn chinese_number(words: &[&str]) -> Option<u64> {
    let digits: Option<Vec<u64>> = words.iter().map(|word| digit(word)).collect();
    match digits {
        Some(digits) if digits.is_empty() || digits.len() == 2 => None,
        Some(digits) => digits.into_iter().try_fold(0u64, |all, one| all.checked_mul(10)?.checked_add(one)),
        None => by_scales(words),
    }
}

/// The value of a character from 〇 to 九.
fn digit(word: &str) -> Option<u64> {
    let value = "〇一二三四五六七八九".chars().position(|c| word.chars().eq([c]));
    value.map(|value| value as u64).or_else(|| matches!(word, "两" | "兩").then_some(2))
}

/// The number of digits that characters for tens, hundreds and thousands follow.
fn by_scales(words: &[&str]) -> Option<u64> {
    let (mut total, mut group, mut last) = (0u64, 0u64, None);
    for word in words {
        match *word {
            "零" | "〇" => {}
            "十" => group = group.checked_add(10 * last.take().unwrap_or(1))?,
            "百" => group = group.checked_add(100 * last.take()?)?,
            "千" => group = group.checked_add(1000 * last.take()?)?,
            "万" | "萬" => {
                let scaled = total.checked_add(group)?.checked_add(last.take().unwrap_or(0))?;
                total = scaled.checked_mul(10_000).filter(|all| *all > 0)?;
                group = 0;
            }
            word if last.is_none() => last = Some(digit(word)?),
            _ => return None,
        }
    }
    total.checked_add(group)?.checked_add(last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn chinese_numbers_are_read_by_their_signs() {
        for (text, value) in
            [("三", 3), ("十二", 12), ("二十一", 21), ("三百零五", 305), ("五万", 50_000), ("一九八四", 1984)]
        {
            let folded = fold(text);
            assert_eq!(chinese_number(&folded.split(' ').collect::<Vec<_>>()), Some(value), "{text}");
        }
        assert_eq!([chinese_number(&["百"]), chinese_number(&["山"]), chinese_number(&[])], [None; 3]);
    }
}
