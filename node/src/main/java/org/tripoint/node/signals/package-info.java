/// What a person should look at, with its evidence, the parts of its score and how grave it is.
/// People decide.
///
/// In: findings of desks and engines. Out: records of kind `signal` and of what people decided
/// about them (`signal-triage`, `signal-assignment`, `signal-note`, `signal-judgement`), an inbox,
/// what happened since a person's last shift, and how often each detector was right. May be
/// trusted: the same thing found again joins its signal. Not here: detecting anything.
@org.springframework.modulith.ApplicationModule(displayName = "Signals")
@NullMarked
package org.tripoint.node.signals;

import org.jspecify.annotations.NullMarked;
