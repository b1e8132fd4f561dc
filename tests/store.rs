//! The index on disk, from outside: processes that are killed at any moment, and several at once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};
use tempfile::TempDir;

/// A corpus that is just large enough to be kept.
struct Corpus {
    texts: TempDir,
    cache: TempDir,
}

impl Corpus {
    fn new() -> Self {
        let corpus = Corpus { texts: tempfile::tempdir().unwrap(), cache: tempfile::tempdir().unwrap() };
        for part in 0..11 {
            let line =
                |n: usize| format!("In part {part} the line {n} tells of the harbour and its {} ships.\n\n", n * 7);
            corpus.write(&format!("part{part}"), &(0..1700).map(line).collect::<String>());
        }
        corpus
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.texts.path().join(format!("{name}.txt")), text).unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_glossator"));
        command.args(args).env("GLOSSATOR_CACHE_DIR", self.cache.path()).current_dir(self.cache.path());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn index(&self) -> Child {
        self.command(&["index", &self.texts.path().to_string_lossy()]).spawn().expect("the program starts")
    }

    /// What `find` says of a quotation.
    fn find(&self, quotation: &str) -> String {
        let corpus = self.texts.path().to_string_lossy().into_owned();
        let output = self.command(&["find", "--format", "json", "--corpus", &corpus, quotation]).output().unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The files of the index, with their lengths.
    fn files(&self) -> Vec<(PathBuf, u64)> {
        let folders = fs::read_dir(self.cache.path().join("index")).into_iter().flatten().flatten();
        let files = folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten().flatten());
        files.filter_map(|file| Some((file.path(), file.metadata().ok()?.len()))).collect()
    }
}

fn ended_well(output: &Output) -> bool {
    let said = String::from_utf8_lossy(&output.stderr);
    output.status.success() && said.lines().all(|line| line.contains("another process writes the index"))
}

/// Lets the process go on until something has happened to the files, or it is done.
fn until_it_writes(corpus: &Corpus, child: &mut Child) {
    let before = corpus.files();
    while corpus.files() == before && child.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(200));
    }
}

#[test]
fn a_process_that_is_killed_at_any_moment_loses_and_corrupts_nothing() {
    let corpus = Corpus::new();
    let began = Instant::now();
    assert!(ended_well(&corpus.index().wait_with_output().unwrap()));
    let whole = began.elapsed();
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    for round in 0..24 {
        if round % 6 == 0 {
            fs::remove_dir_all(corpus.cache.path().join("index")).unwrap();
        }
        corpus.write("news", &format!("Round {round} brings a storm, and the mole holds out against it."));
        let mut child = corpus.index();
        if round % 2 == 0 {
            until_it_writes(&corpus, &mut child);
        }
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        sleep(if round % 2 == 0 { Duration::from_micros(chance % 3000) } else { whole * (chance % 100) as u32 / 100 });
        child.kill().unwrap();
        child.wait().unwrap();
        if round % 3 == 2 {
            let found = corpus.find(&format!("Round {round} brings a storm, and the mole holds out"));
            assert!(found.contains("\"verdict\": \"verbatim\""), "round {round}: {found}");
            let found = corpus.find("In part 7 the line 1001 tells of the harbour and its 7007 ships");
            assert!(found.contains("part7.txt"), "round {round}: {found}");
            let old = corpus.find(&format!("Round {} brings a storm, and the mole holds out", round - 1));
            assert!(!old.contains("\"verdict\": \"verbatim\""), "round {round}: {old}");
        }
    }
    assert!(ended_well(&corpus.index().wait_with_output().unwrap()));
    let up_to_date = corpus.index().wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&up_to_date.stdout), "The index of 12 texts is up to date.\n");
    // What the processes left behind goes when nobody can want it any more.
    for (path, _) in corpus.files() {
        let file = fs::File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(7200)).unwrap();
    }
    assert!(ended_well(&corpus.index().wait_with_output().unwrap()));
    let left: Vec<PathBuf> = corpus.files().into_iter().map(|(path, _)| path).collect();
    assert!(left.iter().filter(|path| is_segment(path)).count() <= 2, "{left:?}");
    assert!(left.len() <= 2 + ["manifest", "lock", "used"].len(), "{left:?}");
}

#[test]
fn processes_that_start_at_once_share_the_work_and_the_index() {
    let corpus = Corpus::new();
    let children: Vec<Child> = (0..4).map(|_| corpus.index()).collect();
    let answers: Vec<String> = children
        .into_iter()
        .map(|child| {
            let output = child.wait_with_output().unwrap();
            assert!(ended_well(&output), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        })
        .collect();
    assert_eq!(answers.iter().filter(|answer| answer.contains("indexed in")).count(), 1, "{answers:?}");
    assert_eq!(corpus.files().iter().filter(|(path, _)| is_segment(path)).count(), 1);
}

#[test]
fn a_damaged_index_is_never_believed() {
    let corpus = Corpus::new();
    assert!(ended_well(&corpus.index().wait_with_output().unwrap()));
    for at in 1..8 {
        let (path, len) = corpus.files().into_iter().find(|(path, _)| is_segment(path)).unwrap();
        let mut bytes = fs::read(&path).unwrap();
        for byte in &mut bytes[len as usize * at / 9..][..len as usize / 9] {
            *byte ^= 0x55;
        }
        fs::write(&path, bytes).unwrap();
        for part in 0..11 {
            let found = corpus.find(&format!("In part {part} the line 1001 tells of the harbour and its 7007 ships"));
            assert!(found.contains("\"verdict\": \"verbatim\""), "{at}: {found}");
        }
    }
}

#[test]
fn a_damaged_index_is_made_anew_by_the_command_that_prepares_it() {
    let corpus = Corpus::new();
    assert!(ended_well(&corpus.index().wait_with_output().unwrap()));
    let (path, len) = corpus.files().into_iter().find(|(path, _)| is_segment(path)).unwrap();
    let whole = fs::read(&path).unwrap();
    for at in [len / 5, len / 2, len - 9000] {
        let mut bytes = whole.clone();
        bytes[at as usize] ^= 0x10;
        fs::write(&path, bytes).unwrap();
        let said = corpus.index().wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(said.contains("indexed in") && said.contains("kept in"), "{at}: {said}");
        assert!(fs::read(&path).unwrap() == whole, "{at}");
        let found = corpus.find("In part 7 the line 1001 tells of the harbour and its 7007 ships");
        assert!(found.contains("\"verdict\": \"verbatim\""), "{at}: {found}");
    }
}

#[cfg(unix)]
#[test]
fn a_cache_that_is_full_is_said_and_answers_come_all_the_same() {
    let corpus = Corpus::new();
    // Nothing can be written to it, whoever asks.
    std::os::unix::fs::symlink("/proc", corpus.cache.path().join("index")).unwrap();
    let output = corpus.index().wait_with_output().unwrap();
    assert!(output.status.success());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.matches("the index cannot be kept in").count(), 1, "{said}");
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("and not kept\n"));
}

fn is_segment(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "words")
}
