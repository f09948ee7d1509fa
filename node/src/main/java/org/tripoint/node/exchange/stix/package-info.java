/// Records as STIX 2.1 objects, and a partner's objects as records.
///
/// In: lines that an audience may read, with their versions; objects that partners send. Out:
/// frozen objects, listed for each audience in the order of its lines; what a partner's object
/// says, or why it cannot be believed. May be trusted: one id and one version never have two
/// contents; every variant of a record has an id of its own. Not here: how they travel.
@NullMarked
package org.tripoint.node.exchange.stix;

import org.jspecify.annotations.NullMarked;
