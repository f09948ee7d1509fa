package org.tripoint.node.exchange.taxii.remote;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.keys.Certificates;
import org.tripoint.node.exchange.keys.Tls;
import org.tripoint.node.exchange.taxii.client.TaxiiClient;
import org.tripoint.node.exchange.taxii.client.TaxiiConnection;
import org.tripoint.node.exchange.taxii.remote.CollectionToRead.SignIn;

/// Connections to the servers of remote collections: each shows what was chosen for it and trusts
/// whom it was told to trust.
@Component
class ConnectRemote {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Tls tls;
  private final RemoteSecrets secrets;

  ConnectRemote(Tls tls, RemoteSecrets secrets) {
    this.tls = tls;
    this.secrets = secrets;
  }

  /// Speaks with the server of a collection until it is closed.
  record Talk(HttpClient http, TaxiiClient client) implements AutoCloseable {

    /// What was not read to its end is dropped.
    @Override
    public void close() {
      http.shutdownNow();
    }
  }

  /// Empty when there is no secret to sign in with, as after a restore without the folder `keys`.
  Optional<Talk> to(CollectionToRead from) {
    return authorization(from)
        .map(authorization -> {
          HttpClient http =
              HttpClient.newBuilder()
                  .sslContext(
                      tls.context(
                          from.signIn() == SignIn.CERTIFICATE,
                          from.authorities().stream().map(Certificates::read).toList()))
                  .version(HttpClient.Version.HTTP_1_1)
                  .followRedirects(HttpClient.Redirect.NEVER)
                  .connectTimeout(CONNECT)
                  .build();
          return new Talk(
              http, new TaxiiClient(new TaxiiConnection(http, from.address(), authorization)));
        });
  }

  private Optional<String> authorization(CollectionToRead from) {
    return switch (from.signIn()) {
      case TOKEN -> secrets.find(from.name()).map(token -> "Bearer " + token);
      case PASSWORD ->
          secrets
              .find(from.name())
              .map(password -> "Basic " + encode(from.user() + ":" + password));
      case CERTIFICATE -> Optional.of("");
    };
  }

  private static String encode(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
