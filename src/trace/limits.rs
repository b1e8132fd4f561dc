//! Words that limit what a sentence has said so far: *but*, *unless*, *es sei denn*, *sauf*, 但.

/// How words limit what stands before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// Wherever they stand: *unless*, *provided that*.
    Plain,
    /// Within a clause: *but*, *not*.
    Contrast,
    /// Behind a comma: *however*.
    Aside,
}

/// Words of other languages than English that limit wherever they stand, folded.
const PLAIN: &[&str] = &[
    "ausgenommen",
    "vorausgesetzt",
    "sofern",
    "es sei denn",
    "nur wenn",
    "nur falls",
    "soweit nicht",
    "vorbehaltlich", // German
    "sauf",
    "excepte",
    "hormis",
    "a moins que",
    "a condition que",
    "a condition de",
    "pourvu que",
    "pourvu qu",
    "seulement si",
    "uniquement si",
    "sous reserve de",
    "sous reserve que", // French
    "excepto",
    "a menos que",
    "a no ser",
    "siempre que",
    "siempre y cuando",
    "solo si",
    "unicamente si", // Spanish, Portuguese
    "exceto",
    "tranne",
    "eccetto",
    "a meno che",
    "purche",
    "solo se",
    "somente se", // Portuguese, Italian
    "за исключением",
    "только если",
    "если только", // Russian
    "而 不 是",
    "如 果", // Chinese
    "わ け て は な い",
    "わ け て は あ り ま せ ん",
    "こ と は な い",
    "こ と は あ り ま せ ん",
    "の て は な い",
    "と は 限 ら な い", // Japanese, folded
];
/// The same behind a comma.
const ASIDE: &[&str] = &[
    "aber",
    "sondern",
    "salvo", // Spanish, Italian, Portuguese
    "jedoch",
    "allerdings",
    "doch nicht",
    "nur nicht",
    "ausser",
    "bensi",
    "ma nessuno",
    "ma nessuna",
    "ma non",
    "ma solo",
    "ma soltanto",
    "ma senza", // German, Italian
    "mais",
    "toutefois",
    "cependant", // French
    "pero",
    "sino",
    "aunque no", // Spanish
    "mas nao",
    "porem", // Portuguese
    "но",
    "однако",
    "кроме",
    "если",
    "пока не",
    "а не", // Russian
    "但",
    "除 非",
    "不 过",
    "不 過",
    "然 而",    // Chinese
    "た た し", // Japanese
];
/// Before *save* these make it a verb …
const LEAD_TO_SAVE: &[&str] = &[
    "to", "and", "or", "not", "will", "shall", "would", "should", "can", "could", "may", "might", "must", "god", "i",
    "you", "we", "they", "who", "help", "lord", "cannot",
];
/// … and behind it these open an exception.
const SAVED: &[&str] = &[
    "where", "when", "for", "that", "the", "in", "on", "by", "at", "to", "as", "a", "an", "those", "only", "with",
    "under", "one", "what", "his", "its", "their", "those", "such", "upon",
];
/// Before *as long as* these compare lengths.
const COMPARING: &[&str] = &["twice", "half", "nearly", "almost", "just", "times", "about", "thrice", "not"];
/// Before *subject to* these make it what is said.
const BEING: &[&str] =
    &["is", "are", "was", "were", "be", "been", "being", "am", "become", "becomes", "made", "remain", "remains", "not"];
/// The words of a limit, at most.
pub(super) const LONGEST_LIMIT: usize = 10;

