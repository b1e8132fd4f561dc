//! Which words of English are no names of things: the closed classes, common verbs, and the nouns and adjectives that need
//! something beside them to name anything. A word that is not listed is taken for a noun or an adjective, unless its
//! neighbours say that it is a verb.

use crate::text::key;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What part a word can have in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// `the`, `its`, `each`: a phrase begins behind it.
    Determiner,
    /// `other`, `same`, `such`: as a determiner, but never in a name.
    Quantifier,
    /// `of` and `for`, which join the parts of a name.
    Of,
    /// `to`.
    To,
    /// Any other preposition.
    Preposition,
    /// `and`, `or`.
    And,
    /// `we`, `it`, `who`: a verb follows.
    Subject,
    /// `is`, `was`.
    Be,
    /// `must`, `can`, `have`.
    Auxiliary,
    /// A common verb.
    Verb,
    /// A common verb that is as common as a noun: its neighbours decide.
    Either,
    /// `very`, `also`, and what ends in `-ly`.
    Adverb,
    /// A numeral.
    Number,
    /// What ends any phrase.
    Stop,
    /// An adjective of praise or size, which names nothing.
    Weak,
    /// A noun that says what kind of idea it is: `principle`.
    Cue,
    /// A noun before a person's name: `President`.
    Rank,
    /// Any other word.
    Content,
}

/// Endings that only verbs have.
const VERBAL: [&str; 4] = ["ize", "izes", "ify", "ifies"];

/// Nouns that say what kind of idea a thing is.
const CUES: &str = "principle policy concept idea ideal initiative strategy doctrine theory notion thesis \
    guideline thinking thought approach norm value rule law right duty obligation plan programme program campaign \
    system mechanism framework model method objective goal aim purpose task mission vision vision theme slogan motto \
    spirit term word phrase expression name title label category class type form kind principle-based proposal project \
    agenda reform movement tradition philosophy ideology school test standard criterion axiom postulate theorem \
    hypothesis law paradox problem effect protocol algorithm architecture property attribute role procedure process";

/// What is done for or against an idea.
const ADVOCACY: &str = "promote uphold advocate oppose build pursue establish safeguard strengthen realize realise defend \
    protect achieve maintain preserve secure foster support reject abolish enforce adopt encourage develop practice \
    follow observe respect implement fight resist upheld built sought fought kept withstood";

static ADVOCATES: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| ADVOCACY.split_whitespace().map(|base| key(root(base))).collect());

/// Whether a word, given by its root, says that something is done for or against an idea.
pub(super) fn is_advocacy(root: u64) -> bool {
    ADVOCATES.contains(&root)
}

/// Articles and the like.
pub const DETERMINERS: &str =
    "the a an this that these those its their our his her my your whose each every no another";
const QUANTIFIERS: &str = "all some any both either neither such other many several few much more most various certain \
    own same whole entire numerous countless further different respective particular rest lot lots number majority \
    dozens hundreds thousands millions billions next last previous former latter following above below additional \
    less least only just even";
const PREPOSITIONS: &str = "in on at by with from into onto upon between among amongst against through throughout during \
    before after since under over within without toward towards via per about across along around behind beside besides \
    beyond despite except inside outside near off out up down above below amid amidst concerning regarding including \
    like unlike until till versus than as beneath underneath alongside aboard notwithstanding pending plus minus featuring \
    comprising involving";
const SUBJECTS: &str = "i you he she it we they who which what whoever whatever there one someone anyone everyone nobody \
    nothing something anything everything everybody somebody himself herself itself themselves ourselves yourself \
    myself whom me him us them others mine ours theirs hers yours ones";
const BE: &str = "is are was were be been being am isn't aren't wasn't weren't";
const AUXILIARIES: &str = "has have had having do does did doing done will would shall should can could may might must \
    cannot ought need needs needed let lets don't doesn't didn't won't can't couldn't shouldn't wouldn't hasn't haven't \
    hadn't it's he's she's i'd you'd he'd she'd we'd they'd it'd it'll he'll she'll you'll they'll you're we're they're i'm i've we've they've you've i'll we'll";
const STOPS: &str = "because if when while where although though whether unless whereas so but yet nor how why that then \
    thus hence therefore however moreover furthermore otherwise meanwhile namely etc e.g i.e vs let's once lest \
    yes ok oh well please thereby whereby herein thereof therein thereto hereby wherein away together apart due \
    according owing regardless instead rather else able unable likely unlikely sure ago alone back forth there's that's \
    what's here today tomorrow yesterday tonight anew abroad forward forwards onward inasmuch insofar";
