package org.tripoint.vocabulary;

/// How much of a date is known.
public enum DateCertainty {
  DAY,
  MONTH,
  YEAR
}
