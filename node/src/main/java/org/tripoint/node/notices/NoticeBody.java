package org.tripoint.node.notices;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tripoint.node.substances.FindStructure.Found;
import org.tripoint.vocabulary.SubstanceId;

/// What a notice says. The title goes to whoever gets anything; every other part says itself who
/// may have it.
///
/// @param sections one for each heading, in their order
/// @param tables figures that the notice rests on
/// @param substances what it is about
public record NoticeBody(
    NoticeType type,
    Urgency urgency,
    ThreeTexts title,
    List<Section> sections,
    List<Table> tables,
    List<Named> substances) {

  static final int MOST_TABLES = 10;
  static final int MOST_SUBSTANCES = 10;

  private static final Pattern INCHI_KEY = Pattern.compile("[A-Z]{14}-[A-Z]{8}[SN][A-Z]-[A-Z]");

  /// The headings of a notice.
  public enum Heading {
    SITUATION,
    ASSESSMENT,
    ADVICE
  }

  /// The text under one heading.
  public record Section(Heading heading, Releasability release, ThreeTexts text) {}

  /// A table of figures.
  public record Table(ThreeTexts title, Releasability release, List<Row> rows) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /// A line of a table.
  ///
  /// @param label what the figures are of
  /// @param cells as they are shown, language-neutral
  public record Row(ThreeTexts label, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// A substance by its name.
  ///
  /// @param inchiKey where its structure is known; else ""
  public record Named(String inchiKey, ThreeTexts name, Releasability release) {

    /// A substance of the registry; it stays on this node.
    static Named of(Found found) {
      return new Named(
          found.inchiKey(),
          new ThreeTexts(found.english(), found.spanish(), found.french()),
          Releasability.OWN);
    }

    /// The same, for this node alone.
    Named kept() {
      return releasedTo(Releasability.OWN);
    }

    Named releasedTo(Releasability audience) {
      return new Named(inchiKey, name, audience);
    }

    /// Its structure; empty where it is not known.
    Optional<SubstanceId> structure() {
      return INCHI_KEY.matcher(inchiKey).matches()
          ? Optional.of(new SubstanceId.Structure(inchiKey))
          : Optional.empty();
    }
  }

  public NoticeBody {
    sections = List.copyOf(sections);
    tables = List.copyOf(tables);
    substances = List.copyOf(substances);
    if (tables.size() > MOST_TABLES || substances.size() > MOST_SUBSTANCES) {
      throw new IllegalArgumentException("expected at most 10 tables and 10 substances");
    }
    if (sections.stream().map(Section::heading).distinct().count() < sections.size()) {
      throw new IllegalArgumentException("expected each heading once");
    }
  }

  /// What of it may go to that audience: parts without words are left out.
  public NoticeBody releasedTo(Releasability audience) {
    return new NoticeBody(
        type,
        urgency,
        title,
        sections.stream()
            .filter(one -> one.release().mayGoTo(audience) && !one.text().isEmpty())
            .toList(),
        tables.stream().filter(one -> one.release().mayGoTo(audience)).toList(),
        substances.stream().filter(one -> one.release().mayGoTo(audience)).toList());
  }

  public Optional<Section> section(Heading heading) {
    return sections.stream().filter(one -> one.heading() == heading).findFirst();
  }

  /// True when nothing but its title is left.
  boolean isBare() {
    return sections.isEmpty() && tables.isEmpty() && substances.isEmpty();
  }

  /// True when every text that may go to partners stands in all three languages.
  boolean isInAllLanguages() {
    return Stream.concat(
            Stream.of(title),
            releasedTo(Releasability.PARTNERS).sections().stream().map(Section::text))
        .allMatch(ThreeTexts::isInAll);
  }
}
