package org.tripoint.node.exchange.stix;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tripoint.node.accounts.Role;

/// The schemas of our objects, for whoever reads them by program.
@RestController
class SchemasApi {
  private final ObjectSchemas schemas;

  SchemasApi(ObjectSchemas schemas) {
    this.schemas = schemas;
  }

  /// Types that have a schema.
  @GetMapping(path = "/api/stix/schemas", produces = MediaType.APPLICATION_JSON_VALUE)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  List<String> list() {
    return schemas.list();
  }

  /// The schema of a type of object.
  ///
  /// @param type such as `tripoint-seizure`
  @GetMapping(path = "/api/stix/schemas/{type}.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<String> show(@PathVariable String type) {
    return ResponseEntity.of(schemas.find(type));
  }
}
