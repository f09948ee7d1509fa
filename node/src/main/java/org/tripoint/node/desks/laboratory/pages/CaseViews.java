package org.tripoint.node.desks.laboratory.pages;

import java.util.List;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Fact;
import org.tripoint.node.web.Option;

/// Cases of toxicology as their pages show them.
public final class CaseViews {

  private CaseViews() {}

  /// The list of cases.
  ///
  /// @param newer address of the first page, or ""
  /// @param older address of the next page, or ""
  public record CaseListView(
      List<Option> types,
      String type,
      List<CaseLine> lines,
      String total,
      String newer,
      String older) {
    public CaseListView {
      types = List.copyOf(types);
      lines = List.copyOf(lines);
    }
  }

  /// One case of the list.
  ///
  /// @param pseudonym the laboratory's name for it
  /// @param found names of what was found, as reported
  public record CaseLine(
      String link,
      String date,
      String pseudonym,
      String type,
      String laboratory,
      String place,
      String found) {}

  /// One case.
  ///
  /// @param specimens number, what it was, hours after death, preservative
  /// @param ledger address of the record's versions and proofs
  public record CaseView(
      String title,
      List<Fact> facts,
      List<Cells> specimens,
      List<CaseFinding> findings,
      String ledger) {
    public CaseView {
      facts = List.copyOf(facts);
      specimens = List.copyOf(specimens);
      findings = List.copyOf(findings);
    }
  }

  /// What was said of one substance in one specimen.
  ///
  /// @param link address of its control status, or ""
  /// @param outOfScope true for a negative that says nothing
  /// @param more limits, what confirmed it, the scope
  public record CaseFinding(
      String name,
      String link,
      String specimen,
      String presence,
      boolean outOfScope,
      String causal,
      List<String> more) {
    public CaseFinding {
      more = List.copyOf(more);
    }
  }
}
