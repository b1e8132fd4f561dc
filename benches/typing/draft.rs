//! The draft that is typed into, and a large corpus: both made from the seeds, the same at each run.

use glossator::text::sentences;
use std::fs;
use std::path::{Path, PathBuf};

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
/// Public-domain texts that are measured with where they are at hand.
const TEXTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/bench/quotes/docs");

const PARAGRAPHS: usize = 100;
const PARAGRAPH: usize = 960;
const TERMS_EACH: usize = 3;
const LINE: usize = 80;

/// Words of the writer's own.
const WORDS: &str = "the reader may ask why such a small question deserves another long chapter and what an honest \
    answer would look like when most letters were lost in a fire years ago yet we still hold some notes from that \
    summer written by several hands on thin paper with a blue pencil they tell about rain bread trains music gardens \
    borrowed books old doors quiet mornings and how people talked over dinner while nobody thought it would matter \
    later this essay therefore begins slowly it counts what remains compares each page weighs every word leaves room \
    for doubt then turns back to where everything started because there is rarely only one way through";

/// A place in the draft, in lines and UTF-16 units.
pub type Place = (u32, u32);

/// The draft.
pub struct Draft {
    /// Its text.
    pub text: String,
    /// A place inside each of its terms, three letters from the beginning.
    pub terms: Vec<Place>,
    /// A place inside each of its quotations.
    pub quotations: Vec<Place>,
    /// The end of the last line of each paragraph.
    pub ends: Vec<Place>,
}

/// What a word of the draft is the beginning of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Term,
    Quotation,
}

impl Draft {
    /// A draft of 100 KB with 100 quotations, a third of them altered, and 300 terms, in lines of 80 columns.
    pub fn new() -> Self {
        let (quotations, terms) = (quotations(), terms());
        let mut chance = Chance(7);
        let mut draft = Draft { text: String::new(), terms: Vec::new(), quotations: Vec::new(), ends: Vec::new() };
        let mut line = 0;
        draft.heading(1, "A draft about what was said", &mut line);
        for number in 0..PARAGRAPHS {
            if number % 10 == 0 {
                draft.heading(2, &format!("Part {}", number / 10 + 1), &mut line);
            }
            let term = |i: usize| terms[(number * TERMS_EACH + i) * 7 % terms.len()].as_str();
            let mut words = chance.sentences(PARAGRAPH / 4);
            let quotation = altered(&quotations[number * quotations.len() / PARAGRAPHS], number);
            let quotation = format!("As one of them says, “{quotation}”.");
            words.extend(marked(&quotation, 4, Mark::Quotation));
            for i in 0..TERMS_EACH {
                words.extend(chance.sentences(PARAGRAPH / 8));
                words.extend(marked(&format!("So much for {}.", term(i)), 3, Mark::Term));
            }
            let length: usize = words.iter().map(|(word, _)| word.len() + 1).sum();
            words.extend(chance.sentences(PARAGRAPH.saturating_sub(length)));
            draft.paragraph(&words, &mut line);
        }
        draft
    }

    fn heading(&mut self, level: usize, title: &str, line: &mut u32) {
        self.text.push_str(&format!("{} {title}\n\n", "#".repeat(level)));
        *line += 2;
    }

    fn paragraph(&mut self, words: &[(String, Mark)], line: &mut u32) {
        let mut column = 0;
        for (word, mark) in words {
            let length = word.encode_utf16().count();
            if column > 0 && column + 1 + length > LINE {
                self.text.push('\n');
                *line += 1;
                column = 0;
            } else if column > 0 {
                self.text.push(' ');
                column += 1;
            }
            let place = (*line, column as u32 + 3.min(length as u32));
            match mark {
                Mark::Term => self.terms.push(place),
                Mark::Quotation => self.quotations.push(place),
                Mark::None => {}
            }
            self.text.push_str(word);
            column += length;
        }
        self.ends.push((*line, column as u32));
        self.text.push_str("\n\n");
        *line += 2;
    }
}

