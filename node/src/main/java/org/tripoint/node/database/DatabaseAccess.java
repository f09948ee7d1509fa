package org.tripoint.node.database;

/// Where the database is and the two roles that use it.
///
/// @param url JDBC URL of the database
/// @param place where an operator looks for it: the embedded server's directory, or the URL again
/// @param owner owns the schemas and runs the migrations; never used to answer a request
/// @param app what the application connects as; it cannot change the ledger's chain
public record DatabaseAccess(String url, String place, Login owner, Login app) {

  /// A server that somebody else runs: its URL is its place.
  public DatabaseAccess(String url, Login owner, Login app) {
    this(url, url, owner, app);
  }
}
