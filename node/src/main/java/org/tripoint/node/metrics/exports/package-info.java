/// Figures as files: CSV, XLSX, JSON and SDMX-CSV.
///
/// In: answers of the figures room. Out: bytes. May be trusted: every row names the definition and
/// its version, the state, the day it was asked for and the checkpoint, and every file carries the
/// caveats. Not here: choosing what to export.
@NullMarked
package org.tripoint.node.metrics.exports;

import org.jspecify.annotations.NullMarked;
