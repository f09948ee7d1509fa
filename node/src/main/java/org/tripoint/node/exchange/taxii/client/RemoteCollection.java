package org.tripoint.node.exchange.taxii.client;

import java.net.URI;

/// A collection of another server.
///
/// @param address ends in a slash
public record RemoteCollection(
    String id, String title, boolean canRead, boolean canWrite, URI address) {}
