/// Measurements: speed and memory of the node beside a yardstick, in one run.
///
/// In: generated rows and a database of its own. Out: ratios, with the command that made them. May
/// be trusted: nothing here is asserted in a test. Not here: product code.
@NullMarked
package org.tripoint.bench;

import org.jspecify.annotations.NullMarked;
