/// The pages and the small interface of the metrics room.
///
/// In: addresses. Out: pages in three languages, files, JSON. May be trusted: every figure on a
/// page names its definition version, period and checkpoint, and the records behind it are one
/// click away. Not here: computing anything.
@NullMarked
package org.tripoint.node.metrics.pages;

import org.jspecify.annotations.NullMarked;
