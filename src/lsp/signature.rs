//! Signature help in the protocol's words.

use super::client::Abilities;
use super::convert::markup;
use crate::features::card::Card;
use crate::features::signature::{Part, Signature, Signatures};
use crate::library::Library;
use tower_lsp::lsp_types::*;

/// What begins a list of parts, or parts its items: then the editor asks by itself.
pub const TRIGGERS: [&str; 8] = [":", ",", ";", "：", "，", "；", "、", "("];
/// What it asks again behind while the help is shown.
pub const RETRIGGERS: [&str; 2] = [" ", ")"];

/// The lists of parts as the client can show them.
pub fn help(found: &Signatures, library: &Library, client: Abilities) -> SignatureHelp {
    SignatureHelp {
        signatures: found.all.iter().map(|signature| information(signature, library, client)).collect(),
        active_signature: Some(found.active as u32),
        active_parameter: found.all[found.active].current.map(|part| part as u32),
    }
}

fn information(signature: &Signature, library: &Library, client: Abilities) -> SignatureInformation {
    let documentation = |card: &Card| Documentation::MarkupContent(markup(card, library, client.signature_markdown));
    let parameter = |part: &Part| ParameterInformation {
        label: match client.label_offsets {
            true => {
                let units = |end: usize| signature.label[..end].encode_utf16().count() as u32;
                ParameterLabel::LabelOffsets([units(part.span.start), units(part.span.end)])
            }
            false => ParameterLabel::Simple(part.span.of(&signature.label).to_string()),
        },
        documentation: part.documentation.as_ref().map(documentation),
    };
    SignatureInformation {
        label: signature.label.clone(),
        documentation: Some(documentation(&signature.documentation)),
        parameters: Some(signature.parts.iter().map(parameter).collect()),
        active_parameter: signature.current.filter(|_| client.active_parameters).map(|part| part as u32),
    }
}
