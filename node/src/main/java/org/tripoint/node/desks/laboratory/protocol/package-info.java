/// The common protocol as rules that run: what a scheme of techniques establishes, how many units
/// to analyse, when two results agree, how far a laboratory is from the assigned value.
///
/// In: contents of results. Out: answers with their reasons, as codes that pages put into words.
/// May be trusted: an answer names the rule and its version; nothing here reads a clock, a table or
/// a file but the rules themselves. Not here: whether spectra match.
@NullMarked
package org.tripoint.node.desks.laboratory.protocol;

import org.jspecify.annotations.NullMarked;
