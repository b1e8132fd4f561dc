//! Reading `concepts.toml`. Its format is documented in the file that comes with the seeds.

use super::pieces::{is_complete, pieces};
use super::{Anchor, AttributionEntry, ConceptEntry, DefinitionEntry, Kind, MemberEntry, Problem, UtteranceEntry};
use crate::settings::{self, Text, Toml, nearest, parse_toml};
use crate::text::{Span, is_word_char};
use rustc_hash::FxHashMap;

/// What a `concepts.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// The concepts, in the order of the file; of several with one id the first counts.
    pub concepts: Vec<ConceptEntry>,
    /// The utterances, in the order of the file.
    pub utterances: Vec<UtteranceEntry>,
    /// What is wrong in the file, apart from anchors: those are held against the sources by
    /// [`resolve`](super::resolve).
    pub problems: Vec<Problem>,
}

/// What is said of a key that a table has twice.
const DUPLICATE: &str = "duplicate key";

/// Reads the text of a `concepts.toml`. An entry that cannot be used is left out, with a problem; the rest is kept. While
/// the syntax is wrong, only that is reported, since the rest would be guesses.
pub fn parse_concepts(text: &str) -> Annotations {
    let (mut reading, syntax) = match in_pieces(text) {
        Some(reading) => (reading, Vec::new()),
        None => {
            let mut reading = Reading::default();
            let syntax = reading.part(text, 0);
            (reading, syntax)
        }
    };
    reading.names_with_one_meaning();
    reading.relations();
    let mut problems = syntax;
    // A key that stands twice leaves no doubt about the others.
    if problems.iter().all(|problem| problem.message.contains(DUPLICATE)) {
        problems.extend(reading.problems);
    }
    let mut problems: Vec<Problem> = problems.into_iter().map(Problem::from).collect();
    problems.sort_by_key(|problem| problem.span);
    Annotations { concepts: reading.concepts, utterances: reading.utterances, problems }
}

/// Reads the file piece by piece. `None` where it has to be read as a whole, since a piece is not TOML by itself.
fn in_pieces(text: &str) -> Option<Reading> {
    let mut reading = Reading::default();
    let whole = pieces(text).all(|(base, piece)| is_complete(piece) && reading.part(piece, base).is_empty());
    whole.then_some(reading)
}

/// The entries that were read so far, with what has to be known of them to hold them against each other.
#[derive(Default)]
pub(super) struct Reading {
    pub concepts: Vec<ConceptEntry>,
    utterances: Vec<UtteranceEntry>,
    problems: Vec<settings::Problem>,
    pub ids: FxHashMap<String, usize>,
    utterance_ids: FxHashMap<String, usize>,
    /// Each name and alias: its concept and its place.
    pub terms: Vec<(usize, Text)>,
    /// Each form to avoid: the same.
    pub avoided: Vec<(usize, Text)>,
    /// Each mention of another concept: by which concept, the id, and whether as a broader one.
    pub mentions: Vec<(usize, Text, bool)>,
}

impl Reading {
    /// Reads what a part of the file says that begins at the byte `base`; gives what is wrong with its syntax.
    fn part(&mut self, part: &str, base: usize) -> Vec<settings::Problem> {
        let (table, syntax) = parse_toml(part);
        let mut root = Toml::part(part, base, &table);
        for entry in root.tables("concept", &mut self.problems) {
            self.concept(entry);
        }
        for entry in root.tables("utterance", &mut self.problems) {
            self.utterance(entry);
        }
        root.finish(&mut self.problems);
        syntax
    }

