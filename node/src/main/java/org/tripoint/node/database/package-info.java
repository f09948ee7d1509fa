/// The one database: PostgreSQL, embedded for a first run or named by a JDBC URL.
///
/// In: settings. Out: a data source for the application's own restricted role and a migrated
/// schema. May be trusted: fsync and checksums are on; the application's role cannot change the
/// ledger's chain. Not here: any room's SQL.
@org.springframework.modulith.ApplicationModule(displayName = "Database")
@NullMarked
package org.tripoint.node.database;

import org.jspecify.annotations.NullMarked;