const ADVERBS: &str = "not very also too never always ever still already again quite almost often soon now perhaps \
    maybe indeed nevertheless nonetheless first firstly second secondly third thirdly fourthly finally far much long \
    later earlier longer sometimes seldom hardly simply merely especially particularly mainly mostly partly fully truly \
    really highly further better worse best worst hereafter hereinafter henceforth";
const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion";
const WEAK: &str = "important great good bad big small large little high low new old major minor serious significant \
    considerable active full main key clear strong weak broad wide deep extensive extremely tremendous enormous huge \
    special general recent current present future past early late possible necessary useful effective successful \
    real true actual proper appropriate correct right wrong vigorous resolute firm profound remarkable notable \
    outstanding excellent valuable severe grave urgent pressing essential vital crucial critical central overall \
    relevant related similar available ready easy hard difficult simple complex complete total sufficient adequate \
    enough favorable favourable positive negative smaller larger shorter bigger simpler easier";
/// Nouns that name nothing by themselves either.
const VAGUE: &str = "thing way part side case fact point matter time year day month week \
    today end result example instance reason kind sort lot bit place moment manner degree extent respect regard \
    aspect basis light view course terms people man men person country nation world government state";
/// Words that stand before the names of persons.
pub const RANKS: &str = "president premier chairman chairwoman chair minister secretary general senator representative \
    governor king queen prince princess emperor pope bishop professor doctor judge justice ambassador director \
    chancellor captain colonel major marshal admiral comrade sir lord lady saint mayor congressman congresswoman \
    commissioner deputy vice speaker leader mr mrs ms dr prof engineer physicist historian economist biologist novelist \
    philosopher journalist geologist treasurer archbishop rabbi duke baron lieutenant sergeant commander \
    inspector detective superintendent sheriff councillor envoy";
/// Those of them that end in a point.
const TITLES: &str = "mr mrs ms dr prof";

/// Folded words, one space apart, as a set of their keys.
pub(super) fn set(words: &str) -> FxHashSet<u64> {
    words.split_whitespace().map(key).collect()
}

static SHORT_TITLES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(TITLES));

/// Whether a folded word, of which `hash` is the [`key`], is a title that is written with a point behind it.
pub(super) fn is_title(hash: u64) -> bool {
    SHORT_TITLES.contains(&hash)
}

/// Months and days.
const CALENDAR: &str = "january february march april june july august september october november december monday tuesday \
    wednesday thursday friday saturday sunday";

static DATES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(CALENDAR));

/// Whether a folded word, of which `hash` is the [`key`], names a month or a day of the week.
pub fn is_calendar(hash: u64) -> bool {
    DATES.contains(&hash)
}

static VAGUE_NOUNS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| set(VAGUE));

/// Whether a folded word, of which `hash` is the [`key`], is a noun that names nothing by itself.
pub(super) fn is_vague(hash: u64) -> bool {
    VAGUE_NOUNS.contains(&hash)
}

/// Verbs that are hardly ever nouns, in their first form.
const VERBS: &str = "achieve adopt advance advocate abide accelerate accept accommodate accord accuse acknowledge acquire \
    adapt add address adhere adjust admit advise affect affirm agree align allow announce answer apply appear appreciate \
    approve argue arise arrive ask assert assess assist assume attain attempt attend attract avoid become begin believe \
    belong besiege bring broaden build calculate call carry cause celebrate characterize choose cite claim clarify \
    collect combine come commit communicate compare complete comply comprise conceive conform conclude conduct confirm confront \
    consider consist consolidate constitute construct contain continue contribute convene convince coordinate correct \
    create cultivate declare decide decrease deepen defeat defend define deliver demonstrate deny depend derive describe \
    deserve destroy determine develop devote differ disappear discover discuss display distinguish divide draw earn \
    educate elect eliminate embrace emerge emphasize emphasise employ enable encounter encourage endeavor endorse enhance \
    enjoy enlarge enrich ensure enter entail envisage establish evaluate evolve examine exceed exclude exist expand \
    expect explain explore expose express extend face facilitate fail fall feel find flourish focus follow forge forget \
    form formulate foster free fulfill fulfil gain generate get give go govern grow guarantee handle happen hear help \
    highlight hold hope identify ignore illustrate imagine implement imply import impose improve include incorporate increase \
    indicate inform inherit initiate insist install inspire integrate intend intensify interact interfere interpret \
    introduce invade invest invite involve join judge justify keep know lack launch lay learn leave lift listen live lose \
    love maintain make manage meet mention modify navigate negotiate obey observe obtain occupy occur offer open operate \
    oppose organize organise originate overcome oversee participate pass pay perform permit persist persuade play possess \
    practice practise prefer prepare present preserve prevail prevent proceed proclaim produce prohibit promote pronounce \
    propose prosper protect prove provide publish pursue push put quote raise reach react read realize realise rebuild \
    receive recognize recognise recommend reconcile reduce refer reflect refuse regard reiterate reject relate relinquish \
    rely remain remember remove render renounce replace reply represent require resist resolve respond restore restrict \
    retain reveal revise rise run safeguard satisfy save say seek see seem seize select send serve set settle share shift \
    show solve speak specify spend spread stand start state stay stem stipulate strengthen stress strive submit succeed \
    suffer suggest summarize supplement support suppose surpass survive sustain take talk teach tell tend think tolerate \
    touch transcend transform translate treat try turn undergo undermine understand undertake unfold unify unite uphold \
    urge use utilize vary violate visit want warn watch welcome win wish withdraw withhold witness write yield \
    ought amount entitle entail denote designate signify mean invoke return require specify allocate assign authorize \
    authorise compute connect consume convert decode decompose delegate delete detect discourage emit encode encrypt \
    execute expire inspect iterate manipulate maximize minimize notify regulate retrieve revoke simplify terminate \
    transmit validate verify";
