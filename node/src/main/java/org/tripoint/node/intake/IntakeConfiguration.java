package org.tripoint.node.intake;

import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.vocabulary.Kind;

/// Intake's settings, its kind, its place in the navigation.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

  @Bean
  Kind<ImportMapping> importMappingKind() {
    return ImportMapping.KIND;
  }

  @Bean
  NavigationEntry importsNavigation() {
    return new NavigationEntry(
        50,
        "/imports",
        "intake.title",
        Set.of(Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR));
  }
}
