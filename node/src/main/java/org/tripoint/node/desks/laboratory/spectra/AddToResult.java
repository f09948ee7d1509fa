package org.tripoint.node.desks.laboratory.spectra;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.AttachedFile;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.ResultComponent;

/// A result with one more spectrum: everything that it said stays.
///
/// A component of the same substance gets the spectrum as another technique, so that a person can
/// see what confirms it; its level stays what the laboratory said. Anything else becomes a
/// component of its own. A preliminary result stays preliminary, a settled one is amended.
record AddToResult(LabResult result) {

  /// @param amendment why; used where the result is settled
  LabResult with(ResultComponent component, AttachedFile file, String amendment) {
    boolean settled = result.status() != ResultStatus.PRELIM;
    return new LabResult(
        result.laboratory(),
        result.country(),
        result.accreditation(),
        result.submission(),
        result.item(),
        result.seizure(),
        result.sampleOrigin(),
        result.date(),
        result.dateBasis(),
        result.receivedOn(),
        result.reportedOn(),
        result.place(),
        result.material(),
        result.expected(),
        result.samplingPlan(),
        components(component),
        result.scope(),
        result.scopeVersion(),
        result.standard(),
        result.standardVersion(),
        settled ? ResultStatus.AMENDED : ResultStatus.PRELIM,
        settled ? amendment : "",
        attachments(file),
        result.comment(),
        result.caseNumbers(),
        result.custody(),
        result.extras());
  }

  private List<ResultComponent> components(ResultComponent more) {
    List<ResultComponent> all = new ArrayList<>(result.components());
    OptionalInt same =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).substance().equals(more.substance()))
            .findFirst();
    if (same.isPresent()) {
      all.set(same.getAsInt(), withTechniques(all.get(same.getAsInt()), more.techniques()));
    } else {
      int last = all.stream().mapToInt(ResultComponent::number).max().orElse(0);
      all.add(numbered(more, last + 1));
    }
    return all;
  }

  private static ResultComponent withTechniques(
      ResultComponent one, List<AppliedTechnique> techniques) {
    List<AppliedTechnique> all = new ArrayList<>(one.techniques());
    techniques.stream().filter(more -> !all.contains(more)).forEach(all::add);
    return copy(one, one.number(), all);
  }

  private static ResultComponent numbered(ResultComponent one, int number) {
    return copy(one, number, one.techniques());
  }

  private static ResultComponent copy(
      ResultComponent one, int number, List<AppliedTechnique> techniques) {
    return new ResultComponent(
        number,
        one.name(),
        one.substance(),
        one.level(),
        one.role(),
        one.presence(),
        one.limits(),
        techniques,
        one.unitResults(),
        one.observed(),
        one.comment());
  }

  private List<AttachedFile> attachments(AttachedFile more) {
    List<AttachedFile> all = new ArrayList<>(result.attachments());
    if (!all.contains(more)) {
      all.add(more);
    }
    return all;
  }
}
