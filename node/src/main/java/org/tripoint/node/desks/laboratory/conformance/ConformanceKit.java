package org.tripoint.node.desks.laboratory.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.node.desks.laboratory.conformance.KitMessages.Draft;
import org.tripoint.node.desks.laboratory.protocol.ProtocolRule;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.AnalysisScope.ScopeAnalyte;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile.ConformanceLevel;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile.MethodConformance;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Material.MaterialForm;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.SubstanceId;
import tools.jackson.databind.json.JsonMapper;

/// Messages that must pass and messages that must fail, each with the rules it is about.
@Component
public class ConformanceKit {

  private static final Presence.Present PRESENT = new Presence.Present();
  private static final SubstanceId FENTANYL = KitMessages.FENTANYL;
  private static final SubstanceId XYLAZINE =
      new SubstanceId.Structure("BPICBUSOMSTKRF-UHFFFAOYSA-N");
  private static final SubstanceId PARA = new SubstanceId.Structure("KXUBAVLIJFTASZ-UHFFFAOYSA-N");

  private final RecordKinds kinds;

  ConformanceKit(RecordKinds kinds) {
    this.kinds = kinds;
  }

  /// One message of the kit.
  ///
  /// @param name of its file, without the ending
  /// @param message JSON, as `POST /api/records` takes one record
  /// @param mustPass whether it must pass
  /// @param rules rules that it breaks, those that only should be kept among them; empty for a
  ///   message that passes or cannot be read
  public record KitMessage(String name, String message, boolean mustPass, Set<ProtocolRule> rules) {
    public KitMessage {
      rules = Set.copyOf(rules);
    }
  }

  /// All messages; those that must pass first.
  public List<KitMessage> messages() {
    List<KitMessage> all = new ArrayList<>(passing());
    all.addAll(failing());
    all.addAll(unreadable());
    return all;
  }

  private List<KitMessage> passing() {
    return List.of(
        pass("two-properties", fentanyl(PRESENT)),
        pass(
            "hyphenated-with-both-outputs",
            Draft.of(
                KitMessages.identified(
                    "fentanyl",
                    KitMessages.FENTANYL,
                    PRESENT,
                    KitMessages.used("GC-MS", 1, false, "GC", "MS"),
                    KitMessages.used("GC-MS", 2, false, "GC", "MS")))),
        pass(
            "three-without-structure",
            Draft.of(
                KitMessages.identified(
                    "fentanyl",
                    KitMessages.FENTANYL,
                    PRESENT,
                    KitMessages.used("TLC", 1, false),
                    KitMessages.used("LC", 2, false),
                    KitMessages.used("IMMUNOASSAY", 2, false)))),
        pass(
            "quantity-of-a-salt",
            fentanyl(KitMessages.measured("8.2", QuantityBasis.SALT, SaltForm.HYDROCHLORIDE))),
        pass(
            "isomers-not-told-apart",
            Draft.of(
                KitMessages.identified(
                    "fluorofentanyl",
                    new SubstanceId.IsomerUnspecified("fluorofentanyl"),
                    PRESENT,
                    KitMessages.enough()))),
        pass("negative-in-scope", withNegative()),
        new KitMessage(
            "negative-in-the-scope-sent-with-it",
            request(json(withNegative()), json(scope(FENTANYL, XYLAZINE))),
            true,
            Set.of()),
        new KitMessage("scope", json(scope(FENTANYL, XYLAZINE)), true, Set.of()),
        new KitMessage(
            "laboratory-profile", json(LaboratoryProfile.KIND, profile()), true, Set.of()),
        pass("tablets-sampled", fentanyl(PRESENT).withPlan(KitMessages.plan(1_000, 28))),
        pass("amended", fentanyl(PRESENT).withStatus(ResultStatus.AMENDED)),
        pass(
            "residue-in-one-sampling",
            Draft.of(
                    KitMessages.identified(
                        "fentanyl",
                        KitMessages.FENTANYL,
                        PRESENT,
                        KitMessages.used("GC-MS", 1, false, "GC", "MS")))
                .withMaterial(new Material(MaterialForm.RESIDUE, "", "", null, null, null))),
        pass(
            "presumptive-and-says-so",
            Draft.of(
                KitMessages.component(
                    1,
                    "fentanyl",
                    KitMessages.FENTANYL,
                    IdentificationLevel.TENTATIVE,
                    ComponentRole.ACTIVE_MAIN,
                    PRESENT,
                    null,
                    KitMessages.used("IMMUNOASSAY", 1, false)))));
  }

