package org.tripoint.node.database;

/// Where the database is and the two roles that use it.
///
/// @param url JDBC URL of the database
/// @param owner owns the schemas and runs the migrations; never used to answer a request
/// @param app what the application connects as; it cannot change the ledger's chain
public record DatabaseAccess(String url, Login owner, Login app) {}
