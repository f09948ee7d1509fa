package org.tripoint.node.web;

/// One view of a thing, at its own address.
///
/// @param label in the page's language
/// @param address path and query
/// @param current true for the one that is shown
public record Tab(String label, String address, boolean current) {}
