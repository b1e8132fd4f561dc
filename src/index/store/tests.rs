use super::*;
use crate::text::fold;
use std::fs;
use tempfile::TempDir;

/// What is kept in these tests, in bytes of text.
const LEAST: usize = 100_000;

/// A corpus of a few files that is large enough to be kept, and a cache.
struct Bench {
    folder: TempDir,
    cache: TempDir,
}

impl Bench {
    fn new() -> Self {
        let bench = Bench { folder: tempfile::tempdir().unwrap(), cache: tempfile::tempdir().unwrap() };
        for name in ["a", "b", "c"] {
            bench.write(name, &format!("{name} marks {name} every line of it\n\n").repeat(LEAST / 40));
        }
        bench
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(format!("{name}.txt")), text).unwrap();
    }

    fn roots(&self) -> Vec<Root> {
        vec![Root::Folder(self.folder.path().into())]
    }

    fn store(&self) -> Store {
        let waiting = Some((|| {}) as fn());
        Store { least: LEAST, waiting, ..Store::new(Some(self.cache.path()), &self.roots()) }
    }

    /// What a process does that starts now: the corpus, its index, and how many bytes of text had to be read for it.
    fn start(&self) -> (Store, Corpus, Index, u64) {
        let mut store = self.store();
        let before = store.recall(&self.roots()).map(|recalled| recalled.corpus).unwrap_or_default();
        let corpus = before.reread(&self.roots());
        let read = AtomicU64::new(0);
        let index = store.index(&corpus, &|_, total| read.store(total, Ordering::Relaxed));
        (store, corpus, index, read.into_inner())
    }

    fn files(&self) -> Vec<PathBuf> {
        let store = fs::read_dir(self.cache.path().join("index")).unwrap().next().unwrap().unwrap().path();
        let mut files: Vec<PathBuf> = fs::read_dir(store).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }

    /// The files of segments.
    fn segments(&self) -> Vec<PathBuf> {
        self.files().into_iter().filter(|path| path.extension().is_some_and(|e| e == "words")).collect()
    }
}

/// In how many sources each of these words stands, as often as it does.
fn counts(index: &Index, words: &[&str]) -> Vec<u64> {
    words.iter().map(|word| index.phrase(&[index.look_up(word)]).len() as u64).collect()
}

/// That each word of each source is where the index says.
fn is_right(corpus: &Corpus, index: &Index) -> bool {
    corpus.sources.iter().enumerate().all(|(number, source)| {
        let positions = index.positions_of(number);
        let spans = [positions.start, positions.start + positions.len() / 2, positions.end.max(1) - 1];
        positions.is_empty() == source.text.is_empty()
            && spans.iter().all(|&at| fold(&source.slice(index.span(at))) == index.word(at))
    })
}

#[test]
fn what_is_kept_is_there_again_without_reading_a_text() {
    let bench = Bench::new();
    let (_, _, first, read) = bench.start();
    assert!(read > LEAST as u64);
    let Recalled { corpus, index } = bench.store().recall(&bench.roots()).unwrap();
    let index = index.unwrap();
    assert!(is_right(&corpus, &index));
    assert_eq!(counts(&index, &["a", "marks"]), counts(&first, &["a", "marks"]));
    assert_eq!(bench.start().3, 0);
}

#[test]
fn only_what_changed_is_read_again_and_what_moved_is_not() {
    let bench = Bench::new();
    bench.start();
    bench.write("b", "one short text");
    fs::rename(bench.folder.path().join("c.txt"), bench.folder.path().join("d.txt")).unwrap();
    bench.write("e", "another short text");
    let (_, corpus, index, read) = bench.start();
    assert_eq!(read, 32);
    assert!(is_right(&corpus, &index));
    assert_eq!(counts(&index, &["short", "b"]), [2, 0]);
    assert_eq!(bench.start().3, 0);
}

