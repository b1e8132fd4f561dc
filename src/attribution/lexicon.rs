//! The closed classes of English words that cues are made of: which verbs report speech, which nouns name people, bodies,
//! events and works. A word may belong to several classes; what it is in its place, the grammar around it says.

use super::verb_forms::{ing, past, third};
use crate::text::months;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The classes of a word, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Classes = Classes(1 << $bit);)*
        }
    };
}

classes! {
    /// `the`, `a`, `his`: opens a noun phrase.
    DET = 0;
    PREP = 1;
    /// A pronoun that can be the subject of a clause.
    PRONOUN = 2;
    AUX = 3;
    /// Opens or joins clauses.
    CONJ = 4;
    ADVERB = 5;
    /// A finite form of a verb that reports speech.
    SAYS = 6;
    /// A participle of one.
    SAYING = 7;
    /// Its base form.
    SAY = 8;
    /// A verb that reports speech only directly beside it: `smiled`, `thought`.
    SOFT = 9;
    /// A verb by which somebody brings something into the world: `proposed`, `coined`.
    COINS = 10;
    /// A noun for a person by what he or she does.
    ROLE = 11;
    /// A noun for a body of people, or for a document that speaks.
    BODY = 12;
    EVENT = 13;
    /// A noun for a work that has a title.
    WORK = 14;
    /// A noun for what has a name: `concept`, `policy`.
    NOTION = 15;
    /// Opens a relative clause.
    RELATIVE = 16;
    /// Stands before a person's name.
    TITLE = 17;
    MONTH = 18;
    WEEKDAY = 19;
    /// A noun for something said: `words`, `remark`.
    WORDS = 20;
    /// A form that is rather a noun: `claims`, `reports`.
    NOUNISH = 21;
    /// Somebody who is spoken to: `reporters`.
    HEARER = 22;
    /// `yesterday`, `today`.
    DAY = 23;
    /// The past of a verb that somebody calls something by: `called`, `dubbed`.
    CALLS = 24;
    MALE = 25;
    FEMALE = 26;
    /// The name of a country or a large place, which is nobody's name.
    PLACE = 27;
    /// Stands inside a name: `van`, `de`.
    PARTICLE = 28;
    /// A verb whose first object is the hearer: `told`, `asked`.
    TELLS = 29;
    /// Something else that a finite clause has: a verb that reports no speech.
    VERB = 30;
    /// A message with a form of its own, which words stand in: `letter`, `interview`, `tweet`.
    MESSAGE = 31;
    /// Opens a clause with a subject of its own: `while`, `when`.
    SUBORDINATOR = 32;
}

