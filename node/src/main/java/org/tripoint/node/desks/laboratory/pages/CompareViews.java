package org.tripoint.node.desks.laboratory.pages;

import java.util.List;
import org.tripoint.node.desks.laboratory.pages.ResultViews.ScoreView;
import org.tripoint.node.web.Option;

/// Two laboratories side by side, as their page shows them.
public final class CompareViews {

  private CompareViews() {}

  /// The page.
  ///
  /// @param chosen true where two different laboratories were asked for
  public record CompareView(
      List<Option> laboratories,
      String left,
      String right,
      boolean chosen,
      String summary,
      List<RoundPair> rounds,
      List<ResultPair> results) {
    public CompareView {
      laboratories = List.copyOf(laboratories);
      rounds = List.copyOf(rounds);
      results = List.copyOf(results);
    }
  }

  /// What both found in one round.
  public record RoundPair(
      String title, String ledger, ScoreView left, ScoreView right, AgreementView agreement) {}

  /// What both found of one substance in what one seizure brought.
  public record ResultPair(
      String substance,
      String seizure,
      String leftLink,
      String leftItem,
      String leftFound,
      String rightLink,
      String rightItem,
      String rightFound,
      AgreementView agreement) {}

  /// Whether two quantities agree.
  ///
  /// @param reason the difference and how large it may be, or why it cannot be said
  public record AgreementView(String label, String tone, String reason) {}
}
