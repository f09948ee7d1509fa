/// The program a country runs: one package a room.
///
/// In: files, messages and people. Out: pages, figures, signals. One way in (intake), one spine
/// (ledger), many readers (desks, metrics, signals). May be trusted: arrows between rooms run one
/// way and a test refuses any other. Not here: computation that needs no node, which lives in
/// engines.
@NullMarked
package org.tripoint.node;

import org.jspecify.annotations.NullMarked;
