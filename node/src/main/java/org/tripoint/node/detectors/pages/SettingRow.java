package org.tripoint.node.detectors.pages;

/// A setting as a row of the list, in the page's language.
///
/// @param what what is looked for in which series
/// @param by which values tell series apart
/// @param notJudged how many series are not judged in their latest period; "" for none
/// @param expected false alarms a month that chance alone would give, or a dash
/// @param precision share of judged signals that were true, with its interval, or a dash
/// @param failing since when it could not be judged; "" where it could
/// @param decided by whom and when, or that it ships
public record SettingRow(
    String name,
    String what,
    String method,
    String by,
    boolean on,
    String failing,
    String thresholds,
    String series,
    String notJudged,
    String expected,
    String open,
    String precision,
    String decided) {}
