/// How a further laboratory joins: a check of its messages and a kit of messages that must pass and
/// must fail, made from the rules that run.
///
/// In: the text of a message. Out: what it breaks. May be trusted: the kit and the check cannot
/// part, since a test runs the one through the other. Not here: appending, which is intake's.
@NullMarked
package org.tripoint.node.desks.laboratory.conformance;

import org.jspecify.annotations.NullMarked;
