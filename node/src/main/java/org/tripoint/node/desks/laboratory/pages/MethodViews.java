package org.tripoint.node.desks.laboratory.pages;

import java.util.List;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;

/// What laboratories declare, as their page shows it.
public final class MethodViews {

  private MethodViews() {}

  /// A laboratory.
  ///
  /// @param about full name and accreditation, or "" where it declares nothing of itself
  /// @param methods method, technique, declared level, since
  /// @param ledger address of its declaration's versions and proofs, or ""
  public record LaboratoryView(
      String name, String about, List<Cells> methods, List<ScopeView> scopes, String ledger) {
    public LaboratoryView {
      methods = List.copyOf(methods);
      scopes = List.copyOf(scopes);
    }
  }

  /// What a laboratory looks for.
  ///
  /// @param about what it is for, from when to when, how many analytes
  /// @param analytes name, limit of detection, limit of quantification
  public record ScopeView(String title, String about, List<Cells> analytes, String ledger) {
    public ScopeView {
      analytes = List.copyOf(analytes);
    }
  }
}
