package org.tripoint.node.database;

/// The database cannot be had: what is wrong, where, and what an operator can do about it.
public final class DatabaseProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String remedy;

  /// @param what what was expected and what was found, with the place
  /// @param remedy what to do about it, as an order
  public DatabaseProblem(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  /// As above, with the failure that showed it.
  public DatabaseProblem(String what, String remedy, Throwable cause) {
    super(what, cause);
    this.remedy = remedy;
  }

  /// What to do about it.
  public String remedy() {
    return remedy;
  }
}
