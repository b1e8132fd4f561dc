//! A corpus as it was at one moment: the sources of all its folders.

use super::file::read_source;
use super::record::{is_of_notes, known_folder};
use super::walk::{Found, below};
use super::{Before, FileProblem, FolderRead, KnownFolder, NotesFile, Pool, Record, Source, read_folder, seeds};
use crate::annotation::Problem;
use crate::settings::Settings;
use rustc_hash::FxHashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many sources are gone through in no time.
const FEW: usize = 1000;

/// Where a part of a corpus comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Root {
    /// A folder of texts, or one text.
    Folder(PathBuf),
    /// The seeds, with the folder that they were written to.
    Seeds(Option<PathBuf>),
}

/// A corpus as it was at one moment.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// All texts, folder by folder in the order of the roots, each file once; their ids are unique.
    pub sources: Vec<Arc<Source>>,
    /// What else was read from each of the roots, in their order.
    pub folders: Vec<Folder>,
    ids: Arc<FxHashMap<String, usize>>,
    /// By the very bytes of the path: taking paths apart costs more than all else that is done with them.
    paths: Arc<FxHashMap<OsString, usize>>,
    pool: Arc<Pool>,
}

/// One of the folders of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Its path; `None` for the seeds.
    pub root: Option<PathBuf>,
    /// Its texts: the id by which its own `concepts.toml` names each, and the number of the source in the corpus.
    pub sources: Vec<(String, usize)>,
    /// Its `corpus.toml`.
    pub metadata: Option<NotesFile>,
    /// What is wrong in that.
    pub metadata_problems: Vec<Problem>,
    /// Its `concepts.toml`.
    pub concepts: Option<NotesFile>,
    /// What could not be read.
    pub problems: Vec<FileProblem>,
}

impl Root {
    /// The roots that the settings ask for; the seeds are opened where they were written to, if they were.
    pub fn of(settings: &Settings, seeds: Option<&Path>) -> Vec<Root> {
        let folders = settings.corpus.iter().cloned().map(Root::Folder);
        folders.chain(settings.seeds.then(|| Root::Seeds(seeds.map(Path::to_path_buf)))).collect()
    }
}

impl Corpus {
    /// Reads the roots.
    pub fn read(roots: &[Root]) -> Self {
        Corpus::default().reread(roots)
    }

    /// Reads the roots again, but not the files that have not changed: those keep their text, and the whole source stays
    /// the same `Arc` if nothing else that is known of it changed.
    pub fn reread(&self, roots: &[Root]) -> Self {
        let sources =
            self.sources.iter().filter_map(|source| Some((source.path.clone()?, Arc::clone(source)))).collect();
        self.pool.take_change();
        let before = Before { sources, pool: Arc::clone(&self.pool) };
        let mut corpus = Corpus { pool: Arc::clone(&self.pool), ..Corpus::default() };
        for root in roots {
            let read = match root {
                Root::Folder(folder) => read_folder(folder, &before),
                Root::Seeds(written) => seeds(written.as_deref()),
            };
            corpus.add(read);
        }
        for source in &mut corpus.sources {
            let old = self.ids.get(&source.id).map(|&number| &self.sources[number]);
            if let Some(old) = old.filter(|old| old.is_same(source)) {
                *source = Arc::clone(old);
            }
        }
        corpus
    }

    /// The same with some of its files read again. `None` where more may have changed than what these say, so that the
    /// folders must be walked through: one of them is no source yet, or none any more, or leads to another file now.
    pub fn with_files_reread(&self, paths: &[PathBuf]) -> Option<Self> {
        let mut corpus = self.clone();
        for path in paths {
            let number = *self.paths.get(path.as_os_str())?;
            let old = &self.sources[number];
            let canonical = path.canonicalize().ok()?;
            if old.path.as_ref() != Some(path) || *old.canonical.as_ref().unwrap_or(path) != canonical {
                return None;
            }
            let sources = [(path.clone(), Arc::clone(old))].into_iter().collect();
            let before = Before { sources, pool: Arc::clone(&self.pool) };
            let found = Found { path: path.clone(), canonical, relative: old.relative.clone(), format: old.format };
            let read = read_source(&found, &before).ok()?;
            let new = Source { id: old.id.clone(), meta: old.meta.clone(), ..read };
            if !old.is_same(&new) {
                corpus.sources[number] = Arc::new(new);
            }
        }
        Some(corpus)
    }

