package org.tripoint.node.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.ImportViews.Count;
import org.tripoint.node.intake.ImportViews.Detail;
import org.tripoint.node.intake.ImportViews.Fact;
import org.tripoint.node.intake.ImportViews.Line;
import org.tripoint.node.intake.ImportViews.PublishedQuestion;
import org.tripoint.node.intake.ImportViews.Stage;
import org.tripoint.node.intake.ImportViews.UnrecognisedLine;
import org.tripoint.node.web.Page;

/// Makes an import into what its page shows.
@Component
class ShowImport {

  private final Quarantine quarantine;
  private final ImportWords words;
  private final ShowProgress progress;
  private final ShowPreview preview;
  private final PreviewAge age;

  ShowImport(
      Quarantine quarantine,
      ImportWords words,
      ShowProgress progress,
      ShowPreview preview,
      PreviewAge age) {
    this.quarantine = quarantine;
    this.preview = preview;
    this.age = age;
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
        reading == null ? ImportViews.DASH : reading.source(),
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
    boolean isStale = job.state() == ImportState.CHECKED && age.isStale(job);
    boolean mayAct = page.mayUse(Role.Names.STEWARD) || page.mayUse(Role.Names.ADMINISTRATOR);
    return new Detail(
        job.id(),
        page.t("intake.import.title", String.valueOf(job.id())),
        job.delivery().fileName(),
        tag(job),
        page.t("intake.state." + code(job.state())),
        isStale ? page.t("intake.message.stale") : words.message(job, page.locale()),
        noticeKind(job),
        job.state().isMoving(),
        progress.of(job, page),
        stages(job, page),
        ImportFacts.of(job, page),
        counts(job, page),
        sum(job, page),
        ShowPreview.restated(job.restatement(), page),
        preview.of(job, page),
        question(job, page),
        job.question() == ImportJob.Question.MAPPING,
        job.question() == ImportJob.Question.NUMBERS,
        isStale ? "" : confirmLabel(job, page),
        isStale,
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
          case NEEDS_ANSWER -> job.question() == ImportJob.Question.PUBLISHED ? 1 : 0;
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

  static Count count(Page page, String key, long value, String tag, String link) {
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
        counts.rows());
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
    return job.counts().notRecognised() == 0
        ? List.of()
        : preview.unrecognised(quarantine.listUnrecognised(job.id(), ImportPreview.TEXTS), page);
  }

  /// The day alone, with a word where it is not the source's own.
  private static String publishedShort(ImportJob job, Page page) {
    Publication publication = job.publication();
    if (publication == null) {
      return ImportViews.DASH;
    }
    String day = page.day(publication.instant().atZone(ZoneOffset.UTC).toLocalDate());
    return switch (publication.basis()) {
      case STATED_BY_SENDER, IN_FILE, IN_FILE_NAME -> day;
      case ESTIMATED_FROM_LAST_PERIOD -> day + " (" + page.t("intake.basis.short.estimated") + ")";
      case CORRECTED -> day + " (" + page.t("intake.basis.short.corrected") + ")";
    };
  }
}
