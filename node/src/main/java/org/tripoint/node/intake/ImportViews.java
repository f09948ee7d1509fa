package org.tripoint.node.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages of imports show: texts in the page's language, ready to be written.
public final class ImportViews {

  /// Stands where nothing is known.
  static final String DASH = "–";

  private ImportViews() {}

  /// One import in the list.
  ///
  /// @param tag colour of its state
  /// @param moving true while it goes on by itself
  public record Line(
      long id,
      String file,
      String tag,
      String state,
      String source,
      String published,
      String received,
      String rows,
      String appended,
      String unchanged,
      String quarantined,
      long quarantinedOpen,
      boolean moving) {}

  /// A step of an import.
  ///
  /// @param status `done`, `now`, `todo` or `bad`
  public record Stage(String label, String status) {}

  /// A label with what it says.
  public record Fact(String label, String value, boolean mono, String link) {
    static Fact of(String label, String value) {
      return new Fact(label, value, false, "");
    }
  }

  /// A number of rows with its label.
  ///
  /// @param tag colour when it asks for attention, else ""
  public record Count(String label, String value, String tag, String link) {}

  /// A field that would say something else.
  public record ChangeLine(String row, String field, String before, String after) {}

  /// A row with what is wrong in it.
  public record WrongLine(String row, String reason) {}

  /// What appending would change.
  ///
  /// @param nothing why it would change nothing, "" when it would
  public record PreviewView(
      List<Count> counts,
      List<ChangeLine> changes,
      List<Fact> changedFields,
      List<WrongLine> findings,
      List<UnrecognisedLine> unrecognised,
      String nothing) {}

  /// The question when the file was published.
  ///
  /// @param estimate ISO instant to send, "" when there is none
  /// @param dayLabel what to call the day that a person gives instead
  public record PublishedQuestion(
      String body, String estimate, String estimateLabel, String dayLabel) {}

  /// What is going on and how much is left.
  ///
  /// @param running true while it goes on by itself
  /// @param left how much is done of what, in words
  public record Progress(String what, long done, long total, String left, boolean running) {}

  /// One import.
  ///
  /// @param noticeKind `good`, `warning` or `bad`
  /// @param confirmLabel "" when there is nothing to confirm
  /// @param canLookAgain true when its preview holds no longer
  /// @param correctable day of the publication as it stands, "" when it cannot be corrected
  public record Detail(
      long id,
      String title,
      String file,
      String tag,
      String state,
      String message,
      String noticeKind,
      boolean moving,
      Progress progress,
      List<Stage> stages,
      List<Fact> facts,
      List<Count> counts,
      String sum,
      List<Fact> restated,
      @Nullable PreviewView preview,
      @Nullable PublishedQuestion question,
      boolean needsMapping,
      boolean needsNumbers,
      String confirmLabel,
      boolean canLookAgain,
      boolean canRetry,
      String correctable,
      List<Fact> skipped,
      List<UnrecognisedLine> unrecognised,
      boolean mayAct) {}

  /// A text that was appended as reported.
  public record UnrecognisedLine(
      String column, String text, String reason, String rows, String firstRow) {}

  /// A row in quarantine.
  public record HeldLine(String row, List<ReasonLine> reasons, List<CellView> cells) {}

  /// Why a row is in quarantine.
  public record ReasonLine(String column, String words) {}

  /// One cell of a row in quarantine.
  ///
  /// @param wrong true when a reason names its column
  public record CellView(String column, String text, boolean wrong) {}

  /// Rows that are in quarantine for one reason.
  ///
  /// @param column "" where the reason is about whole rows
  /// @param rows the first of them
  /// @param all address of all of them, "" when these are all
  /// @param isOpen true when the rows are shown unasked
  public record ReasonGroup(
      String reason,
      String column,
      String count,
      List<HeldLine> rows,
      String all,
      String allLabel,
      boolean isOpen) {}

  /// Quarantine of one import: its reasons, or rows one under the other.
  ///
  /// @param groups empty when rows are listed
  /// @param first address of the first rows, "" when they are shown
  /// @param next address of the following rows, "" when there are none
  public record QuarantineView(
      long id,
      String file,
      String count,
      boolean isEmpty,
      List<ReasonGroup> groups,
      List<HeldLine> rows,
      String first,
      String next,
      String download,
      boolean mayAct) {}
}
