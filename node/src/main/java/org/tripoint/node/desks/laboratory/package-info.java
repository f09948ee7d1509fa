/// What it is made of: drug-checking samples so far, results of forensic laboratories later.
///
/// In: sample-level files. Out: its kind and its cube. May be trusted: a town is the finest place
/// kept. Not here: pages, which come with the laboratory desk's own work.
@org.springframework.modulith.ApplicationModule(displayName = "Laboratory")
@NullMarked
package org.tripoint.node.desks.laboratory;

import org.jspecify.annotations.NullMarked;
