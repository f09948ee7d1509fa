package org.tripoint.node.browser;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Where every page, fragment and file of the node is found, by the handler that answers. Complete
/// by construction: [#handlers] are the node's own, and a handler without an address here fails the
/// test.
final class EveryPage {

  /// Addresses of whole pages by `Class.method`; a name in braces is an id of [OneOfEverything].
  private static final Map<String, List<String>> PAGES = new TreeMap<>();

  /// Addresses of parts of pages and of files.
  private static final Map<String, List<String>> PARTS = new TreeMap<>();

  static {
    page("Overview.show", "/");
    page("Search.search", "/search?q=fentanyl", "/search?q=nothing+like+this");
    page("LoginPage.show", "/login?wrong");
    page("MyPages.show", "/me");
    page("MyPages.password", "/me/password");
    page("AccountPages.list", "/accounts");
    page("AccountPages.show", "/accounts/of/admin");
    page("ExchangePages.list", "/exchange");
    page("ExchangePages.partner", "/exchange/partners/{partner}");
    page("ProofPages.list", "/exchange/proofs");
    part("ProofPages.open", "/exchange/proofs/{commitment}/export");
    page("RestoredPages.show", "/exchange/partners/{partner}/restored");
    page("JourneyPages.journey", "/exchange/records/{event}");
    page("CallBackPages.form", "/exchange/records/{event}/call-back");
    page(
        "DisclosurePages.list",
        "/exchange/disclosures",
        "/exchange/disclosures?partner=every",
        "/exchange/disclosures?record=x&from=tomorrow");
    page("OnwardPages.list", "/exchange/onward");
    page("OnwardPages.form", "/exchange/onward/ask?record={event}");
    page("BreakGlassPages.list", "/exchange/break-glass");
    page("BreakGlassPages.form", "/exchange/break-glass/ask?record={event}");
    page("RequestPages.queue", "/liaison");
    page("RequestPages.form", "/liaison/ask");
    page(
        "RequestPages.request",
        "/liaison/requests/{request}",
        "/liaison/requests/{request}?records={event}");
    page("RulePages.list", "/liaison/rules");
    page("PostingPages.list", "/liaison/officers");
    page("ReadPages.list", "/liaison/reads");
    page("ContactPages.list", "/liaison/contacts");
    page("ContactPages.form", "/liaison/contacts/write");
    page("ContactPages.show", "/liaison/contacts/{contact}");
    page("OfficerPages.mine", "/liaison/mine");
    page("OfficerPages.rule", "/liaison/mine/rules/{rule}");
    page("OfficerPages.record", "/liaison/mine/rules/{rule}/records/{matched}");
    page("OfficerPages.attached", "/liaison/mine/requests/{request}/records/{matched}");
    page("OfficerRequestPages.form", "/liaison/mine/ask");
    page("OfficerRequestPages.request", "/liaison/mine/requests/{request}");
    page("ClientPages.list", "/exchange/clients");
    page("RemotePages.list", "/exchange/remote");
    page("InboxPages.inbox", "/exchange/clients/ca-misp/inbox");
    page("AuditPage.show", "/accounts/audit");
    page("StyleGuide.show", "/styleguide");
    page("LedgerPages.show", "/ledger");
    page("LedgerPages.checkpoints", "/ledger/checkpoints");
    page("RecordPages.show", "/ledger/records/{event}", "/ledger/records/{observation}");
    page("CertificatePages.list", "/ledger/purges");
    page("CertificatePages.show", "/ledger/purges/{purge}");
    page("RetentionPages.overview", "/ledger/retention");
    page(
        "RetentionPages.due",
        "/ledger/retention/due?action=REVIEW",
        "/ledger/retention/due?action=PURGE&kind=seizure");
    page("RetentionRulePages.form", "/ledger/retention/rule?from=every-day");
    page("HoldPages.list", "/ledger/retention/holds?record={event}");
    part("CertificatePages.download", "/ledger/purges/{purge}/certificate");
    page("PurgePages.preview", "/ledger/purge", "/ledger/purge?records={event}");
    page("SeizurePages.list", "/seizures", "/seizures?country=CA", "/seizures?view=figures");
    page("AmountPages.amounts", "/seizures/amounts", "/seizures/amounts?country=CA");
    page("AmountPages.counted", "/seizures/count/{count}");
    page("PlacePages.list", "/seizures/places");
    page("SeizureRecordPages.event", "/seizures/events/{event}");
    page("SeizureRecordPages.figure", "/seizures/figures/{figure}");
    page(
        "DoubleReportPages.list",
        "/seizures/double-reports",
        "/seizures/double-reports?of={event}");
    page("DoubleReportPages.workbench", "/seizures/double-reports/{pair}");
    page("ConversionPages.list", "/seizures/conversions");
    page("HealthPage.show", "/health");
    page("SamplesPage.show", "/health/samples");
    page("VintagesPage.show", "/health/vintages");
    page("ObservationPage.show", "/health/observations/{observation}");
    page("MetricPages.list", "/metrics");
    page("MetricPages.metric", "/metrics/M01", "/metrics/M03");
    page("DefinitionPages.definition", "/metrics/M01/definition");
    page("DefinitionPages.form", "/metrics/issue");
    page("TrianglePages.triangle", "/metrics/M01/triangle");
    page("FigureRecordPages.records", "/metrics/M03/records?month=2024-01");
    page(
        "SignalPages.inbox",
        "/signals",
        "/signals?show=all&sort=severity&severity=3&assignee=admin");
    page("ShiftPages.changes", "/signals/changes", "/signals/changes?since=7d");
    page("SignalPages.signal", "/signals/{signal}");
    page("DetectorSettingPages.list", "/detectors");
    page("DetectorSettingPages.form", "/detectors/setting?name=lab-results-surges");
    page(
        "SeriesPages.show",
        "/detectors/series?setting=lab-results-surges&at=CA"
            + "&at=inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N&at=CA-ON",
        "/detectors/series?setting=lab-results-first-in-country&at=CA"
            + "&at=inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N");
    page("LeadTimePages.show", "/detectors/lead-time");
    page(
        "AdjacencyPages.show",
        "/detectors/adjacency",
        "/detectors/adjacency?place=CA-BC&other=US-WA");
    page("NotJudgedPages.show", "/detectors/not-judged?setting=lab-results-surges");
    page(
        "BackRunPages.show",
        "/detectors/back-run?setting=lab-results-surges",
        "/detectors/back-run?name=tried-out&method=RECENT_SUMS&watch=lab-results"
            + "&dimensions=country,substance&chance=0.01&falseShare=0.2&leastReports=5");
    page("NoticePages.list", "/notices", "/notices?show=late");
    page("NoticePages.notice", "/notices/{notice}", "/notices/{notice}?in=fr");
    page("MailPages.show", "/notices/mail", "/notices/mail?list=Every+day");
    page("DraftPages.begin", "/notices/draft?signal={signal}");
    page("DraftPages.form", "/notices/{notice}/edit");
    page("ImportPages.list", "/imports");
    page("ImportPages.one", "/imports/{import}", "/imports/{unmapped}", "/imports/{preview}");
    page("QuarantinePages.list", "/imports/{import}/quarantine");
    page("MappingPages.list", "/imports/mappings");
    page("MappingPages.edit", "/imports/{unmapped}/mapping");
    page("UnmappedPage.list", "/substances/unmapped");
    page(
        "SubstancePages.list",
        "/substances",
        "/substances?q=4-AP",
        "/substances?q=etonitazepyne",
        "/substances?q=china+white",
        "/substances?q=CCCCCCCCCCCCN");
    page(
        "SubstancePages.show",
        "/substances/para-fluorofentanyl",
        "/substances/isotonitazene?on=2020-08-01",
        "/substances/{substance}");
    page(
        "AskPages.ask",
        "/substances/ask",
        "/substances/ask?smiles=CCC(%3DO)N(c1ccccc1)C1CCN(CC(%3DO)c2ccccc2)CC1");
    page(
        "AddSubstancePages.form",
        "/substances/add",
        "/substances/add?text=CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc3cc(ccc13)%5BN%2B%5D(%3DO)%5BO-%5D",
        "/substances/add?text=2-(p-ethoxybenzyl)-1-diethylaminoethyl-5-nitrobenzimidazole");
    page(
        "LawPages.show",
        "/law",
        "/law?on=2018-02-06&changed=true",
        "/law?class=nitazene&on=2021-06-01",
        "/law?turn=3&class=nitazene&q=%22");
    page("LibraryPages.list", "/laboratory/libraries");
    page("SpectrumPages.form", "/laboratory/spectrum");
    page("SpectrumPages.list", "/laboratory/spectrum/{spectra}");
    page(
        "SpectrumPages.show",
        "/laboratory/spectrum/{spectra}/1",
        "/laboratory/spectrum/{spectra}/2?against=2",
        "/laboratory/spectrum/{spectra}/3",
        "/laboratory/spectrum/{spectra}/4?as=ELECTRON_IONISATION");
    page(
        "SpectrumSearchPages.search",
        "/laboratory/spectrum/{spectra}/1/search",
        "/laboratory/spectrum/{spectra}/4/search?as=ELECTRON_IONISATION");
    page(
        "UnknownPages.list",
        "/laboratory/spectrum/unknowns",
        "/laboratory/spectrum/unknowns?state=NAMED&place=CA-BC");
    page("UnknownPages.show", "/laboratory/spectrum/unknowns/{unknown}");
    part(
        "UnknownPages.export",
        "/laboratory/spectrum/unknowns/export?format=csv",
        "/laboratory/spectrum/unknowns/export?format=msp");
    page("ReadingPages.list", "/law/readings");
    page("ReadingPages.show", "/law/readings/{reading}");
    page("CellPages.show", "/law/cells/xylazine/US", "/law/cells/fentanyl/MX?on=2020-01-01");
    page(
        "GapPages.show",
        "/law/gaps",
        "/law/gaps?question=Q3&on=2026-03-01",
        "/law/gaps?question=Q4",
        "/law/gaps?question=Q5",
        "/law/gaps?question=Q6",
        "/law/gaps?question=Q7");
    page(
        "ResultPages.list",
        "/laboratory",
        "/laboratory?substance=inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N&origin=SEIZURE",
        "/laboratory?origin=WASTEWATER");
    page("ResultPages.result", "/laboratory/results/{result}");
    page(
        "TrendPages.show",
        "/laboratory/trends",
        "/laboratory/trends?substance=inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N&from=2024-01",
        "/laboratory/trends?substance=text:never&origin=CLINICAL");
    part(
        "TrendPages.export",
        "/laboratory/trends?substance=inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N&table=seen&format=csv");
    page("ResultPages.rounds", "/laboratory/rounds");
    page("CasePages.list", "/laboratory/cases", "/laboratory/cases?type=CLINICAL");
    page("CasePages.one", "/laboratory/cases/{case}");
    page(
        "PublishedPages.show",
        "/laboratory/published",
        "/laboratory/published?substance=inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N",
        "/laboratory/published?place=nowhere");
    part("PublishedPages.export", "/laboratory/published?format=csv");
    page("MethodPages.show", "/laboratory/methods");
    page(
        "ComparePages.show",
        "/laboratory/compare",
        "/laboratory/compare?left=BESIDE-A&right=BESIDE-B",
        "/laboratory/compare?left=EVERYLAB&right=nobody");
    page("ProtocolPages.protocol", "/laboratory/protocol");
    page(
        "ProtocolPages.sampling",
        "/laboratory/sampling",
        "/laboratory/sampling?units=1000",
        "/laboratory/sampling?units=many");
    page("ProtocolPages.validator", "/laboratory/validator");
    part("ProtocolPages.kit", "/laboratory/conformance-kit.zip");
    page("AddSubstancePages.correction", "/substances/{substance}/correct");

    part("LibraryPages.progress", "/laboratory/libraries/progress");
    part("SpectrumPages.progress", "/laboratory/spectrum/progress");
    part("SpectrumPages.mirror", "/laboratory/spectrum/{spectra}/1/mirror.svg");
    part("SpectraApi.list", "/api/spectra/libraries");
    part("ImportPages.table", "/imports/table");
    part("ImportPages.progress", "/imports/{import}/progress");
    part("ExchangePages.introduction", "/exchange/introduction");
    part("DisclosurePages.export", "/exchange/disclosures/export");
    part("PackagePages.download", "/exchange/partners/{partner}/package/export");
    part("PackagesApi.make", "/api/exchange/packages/{partner}/export");
    part("ReadPages.export", "/liaison/reads/export");
    part("ContactPages.export", "/liaison/contacts/export");
    part("LedgerPages.progress", "/ledger/verification");
    part("LedgerPages.note", "/ledger/checkpoints/{size}/note");
    part("LedgerPages.consistency", "/ledger/consistency?from={size}");
    part("RecordPages.proof", "/ledger/records/{event}/versions/{sequence}/proof");
    part("AmountPages.counting", "/seizures/count/{count}/progress");
    part("SeizurePages.csv", "/seizures?format=csv");
    part("SeizurePages.zip", "/seizures?format=zip", "/seizures?view=figures&format=zip");
    part("SeizurePages.xlsx", "/seizures?format=xlsx");
    part("HealthPage.export", "/health?format=csv");
    part("SamplesPage.export", "/health/samples?format=csv");
    part("VintagesPage.export", "/health/vintages?format=csv");
    part("MetricPages.export", "/metrics/M01?format=csv", "/metrics/M01?format=xlsx");
    part("SubstancesApi.find", "/api/substances?name=fentanilo");
    part("SubstancesApi.show", "/api/substances/PJMPHNIQZUBGLI-UHFFFAOYSA-N?on=2018-02-05");
    part("CoverageApi.cover", "/api/coverage?smiles=CCN&on=2026-07-01");
    part(
        "GapPages.paper",
        "/law/gaps/paper?format=html",
        "/law/gaps/paper?format=pdf",
        "/law/gaps/paper?format=csv");
    part(
        "NoticePages.file",
        "/notices/{notice}/file?format=pdf",
        "/notices/{notice}/file?format=unodc",
        "/notices/{notice}/file?format=euda");
    part("FeedPages.feed", "/notices/public.atom");
    part("MetricsApi.list", "/api/metrics");
    part("MetricsApi.figures", "/api/metrics/M01/figures");
    part("MetricsApi.triangle", "/api/metrics/M01/triangle");
    part("TrianglePages.csv", "/metrics/M01/triangle?format=csv");
    part("DefinitionPages.yaml", "/metrics/M01/definition?format=yaml");
    part("MappingPages.export", "/imports/mappings/{mapping}.json");
    part("QuarantinePages.download", "/imports/{import}/quarantine.csv");
    part("SchemasApi.list", "/api/stix/schemas");
    part("SchemasApi.show", "/api/stix/schemas/tripoint-seizure.json");
    part("ImportsApi.list", "/api/imports");
    part("ImportsApi.show", "/api/imports/{import}");
    part("ImportsApi.quarantine", "/api/imports/{import}/quarantine");
  }

