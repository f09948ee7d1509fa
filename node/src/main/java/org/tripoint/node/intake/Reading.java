package org.tripoint.node.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// How a file is read, once that is known.
///
/// @param format the format that reads its rows
/// @param source the source it is a release of
/// @param mapping the mapping record between the file's columns and the format's, or null
/// @param complete true when it carries everything its source publishes inside its coverage
/// @param usualLagDays days from the last day covered to publication
/// @param encoding how its bytes stand for text
/// @param layout its separator or sheet
/// @param columns its column names, without ours
/// @param corrects the import whose quarantined rows it brings back, or null
/// @param numbers how its decimals are written; null as the format or the mapping says
record Reading(
    String format,
    String source,
    @Nullable UUID mapping,
    boolean complete,
    int usualLagDays,
    String encoding,
    String layout,
    List<String> columns,
    @Nullable Long corrects,
    @Nullable NumberStyle numbers) {
  Reading {
    columns = List.copyOf(columns);
  }
}
