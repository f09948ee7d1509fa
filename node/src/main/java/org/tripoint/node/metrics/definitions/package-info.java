/// What is counted: definitions as strict YAML documents, which are records too.
///
/// In: YAML documents, shipped ones and those that people or partners hand in. Out: typed
/// definitions, checked against the cubes and families there are, or a refusal that names the line.
/// May be trusted: a definition's measures and dimensions exist and its denominators are not empty.
/// Not here: figures.
@NullMarked
package org.tripoint.node.metrics.definitions;

import org.jspecify.annotations.NullMarked;
