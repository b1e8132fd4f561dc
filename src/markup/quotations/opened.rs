//! The quotation that a writer is in the middle of: an opening mark before the cursor that nothing has closed yet.

use super::Role;
use super::classes::Side;
use super::doubles::left_open;
use super::marks::{Doubt, Mark, marks_in};

/// A mark that was opened and not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The mark.
    pub mark: char,
    /// Where it stands in the prose.
    pub at: usize,
}

impl Opened {
    /// Where its words begin in the prose.
    pub fn inside(self) -> usize {
        self.at + self.mark.len_utf8()
    }

    /// The marks that may close it; the first one is the one to write.
    pub fn closing(self) -> &'static [char] {
        match self.mark {
            '"' => &['"'],
            '„' => &['“', '”', '‟'],
            '«' => &['»'],
            '»' => &['«', '»'],
            '‹' => &['›'],
            '›' => &['‹', '›'],
            '「' => &['」'],
            '『' => &['』'],
            '\'' => &['\''],
            '‘' | '‛' => &['’'],
            '‚' => &['‘', '’'],
            _ => &['”', '“'],
        }
    }
}

/// The innermost mark that is open at the end of `before`, the prose of a block up to the cursor. What may be an apostrophe
/// opens nothing.
pub fn opened(before: &str) -> Option<Opened> {
    let marks = marks_in(before);
    let (doubles, roles) = left_open(&marks);
    let outer = doubles.last().copied();
    let innermost = single(&marks, &roles, outer.map_or(0, |outer| outer + 1)).or(outer)?;
    Some(Opened { mark: marks[innermost].char, at: marks[innermost].at })
}

/// The innermost single mark, of those from the number `first` on, that is open.
fn single(marks: &[Mark], roles: &[Role], first: usize) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut pairs: Vec<usize> = Vec::new();
    for (number, mark) in marks.iter().enumerate().skip(first) {
        match roles[number] {
            // Single marks do not pair across a pair of double ones.
            Role::Opens => pairs.push(open.len()),
            Role::Closes(_) => open.truncate(pairs.pop().unwrap_or(open.len())),
            _ if !mark.is_single() => {}
            _ => match mark.side {
                Side::Opens if mark.doubt < Doubt::Strong => open.push(number),
                Side::Closes | Side::Either if mark.doubt < Doubt::Strong => drop(open.pop()),
                _ => {}
            },
        }
    }
    open.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(before: &str) -> Option<(char, &str)> {
        opened(before).map(|opened| (opened.mark, &before[opened.inside()..]))
    }

    #[test]
    fn the_innermost_mark_that_nothing_closed_is_open() {
        assert_eq!(mark("He says: “the sun ri"), Some(('“', "the sun ri")));
        assert_eq!(mark("“One.” He says: \"the sun"), Some(('"', "the sun")));
        assert_eq!(mark("“She said: ‘the sun "), Some(('‘', "the sun ")));
        assert_eq!(mark("“She said: ‘the sun’ and "), Some(('“', "She said: ‘the sun’ and ")));
        assert_eq!(mark("« le soleil"), Some(('«', " le soleil")));
        assert_eq!(mark("Er sagt: „die Sonne"), Some(('„', "die Sonne")));
        assert_eq!(mark("他说：「太阳"), Some(('「', "太阳")));
        assert_eq!(mark("He says 'the sun"), Some(('\'', "the sun")));
    }

    #[test]
    fn what_is_closed_or_an_apostrophe_opens_nothing() {
        for before in [
            "",
            "He says “the sun” and",
            "\"One\" and",
            "the nations' rights",
            "’twas the sun",
            "'tis",
            "rock 'n' roll is",
        ] {
            assert_eq!(mark(before), None, "{before}");
        }
    }
}
