package org.tripoint.node.exchange.journal;

import java.util.Arrays;
import java.util.Optional;

/// What a partner's node may ask, by method and by what stands behind `/journal`.
public enum JournalEndpoint {
  BATCHES("GET", "/batches"),
  RETURNED("GET", "/returned"),
  INTRODUCTION("GET", "/introduction"),
  RECEIPTS("POST", "/receipts"),
  HEADS("POST", "/heads"),
  RENEWAL("POST", "/introduction");

  private final String method;
  private final String path;

  JournalEndpoint(String method, String path) {
    this.method = method;
    this.path = path;
  }

  static Optional<JournalEndpoint> find(String method, String path) {
    return Arrays.stream(values())
        .filter(one -> one.method.equals(method) && one.path.equals(path))
        .findFirst();
  }

  public String method() {
    return method;
  }

  /// Whether anything is at the path, whatever the method.
  static boolean isPath(String path) {
    return Arrays.stream(values()).anyMatch(one -> one.path.equals(path));
  }

  public String address() {
    return "/journal" + path;
  }
}
