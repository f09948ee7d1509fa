package org.tripoint.node.web;

/// One choice of a select.
///
/// @param value what the form sends; empty for "any"
/// @param label in the page's language
public record Option(String value, String label) {}
