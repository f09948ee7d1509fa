package org.tripoint.node.notices;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.MessageSource;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.Writing;

/// The words of one language, whatever language the reader's page is in: a notice is read in three.
public record InLanguage(MessageSource words, Language language, ZoneId zone) {

  public String t(String key, Object... arguments) {
    return words.getMessage(key, arguments, language.locale());
  }

  boolean has(String key) {
    return words.getMessage(key, null, null, language.locale()) != null;
  }

  public String instant(Instant instant) {
    return new Writing(language.locale(), zone).instant(instant);
  }
}
