/// Pages: what is watched and how, a series with its expectation, what a setting would have
/// signalled.
///
/// In: settings, judgements, runs over history. Out: pages in three languages. Not here: deciding
/// about a signal (signals).
@NullMarked
package org.tripoint.node.detectors.pages;

import org.jspecify.annotations.NullMarked;
