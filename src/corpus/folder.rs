//! Reading one folder: its texts, what `corpus.toml` says of them, and the text of its `concepts.toml`.

use super::file::{Before, read_notes, read_source};
use super::source::stem_of;
use super::walk::{Found, format_of, walk};
use super::{FileProblem, NotesFile, Source};
use crate::annotation::{Problem, SourceMeta, parse_corpus};
use crate::settings::nearest;
use crate::text::key;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// From this number of files on, they are read by several threads: for fewer it does not pay.
const MANY: usize = 16;

/// What was read from a folder.
#[derive(Clone, Debug, Default)]
pub struct FolderRead {
    /// The folder, or the one file that was asked for; `None` for the seeds.
    pub root: Option<PathBuf>,
    /// The texts, in the order of their relative paths; their ids are unique in the folder.
    pub sources: Vec<Arc<Source>>,
    /// Its `corpus.toml`.
    pub metadata: Option<NotesFile>,
    /// What is wrong in it.
    pub metadata_problems: Vec<Problem>,
    /// Its `concepts.toml`.
    pub concepts: Option<NotesFile>,
    /// What could not be read.
    pub problems: Vec<FileProblem>,
}

/// Reads the folder `root`, or the one text that it is. Texts that have not changed since `before` was read are taken
/// from there.
pub fn read_folder(root: &Path, before: &Before) -> FolderRead {
    let root = std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
    let mut read = FolderRead { root: Some(root.clone()), ..FolderRead::default() };
    // Whether a folder can be read, only reading it shows.
    let found = std::fs::metadata(&root).and_then(|found| match found.is_dir() {
        true => std::fs::read_dir(&root).map(|_| true),
        false => Ok(false),
    });
    let files = match found {
        Ok(true) => {
            read.metadata = read_notes(&root.join("corpus.toml"), &mut read.problems);
            read.concepts = read_notes(&root.join("concepts.toml"), &mut read.problems);
            walk(&root, &mut read.problems)
        }
        Ok(false) => single(&root, &mut read.problems),
        Err(error) => {
            let message = match error.kind() {
                io::ErrorKind::NotFound => "there is no such folder".to_string(),
                _ => format!("this folder cannot be read: {error}"),
            };
            read.problems.push(FileProblem::new(&root, message));
            return read;
        }
    };
    let texts: Vec<Result<Source, FileProblem>> = if files.len() < MANY {
        files.iter().map(|file| read_source(file, before)).collect()
    } else {
        files.par_iter().map(|file| read_source(file, before)).collect()
    };
    let mut sources = Vec::with_capacity(texts.len());
    for text in texts {
        match text {
            Ok(source) => sources.push(source),
            Err(problem) => read.problems.push(problem),
        }
    }
    if sources.is_empty() && read.problems.is_empty() {
        let message = "no .txt or .md file is in this folder (hidden files and what .gitignore names are left out)";
        read.problems.push(FileProblem::new(&root, message));
    }
    read.sources = described(sources, &read.metadata, &mut read.metadata_problems);
    read
}

/// Gives the sources what the metadata file says of them, and ids that are unique in the folder.
pub(super) fn described(
    mut sources: Vec<Source>,
    metadata: &Option<NotesFile>,
    problems: &mut Vec<Problem>,
) -> Vec<Arc<Source>> {
    let (entries, found) = metadata.as_ref().map(|file| parse_corpus(&file.text)).unwrap_or_default();
    problems.extend(found);
    problems.extend(met_ids(&entries, sources.iter().map(|source| source.relative.as_str())));
    let mut entries: FxHashMap<String, SourceMeta> =
        entries.into_iter().map(|entry| (entry.file.clone(), entry)).collect();
    for source in &mut sources {
        let none = || SourceMeta { file: source.relative.clone(), ..SourceMeta::default() };
        source.meta = entries.remove(&source.relative).unwrap_or_else(none);
    }
    let mut left: Vec<SourceMeta> = entries.into_values().collect();
    left.sort_by_key(|entry| entry.span);
    problems.extend(unknown_files(&left, sources.iter().map(|source| source.relative.as_str())));
    give_ids(&mut sources);
    sources.into_iter().map(Arc::new).collect()
}

