/// What was taken: seizure events and published seizure figures, as their originators count them.
///
/// In: versions of its kinds from the ledger. Out: lists, maps, series, and signals about possible
/// double reports. May be trusted: gross and net, located and confirmed, tablets and kilograms are
/// never merged silently. Not here: laboratory results, firearms tracing.
///
/// Tables, schema `seizures`.
@org.springframework.modulith.ApplicationModule(displayName = "Seizures")
@NullMarked
package org.tripoint.node.desks.seizures;

import org.jspecify.annotations.NullMarked;
