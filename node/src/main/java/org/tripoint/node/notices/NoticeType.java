package org.tripoint.node.notices;

/// What a notice is about.
public enum NoticeType {
  NEW_SUBSTANCE,
  NEW_COMBINATION,
  SURGE,
  NEW_FORM,
  TOXIC_BATCH,
  NEW_PRECURSOR,
  NEW_ROUTE
}
