package org.tripoint.node.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.tripoint.node.intake.reading.Limits;

/// What intake may be asked to take, `tripoint.intake.*`.
///
/// @param maxFile most bytes of one delivered file
/// @param maxUnpacked most bytes a packed file may unpack to
/// @param maxUnpackRatio most unpacked bytes for each packed one
/// @param maxCellCharacters most characters in one cell
/// @param maxColumns most columns
/// @param maxSharedText most bytes of shared text in a workbook
/// @param batchRecords records appended in one transaction
@ConfigurationProperties("tripoint.intake")
record IntakeSettings(
    @DefaultValue("16GB") DataSize maxFile,
    @DefaultValue("64GB") DataSize maxUnpacked,
    @DefaultValue("250") int maxUnpackRatio,
    @DefaultValue("1048576") int maxCellCharacters,
    @DefaultValue("1000") int maxColumns,
    @DefaultValue("96MB") DataSize maxSharedText,
    @DefaultValue("5000") int batchRecords) {

  Limits limits() {
    return new Limits(
        maxUnpacked.toBytes(),
        maxUnpackRatio,
        maxCellCharacters,
        maxColumns,
        maxSharedText.toBytes());
  }
}
