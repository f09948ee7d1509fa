package org.tripoint.node.metrics.pages;

/// One record behind a value.
///
/// @param record its id
/// @param source who published it
/// @param published when
/// @param key the source's key for it; empty once emptied
/// @param amount what it adds
/// @param emptied true when its content has been erased
public record RecordLine(
    String record, String source, String published, String key, String amount, boolean emptied) {}
