package org.tripoint.node.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.reading.FileRefusal;

/// Where an import stands, as the REST interface says it. `rows` is the sum of `appended`,
/// `unchanged`, `skipped` and `quarantined` at every moment.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where an import stands")
record ImportProgress(
    long id,
    ImportState state,
    @Schema(description = "MAPPING or PUBLISHED while the state is NEEDS_ANSWER")
        @Nullable String question,
    String fileName,
    String sha256,
    @Schema(description = "When its file went, because a purge emptied something that it carried")
        @Nullable Instant fileRemoved,
    String sender,
    Instant received,
    boolean synthetic,
    @Nullable String format,
    @Nullable String source,
    @Nullable Instant published,
    @Nullable String publishedBasis,
    @Nullable Instant estimatedPublished,
    @Schema(description = "Rows dealt with so far") long rows,
    @Schema(description = "Rows in the file, once known") @Nullable Long rowsTotal,
    long appended,
    @Schema(description = "Records among the appended that were known and say something else")
        long restated,
    @Schema(
            description =
                "How many of them differ in a field, by kind and field; one record may stand under"
                    + " several")
        Map<String, Long> restatedFields,
    long unchanged,
    long skipped,
    long quarantined,
    long notRecognised,
    long noLongerPublished,
    @Nullable LocalDate coversFrom,
    @Nullable LocalDate coversTo,
    @Schema(description = "Bytes of the file as it lies on disk, packed or not") long bytes,
    @Schema(
            description =
                "Bytes read in this state: the file is read once to check it and once to append it")
        long bytesRead,
    @Schema(
            description =
                "Versions of the ledger that pages and metrics have not read yet; absent before the"
                    + " import is done")
        @Nullable Long versionsBehind,
    @Nullable UUID release,
    @Schema(description = "Earlier import of the same bytes") @Nullable Long sameAs,
    @Schema(description = "Import whose quarantine it mends") @Nullable Long corrects,
    String message,
    @Nullable Refusal refusal,
    @Nullable ImportPreview preview,
    @Schema(description = "Column names of a file that waits for a mapping")
        @Nullable List<String> columns) {

  /// Why the file was not read.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Refusal(
      String rule,
      long row,
      String column,
      String found,
      String expected,
      String happened,
      String remedy) {}

  static ImportProgress of(ImportJob job, ReadersLag lag, ImportWords words, Locale locale) {
    Delivery delivery = job.delivery();
    Reading reading = job.reading();
    Publication publication = job.publication();
    ImportJob.Question question = job.question();
    RowCounts counts = job.counts();
    FileRefusal refusal = job.refusal();
    return new ImportProgress(
        job.id(),
        job.state(),
        question == null ? null : question.name(),
        delivery.fileName(),
        delivery.sha256(),
        job.fileRemoved(),
        delivery.sender(),
        delivery.received(),
        delivery.synthetic(),
        reading == null ? null : reading.format(),
        reading == null ? null : reading.source(),
        publication == null ? null : publication.instant(),
        publication == null ? null : publication.basis().name(),
        job.estimate(),
        counts.rows(),
        job.rowsTotal(),
        counts.appended(),
        job.restatement().records(),
        job.restatement().fields(),
        counts.unchanged(),
        counts.skipped(),
        counts.quarantined(),
        counts.notRecognised(),
        job.noLongerPublished(),
        counts.coversFrom(),
        counts.coversTo(),
        delivery.bytes(),
        job.bytesRead(),
        job.state() == ImportState.DONE ? Long.valueOf(lag.versionsBehind()) : null,
        job.release(),
        job.sameAs(),
        reading == null ? null : reading.corrects(),
        words.message(job, locale),
        refusal == null ? null : refusal(refusal, words, locale),
        job.preview(),
        reading == null ? null : reading.columns());
  }

  private static Refusal refusal(FileRefusal refusal, ImportWords words, Locale locale) {
    return new Refusal(
        refusal.rule().code(),
        refusal.row(),
        refusal.column(),
        refusal.found(),
        refusal.expected(),
        words.happened(refusal, locale),
        words.remedy(refusal, locale));
  }
}
