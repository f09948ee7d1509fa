/// Regional trends of what laboratories find.
///
/// In: sums and quantities of the desk's lists, a question. Out: pages, charts and files with
/// shares and medians, each with its interval and the number of samples. May be trusted: samples of
/// different origins are never added; a sample says that a substance was absent only where its
/// laboratory looked for it. Not here: what one sample is.
@NullMarked
package org.tripoint.node.desks.laboratory.trends;

import org.jspecify.annotations.NullMarked;
