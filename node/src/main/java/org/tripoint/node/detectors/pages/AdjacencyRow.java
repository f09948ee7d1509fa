package org.tripoint.node.detectors.pages;

/// Two places that are next to each other, or were decided not to be, in the page's language.
///
/// @param how border, corridor, or not next to each other
/// @param reason the road or the reason; may be empty
/// @param apart whether they are not next to each other
/// @param decided by whom and when, or that it ships
/// @param change address of the form filled with these two
public record AdjacencyRow(
    String one,
    String other,
    String how,
    String reason,
    boolean apart,
    String decided,
    String change) {}