  private List<KitMessage> failing() {
    SubstanceId text = new SubstanceId.AsReported("fentanyl");
    AppliedTechnique[] enough = KitMessages.enough();
    return List.of(
        fail("nothing-reported", Draft.of(), ProtocolRule.NO_COMPONENT),
        fail(
            "colour-test-alone",
            only(KitMessages.used("COLOUR", 1, false)),
            ProtocolRule.IDENTITY_NOT_ESTABLISHED),
        fail(
            "one-technique",
            only(KitMessages.used("IR", 1, false), KitMessages.used("IR", 2, false)),
            ProtocolRule.IDENTITY_NOT_ESTABLISHED),
        fail(
            "outputs-not-named",
            only(KitMessages.used("GC-MS", 1, false), KitMessages.used("GC-MS", 2, false)),
            ProtocolRule.IDENTITY_NOT_ESTABLISHED),
        fail(
            "one-sampling",
            only(KitMessages.used("GC-MS", 1, false, "GC", "MS")),
            ProtocolRule.IDENTITY_NOT_ESTABLISHED),
        fail(
            "data-not-kept",
            only(KitMessages.unreviewed("IR", 1), KitMessages.used("GC", 2, false)),
            ProtocolRule.IDENTITY_NOT_ESTABLISHED),
        fail(
            "isomer-named-and-not-told-apart",
            Draft.of(KitMessages.identified("para-fluorofentanyl", PARA, PRESENT, enough)),
            ProtocolRule.IDENTITY_NOT_ESTABLISHED),
        fail(
            "substance-by-name-alone",
            Draft.of(KitMessages.identified("fentanyl", text, PRESENT, enough)),
            ProtocolRule.SUBSTANCE_NOT_KEYED),
        fail(
            "standard-missing",
            fentanyl(PRESENT).withStandard("", ""),
            ProtocolRule.STANDARD_MISSING),
        fail(
            "standard-of-another-version",
            fentanyl(PRESENT).withStandard("SWGDRUG", "99"),
            ProtocolRule.STANDARD_UNKNOWN),
        fail(
            "quantity-without-basis",
            fentanyl(KitMessages.measured("8.2", QuantityBasis.NOT_STATED, null)),
            ProtocolRule.BASIS_NOT_STATED),
        fail(
            "below-limit-without-limit",
            fentanyl(new Presence.BelowQuantification()),
            ProtocolRule.LIMIT_MISSING),
        fail("value-below-limit", belowLimit(), ProtocolRule.VALUE_BELOW_LIMIT),
        fail(
            "negative-without-scope",
            withNegative().withScope(""),
            ProtocolRule.NEGATIVE_WITHOUT_SCOPE),
        new KitMessage(
            "negative-out-of-scope",
            request(json(withNegative()), json(scope(FENTANYL))),
            false,
            Set.of(ProtocolRule.NEGATIVE_OUT_OF_SCOPE)),
        fail(
            "too-few-units",
            fentanyl(PRESENT).withPlan(KitMessages.plan(1_000, 27)),
            ProtocolRule.SAMPLING_TOO_SMALL),
        fail(
            "no-day-of-report",
            fentanyl(PRESENT).withDays(KitMessages.day(2), null),
            ProtocolRule.REPORT_DATE_MISSING),
        fail(
            "received-before-collected",
            fentanyl(PRESENT).withDays(KitMessages.day(-1), KitMessages.day(9)),
            ProtocolRule.RECEIVED_BEFORE_COLLECTED));
  }

  /// What no result can say at all: refused when it is read.
  private List<KitMessage> unreadable() {
    String good = json(fentanyl(KitMessages.measured("8.2", QuantityBasis.FREE_BASE, null)));
    return List.of(
        refused("refused-not-json", "S-100;1;fentanyl"),
        refused("refused-no-origin", good.replace("\"sampleOrigin\":\"SEIZURE\",", "")),
        refused("refused-unknown-field", good.replace("\"item\":\"1\"", "\"item\":\"1\",\"x\":1")),
        refused("refused-day-that-is-none", good.replace("2026-03-02", "2026-02-30")),
        refused(
            "refused-quantitative-without-uncertainty",
            good.replaceAll("\"uncertainty\":\\{[^}]*}", "\"replicates\":3")
                .replaceFirst("\"replicates\":3,", "")),
        refused(
            "refused-scope-without-an-analyte",
            json(scope(FENTANYL)).replaceFirst("\"analytes\":\\[.*]", "\"analytes\":[]")),
        refused("refused-other-kind", "{\"kind\":\"seizure\",\"content\":{}}"),
        refused("refused-above-100-per-cent", good.replace("\"8.2\"", "\"108.2\"")));
  }

