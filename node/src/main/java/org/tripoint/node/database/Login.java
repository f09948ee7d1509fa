package org.tripoint.node.database;

/// A PostgreSQL role and its password.
public record Login(String user, String password) {
  public Login {
    if (user.isBlank()) {
      throw new IllegalArgumentException("expected the name of a role");
    }
  }

  /// Never the password.
  @Override
  public String toString() {
    return user;
  }
}
