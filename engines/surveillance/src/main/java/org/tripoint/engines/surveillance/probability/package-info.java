/// The distributions that detectors and nowcasts stand on, to nearly double precision.
///
/// In: parameters. Out: densities, tails and quantiles, and draws from a generator that the caller
/// gives. May be trusted: tails are summed where they are small, not taken from one.
@NullMarked
package org.tripoint.engines.surveillance.probability;

import org.jspecify.annotations.NullMarked;
