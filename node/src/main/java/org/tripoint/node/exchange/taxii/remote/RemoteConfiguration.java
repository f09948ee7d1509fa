package org.tripoint.node.exchange.taxii.remote;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tripoint.vocabulary.Kind;

@Configuration(proxyBeanMethods = false)
class RemoteConfiguration {

  @Bean
  Kind<CollectionToRead> remoteCollectionKind() {
    return CollectionToRead.KIND;
  }
}