    fn concept(&mut self, mut entry: Toml<'_>) {
        let span = entry.range().into();
        let id = entry.required("id", &mut self.problems);
        let name = entry.required("name", &mut self.problems);
        let kind = entry.required("kind", &mut self.problems).and_then(|text| self.kind(&text));
        let aliases = entry.list("aliases", &mut self.problems);
        let avoid = entry.list("avoid", &mut self.problems);
        let broader = entry.list("broader", &mut self.problems);
        let related = entry.list("related", &mut self.problems);
        let definitions = entry.tables("definition", &mut self.problems);
        let definitions = definitions.into_iter().filter_map(|entry| self.definition(entry)).collect();
        entry.finish(&mut self.problems);

        let (Some(id), Some(name)) = (id, name) else { return };
        let number = self.concepts.len();
        if let Some(&first) = self.ids.get(&id.value) {
            let message = format!("the id `{}` is already that of “{}”", id.value, self.concepts[first].name);
            self.problem(&id, message);
        }
        // An entry whose id is taken is read all the same: what else is wrong with it is told at once.
        self.ids.entry(id.value.clone()).or_insert(number);
        self.terms.push((number, name.clone()));
        self.terms.extend(aliases.iter().map(|alias| (number, alias.clone())));
        self.avoided.extend(avoid.iter().map(|form| (number, form.clone())));
        self.mentions.extend(broader.iter().map(|id| (number, id.clone(), true)));
        self.mentions.extend(related.iter().map(|id| (number, id.clone(), false)));
        self.concepts.push(ConceptEntry {
            id: id.value,
            name: name.value,
            // A concept of an unknown kind is still worth having.
            kind: kind.unwrap_or(Kind::Concept),
            aliases: values(aliases),
            avoid: values(avoid),
            broader: values(broader),
            related: values(related),
            definitions,
            span,
        });
    }

    fn kind(&mut self, text: &Text) -> Option<Kind> {
        let names = Kind::ALL.map(Kind::name);
        let known = Kind::ALL.into_iter().find(|kind| kind.name() == text.value);
        if known.is_none() {
            let hint = match nearest(&text.value, names) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("it is one of {}", names.join(", ")),
            };
            self.problem(text, format!("unknown kind `{}`: {hint}", text.value));
        }
        known
    }

    fn definition(&mut self, mut entry: Toml<'_>) -> Option<DefinitionEntry> {
        let anchor = self.anchor(&mut entry);
        let parts = entry.list("parts", &mut self.problems);
        let evidence = self.evidence(&mut entry, anchor.as_ref());
        let attribution = AttributionEntry { evidence, ..self.attribution(&mut entry) };
        entry.finish(&mut self.problems);
        let part_spans = parts.iter().map(|part| part.range.clone().into()).collect();
        Some(DefinitionEntry { anchor: anchor?, parts: values(parts), part_spans, attribution })
    }

    fn utterance(&mut self, mut entry: Toml<'_>) {
        let span = entry.range().into();
        let id = entry.text("id", &mut self.problems);
        let attribution = self.attribution(&mut entry);
        let mut members = entry.tables("member", &mut self.problems);
        members.extend(entry.tables("members", &mut self.problems));
        let header = entry.header();
        entry.finish(&mut self.problems);
        if members.is_empty() {
            let message =
                "this utterance has no member: add an `[[utterance.member]]` with `source` and `exact`".into();
            self.problems.push(settings::Problem { range: header, message });
        }
        let members = members.into_iter().filter_map(|entry| self.member(entry)).collect::<Vec<_>>();

        let taken = id.as_ref().is_some_and(|id| self.utterance_ids.contains_key(&id.value));
        if let Some(id) = id.as_ref().filter(|_| taken) {
            self.problem(id, format!("the id `{}` is already that of another utterance", id.value));
        }
        let id = id.map(|id| id.value).unwrap_or_default();
        if !id.is_empty() {
            self.utterance_ids.entry(id.clone()).or_insert(self.utterances.len());
        }
        if !members.is_empty() {
            self.utterances.push(UtteranceEntry { id, attribution, members, span });
        }
    }

    fn member(&mut self, mut entry: Toml<'_>) -> Option<MemberEntry> {
        let anchor = self.anchor(&mut entry);
        let evidence = self.evidence(&mut entry, anchor.as_ref());
        entry.finish(&mut self.problems);
        Some(MemberEntry { anchor: anchor?, evidence })
    }

    fn anchor(&mut self, entry: &mut Toml<'_>) -> Option<Anchor> {
        let source = entry.required("source", &mut self.problems);
        let exact = entry.required("exact", &mut self.problems);
        let prefix = entry.text("prefix", &mut self.problems).map(|text| text.value).unwrap_or_default();
        let suffix = entry.text("suffix", &mut self.problems).map(|text| text.value).unwrap_or_default();
        let (source, exact) = (source?, exact?);
        if !exact.value.contains(is_word_char) {
            self.problem(&exact, "`exact` has no words that could be found in the source".to_string());
            return None;
        }
        let (span, source_span) = (exact.range.into(), source.range.into());
        Some(Anchor { source: source.value, exact: exact.value, prefix, suffix, span, source_span })
    }

    fn evidence(&mut self, entry: &mut Toml<'_>, anchor: Option<&Anchor>) -> Option<Anchor> {
        let text = entry.text("evidence", &mut self.problems)?;
        let source = anchor?.source.clone();
        Some(Anchor { source, exact: text.value, span: text.range.into(), ..Anchor::default() })
    }

    fn attribution(&mut self, entry: &mut Toml<'_>) -> AttributionEntry {
        let [speaker, date, occasion] = ["speaker", "date", "occasion"].map(|key| entry.text(key, &mut self.problems));
        let span = |text: &Option<Text>| text.as_ref().map(|text| Span::from(text.range.clone())).unwrap_or_default();
        let spans = [span(&speaker), span(&date), span(&occasion)];
        let value = |text: Option<Text>| text.map(|text| text.value).filter(|value| !value.trim().is_empty());
        AttributionEntry {
            speaker: value(speaker),
            date: value(date),
            occasion: value(occasion),
            evidence: None,
            spans,
        }
    }

    pub fn problem(&mut self, at: &Text, message: String) {
        self.problems.push(settings::Problem { range: at.range.clone(), message });
    }
}

