package org.tripoint.node.desks.laboratory.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.protocol.DecideIdentification.Scheme;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Reason;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Remark;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.Material.MaterialForm;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.vocabulary.SubstanceId;

/// What the techniques of a component of a result establish.
@Component
public final class JudgeIdentification {

  private final IdentificationStandards standards;
  private final ReadRegistry registry;

  JudgeIdentification(IdentificationStandards standards, ReadRegistry registry) {
    this.standards = standards;
    this.registry = registry;
  }

  /// Empty for a substance that was not found: nothing is identified there.
  public Optional<Verdict> judge(LabResult result, ResultComponent component) {
    if (!component.presence().isFound()) {
      return Optional.empty();
    }
    Optional<IdentificationStandard> named =
        standards.find(result.standard(), result.standardVersion());
    Verdict verdict =
        DecideIdentification.decide(
            named.orElseGet(standards::current),
            new Scheme(
                component.name(),
                component.substance() instanceof SubstanceId.IsomerUnspecified,
                FindIsomers.find(component.substance(), registry.registry()),
                component.techniques(),
                isEnoughForTwo(result.material().form())));
    return Optional.of(
        named.isPresent() || result.standard().isEmpty() ? verdict : otherVersion(verdict, result));
  }

  private static Verdict otherVersion(Verdict verdict, LabResult result) {
    List<Remark> remarks = new ArrayList<>();
    remarks.add(
        Remark.of(
            Reason.OTHER_VERSION,
            (result.standard() + " " + result.standardVersion()).strip(),
            verdict.standard()));
    remarks.addAll(verdict.remarks());
    return new Verdict(verdict.outcome(), verdict.standard(), verdict.counted(), remarks);
  }

  private static boolean isEnoughForTwo(MaterialForm form) {
    return form != MaterialForm.RESIDUE && form != MaterialForm.BIOLOGICAL;
  }
}
