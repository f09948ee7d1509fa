package org.tripoint.node.exchange.stix;

import java.util.List;
import org.tripoint.node.desks.health.HealthObservation;
import org.tripoint.node.desks.laboratory.DrugCheckSample;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound;
import org.tripoint.node.desks.laboratory.results.PublishedLabCount;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectrum;
import org.tripoint.node.desks.liaison.LiaisonRead;
import org.tripoint.node.desks.liaison.RequestAnswer;
import org.tripoint.node.desks.liaison.RequestFeedback;
import org.tripoint.node.desks.liaison.RequestForInformation;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.desks.seizures.PlaceMapping;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.metrics.definitions.DefinitionDocument;
import org.tripoint.node.metrics.observations.MetricObservation;
import org.tripoint.node.notices.Notice;
import org.tripoint.node.notices.NoticeAcknowledgement;
import org.tripoint.node.notices.NoticeCountersignature;
import org.tripoint.node.notices.NoticeRetraction;
import org.tripoint.node.substances.registry.AddedSubstance;
import org.tripoint.vocabulary.Kind;

/// Kinds of the desks, as they declare them.
final class Kinds {
  static final Kind<HealthObservation> HEALTH =
      Kind.of("health-observation", 1, HealthObservation.class);
  static final Kind<DrugCheckSample> SAMPLE =
      Kind.of("drug-check-sample", 1, DrugCheckSample.class);

  private Kinds() {}

  static List<Kind<?>> all() {
    return List.of(
        Seizure.KIND,
        PublishedSeizureFigure.KIND,
        HEALTH,
        SAMPLE,
        LabResult.KIND,
        AnalysisScope.KIND,
        ToxicologyCase.KIND,
        ProficiencyRound.KIND,
        LaboratoryProfile.KIND,
        PublishedLabCount.KIND,
        KeptSpectrum.KIND,
        DefinitionDocument.KIND,
        MetricObservation.KIND,
        MergeDecision.KIND,
        PlaceMapping.KIND,
        RequestForInformation.KIND,
        RequestAnswer.KIND,
        RequestFeedback.KIND,
        LiaisonRead.KIND,
        Notice.KIND,
        NoticeAcknowledgement.KIND,
        NoticeCountersignature.KIND,
        NoticeRetraction.KIND,
        AddedSubstance.KIND);
  }
}
