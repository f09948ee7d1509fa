/// The one way in for files and messages: receive, recognise, parse, check, show what would change,
/// append.
///
/// In: files (CSV, XLSX, gzipped or not) and JSON messages. Out: batches to the ledger, quarantined
/// rows, releases. May be trusted: every row ends appended, unchanged, skipped by rule, or in
/// quarantine with its reason; an import that was interrupted resumes. Not here: what a row means,
/// which its desk's [org.tripoint.node.intake.Format] says.
@org.springframework.modulith.ApplicationModule(displayName = "Intake")
@NullMarked
package org.tripoint.node.intake;

import org.jspecify.annotations.NullMarked;
