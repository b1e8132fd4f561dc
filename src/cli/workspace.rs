//! What applies where the program was started: the settings of the nearest `glossator.toml`, the baseline and the corpus.

use super::args::Corpora;
use super::output;
use super::progress::Progress;
use crate::corpus::{Corpus, Folder, Root, cache_folder, write_cache};
use crate::features::diagnostics::{Rules, findings_of_file};
use crate::index::{Index, Store};
use crate::library::{Library, SMALL};
use crate::settings::{
    Baseline, Check, FILE_NAME, Partial, Problem, Settings, Severity, from_toml, name_in_baseline, parse_toml,
};
use crate::text::{Encoding, LineIndex, Span};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{fs, io};

/// The settings that apply, and from where.
pub struct Workspace {
    /// The folder of the `glossator.toml`, or else the working folder.
    pub folder: PathBuf,
    /// What applies.
    pub settings: Settings,
    /// The `glossator.toml`, if there is one.
    pub file: Option<SettingsFile>,
}

/// A `glossator.toml`.
pub struct SettingsFile {
    /// Where it lies.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
    /// What is wrong in it.
    pub problems: Vec<Problem>,
}

/// A corpus with its words.
pub struct Indexed {
    /// The corpus.
    pub corpus: Corpus,
    /// Where its words are.
    pub index: Index,
    /// What is kept of it.
    pub store: Store,
    /// How much of it had to be worked through, in bytes of text.
    pub read: u64,
    /// How long that took until the words were known …
    pub words: Duration,
    /// … and from then on until the candidates for concepts were; `None` where they were known before.
    pub candidates: Option<Duration>,
}

/// The index was damaged, and is whole again now.
#[derive(Debug, thiserror::Error)]
#[error("the index was found to be damaged, and has been made anew: try again")]
pub struct Damaged;

impl Workspace {
    /// Finds the settings, and says what is wrong in them; that is the error if it is as grave as that.
    pub fn open(corpora: &Corpora) -> Result<Self> {
        let workspace = Workspace::silent(corpora)?;
        let Some(file) = workspace.file.as_ref() else { return Ok(workspace) };
        let problems = file.problems.iter().map(|problem| (problem.range.clone().into(), problem.message.clone()));
        let problems = workspace.told(&file.path, &file.text, Check::Settings, problems);
        if !problems.is_empty() && workspace.settings.severity(Check::Settings) == Severity::Error {
            bail!("{}", listed(problems.into_iter()));
        }
        problems.iter().for_each(|problem| output::warning(problem));
        Ok(workspace)
    }

    /// Finds the settings. The error is for a `glossator.toml` that cannot be read; what else is wrong in it is not said.
    pub fn silent(corpora: &Corpora) -> Result<Self> {
        let here = std::env::current_dir().context("the working folder cannot be read")?;
        let told = Partial {
            corpus: (!corpora.corpus.is_empty()).then(|| corpora.corpus.iter().map(|path| here.join(path)).collect()),
            seeds: corpora.seeds.then_some(true),
            ..Partial::default()
        };
        let path = here.ancestors().map(|folder| folder.join(FILE_NAME)).find(|file| file.is_file());
        let Some(path) = path else {
            return Ok(Workspace { settings: Settings::layered(&[&told]), folder: here, file: None });
        };
        let folder = path.parent().unwrap_or(&here).to_path_buf();
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", shown(&path)))?;
        let (_, syntax) = parse_toml(&text);
        if !syntax.is_empty() {
            bail!(
                "{}",
                listed(syntax.iter().map(|problem| placed(&path, &text, problem.range.start, &problem.message)))
            );
        }
        let (partial, problems) = from_toml(&text, &folder, etcetera::home_dir().ok().as_deref());
        let settings = Settings::layered(&[&told, &partial]);
        Ok(Workspace { settings, folder, file: Some(SettingsFile { path, text, problems }) })
    }

    /// Reads the corpus and all that is known of it. What cannot be read of it, and what is wrong in the files about it, is
    /// said; the error is for a corpus that has nothing to quote from.
    pub fn library(&self) -> Result<Library> {
        self.library_of(false, |_| {})
    }

    /// The same, with something done to the corpus first. Where [`Library::discover`] will be called, the candidates for
    /// concepts are needed.
    pub fn library_of(&self, with_candidates: bool, prepare: impl FnOnce(&mut Corpus)) -> Result<Library> {
        let Indexed { mut corpus, index, .. } = self.read(false, with_candidates, |_| {})?;
        prepare(&mut corpus);
        let library = Library::new(corpus, index);
        for file in library.problems.chunk_by(|a, b| a.path == b.path) {
            let path = file[0].path.as_deref().unwrap_or(Path::new(""));
            let problems = file.iter().map(|one| (one.problem.span, one.problem.message.clone()));
            let told = self.told(path, &file[0].text, Check::Annotation, problems);
            told.iter().for_each(|problem| output::warning(problem));
        }
        Ok(library)
    }

    /// What is wrong in a file and neither silenced nor known, with its places.
    fn told(
        &self,
        path: &Path,
        text: &str,
        check: Check,
        problems: impl Iterator<Item = (Span, String)>,
    ) -> Vec<String> {
        // A baseline that cannot be read is told by the command that is about findings.
        let (baseline, folder) = self.baseline(None).unwrap_or_default();
        let name = name_in_baseline(path, &folder);
        let rules = Rules { settings: &self.settings, baseline: &baseline, path: Some(path), file: &name };
        let findings = findings_of_file(text, check, problems, rules);
        findings.iter().map(|finding| placed(path, text, finding.span.start, &finding.message)).collect()
    }

