package org.tripoint.node.accounts;

/// What a person may do on this node.
public enum Role {
  /// Reads, filters, exports, triages signals, merges double reports.
  ANALYST,
  /// Besides: imports, mends quarantine, maps columns and names, corrects publication instants.
  STEWARD,
  /// Besides: accounts, purge, rebuild, settings.
  ADMINISTRATOR,
  /// Reads everything that proves: ledger, imports, audit; changes nothing.
  AUDITOR;

  /// Names for `@RolesAllowed`, which takes constants only.
  public static final class Names {
    public static final String ANALYST = "ANALYST";
    public static final String STEWARD = "STEWARD";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    public static final String AUDITOR = "AUDITOR";

    private Names() {}
  }
}
