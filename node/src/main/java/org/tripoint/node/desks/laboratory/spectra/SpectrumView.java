package org.tripoint.node.desks.laboratory.spectra;

import java.util.List;
import java.util.Optional;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.charts.Drawing;

/// One spectrum and what may be said of it, as its page shows it.
///
/// @param base address without its query
/// @param query of the address
/// @param fileName as it was handed in
/// @param others how many spectra the file has
/// @param facts how it was measured
/// @param kinds what a person may say it is
/// @param searched false while nobody has said how it was measured
/// @param search address of a search in another mode; "" where there are none
/// @param answer what may be said; empty when it was not searched
public record SpectrumView(
    String base,
    String query,
    Asked asked,
    String name,
    String fileName,
    int others,
    List<Fact> facts,
    List<Option> kinds,
    List<Option> polarities,
    boolean searched,
    String search,
    Optional<AnswerView> answer,
    List<Fact> peaks) {

  public SpectrumView {
    facts = List.copyOf(facts);
    kinds = List.copyOf(kinds);
    polarities = List.copyOf(polarities);
    peaks = List.copyOf(peaks);
  }

  /// A name and what it says.
  public record Fact(String label, String value) {}

  /// What may be said.
  ///
  /// @param outcome `identified`, `isomers`, `family` or `unknown`
  /// @param tone class of its tag
  /// @param open what stays open, in a sentence
  /// @param searched how many library spectra were looked through
  public record AnswerView(
      String outcome,
      String tone,
      String title,
      String what,
      String open,
      String searched,
      List<Fact> scores,
      List<CandidateRow> candidates,
      boolean named,
      List<IonRow> ions,
      List<ControlRow> controls,
      List<String> jurisdictions,
      String day,
      Optional<MirrorView> mirror) {
    public AnswerView {
      scores = List.copyOf(scores);
      candidates = List.copyOf(candidates);
      ions = List.copyOf(ions);
      controls = List.copyOf(controls);
      jurisdictions = List.copyOf(jurisdictions);
    }
  }

  /// A structure of the libraries.
  ///
  /// @param named whether the answer names it
  /// @param chosen whether it stands in the mirror
  /// @param mirror address of the page with it in the mirror
  public record CandidateRow(
      String name,
      String formula,
      boolean named,
      boolean chosen,
      String mirror,
      String score,
      String matched,
      String laboratories,
      String library,
      String accession,
      String licence,
      boolean synthetic,
      List<Link> substances) {
    public CandidateRow {
      substances = List.copyOf(substances);
    }
  }

  /// Where something is shown.
  public record Link(String address, String name) {}

  /// A diagnostic ion that the spectrum has.
  public record IonRow(String family, String ion, String mz, String percent) {}

  /// Who controls a substance on the day.
  public record ControlRow(String address, String name, List<Cell> cells) {
    public ControlRow {
      cells = List.copyOf(cells);
    }
  }

  /// The answer of one jurisdiction.
  public record Cell(String outcome, String tone) {}

  /// The spectrum above, a library spectrum below.
  ///
  /// @param wide, middle, narrow the same for each room that a page may give
  /// @param below what stands below
  /// @param terms library and licence of what stands below
  /// @param download address of the picture as a file; "" where the licence does not let it leave
  /// @param zooms addresses of other ranges
  public record MirrorView(
      Drawing wide,
      Drawing middle,
      Drawing narrow,
      String below,
      String terms,
      String download,
      String low,
      String high,
      List<Link> zooms) {
    public MirrorView {
      zooms = List.copyOf(zooms);
    }
  }
}
