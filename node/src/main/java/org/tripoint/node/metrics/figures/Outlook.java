package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;

/// What a value that may still change is expected to become.
///
/// @param low the lower end of what is to be expected in nine cases of ten
/// @param median as likely to be exceeded as not
/// @param high the upper end
public record Outlook(BigDecimal low, BigDecimal median, BigDecimal high) {}