  private EveryPage() {}

  /// Whether it is shown to people who have not signed in, and to nobody else.
  static boolean isForStrangers(String handler) {
    return handler.equals("LoginPage.show");
  }

  /// Whether it is shown to partners' officers, and to nobody of the house.
  static boolean isForOfficers(String handler) {
    return handler.startsWith("Officer");
  }

  private static void page(String handler, String... addresses) {
    PAGES.put(handler, List.of(addresses));
  }

  private static void part(String handler, String... addresses) {
    PARTS.put(handler, List.of(addresses));
  }

  /// The node's own handlers that answer a GET, by `Class.method`.
  static Map<String, HandlerMethod> handlers(RequestMappingHandlerMapping mappings) {
    Map<String, HandlerMethod> handlers = new TreeMap<>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (handler.getBeanType().getName().startsWith("org.tripoint.")
              && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            handlers.put(name(handler), handler);
          }
        });
    return handlers;
  }

  static String name(HandlerMethod handler) {
    return handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
  }

  /// Every handler that has an address here.
  static Set<String> named() {
    Set<String> named = new TreeSet<>(PAGES.keySet());
    named.addAll(PARTS.keySet());
    return named;
  }

  /// Addresses of whole pages, by address the handler.
  static Map<String, String> pages(Map<String, String> ids) {
    return addresses(PAGES, ids);
  }

  /// Addresses of everything, by address the handler.
  static Map<String, String> all(Map<String, String> ids) {
    Map<String, String> all = pages(ids);
    all.putAll(addresses(PARTS, ids));
    return all;
  }

  private static Map<String, String> addresses(
      Map<String, List<String>> named, Map<String, String> ids) {
    Map<String, String> addresses = new LinkedHashMap<>();
    named.forEach(
        (handler, forms) -> forms.forEach(form -> addresses.put(filled(form, ids), handler)));
    return addresses;
  }

  private static String filled(String form, Map<String, String> ids) {
    String address = form;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      address = address.replace("{" + id.getKey() + "}", id.getValue());
    }
    if (address.contains("{")) {
      throw new IllegalStateException(
          "no id for " + form + " in " + Arrays.toString(ids.keySet().toArray()));
    }
    return address;
  }
}
