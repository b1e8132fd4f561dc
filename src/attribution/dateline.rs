//! Datelines, with which a report says where it was written and for whom: `HARTWELL, Ohio (AP) — A judge …`. They are no part
//! of the sentence behind them.

use super::tokens::{Kind, Token};
use crate::markup::Page;

/// Tokens of a dateline, at most.
const LONGEST: usize = 12;

/// Whether the dash at `dash` ends a dateline that begins with its paragraph at `start`: a place in capital letters, or one behind
/// which an agency stands in brackets, and a sentence behind it.
pub(super) fn is_dateline(tokens: &[Token], page: &Page, start: usize, dash: usize) -> bool {
    let (first, last) = (&tokens[start], &tokens[dash]);
    let is_paragraph = start.checked_sub(1).is_none_or(|before| tokens[before].block != first.block);
    let is_short = dash > start && dash - start <= LONGEST && last.kind == Kind::Dash && first.capital;
    let is_sentence = tokens.get(dash + 1).is_some_and(|next| next.kind == Kind::Word && next.capital);
    if !is_paragraph || !is_short || !is_sentence {
        return false;
    }
    let word = |token: &Token| token.span.of(&page.blocks[token.block].prose.text);
    let is_loud = word(first).chars().count() > 2 && !word(first).contains(char::is_lowercase);
    let is_agency = tokens[dash - 1].kind == Kind::Close;
    let is_place = tokens[start..dash].iter().all(|token| match token.kind {
        Kind::Word => token.capital,
        Kind::Number | Kind::Comma | Kind::Open | Kind::Close => true,
        _ => false,
    });
    is_place && (is_loud || is_agency)
}
