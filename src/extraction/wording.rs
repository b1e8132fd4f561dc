//! The words by which sentences say what something is.

use super::lexicon::{root, set};
use super::pattern::Pattern;
use crate::text::{irregular_forms, key, number_word};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Verbs behind which stands what their subject is.
const MEANS: &str = "means denotes signifies designates mean denote refers refer";
const INCLUSION: &str = "includes include comprises comprise consists consist contains embraces encompasses covers";
const PURPOSE: &str = "aims aim seeks calls requires require demands stipulates stipulate stipulated advocates upholds \
    embodies reflects represents constitutes provides holds stresses emphasizes emphasises insists guarantees ensures \
    promotes prescribes prohibits forbids focuses rests enables allows permits";
/// Verbs by which somebody brings something up.
const INTRODUCES: &str = "forward proposed proposes advocated advocates advocate established initiated introduced \
    formulated adopted launched coined announced declared called created founded developed pioneered conceived devised \
    invented defined proclaimed promulgated determined";
/// Verbs behind whose preposition stands what somebody does or does not do: `adheres to`, `takes part in`.
const KEEPS: &str = "adhere abide insist participate engage believe commit contribute fight strive rely call oppose \
    respond work stand struggle act object result lead";
/// Verbs behind whose `about` stands what they are about.
const TELLS: &str = "talk speak spoke write wrote tell told";
/// Verbs behind whose `as` stands what their object is.
const TAKES: &str = "regard regarded regards identify identified define defined consider considered treat treated \
    recognize recognized recognise recognised serve served serves see seen view viewed describe described take took \
    establish established adopt adopted made make know known";
/// Verbs before which stands what is so.
const BECOMES: &str = "is are was were became become becomes remain remains remained constitutes constitute forms form";
/// Verbs behind a person's name.
const SPEAKS: &str = "said says stressed emphasized emphasised declared pointed noted added told wrote argued stated \
    proposed announced remarked warned explained delivered presided attended visited met addressed recalled replied \
    put believed";
/// Words that lead to a clause of its own.
const LEADS: &str = "because if when while where although though whether unless whereas so but yet since";
/// What is said of something by naming this of it.
const ESSENCES: &str = "essence core goal aim purpose objective content meaning heart idea spirit key basis foundation \
    nature substance task significance feature characteristic origin point principle target definition element result \
    role function";
const PASSIVE: &str = "defined understood described characterized characterised";
const CLAIMS: &str = "principle policy idea ideal doctrine theory notion thesis guideline norm rule law right duty obligation axiom \
    postulate theorem hypothesis philosophy concept thought term paradox view slogan motto";
const WEAK_PASSIVE: &str = "considered regarded seen known";
/// Words behind which stands what something is called, those that call it so first.
const NAMES: &str = "called named termed dubbed coined";
const CALLS: &str = "call calls term name";
/// Nouns behind which stands a name.
const NAMING_NOUNS: &str = "term word phrase expression name acronym abbreviation";
/// What such a name does with what it means.
const DENOTES_IT: &str = "means denotes signifies designates describes refers covers expresses";
/// Verbs behind whose `as` stands what their subject is.
const SERVES: &str = "serves acts functions serve act function";
/// Pronouns that stand for what something is, if a clause follows that says which.
const INDEFINITE: &str = "something anything everything someone somebody anyone anybody everyone";
/// How often something is so that is not always so.
const AT_TIMES: &str = "often sometimes usually frequently occasionally typically generally commonly";
/// What a name is borne or given with: `bears the name of …`.
const BEARS: &str = "bears bear bore given gives gave carries";
/// Quantifiers that begin what a name between marks means: `“Tolls” are certain dues …`.
const SOME_OF_A_KIND: &str = "all either certain those such some any";
/// The same with the clause behind them.
const WHOEVERS: &str = "whoever whatever whichever whomever";
/// What is done with a whole when its parts are told: `can be classified into …`.
const DIVIDES: &str = "classified divided subdivided split grouped categorized categorised";
/// Verbs by which a text says what something is made for or of, before a determiner.
const HANDBOOK: &str = "forms form defines define summarizes summarize summarises summarise";
/// What stands for something that the sentence before it names.
const ANAPHORA: &str = "this these it they he she those";
/// Participles behind whose `as` stands a name.
const NAMED: &str = "known designated labelled labeled spoken";
/// Words that open a condition, or ask whether something is so.
const CONDITION_WORDS: &str = "if when whenever whether unless until";
/// What a name of something is said to be behind `the term`: `the term for this loan is …`.
const NAMED_FOR: &str = "for of given used applied";
const DEFINES: &str = "define defines defined understand understands understood construed";

pub(super) static VERBS: LazyLock<FxHashMap<u64, Pattern>> = LazyLock::new(|| {
    let lists = [(MEANS, Pattern::Means), (INCLUSION, Pattern::Includes), (PURPOSE, Pattern::Purpose)];
    lists.iter().flat_map(|(words, pattern)| words.split_whitespace().map(|word| (key(word), *pattern))).collect()
});
pub(super) static LEADING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(LEADS));
pub(super) static KEEPING: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| KEEPS.split_whitespace().map(|word| key(root(word))).collect());
pub(super) static TELLING: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| TELLS.split_whitespace().map(|word| key(root(word))).collect());
/// Numerals of few, and how many they say.
pub(super) static FEW: LazyLock<FxHashMap<u64, usize>> = LazyLock::new(|| {
    let words = (2..=10).filter_map(|number| Some((key(&number_word(number)?), number as usize)));
    let digits = (2..=10).map(|number: usize| (key(&number.to_string()), number));
    words.chain(digits).collect()
});
pub(super) static SPEAKING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(SPEAKS));
pub(super) static TAKING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(TAKES));
pub(super) static BECOMING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(BECOMES));
pub(super) static PASSIVES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(PASSIVE));
/// Verbs that say what is in something, be it a part of it or not.
pub(super) static CONTAINING: LazyLock<[u64; 4]> =
    LazyLock::new(|| ["includes", "include", "contains", "covers"].map(key));
