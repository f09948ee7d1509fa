/// What a person should look at, with its evidence and the parts of its score. People decide.
///
/// In: findings of desks and engines. Out: records of kind `signal` and of people's decisions about
/// them, an inbox. May be trusted: the same thing found again joins its signal. Not here: detecting
/// anything.
@org.springframework.modulith.ApplicationModule(displayName = "Signals")
@NullMarked
package org.tripoint.node.signals;

import org.jspecify.annotations.NullMarked;
