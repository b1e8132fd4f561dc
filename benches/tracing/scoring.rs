//! What counts as found: the rules of `score.py` beside the queries.

use serde::Deserialize;
use std::borrow::Borrow;
use std::collections::BTreeMap;

/// A query and where it comes from.
#[derive(Deserialize)]
pub struct Query {
    pub id: String,
    pub class: String,
    pub severity: u32,
    pub text: String,
    pub nwords: usize,
    pub gold: Option<Gold>,
}

/// A passage, with its other verbatim places, and its segments where something was left out.
#[derive(Deserialize)]
pub struct Gold {
    #[serde(flatten)]
    pub place: Place,
    #[serde(default)]
    pub alts: Vec<Place>,
    #[serde(default)]
    pub segs: Vec<(usize, usize)>,
}

/// Bytes of a document.
#[derive(Clone, Deserialize)]
pub struct Place {
    pub doc: String,
    pub start: usize,
    pub end: usize,
}

/// An answer: the best place, with its score from 0 to 1.
pub type Answer = Option<(Place, f64)>;

impl Place {
    /// The share of what the two have that both have; 0 in different documents.
    fn shared(&self, other: &Place) -> f64 {
        let both = self.end.min(other.end).saturating_sub(self.start.max(other.start));
        let all = self.end.max(other.end) - self.start.min(other.start);
        if self.doc == other.doc && all > 0 { both as f64 / all as f64 } else { 0.0 }
    }
}

impl Query {
    /// Whether the place is the passage, one of its other places or one of its segments, at least by half.
    pub fn is_hit(&self, place: &Place) -> bool {
        let Some(gold) = &self.gold else { return false };
        let segments = gold.segs.iter().map(|&(start, end)| Place { doc: gold.place.doc.clone(), start, end });
        std::iter::once(gold.place.clone())
            .chain(gold.alts.iter().cloned())
            .chain(segments)
            .any(|one| one.shared(place) >= 0.5)
    }
}

/// Found and asked.
#[derive(Clone, Copy, Default)]
pub struct Share {
    pub found: usize,
    pub of: usize,
}

impl Share {
    pub fn rate(self) -> f64 {
        self.found as f64 / self.of.max(1) as f64
    }

    fn count(&mut self, found: bool) {
        self.found += usize::from(found);
        self.of += 1;
    }
}

/// What was found at one threshold: of the queries with a source, by class and in all; and of those without one.
#[derive(Default)]
pub struct Score {
    pub classes: BTreeMap<String, Share>,
    /// Classes with their severity, `ocr:3`.
    pub severities: BTreeMap<String, Share>,
    pub recall: Share,
    pub negatives: BTreeMap<String, Share>,
    pub false_positives: Share,
}

/// Scores answers to queries at a threshold.
pub fn score<Q: Borrow<Query>>(queries: &[Q], answers: &[Answer], threshold: f64) -> Score {
    let mut score = Score::default();
    for (query, answer) in queries.iter().map(Borrow::borrow).zip(answers) {
        let answer = answer.as_ref().filter(|(_, score)| *score >= threshold);
        if query.gold.is_some() {
            let hit = answer.is_some_and(|(place, _)| query.is_hit(place));
            score.classes.entry(query.class.clone()).or_default().count(hit);
            score.severities.entry(format!("{}:{}", query.class, query.severity)).or_default().count(hit);
            score.recall.count(hit);
        } else {
            score.negatives.entry(query.class.clone()).or_default().count(answer.is_some());
            score.false_positives.count(answer.is_some());
        }
    }
    score
}

/// The lowest threshold at which at most 1 % of the queries without a source get an answer.
pub fn threshold_of_one_percent<Q: Borrow<Query>>(queries: &[Q], answers: &[Answer]) -> f64 {
    let negatives = || queries.iter().map(Borrow::borrow).zip(answers).filter(|(query, _)| query.gold.is_none());
    let mut scores: Vec<f64> = negatives().filter_map(|(_, answer)| Some(answer.as_ref()?.1)).collect();
    scores.sort_by(|a, b| b.total_cmp(a));
    let allowed = negatives().count() / 100;
    scores.get(allowed).map_or(f64::NEG_INFINITY, |score| score + 1e-9)
}
