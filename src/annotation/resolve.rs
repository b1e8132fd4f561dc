//! Holding the annotation layer against the sources: where each anchor stands, and whether what is claimed stands there
//! too.

use super::anchor::{Found, find, longest_beginning, with_marks};
use super::{Anchor, Annotations, AttributionEntry, FoldedText, Problem, check_statement};
use crate::settings::nearest;
use crate::text::{LineIndex, Span};
use rustc_hash::FxHashSet;

/// Where an anchored statement stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of the source, in the list that was given.
    pub source: usize,
    /// The passage, in bytes of the source.
    pub passage: Span,
    /// The passage that supports it, where there is one.
    pub evidence: Option<Span>,
    /// Where each part stands, in the order of the entry; `None`: nowhere in the passage, so it must not be shown.
    pub parts: Vec<Option<Span>>,
    /// Where speaker, date and occasion stand; `None`: not claimed, or not said there.
    pub attribution: [Option<Span>; 3],
}

/// An annotation layer, held against its sources.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// For each concept, for each of its definitions, where it stands; `None` for an anchor that could not be resolved.
    pub definitions: Vec<Vec<Option<Place>>>,
    /// For each utterance, for each of its members, the same.
    pub members: Vec<Vec<Option<Place>>>,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl Annotations {
    /// The ids of the sources that it quotes.
    pub fn sources(&self) -> FxHashSet<&str> {
        let definitions = self.concepts.iter().flat_map(|concept| &concept.definitions);
        let members = self.utterances.iter().flat_map(|utterance| &utterance.members);
        let anchors = definitions.map(|definition| &definition.anchor).chain(members.map(|member| &member.anchor));
        anchors.map(|anchor| anchor.source.as_str()).collect()
    }
}

/// Finds every anchor of `annotations` in the `sources`, which are given with their ids.
pub fn resolve(annotations: &Annotations, sources: &[(&str, &FoldedText<'_>)]) -> Resolved {
    let mut resolving = Resolving { sources, problems: Vec::new() };
    let definitions = annotations
        .concepts
        .iter()
        .map(|concept| {
            let each = concept.definitions.iter().map(|definition| {
                let attribution = &definition.attribution;
                let mut place = resolving.place(&definition.anchor, attribution.evidence.as_ref(), attribution)?;
                resolving.parts(&definition.parts, &definition.part_spans, &mut place);
                resolving.attribution(attribution, std::slice::from_ref(&place));
                Some(place)
            });
            each.collect()
        })
        .collect();
    let members = annotations
        .utterances
        .iter()
        .map(|utterance| {
            let attribution = &utterance.attribution;
            let each = utterance.members.iter();
            let places: Vec<Option<Place>> =
                each.map(|member| resolving.place(&member.anchor, member.evidence.as_ref(), attribution)).collect();
            let found: Vec<Place> = places.iter().flatten().cloned().collect();
            if !found.is_empty() {
                resolving.attribution(attribution, &found);
            }
            places
        })
        .collect();
    let mut problems = resolving.problems;
    problems.sort_by_key(|problem| problem.span);
    Resolved { definitions, members, problems }
}

struct Resolving<'a> {
    sources: &'a [(&'a str, &'a FoldedText<'a>)],
    problems: Vec<Problem>,
}

