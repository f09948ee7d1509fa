package org.tripoint.node.substances.registry;

/// One substance of a list.
///
/// @param detail class and formula, for a list of choices
/// @param origin who added it; "" for what ships
public record SubstanceRow(
    String id,
    String name,
    String formula,
    String cas,
    String family,
    String roles,
    boolean unverified,
    String origin,
    String detail) {}
