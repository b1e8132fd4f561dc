//! What a word is in its place: a time, a verb of saying rather than a noun, the end of a noun phrase.

use super::lexicon::Classes;
use super::phrases::Reader;
use super::tokens::Kind;

impl Reader<'_> {
    /// Whether a date or a day begins here.
    pub fn is_time(&self, at: usize) -> bool {
        self.is(at, Classes::WEEKDAY.or(Classes::DAY))
            || (self.is(at, Classes::MONTH) && self.tokens()[at].capital)
            || self.is_year(at)
            || (self.is(at, Classes::DET)
                && self
                    .tokens()
                    .get(at + 1)
                    .is_some_and(|t| t.kind == Kind::Number && self.word(at + 1).ends_with('s')))
            || self.is_word(at, &["last", "early", "late", "mid"])
    }

    /// Whether a number is the day of the month behind it: `4 July`.
    pub fn is_day_of_month(&self, at: usize) -> bool {
        let is_month = |at: usize| self.is(at, Classes::MONTH) && self.tokens()[at].capital;
        self.kind(at) == Some(Kind::Number) && self.word(at).len() <= 4 && is_month(at + 1)
    }

    /// Whether a token is a year: four digits, perhaps a decade.
    pub fn is_year(&self, at: usize) -> bool {
        let digits = |word: &str| {
            word.len() == 4
                && word.bytes().all(|b| b.is_ascii_digit())
                && ('1'..='2').contains(&(word.as_bytes()[0] as char))
        };
        matches!(self.kind(at), Some(Kind::Number | Kind::Word)) && {
            let word = self.word(at);
            let word = word.strip_prefix("mid-").unwrap_or(word);
            digits(word.strip_suffix("'s").or(word.strip_suffix('s')).unwrap_or(word))
        }
    }

    /// Whether a token cannot be inside a noun phrase that began at `from`.
    pub fn ends_phrase(&self, at: usize, from: usize) -> bool {
        let function = Classes::PREP.or(Classes::AUX).or(Classes::PRONOUN).or(Classes::CONJ).or(Classes::RELATIVE);
        let token = self.tokens()[at];
        if token.kind != Kind::Word {
            return token.kind != Kind::Number;
        }
        if at > from
            && token.classes.is(Classes::DET)
            && !self.is_word(at, &["other", "former", "one", "another", "current"])
            && !token.classes.is(Classes::RELATIVE)
        {
            return !self.is(at - 1, Classes::DET);
        }
        (token.classes.is(function) && !(at == from && token.classes.is(Classes::DET)))
            || token.classes.is(Classes::ADVERB)
            || (at > from && (self.is_verb(at) || self.takes_object(at, from) || self.is_done(at)))
    }

    /// Whether a word is the past of a verb by its ending and by what stands around it: `the mayor thanked Ann Lee`, not `a
    /// captain named Ann Lee`.
    pub fn is_done(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.kind(at) == Some(Kind::Word)) else { return false };
        let word = self.word(at);
        let is_built = word.len() > 4 && word.ends_with("ed") && !word.contains('-') || self.is(at, Classes::VERB);
        let is_past = is_built && word.starts_with(char::is_lowercase);
        let is_called = self.is_word(at, &["named", "called", "dubbed", "nicknamed"]);
        let somebody = Classes::ROLE.or(Classes::TITLE).or(Classes::BODY).or(Classes::HEARER);
        let object = Classes::DET.or(Classes::HEARER).or(Classes::ROLE);
        is_past
            && !is_called
            && (self.is(before, somebody) && !self.is(before, Classes::DET) || self.is_name_word(before))
            && (self.is_name_word(at + 1) || self.is(at + 1, object))
    }

    /// Whether a word is a verb by its ending and by what stands around it: `opens its`, not the plural of a noun.
    fn takes_object(&self, at: usize, from: usize) -> bool {
        let word = self.word(at);
        let is_third_person =
            word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.contains(['\'', '’']);
        let stands_behind_noun = at > from + 1 && !self.is(at - 1, Classes::DET.or(Classes::PREP));
        let object = self.is(at + 1, Classes::DET)
            || self.is_word(at + 1, &["up"])
            || self.is_word(at, &["quotes", "cites"]) && self.is_name_word(at + 1);
        is_third_person && !self.tokens()[at].capital && stands_behind_noun && object
    }

    /// Whether a token is a verb of saying in its place: not a noun behind an article.
    pub fn is_verb(&self, at: usize) -> bool {
        let verb = Classes::SAYS.or(Classes::COINS).or(Classes::SOFT);
        let Some(token) = self.tokens().get(at) else { return false };
        if token.kind != Kind::Word
            || !token.classes.is(verb)
            || (token.capital
                && at > 0
                && self.kind(at - 1) == Some(Kind::Word)
                && self.tokens()[at - 1].block == token.block)
        {
            return false;
        }
        if self.is_word(at, &["put"]) && !self.is_word(at + 1, &["forward", "it", "forth"]) {
            return false;
        }
        // `submitted a plan`
        if self.is_word(at, &["submit", "submits", "submitted"]) && !self.is_word(at + 1, &["that"]) {
            return false;
        }
        // `Ann Lee's proclaimed faith`
        let is_owned = at > 0 && self.tokens()[at - 1].possessive && self.word(at).ends_with("ed");
        if self.is_attribute(at) || is_owned && self.kind(at + 1) == Some(Kind::Word) {
            return false;
        }
        if !token.classes.is(Classes::NOUNISH) {
            let joint = at > 0
                && (self.is(at - 1, Classes::DET)
                    && !self.is_word(
                        at - 1,
                        &["all", "both", "each", "some", "many", "several", "this", "that", "one", "another"],
                    ));
            return !joint;
        }
        let Some(before) = at.checked_sub(1).filter(|&b| self.tokens()[b].block == token.block) else { return true };
        let nominal = Classes::DET.or(Classes::PREP);
        // `Article 4 states that`
        let is_counted = self.kind(before) == Some(Kind::Number) && !self.is_word(at + 1, &["that"]);
        if self.is(before, nominal) || self.tokens()[before].possessive || is_counted {
            return false;
        }
        // An adjective before it makes it a noun.
        let named = self.is_name_word(before)
            || self.is(
                before,
                Classes::PRONOUN
                    .or(Classes::ROLE)
                    .or(Classes::BODY)
                    .or(Classes::ADVERB)
                    .or(Classes::RELATIVE)
                    .or(Classes::AUX),
            )
            || !matches!(self.kind(before), Some(Kind::Word));
        named && !(self.is(before, Classes::AUX) && self.is(at + 1, Classes::PREP) && !token.classes.is(Classes::CALLS))
    }

    /// Whether a participle says more of a noun behind it: `his widely read essay`.
    fn is_attribute(&self, at: usize) -> bool {
        let is_degree = |at: usize| {
            let is_built = self.kind(at) == Some(Kind::Word) && self.word(at).ends_with("ly");
            is_built || self.is_word(at, &["much", "most", "best", "well", "often", "little"])
        };
        let articles = ["the", "a", "an", "his", "her", "its", "their", "our", "my", "your"];
        at >= 2 && is_degree(at - 1) && self.is_word(at - 2, &articles)
    }

    /// Whether a text begins or goes on here: `opens`, `ends` before what it says.
    pub fn is_course(&self, at: usize) -> bool {
        let verbs = [
            "opens",
            "opened",
            "begins",
            "began",
            "starts",
            "started",
            "continues",
            "closes",
            "closed",
            "ends",
            "ended",
            "runs",
            "ran",
            "goes",
            "went",
        ];
        let last = !matches!(self.kind(at + 1), Some(Kind::Word | Kind::Number));
        self.is_word(at, &verbs) && (last || self.is_word(at + 1, &["with", "by", "thus", "as", "so", "on", "like"]))
    }

    /// Whether the verb at `verb` is that of a relative clause between commas which ends before `at`: `the strike, which Ann Lee
    /// called “…”, was “…”`.
    pub fn is_in_aside(&self, verb: usize, at: usize, from: usize) -> bool {
        let Some(comma) = (from..verb).rev().find(|&i| self.kind(i) == Some(Kind::Comma)) else { return false };
        let is_finite = |i: usize| i < at && (self.is(i, Classes::AUX.or(Classes::VERB)) || self.is_verb(i));
        let closes = |i: usize| match self.kind(i) {
            Some(Kind::Comma) => true,
            Some(Kind::Quote(run)) => self.all.text_of(run).ends_with(','),
            _ => false,
        };
        let is_relative = self.is_word(comma + 1, &["which", "who", "whose", "whom"]);
        // `According to the Post, which cited two guards, the plan was “…”`
        let is_according = (from..comma).any(|i| self.is_word(i, &["according"]));
        if is_relative && is_according && (verb + 1..at).any(|i| self.kind(i) == Some(Kind::Comma)) {
            return true;
        }
        is_relative && (verb + 1..at).any(|i| closes(i) && is_finite(i + 1))
    }

    /// The end of the words before `at` that belong to the verb there: adverbs and auxiliaries.
    pub fn before_verb(&self, at: usize, from: usize) -> usize {
        let mut i = at;
        // `has long called`
        let is_long = |i: usize| i > from && self.is_word(i, &["long"]) && self.is(i - 1, Classes::AUX);
        let is_part = |i: usize| self.is(i, Classes::ADVERB.or(Classes::AUX)) && !self.is_name_word(i) || is_long(i);
        while i > from && is_part(i - 1) {
            i -= 1;
        }
        i
    }

    /// Whether a verb is passive: `was told`, `has been called`.
    pub fn is_passive(&self, verb: usize, from: usize) -> bool {
        if self.is(verb, Classes::SAYING) || self.is(verb, Classes::SAY) && !self.is(verb, Classes::SAYS) {
            return false;
        }
        let start = self.before_verb(verb, from);
        let be = ["is", "are", "was", "were", "be", "been", "being"];
        (start..verb).any(|i| self.is_word(i, &be)) && !self.is_word(verb, &["say", "says"])
    }

    /// Whether a verb is a participle that says where a text has something: `the habit noted earlier for ships`, not `Ann Lee
    /// noted earlier that`.
    fn is_mentioned_before(&self, verb: usize) -> bool {
        let noun = verb.wrapping_sub(1);
        let somebody = Classes::ROLE.or(Classes::BODY).or(Classes::PRONOUN).or(Classes::RELATIVE);
        let is_thing = self.kind(noun) == Some(Kind::Word) && !self.is(noun, somebody) && !self.is_name_word(noun);
        let is_there =
            self.is_word(verb + 1, &["earlier", "before", "above", "below", "previously", "here", "already"]);
        let goes_on = self.kind(verb + 2) == Some(Kind::Word) && !self.is_word(verb + 2, &["that"]);
        is_thing && is_there && goes_on && self.word(verb).ends_with("ed")
    }

    /// The nearest article or the like before a noun, a few words away at most; the noun itself if there is none.
    fn article_before(&self, noun: usize) -> usize {
        const NEAR: usize = 4;
        (0..noun).rev().take(NEAR).find(|&at| self.is(at, Classes::DET)).unwrap_or(noun)
    }

    /// Whether a verb is a participle that says who quoted something: `a report cited by Ann Lee`.
    pub fn is_reduced_passive(&self, verb: usize) -> bool {
        let behind_noun = verb.checked_sub(1).is_some_and(|before| !self.is(before, Classes::AUX.or(Classes::ADVERB)));
        if behind_noun && self.is_mentioned_before(verb) {
            return true;
        }
        // `a quiet woman called Ann Lee`
        let is_called = behind_noun && self.is_word(verb, &["called", "named"]) && self.is_name_word(verb + 1);
        if is_called && self.is(verb - 1, Classes::ROLE) && self.is_word(self.article_before(verb - 1), &["a", "an"]) {
            return true;
        }
        let by = self.is_word(verb + 1, &["by"]) || self.is_word(verb + 1, &["in"]) && self.is(verb + 2, Classes::DET);
        behind_noun
            && by
            && self.is_word(
                verb,
                &["quoted", "cited", "reported", "mentioned", "referred", "repeated", "written", "coined"],
            )
    }
}
