/// Writes eight invented years of three countries in the file formats their agencies really
/// publish.
///
/// In: a seed and a size. Out: a folder of release files in the order they were published, and the
/// truth behind them with every event that was planted. May be trusted: the same seed and size give
/// the same bytes, and each source draws from streams of its own, so that adding one changes no
/// other. Not here: anything real. Magnitudes and geography follow public totals; no published row
/// is copied and nobody named exists.
@NullMarked
package org.tripoint.scenario;

import org.jspecify.annotations.NullMarked;
