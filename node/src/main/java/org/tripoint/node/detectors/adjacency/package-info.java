/// Which places are next to each other?
///
/// In: the table that ships with the node, as a suggestion; what people decided about two places,
/// which are records. Out: [Neighbours], by which spread and clusters are judged. May be trusted: a
/// decision stands in the place of what ships for the same two places, and what is judged by it is
/// judged again. Not here: judging.
///
/// Table, schema `detectors`: `adjacency`.
@NullMarked
package org.tripoint.node.detectors.adjacency;

import org.jspecify.annotations.NullMarked;
