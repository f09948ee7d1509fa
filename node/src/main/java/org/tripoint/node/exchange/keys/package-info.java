/// What this node signs and shows itself with: an Ed25519 key for what it says, and a certificate
/// authority of its own for its connections.
///
/// In: the node's home. Out: signatures, certificates that renew themselves, and the checks of a
/// partner's. May be trusted: private keys never leave the folder `keys`; one algorithm, no choice.
/// Not here: whose keys are trusted (partners).
@NullMarked
package org.tripoint.node.exchange.keys;

import org.jspecify.annotations.NullMarked;