fn values(texts: Vec<Text>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What is wrong in a file: the place as written, and the message.
    fn problems(text: &str) -> Vec<String> {
        let shown = |problem: &Problem| format!("{} — {}", problem.span.of(text), problem.message);
        parse_concepts(text).problems.iter().map(shown).collect()
    }

    fn concept(id: &str, more: &str) -> String {
        format!("[[concept]]\nid = '{id}'\nname = 'Name of {id}'\nkind = 'policy'\n{more}\n")
    }

    #[test]
    fn an_entry_is_read_with_everything_that_it_says() {
        let text = concept("a", "aliases = ['A', 'Ah']\navoid = ['Oh']\nrelated = ['b']")
            + "[[concept.definition]]\nsource = 's'\nexact = 'x … y'\nprefix = 'p'\nparts = ['one', 'two']\n\
               speaker = 'She'\ndate = 1954\nevidence = 'she said'\n"
            + &concept("b", "broader = ['a']")
            + "[[utterance]]\nid = 'u'\nspeaker = 'He'\nmembers = [{ source = 's', exact = 'z' }]\n\
               [[utterance]]\n[[utterance.member]]\nsource = 's'\nexact = 'w'\nevidence = 'v'\n";
        let read = parse_concepts(&text);
        assert_eq!(read.problems, []);
        let a = &read.concepts[0];
        assert_eq!((a.kind, a.aliases.len(), a.avoid.len(), a.related.len()), (Kind::Policy, 2, 1, 1));
        assert!(a.span.of(&text).starts_with("[[concept]]") && a.span.of(&text).ends_with("'she said'"));
        let definition = &a.definitions[0];
        assert_eq!((definition.anchor.exact.as_str(), definition.anchor.prefix.as_str()), ("x … y", "p"));
        assert_eq!(definition.part_spans[1].of(&text), "'two'");
        assert_eq!(definition.attribution.statements(), [Some("She"), Some("1954"), None]);
        assert_eq!(definition.attribution.evidence.as_ref().unwrap().source, "s");
        assert_eq!(read.concepts[1].broader, ["a"]);
        assert_eq!(read.utterances[0].members[0].anchor.exact, "z");
        assert_eq!(read.utterances[1].members[0].evidence.as_ref().unwrap().exact, "v");
    }

    #[test]
    fn an_entry_that_cannot_be_used_is_reported_and_the_others_are_kept() {
        let text = concept("a", "kindd = 'x'") + "[[concept]]\nname = 'nameless'\nkind = 'polcy'\n" + &concept("a", "");
        assert_eq!(parse_concepts(&text).concepts.len(), 2);
        assert_eq!(
            problems(&text),
            [
                "kindd — unknown key `kindd`: did you mean `kind`?",
                "[[concept]] — this concept has no `id`",
                "'polcy' — unknown kind `polcy`: did you mean `policy`?",
                "'a' — the id `a` is already that of “Name of a”",
                "'Name of a' — “Name of a” is already a name of `a`: one form can have one meaning only",
            ]
        );
    }

    #[test]
    fn a_concept_of_an_unknown_kind_is_kept() {
        assert_eq!(parse_concepts("[[concept]]\nid = 'a'\nname = 'A'\n").concepts[0].kind, Kind::Concept);
    }

    #[test]
    fn a_value_of_the_wrong_type_is_reported_and_read() {
        let text = "[[concept]]\nid = 3\nname = 'A'\nkind = 'policy'\naliases = 'U.N.'\n";
        assert_eq!(
            problems(text),
            ["3 — `id` must be a string", "'U.N.' — `aliases` must be a list: put brackets around it"]
        );
        let concept = &parse_concepts(text).concepts[0];
        assert_eq!((concept.id.as_str(), concept.aliases.as_slice()), ("3", &["U.N.".to_string()][..]));
    }

    #[test]
    fn a_form_with_two_meanings_is_reported_where_it_comes_second() {
        let text = concept("a", "aliases = ['Common Destiny', 'common  destiny']")
            + &concept("b", "aliases = ['common destiny']");
        assert_eq!(
            problems(&text),
            ["'common destiny' — “common destiny” is already a name of `a`: one form can have one meaning only"]
        );
    }

    #[test]
    fn relations_that_lead_nowhere_or_in_a_circle_are_reported_and_taken_out() {
        let text = concept("first", "broader = ['third', 'first']")
            + &concept("second", "broader = ['first']\nrelated = ['frist', 'quite-another']")
            + &concept("third", "broader = ['second']");
        assert_eq!(
            problems(&text),
            [
                "'third' — `third` is itself narrower than `first`: that is a circle",
                "'first' — `first` cannot be related to itself",
                "'frist' — no concept has the id `frist`: did you mean `first`?",
                "'quite-another' — no concept has the id `quite-another`",
            ]
        );
        let concepts = parse_concepts(&text).concepts;
        assert!(concepts[0].broader.is_empty() && concepts[1].related.is_empty());
        assert_eq!(concepts[2].broader, ["second"]);
    }

    #[test]
    fn an_anchor_without_words_or_without_a_source_is_reported() {
        let text = concept(
            "a",
            "[[concept.definition]]\nsource = 's'\nexact = ' … '\nevidence = 'e'\n\
                                 [[concept.definition]]\nexact = 'x'\n[[concept.definition]]\nsource = 's'\nexact = ''",
        );
        assert_eq!(
            problems(&text),
            [
                "' … ' — `exact` has no words that could be found in the source",
                "[[concept.definition]] — this definition has no `source`",
                "'' — `exact` is empty",
            ]
        );
    }

    #[test]
    fn an_utterance_needs_a_member() {
        assert_eq!(
            problems("[[utterance]]\nid = 'u'\n"),
            ["[[utterance]] — this utterance has no member: add an `[[utterance.member]]` with `source` and `exact`"]
        );
    }

    #[test]
    fn while_the_syntax_is_wrong_only_that_is_reported() {
        let text = concept("a", "broader = ['nowhere']") + "[[concept]]\nid = 'b\n";
        assert!(problems(&text).iter().all(|problem| problem.contains("TOML")), "{:?}", problems(&text));
        assert_eq!(parse_concepts(&text).concepts[0].id, "a");
    }

    proptest! {
        #[test]
        fn no_file_can_make_it_panic(
            file in r"(\[\[concept\]\]\n|\[\[concept.definition\]\]\n|\[\[utterance\]\]\n|(id|name|kind|broader|exact|member|parts) = |'a'\n|'b'\n|\['a','b'\]\n|\{ exact = 'a' \}|1\n|é){0,30}",
        ) {
            parse_concepts(&file);
        }
    }
}
