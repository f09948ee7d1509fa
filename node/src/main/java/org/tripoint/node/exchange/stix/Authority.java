package org.tripoint.node.exchange.stix;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who creates the objects of this node.
///
/// @param name the authority's name; objects of another name are of another creator
/// @param country two letters
@Component
record Authority(
    @Value("${tripoint.node.name:}") String name,
    @Value("${tripoint.node.country:ZZ}") String country) {

  Authority {
    name = name.isBlank() ? country : name;
  }

  String id() {
    return ObjectIds.authority(country, name);
  }
}
