/// The first page, and the search over everything: what several rooms know, side by side.
///
/// In: headline figures, releases, imports, signals, and what rooms find for the words of a search.
/// Out: two pages. May be trusted: nothing is computed here. Not here: any room's own pages; no
/// room depends on this one.
@org.springframework.modulith.ApplicationModule(displayName = "Overview")
@NullMarked
package org.tripoint.node.overview;

import org.jspecify.annotations.NullMarked;
