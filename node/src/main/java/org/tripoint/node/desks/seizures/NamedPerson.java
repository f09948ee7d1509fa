package org.tripoint.node.desks.seizures;

/// A person whom a report names.
///
/// @param name the name as reported
/// @param role what the report says the person was, or ""
public record NamedPerson(String name, String role) {
  public NamedPerson {
    Texts.require("a name", name, 1, 200);
    Texts.require("a role", role, 0, 100);
  }
}
