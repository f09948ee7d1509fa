package org.tripoint.node.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Finds every room's words: `words/<room>/messages*.properties`, UTF-8, in MessageFormat syntax.
@Configuration(proxyBeanMethods = false)
class Words {

  @Bean
  MessageSource messageSource() {
    return ofAllRooms();
  }

  static MessageSource ofAllRooms() {
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setBasenames(basenames());
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    words.setAlwaysUseMessageFormat(true);
    return words;
  }

  private static String[] basenames() {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:words/*/messages.properties");
      return Arrays.stream(found).map(Words::basename).distinct().sorted().toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("expected readable message bundles under words/", e);
    }
  }

  private static String basename(Resource resource) {
    try {
      String url = resource.getURL().toString();
      int start = url.lastIndexOf("words/");
      return url.substring(start, url.length() - ".properties".length());
    } catch (IOException e) {
      throw new UncheckedIOException("expected a bundle with an address, found " + resource, e);
    }
  }
}