/// Verbs that are nouns as often.
const EITHER: &str = "act aim approach attack attempt balance benefit base block call care cause challenge change claim \
    comment conflict contact control cooperate cost cover cut damage deal debate delay demand design desire display doubt \
    dream effect end exchange exercise experience face fight focus force form function fund grant guide help hope impact \
    increase influence interest issue judge lack land launch lead light limit link list look love mark match matter meet \
    move name need note object offer open order pact part pass pay place plan play point practice present press progress \
    project promise question race range rate reach record reform register regard release report request rest result \
    return review right rise risk root rule run search sense serve share show sound source stand start state step stop \
    stress strike struggle study supply support talk target tax test threat touch trade transfer transport travel treat \
    trust turn use value view visit vote walk war watch win wish work worry store track load";

/// The irregular forms of verbs.
const FORMS: &str = "said says made took taken gave given came went gone saw seen knew known thought got brought began \
    begun kept held wrote written stood heard let meant set met ran paid sat spoke spoken lay led read grew grown lost \
    fell fallen sent built understood drew drawn broke broken spent cut rose risen drove driven bought wore chose chosen \
    won sought told found left felt put became showed shown laid stressed fought taught caught dealt arose arisen \
    died born termed dubbed underwent undertook forgot withdrew withdrawn overcame upheld";

static CLASSES: LazyLock<FxHashMap<u64, Class>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    let mut add = |class: Class, words: &str| {
        for word in words.split_whitespace() {
            all.entry(key(word)).or_insert(class);
        }
    };
    add(Class::Of, "of for");
    add(Class::To, "to");
    add(Class::And, "and or &");
    add(Class::Be, BE);
    add(Class::Determiner, DETERMINERS);
    add(Class::Auxiliary, AUXILIARIES);
    add(Class::Number, NUMBERS);
    add(Class::Subject, SUBJECTS);
    add(Class::Stop, STOPS);
    add(Class::Quantifier, QUANTIFIERS);
    add(Class::Preposition, PREPOSITIONS);
    add(Class::Adverb, ADVERBS);
    add(Class::Cue, CUES);
    let plurals = CUES.split_whitespace().map(|cue| match cue.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{cue}s"),
    });
    // `plans` and `aims` are verbs as often.
    let nouns = plurals.filter(|plural| !is_form_of_verb(key(root(plural))));
    add(Class::Cue, &nouns.collect::<Vec<String>>().join(" "));
    add(Class::Rank, RANKS);
    add(Class::Weak, WEAK);
    add(Class::Weak, VAGUE);
    add(Class::Verb, FORMS);
    for (class, bases) in [(Class::Either, EITHER), (Class::Verb, VERBS)] {
        for base in bases.split_whitespace() {
            let (stem, y) = (base.trim_end_matches('e'), base.strip_suffix('y'));
            add(class, base);
            match y.filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
                Some(stem) => add(class, &format!("{stem}ies {stem}ied")),
                None if base.ends_with(['s', 'x', 'h', 'o']) => add(class, &format!("{base}es {stem}ed")),
                None => add(class, &format!("{base}s {stem}ed {stem}{}ed", last_letter(base))),
            }
        }
    }
    all
});

/// The bases of verbs, by their [`root`].
static ROOTS: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| VERBS.split_whitespace().chain(EITHER.split_whitespace()).map(|base| key(root(base))).collect());

fn last_letter(word: &str) -> &str {
    &word[word.len() - 1..]
}

