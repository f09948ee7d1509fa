package org.tripoint.node.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.ImportViews.ChangeLine;
import org.tripoint.node.intake.ImportViews.Count;
import org.tripoint.node.intake.ImportViews.Detail;
import org.tripoint.node.intake.ImportViews.Fact;
import org.tripoint.node.intake.ImportViews.Line;
import org.tripoint.node.intake.ImportViews.PreviewView;
import org.tripoint.node.intake.ImportViews.PublishedQuestion;
import org.tripoint.node.intake.ImportViews.Stage;
import org.tripoint.node.intake.ImportViews.UnrecognisedLine;
import org.tripoint.node.intake.ImportViews.WrongLine;
import org.tripoint.node.web.Page;

/// Makes an import into what its page shows.
@Component
class ShowImport {

  private static final String DASH = "–";
  private static final int UNRECOGNISED = 100;

  private final Quarantine quarantine;
  private final ImportWords words;
  private final ShowProgress progress;

  ShowImport(Quarantine quarantine, ImportWords words, ShowProgress progress) {
    this.quarantine = quarantine;
    this.words = words;
    this.progress = progress;
  }

  Line line(ImportJob job, Page page) {
    Delivery delivery = job.delivery();
    Reading reading = job.reading();
    RowCounts counts = job.counts();
    Long total = job.rowsTotal();
    return new Line(
        job.id(),
        delivery.fileName(),
        tag(job),
        page.t("intake.state." + code(job.state())),
        reading == null ? DASH : reading.source(),
        publishedShort(job, page),
        page.instant(delivery.received()),
        total == null ? page.number(counts.rows()) : page.number(total),
        page.number(counts.appended()),
        page.number(counts.unchanged()),
        page.number(counts.quarantined()),
        counts.quarantined() == 0 ? 0 : quarantine.countOpen(job.id()),
        job.state().isMoving());
  }

  Detail detail(ImportJob job, Page page) {
    boolean mayAct = page.mayUse(Role.Names.STEWARD) || page.mayUse(Role.Names.ADMINISTRATOR);
    return new Detail(
        job.id(),
        page.t("intake.import.title", String.valueOf(job.id())),
        job.delivery().fileName(),
        tag(job),
        page.t("intake.state." + code(job.state())),
        words.message(job, page.locale()),
        noticeKind(job),
        job.state().isMoving(),
        progress.of(job, page),
        stages(job, page),
        facts(job, page),
        counts(job, page),
        sum(job, page),
        restated(job.restatement(), page),
        preview(job, page),
        question(job, page),
        job.question() == ImportJob.Question.MAPPING,
        confirmLabel(job, page),
        job.state() == ImportState.FAILED,
        correctable(job),
        skipped(job, page),
        unrecognised(job, page),
        mayAct);
  }

