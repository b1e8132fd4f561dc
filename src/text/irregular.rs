//! English verbs whose past follows no rule.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Each verb with its other forms: of `seek` *sought*, of `undertake` *undertook* and *undertaken*.
const VERBS: &str = "arise arose arisen|bear bore borne|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|\
    bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|rebuild rebuilt|buy bought|catch caught|choose chose chosen|\
    cling clung|come came|overcome overcame|creep crept|deal dealt|dig dug|draw drew drawn|withdraw withdrew withdrawn|drive drove driven|\
    eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|\
    forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|give gave given|go went gone|\
    undergo underwent undergone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden|hold held|uphold upheld|\
    withhold withheld|keep kept|know knew known|lay laid|lead led|mislead misled|leave left|lend lent|light lit|lose lost|make made|\
    mean meant|meet met|overthrow overthrew overthrown|override overrode overridden|pay paid|repay repaid|ride rode ridden|ring rang rung|\
    rise rose risen|run ran|say said|see saw seen|foresee foresaw foreseen|oversee oversaw overseen|seek sought|sell sold|send sent|\
    shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sleep slept|speak spoke spoken|\
    spend spent|spin spun|stand stood|withstand withstood|understand understood|steal stole stolen|stick stuck|strike struck|\
    strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|undertake undertook undertaken|\
    overtake overtook overtaken|teach taught|tear tore torn|tell told|foretell foretold|think thought|throw threw thrown|wake woke woken|\
    wear wore worn|weave wove woven|win won|wind wound|write wrote written";

static BASES: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| irregular_forms().map(|(base, form)| (form, base)).collect());

/// The verb of which a folded word is a past form or participle that follows no rule: `seek` of *sought*.
pub fn irregular_base(folded: &str) -> Option<&'static str> {
    // Asked of every word: none of these has such an ending.
    let is_regular = folded.len() > 10 || folded.ends_with("ing") || folded.ends_with(['s', 'y', '\'']);
    if is_regular { None } else { BASES.get(folded).copied() }
}

/// Each past form and participle that follows no rule, behind its verb.
pub fn irregular_forms() -> impl Iterator<Item = (&'static str, &'static str)> {
    VERBS.split('|').flat_map(|verb| {
        let mut forms = verb.split(' ');
        let base = forms.next().unwrap_or_default();
        forms.map(move |form| (base, form))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_past_form_leads_to_its_verb_and_back() {
        assert_eq!(
            ["sought", "upheld", "broken", "seek", "opposed"].map(irregular_base),
            [Some("seek"), Some("uphold"), Some("break"), None, None]
        );
        assert!(irregular_forms().any(|pair| pair == ("take", "taken")));
        let mut forms: Vec<&str> = irregular_forms().map(|(_, form)| form).collect();
        let all = forms.len();
        forms.sort_unstable();
        forms.dedup();
        assert_eq!(forms.len(), all, "a form of two verbs");
        assert_eq!(BASES.len(), all);
    }
}
