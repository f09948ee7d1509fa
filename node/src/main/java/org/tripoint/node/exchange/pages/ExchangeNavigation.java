package org.tripoint.node.exchange.pages;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.node.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class ExchangeNavigation {

  @Bean
  NavigationEntry exchangeEntry() {
    return new NavigationEntry(55, "/exchange", "exchange.title", Set.of());
  }
}
