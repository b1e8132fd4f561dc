//! What is to be reached; `bench/README.md` beside the queries says why.

/// The recall to reach by class, and the classes in the order of the table. At 100 MB and above a point less is asked for.
pub const CLASSES: [(&str, f64); 20] = [
    ("exact", 1.0),
    ("partial", 1.0),
    ("typography", 1.0),
    ("linebreak", 1.0),
    ("case_punct", 1.0),
    ("xpara", 1.0),
    ("spelling", 1.0),
    ("typo", 1.0),
    ("ocr", 0.9875),
    ("word_drop", 0.99),
    ("word_sub", 0.98),
    ("word_ins", 0.99),
    ("word_mix", 0.99),
    ("bracket", 0.98),
    ("reorder", 0.98),
    ("overrun", 0.95),
    ("ellipsis", 0.99),
    ("joined", 0.99),
    ("combo", 0.99),
    ("translation", 0.75),
];

/// What is to be reached with a corpus.
pub struct Targets {
    pub recall: f64,
    /// Milliseconds of processor time a query.
    pub median: f64,
    pub p99: f64,
    /// How much less is asked for by class.
    pub less: f64,
}

/// What is to be reached with the corpus of this name.
pub fn targets(name: &str) -> Targets {
    let (recall, median, p99, less) = match name {
        "60k" => (0.975, 0.15, 1.0, 0.0),
        "1m" => (0.97, 0.5, 3.0, 0.0),
        "10m" => (0.965, 0.5, 3.0, 0.0),
        "100m" => (0.955, 1.0, 5.0, 0.01),
        _ => (0.955, 2.0, 10.0, 0.01),
    };
    Targets { recall, median, p99, less }
}

/// Megabytes of text indexed in a second on two cores.
pub const BUILD: f64 = 60.0;
/// Bytes of index for each byte of text.
pub const INDEX: f64 = 0.6;
/// Anonymous memory while serving, in MB.
pub const MEMORY: f64 = 300.0;
/// Milliseconds for an exact quotation of six words or more.
pub const EXACT: f64 = 0.05;
/// Milliseconds for all quotations of a draft, and after a keystroke.
pub const DRAFT: [f64; 2] = [100.0, 2.0];

/// Whether a share is within one standard error of its target, which the number of queries makes.
pub fn is_met(share: super::scoring::Share, target: f64) -> bool {
    let error = (target * (1.0 - target) / share.of.max(1) as f64).sqrt();
    share.rate() >= target - error
}
