//! Dates of sources, as far as they are needed to put sources in order.

/// A date of which perhaps only the year, or the year and the month, is known; what is not known is 0. The order is that
/// of time, the less precise one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

impl Date {
    /// Reads what begins with a year (`1954`, `2007.10`, `2011-09-06`, `2023/12`). Of any other form only the first
    /// number of four digits is taken, as the year (`December 27, 2023`, `mid-1950s`); `None` where there is none.
    pub fn parse(text: &str) -> Option<Date> {
        let text = text.trim();
        let mut numbers = text.split(['.', '-', '/', ' ', '年', '月', '日']).filter(|number| !number.is_empty());
        let mut next = |digits: std::ops::RangeInclusive<usize>, most: u16| -> Option<u16> {
            let number =
                numbers.next().filter(|n| digits.contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))?;
            number.parse().ok().filter(|n| (1..=most).contains(n))
        };
        let Some(year) = next(4..=4, 9999) else { return year_in(text).map(|year| Date { year, month: 0, day: 0 }) };
        let month = next(1..=2, 12).unwrap_or(0) as u8;
        let day = if month > 0 { next(1..=2, 31).unwrap_or(0) as u8 } else { 0 };
        Some(Date { year, month, day })
    }
}

fn year_in(text: &str) -> Option<u16> {
    text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 4)?.parse().ok().filter(|&year| year > 0)
}

/// A key by which the earliest date comes first and what has none comes last.
pub fn earliest_first(date: Option<&str>) -> (bool, Option<Date>) {
    let date = date.and_then(Date::parse);
    (date.is_none(), date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_forms_in_which_documents_write_them() {
        for (text, expected) in [
            ("1954", (1954, 0, 0)),
            ("2007.10", (2007, 10, 0)),
            ("2011-09-06", (2011, 9, 6)),
            ("2023/12/27", (2023, 12, 27)),
            ("2004年5月", (2004, 5, 0)),
            ("December 27, 2023", (2023, 0, 0)),
            ("mid-1950s", (1950, 0, 0)),
            ("1954 or later", (1954, 0, 0)),
            ("2011-13-06", (2011, 0, 0)),
        ] {
            let (year, month, day) = expected;
            assert_eq!(Date::parse(text), Some(Date { year, month, day }), "{text}");
        }
        for text in ["", "undated", "12", "123456", "0000"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_earliest_comes_first_and_the_undated_last() {
        let mut dates = [None, Some("2011-09-06"), Some("2007.10"), Some("n.d."), Some("2011")];
        dates.sort_by_key(|date| earliest_first(*date));
        assert_eq!(dates, [Some("2007.10"), Some("2011"), Some("2011-09-06"), None, Some("n.d.")]);
    }
}
