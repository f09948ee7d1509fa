/// What it is made of: drug-checking samples here, results of laboratories in `results`, the common
/// protocol as rules that run in `protocol`.
///
/// In: sample-level files. Out: its kind and its cube. May be trusted: a town is the finest place
/// kept. Not here: counts of samples for public health, which the health desk shows.
@org.springframework.modulith.ApplicationModule(displayName = "Laboratory")
@NullMarked
package org.tripoint.node.desks.laboratory;

import org.jspecify.annotations.NullMarked;
