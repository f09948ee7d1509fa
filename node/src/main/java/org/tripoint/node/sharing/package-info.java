/// May this leave the node, to whom, and which parts? Default: no.
///
/// In: record versions from the ledger, agreements with partners. Out: for each audience, an
/// ordered log of what it was given and what was called back, appended to the ledger as
/// `disclosure` records before anybody can read it. May be trusted: nothing is in an audience's log
/// that its basis, the marking and the recipient did not allow on the day, but for what two people
/// let go by exception, beside the audience that it is for. Not here: how it travels (exchange),
/// what a record means (desks).
///
/// Tables, schema `sharing`: `audience` (who may be given anything, up to 64 at a time), `likeness`
/// (records that are decided alike, with the mask of audiences that may have them), `standing`
/// (what each record says now and who has it), `log` (one line for each grant and each recall, by
/// audience), `disclosure` (what each turn of the log rested on), `break_glass` and
/// `break_glass_ask` (what two people let go, and what waits for the second).
@org.springframework.modulith.ApplicationModule(displayName = "Sharing")
@NullMarked
package org.tripoint.node.sharing;

import org.jspecify.annotations.NullMarked;
