package org.tripoint.node.metrics.definitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tripoint.node.metrics.definitions.IssueDefinition.Outcome;
import org.tripoint.vocabulary.Kind;

/// The definitions that come with the program (`metrics/*.yaml`) are issued when the node starts.
@Configuration(proxyBeanMethods = false)
class ShippedDefinitions {

  private static final Logger LOG = LoggerFactory.getLogger(ShippedDefinitions.class);

  @Bean
  Kind<DefinitionDocument> metricDefinitionKind() {
    return DefinitionDocument.KIND;
  }

  @Bean
  ApplicationRunner issueShippedDefinitions(IssueDefinition issue) {
    return new Issuing(issue);
  }

  /// The documents, in the order of their file names.
  static List<String> documents() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:metrics/*.yaml");
      Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
      List<String> documents = new ArrayList<>();
      for (Resource file : files) {
        documents.add(file.getContentAsString(StandardCharsets.UTF_8));
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException("expected readable definitions under metrics/", e);
    }
  }

  private record Issuing(IssueDefinition issue) implements ApplicationRunner {
    @Override
    public void run(ApplicationArguments arguments) {
      for (String document : documents()) {
        switch (issue.issue(document, "system")) {
          case Outcome.Issued issued ->
              LOG.debug("Metric {} stands in the ledger", issued.definition().key());
          case Outcome.Refused refused ->
              LOG.warn(
                  "A shipped metric definition does not fit this node: {}",
                  refused.why().getMessage());
          case Outcome.AlreadyIssued other ->
              LOG.warn(
                  "Metric {} was issued with another text; the one in the ledger counts",
                  other.definition().key());
        }
      }
    }
  }
}