    /// The same, with nothing said of what is wrong in the files about the corpus.
    pub fn silent_library(&self) -> Result<Library> {
        let Indexed { corpus, index, .. } = self.read(false, false, |_| {})?;
        Ok(Library::new(corpus, index))
    }

    /// Says whether what the library answered can be believed. If its index was found to be damaged on the way, it is made
    /// anew, and the error is [`Damaged`].
    pub fn believe(&self, library: &Library) -> Result<()> {
        if !library.index.is_damaged() {
            return Ok(());
        }
        self.read(true, false, |_| {})?;
        Err(Damaged.into())
    }

    /// Reads the corpus, as far as it was not kept, and finds its words and the candidates for concepts. All that was kept is
    /// checked, and made anew where it is damaged. Others that do this are waited for.
    pub fn prepared(&self) -> Result<Indexed> {
        let say = || output::warning("another process writes the index: waiting until it is done");
        self.read(true, true, |store| store.wait_for_others(say))
    }

    fn read(&self, verify: bool, with_candidates: bool, prepare: impl FnOnce(&mut Store)) -> Result<Indexed> {
        let began = Instant::now();
        let progress = Progress::of_bytes("Reading the corpus");
        let cache = cache_folder();
        let written = cache.as_deref().filter(|_| self.settings.seeds).and_then(|cache| write_cache(cache).ok());
        let roots = Root::of(&self.settings, written.as_deref());
        let mut store = Store::new(cache.as_deref(), &roots);
        prepare(&mut store);
        let before = store.recall(&roots).map(|recalled| recalled.corpus).unwrap_or_default();
        let corpus = before.reread(&roots);
        if verify {
            store.verify();
        }
        if let Some(why) = corpus.folders.iter().find_map(nothing_to_read) {
            drop(progress);
            bail!("{why}; --corpus or {FILE_NAME} must name another");
        }
        let read = AtomicU64::new(0);
        let mut index = store.index(&corpus, &|done, total| {
            read.store(total, Ordering::Relaxed);
            progress.set(done, total);
        });
        let words = began.elapsed();
        let is_small = index.len() <= SMALL;
        let is_extracted =
            (with_candidates || is_small) && store.extract(&corpus, &|done, total| progress.set(done, total));
        let mut is_other = is_extracted;
        let candidates = began.elapsed() - words;
        while store.tidy(&corpus) {
            is_other = true;
        }
        if is_other {
            index = store.index(&corpus, &|_, _| {});
        }
        drop(progress);
        for problem in corpus.folders.iter().flat_map(|folder| &folder.problems) {
            output::warning(&format!("{}: {}", shown(&problem.path), problem.message));
        }
        if let Some(problem) = store.take_problem() {
            output::warning(&problem);
        }
        let all = corpus.sources.iter().map(|source| source.text.len() as u64).sum();
        let read = if store.folder().is_some() { read.into_inner() } else { all };
        let candidates = is_extracted.then_some(candidates);
        Ok(Indexed { corpus, index, store, read, words, candidates })
    }

    /// Reads the baseline at `path`, or the one that the settings name.
    pub fn baseline(&self, path: Option<&Path>) -> Result<(Baseline, PathBuf)> {
        let Some(path) = path.or(self.settings.baseline.as_deref()) else {
            return Ok((Baseline::default(), self.folder.clone()));
        };
        let path = std::path::absolute(path)?;
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let name = shown(&path);
                bail!(
                    "there is no baseline {name}: write it with `glossator check --write-baseline={name} FILE…`, or name none"
                );
            }
            text => text.with_context(|| format!("{} cannot be read", shown(&path)))?,
        };
        let folder = path.parent().unwrap_or(&self.folder).to_path_buf();
        let baseline = Baseline::parse(&text, &folder).map_err(|error| anyhow::anyhow!("{}: {error}", shown(&path)))?;
        Ok((baseline, folder))
    }
}

/// Why there is nothing to quote from in a folder, if there is nothing.
fn nothing_to_read(folder: &Folder) -> Option<String> {
    let first = folder.problems.first().filter(|_| folder.sources.is_empty())?;
    let of_file = format!("{}: {}", shown(&first.path), first.message);
    match folder.root.as_deref().filter(|root| *root != first.path) {
        Some(root) => Some(format!("{}: no text in this folder can be read ({of_file})", shown(root))),
        None => Some(of_file),
    }
}

/// Several messages of one error.
fn listed(messages: impl Iterator<Item = String>) -> String {
    messages.collect::<Vec<_>>().join("\n       ")
}

/// `file:line:column: message`.
fn placed(file: &Path, text: &str, offset: usize, message: &str) -> String {
    let at = LineIndex::new(text).position(text, offset, Encoding::Utf32);
    format!("{}:{}:{}: {message}", shown(file), at.line + 1, at.column + 1)
}

/// A path as it is shown: from the working folder, if it lies there.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let below = path.strip_prefix(&here).ok().filter(|below| !below.as_os_str().is_empty());
    let shown = below.unwrap_or(path);
    shown.strip_prefix(".").unwrap_or(shown).display().to_string()
}
