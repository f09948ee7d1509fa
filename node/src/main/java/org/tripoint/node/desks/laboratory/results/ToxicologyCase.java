package org.tripoint.node.desks.laboratory.results;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.DateCertainty;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// What toxicology found in one person: the content of kind `toxicology-case`. Its key is a
/// pseudonym that the laboratory made up; nothing here names the person.
///
/// Everything that tells of the person is in the health part. The open part says no more than that
/// there is a case, of which sort, in which country and month.
///
/// @param laboratory short name of the laboratory
/// @param country of the laboratory
/// @param caseType why there is a case
/// @param date month or year it is counted under, never the day
/// @param jurisdiction where the person died or was examined, or null
/// @param person what is known of the person, or null
/// @param specimens what was examined
/// @param findings what was found and what was looked for, in each
/// @param certified what the certifier wrote, or null
public record ToxicologyCase(
    @NamesSource String laboratory,
    Country country,
    CaseType caseType,
    PartialDate date,
    @InPart(Part.HEALTH) @Nullable Place jurisdiction,
    @InPart(Part.HEALTH) @Nullable CasePerson person,
    @InPart(Part.HEALTH) List<Specimen> specimens,
    @InPart(Part.HEALTH) List<ToxicologyFinding> findings,
    @InPart(Part.HEALTH) @Nullable Certified certified)
    implements Happened {

  /// The kind of record that a case is.
  public static final Kind<ToxicologyCase> KIND =
      Kind.of("toxicology-case", 1, ToxicologyCase.class);

  public ToxicologyCase {
    specimens = Texts.atMost("specimens", specimens, 50);
    findings = Texts.atMost("findings", findings, 1_000);
    Texts.require("a laboratory", laboratory, 1, 60);
    if (date.certainty() == DateCertainty.DAY) {
      throw new IllegalArgumentException("expected a month or a year, found " + date);
    }
    int last = findings.stream().mapToInt(ToxicologyFinding::specimen).max().orElse(0);
    if (last > specimens.size()) {
      throw new IllegalArgumentException("expected findings of the specimens that are listed");
    }
  }

  @Override
  public LocalDate day() {
    return date.start();
  }

  /// Why there is a case.
  public enum CaseType {
    POSTMORTEM,
    IMPAIRED_DRIVING,
    CLINICAL,
    DRUG_FACILITATED_CRIME,
    OTHER
  }

  /// What is known of the person.
  ///
  /// @param ageBand such as `25-34`, or "" when it is not known; never an age
  /// @param sex as recorded
  /// @param naloxone whether naloxone was given
  public record CasePerson(String ageBand, RecordedSex sex, YesNo naloxone) {
    private static final Pattern BAND = Pattern.compile("|\\d{1,2}-\\d{1,3}|\\d{1,2}\\+");

    public CasePerson {
      if (!BAND.matcher(ageBand).matches()) {
        throw new IllegalArgumentException(
            "expected an age band such as 25-34 or 85+, found '" + ageBand + "'");
      }
    }
  }

  /// Sex as recorded.
  public enum RecordedSex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
  }

  /// An answer that may be missing.
  public enum YesNo {
    YES,
    NO,
    UNKNOWN
  }

  /// Something taken from the body.
  ///
  /// @param matrix what
  /// @param hoursAfterDeath from death to collection, or null
  /// @param preservative such as `NaF`, or ""
  public record Specimen(
      SpecimenMatrix matrix, @Nullable Integer hoursAfterDeath, String preservative) {
    public Specimen {
      Texts.require("a preservative", preservative, 0, 100);
      if (hoursAfterDeath != null && hoursAfterDeath < 0) {
        throw new IllegalArgumentException("expected at least 0 hours after death");
      }
    }
  }

  /// What was taken from the body, and from where: concentrations differ by it.
  public enum SpecimenMatrix {
    FEMORAL_BLOOD,
    SUBCLAVIAN_BLOOD,
    CARDIAC_BLOOD,
    BLOOD_OTHER,
    SERUM,
    VITREOUS,
    URINE,
    LIVER,
    HAIR,
    OTHER
  }

  /// What was said of one substance in one specimen.
  ///
  /// @param specimen number of the specimen in its list, from 1
  /// @param name as reported
  /// @param substance what that stands for
  /// @param metabolite whether it is one
  /// @param presence whether it is there, and how much
  /// @param limits what the method can see and measure, or null
  /// @param confirmation method that confirmed it, or ""
  /// @param scope id of the screening scope, or ""
  /// @param scopeVersion version of that scope, or ""
  /// @param causal what it had to do with the death or the state
  public record ToxicologyFinding(
      int specimen,
      String name,
      SubstanceId substance,
      boolean metabolite,
      Presence presence,
      @Nullable DetectionLimits limits,
      String confirmation,
      String scope,
      String scopeVersion,
      CausalRole causal) {
    public ToxicologyFinding {
      Texts.require("a name of a substance", name, 1, 500);
      Texts.require("a method", confirmation, 0, 200);
      Texts.require("a scope", scope, 0, Texts.LONGEST_ID);
      Texts.require("a version of a scope", scopeVersion, 0, 60);
      if (specimen < 1) {
        throw new IllegalArgumentException("expected a specimen from 1, found " + specimen);
      }
      if (scope.isBlank() != scopeVersion.isBlank()) {
        throw new IllegalArgumentException("expected a scope together with its version");
      }
    }
  }

  /// What a substance had to do with it.
  public enum CausalRole {
    CAUSED,
    CONTRIBUTED,
    PRESENT_NOT_IMPLICATED,
    UNDETERMINED
  }

  /// What the certifier wrote.
  ///
  /// @param cause cause of death in words, or ""
  /// @param icdCodes such as `X42`, `T40.4`
  /// @param manner of death
  public record Certified(String cause, List<String> icdCodes, Manner manner) {
    private static final Pattern ICD = Pattern.compile("[A-Z]\\d{2}(\\.[0-9A-Z]{1,4})?");

    public Certified {
      icdCodes = Texts.atMost("codes", icdCodes, 50);
      Texts.require("a cause of death", cause, 0, Texts.LONGEST_REMARK);
      icdCodes.forEach(code -> {
        if (!ICD.matcher(code).matches()) {
          throw new IllegalArgumentException("expected an ICD code, found '" + code + "'");
        }
      });
    }
  }

  /// Manner of death.
  public enum Manner {
    ACCIDENT,
    SUICIDE,
    HOMICIDE,
    NATURAL,
    UNDETERMINED,
    PENDING
  }
}