impl Resolving<'_> {
    fn place(&mut self, anchor: &Anchor, evidence: Option<&Anchor>, attribution: &AttributionEntry) -> Option<Place> {
        let source = self.source(anchor)?;
        let passage = self.span(anchor, source)?;
        let evidence = evidence.and_then(|evidence| self.span(evidence, source));
        let says = |statement: Option<&str>| self.stands(statement?, source, passage, evidence);
        let attribution = attribution.statements().map(says);
        Some(Place { source, passage, evidence, parts: Vec::new(), attribution })
    }

    fn stands(&self, statement: &str, source: usize, passage: Span, evidence: Option<Span>) -> Option<Span> {
        let text = self.sources[source].1;
        check_statement(statement, text, passage).or_else(|| check_statement(statement, text, evidence?))
    }

    fn source(&mut self, anchor: &Anchor) -> Option<usize> {
        let found = self.sources.iter().position(|(id, _)| *id == anchor.source);
        if found.is_none() {
            let message = match nearest(&anchor.source, self.sources.iter().map(|(id, _)| *id)) {
                Some(meant) => format!("no source has the id `{}`: did you mean `{meant}`?", anchor.source),
                None => format!("no source has the id `{}`", anchor.source),
            };
            self.problem(anchor.source_span, message);
        }
        found
    }

    fn span(&mut self, anchor: &Anchor, source: usize) -> Option<Span> {
        let (id, text) = self.sources[source];
        let message = match find(anchor, text) {
            Found::One(span) => return Some(span),
            Found::Missing => missing(anchor, id, text),
            Found::Ambiguous(spans) => {
                let lines = LineIndex::new(text.text);
                let numbers = spans.iter().map(|span| (lines.line_of(span.start) + 1).to_string());
                format!(
                    "this stands {} times in `{id}` (lines {}): add `prefix` or `suffix`, the words directly before or \
                     after it, to say which one is meant",
                    spans.len(),
                    numbers.collect::<Vec<_>>().join(", ")
                )
            }
        };
        self.problem(anchor.span, message);
        None
    }

    fn parts(&mut self, parts: &[String], spans: &[Span], place: &mut Place) {
        let mut from = place.passage.start;
        for (i, part) in parts.iter().enumerate() {
            // A list is read in its order: a part's words may stand earlier, in the name of what is defined.
            let rest = Span::new(from, place.passage.end);
            let found = check_statement(part, self.sources[place.source].1, rest)
                .or_else(|| self.stands(part, place.source, place.passage, place.evidence))
                .map(|span| with_marks(part, self.sources[place.source].1, span));
            from = found.map_or(from, |span| span.end.min(place.passage.end));
            if found.is_none() {
                let message = format!("the part “{part}” does not stand in the passage");
                self.problem(spans.get(i).copied().unwrap_or_default(), message);
            }
            place.parts.push(found);
        }
    }

    /// Reports what of the attribution none of the places says.
    fn attribution(&mut self, attribution: &AttributionEntry, places: &[Place]) {
        let names = ["speaker", "date", "occasion"];
        for (i, statement) in attribution.statements().into_iter().enumerate() {
            let Some(statement) = statement else { continue };
            if places.iter().all(|place| place.attribution[i].is_none()) {
                let message = format!(
                    "the {} “{statement}” stands neither in `exact` nor in `evidence`: quote the passage that says it \
                     as `evidence`, or leave it out",
                    names[i]
                );
                self.problem(attribution.spans[i], message);
            }
        }
    }

    fn problem(&mut self, span: Span, message: String) {
        self.problems.push(Problem { span, message });
    }
}

