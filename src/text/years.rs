//! The years that a text's way of dating something means: what is put in order in time must be told in years.

use super::months::{is_month, month};
use std::ops::RangeInclusive;

/// The years that a date in a text may mean, of the first year that it names: `1953` is that year, `2007.10` that of its
/// month, `1950s` ten years, `early 1980s` the first four of them, `mid-1950s` the three around the middle, `late 1960s` the
/// last four. `None` where no year is named.
pub fn years(date: &str) -> Option<RangeInclusive<u16>> {
    let bytes = date.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..bytes.len()).filter(|&at| is_digit(at) && (at == 0 || !is_digit(at - 1)));
    let start = starts.into_iter().find(|&at| (0..4).all(|i| is_digit(at + i)) && !is_digit(at + 4))?;
    let year: u16 = date[start..start + 4].parse().ok().filter(|&year| year > 0)?;
    let behind = date[start + 4..].trim_start_matches(['\'', '’']);
    let is_decade =
        year.is_multiple_of(10) && behind.starts_with('s') && !behind[1..].starts_with(char::is_alphanumeric);
    if !is_decade {
        return Some(year..=year);
    }
    let before = date[..start].trim_end_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let (first, last) = match word {
        "early" | "beginning" => (0, 3),
        "mid" | "middle" => (4, 6),
        "late" | "end" => (6, 9),
        _ => (0, 9),
    };
    Some(year + first..=year + last)
}

/// The one year that a date names for certain: `1955`, `3 May 1955`, `1955-03-01`, `2007.10`. `None` for a span of years
/// (`1955–62`), a decade, two dates, and whatever has a word of doubt in it (`c. 1955`, `reprint of 1955`).
pub fn certain_year(date: &str) -> Option<u16> {
    let parts = |is_in: fn(char) -> bool| date.split(move |c: char| !is_in(c)).filter(|part| !part.is_empty());
    let numbers: Vec<&str> = parts(|c| c.is_ascii_digit()).collect();
    let mut long = numbers.iter().filter(|number| number.len() > 2);
    let (&year, None) = (long.next()?, long.next()) else { return None };
    let year: u16 =
        Some(year).filter(|year| year.len() == 4)?.parse().ok().filter(|year| (1000..2200).contains(year))?;
    let is_plain = |word: &str| {
        let word = word.to_lowercase();
        is_month(&word) || BETWEEN.split_ascii_whitespace().any(|known| known == word)
    };
    // Behind a dash two digits may be another year as well as a month.
    let is_span = |number: &str| {
        let value: u16 = number.parse().unwrap_or(u16::MAX);
        value > 31 || (numbers.len() == 2 && date.contains(['-', '–', '—', '/']) && value > year % 100)
    };
    let is_certain = !date.contains(['?', '[', ']', '~'])
        && numbers.iter().filter(|number| number.len() <= 2).all(|number| !is_span(number))
        && parts(char::is_alphabetic).all(is_plain);
    is_certain.then_some(year)
}

/// Words and signs between the parts of a date.
const BETWEEN: &str = "st nd rd th of er de del di do года году год г 年 月 日";

/// What puts dates in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Twice the middle of its years, for the 1950s are about 1955 and not before 1951; before Christ less than nothing.
    middle: i32,
    first: i32,
    /// The month, from 1; 0 where only the year is known.
    month: u8,
    day: u8,
}

/// When a date is, as far as dates are put in order: its years as [`years`] tells them, and the month and the day where it names
/// them (`3 May 1955`, `1955-05-03`). `44 BC` is before the years that are counted from there.
pub fn moment(date: &str) -> Option<Moment> {
    if let Some(year) = year_before_christ(date) {
        return Some(Moment { middle: -2 * year, first: -year, month: 0, day: 0 });
    }
    let span = years(date)?;
    let (first, last) = (i32::from(*span.start()), i32::from(*span.end()));
    let (month, day) = if first == last { month_and_day(date) } else { (0, 0) };
    Some(Moment { middle: first + last, first, month, day })
}

/// The year of `44 BC`, `44 B.C.`, `44 BCE`.
fn year_before_christ(date: &str) -> Option<i32> {
    let bare = date.replace('.', "");
    let (before, _) = bare.split_once(" BC")?;
    before.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok().filter(|year| (1..10_000).contains(year))
}

