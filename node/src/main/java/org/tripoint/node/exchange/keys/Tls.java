package org.tripoint.node.exchange.keys;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
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

  /// A context for a server that is no partner's node.
  ///
  /// @param showsItself whether the server is shown this node's certificate
  /// @param authorities those who vouch for the server; empty: those that Java trusts
  public SSLContext context(boolean showsItself, List<X509Certificate> authorities) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          showsItself ? new KeyManager[] {shown} : new KeyManager[0],
          authorities.isEmpty() ? null : trust(authorities),
          new SecureRandom());
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("expected TLS in every JDK", e);
    }
  }

  private static TrustManager[] trust(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      trusted.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return managers.getTrustManagers();
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
