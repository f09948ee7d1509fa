/// Reads and writes other people's TAXII 2.1 servers.
///
/// In: the address of a server, what signs in there. Out: its collections, pages of objects as
/// JSON, statuses of what was sent. May be trusted: answers are of the protocol's media type and
/// within a size; nothing is followed to another server, and no secret goes there; a walk ends, or
/// says that the server leads in a circle. Not here: what the objects say (stix).
@NullMarked
package org.tripoint.node.exchange.taxii.client;

import org.jspecify.annotations.NullMarked;
