package org.tripoint.node.intake;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.reading.FileRefusal;

/// Says in a person's language what became of a file and what is wrong with a row.
@Component
class ImportWords {

  private final MessageSource messages;

  ImportWords(MessageSource messages) {
    this.messages = messages;
  }

  String of(String key, Locale locale, Object... arguments) {
    return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
  }

  /// One sentence: the column, what stands there, what was expected.
  String finding(Finding finding, Locale locale) {
    String words =
        of(
            "intake.rule." + finding.rule(),
            locale,
            finding.column(),
            finding.found(),
            finding.expected());
    return finding.column().isEmpty() ? words : finding.column() + ": " + words;
  }

  String findings(List<Finding> findings, Locale locale) {
    return String.join(" | ", findings.stream().map(one -> finding(one, locale)).toList());
  }

  String happened(FileRefusal refusal, Locale locale) {
    return of(
        "intake.refusal." + refusal.rule().code(),
        locale,
        refusal.row(),
        refusal.column(),
        refusal.found(),
        refusal.expected());
  }

  String remedy(FileRefusal refusal, Locale locale) {
    return of(
        "intake.refusal." + refusal.rule().code() + ".remedy",
        locale,
        refusal.row(),
        refusal.column(),
        refusal.found(),
        refusal.expected());
  }

  /// Where an import stands, in one sentence.
  String message(ImportJob job, Locale locale) {
    FileRefusal refusal = job.refusal();
    if (refusal != null) {
      return happened(refusal, locale) + " " + remedy(refusal, locale);
    }
    Long sameAs = job.sameAs();
    if (sameAs != null) {
      return of("intake.message.same-as", locale, String.valueOf(sameAs));
    }
    if (job.isMapping()) {
      return of("intake.message.mapping", locale);
    }
    ImportJob.Question question = job.question();
    if (question != null) {
      return of("intake.message.question." + question.name().toLowerCase(Locale.ROOT), locale);
    }
    return of("intake.message." + job.state().name().toLowerCase(Locale.ROOT), locale);
  }
}
