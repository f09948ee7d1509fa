package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;

/// What a value that may still change is expected to become.
public sealed interface Outlook {

  /// Between two values.
  ///
  /// @param low the lower end of what is to be expected in nine cases of ten
  /// @param median as likely to be exceeded as not
  /// @param high the upper end
  record Between(BigDecimal low, BigDecimal median, BigDecimal high) implements Outlook {}

  /// Nothing can be said yet: what is reported so far judges nothing.
  record Unknown() implements Outlook {}
}
