package org.tripoint.node.notices;

/// Where a notice is on its way.
public enum NoticeState {
  DRAFT,
  IN_REVIEW,
  RELEASED,
  CLOSED,
  RETRACTED
}
