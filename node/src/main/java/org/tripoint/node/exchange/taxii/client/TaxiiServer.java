package org.tripoint.node.exchange.taxii.client;

import java.net.URI;
import java.util.List;

/// What a server says of itself.
///
/// @param title its name
/// @param apiRoots addresses of its API roots, on the server that was asked
public record TaxiiServer(String title, List<URI> apiRoots) {
  public TaxiiServer {
    apiRoots = List.copyOf(apiRoots);
  }
}