/// The month and the day of a date with one year; 0 for what it does not say.
fn month_and_day(date: &str) -> (u8, u8) {
    let small = |number: &&str| (1..=2).contains(&number.len());
    let numbers: Vec<&str> = date.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    let at_most = |number: Option<&&str>, most: u8| {
        number.filter(|number| small(number)).and_then(|number| number.parse().ok()).filter(|n| (1..=most).contains(n))
    };
    let named = date.split(|c: char| !c.is_alphabetic()).find_map(|word| month(&word.to_lowercase()));
    if let Some(month) = named {
        return (month, at_most(numbers.iter().find(|number| small(number)), 31).unwrap_or(0));
    }
    // Of `03/05/1955` nobody knows which is the month.
    let begins = numbers.first().is_some_and(|number| number.len() == 4);
    let month = if begins { at_most(numbers.get(1), 12).unwrap_or(0) } else { 0 };
    (month, if month > 0 { at_most(numbers.get(2), 31).unwrap_or(0) } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn years_are_told_from_the_forms_in_which_texts_date_things() {
        for (date, expected) in [
            ("1953", Some(1953..=1953)),
            ("2007.10", Some(2007..=2007)),
            ("September 2005", Some(2005..=2005)),
            ("mid-1950s", Some(1954..=1956)),
            ("early 1980s", Some(1980..=1983)),
            ("late 1960s and early 1970s", Some(1966..=1969)),
            ("1950s and 1960s", Some(1950..=1959)),
            ("the 1980’s", Some(1980..=1989)),
            ("After the Third Plenary Session of the Eleventh CPC Central Committee in 1978", Some(1978..=1978)),
            ("1980so", Some(1980..=1980)),
            ("December 27-28", None),
            ("12345", None),
            ("", None),
        ] {
            assert_eq!(years(date), expected, "{date}");
        }
    }

    #[test]
    fn a_decade_is_put_in_order_by_its_middle() {
        let mut dates = ["1953", "mid-1950s", "1958", "the 1950s", "1955", "late 1940s", "1954"];
        dates.sort_by_key(|date| moment(date));
        assert_eq!(dates, ["late 1940s", "1953", "1954", "the 1950s", "mid-1950s", "1955", "1958"]);
    }

    #[test]
    fn months_and_days_are_in_order_and_so_are_years_before_christ() {
        let mut dates =
            ["May 1952", "1952-04-02", "2 Mai 1952", "1952", "44 BC", "March 3, 1952", "100 B.C.", "1952.12"];
        dates.sort_by_key(|date| moment(date));
        let expected =
            ["100 B.C.", "44 BC", "1952", "March 3, 1952", "1952-04-02", "May 1952", "2 Mai 1952", "1952.12"];
        assert_eq!(dates, expected);
        assert_eq!(moment("soon"), None);
    }

    #[test]
    fn a_year_is_certain_where_a_date_can_mean_no_other() {
        for date in ["1955", "3 May 1955", "May 3rd, 1955", "1955-03-01", "1955-06", "Sept. 1955", "03/05/1955"] {
            assert_eq!(certain_year(date), Some(1955), "{date}");
        }
        for date in [
            "3. März 1955",
            "1er mai 1955",
            "3 de mayo de 1955",
            "3 maggio 1955",
            "3 de março de 1955",
            "3 мая 1955 года",
            "март 1955 г.",
            "1955年3月3日",
        ] {
            assert_eq!(certain_year(date), Some(1955), "{date}");
        }
        assert_eq!(certain_year("2007.10"), Some(2007));
        for date in [
            "1955-1962",
            "1955–62",
            "1911-12",
            "1955/56",
            "1955, 1962",
            "1950s",
            "c. 1955",
            "1955?",
            "[1955]",
            "before 1955",
            "reprint of 1955",
            "vers 1955",
            "до 1955 года",
            "19555",
            "May 3",
            "",
        ] {
            assert_eq!(certain_year(date), None, "{date}");
        }
    }

    proptest! {
        #[test]
        fn no_text_can_make_it_panic(date in "([0-9]{1,5}|s|’|mid-|\\PC){0,8}") {
            certain_year(&date);
            moment(&date);
        }
    }
}