/// What is said of texts that are not among these files.
pub fn unknown_files<'a>(entries: &[SourceMeta], files: impl Iterator<Item = &'a str>) -> Vec<Problem> {
    let files: Vec<&str> = files.collect();
    let known: FxHashSet<&str> = files.iter().copied().collect();
    let unknown = entries.iter().filter(|entry| !known.contains(entry.file.as_str()));
    let problem = |entry: &SourceMeta| {
        let hint = nearest(&entry.file, files.iter().copied());
        let hint = hint.map(|meant| format!(": did you mean {meant}?")).unwrap_or_default();
        Problem { span: entry.span, message: format!("there is no text {} here{hint}", entry.file) }
    };
    unknown.map(problem).collect()
}

/// What is said of ids by which one of these files would be known that has none: those of its name, unless that is the name
/// of several of them, which are known by their paths then.
pub fn met_ids<'a>(entries: &[SourceMeta], files: impl Iterator<Item = &'a str>) -> Vec<Problem> {
    let given: FxHashMap<&str, &SourceMeta> =
        entries.iter().filter(|entry| !entry.id.is_empty()).map(|entry| (entry.file.as_str(), entry)).collect();
    let mut nameless: FxHashMap<&str, Option<&str>> = FxHashMap::default();
    for file in files.filter(|file| !given.contains_key(file)) {
        nameless.entry(stem_of(file)).and_modify(|only| *only = None).or_insert(Some(file));
    }
    let met = entries.iter().filter_map(|entry| Some((entry, (*nameless.get(entry.id.as_str())?)?)));
    let problem = |(entry, file): (&SourceMeta, &str)| {
        let message =
            format!("the id `{}` is also the name of {file}, which has no id of its own: give it one", entry.id);
        Problem { span: entry.id_span, message }
    };
    met.map(problem).collect()
}

/// An id that is given stands. Else it is the file's stem or, where that would not be unique, as much of the relative
/// path as it takes.
fn give_ids(sources: &mut [Source]) {
    let mut taken: FxHashSet<String> = sources.iter().map(|source| source.meta.id.clone()).collect();
    let mut stems: FxHashMap<u64, usize> = FxHashMap::default();
    for source in sources.iter().filter(|source| source.meta.id.is_empty()) {
        *stems.entry(key(stem_of(&source.relative))).or_default() += 1;
    }
    for source in sources {
        if source.meta.id.is_empty() {
            let stem = stem_of(&source.relative);
            let folders = &source.relative[..source.relative.rfind('/').map_or(0, |slash| slash + 1)];
            let forms = [stem, &source.relative[..folders.len() + stem.len()], &source.relative];
            let unique = usize::from(stems[&key(stem)] > 1);
            let free = forms[unique..].iter().find(|form| !taken.contains(**form));
            let id = free.map_or_else(|| format!("./{}", source.relative), |form| form.to_string());
            taken.insert(id.clone());
            source.meta.id = id;
        }
        source.id.clone_from(&source.meta.id);
    }
}

