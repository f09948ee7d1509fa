package org.tripoint.engines.surveillance.detect;

/// What a finding rests on, so that a person can contest it.
///
/// @param detector its name
/// @param period the position judged
/// @param periods how many periods up to that one were judged together, 1 or more
/// @param observed the count of those periods
/// @param expected what the baseline lets expect of them
/// @param dispersion variance over mean that was used; 1 is Poisson
/// @param bound what the count must exceed; infinite where no count alarms
/// @param score 0 at the expectation, 1 at the bound, for a chart its statistic over its limit
/// @param chance the probability of so large a count without anything new; not a number for
///   detectors that make no such statement
/// @param baseline what the expectation was taken from
public record Evidence(
    String detector,
    int period,
    int periods,
    int observed,
    double expected,
    double dispersion,
    double bound,
    double score,
    double chance,
    Baseline baseline) {}