impl Classes {
    /// Whether it is of any class of `other`.
    pub fn is(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// What words begin with that are otherwise the same: `co-author`, `vice-chairman`.
const PREFIXES: [&str; 6] = ["co", "vice", "ex", "sub", "deputy", "then"];

/// The classes of a word, whatever its case.
pub(super) fn classes(word: &str) -> Classes {
    if word.len() > 20 {
        return Classes::default();
    }
    let is_prefix = |part: &str| PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(part));
    let mut found = listed(word);
    if found == Classes::default()
        && let Some((prefixes, rest)) = word.rsplit_once('-')
        && prefixes.split('-').all(is_prefix)
    {
        found = listed(rest);
    }
    let is_adverb = found == Classes::default() && word.len() > 4 && word.ends_with("ly");
    if is_adverb && word.starts_with(|c: char| c.is_lowercase()) { Classes::ADVERB } else { found }
}

/// The classes of a word as it stands in the lists.
fn listed(word: &str) -> Classes {
    let found = if word.bytes().any(|b| b.is_ascii_uppercase() || b == 0xE2) {
        WORDS.get(word.to_lowercase().replace('’', "'").as_str())
    } else {
        WORDS.get(word)
    };
    found.copied().unwrap_or_default()
}

/// Verbs that report speech; irregular ones as `base past`.
const REPORT: &str = "accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure \
    beg boast caution charge cite claim clarify comment complain concede conclude confess confide confirm contend continue counter cry \
    declare demand deny describe disclose elaborate emphasise emphasize exclaim explain express hint impart \
    implore inform inquire insist interject interrupt joke lament maintain mention mumble murmur mutter note object \
    observe opine order plead pledge point predict preach proclaim promise propose protest quip quote reaffirm reason recall \
    reckon recount reiterate remark remind repeat reply report respond restate retort reveal scoff scream shout shriek signal snap speculate \
    stammer state stress suggest summarise summarize surmise testify thunder tweet underline underscore urge utter venture voice volunteer vow \
    wail warn whisper wonder yell stipulate enquire notify enthuse grumble interpose rejoin allow attest \
    post text recommend instruct submit speak=spoke tell=told say=said write=wrote read=read swear=swore foretell=foretold stand";
/// Verbs by which somebody calls, praises or blames something in a few words.
const CALL: &str = "call dub label term brand characterise characterize denounce condemn dismiss hail praise criticise criticize blame describe \
    consider pronounce deride slam blast decry depict portray deem refer liken deplore applaud welcome tout";
/// Verbs by which somebody brings an idea into the world.
const COIN: &str =
    "propose coin advocate champion formulate introduce propound advance define invent popularise popularize put=put";
/// Verbs that report speech only beside it.
const BESIDE: &str = "smile laugh nod sigh grin frown shrug gasp think=thought chuckle sob growl bark groan hiss croak breathe giggle \
    sneer purr moan snarl muse reflect chime drawl bellow roar pant begin=began go sniff beam wince tease marvel gush prompt \
    pursue return believe fume remember email deadpan offer intone rule shoot=shot fire press snort grunt rasp holler cackle";

/// Forms of reporting verbs that are as often nouns.
const NOUNISH: &str = "claims reports comments notes states remarks answers demands calls questions charges promises \
    report claim comment note state remark answer demand call order orders reply replies cry cries points point pledge \
    pledges stress signals signal voice voices reasons reason quotes quote posts post texts text protest protests \
    shout shouts vow vows whisper whispers joke jokes offer offers rule rules fire fires email emails terms term labels label allows objects object counter brand brands blast stands stand welcome \
    mentions mention caution puts put references writing reading saying advance advances shrug nod sigh laugh smile press returns return";

const LISTS: &[(Classes, &str)] = &[
    (
        Classes::DET,
        "the a an his her its their our my your this that these those some one another each every no any several many most \
        two three four five six seven eight nine ten both all few former current ex-",
    ),
    (
        Classes::PREP,
        "of in on at by for from to with within without about against among amid amongst between during before \
        after since until till into onto upon over under above below near off through throughout across around behind beside \
        beyond despite toward towards via per like unlike including inside outside alongside ahead following regarding concerning as out",
    ),
    (
        Classes::PRONOUN,
        "he she it they we i you who somebody someone whoever whosoever i'd i'll i'm i've he'd he'll he's she'd she'll she's we'd we'll we're we've \
        they'd they'll they're they've you'd you'll you're you've it'd it'll it's that's there's here's let's theirs hers ours mine yours",
    ),
    (
        Classes::AUX,
        "is are was were be been being am has have had having do does did will would shall should can could may might must \
        hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't don't doesn't didn't",
    ),
    (
        Classes::CONJ,
        "and but or nor yet so that if because although though while when whenever where whereas unless whether as once than what how why",
    ),
    (
        Classes::SUBORDINATOR,
        "while when whenever although though because since if as after before once until whereas unless",
    ),
    (
        Classes::ADVERB,
        "also then later again even still too already just now never ever not once twice often always sometimes \
        instead however therefore moreover meanwhile earlier recently repeatedly simply further soon first finally famously \
        thus nevertheless nonetheless next afterwards thereafter once today back there here quietly quite rather only perhaps instead \
        yesterday tomorrow tonight ago elsewhere thereupon hereupon suffice furthermore besides similarly likewise indeed clearly himself herself themselves itself",
    ),
    (Classes::RELATIVE, "who whose which whom that"),
    (Classes::MONTH, months::ENGLISH),
    (Classes::MONTH, "jan feb mar apr jun jul aug sep sept oct nov dec"),
    (
        Classes::WEEKDAY,
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    ),
    (Classes::DAY, "yesterday today tomorrow tonight"),
    (
        Classes::HEARER,
        "reporters journalists reuters lawmakers investors delegates supporters viewers readers listeners analysts \
        jurors mps senators shareholders members colleagues staff staffers fans parliament congress crowds crowd audience students \
        voters officers police me us him her them everyone",
    ),
    (
        Classes::WORDS,
        "words word phrase phrases remark remarks claim claims statement statements assertion assertions comment comments \
        argument observation warning description expression quip line reply response answer verdict definition dictum maxim declaration \
        call plea charge charges accusation accusations allegation allegations suggestion insistence formulation boast joke saying promise prediction predictions contention conclusion",
    ),
    (
        Classes::NOTION,
        "concept concepts notion notions idea ideas policy policies principle principles strategy strategies \
        initiative initiatives doctrine doctrines theory theories term terms slogan slogans label labels category category \
        programme program programs project projects campaign campaigns approach model movement system vision goal thought spirit \
        formula motto catchphrase nickname name names word phrase expression ideal guideline guidelines plan plans operation effect \
        method diplomacy thesis paradigm so-called dubbed named known termed titled entitled",
    ),
    (
        Classes::WORK,
        "dictionary encyclopedia encyclopaedia glossary handbook book books novel novels film films movie movies song songs album albums poem poems play plays opera essay essays \
        article articles paper papers report reports treaty chapter chapters series show shows documentary episode declaration charter \
        resolution pamphlet painting memoir memoirs single ballad anthem musical manifesto hit track tune thriller sitcom comedy drama \
        directive communique magazine newspaper journal headline titled entitled headlined story exhibition podcast column editorial game diatribe tract polemic treatise recollections",
    ),
    (
        Classes::MESSAGE,
        "memoirs obituary notebook notebooks autobiography interview interviews letter letters email e-mail emails memo statement statements tweet tweets post posts \
        message messages article op-ed essay blog column note book memoir diary paper report filing affidavit ruling judgment judgement \
        testimony speech address sermon lecture remarks comments keynote toast broadcast telegram cable foreword preface \
        introduction treatise opinion dissent editorial release petition submission closing",
    ),
    (
        Classes::EVENT,
        "meeting meetings conference congress session summit rally hearing ceremony forum briefing interview interviews \
        speech address debate talks trial visit tour dinner lunch gathering assembly symposium seminar workshop convention event \
        inquest inquiry lecture keynote reception vigil protest march launch campaign opening anniversary funeral wedding service \
        negotiations dialogue plenary plenum call testimony broadcast telecast appearance panel colloquium council commencement \
        inauguration sitting festival question-time press-conference celebration commemoration",
    ),
    (
        Classes::BODY,
        "dictionary encyclopedia encyclopaedia glossary handbook communiqué government ministry department company firm police committee commission court council party bank union \
        parliament congress senate house association agency office authority authorities board group organisation organization charity \
        club university institute embassy administration army military force forces statement report letter document paper newspaper \
        magazine study survey decision communique declaration resolution constitution article treaty charter editorial email memo note \
        notice bylaws statutes sign poster banner website agreement ruling judgment judgement opinion lawsuit complaint indictment filing inscription \
        programme manifesto header headline network nations federation league team airline hospital school church kremlin pentagon \
        tribunal delegation campaign center centre corp inc ltd co plc state regulator watchdog body panel prosecution defence defense \
        proverb bible constitution law act text guide advert advertisement caption plaque placard survey post tweet message broadcaster publisher country sheriff's service trust fund society foundation \
        administration cabinet politburo secretariat bureau corporation",
    ),
    (
        Classes::TITLE,
        "agent principal chef mr mrs ms miss mx dr prof professor president premier minister chairman chairwoman chair secretary general \
        senator sen rep representative sir dame lord lady king queen prince princess pope bishop archbishop cardinal rabbi imam judge justice chief officer \
        executive foreign vice deputy captain capt colonel col major maj lieutenant lt sergeant sgt comrade ambassador governor gov mayor coach \
        detective sheriff superintendent inspector constable commissioner councillor councilman councilwoman congressman congresswoman \
        chancellor prime attorney director spokesman spokeswoman spokesperson ceo cfo coo cto mp md phd rev reverend father sister \
        brother saint st emperor admiral commander private corporal nurse doctor manager leader editor founder head interior finance defence \
        defense health education home shadow first lady uncle aunt cousin madame monsieur herr frau hon former then-president co-founder speaker undersecretary analyst economist author historian",
    ),
    (
        Classes::ROLE,
        "spokesman spokeswoman spokesperson spokespeople deputy minister president premier chairman chairwoman chair secretary senator \
        congressman congresswoman representative mayor governor judge justice lawyer attorney solicitor barrister prosecutor professor lecturer \
        researcher researchers scientist scientists economist economists analyst analysts expert experts historian historians author \
        authors writer journalist reporter editor critic critics official officials officer officers detective inspector superintendent sheriff chief \
        director manager executive leader leaders head founder co-founder owner boss coach captain player striker goalkeeper midfielder defender \
        trainer driver pilot doctor doctors nurse surgeon teacher headteacher student students pupil resident residents neighbour neighbor \
        neighbours neighbors witness witnesses survivor victim mother father son daughter brother sister wife husband widow uncle aunt \
        cousin grandmother grandfather friend friends colleague man woman men women boy girl person people worker workers farmer farmers \
        activist activists campaigner campaigners protester protesters protesters supporter supporters opponent opponents diplomat diplomats ambassador envoy \
        commissioner councillor mp mps lawmaker lawmakers politician politicians candidate source sources insider aide aides adviser advisor \
        strategist consultant engineer architect artist singer actor actress director producer poet novelist philosopher priest bishop \
        pastor rabbi imam pope king queen prince princess emperor general colonel commander soldier veteran victim's ceo firefighter \
        paramedic curator librarian scholar scholars biographer translator counsel spokesmen defendant plaintiff suspect passenger customer shopper parent parents child \
        children chef baker fisherman retiree pensioner entrepreneur investor trader dealer banker chancellor superintendent principal dean \
        secretary-general congresswoman ministers senators dissident narrator protagonist visitor organiser organizer volunteer landlord tenant employee employees star winner champion \
        skipper batsman bowler treasurer magistrate coroner backbencher member members councilmember geologist biologist physicist chemist astronomer climatologist ecologist psychologist sociologist psychiatrist epidemiologist virologist oncologist \
        legislator trustee bartender waiter shopkeeper clerk guard warden ranger mechanic technician programmer developer designer artist musician composer conductor guitarist drummer comedian statesman revolutionary reformer translator speaker rapporteur \
        laureate laureates anarchist anarchists socialist socialists communist communists feminist feminists columnist columnists novelists unionist unionists \
        predecessor predecessors successor successors counterpart counterparts caretaker jurist jurists pacifist pacifists philosophers theorist theorists colonel delegate delegates correspondent chairs veterans champions",
    ),
    (
        Classes::VERB,
        "came went got made took gave found saw knew kept left held brought began became seemed looked turned walked ran sat \
        stood fell rose led met paid sent built lost won felt heard played moved lived died worked used wanted tried helped started needed \
        let put set cut hit means meant includes included remains remained shows showed showed appears appeared caused created followed \
        signed visited joined arrived returned grew drew broke chose wore opened closed waited stopped pulled pushed reached voted",
    ),
    (
        Classes::MALE,
        "mr sir lord king prince father brother uncle grandfather son husband man boy chairman spokesman congressman \
        councilman businessman fisherman policeman herr monsieur actor widower statesman cardinal bishop pope emperor",
    ),
    (
        Classes::FEMALE,
        "mrs ms miss dame lady queen princess mother sister aunt grandmother daughter wife widow woman girl chairwoman \
        spokeswoman congresswoman councilwoman businesswoman frau madame actress waitress",
    ),
    (
        Classes::PLACE,
        "china russia britain england scotland wales ireland france germany spain italy america india japan korea europe \
        asia africa australia canada mexico brazil iran iraq israel ukraine poland greece turkey egypt pakistan vietnam cuba london \
        washington moscow beijing paris berlin brussels tokyo tehran kyiv kiev jerusalem geneva vienna",
    ),
    (
        Classes::PARTICLE,
        "van von de der den del della di da dos du la le el al bin ibn ben ter ten y e st wa bint ould abu av af zu zur vom dos das",
    ),
    (
        Classes::TELLS,
        "told tells tell telling asked asks ask asking reminded reminds informed informs assured assures warned warns",
    ),
];

static WORDS: LazyLock<FxHashMap<String, Classes>> = LazyLock::new(|| {
    let mut words: FxHashMap<String, Classes> = FxHashMap::default();
    let mut add = |word: &str, class: Classes| {
        let entry = words.entry(word.to_string()).or_default();
        *entry = entry.or(class);
    };
    for (class, list) in LISTS {
        list.split_whitespace().for_each(|word| add(word, *class));
    }
    for (list, finite, participle) in [
        (REPORT, Classes::SAYS, Classes::SAYING),
        (CALL, Classes::SAYS.or(Classes::CALLS), Classes::SAYING.or(Classes::CALLS)),
        (COIN, Classes::COINS, Classes::COINS),
        (BESIDE, Classes::SOFT, Classes::SOFT),
    ] {
        for verb in list.split_whitespace() {
            let (base, past) = match verb.split_once('=') {
                Some((base, past)) => (base, past.to_string()),
                None => (verb, past(verb)),
            };
            add(&past, finite);
            add(&third(base), finite);
            let base_class = match () {
                _ if finite.is(Classes::CALLS) => Classes::SAY.or(Classes::CALLS),
                _ if finite.is(Classes::SAYS) => Classes::SAY,
                _ => finite,
            };
            add(base, base_class);
            add(&ing(base), participle);
        }
    }
    for (word, class) in [("quoted", Classes::SAYS), ("written", Classes::SAYS), ("stood", Classes::VERB)] {
        add(word, class);
    }
    NOUNISH.split_whitespace().for_each(|word| add(word, Classes::NOUNISH));
    let reading: &[(&str, Classes)] = &[("read", Classes::SAYS), ("write", Classes::SAYS), ("say", Classes::SAYS)];
    reading.iter().for_each(|(word, class)| add(word, *class));
    // Whoever is one, as well as what somebody does; but hardly anybody champions something in so many words.
    let role = Classes::ROLE.or(Classes::NOUNISH);
    ["advocate", "advocates"].iter().for_each(|word| add(word, role));
    for word in ["champion", "champions"] {
        words.insert(word.to_string(), Classes::ROLE);
    }
    words
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for word in ["said", "says", "told", "Replied", "replies", "admitted", "quips", "wrote", "stresses", "added"] {
            assert!(classes(word).is(Classes::SAYS), "{word}");
        }
        for word in ["saying", "adding", "stating", "admitting", "writing", "replying"] {
            assert!(classes(word).is(Classes::SAYING), "{word}");
        }
        assert!(!classes("building").is(Classes::SAYING));
        assert!(classes("solemnly").is(Classes::ADVERB) && !classes("Sally").is(Classes::ADVERB));
    }
}
