//! The lines that `corpus.toml` quotes from the texts.

use super::Library;
use crate::annotation::{Anchor, FoldedText, Found, Problem, SourceMeta, find};
use rustc_hash::FxHashMap;

impl Library {
    /// What is said of the texts of a folder as the line in which they say where they come from, and does not stand in them.
    pub fn unfound_lines(&self, folder: usize, entries: &[SourceMeta]) -> Vec<Problem> {
        let numbers: FxHashMap<&str, usize> = self.corpus.folders[folder]
            .sources
            .iter()
            .map(|(_, number)| (self.corpus.sources[*number].relative.as_str(), *number))
            .collect();
        let mut known: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut problems = Vec::new();
        for entry in entries {
            let (Some(line), Some(&number)) = (entry.source_line.as_deref(), numbers.get(entry.file.as_str())) else {
                continue;
            };
            // The index knows without a look at the text, unless the line is no prose.
            let with = known.entry(line).or_insert_with(|| self.tracer().sources_with(line));
            if with.contains(&number) {
                continue;
            }
            let text = self.corpus.sources[number].text.whole();
            // Only where the line is not there as it is written, the whole text is folded.
            if text.contains(line.trim()) {
                continue;
            }
            let anchor = Anchor { exact: line.to_string(), ..Anchor::default() };
            if find(&anchor, &FoldedText::new(&text)) == Found::Missing {
                let message = format!("this line does not stand in {}", entry.file);
                problems.push(Problem { span: entry.line_span, message });
            }
        }
        problems
    }
}