/// Why an anchor is missing: mostly one word of it is wrong, and then that is what the writer wants to know.
fn missing(anchor: &Anchor, id: &str, text: &FoldedText<'_>) -> String {
    let bare = Anchor { prefix: String::new(), suffix: String::new(), ..anchor.clone() };
    if find(&bare, text) != Found::Missing {
        return format!("in `{id}` this stands only without the `prefix` or `suffix` that is given");
    }
    match longest_beginning(anchor, text) {
        Some((end, words)) if words >= 3 => {
            let shown = text.spans()[end - 3].join(text.spans()[end - 1]).of(text.text);
            let next = text.spans().get(end..).unwrap_or_default().iter().take(3).copied().reduce(Span::join);
            let next = next.map_or("the end of the source".into(), |span| {
                let behind = Span::new(text.spans()[end - 1].end, span.end).of(text.text);
                format!("“{}”", behind.trim_start_matches(|c: char| c.is_whitespace() || ",.;:".contains(c)))
            });
            format!("this does not stand in `{id}`: it can be followed up to “{shown}”, and then comes {next}")
        }
        _ => format!("this does not stand in `{id}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::parse_concepts;

    const SPEECH: &str = "She said in 1954: peace has two parts, bread and roses. Peace has friends.\n\nShe left.";

    fn resolved(definition: &str) -> (Vec<Option<Place>>, Vec<String>) {
        let file = format!("[[concept]]\nid='c'\nname='C'\nkind='concept'\n[[concept.definition]]\n{definition}");
        let annotations = parse_concepts(&file);
        assert_eq!(annotations.problems, []);
        let mut resolved = resolve(&annotations, &[("speech", &FoldedText::new(SPEECH))]);
        let shown = |problem: &Problem| format!("{} — {}", problem.span.of(&file), problem.message);
        (resolved.definitions.remove(0), resolved.problems.iter().map(shown).collect())
    }

    #[test]
    fn every_statement_is_given_with_the_words_that_support_it() {
        let (places, problems) = resolved(
            "source='speech'\nexact='Peace has two parts, … roses.'\nparts=['bread', 'Roses']\nspeaker='She'\n\
             date='1954'\nevidence='She said in 1954'",
        );
        assert!(problems.is_empty(), "{problems:?}");
        let place = places[0].as_ref().unwrap();
        assert_eq!(place.passage.of(SPEECH), "peace has two parts, bread and roses.");
        assert_eq!(place.parts.iter().map(|part| part.unwrap().of(SPEECH)).collect::<Vec<_>>(), ["bread", "roses"]);
        assert_eq!(place.attribution.map(|span| span.map(|span| span.of(SPEECH))), [Some("She"), Some("1954"), None]);
    }

    #[test]
    fn what_the_passage_does_not_say_is_reported_and_has_no_place() {
        let (places, problems) = resolved("source='speech'\nexact='Peace has two parts'\nparts=['wine']\ndate='1955'");
        assert_eq!(
            problems,
            [
                "'wine' — the part “wine” does not stand in the passage",
                "'1955' — the date “1955” stands neither in `exact` nor in `evidence`: quote the passage that says it as \
             `evidence`, or leave it out",
            ]
        );
        let place = places[0].as_ref().unwrap();
        assert_eq!((place.parts.as_slice(), place.attribution), ([None].as_slice(), [None; 3]));
    }

    #[test]
    fn an_anchor_that_cannot_be_resolved_says_why() {
        for (definition, expected) in [
            ("source='spech'\nexact='Peace'", "no source has the id `spech`: did you mean `speech`?"),
            (
                "source='speech'\nexact='Peace has two sides'",
                "this does not stand in `speech`: it can be followed up to “peace has two”, and then comes “parts, bread and”",
            ),
            ("source='speech'\nexact='war has'", "this does not stand in `speech`"),
            (
                "source='speech'\nexact='She'",
                "this stands 2 times in `speech` (lines 1, 3): add `prefix` or `suffix`, the words directly before or after \
                 it, to say which one is meant",
            ),
            (
                "source='speech'\nexact='She left'\nprefix='then'",
                "in `speech` this stands only without the `prefix` or `suffix` that is given",
            ),
        ] {
            let (places, problems) = resolved(definition);
            assert_eq!(places, [None]);
            assert!(problems.len() == 1 && problems[0].ends_with(expected), "{problems:?}");
        }
    }

    #[test]
    fn what_comes_in_place_of_an_anchors_words_is_told_from_where_most_of_it_stands() {
        let text = FoldedText::new("The Blue Compact\n\nThe Blue Compact (BC) is an agreement.");
        let anchor = Anchor { exact: "The Blue Compact is an agreement".into(), ..Anchor::default() };
        assert!(missing(&anchor, "a", &text).ends_with("“The Blue Compact”, and then comes “(BC) is an”"));
    }

    #[test]
    fn an_utterance_may_be_attributed_in_any_of_its_sources() {
        let file = "[[utterance]]\nspeaker='She'\ndate='1956'\nmembers=[\n\
                    { source='speech', exact='bread and roses', evidence='She said' },\n{ source='other', exact='bread' }]";
        let other = FoldedText::new("Only bread.");
        let resolved = resolve(&parse_concepts(file), &[("speech", &FoldedText::new(SPEECH)), ("other", &other)]);
        assert_eq!(resolved.members[0].iter().flatten().map(|place| place.source).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(resolved.problems.len(), 1);
        assert_eq!(resolved.problems[0].span.of(file), "'1956'");
    }
}
