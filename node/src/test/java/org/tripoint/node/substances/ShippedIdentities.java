package org.tripoint.node.substances;

import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;

/// Identities by the registry that ships with the node, without a database.
public final class ShippedIdentities {

  private ShippedIdentities() {}

  public static FindIdentity shipped() {
    Registry registry = RegistryReader.readOwn();
    return new SubstanceIdentities(() -> registry);
  }
}
