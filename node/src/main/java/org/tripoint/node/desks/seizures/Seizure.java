package org.tripoint.node.desks.seizures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Count;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.DateCertainty;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Outline;
import org.tripoint.vocabulary.Outlined;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;

/// One seizure event as one agency reported it, with everything that was taken: the content of kind
/// `seizure`.
///
/// @param country the country whose agency reports it
/// @param agency the agency's short name, upper case, such as `CBSA`
/// @param date when it happened, as far as it is known
/// @param place where, as exactly as the report's own scheme says
/// @param circumstances how it came about
/// @param route where the goods came from and were going, as far as reported
/// @param joint true when the report says that another agency took part
/// @param partners agencies that took part, by name; empty when none is named
/// @param detained how many persons were detained, or null when the report does not say
/// @param items what was taken, at least one, in the report's order
/// @param caseNumbers numbers of case files it is known under
/// @param persons persons named in the report
/// @param extras columns of the source that nothing here stands for, as they were
public record Seizure(
    Country country,
    @NamesSource String agency,
    PartialDate date,
    Place place,
    Circumstances circumstances,
    Route route,
    boolean joint,
    @NamesSource List<String> partners,
    @Nullable Count detained,
    List<SeizureItem> items,
    @InPart(Part.NOMINAL) @NamesSource List<String> caseNumbers,
    @InPart(Part.NOMINAL) List<NamedPerson> persons,
    @NamesSource Map<String, String> extras)
    implements Happened, Outlined {

  /// The kind of record that a seizure is.
  public static final Kind<Seizure> KIND = Kind.of("seizure", 1, Seizure.class);

  public Seizure {
    partners = List.copyOf(partners);
    items = List.copyOf(items);
    caseNumbers = List.copyOf(caseNumbers);
    persons = List.copyOf(persons);
    extras = Extras.copyOf(extras);
    Texts.require("an agency", agency, 1, 60);
    if (items.isEmpty() || items.size() > 1_000) {
      throw new IllegalArgumentException("expected 1 to 1,000 items, found " + items.size());
    }
  }

  /// The day it is listed and counted under: the first day it may have happened.
  @Override
  public LocalDate day() {
    return date.start();
  }

  public boolean isDayKnown() {
    return date.certainty() == DateCertainty.DAY;
  }

  @Override
  public Outline outline() {
    return new Outline.Event(
        "Seizure, %s, %s".formatted(date, place.key()),
        items.stream().map(SeizureItem::inWords).collect(Collectors.joining("; ")),
        place,
        country,
        agency);
  }
}