    /// A corpus as it was, without reading its texts or looking whether they have changed. `known` tells of a folder what
    /// is known of it; `None` where nothing is known of one of them.
    pub fn recall(roots: &[Root], mut known: impl FnMut(&Path) -> Option<KnownFolder>) -> Option<Self> {
        let mut corpus = Corpus::default();
        for root in roots {
            let read = match root {
                Root::Folder(folder) => known_folder(known(folder)?, &corpus.pool),
                Root::Seeds(written) => seeds(written.as_deref()),
            };
            corpus.add(read);
        }
        Some(corpus)
    }

    /// What is known of its folders; see [`Corpus::recall`]. Sources that have another text than their file are left out.
    pub fn known(&self) -> Vec<KnownFolder> {
        let folders = self.folders.iter().filter_map(|folder| Some((folder, folder.root.clone()?)));
        let known = folders.map(|(folder, root)| {
            // A source that lies in two folders is called by its place in the first one.
            let record = |number: usize| {
                let record = self.sources[number].record()?;
                Some(Record { relative: below(&root, &record.path).unwrap_or(record.relative), ..record })
            };
            let sources = folder.sources.iter().filter_map(|(_, number)| record(*number)).collect();
            let problems = folder.problems.iter().filter(|problem| !is_of_notes(problem, &root)).cloned().collect();
            KnownFolder { root, sources, problems }
        });
        known.collect()
    }

    /// Whether a file of it was found to have changed since this was last asked, or since the corpus was read: then it
    /// should be read again.
    pub fn take_change(&self) -> bool {
        self.pool.take_change()
    }

    /// Whether it has few sources, and no file has to be read for any of them.
    pub fn is_small_and_in_memory(&self) -> bool {
        self.sources.len() <= FEW && self.sources.iter().all(|source| source.text.is_held())
    }

    /// The source with this id.
    pub fn source_by_id(&self, id: &str) -> Option<&Arc<Source>> {
        self.ids.get(id).map(|&number| &self.sources[number])
    }

    /// The source that is this file, whether `path` is written as it was found or leads there by links.
    pub fn source_by_path(&self, path: &Path) -> Option<&Arc<Source>> {
        self.number_by_path(path).map(|number| &self.sources[number])
    }

    /// The number of that source in [`Corpus::sources`].
    pub fn number_by_path(&self, path: &Path) -> Option<usize> {
        let find = |path: &Path| self.paths.get(path.as_os_str()).copied();
        find(path).or_else(|| find(&path.canonicalize().ok()?))
    }

    fn add(&mut self, read: FolderRead) {
        let mut sources = Vec::with_capacity(read.sources.len());
        for source in read.sources {
            let local = source.meta.id.clone();
            let paths: Vec<OsString> = source.path.iter().chain(&source.canonical).map(|path| path.into()).collect();
            let number = match paths.iter().find_map(|path| self.paths.get(path)) {
                Some(&known) => known,
                None => self.push(source, read.root.as_deref()),
            };
            Arc::make_mut(&mut self.paths).extend(paths.into_iter().map(|path| (path, number)));
            sources.push((local, number));
        }
        self.folders.push(Folder {
            root: read.root,
            sources,
            metadata: read.metadata,
            metadata_problems: read.metadata_problems,
            concepts: read.concepts,
            problems: read.problems,
        });
    }

    /// Where another folder has a source with the same id, the name of the folder comes before it.
    fn push(&mut self, mut source: Arc<Source>, root: Option<&Path>) -> usize {
        let number = self.sources.len();
        if self.ids.contains_key(&source.id) {
            let folder = root.and_then(Path::file_name).map_or("seeds".into(), |name| name.to_string_lossy());
            let first = format!("{folder}/{}", source.meta.id);
            let others = (2..).map(|n| format!("{folder}-{n}/{}", source.meta.id));
            let id = std::iter::once(first).chain(others).find(|id| !self.ids.contains_key(id));
            Arc::make_mut(&mut source).id = id.unwrap_or_default();
        }
        Arc::make_mut(&mut self.ids).insert(source.id.clone(), number);
        self.sources.push(source);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{FoldedText, parse_concepts, resolve};
    use std::fs;

    fn folders(files: &[(&str, &str)]) -> (tempfile::TempDir, impl Fn(&[&str]) -> Vec<Root>) {
        let parent = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = parent.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let path = parent.path().to_path_buf();
        (parent, move |names| names.iter().map(|name| Root::Folder(path.join(name))).collect())
    }

    #[test]
    fn ids_are_unique_across_folders_and_each_folder_keeps_its_own() {
        let (_parent, roots) = folders(&[("a/x.txt", "1"), ("b/x.txt", "2"), ("b/y.txt", "3"), ("c/b/x.txt", "4")]);
        let corpus = Corpus::read(&roots(&["a", "b", "c/b"]));
        let ids: Vec<&str> = corpus.sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["x", "b/x", "y", "b-2/x"]);
        assert_eq!(corpus.folders[1].sources, [("x".to_string(), 1), ("y".to_string(), 2)]);
        assert_eq!(&*corpus.source_by_id("b-2/x").unwrap().text.whole(), "4");
        assert!(corpus.source_by_id("z").is_none());
    }