/// Words by which what is meant or included is all of a kind.
pub(super) static DELIMITING: LazyLock<[u64; 5]> = LazyLock::new(|| ["any", "all", "every", "each", "both"].map(key));
pub(super) static CHARACTERISED: LazyLock<[u64; 2]> = LazyLock::new(|| ["characterised", "characterized"].map(key));
/// Nouns that say something, behind whose `that` it stands.
pub(super) static CLAIMING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(CLAIMS));
pub(super) static WEAK_PASSIVES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(WEAK_PASSIVE));
pub(super) static MEANING: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| ["mean", "meant", "means"].map(key).into_iter().collect());
pub(super) static CALLING: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| CALLS.split_whitespace().chain(NAMES.split_whitespace()).map(key).collect());
pub(super) static CALLED: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(NAMES));
pub(super) static NAMING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(NAMING_NOUNS));
pub(super) static DENOTING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(DENOTES_IT));
pub(super) static SERVING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(SERVES));
pub(super) static INDEFINITES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(INDEFINITE));
pub(super) static OFTEN: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(AT_TIMES));
pub(super) static BEARING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(BEARS));
pub(super) static SOME_KIND: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(SOME_OF_A_KIND));
pub(super) static WHOEVER_IT_IS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(WHOEVERS));
/// Past forms and participles that follow no rule.
pub(super) static PASTS: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| irregular_forms().map(|(_, form)| key(form)).collect());
pub(super) static REFERRING: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| ["refer", "refers"].map(key).into_iter().collect());
pub(super) static DIVIDING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(DIVIDES));
pub(super) static TELLING_OF: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(HANDBOOK));
pub(super) static DEFINING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(DEFINES));
pub(super) static ANAPHORIC: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(ANAPHORA));
pub(super) static NAMED_AS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(NAMED));
pub(super) static CONDITIONS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(CONDITION_WORDS));
pub(super) static TERM_FOR: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(NAMED_FOR));
/// Determiners of one thing that a text points at.
pub(super) static POINTING: LazyLock<[u64; 4]> = LazyLock::new(|| ["this", "that", "these", "those"].map(key));
pub(super) static ANAPHORIC_THINGS: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| ["it", "they"].map(key).into_iter().collect());
pub(super) static INTRODUCING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(INTRODUCES));
pub(super) static ASPECTS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(ESSENCES));

macro_rules! word {
    ($($name:ident = $word:literal;)*) => {$(
        pub(super) static $name: LazyLock<u64> = LazyLock::new(|| key($word));
    )*};
}
word! {
    NAMELY = "namely"; THAT = "that"; IS = "is"; ARE = "are"; WAS = "was"; WERE = "were"; AS = "as"; TERMS = "terms";
    IN = "in"; REGARDING = "regarding"; CONCERNING = "concerning"; WITH = "with"; REGARD = "regard"; REGARDS = "regards";
    RESPECT = "respect"; A = "a"; AN = "an"; THE = "the"; ONE = "one"; IT = "it"; THIS = "this"; THEY = "they"; WHICH = "which";
    I = "i"; E = "e"; BY = "by"; UNDER = "under"; SUCH = "such"; SINCE = "since"; FOLLOWS = "follows"; ABOUT = "about"; THERE = "there";
    WHAT = "what"; STANDS = "stands"; DENOTES = "denotes"; INCLUDES = "includes"; WHEN = "when"; WHERE = "where";
    OCCURS = "occurs"; WHO = "who"; HOW = "how"; WHY = "why"; WHETHER = "whether"; USED = "used"; NOT = "not"; ANY = "any"; STATES = "states"; SHOWS = "shows"; HAS = "has"; SEE = "see"; AT = "at"; ON = "on"; DURING = "during"; MEANING_NOUN = "meaning"; OTHER = "other"; BE_WORD = "be"; AMOUNTS = "amounts"; AMOUNTED = "amounted"; TO = "to"; FOR = "for";
    DESCRIBES = "describes"; INVOLVES = "involves"; ENTITLES = "entitles"; ENTAILS = "entails"; WORKS = "works"; MADE = "made"; UP = "up";
    COMPOSED = "composed"; INCLUDE = "include"; REFERRED = "referred"; INSTANCE = "instance"; HAVE = "have"; HAD = "had"; OR = "or"; SENSE = "sense"; RESTS = "rests"; SO = "so"; CALLED_SO = "called"; IF = "if"; FEATURING = "featuring"; COMPRISING = "comprising"; INTO = "into"; OF_WORD = "of"; PER = "per"; EXAMPLE = "example"; SHORT = "short"; EITHER = "either"; LOT = "lot"; OCCUR = "occur"; CALLS_IT = "calls"; HAPPENS = "happens"; HAPPEN = "happen"; LIKE = "like"; SIMILAR = "similar"; BEING = "being"; ALSO = "also"; KNOWN = "known"; EACH = "each"; ANOTHER = "another"; THOUGHT = "thought"; LET = "let"; WE = "we"; EVERY = "every"; ITS = "its"; THEIR = "their"; SAY = "say"; WITHOUT = "without"; THAN = "than"; MOST = "most"; LEAST = "least"; COULD = "could"; MUCH = "much"; WELL = "well"; FOLLOWING = "following"; FACT = "fact"; QUESTION = "question"; MORE = "more"; LESS = "less"; WHOM = "whom"; WHOSE = "whose"; THOSE = "those";
}