  private static Draft fentanyl(Presence presence) {
    return Draft.of(
        KitMessages.identified("fentanyl", KitMessages.FENTANYL, presence, KitMessages.enough()));
  }

  private static Draft only(AppliedTechnique... techniques) {
    return Draft.of(KitMessages.identified("fentanyl", KitMessages.FENTANYL, PRESENT, techniques));
  }

  private static Draft withNegative() {
    return Draft.of(
        KitMessages.identified("fentanyl", KitMessages.FENTANYL, PRESENT, KitMessages.enough()),
        KitMessages.component(
            2,
            "xylazine",
            XYLAZINE,
            IdentificationLevel.UNKNOWN,
            ComponentRole.UNKNOWN,
            new Presence.NotDetected(),
            null));
  }

  private static Draft belowLimit() {
    return Draft.of(
        KitMessages.component(
            1,
            "fentanyl",
            KitMessages.FENTANYL,
            IdentificationLevel.IDENTIFIED,
            ComponentRole.ACTIVE_MAIN,
            KitMessages.measured("0.4", QuantityBasis.FREE_BASE, null),
            KitMessages.limit("0.5"),
            KitMessages.enough()));
  }

  private KitMessage pass(String name, Draft draft) {
    return new KitMessage(name, json(draft), true, Set.of());
  }

  private KitMessage fail(String name, Draft draft, ProtocolRule rule) {
    return new KitMessage(name, json(draft), false, Set.of(rule));
  }

  private static KitMessage refused(String name, String message) {
    return new KitMessage(name, message, false, Set.of());
  }

  private String json(Draft draft) {
    return json(LabResult.KIND, draft.result());
  }

  private String json(AnalysisScope scope) {
    return json(AnalysisScope.KIND, scope);
  }

  private <C extends Record> String json(Kind<C> kind, C content) {
    return "{\"kind\":\"%s\",\"source\":\"ca-example\",\"key\":\"S-100/1\",\"content\":%s}"
        .formatted(kind.name(), kinds.write(kind, content));
  }

  /// Several records in one message.
  private static String request(String... records) {
    return "{\"records\":[" + String.join(",", records) + "]}";
  }

  /// The scope that the kit's results name.
  private static AnalysisScope scope(SubstanceId... analytes) {
    return new AnalysisScope(
        "EXAMPLE",
        Country.CANADA,
        "PANEL",
        "3",
        LocalDate.of(2020, 1, 1),
        null,
        "powders and tablets",
        Stream.of(analytes)
            .map(one -> new ScopeAnalyte(one.equals(FENTANYL) ? "fentanyl" : "xylazine", one, null))
            .toList());
  }

  private static LaboratoryProfile profile() {
    return new LaboratoryProfile(
        "EXAMPLE",
        "Example Laboratory",
        Country.CANADA,
        "ISO/IEC 17025:2017",
        LocalDate.of(2020, 1, 1),
        List.of(
            new MethodConformance(
                "GC-MS of powders",
                "GC-MS",
                ConformanceLevel.L1_IDENTITY,
                LocalDate.of(2020, 1, 1))));
  }

  /// The kit as a file: messages by what they must do, a table of what each is about, and a note.
  ///
  /// @param note text of the note, in the reader's language
  public byte[] zip(String note) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, "README.txt", note);
      StringBuilder table = new StringBuilder("file,must,rules\n");
      for (KitMessage one : messages()) {
        String file = (one.mustPass() ? "pass/" : "fail/") + one.name() + ".json";
        put(zip, file, pretty(one.message()));
        table
            .append(file)
            .append(one.mustPass() ? ",pass," : ",fail,")
            .append(String.join(" ", new TreeSet<>(one.rules().stream().map(Enum::name).toList())))
            .append('\n');
      }
      put(zip, "expected.csv", table.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String pretty(String message) {
    return message.startsWith("{")
        ? JsonMapper.shared().readTree(message).toPrettyString() + "\n"
        : message + "\n";
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