    #[test]
    fn a_file_in_two_folders_is_one_source() {
        let (_parent, roots) = folders(&[("a/b/x.txt", "1"), ("a/y.txt", "2")]);
        let corpus = Corpus::read(&roots(&["a", "a/b"]));
        assert_eq!(corpus.sources.len(), 2);
        assert_eq!(corpus.folders[1].sources, [("x".to_string(), 0)]);
    }

    #[test]
    fn the_seeds_and_a_folder_make_one_corpus() {
        let (_parent, roots) = folders(&[("a/independent-foreign-policy-of-peace.txt", "mine")]);
        let corpus = Corpus::read(&[roots(&["a"]), vec![Root::Seeds(None)]].concat());
        assert_eq!(corpus.sources.len(), 6);
        assert!(corpus.source_by_id("seeds/independent-foreign-policy-of-peace").is_some());
    }

    #[test]
    fn a_source_is_found_by_its_path_and_by_one_that_leads_there() {
        let (parent, roots) = folders(&[("a/x.txt", "1")]);
        let corpus = Corpus::read(&roots(&["a"]));
        for path in ["a/x.txt", "a/../a/x.txt"] {
            assert!(corpus.source_by_path(&parent.path().join(path)).is_some(), "{path}");
        }
        assert!(corpus.source_by_path(&parent.path().join("a/y.txt")).is_none());
    }

    #[test]
    fn reading_again_keeps_what_has_not_changed() {
        let (parent, roots) =
            folders(&[("a/same.txt", "1"), ("a/new.txt", "2"), ("a/touched.txt", "3"), ("a/gone.txt", "")]);
        let before = Corpus::read(&roots(&["a"]));
        fs::remove_file(parent.path().join("a/gone.txt")).unwrap();
        fs::write(parent.path().join("a/new.txt"), "two").unwrap();
        fs::write(parent.path().join("a/touched.txt"), "3").unwrap();
        let after = before.reread(&roots(&["a"]));
        let pair = |id| (before.source_by_id(id).unwrap(), after.source_by_id(id).unwrap());
        let (old, new) = pair("same");
        assert!(Arc::ptr_eq(old, new));
        let (old, new) = pair("touched");
        assert!(old.text.is_same(&new.text), "written again, but the same");
        assert_eq!(&*pair("new").1.text.whole(), "two");
        assert!(after.source_by_id("gone").is_none());
    }

    #[test]
    fn a_file_is_read_again_by_itself_where_nothing_else_can_have_changed() {
        let (parent, roots) = folders(&[("a/one.txt", "1"), ("a/two.txt", "2"), ("a/b/three.txt", "3")]);
        let path = |name: &str| parent.path().join("a").join(name);
        fs::write(path("corpus.toml"), "[[source]]\nfile = 'one.txt'\nid = 'first'\ntitle = 'One'\n").unwrap();
        let before = Corpus::read(&roots(&["a"]));
        for name in ["one.txt", "two.txt"] {
            fs::write(path(name), "new").unwrap();
        }
        let after = before.with_files_reread(&[path("one.txt"), path("b/three.txt")]).unwrap();
        let text = |corpus: &Corpus, id| corpus.source_by_id(id).unwrap().text.whole().to_string();
        assert_eq!(["first", "two", "three"].map(|id| text(&after, id)), ["new", "2", "3"]);
        assert_eq!(after.source_by_id("first").unwrap().name(), "One");
        assert!(Arc::ptr_eq(before.source_by_id("three").unwrap(), after.source_by_id("three").unwrap()));
        let whole = after.reread(&roots(&["a"]));
        assert!(whole.source_by_id("first").unwrap().is_same(after.source_by_id("first").unwrap()));
        fs::write(path("new.txt"), "4").unwrap();
        fs::remove_file(path("b/three.txt")).unwrap();
        fs::write(path("two.txt"), b"\x7fELF\0\0\0").unwrap();
        for name in ["new.txt", "b/three.txt", "two.txt", "corpus.toml", "b", ""] {
            assert!(before.with_files_reread(&[path("one.txt"), path(name)]).is_none(), "{name}");
        }
    }