fn marked(text: &str, at: usize, mark: Mark) -> Vec<(String, Mark)> {
    let words = text.split_whitespace().enumerate();
    words.map(|(i, word)| (word.to_string(), if i == at { mark } else { Mark::None })).collect()
}

/// Sentences of the seeds that can be quoted as they are.
fn quotations() -> Vec<String> {
    let mut all = Vec::new();
    for path in files(Path::new(SEEDS), "txt") {
        let text = fs::read_to_string(path).expect("a seed");
        for span in sentences(&text) {
            let sentence = span.of(&text).trim_end_matches('.');
            let words = sentence.split_whitespace().count();
            if (9..45).contains(&words) && !sentence.contains(['“', '”', '"', '‘', '(', '[', '\n', '*', '_']) {
                all.push(sentence.to_string());
            }
        }
    }
    assert!(all.len() >= PARAGRAPHS, "{} sentences", all.len());
    all
}

/// Every third quotation is changed: a word dropped, replaced or added.
fn altered(quotation: &str, number: usize) -> String {
    let mut words: Vec<&str> = quotation.split_whitespace().collect();
    let middle = words.len() / 2;
    match number % 9 {
        1 => drop(words.remove(middle)),
        4 => words[middle] = "certain",
        7 => words.insert(middle, "never"),
        _ => {}
    }
    words.join(" ")
}

/// The names of the seeds' concepts.
fn terms() -> Vec<String> {
    let text = fs::read_to_string(Path::new(SEEDS).join("concepts.toml")).expect("the annotation layer");
    let names = text.lines().filter_map(|line| line.trim().strip_prefix("name")?.trim().strip_prefix('='));
    names.map(|name| name.trim().trim_matches('"').to_string()).filter(|name| name.is_ascii()).collect()
}

/// The folder of a corpus of 10 MB that has the seeds and what is known of them in it; `None` if it cannot be written.
pub fn large_corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("typing-corpus");
    let whole = folder.join("whole");
    if whole.exists() {
        return Some(folder);
    }
    fs::create_dir_all(&folder).ok()?;
    for name in files(Path::new(SEEDS), "txt").into_iter().chain(files(Path::new(SEEDS), "toml")) {
        fs::copy(&name, folder.join(name.file_name()?)).ok()?;
    }
    let texts = files(Path::new(TEXTS), "txt");
    for path in &texts {
        fs::copy(path, folder.join(path.file_name()?)).ok()?;
    }
    if texts.is_empty() {
        made_up(&folder)?;
    }
    fs::write(whole, "").ok()?;
    Some(folder)
}

/// Writes 10 MB of prose that nobody has said, from the seeds' words.
fn made_up(folder: &Path) -> Option<()> {
    let seeds: String =
        files(Path::new(SEEDS), "txt").iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let words: Vec<&str> = seeds.split(|c: char| !c.is_ascii_lowercase()).filter(|word| word.len() > 1).collect();
    let mut chance = Chance(11);
    for number in 0..50 {
        let mut text = String::new();
        while text.len() < 200_000 {
            for i in 0..8 + chance.below(16) {
                text.push_str(if i == 0 { "" } else { " " });
                text.push_str(words[chance.below(words.len())]);
            }
            text.push_str(if chance.below(6) == 0 { ".\n\n" } else { ". " });
        }
        fs::write(folder.join(format!("text-{number:02}.txt")), text).ok()?;
    }
    Some(())
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut all: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|own| own == extension)).collect();
    all.sort();
    all
}

/// Numbers without order that are the same at each run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    /// Sentences of the writer's own, of about `length` bytes.
    fn sentences(&mut self, length: usize) -> Vec<(String, Mark)> {
        let own: Vec<&str> = WORDS.split_whitespace().collect();
        let mut all: Vec<(String, Mark)> = Vec::new();
        let mut written = 0;
        while written < length {
            let count = 6 + self.below(10);
            for i in 0..count {
                let mut word = own[self.below(own.len())].to_string();
                if i == 0 {
                    word[..1].make_ascii_uppercase();
                }
                if i + 1 == count {
                    word.push('.');
                }
                written += word.len() + 1;
                all.push((word, Mark::None));
            }
        }
        all
    }
}
