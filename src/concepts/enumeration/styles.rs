//! By which words each language lists things.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words of a language.
pub(super) struct Style {
    /// Frequent words by which a passage is told to be in it.
    frequent: &'static str,
    /// What a list stands behind, the surest first.
    pub introductions: &'static [&'static str],
    /// What it stands behind where the name says how many there are: `the four freedoms of …`, `the two principles are …`.
    pub counted: &'static [&'static str],
    /// The verb that may follow such an `of` before the list begins.
    pub copulas: &'static [&'static str],
    /// How the next sentence goes on with the list.
    pub carrying: &'static [&'static str],
    /// What begins a pair that belongs together.
    pub pairing: &'static [&'static str],
    /// What says what is no part.
    pub denials: &'static [&'static str],
    /// What joins the last item to those before it, and what gives a choice.
    pub and: &'static [&'static str],
    pub or: &'static [&'static str],
    /// What says that an item has something, and the articles by which it is told what an `and` behind it joins.
    pub with: &'static str,
    pub articles: &'static [&'static str],
    /// `first, `.
    pub ordinals: &'static [&'static str],
}

impl Style {
    /// Whether these are the words of English.
    pub fn is_english(&self) -> bool {
        std::ptr::eq(self, &ALL[0])
    }
}

/// The language that a passage is in, as far as these words tell; English where nothing does.
pub(super) fn style_of(passage: &str) -> &'static Style {
    let mut counts = [0usize; ALL.len()];
    for word in passage.split(|c: char| !c.is_alphanumeric()) {
        let languages = FREQUENT.get(word).copied().unwrap_or_default();
        counts.iter_mut().enumerate().for_each(|(number, count)| *count += usize::from(languages >> number & 1));
    }
    // Of two with as many the first.
    (0..ALL.len()).rev().max_by_key(|&number| counts[number]).map_or(&ALL[0], |number| &ALL[number])
}

/// The languages in which a word is frequent, one bit each.
static FREQUENT: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut all: FxHashMap<&str, u8> = FxHashMap::default();
    for (number, style) in ALL.iter().enumerate() {
        style.frequent.split(' ').for_each(|word| *all.entry(word).or_default() |= 1 << number);
    }
    all
});