#[test]
fn a_source_that_is_gone_is_not_answered_and_the_same_text_twice_is_two_sources() {
    let bench = Bench::new();
    bench.write("x", "a twin");
    bench.write("y", "a twin");
    let (mut store, corpus, index, _) = bench.start();
    assert_eq!(counts(&index, &["twin"]), [2]);
    fs::remove_file(bench.folder.path().join("x.txt")).unwrap();
    let corpus = corpus.reread(&bench.roots());
    let index = store.index(&corpus, &|_, _| {});
    assert_eq!(counts(&index, &["twin"]), [1]);
    assert!(is_right(&corpus, &index));
}

#[test]
fn a_text_that_is_being_edited_is_never_written_down() {
    let bench = Bench::new();
    let (mut store, mut corpus, _, _) = bench.start();
    let files = bench.files();
    corpus.sources[1] = Arc::new(corpus.sources[1].with_text("a draft".into()));
    let index = store.index(&corpus, &|_, _| {});
    assert_eq!(counts(&index, &["draft", "b"]), [1, 0]);
    assert_eq!(bench.files(), files);
    let (_, _, index, read) = bench.start();
    assert_eq!((counts(&index, &["draft"]), read), (vec![0], 0));
}

#[test]
fn a_flipped_byte_anywhere_is_noticed_and_made_good() {
    let bench = Bench::new();
    let (_, _, right, _) = bench.start();
    let expected = counts(&right, &["a", "marks", "line"]);
    for path in bench.files() {
        let whole = fs::read(&path).unwrap();
        for at in (0..whole.len()).step_by(whole.len() / 23 + 1) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            // As damage does, and not as a process that has the file mapped: under the same name, another file.
            fs::remove_file(&path).unwrap();
            fs::write(&path, damaged).unwrap();
            let (mut store, corpus, index, _) = bench.start();
            let found = counts(&index, &["a", "marks", "line"]);
            assert!(found == expected || index.is_damaged(), "{}: {at}", path.display());
            store.verify();
            store.index(&corpus, &|_, _| {});
            // The next process finds it whole, and finds the right thing in it.
            let (store, corpus, index, read) = bench.start();
            assert!(read == 0 && is_right(&corpus, &index), "{}: {at}", path.display());
            assert_eq!(counts(&index, &["a", "marks", "line"]), expected, "{}: {at}", path.display());
            assert!(store.kept.iter().all(|kept| kept.segment.verify()), "{}: {at}", path.display());
        }
        fs::remove_file(&path).unwrap();
        fs::write(&path, whole).unwrap();
    }
}

#[test]
fn what_is_cut_off_or_missing_is_made_again() {
    let bench = Bench::new();
    bench.start();
    for path in bench.files() {
        let len = fs::metadata(&path).unwrap().len();
        for left in [0, 1, len / 2, len.saturating_sub(1)] {
            let whole = fs::read(&path).unwrap();
            fs::remove_file(&path).unwrap();
            fs::write(&path, &whole[..(left as usize).min(whole.len())]).unwrap();
            let (_, corpus, index, _) = bench.start();
            assert!(is_right(&corpus, &index), "{}: {left}", path.display());
            assert_eq!(bench.start().3, 0, "{}: {left}", path.display());
        }
        _ = fs::remove_file(&path);
        let (_, corpus, index, _) = bench.start();
        assert!(is_right(&corpus, &index), "{}", path.display());
    }
}

#[test]
fn where_nothing_can_be_written_all_is_done_in_memory_and_said_once() {
    let bench = Bench::new();
    fs::write(bench.cache.path().join("index"), "in the way").unwrap();
    let (mut store, corpus, index, _) = bench.start();
    assert!(is_right(&corpus, &index));
    assert!(store.take_problem().unwrap().starts_with("the index cannot be kept in"));
    assert_eq!(store.take_problem(), None);
    assert_eq!(store.figures().on_disk, 0);
}

#[test]
fn a_small_corpus_leaves_nothing_behind() {
    let bench = Bench::new();
    for name in ["a", "b", "c"] {
        bench.write(name, "short");
    }
    let (_, corpus, index, _) = bench.start();
    assert!(is_right(&corpus, &index));
    assert_eq!(fs::read_dir(bench.cache.path()).unwrap().count(), 0);
}

