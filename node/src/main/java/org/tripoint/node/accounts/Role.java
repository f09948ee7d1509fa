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
  AUDITOR,
  /// A partner's officer posted here: opens the liaison pages and nothing else. An account has it
  /// alone and until a day.
  LIAISON;

  /// The role with those it goes beyond: a steward is an analyst, an administrator both.
  public java.util.Set<Role> withLesser() {
    return switch (this) {
      case ANALYST -> java.util.EnumSet.of(ANALYST);
      case STEWARD -> java.util.EnumSet.of(ANALYST, STEWARD);
      case ADMINISTRATOR -> java.util.EnumSet.of(ANALYST, STEWARD, ADMINISTRATOR);
      case AUDITOR -> java.util.EnumSet.of(AUDITOR);
      case LIAISON -> java.util.EnumSet.of(LIAISON);
    };
  }

  /// Names for `@RolesAllowed`, which takes constants only.
  public static final class Names {
    public static final String ANALYST = "ANALYST";
    public static final String STEWARD = "STEWARD";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";
    public static final String AUDITOR = "AUDITOR";
    public static final String LIAISON = "LIAISON";

    private Names() {}
  }
}
