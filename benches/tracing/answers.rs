//! Asking all queries, one after the other, on one thread.

use super::cost::{process_time, quantile, thread_time};
use super::engine::Engine;
use super::scoring::{Answer, Query};

/// The answers to queries, and the processor time of each in milliseconds.
pub struct Answers {
    pub answers: Vec<Answer>,
    pub times: Vec<f64>,
    /// Processor time of the whole process for each query: what no clock around a query may miss.
    pub whole: f64,
}

impl Answers {
    /// Asks everything once; the first queries are asked before, so that pages of the index are there.
    pub fn of(engine: &Engine, queries: &[Query]) -> Answers {
        for query in queries.iter().step_by(16) {
            engine.trace(&query.text);
        }
        let mut times = Vec::with_capacity(queries.len());
        let began = process_time();
        let ask = |query: &Query| {
            let began = thread_time();
            let answer = engine.trace(&query.text);
            times.push(thread_time() - began);
            answer
        };
        let answers = queries.iter().map(ask).collect();
        let whole = (process_time() - began) / queries.len().max(1) as f64;
        Answers { answers, times, whole }
    }

    /// The median and the 99th percentile of the queries that `counts` chooses.
    pub fn spread(&self, queries: &[Query], counts: impl Fn(&Query) -> bool) -> [f64; 2] {
        let chosen = queries.iter().zip(&self.times).filter(|(query, _)| counts(query));
        let times: Vec<f64> = chosen.map(|(_, &time)| time).collect();
        [quantile(&times, 0.5), quantile(&times, 0.99)]
    }
}
