package org.tripoint.node.accounts;

/// Adds a line to the audit trail: who did what, when, from where. Lines are never changed.
///
/// Requests that change something, exports and refusals write theirs by themselves; other rooms
/// call this only for what no request did.
public interface WriteAudit {

  /// Adds a line to the audit.
  ///
  /// @param account who; `anonymous` when nobody is signed in
  /// @param address network address it came from; empty for the node itself
  /// @param action what, such as `sign-in` or `POST /imports`
  /// @param subject to what, such as a path; never personal data
  void write(
      String account,
      String address,
      String action,
      String subject,
      Outcome outcome,
      String detail);

  /// How it went.
  enum Outcome {
    DONE,
    REFUSED,
    FAILED
  }
}
