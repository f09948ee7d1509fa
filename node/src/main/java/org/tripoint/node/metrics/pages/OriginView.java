package org.tripoint.node.metrics.pages;

import java.util.List;
import org.tripoint.node.web.Option;

/// Whose records a figure counts.
///
/// @param counted in words
/// @param options others whose records it could count; empty when there are none
/// @param selected which of them it counts
/// @param notes what must be said about it
public record OriginView(
    String counted, List<Option> options, String selected, List<String> notes) {}