    #[test]
    fn a_file_that_changed_within_the_tick_of_a_clock_is_read_again() {
        let (parent, roots) = folders(&[("a/x.txt", "one")]);
        let path = parent.path().join("a/x.txt");
        let before = Corpus::read(&roots(&["a"]));
        let mut stale = Source::clone(&before.sources[0]);
        fs::write(&path, "two").unwrap();
        // As on a file system whose clock has not moved on between the two.
        stale.stamp = Some(super::super::Stamp::new(&fs::metadata(&path).unwrap()));
        let stale = Corpus { sources: vec![Arc::new(stale)], ..before };
        assert_eq!(&*stale.reread(&roots(&["a"])).sources[0].text.whole(), "two");
    }

    #[test]
    fn what_is_said_of_a_text_can_change_while_the_text_stays() {
        let (parent, roots) = folders(&[("a/x.txt", "1")]);
        let before = Corpus::read(&roots(&["a"]));
        fs::write(parent.path().join("a/corpus.toml"), "[[source]]\nfile = 'x.txt'\ntitle = 'X'\n").unwrap();
        let after = before.reread(&roots(&["a"]));
        assert_eq!(after.sources[0].name(), "X");
        assert!(before.sources[0].text.is_same(&after.sources[0].text));
        assert!(after.reread(&roots(&["a"])).sources[0].meta == after.sources[0].meta);
    }

    #[test]
    fn a_corpus_that_is_known_is_put_up_again_without_reading_its_texts() {
        let (parent, roots) = folders(&[("a/x.txt", "one"), ("a/b/x.md", "two"), ("a/y.txt", "\u{feff}three")]);
        fs::write(parent.path().join("a/corpus.toml"), "[[source]]\nfile = 'y.txt'\ntitle = 'Why'\n").unwrap();
        fs::write(parent.path().join("a/z.txt"), b"\0\0\0").unwrap();
        let roots = [roots(&["a"]), vec![Root::Seeds(None)]].concat();
        let before = Corpus::read(&roots);
        let known = before.known();
        let after = Corpus::recall(&roots, |root| known.iter().find(|known| known.root == root).cloned()).unwrap();
        for (old, new) in before.sources.iter().zip(&after.sources) {
            assert!(old.is_same(new), "{} {}", old.id, new.id);
            assert_eq!(old.text.whole(), new.text.whole());
        }
        assert_eq!(after.folders[0].problems, before.folders[0].problems);
        assert_eq!(after.number_by_path(&parent.path().join("a/b/x.md")), Some(0));
        assert!(Corpus::recall(&roots, |_| None).is_none());
        let again = after.reread(&roots);
        assert!(after.sources.iter().zip(&again.sources).all(|(old, new)| Arc::ptr_eq(old, new)));
    }

    #[test]
    fn every_anchor_of_the_seeds_is_found_and_every_statement_stands_in_its_passage() {
        let corpus = Corpus::read(&[Root::Seeds(None)]);
        let seeds = &corpus.folders[0];
        let texts: Vec<Arc<str>> = corpus.sources.iter().map(|source| source.text.whole()).collect();
        let folded: Vec<FoldedText<'_>> = texts.iter().map(|text| FoldedText::new(text)).collect();
        let sources: Vec<(&str, &FoldedText<'_>)> =
            seeds.sources.iter().map(|(id, number)| (id.as_str(), &folded[*number])).collect();
        let file = &seeds.concepts.as_ref().unwrap().text;
        let annotations = parse_concepts(file);
        let lines = crate::text::LineIndex::new(file);
        let problems = [annotations.problems.clone(), resolve(&annotations, &sources).problems].concat();
        let shown: Vec<String> = problems
            .iter()
            .map(|problem| format!("concepts.toml:{}: {}", lines.line_of(problem.span.start) + 1, problem.message))
            .collect();
        assert!(shown.is_empty(), "{}", shown.join("\n"));
    }
}
