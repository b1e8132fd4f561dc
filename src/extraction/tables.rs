//! Tables that are glossaries: one column has terms, another says what each of them means.

use super::candidates::{Collector, Defining};
use super::glossary::refers;
use super::lexicon::Class;
use super::pattern::Pattern;
use super::signals::{Signal, Signals};
use super::tokens::{Known, Token};
use crate::markup::{Block, BlockKind};
use crate::text::{Span, fold};
use std::sync::LazyLock;

/// What a column of terms is called, in all languages that are read.
const TERMS: &str = "term|terms|word|concept|expression|acronym|abbreviation|Begriff|Begriffe|Fachbegriff|Wort|Ausdruck|Abkürzung|\
    terme|termes|mot|notion|sigle|abréviation|término|términos|palabra|concepto|expresión|sigla|abreviatura|termine|termini|\
    parola|concetto|espressione|termo|termos|palavra|conceito|expressão|термин|понятие|слово|术语|名词|概念|用語|言葉";
/// What a column of their meanings is called.
const MEANINGS: &str = "meaning|meanings|definition|definitions|description|explanation|Bedeutung|Definition|Erklärung|\
    Erläuterung|Beschreibung|signification|définition|sens|explication|significado|definición|descripción|explicación|\
    significato|definizione|descrizione|spiegazione|definição|descrição|explicação|значение|определение|описание|含义|定义|\
    意思|释义|解释|说明|意味|定義|説明";
/// What may stand beside the name of either column: articles, what joins two names, and languages.
const LANGUAGES: &str = "the|a|an|der|die|das|le|la|les|el|los|las|il|lo|os|as|and|or|und|oder|et|ou|y|o|e|и|или|in|auf|en|\
    English|German|French|Spanish|Italian|Portuguese|Russian|Chinese|Japanese|Korean|Arabic|Dutch|Polish|Turkish|Latin|\
    Greek|Hebrew|Sanskrit|Hindi|Englisch|Deutsch|Französisch|Spanisch|Italienisch|Lateinisch|Latein|Russisch|englischer|\
    deutscher|lateinischer|deutsche|englische|anglais|français|française|allemand|espagnol|latin|inglés|español|alemán|\
    francés|inglese|italiano|tedesco|francese|inglês|português|alemão|английский|русский|немецкий|中文|英文|日语|英语";
/// What a term may be called besides.
const OF_TERMS: &str = "key|technical|main|important|common|legal|special|basic|related|foreign|defined|medical|scientific|\
    original|wichtige|technischer|technique|técnico|tecnico|clave|clé";
/// What a meaning may be called besides.
const OF_MEANINGS: &str =
    "short|brief|full|plain|simple|literal|legal|formal|its|their|kurze|ausführliche|courte|breve|краткое";
/// A header of more words is no name of a column.
const LONGEST_HEADER: usize = 4;
/// A cell with more words is no term.
const LONGEST_TERM: usize = 8;

static TERM_HEADERS: LazyLock<Vec<String>> = LazyLock::new(|| headers(TERMS));
static MEANING_HEADERS: LazyLock<Vec<String>> = LazyLock::new(|| headers(MEANINGS));

static LANGUAGE_NAMES: LazyLock<Vec<String>> = LazyLock::new(|| headers(LANGUAGES));
static TERM_EPITHETS: LazyLock<Vec<String>> = LazyLock::new(|| headers(OF_TERMS));
static MEANING_EPITHETS: LazyLock<Vec<String>> = LazyLock::new(|| headers(OF_MEANINGS));

/// Column names, folded, with a space at both ends.
fn headers(names: &str) -> Vec<String> {
    names.split('|').map(|name| format!(" {} ", fold(name))).collect()
}

/// The columns of the table that is being read.
#[derive(Default)]
struct Columns {
    term: Option<u16>,
    meaning: Option<u16>,
}

/// Adds the terms of a document's tables to its candidates, each with the cell that says what it means.
pub(super) fn collect(blocks: &[Block], known: &mut Known, collector: &mut Collector) {
    let mut columns = Columns::default();
    let mut term: Option<(u32, &Block)> = None;
    let mut is_header = false;
    for block in blocks {
        let BlockKind::Cell { row, column } = block.kind else { continue };
        if row == 0 {
            if !is_header || column == 0 {
                columns = Columns::default();
            }
            columns.take(&block.prose.text, column);
        }
        is_header = row == 0;
        if is_header || (columns.term, columns.meaning) == (None, None) {
            continue;
        }
        if columns.term == Some(column) {
            term = Some((row, block));
        } else if columns.meaning == Some(column)
            && let Some((_, named)) = term.filter(|&(its, _)| its == row)
        {
            define(named, block, known, collector);
        }
    }
}

impl Columns {
    /// Takes the header of a column.
    fn take(&mut self, header: &str, column: u16) {
        let header = fold(header);
        if header.split(' ').count() > LONGEST_HEADER {
            return;
        }
        let header = format!(" {header} ");
        if self.term.is_none() && is_one(&header, &TERM_HEADERS, &TERM_EPITHETS) {
            self.term = Some(column);
        } else if self.term.is_some() && self.meaning.is_none() && is_one(&header, &MEANING_HEADERS, &MEANING_EPITHETS)
        {
            self.meaning = Some(column);
        }
    }
}

/// Whether a folded header is one of the names, or several of them, with nothing beside it but what may stand there.
fn is_one(header: &str, names: &[String], epithets: &[String]) -> bool {
    let (mut rest, mut named) = (header, false);
    while rest.len() > 1 {
        let begins = |all: &[String]| all.iter().filter(|one| rest.starts_with(one.as_str())).map(String::len).max();
        let name = begins(names);
        let Some(len) = name.or_else(|| begins(epithets)).or_else(|| begins(&LANGUAGE_NAMES)) else { return false };
        named |= name.is_some();
        // The space behind it is also the one before the next.
        rest = &rest[len - 1..];
    }
    named
}

/// Takes what a cell says for the definition of the term in another.
fn define(term: &Block, meaning: &Block, known: &mut Known, collector: &mut Collector) {
    let mut words = Vec::new();
    known.tokens(&term.prose.text, &mut words);
    let Some(name) = name_in(&words) else { return };
    let says = meaning.prose.text.split_whitespace().next().is_some() && !refers(&meaning.prose.text);
    let text = meaning.prose.text.trim();
    let start = meaning.prose.text.len() - meaning.prose.text.trim_start().len();
    let Some(passage) = meaning.prose.to_page(Span::new(start, start + text.len())).filter(|_| says) else { return };
    let signals = Signals::of(Signal::Defined);
    collector.add(term, name, signals, true);
    collector.define(term, name, Defining { pattern: Pattern::Termed, passage }, signals);
}

/// The first name in a cell of terms: without an article, and without what stands in parentheses or behind a comma.
fn name_in(words: &[Token]) -> Option<&[Token]> {
    let first = words.iter().take_while(|word| word.class == Class::Determiner).count();
    let more = words.get(first + 1..)?.iter().take_while(|word| word.gap.ends_no_clause()).count();
    (more < LONGEST_TERM).then(|| &words[first..first + 1 + more])
}