impl Limit {
    /// What the next folded words are, [`LONGEST_LIMIT`] of them, behind the word `before`; *but also* and *not only* limit
    /// nothing.
    pub fn of(before: &str, words: &[&str]) -> Option<Limit> {
        let next = words.get(1).copied().unwrap_or_default();
        let last = words.get(2).copied().unwrap_or_default();
        match *words.first()? {
            "save" if !LEAD_TO_SAVE.contains(&before) && SAVED.contains(&next) => Some(Limit::Plain),
            "apart" | "aside" if next == "from" => Some(Limit::Plain),
            "with" if (next, last) == ("the", "exception") => Some(Limit::Plain),
            "other" if next == "than" && !matches!(before, "no" | "each" | "any" | "the" | "one") => Some(Limit::Plain),
            "as" | "so" if (next, last) == ("long", "as") && !COMPARING.contains(&before) => Some(Limit::Plain),
            "subject" if next == "to" && !BEING.contains(&before) => Some(Limit::Plain),
            "though" | "although" | "albeit" if matches!(next, "only" | "not") => Some(Limit::Contrast),
            "nicht" if !matches!(next, "nur" | "bloss" | "allein" | "zuletzt") => Some(Limit::Contrast),
            "unless" | "except" | "excepting" => Some(Limit::Plain),
            "only" if matches!(next, "if" | "when" | "where" | "on") => Some(Limit::Plain),
            "provided" if next == "that" => Some(Limit::Plain),
            "but" if !matches!(next, "also" | "even" | "too" | "still") => Some(Limit::Contrast),
            "not" if !matches!(next, "only" | "merely" | "just" | "simply" | "least") => Some(Limit::Contrast),
            "however" | "provided" => Some(Limit::Aside),
            // Portuguese *mais de mil* is more than a thousand.
            "mais" if matches!(next, "de" | "do" | "da" | "que" | "um" | "uma" | "nada") => None,
            // *Sondern auch*, *mais aussi*, *но и* add something.
            _ if matches!(next, "auch" | "aussi" | "encore" | "tambien" | "anche" | "tambem" | "и" | "也") => None,
            _ => [(PLAIN, Limit::Plain), (ASIDE, Limit::Aside)].into_iter().find_map(|(all, limit)| {
                let begins = |one: &&str| {
                    let mut next = words.iter();
                    one.split(' ').all(|word| next.next() == Some(&word))
                };
                all.iter().any(begins).then_some(limit)
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_known_in_several_languages() {
        for (words, expected) in [
            ("but they fell", Some(Limit::Contrast)),
            ("but also the", None),
            ("es sei denn", Some(Limit::Plain)),
            ("es sei gut", None),
            ("sondern auch die", None),
            ("sauf si la", Some(Limit::Plain)),
            ("но и мы", None),
            ("但 不 得", Some(Limit::Aside)),
            ("the old town", None),
            ("a condition of", None),
            ("a menos de", None),
            ("mais de mil", None),
            ("mais la ville", Some(Limit::Aside)),
            ("subject to the", Some(Limit::Plain)),
            ("and not the", None),
            ("rather than the", None),
            ("though only the", Some(Limit::Contrast)),
            ("nur wenn der", Some(Limit::Plain)),
            ("если только ветер", Some(Limit::Plain)),
            ("если ветер дует", Some(Limit::Aside)),
            ("purche il vento", Some(Limit::Plain)),
            ("わ け て は な い", Some(Limit::Plain)),
            ("ma nessuno puo", Some(Limit::Aside)),
            ("ma mere aussi", None),
            ("pourvu que les", Some(Limit::Plain)),
            ("nicht ohne die", Some(Limit::Contrast)),
            ("nicht nur die", None),
            ("save where the", Some(Limit::Plain)),
            ("with the exception", Some(Limit::Plain)),
            ("with the king", None),
            ("as long as", Some(Limit::Plain)),
        ] {
            assert_eq!(Limit::of("", &words.split(' ').collect::<Vec<_>>()), expected, "{words}");
        }
        assert_eq!(Limit::of("to", &["save", "the", "king"]), None);
        assert_eq!(Limit::of("are", &["subject", "to", "the"]), None);
        assert_eq!(Limit::of("twice", &["as", "long", "as"]), None);
    }
}
