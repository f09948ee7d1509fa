package org.tripoint.node.desks.laboratory.results;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Outline;
import org.tripoint.vocabulary.Outlined;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// What a laboratory found in one item: the content of kind `lab-result`.
///
/// An amended result is a new version of its record, a withdrawn one its last. The record's key is
/// the laboratory's own: submission and item.
///
/// @param laboratory short name of the laboratory, such as `DAS-ON`
/// @param country of the laboratory
/// @param accreditation under which it works, such as `ISO/IEC 17025:2017, SCC 123`, or ""
/// @param submission the laboratory's number of what was handed in
/// @param item number of the item within it
/// @param seizure what the seizure it comes from is known as at its source, or ""
/// @param sampleOrigin how it came to be analysed
/// @param date the day it is counted under, as far as it is known
/// @param dateBasis what happened on that day
/// @param receivedOn day the laboratory received it, or null
/// @param reportedOn day of the report, or null
/// @param place where it was taken or collected
/// @param material what it looked like and weighed
/// @param expected what it was sold or taken as, or null
/// @param samplingPlan which units were analysed, or null
/// @param components what was said of each substance
/// @param scope id of the scope it was analysed under, or ""
/// @param scopeVersion version of that scope, or ""
/// @param standard identification standard, such as `SWGDRUG`, or ""
/// @param standardVersion version of that standard, or ""
/// @param status how far the result is settled
/// @param amendment why it was amended; "" unless it was
/// @param attachments spectra and other files
/// @param comment the laboratory's own, or ""
/// @param caseNumbers numbers of case files it is known under
/// @param custody the hands it passed through, in order of time
/// @param extras columns of the source that nothing here stands for
public record LabResult(
    @NamesSource String laboratory,
    Country country,
    @NamesSource String accreditation,
    @NamesSource String submission,
    @NamesSource String item,
    @NamesSource String seizure,
    SampleOrigin sampleOrigin,
    PartialDate date,
    DateBasis dateBasis,
    @Nullable LocalDate receivedOn,
    @Nullable LocalDate reportedOn,
    Place place,
    Material material,
    @Nullable ExpectedSubstance expected,
    @Nullable SamplingPlan samplingPlan,
    List<ResultComponent> components,
    @NamesSource String scope,
    @NamesSource String scopeVersion,
    String standard,
    String standardVersion,
    ResultStatus status,
    String amendment,
    List<AttachedFile> attachments,
    String comment,
    @InPart(Part.NOMINAL) @NamesSource List<String> caseNumbers,
    @InPart(Part.NOMINAL) List<CustodyEvent> custody,
    @NamesSource Map<String, String> extras)
    implements Happened, Outlined {

  /// The kind of record that a result is.
  public static final Kind<LabResult> KIND = Kind.of("lab-result", 1, LabResult.class);

  private static final int MOST_COMPONENTS = 500;
  private static final int MOST_OTHERS = 200;

  public LabResult {
    components = Texts.atMost("components", components, MOST_COMPONENTS);
    attachments = Texts.atMost("attachments", attachments, MOST_OTHERS);
    caseNumbers = Texts.atMost("case numbers", caseNumbers, MOST_OTHERS);
    custody = Texts.atMost("custody events", custody, MOST_OTHERS);
    extras = Map.copyOf(new TreeMap<>(extras));
    Texts.require("a laboratory", laboratory, 1, 60);
    Texts.require("an accreditation", accreditation, 0, 200);
    Texts.require("a submission", submission, 1, Texts.LONGEST_ID);
    Texts.require("an item", item, 1, Texts.LONGEST_ID);
    Texts.require("a seizure", seizure, 0, Texts.LONGEST_ID);
    Texts.require("a scope", scope, 0, Texts.LONGEST_ID);
    Texts.require("a version of a scope", scopeVersion, 0, 60);
    Texts.require("a standard", standard, 0, 60);
    Texts.require("a version of a standard", standardVersion, 0, 60);
    Texts.require("a comment", comment, 0, Texts.LONGEST_REMARK);
    Texts.require("a reason for the amendment", amendment, 0, Texts.LONGEST_REMARK);
    if ((status == ResultStatus.AMENDED) == amendment.isBlank()) {
      throw new IllegalArgumentException(
          "expected a reason with an amended result, and only there");
    }
    if (scope.isBlank() != scopeVersion.isBlank()) {
      throw new IllegalArgumentException("expected a scope together with its version");
    }
    if (components.stream().map(ResultComponent::number).distinct().count() != components.size()) {
      throw new IllegalArgumentException("expected each component number once");
    }
    if (receivedOn != null && reportedOn != null && reportedOn.isBefore(receivedOn)) {
      throw new IllegalArgumentException("expected a report on or after the day of receipt");
    }
    requireInOrder(custody);
  }

  private static void requireInOrder(List<CustodyEvent> custody) {
    Instant last = Instant.MIN;
    for (CustodyEvent event : custody) {
      if (event.at().isBefore(last)) {
        throw new IllegalArgumentException("expected custody events in order of time");
      }
      last = event.at();
    }
  }

  @Override
  public LocalDate day() {
    return date.start();
  }

  /// What was found and is known by a list or a structure.
  @Override
  public Outline outline() {
    return new Outline.Finding(
        day(),
        place,
        components.stream()
            .filter(component -> component.presence().isFound())
            .map(ResultComponent::substance)
            .filter(substance -> !(substance instanceof SubstanceId.AsReported))
            .toList());
  }

  /// What happened on the day a result is counted under.
  public enum DateBasis {
    COLLECTED,
    RECEIVED,
    ANALYSED,
    REPORTED
  }

  /// How far a result is settled. A withdrawn one has no content: it is the record's last version.
  public enum ResultStatus {
    PRELIM,
    FINAL,
    AMENDED
  }
}
