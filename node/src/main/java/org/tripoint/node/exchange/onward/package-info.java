/// Passing on what a partner gave: asking its originator, answering, and telling it where copies
/// are.
///
/// In: records of partners and how they came, people's questions and answers. Out: questions,
/// answers and the state of copies, each a record that the other node is given like any other. May
/// be trusted: an answer counts only if it came from the node that gave the record. Not here: the
/// decision what may go (sharing), how it travels (journal).
///
/// Tables, schema `exchange`: `onward` (what was asked, answered and told), `passed_on` (records of
/// partners that were given to others), `onward_seen`, `onward_told`.
@NullMarked
package org.tripoint.node.exchange.onward;

import org.jspecify.annotations.NullMarked;