/// The class of a folded word, of which `hash` is the [`key`].
pub(super) fn class(hash: u64, folded: &str) -> Class {
    if let Some(&class) = CLASSES.get(&hash) {
        return class;
    }
    let bytes = folded.as_bytes();
    if bytes[0].is_ascii_digit() {
        Class::Number
    } else if bytes.len() > 4 && folded.ends_with("ly") && !is_noun_in_ly(folded) {
        Class::Adverb
    } else if bytes.len() > 6 && VERBAL.iter().any(|ending| folded.ends_with(ending)) {
        Class::Verb
    } else {
        Class::Content
    }
}

/// Whether a folded word, of which `hash` is the [`key`], says in what manner something is so, and may belong to a name:
/// `mutually`, but not `very` or `really`.
pub(super) fn is_manner(hash: u64, folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ly") && !CLASSES.contains_key(&hash) && !is_noun_in_ly(folded)
}

fn is_noun_in_ly(folded: &str) -> bool {
    [
        "family",
        "assembly",
        "supply",
        "monopoly",
        "ally",
        "anomaly",
        "italy",
        "friendly",
        "neighborly",
        "neighbourly",
        "orderly",
        "daily",
        "yearly",
        "elderly",
        "early",
    ]
    .contains(&folded)
}

/// Whether a word, given by its root, is a form of a common verb.
pub(super) fn is_form_of_verb(root: u64) -> bool {
    ROOTS.contains(&root)
}

/// Whether a folded word is an article or the like.
pub fn is_determiner(folded: &str) -> bool {
    matches!(CLASSES.get(&key(folded)), Some(Class::Determiner))
}

/// Whether a folded word is an adjective of praise or size, or a noun that names nothing by itself.
pub fn is_praise(folded: &str) -> bool {
    matches!(CLASSES.get(&key(folded)), Some(Class::Weak))
}

/// Whether a folded word stands before the names of persons: `president`.
pub fn is_rank(folded: &str) -> bool {
    matches!(CLASSES.get(&key(folded)), Some(Class::Rank))
}

/// Whether a folded word is the first form of a common verb.
pub fn is_verb(folded: &str) -> bool {
    matches!(CLASSES.get(&key(folded)), Some(Class::Verb | Class::Either)) && ROOTS.contains(&key(root(folded)))
}

/// Whether a folded word may be one of a name: a noun or an adjective, as far as its form tells.
pub fn may_be_in_name(folded: &str) -> bool {
    !folded.is_empty()
        && matches!(class(key(folded), folded), Class::Content | Class::Weak | Class::Cue | Class::Either | Class::Rank)
}

/// Whether a folded word is a noun or an adjective, and no verb.
pub fn is_nominal(folded: &str) -> bool {
    may_be_in_name(folded) && class(key(folded), folded) != Class::Either
}

/// What a word keeps in all forms of its verb: `oppos` of *oppose*, *opposes*, *opposed* and *opposing*.
pub fn root(folded: &str) -> &str {
    let word = folded.strip_suffix("'s").unwrap_or(folded);
    if word.len() <= 4 || !word.is_ascii() {
        return word.strip_suffix('e').unwrap_or(word);
    }
    let cut = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() >= 3);
    let base = cut("ing").or_else(|| cut("ied")).or_else(|| cut("ies")).or_else(|| cut("ed")).or_else(|| {
        let plural = cut("s").filter(|stem| !stem.ends_with(['s', 'u', 'i']));
        plural.map(|stem| stem.strip_suffix('e').unwrap_or(stem))
    });
    let base = base.unwrap_or_else(|| word.strip_suffix(['e', 'y']).unwrap_or(word));
    let base = base.strip_suffix(['e', 'y']).unwrap_or(base);
    match base.as_bytes() {
        [.., a, b] if a == b && !b"sl".contains(b) && base.len() > 3 => &base[..base.len() - 1],
        _ => base,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_verb_have_one_root() {
        for forms in [
            ["oppose", "opposes", "opposed", "opposing"],
            ["plan", "plans", "planned", "planning"],
            ["carry", "carries", "carried", "carrying"],
            ["establish", "establishes", "established", "establishing"],
        ] {
            assert!(forms.windows(2).all(|pair| root(pair[0]) == root(pair[1])), "{forms:?}");
        }
    }

    #[test]
    fn words_have_the_class_that_their_form_tells() {
        let class = |word: &str| class(key(word), word);
        assert_eq!(class("steadfastly"), Class::Adverb);
        assert_eq!(class("1955"), Class::Number);
        assert_eq!(class("planned"), Class::Either);
        assert_eq!(class("upheld"), Class::Verb);
        assert_eq!(class("turbine"), Class::Content);
    }
}
