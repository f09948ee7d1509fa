package org.tripoint.node.exchange.keys;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Connections on which both sides show who they are.
@Component
public class Tls {

  private final KeyManager shown;

  Tls(NodeCertificate certificate) {
    this.shown = new ShowCertificate(certificate);
  }

  /// A context with this node's certificate, which trusts as it is told.
  public SSLContext context(PinnedTrust trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {shown}, new TrustManager[] {trust}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected TLS in every JDK", e);
    }
  }

  KeyManager keyManager() {
    return shown;
  }

  /// Whatever is asked, the node's certificate of the day.
  private static final class ShowCertificate extends X509ExtendedKeyManager {
    private static final String ALIAS = "node";

    private final NodeCertificate certificate;

    ShowCertificate(NodeCertificate certificate) {
      this.certificate = certificate;
    }

    private static @Nullable String forType(@Nullable String type) {
      return "EC".equals(type) ? ALIAS : null;
    }

    private static @Nullable String forTypes(String[] types) {
      for (String type : types) {
        if (forType(type) != null) {
          return ALIAS;
        }
      }
      return null;
    }

    @Override
    public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return forTypes(types);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return forTypes(types);
    }

    @Override
    public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return forType(type);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return forType(type);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return certificate.shown().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return certificate.shown().key();
    }
  }
}