fn single(path: &Path, problems: &mut Vec<FileProblem>) -> Vec<Found> {
    let Some(format) = format_of(path) else {
        problems.push(FileProblem::new(path, "this is neither a folder nor a .txt or .md file"));
        return Vec::new();
    };
    let relative = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let canonical = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    vec![Found { path: path.to_path_buf(), canonical, relative, format }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Decoding;
    use crate::corpus::file::LARGEST_FILE;
    use std::fs;

    /// A folder with these files, and what is read from it.
    fn read(files: &[(&str, &str)]) -> (tempfile::TempDir, FolderRead) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let read = read_folder(folder.path(), &Before::default());
        (folder, read)
    }

    fn names(read: &FolderRead) -> Vec<&str> {
        read.sources.iter().map(|source| source.relative.as_str()).collect()
    }

    fn messages(read: &FolderRead) -> Vec<&str> {
        read.problems.iter().map(|problem| problem.message.as_str()).collect()
    }

    #[test]
    fn texts_are_read_in_the_order_of_their_paths_and_other_files_are_left_out() {
        let (folder, read) = read(&[
            ("z.txt", "z"),
            ("b/a.MD", "# b"),
            ("b.markdown", "b"),
            ("corpus.toml", "[[source]]\nfile = 'z.txt'\ntitle = 'Zed'\nid = 'zed'\n[[source]]\nfile = 'b/a.md'\n"),
            ("concepts.toml", "# none"),
            ("image.png", "\0"),
            (".hidden.txt", "x"),
            (".git/x.txt", "x"),
        ]);
        assert_eq!(names(&read), ["b.markdown", "b/a.MD", "z.txt"]);
        assert_eq!(messages(&read), [""; 0]);
        let zed = &read.sources[2];
        assert_eq!((zed.id.as_str(), zed.name(), zed.format), ("zed", "Zed", crate::markup::Format::Plain));
        assert_eq!(zed.path, Some(folder.path().join("z.txt")));
        assert_eq!(read.sources[1].format, crate::markup::Format::Markdown);
        assert_eq!(read.metadata_problems[0].message, "there is no text b/a.md here: did you mean b/a.MD?");
        assert_eq!(&*read.concepts.unwrap().text, "# none");
    }

    #[test]
    fn what_gitignore_names_is_left_out_even_though_this_is_no_repository() {
        let (folder, read) = read(&[
            ("a.txt", ""),
            ("b.txt", ""),
            ("old/c.txt", ""),
            (".gitignore", "/b.txt\nold/\n/in\n"),
            ("in/d.txt", ""),
        ]);
        assert_eq!(names(&read), ["a.txt"]);
        let ignored = read_folder(&folder.path().join("in"), &Before::default());
        assert_eq!(names(&ignored), ["d.txt"], "a folder that was asked for by name is read all the same");
    }

    #[test]
    fn files_with_the_same_stem_get_ids_that_tell_them_apart() {
        let (_folder, read) = read(&[("a/x.txt", ""), ("b/x.txt", ""), ("b/x.md", ""), ("y.txt", "")]);
        let ids: Vec<&str> = read.sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["a/x", "b/x", "b/x.txt", "y"]);
    }

    #[test]
    fn an_id_that_is_the_name_of_another_text_is_told_unless_several_have_that_name() {
        let corpus = ("corpus.toml", "[[source]]\nfile = 's.txt'\nid = 'letter'\n");
        let (_folder, one) = read(&[("a/letter.txt", ""), ("s.txt", ""), corpus]);
        assert_eq!(one.metadata_problems.len(), 1, "{:?}", one.metadata_problems);
        let (_folder, two) = read(&[("a/letter.txt", ""), ("b/letter.txt", ""), ("s.txt", ""), corpus]);
        let ids: Vec<&str> = two.sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["a/letter", "b/letter", "letter"]);
        assert_eq!(two.metadata_problems, []);
    }

    #[test]
    fn binary_files_are_reported_and_skipped_and_other_encodings_are_read() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), b"\x7fELF\0\0\0\0").unwrap();
        fs::write(folder.path().join("b.txt"), b"caf\xe9").unwrap();
        let read = read_folder(folder.path(), &Before::default());
        assert_eq!(names(&read), ["b.txt"]);
        assert_eq!((&*read.sources[0].text.whole(), read.sources[0].decoding), ("café", Decoding::Latin1));
        assert_eq!(messages(&read), ["this file is not read: it is binary, not a text"]);
        assert_eq!(read.problems[0].path, folder.path().join("a.txt"));
    }

    #[test]
    fn a_file_that_is_too_large_is_reported_and_skipped() {
        let folder = tempfile::tempdir().unwrap();
        fs::File::create(folder.path().join("a.txt")).unwrap().set_len(LARGEST_FILE + 1).unwrap();
        let read = read_folder(folder.path(), &Before::default());
        assert_eq!(messages(&read), ["this file is not read: it is larger than 256 MB"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_never_waited_for() {
        let (folder, _) = read(&[("a.txt", "a")]);
        for name in ["b.txt", "corpus.toml"] {
            std::process::Command::new("mkfifo").arg(folder.path().join(name)).status().unwrap();
        }
        let read = read_folder(folder.path(), &Before::default());
        assert_eq!(names(&read), ["a.txt"]);
        assert_eq!(messages(&read), ["this is not read: it is not an ordinary file"]);
        let pipe = read_folder(&folder.path().join("b.txt"), &Before::default());
        assert_eq!(messages(&pipe), ["this is not read: it is not an ordinary file"]);
    }

    #[test]
    fn what_is_no_folder_says_so() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.pdf"), "").unwrap();
        let of = |path: &str| read_folder(&folder.path().join(path), &Before::default());
        assert_eq!(messages(&of("none")), ["there is no such folder"]);
        assert_eq!(messages(&of("a.pdf")), ["this is neither a folder nor a .txt or .md file"]);
        assert!(messages(&of("."))[0].starts_with("no .txt or .md file is in this folder"));
    }

    #[test]
    fn a_single_text_is_a_corpus_too() {
        let (folder, _) = read(&[("a.txt", "x"), ("b.txt", "y")]);
        let read = read_folder(&folder.path().join("a.txt"), &Before::default());
        assert_eq!(names(&read), ["a.txt"]);
    }

    #[cfg(unix)]
    mod links {
        use super::*;
        use std::os::unix::fs::symlink;

        #[test]
        fn each_file_is_read_once_under_its_own_name_if_it_lies_in_the_folder() {
            let (folder, _) = read(&[("z/real.txt", "x")]);
            let root = folder.path();
            symlink(root.join("z/real.txt"), root.join("a.txt")).unwrap();
            symlink(root.join("z"), root.join("b")).unwrap();
            let read = read_folder(root, &Before::default());
            assert_eq!((names(&read), messages(&read)), (vec!["z/real.txt"], vec![]));
        }

        #[test]
        fn what_lies_elsewhere_is_found_through_a_link() {
            let (elsewhere, _) = read(&[("deep/x.txt", "x"), ("y.txt", "y")]);
            let (folder, _) = read(&[("a.txt", "a")]);
            symlink(elsewhere.path().join("deep"), folder.path().join("in")).unwrap();
            symlink(elsewhere.path().join("y.txt"), folder.path().join("other.txt")).unwrap();
            let read = read_folder(folder.path(), &Before::default());
            assert_eq!(names(&read), ["a.txt", "in/x.txt", "other.txt"]);
        }

        #[test]
        fn loops_ladders_and_broken_links_are_survived() {
            let (folder, _) = read(&[("a.txt", "a"), ("0/b.txt", "b")]);
            let root = folder.path();
            symlink(root, root.join("0/loop")).unwrap();
            symlink(root.parent().unwrap(), root.join("up")).unwrap();
            symlink("self", root.join("self")).unwrap();
            symlink("nowhere.txt", root.join("broken.txt")).unwrap();
            for step in 0..30 {
                // Two ways down from each step: a billion paths to the last one.
                let next = root.join((step + 1).to_string());
                fs::create_dir(&next).unwrap();
                symlink(&next, root.join(format!("{step}/left"))).unwrap();
                symlink(&next, root.join(format!("{step}/right"))).unwrap();
            }
            let read = read_folder(root, &Before::default());
            assert_eq!(names(&read), ["0/b.txt", "a.txt"]);
            assert_eq!(read.problems.len(), 2, "{:?}", read.problems);
        }
    }
}
