package org.tripoint.node.signals;

import java.util.List;
import org.tripoint.node.web.Page;

/// How grave something is if it is true: a level for each aspect that the detector knows of.
///
/// The suggested level is the highest one and never a mean: a substance that naloxone hardly helps
/// against is grave however few have found it yet. A person decides; this orders the inbox.
///
/// @param aspects each aspect at most once, in their order; at least one
public record Severity(List<Level> aspects) {

  /// What makes it grave.
  public enum Aspect {
    /// How little of it is enough.
    POTENCY,
    /// Deaths that are put down to it.
    DEATHS,
    /// Over how many places and how fast.
    SPREAD,
    /// How badly naloxone helps.
    NALOXONE_RESPONSE,
    /// How easily routine tests miss it.
    DETECTION_DIFFICULTY
  }

  /// The level of one aspect.
  ///
  /// @param level 1 (slight) to 5 (extreme)
  /// @param found what it rests on: a message key, or language-neutral; may be empty
  public record Level(Aspect aspect, int level, String found) {
    public Level {
      if (level < 1 || level > 5) {
        throw new IllegalArgumentException("expected a level from 1 to 5, found " + level);
      }
    }

    /// What it rests on, as the page's language writes it.
    public String found(Page page) {
      return page.has(found) ? page.t(found) : page.figures(found);
    }
  }

  public Severity {
    aspects = aspects.stream().sorted((a, b) -> a.aspect().compareTo(b.aspect())).toList();
    if (aspects.isEmpty()
        || aspects.stream().map(Level::aspect).distinct().count() < aspects.size()) {
      throw new IllegalArgumentException("expected at least one aspect, each once");
    }
  }

  public static Severity of(Level... levels) {
    return new Severity(List.of(levels));
  }

  /// The suggested level, 1 to 5.
  public int suggested() {
    return aspects.stream().mapToInt(Level::level).max().orElseThrow();
  }
}
