package org.tripoint.node.desks.laboratory.pages;

import java.util.List;
import org.tripoint.node.web.Option;

/// What the desk's templates show.
public final class ResultViews {

  private ResultViews() {}

  /// The list of results.
  ///
  /// @param newer address of the first page, or ""
  /// @param older address of the next page, or ""
  public record ListView(
      List<Option> areas,
      String area,
      List<Option> origins,
      String origin,
      List<Option> substances,
      String substance,
      List<Option> statuses,
      String status,
      String laboratory,
      String submission,
      String month,
      List<Line> lines,
      String total,
      String newer,
      String older) {
    public ListView {
      areas = List.copyOf(areas);
      origins = List.copyOf(origins);
      substances = List.copyOf(substances);
      statuses = List.copyOf(statuses);
      lines = List.copyOf(lines);
    }
  }

  /// One result of the list.
  public record Line(
      String link,
      String date,
      String laboratory,
      String item,
      String place,
      String origin,
      String found,
      String status) {}

  /// One result.
  ///
  /// @param conforms what the protocol says of it as a whole
  /// @param broken rules it breaks
  /// @param custody the hands it passed through; empty for those who may not read names
  /// @param custodyHidden true for them
  /// @param submission address of the list of everything of the same submission
  /// @param ledger address of the record's versions and proofs
  public record ResultView(
      String title,
      List<Fact> facts,
      List<ComponentView> components,
      String conforms,
      String tone,
      List<String> broken,
      List<AttachmentView> attachments,
      List<Cells> custody,
      boolean custodyHidden,
      String submission,
      String ledger) {
    public ResultView {
      facts = List.copyOf(facts);
      components = List.copyOf(components);
      broken = List.copyOf(broken);
      attachments = List.copyOf(attachments);
      custody = List.copyOf(custody);
    }
  }

  /// A label and what it says.
  public record Fact(String label, String text) {}

  /// What was said of one substance.
  ///
  /// @param link address of its control status, or ""
  /// @param known its name in the registry where that is another than the reported one, or ""
  /// @param presence whether it is there
  /// @param outOfScope true for a negative that says nothing
  /// @param more further lines: as free base, single units, limits, comment
  /// @param outcome what the techniques establish, or "" where nothing was found
  public record ComponentView(
      int number,
      String name,
      String link,
      String known,
      String role,
      String level,
      String presence,
      boolean outOfScope,
      List<String> more,
      List<String> techniques,
      String outcome,
      String tone,
      String standard,
      List<String> remarks) {
    public ComponentView {
      more = List.copyOf(more);
      techniques = List.copyOf(techniques);
      remarks = List.copyOf(remarks);
    }
  }

  /// A file that belongs to a result.
  ///
  /// @param spectrum address of the spectrum, where this node holds it; "" elsewhere
  public record AttachmentView(
      String name, String mediaType, String size, String sha256, String spectrum) {}

  /// One round.
  public record RoundView(
      String title, String assigned, String ledger, String scoreLabel, List<ScoreView> scores) {
    public RoundView {
      scores = List.copyOf(scores);
    }
  }

  /// One laboratory in a round.
  public record ScoreView(
      String participant, String value, String score, String band, String tone) {}

  /// What became of one record of a message.
  public record AnswerView(String title, String tone, String state, List<String> lines) {
    public AnswerView {
      lines = List.copyOf(lines);
    }
  }

  /// A row of a table of texts.
  public record Cells(List<String> texts) {
    public Cells {
      texts = List.copyOf(texts);
    }
  }
}
