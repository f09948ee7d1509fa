package org.tripoint.node.desks.laboratory.spectra;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;

/// What a person says of the item a spectrum was measured of. What was not sent is "".
///
/// @param area first-level area by its ISO 3166-2 code; "" for the whole country
/// @param origin how the item came to be analysed
/// @param date day it was collected
/// @param amendment why a settled result is amended; "" for an item without one
public record ResultForm(
    String laboratory,
    String country,
    String submission,
    String item,
    String area,
    String origin,
    String date,
    String comment,
    String amendment) {

  public ResultForm(
      @Nullable String laboratory,
      @Nullable String country,
      @Nullable String submission,
      @Nullable String item,
      @Nullable String area,
      @Nullable String origin,
      @Nullable String date,
      @Nullable String comment,
      @Nullable String amendment) {
    this.laboratory = plain(laboratory);
    this.country = plain(country);
    this.submission = plain(submission);
    this.item = plain(item);
    this.area = plain(area).toUpperCase(Locale.ROOT);
    this.origin = plain(origin);
    this.date = plain(date);
    this.comment = plain(comment);
    this.amendment = plain(amendment);
  }

  static ResultForm of(String country) {
    return new ResultForm("", country, "", "", "", "", "", "", "");
  }

  static List<Option> countries(Page page) {
    return Stream.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES)
        .map(one -> new Option(one.code(), page.t("place." + one.code())))
        .toList();
  }

  static List<Option> origins(Page page) {
    return Stream.of(SampleOrigin.values())
        .map(one -> new Option(one.name(), page.t("spectra.origin." + one.name())))
        .toList();
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  /// Key of what is wrong with it.
  Optional<String> problem(LocalDate today) {
    if (laboratory.length() < 2 || laboratory.length() > 60 || slug().isEmpty()) {
      return Optional.of("spectra.problem.laboratory");
    }
    if (submission.isEmpty() || submission.length() > 200 || item.isEmpty() || item.length() > 60) {
      return Optional.of("spectra.problem.item");
    }
    if (Country.find(country).isEmpty() || findPlace().isEmpty()) {
      return Optional.of("spectra.problem.place");
    }
    if (findOrigin().isEmpty()) {
      return Optional.of("spectra.problem.origin");
    }
    if (findDate().filter(day -> !day.isAfter(today)).isEmpty()) {
      return Optional.of("spectra.problem.date");
    }
    if (amendment.length() > 1_000) {
      return Optional.of("spectra.problem.comment");
    }
    return comment.length() > 1_000 ? Optional.of("spectra.problem.comment") : Optional.empty();
  }

  /// Whether a laboratory is the one that is meant, however its name is written.
  boolean means(String other) {
    return slug(other).equals(slug());
  }

  /// Source under which the laboratory's results stand: `ca-das-on`.
  String source() {
    return country.toLowerCase(Locale.ROOT) + "-" + slug();
  }

  private String slug() {
    return slug(laboratory);
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  Optional<Place> findPlace() {
    try {
      Country of = Country.of(country);
      if (area.isEmpty()) {
        return Optional.of(Place.country(of));
      }
      Place place = Place.admin1(area);
      return place.country().equals(of) ? Optional.of(place) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Optional<SampleOrigin> findOrigin() {
    try {
      return Optional.of(SampleOrigin.valueOf(origin));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Optional<LocalDate> findDate() {
    try {
      LocalDate day = LocalDate.parse(date);
      return day.getYear() < 1900 ? Optional.empty() : Optional.of(day);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
