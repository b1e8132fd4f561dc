//! The entries of a `concepts.toml` held against each other: no two with one name, and none that leads nowhere or to itself.

use super::concepts::Reading;
use crate::settings::nearest;
use crate::text::fold;
use rustc_hash::FxHashMap;

impl Reading {
    /// A form that two concepts share could not be told apart in a text.
    pub fn names_with_one_meaning(&mut self) {
        let mut meanings: FxHashMap<String, usize> = FxHashMap::default();
        for (concept, term) in std::mem::take(&mut self.terms) {
            let other = *meanings.entry(fold(&term.value)).or_insert(concept);
            // Of two entries with one id each has its names.
            if other != concept {
                let message = format!(
                    "“{}” is already a name of `{}`: one form can have one meaning only",
                    term.value, self.concepts[other].id
                );
                self.problem(&term, message);
            }
        }
        for (concept, form) in std::mem::take(&mut self.avoided) {
            let Some(&named) = meanings.get(&fold(&form.value)) else { continue };
            let is_own = named == concept;
            let whose = if is_own { "its own" } else { "another concept's" };
            let message =
                format!("“{}” is a name of `{}`: {whose} name cannot be avoided", form.value, self.concepts[named].id);
            self.problem(&form, message);
        }
    }

    /// Reports relations that lead nowhere or, upwards, back to where they came from, and takes them out.
    pub fn relations(&mut self) {
        let mentions = std::mem::take(&mut self.mentions);
        for (concept, id, broader) in &mentions {
            let own = self.concepts[*concept].id.clone();
            let wrong = match self.ids.get(&id.value) {
                None => Some(match nearest(&id.value, self.ids.keys().map(String::as_str)) {
                    Some(meant) => format!("no concept has the id `{}`: did you mean `{meant}`?", id.value),
                    None => format!("no concept has the id `{}`", id.value),
                }),
                Some(_) if id.value == own => Some(format!("`{own}` cannot be related to itself")),
                Some(&above) if *broader && self.leads_up(above, *concept) => {
                    Some(format!("`{}` is itself narrower than `{own}`: that is a circle", id.value))
                }
                Some(_) => None,
            };
            if let Some(message) = wrong {
                let entry = &mut self.concepts[*concept];
                let list = if *broader { &mut entry.broader } else { &mut entry.related };
                list.retain(|other| *other != id.value);
                self.problem(id, message);
            }
        }
    }

    /// Whether `to` is among what is broader than `from`.
    fn leads_up(&self, from: usize, to: usize) -> bool {
        let mut seen = vec![false; self.concepts.len()];
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            if at == to {
                return true;
            }
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(self.concepts[at].broader.iter().filter_map(|id| self.ids.get(id)));
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::annotation::parse_concepts;

    #[test]
    fn a_name_is_not_avoided() {
        let file = "[[concept]]\nid='a'\nname='A law'\nkind='policy'\navoid=['rule B', 'a law', 'law A']\n\
                    [[concept]]\nid='b'\nname='Rule B'\nkind='policy'\n";
        let problems = parse_concepts(file).problems;
        let shown: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(
            shown,
            [
                "“rule B” is a name of `b`: another concept's name cannot be avoided",
                "“a law” is a name of `a`: its own name cannot be avoided"
            ]
        );
    }
}
