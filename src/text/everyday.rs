//! What anybody says in English: everyday words, and pairs of words that belong together.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words of which short sentences of anybody's are made.
const WORDS: &str = "a about after again ago all always am an and another any anything are as ask asked at away back be because been \
    before being but by call came can cannot come could day days did do does done don't down each else even ever every everything \
    father feel few find first five for four from gave get give go god goes going gone good got great had hand hands has have he \
    hear heard heart her here herself him himself his home hours house how i i'm if in into is it it's its just keep knew know \
    known last leave left let life like little live lived long look looked lost love made make man many may me men might mine \
    mother much must my myself name need never new next night no none nor not nothing now of off oh old on once one only or other \
    ought our ourselves out over own people place poor put quite right said same saw say see seen she should since so some \
    something son soon still stop such sure take tell ten than that that's the their them then there they thing things think this \
    those thought three through time to told too took true two under until up upon us very want wanted was way we well went were \
    what when where which while who whom why will wish with without woman word words work world would year years yes yet you your \
    yours yourself fourteen fifteen twelve eleven thirteen twenty six seven eight nine hundred thousand";

/// Pairs that are always said in one order (irreversible binomials), so that the other one is a play with the phrase.
const PAIRS: &str = "bread-butter salt-pepper fish-chips bacon-eggs ham-eggs cheese-wine cream-sugar milk-sugar milk-honey milk-cookies \
    bread-water bread-cheese bread-wine cheese-crackers meat-potatoes knife-fork cup-saucer needle-thread pen-ink pen-paper pencil-paper \
    pots-pans nuts-bolts hammer-tongs hammer-nails bow-arrow lock-key shoes-socks hat-coat shirt-tie table-chairs soap-water oil-vinegar \
    oil-water fire-water fire-ice bricks-mortar hook-eye horse-cart horse-carriage cat-mouse cat-dog cats-dogs sheep-goats loaves-fishes \
    ladies-gentlemen boys-girls boy-girl men-women man-woman man-wife husband-wife women-children brother-sister brothers-sisters \
    mother-father mothers-fathers mum-dad mom-dad sons-daughters son-daughter aunts-uncles aunt-uncle king-queen lord-lady kings-queens \
    bride-groom friends-family friends-relatives young-old rich-poor day-night night-morning days-nights morning-evening summer-winter \
    sun-moon moon-stars land-sea sky-earth heaven-earth heaven-hell north-south east-west left-right up-down near-far high-low \
    black-white hot-cold big-small large-small long-short safe-sound sick-tired spick-span life-death live-die birth-death \
    love-hate law-order war-peace peace-quiet rain-shine thunder-lightning wind-rain wind-weather flesh-blood skin-bone skin-bones \
    hand-foot hands-feet body-soul heart-soul head-heart eyes-ears hair-eyes nose-mouth blood-guts blood-sweat sweat-tears \
    hide-seek give-take come-go trial-error profit-loss supply-demand buying-selling cause-effect question-answer questions-answers \
    pros-cons ins-outs ups-downs dos-don'ts yes-no true-false right-wrong good-evil good-bad crime-punishment cops-robbers \
    reading-writing hopes-dreams hopes-fears arts-sciences iron-steel song-dance drinks-food food-drink eat-drink wine-women wine-dine smoke-mirrors stocks-bonds gold-silver \
    silk-satin rod-line hook-line room-board hearth-home house-home touch-go live-learn wait-see";

static EVERYDAY: LazyLock<FxHashSet<&str>> = LazyLock::new(|| WORDS.split_ascii_whitespace().collect());
static TOGETHER: LazyLock<FxHashSet<(&str, &str)>> =
    LazyLock::new(|| PAIRS.split_ascii_whitespace().filter_map(|pair| pair.split_once('-')).collect());

/// Whether a folded word is one of those of which anybody's short sentences are made.
pub fn is_everyday(folded: &str) -> bool {
    EVERYDAY.contains(folded)
}

/// Whether two folded words are a pair that everybody says, in whatever order.
pub fn is_set_pair(one: &str, other: &str) -> bool {
    TOGETHER.contains(&(one, other)) || TOGETHER.contains(&(other, one))
}
