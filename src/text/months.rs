//! The names of the months, one list a language: twelve, of which bars stand between the forms of one.

/// In English.
pub const ENGLISH: &str = "january february march april may june july august september october november december";
/// In German.
pub const GERMAN: &str = "januar|jänner februar märz april mai juni juli august september oktober november dezember";
/// In French.
pub const FRENCH: &str = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
/// In Spanish.
pub const SPANISH: &str =
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre";
/// In Italian.
pub const ITALIAN: &str =
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre";
/// In Portuguese.
pub const PORTUGUESE: &str = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro";
/// In Russian, in the forms that dates have.
pub const RUSSIAN: &str = "январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае \
    июнь|июня|июне июль|июля|июле август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре \
    ноябрь|ноября|ноябре декабрь|декабря|декабре";
/// Short forms, as dates in figures have them.
const SHORT: &str = "jan feb mar apr may jun jul aug sep|sept oct|okt nov dec|dez";

/// Which month of a list a word in small letters names, from 1.
pub fn month_in(list: &str, word: &str) -> Option<u8> {
    let names = |month: &str| month.split('|').any(|form| form == word);
    list.split_ascii_whitespace().position(names).map(|at| at as u8 + 1)
}

/// The number of the month that a word in small letters names in any of these languages.
pub(super) fn month(word: &str) -> Option<u8> {
    const ALL: [&str; 8] = [ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, RUSSIAN, SHORT];
    ALL.iter().find_map(|list| month_in(list, word))
}

/// Whether a word in small letters is the name of a month.
pub fn is_month(word: &str) -> bool {
    month(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_its_number_in_every_language() {
        for (word, expected) in [
            ("january", Some(1)),
            ("jänner", Some(1)),
            ("märz", Some(3)),
            ("août", Some(8)),
            ("setiembre", Some(9)),
            ("ottobre", Some(10)),
            ("dezembro", Some(12)),
            ("апреле", Some(4)),
            ("sept", Some(9)),
            ("spring", None),
        ] {
            assert_eq!(month(word), expected, "{word}");
        }
        assert_eq!(month_in(GERMAN, "may"), None);
    }
}
