package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Near;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Said;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.Fact;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Kept unknowns as their pages show them.
public final class UnknownViews {

  private UnknownViews() {}

  /// The list of groups under a filter.
  ///
  /// @param total how many groups and spectra, in words
  public record ListView(
      List<Option> states,
      String state,
      List<Option> places,
      String place,
      List<GroupRow> rows,
      String total,
      String first,
      String next) {
    public ListView {
      states = List.copyOf(states);
      places = List.copyOf(places);
      rows = List.copyOf(rows);
    }
  }

  /// A group in the list.
  ///
  /// @param what its first spectrum is of, as far as can be said: the ion, or the highest peak
  /// @param tone class of the tag of its state
  public record GroupRow(
      String address,
      String what,
      String times,
      String since,
      String last,
      String places,
      List<NearRow> near,
      String tone,
      String state) {
    public GroupRow {
      near = List.copyOf(near);
    }
  }

  /// A library spectrum that is near, with its terms.
  public record NearRow(
      String name, String score, String matched, String library, String licence, boolean named) {}

  /// A group by itself.
  public record GroupView(
      String title,
      String says,
      String tone,
      String state,
      List<Fact> facts,
      List<NearRow> near,
      List<MemberRow> members,
      List<Fact> peaks) {
    public GroupView {
      facts = List.copyOf(facts);
      near = List.copyOf(near);
      members = List.copyOf(members);
      peaks = List.copyOf(peaks);
    }
  }

  /// One kept spectrum of a group.
  ///
  /// @param spectrum address of its page; "" where its file is not on this node
  /// @param mayLetGo whether it was kept on this node
  public record MemberRow(
      String record,
      String ledger,
      String date,
      String place,
      String sample,
      String origin,
      String keptBy,
      String comment,
      String spectrum,
      boolean mayLetGo) {}

  static GroupRow row(UnknownGroup group, SpectraWords words) {
    Page page = words.page();
    return new GroupRow(
        address(group),
        what(group.first().content(), page),
        page.number(group.members().size()),
        words.date(group.since()),
        words.date(group.last()),
        places(group, words),
        near(group, 2, page),
        tone(group.state()),
        state(group, words));
  }

  static String address(UnknownGroup group) {
    return "/laboratory/spectrum/unknowns/" + group.first().record();
  }

  static String what(KeptSpectrum content, Page page) {
    BigDecimal precursor = content.precursorMz();
    return precursor == null
        ? page.t(
            "spectra.unknown.electron",
            page.number(
                content.peaks().stream()
                    .max(Comparator.comparing(KeptSpectrum.KeptPeak::height))
                    .orElseThrow()
                    .mz(),
                0))
        : page.t("spectra.unknown.tandem", page.number(precursor, 4));
  }

  private static String places(UnknownGroup group, SpectraWords words) {
    return group.places().stream().map(words::place).collect(Collectors.joining(", "));
  }

  private static List<NearRow> near(UnknownGroup group, int most, Page page) {
    return group.surest().stream()
        .flatMap(said -> said.near().stream())
        .limit(most)
        .map(one -> near(one, page))
        .toList();
  }

  private static NearRow near(Near one, Page page) {
    return new NearRow(
        one.name(),
        page.number(one.score(), 3),
        page.number(one.matched()),
        one.library(),
        one.licence(),
        one.named());
  }

  static String tone(UnknownGroup.State state) {
    return switch (state) {
      case NAMED -> "good";
      case FAMILY -> "info";
      case UNKNOWN -> "missing";
      case WAITING -> "incomplete";
    };
  }

  static String state(UnknownGroup group, SpectraWords words) {
    Page page = words.page();
    return switch (group.state()) {
      case NAMED -> page.t("spectra.unknown.named", String.join("; ", group.names()));
      case FAMILY ->
          page.t(
              "spectra.unknown.family", words.family(group.surest().map(Said::family).orElse("")));
      case UNKNOWN, WAITING -> page.t("spectra.unknown.state." + group.state());
    };
  }

  static GroupView group(UnknownGroup group, List<Fact> peaks, Files files, SpectraWords words) {
    Page page = words.page();
    KeptSpectrum first = group.first().content();
    return new GroupView(
        what(first, page),
        page.t(
            "spectra.unknown.says",
            group.members().size(),
            words.date(group.since()),
            words.date(group.last())),
        tone(group.state()),
        state(group, words),
        List.of(
            new Fact(
                page.t("spectra.fact.kind"), page.t("spectra.kind." + first.spectrumKind().name())),
            new Fact(page.t("spectra.unknown.places"), places(group, words)),
            new Fact(
                page.t("spectra.confidence"),
                group
                    .surest()
                    .map(said -> page.percent(said.confidence(), 0))
                    .orElse(page.t("spectra.unknown.state.WAITING")))),
        near(group, Integer.MAX_VALUE, page),
        group.members().stream().map(one -> member(one, files, words)).toList(),
        peaks);
  }

  /// Whether the file of a kept spectrum is on this node.
  interface Files {
    boolean has(String sha256);
  }

  private static MemberRow member(Kept one, Files files, SpectraWords words) {
    Page page = words.page();
    KeptSpectrum content = one.content();
    return new MemberRow(
        one.record().toString(),
        "/ledger/records/" + one.record(),
        words.date(content.date()),
        words.place(content.place().key()),
        Optional.of(content.laboratory() + ", " + content.submission() + "/" + content.item())
            .filter(text -> !text.equals(", /"))
            .orElse(page.t("spectra.unknown.sample.withheld")),
        page.t("spectra.origin." + content.sampleOrigin().name()),
        page.t("spectra.library.handed-in", page.instant(one.at()), one.actor()),
        content.comment(),
        one.isOwn() && files.has(content.sha256())
            ? "/laboratory/spectrum/" + content.key() + asked(content)
            : "",
        one.isOwn());
  }

  /// What the person said of how it was measured stands in the address.
  private static String asked(KeptSpectrum content) {
    BigDecimal precursor = content.precursorMz();
    return new Asked(
            switch (content.spectrumKind()) {
              case ELECTRON_IONISATION -> "ELECTRON_IONISATION";
              case TANDEM -> "TANDEM";
              case FULL_SCAN, UNKNOWN -> "";
            },
            precursor == null ? "" : precursor.toPlainString(),
            switch (content.polarity()) {
              case POSITIVE -> "POSITIVE";
              case NEGATIVE -> "NEGATIVE";
              case UNKNOWN -> "";
            },
            "",
            "",
            "",
            "")
        .query()
        .transform(query -> query.isEmpty() ? "" : "?" + query);
  }
}
