package org.tripoint.node.overview;

import org.tripoint.node.metrics.ListHeadlines.Headline;

/// A headline figure as the overview shows it.
///
/// @param where the country, and what is kept apart, in the page's language
public record HeadlineCard(Headline headline, String where) {}
