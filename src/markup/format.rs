//! Which format a text is written in, told by its language or its name.

/// How a text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Format {
    /// Paragraphs between blank lines, nothing else.
    #[default]
    Plain,
    /// CommonMark with GitHub's additions, footnotes and front matter.
    Markdown,
}

impl Format {
    /// The format of a document, by the editor's language identifier if that is a known one, else by the extension of
    /// its path or URI, else plain.
    pub fn of(language_id: Option<&str>, path_or_uri: Option<&str>) -> Format {
        language_id.and_then(Format::of_language).or_else(|| path_or_uri.and_then(Format::of_path)).unwrap_or_default()
    }

    fn of_language(id: &str) -> Option<Format> {
        match id.to_ascii_lowercase().as_str() {
            "markdown" | "md" | "gfm" | "ghmarkdown" | "markdown.mdx" | "mdx" | "mkd" | "pandoc" | "quarto" | "qmd"
            | "rmd" | "rmarkdown" => Some(Format::Markdown),
            "plaintext" | "plain" | "text" | "txt" => Some(Format::Plain),
            _ => None,
        }
    }

    fn of_path(path: &str) -> Option<Format> {
        let name = path.rsplit(['/', '\\']).next()?;
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mdwn" | "mdx" | "qmd" | "rmd" => Some(Format::Markdown),
            "txt" | "text" => Some(Format::Plain),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_decides_then_the_extension_and_what_is_unknown_is_plain() {
        for (language, path, expected) in [
            (Some("markdown"), Some("file:///notes.txt"), Format::Markdown),
            (Some("plaintext"), Some("file:///notes.md"), Format::Plain),
            (Some("quarto"), None, Format::Markdown),
            (Some("klingon"), Some("/letters/a.b/Notes.MD"), Format::Markdown),
            (None, Some("untitled:Untitled-1"), Format::Plain),
            (None, Some("/letters/x.md/notes"), Format::Plain),
            (None, Some("notes.mdown"), Format::Markdown),
            (None, None, Format::Plain),
        ] {
            assert_eq!(Format::of(language, path), expected, "{language:?} {path:?}");
        }
    }
}
