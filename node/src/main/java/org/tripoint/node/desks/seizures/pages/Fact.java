package org.tripoint.node.desks.seizures.pages;

/// A label and what a record says under it.
public record Fact(String label, String value) {}
