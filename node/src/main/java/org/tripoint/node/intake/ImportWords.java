package org.tripoint.node.intake;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.web.Writing;

/// Says in a person's language what became of a file and what is wrong with a row.
@Component
class ImportWords {

  private static final Pattern AMOUNT = Pattern.compile("(<= |> |)([0-9]{4,18})( B|)");

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
    return of(key(refusal), locale, arguments(refusal, locale));
  }

  String remedy(FileRefusal refusal, Locale locale) {
    return of(key(refusal) + ".remedy", locale, arguments(refusal, locale));
  }

  /// What is refused before a workbook is read has a part of it, but no row; a header may be known
  /// to lack a column.
  private static String key(FileRefusal refusal) {
    String key = "intake.refusal." + refusal.rule().code();
    boolean isPart = refusal.rule() == Rule.CELL_TOO_LARGE && refusal.row() == 0;
    boolean isNamed = refusal.rule() == Rule.HEADER_DOES_NOT_FIT && !refusal.column().isEmpty();
    return isPart ? key + ".part" : isNamed ? key + ".named" : key;
  }

  private static @Nullable Object[] arguments(FileRefusal refusal, Locale locale) {
    return new @Nullable Object[] {
      refusal.row(),
      refusal.column(),
      readable(refusal.found(), locale),
      readable(refusal.expected(), locale)
    };
  }

  /// Numbers as the language writes them: `<= 1048576 B` is `≤ 1,048,576 B`.
  private static String readable(String text, Locale locale) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return text;
    }
    String sign = amount.group(1).equals("<= ") ? "≤ " : amount.group(1);
    return sign
        + new Writing(locale, ZoneOffset.UTC).number(Long.parseLong(amount.group(2)))
        + amount.group(3);
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
    if (question == ImportJob.Question.PUBLISHED && job.estimate() == null) {
      return of("intake.message.question.published.open", locale);
    }
    if (question != null) {
      return of("intake.message.question." + question.name().toLowerCase(Locale.ROOT), locale);
    }
    return of("intake.message." + job.state().name().toLowerCase(Locale.ROOT), locale);
  }
}