#[test]
fn many_changes_leave_few_segments() {
    let bench = Bench::new();
    let (mut store, mut corpus, _, _) = bench.start();
    for change in 0..30 {
        bench.write(&format!("new{}", change % 20), &format!("the change {change}"));
        corpus = corpus.reread(&bench.roots());
        store.index(&corpus, &|_, _| {});
        while store.tidy(&corpus) {}
        assert!(store.kept.len() <= 9, "{}", store.kept.len());
    }
    let (store, corpus, index, read) = bench.start();
    assert_eq!(read, 0);
    assert!(is_right(&corpus, &index) && store.kept.len() <= 9);
    assert_eq!(counts(&index, &["change", "29", "3"]), [20, 1, 0]);
    bench.write("a", "");
    bench.write("b", "");
    let (mut store, corpus, _, _) = bench.start();
    let before = store.figures().words;
    while store.tidy(&corpus) {}
    assert!(store.figures().words < before / 2);
    let (_, corpus, index, read) = bench.start();
    assert!(is_right(&corpus, &index) && read == 0);
}

#[test]
fn several_processes_at_once_find_the_words_once() {
    let bench = Bench::new();
    let read: Vec<u64> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| bench.start().3)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(read.iter().filter(|&&read| read > 0).count(), 1, "{read:?}");
    assert_eq!(bench.segments().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf_8_keeps_nothing_from_being_kept() {
    use std::os::unix::ffi::OsStrExt;
    let bench = Bench::new();
    let strange = bench.folder.path().join(std::ffi::OsStr::from_bytes(b"\xff.txt"));
    fs::write(&strange, "an odd name").unwrap();
    std::os::unix::fs::symlink(&strange, bench.folder.path().join("z.txt")).unwrap();
    fs::write(bench.folder.path().join(std::ffi::OsStr::from_bytes(b"\xfe.txt")), b"\0\0").unwrap();
    let (mut store, _, _, _) = bench.start();
    assert_eq!(store.take_problem(), None);
    assert!(store.folder().is_some());
    let Recalled { corpus, index } = bench.store().recall(&bench.roots()).unwrap();
    assert_eq!(counts(&index.unwrap(), &["odd"]), [1]);
    assert_eq!(corpus.number_by_path(&strange), Some(3));
    assert_eq!(corpus.folders[0].problems.len(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_has_one_store_by_whatever_path_it_is_called() {
    let bench = Bench::new();
    bench.start();
    let link = bench.cache.path().join("link");
    std::os::unix::fs::symlink(bench.folder.path(), &link).unwrap();
    let name = bench.folder.path().file_name().unwrap();
    for path in [link.clone(), bench.folder.path().join("..").join(name), bench.folder.path().join("")] {
        let roots = [Root::Folder(path.clone())];
        let mut store = Store { least: LEAST, ..Store::new(Some(bench.cache.path()), &roots) };
        let Recalled { corpus, index } = store.recall(&roots).unwrap_or_else(|| panic!("{}", path.display()));
        assert!(is_right(&corpus, &index.unwrap()));
        assert!(corpus.sources.iter().all(|source| source.path.as_ref().unwrap().starts_with(&path)));
        let again = corpus.reread(&roots);
        assert!(again.sources.iter().zip(&corpus.sources).all(|(new, old)| Arc::ptr_eq(new, old)));
        store.index(&again, &|_, _| {});
        assert!(!store.has_news(&again));
    }
    assert_eq!(fs::read_dir(bench.cache.path().join("index")).unwrap().count(), 1);
}

#[test]
fn what_an_earlier_process_left_unfinished_goes_when_nothing_is_new() {
    let bench = Bench::new();
    bench.start();
    let folder = bench.segments()[0].parent().unwrap().to_path_buf();
    for name in [".new-x", "0000.words"] {
        fs::write(folder.join(name), "x").unwrap();
        let file = fs::File::options().write(true).open(folder.join(name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(7200)).unwrap();
    }
    bench.start();
    assert!(!folder.join(".new-x").exists() && !folder.join("0000.words").exists());
    assert_eq!(bench.segments().len(), 1);
}

#[test]
fn a_process_that_tidies_names_what_another_one_wrote_meanwhile() {
    let bench = Bench::new();
    let (mut first, mut corpus, _, _) = bench.start();
    for change in 0..9 {
        bench.write(&format!("new{change}"), &format!("the change {change}"));
        corpus = corpus.reread(&bench.roots());
        first.index(&corpus, &|_, _| {});
    }
    bench.write("other", &"another process was here\n".repeat(100));
    bench.start();
    while first.tidy(&corpus) {}
    let (_, corpus, index, read) = bench.start();
    assert!(read == 0 && is_right(&corpus, &index));
}

#[test]
fn while_another_process_writes_answers_come_from_memory() {
    let bench = Bench::new();
    let (mut store, _, _, _) = bench.start();
    let lock = store.locked_now().unwrap();
    bench.write("b", "one short text");
    let mut other = Store { waiting: None, ..bench.store() };
    let corpus = other.recall(&bench.roots()).unwrap().corpus.reread(&bench.roots());
    let index = other.index(&corpus, &|_, _| {});
    assert!(is_right(&corpus, &index));
    assert_eq!(counts(&index, &["short"]), [1]);
    assert!(other.figures().on_disk < other.figures().bytes);
    drop(lock);
    assert_eq!(bench.start().3, 14);
}

#[test]
fn candidates_for_concepts_are_found_behind_the_words_and_kept() {
    let bench = Bench::new();
    let prose = "The policy of “splendid isolation” is a policy by which a country keeps out of alliances.\n\n";
    bench.write("d", &prose.repeat(LEAST / 40));
    let (mut store, corpus, index, _) = bench.start();
    assert!(!index.is_extracted() && is_right(&corpus, &index));
    assert!(store.extract(&corpus, &|_, _| {}));
    assert!(!store.extract(&corpus, &|_, _| {}), "once");
    let (_, _, again, read) = bench.start();
    assert!(again.is_extracted() && is_right(&corpus, &again) && read == 0);
    assert!((0..corpus.sources.len()).any(|source| !again.candidates_of(source).is_empty()));
    assert_eq!(bench.segments().len(), 1);
}

#[test]
fn what_another_process_has_extracted_is_taken_over() {
    let bench = Bench::new();
    let (mut first, corpus, _, _) = bench.start();
    let (mut second, ..) = bench.start();
    first.extract(&corpus, &|_, _| {});
    let read = AtomicU64::new(0);
    second.extract(&corpus, &|_, total| read.store(total, Ordering::Relaxed));
    assert_eq!(read.into_inner(), 0);
    assert!(second.index(&corpus, &|_, _| {}).is_extracted());
}

#[test]
fn a_text_that_comes_back_after_candidates_were_found_has_its_own() {
    let bench = Bench::new();
    let prose = "The policy of “splendid isolation” is a policy by which a country keeps out of alliances.\n\n";
    bench.write("d", &prose.repeat(LEAST / 40));
    bench.start();
    bench.write("d", "Nothing is here.");
    let (mut store, corpus, ..) = bench.start();
    assert!(store.extract(&corpus, &|_, _| {}));
    bench.write("d", &prose.repeat(LEAST / 40));
    let (mut store, corpus, ..) = bench.start();
    store.extract(&corpus, &|_, _| {});
    let index = store.index(&corpus, &|_, _| {});
    assert!((0..corpus.sources.len()).any(|source| !index.candidates_of(source).is_empty()));
}

#[cfg(unix)]
#[test]
fn candidates_that_cannot_be_written_are_known_all_the_same_and_the_words_stay() {
    let bench = Bench::new();
    let (mut store, corpus, ..) = bench.start();
    let words = bench.segments();
    let unextracted = store.unextracted(&corpus);
    // Another process writes all the time.
    let folder = words[0].parent().unwrap().to_path_buf();
    let lock = files::try_lock(&folder).unwrap().unwrap();
    for one in unextracted {
        let found = one.extract(&|_| {}).unwrap();
        store.waiting = None;
        assert!(store.take_candidates(&corpus, found));
    }
    drop(lock);
    assert_eq!(bench.segments(), words);
    let index = store.index(&corpus, &|_, _| {});
    assert!(index.is_extracted() && is_right(&corpus, &index));
    assert_eq!(bench.segments(), words);
    assert!(!bench.start().2.is_extracted(), "the next process finds them itself");
}
