/// What it does to people: deaths, hospital stays, responses, as public-health offices publish
/// them.
///
/// In: versions of its kind from the ledger. Out: series and tables in which reported, predicted,
/// suppressed and missing are four different states. May be trusted: classes that overlap are never
/// summed; a missing row is never zero. Not here: records of single patients.
///
/// Tables, schema `health`.
@org.springframework.modulith.ApplicationModule(displayName = "Health")
@NullMarked
package org.tripoint.node.desks.health;

import org.jspecify.annotations.NullMarked;
