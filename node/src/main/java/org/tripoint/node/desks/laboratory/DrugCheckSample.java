package org.tripoint.node.desks.laboratory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.KeyInPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Outline;
import org.tripoint.vocabulary.Outlined;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// One sample that a person brought to a drug-checking service, and what was found in it.
///
/// What it was expected to be and what was found are open; where exactly and what it looked like
/// lie in the health part, because they tell of the person who brought it. The town is the finest
/// place kept, never the site. Its key is made of the row's columns, so it lies there too.
/// Voluntary samples are not a survey of the market.
///
/// @param date day it was checked
/// @param province first-level subdivision
/// @param healthAuthority health region, or null where the source leaves it blank
/// @param expected what it was sold or brought as
/// @param category the source's own class, such as `Opioid`; "" when blank
/// @param fentanylStrip result of the fentanyl immunoassay strip
/// @param benzodiazepineStrip result of the benzodiazepine strip
/// @param found what the spectrometer's operator reported, in the order reported; empty when
///   nothing was entered. Infrared spectrometry misses what is below about 5 % by weight
/// @param fentanylPercent fentanyl by weight, estimated from infrared, or null; 0 means below the
///   method's limit and not absent
/// @param town town of the service; null where the health part was not given
/// @param appearance colour, texture and mark; null where the health part was not given
/// @param extras columns that no rule of ours reads
@KeyInPart(Part.HEALTH)
public record DrugCheckSample(
    LocalDate date,
    Place province,
    @Nullable Place healthAuthority,
    ReportedSubstance expected,
    String category,
    StripResult fentanylStrip,
    StripResult benzodiazepineStrip,
    List<FoundInSample> found,
    @Nullable ReportedNumber fentanylPercent,
    @InPart(Part.HEALTH) @Nullable String town,
    @InPart(Part.HEALTH) @Nullable Appearance appearance,
    @InPart(Part.HEALTH) @NamesSource Map<String, String> extras)
    implements Happened, Outlined {

  /// The kind of record it is.
  public static final Kind<DrugCheckSample> KIND =
      Kind.of("drug-check-sample", 1, DrugCheckSample.class);

  public DrugCheckSample {
    found = List.copyOf(found);
    extras = Map.copyOf(new TreeMap<>(extras));
  }

  @Override
  public LocalDate day() {
    return date;
  }

  /// What was found and is known by a list or a structure; words that nobody has recognised are
  /// left out.
  @Override
  public Outline outline() {
    return new Outline.Finding(
        date,
        province,
        identified().stream().filter(one -> !(one instanceof SubstanceId.AsReported)).toList());
  }

  /// The substances that were named, in the order reported.
  public List<SubstanceId> identified() {
    List<SubstanceId> named = new ArrayList<>();
    for (FoundInSample one : found) {
      if (one instanceof FoundInSample.Identified identified) {
        named.add(identified.substance());
      }
    }
    return named;
  }

  Country country() {
    return province.country();
  }

  /// A name as reported, and what it stands for.
  public record ReportedSubstance(String text, SubstanceId substance) {}

  /// What the sample looked like.
  ///
  /// @param colour such as `Light Brown`; "" when blank
  /// @param texture such as `Pressed tablet`; "" when blank
  /// @param mark code stamped on it; "" when none
  public record Appearance(String colour, String texture, String mark) {}

  /// What an immunoassay strip said.
  public enum StripResult {
    POSITIVE,
    NEGATIVE,
    /// The strip could not be read.
    INVALID,
    NOT_DONE
  }

  /// One entry of the operator's list: a substance, or a word that is none.
  public sealed interface FoundInSample {

    /// As reported.
    String text();

    /// A substance was named.
    record Identified(String text, SubstanceId substance) implements FoundInSample {}

    /// Something is there that could not be named, or a family of which the member is open
    /// (`Uncertain match`, `Uncertain oil`, `2c-family`, `Fentanyl or Analog`).
    record Uncertain(String text) implements FoundInSample {}

    /// The operator reports that nothing was found (`Neg`).
    record NothingFound(String text) implements FoundInSample {}
  }
}
