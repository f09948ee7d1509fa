/// Charts and maps as SVG, drawn on the server: they need no script, print, and pass the strict
/// content policy.
///
/// In: a record such as [LineChart] or [AreaMap] with values already computed. Out: a [Drawing],
/// which a jte template writes as it is, and a [ChartTable] with the same figures. May be trusted:
/// every text is escaped, no style attribute stands in a drawing, colours come from classes, the
/// same input gives the same bytes. Not here: computing figures, suppressing small cells, fetching
/// anything.
@org.springframework.modulith.NamedInterface("charts")
@NullMarked
package org.tripoint.node.web.charts;

import org.jspecify.annotations.NullMarked;