static ALL: [Style; 7] = [
    // English
    Style {
        frequent: "the of a an and to in is are that for with as by which its include includes",
        introductions: &[
            "include the following:",
            "includes the following:",
            "as follows:",
            "the following:",
            "namely:",
            "namely,",
            "namely",
            "that is:",
            "that is,",
            "i.e.,",
            "i.e.",
            "which include",
            "which includes",
            "includes",
            "include",
            "comprises",
            "comprise",
            "consists of",
            "consist of",
            "made up of",
            "composed of",
            "refers to",
            "refer to",
            "are:",
            ":",
        ],
        counted: &[" of ", " are "],
        copulas: &[" are ", " were "],
        carrying: &["They are ", "These are ", "They were ", "These were "],
        pairing: &["both ", "either ", "neither ", "whether ", "with "],
        denials: &["not include", "not comprise", "n't include", "n’t include", "excludes", "excluding"],
        and: &[" and "],
        or: &[" or "],
        with: " with ",
        articles: &["a", "an", "the", "its", "their", "one", "each", "every"],
        ordinals: &[
            "first, ",
            "second, ",
            "third, ",
            "fourth, ",
            "fifth, ",
            "sixth, ",
            "firstly, ",
            "secondly, ",
            "thirdly, ",
            "finally, ",
        ],
    },
    // German
    Style {
        frequent: "der die das den dem des und ist sind von zu im in mit auf für sich als ein eine",
        introductions: &[
            "folgende:",
            "wie folgt:",
            "nämlich:",
            "nämlich",
            "das heißt",
            "d. h.",
            "d.h.",
            "besteht aus",
            "bestehen aus",
            "setzt sich zusammen aus",
            "setzen sich zusammen aus",
            "umfassen",
            "umfasst",
            "beinhaltet",
            "beinhalten",
            "gehören",
            "zählen",
            "gliedert sich in",
            "sind:",
            ":",
        ],
        counted: &[" sind ", " waren ", " – "],
        copulas: &[" sind ", " waren "],
        carrying: &["Sie sind ", "Es sind ", "Dies sind ", "Das sind ", "Es waren "],
        pairing: &["sowohl ", "weder ", "entweder ", "mit "],
        denials: &["nicht zu", "umfasst nicht", "umfassen nicht", "gehören nicht"],
        and: &[" und ", " sowie "],
        or: &[" oder "],
        with: " mit ",
        articles: &["ein", "eine", "einen", "einem", "einer", "der", "die", "das", "den", "dem", "des"],
        ordinals: &[
            "erstens ",
            "zweitens ",
            "drittens ",
            "viertens ",
            "fünftens ",
            "erstens, ",
            "zweitens, ",
            "drittens, ",
            "schließlich ",
        ],
    },
    // French
    Style {
        frequent: "le la les l et des du de d en un une est sont que qui dans pour par au aux",
        introductions: &[
            "les suivants :",
            "les suivantes :",
            "suivants :",
            "suivantes :",
            "à savoir :",
            "à savoir",
            "c'est-à-dire",
            "c’est-à-dire",
            "comprennent",
            "comprend",
            "se compose",
            "se composent",
            "regroupe",
            "regroupent",
            "englobe",
            "sont :",
            "sont:",
            ":",
        ],
        counted: &[" sont ", " étaient "],
        copulas: &[" sont ", " étaient "],
        carrying: &["Ce sont ", "Il s'agit ", "Il s’agit "],
        pairing: &["tant ", "soit ", "ni ", "avec "],
        denials: &["ne comprend pas", "ne comprennent pas", "à l'exclusion", "à l’exclusion"],
        and: &[" et ", " ainsi que "],
        or: &[" ou "],
        with: " avec ",
        articles: &["un", "une", "des", "le", "la", "les", "du", "de"],
        ordinals: &["premièrement, ", "deuxièmement, ", "troisièmement, ", "d'abord ", "ensuite ", "enfin, ", "enfin "],
    },
    // Spanish
    Style {
        frequent: "el la los las y de del en un una es son que se por para con al lo",
        introductions: &[
            "los siguientes:",
            "las siguientes:",
            "siguientes:",
            "a saber:",
            "a saber",
            "es decir",
            "comprenden",
            "comprende",
            "incluyen",
            "incluye",
            "abarca",
            "consta de",
            "constan de",
            "se compone de",
            "se componen de",
            "son:",
            ":",
        ],
        counted: &[" son ", " eran "],
        copulas: &[" son ", " eran "],
        carrying: &["Son ", "Estos son ", "Estas son ", "Se trata de "],
        pairing: &["tanto ", "ni ", "con "],
        denials: &["no incluye", "no incluyen", "no comprende", "excluye"],
        and: &[" y ", " e ", " así como "],
        or: &[" o ", " u "],
        with: " con ",
        articles: &["un", "una", "el", "la", "los", "las"],
        ordinals: &["primero, ", "segundo, ", "tercero, ", "por último, ", "finalmente, "],
    },
    // Italian
    Style {
        frequent: "il lo la i gli le e di del della dei in un una è sono che si per con al",
        introductions: &[
            "i seguenti:",
            "le seguenti:",
            "seguenti:",
            "cioè:",
            "cioè",
            "ossia",
            "ovvero",
            "vale a dire",
            "comprendono",
            "comprende",
            "includono",
            "include",
            "si compone di",
            "si compongono di",
            "sono:",
            ":",
        ],
        counted: &[" sono ", " erano "],
        copulas: &[" sono ", " erano "],
        carrying: &["Sono ", "Si tratta di "],
        pairing: &["sia ", "né ", "con "],
        denials: &["non include", "non comprende", "esclude"],
        and: &[" e ", " ed ", " nonché "],
        or: &[" o ", " oppure "],
        with: " con ",
        articles: &["un", "una", "uno", "il", "lo", "la", "i", "gli", "le"],
        ordinals: &["in primo luogo ", "in secondo luogo ", "in terzo luogo ", "infine ", "infine, "],
    },
    // Portuguese
    Style {
        frequent: "o a os as e de do da dos das em um uma é são que se por para com ao no na",
        introductions: &[
            "os seguintes:",
            "as seguintes:",
            "seguintes:",
            "a saber:",
            "a saber",
            "isto é",
            "ou seja",
            "compreendem",
            "compreende",
            "incluem",
            "inclui",
            "abrange",
            "compõe-se de",
            "são:",
            ":",
        ],
        counted: &[" são ", " eram "],
        copulas: &[" são ", " eram "],
        carrying: &["São ", "Trata-se de "],
        pairing: &["tanto ", "nem ", "com "],
        denials: &["não inclui", "não compreende", "exclui"],
        and: &[" e ", " bem como "],
        or: &[" ou "],
        with: " com ",
        articles: &["um", "uma", "o", "a", "os", "as"],
        ordinals: &["primeiro, ", "segundo, ", "terceiro, ", "por fim, ", "finalmente, "],
    },
    // Russian
    Style {
        frequent: "и в во на не что с по из к для это от как о при",
        introductions: &[
            "следующие:",
            "а именно:",
            "а именно",
            "то есть",
            "т. е.",
            "включает в себя",
            "включают в себя",
            "включает",
            "включают",
            "состоит из",
            "состоят из",
            "относятся",
            ":",
        ],
        counted: &[" — это ", " — ", " – "],
        copulas: &[],
        carrying: &["Это ", "Ими являются "],
        pairing: &["как ", "ни ", "с "],
        denials: &["не включает", "не включают", "не относятся"],
        and: &[" и ", " а также "],
        or: &[" или "],
        with: " с ",
        articles: &[],
        ordinals: &["во-первых, ", "во-вторых, ", "в-третьих, ", "наконец, "],
    },
];
