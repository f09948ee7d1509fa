package org.tripoint.node.ledger;

/// What ending a release did beyond its own rows.
///
/// @param noLongerPublished records marked as absent from it
/// @param fittedIn versions appended so that later releases still say what they said
public record ReleaseReceipt(long noLongerPublished, long fittedIn) {}