  private static String code(ImportState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String tag(ImportJob job) {
    return switch (job.state()) {
      case RECEIVED, RECOGNISED, APPENDING -> "running";
      case NEEDS_ANSWER, CHECKED -> "warning";
      case DONE -> job.counts().quarantined() > 0 ? "incomplete" : "done";
      case REFUSED, FAILED -> "bad";
    };
  }

  private static String noticeKind(ImportJob job) {
    return switch (job.state()) {
      case RECEIVED, RECOGNISED, APPENDING, DONE -> "good";
      case NEEDS_ANSWER, CHECKED -> "warning";
      case REFUSED, FAILED -> "bad";
    };
  }

  private static List<Stage> stages(ImportJob job, Page page) {
    int reached =
        switch (job.state()) {
          case RECEIVED -> 0;
          case RECOGNISED -> 1;
          case NEEDS_ANSWER -> job.question() == ImportJob.Question.MAPPING ? 0 : 1;
          case CHECKED -> 2;
          case APPENDING -> 3;
          case DONE -> 5;
          case REFUSED, FAILED -> job.reading() == null ? 0 : job.counts().rows() > 0 ? 3 : 1;
        };
    boolean isBad = job.state() == ImportState.REFUSED || job.state() == ImportState.FAILED;
    var keys = List.of("received", "recognised", "checked", "appending", "done");
    var stages = new ArrayList<Stage>();
    for (int i = 0; i < keys.size(); i++) {
      String status = i < reached ? "done" : i > reached ? "todo" : "now";
      if (i == 0 && reached == 0 && !isBad) {
        status = "now";
      }
      stages.add(
          new Stage(page.t("intake.stage." + keys.get(i)), isBad && i == reached ? "bad" : status));
    }
    return stages;
  }

  private static List<Fact> facts(ImportJob job, Page page) {
    Delivery delivery = job.delivery();
    Reading reading = job.reading();
    var facts = new ArrayList<Fact>();
    if (reading != null) {
      facts.add(Fact.of(page.t("intake.column.source"), reading.source()));
      facts.add(Fact.of(page.t("intake.column.format"), reading.format()));
      facts.add(Fact.of(page.t("intake.column.published"), published(job, page)));
      Long corrects = reading.corrects();
      if (corrects != null) {
        facts.add(
            new Fact(
                page.t("intake.fact.corrects"),
                page.t("intake.import.title", String.valueOf(corrects)),
                false,
                "/imports/" + corrects));
      }
      facts.add(
          Fact.of(
              page.t("intake.fact.complete"),
              page.t(reading.complete() ? "intake.fact.yes" : "intake.fact.no")));
      facts.add(
          Fact.of(
              page.t("intake.fact.encoding"), readAs(reading.encoding(), reading.layout(), page)));
    }
    addCoverage(job, page, facts);
    facts.add(Fact.of(page.t("intake.column.sender"), delivery.sender()));
    facts.add(Fact.of(page.t("intake.column.received"), page.instant(delivery.received())));
    String confirmedBy = job.confirmedBy();
    if (confirmedBy != null) {
      facts.add(Fact.of(page.t("intake.fact.confirmed"), confirmedBy));
    }
    if (delivery.synthetic()) {
      facts.add(Fact.of(page.t("intake.fact.synthetic"), page.t("intake.fact.yes")));
    }
    facts.add(
        Fact.of(
            page.t("intake.fact.bytes"),
            page.t("intake.fact.bytes.value", page.number(delivery.bytes()))));
    facts.add(new Fact(page.t("intake.fact.sha256"), delivery.sha256(), true, ""));
    var release = job.release();
    if (release != null) {
      facts.add(
          new Fact(
              page.t("intake.fact.release"),
              release.toString(),
              true,
              "/ledger/records/" + release));
    }
    return facts;
  }

  private static void addCoverage(ImportJob job, Page page, List<Fact> facts) {
    var from = job.counts().coversFrom();
    var to = job.counts().coversTo();
    if (from != null && to != null) {
      facts.add(
          Fact.of(
              page.t("intake.fact.covers"),
              page.t("intake.fact.covers.value", page.day(from), page.day(to))));
    }
  }

  private static String readAs(String encoding, String layout, Page page) {
    return switch (layout) {
      case "" -> encoding;
      case "," -> page.t("intake.read-as.comma", encoding);
      case ";" -> page.t("intake.read-as.semicolon", encoding);
      case "\t" -> page.t("intake.read-as.tab", encoding);
      case "|" -> page.t("intake.read-as.bar", encoding);
      default -> page.t("intake.read-as.sheet", encoding, layout);
    };
  }

  private List<Count> counts(ImportJob job, Page page) {
    RowCounts counts = job.counts();
    if (counts.rows() == 0 || job.state() == ImportState.CHECKED) {
      return List.of();
    }
    String quarantinePage = "/imports/" + job.id() + "/quarantine";
    var list = new ArrayList<Count>();
    list.add(count(page, "appended", counts.appended(), "", ""));
    list.add(count(page, "restated", job.restatement().records(), "", ""));
    list.add(count(page, "unchanged", counts.unchanged(), "", ""));
    list.add(count(page, "skipped", counts.skipped(), "", ""));
    list.add(
        count(
            page,
            "quarantined",
            counts.quarantined(),
            counts.quarantined() > 0 ? "warning" : "",
            counts.quarantined() > 0 ? quarantinePage : ""));
    list.add(count(page, "not-recognised", counts.notRecognised(), "", ""));
    if (job.state() == ImportState.DONE) {
      list.add(count(page, "no-longer-published", job.noLongerPublished(), "", ""));
    }
    return list;
  }

  private static Count count(Page page, String key, long value, String tag, String link) {
    return new Count(page.t("intake.column." + key), page.number(value), tag, link);
  }

  private static String sum(ImportJob job, Page page) {
    RowCounts counts = job.counts();
    return page.t(
        "intake.counts.sum",
        page.number(counts.appended()),
        page.number(counts.unchanged()),
        page.number(counts.skipped()),
        page.number(counts.quarantined()),
        page.number(counts.rows()));
  }

  /// In what known records say something else, most often first.
  private static List<Fact> restated(Restatement restatement, Page page) {
    return fields(restatement.fields(), page);
  }

  private static List<Fact> fields(Map<String, Long> fields, Page page) {
    return fields.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(field -> Fact.of(fieldName(field.getKey(), page), page.number(field.getValue())))
        .toList();
  }

  /// The desk's words for a field of its record, else the name the record has for it.
  private static String fieldName(String field, Page page) {
    return page.has("field." + field)
        ? page.t("field." + field)
        : field.substring(field.indexOf('.') + 1);
  }

  private @Nullable PreviewView preview(ImportJob job, Page page) {
    ImportPreview preview = job.preview();
    boolean wanted = job.state() == ImportState.CHECKED;
    if (preview == null || !wanted) {
      return null;
    }
    long skipped = preview.skipped().values().stream().mapToLong(Long::longValue).sum();
    var counts =
        List.of(
            new Count(page.t("intake.preview.new"), page.number(preview.newRecords()), "", ""),
            new Count(page.t("intake.preview.changed"), page.number(preview.changed()), "", ""),
            new Count(page.t("intake.preview.unchanged"), page.number(preview.unchanged()), "", ""),
            count(
                page,
                "quarantined",
                preview.quarantinedRows(),
                preview.quarantinedRows() > 0 ? "warning" : "",
                ""),
            count(page, "not-recognised", preview.notRecognised(), "", ""),
            count(page, "skipped", skipped, "", ""),
            count(page, "no-longer-published", preview.noLongerPublished(), "", ""));
    return new PreviewView(
        counts,
        preview.changes().stream()
            .map(change ->
                new ChangeLine(
                    page.number(change.row()),
                    fieldName(change.field(), page),
                    change.before(),
                    change.after()))
            .toList(),
        fields(preview.changedFields(), page),
        preview.findings().stream()
            .map(wrong ->
                new WrongLine(
                    page.number(wrong.row()), words.finding(wrong.finding(), page.locale())))
            .toList(),
        nothing(preview, skipped, page));
  }

  /// Why nothing would change; empty when something would.
  private static String nothing(ImportPreview preview, long skipped, Page page) {
    if (preview.newRecords() > 0 || preview.changed() > 0 || preview.quarantinedRows() > 0) {
      return "";
    }
    return page.t(
        preview.unchanged() == 0 && skipped == 0
            ? "intake.preview.no-rows"
            : "intake.preview.nothing");
  }

  private static @Nullable PublishedQuestion question(ImportJob job, Page page) {
    if (job.question() != ImportJob.Question.PUBLISHED) {
      return null;
    }
    Instant estimate = job.estimate();
    return new PublishedQuestion(
        page.t("intake.publish.body", job.readingOrThrow().usualLagDays()),
        estimate == null ? "" : estimate.toString(),
        estimate == null
            ? ""
            : page.t(
                "intake.publish.estimate", page.day(estimate.atZone(ZoneOffset.UTC).toLocalDate())),
        page.t(estimate == null ? "intake.publish.day" : "intake.publish.other"));
  }

  private static String confirmLabel(ImportJob job, Page page) {
    Long rows = job.rowsTotal();
    return job.state() == ImportState.CHECKED && rows != null ? page.t("intake.confirm") : "";
  }

  private static String correctable(ImportJob job) {
    Publication publication = job.publication();
    Reading reading = job.reading();
    boolean isOriginal = reading != null && reading.corrects() == null && job.sameAs() == null;
    return job.state() == ImportState.DONE && isOriginal && publication != null
        ? publication.instant().atZone(ZoneOffset.UTC).toLocalDate().toString()
        : "";
  }

  private List<Fact> skipped(ImportJob job, Page page) {
    if (job.counts().skipped() == 0) {
      return List.of();
    }
    return quarantine.listSkipped(job.id()).stream()
        .map(skip ->
            Fact.of(
                words.of("intake.skip." + skip.rule(), page.locale()), page.number(skip.rows())))
        .toList();
  }

  private List<UnrecognisedLine> unrecognised(ImportJob job, Page page) {
    if (job.counts().notRecognised() == 0) {
      return List.of();
    }
    return quarantine.listUnrecognised(job.id(), UNRECOGNISED).stream()
        .map(one ->
            new UnrecognisedLine(
                one.column(),
                one.text(),
                words.of("intake.rule." + one.rule(), page.locale(), one.column(), one.text(), ""),
                page.number(one.rows())))
        .toList();
  }

  private static String published(ImportJob job, Page page) {
    Publication publication = job.publication();
    if (publication == null) {
      return DASH;
    }
    return page.day(publication.instant().atZone(ZoneOffset.UTC).toLocalDate())
        + " ("
        + page.t("intake.basis." + publication.basis().name().toLowerCase(Locale.ROOT))
        + ")";
  }

  /// The day alone, with a word where it is not the source's own.
  private static String publishedShort(ImportJob job, Page page) {
    Publication publication = job.publication();
    if (publication == null) {
      return DASH;
    }
    String day = page.day(publication.instant().atZone(ZoneOffset.UTC).toLocalDate());
    return switch (publication.basis()) {
      case STATED_BY_SENDER, IN_FILE, IN_FILE_NAME -> day;
      case ESTIMATED_FROM_LAST_PERIOD -> day + " (" + page.t("intake.basis.short.estimated") + ")";
      case CORRECTED -> day + " (" + page.t("intake.basis.short.corrected") + ")";
    };
  }

  /// Words of quarantine rules for a filter, with their counts.
  Map<String, Long> rules(long importId) {
    var rules = new java.util.LinkedHashMap<String, Long>();
    quarantine.countByRule(importId).forEach(rule -> rules.put(rule.rule(), rule.rows()));
    return rules;
  }
}
