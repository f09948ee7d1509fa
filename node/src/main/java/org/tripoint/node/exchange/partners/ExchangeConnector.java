package org.tripoint.node.exchange.partners;

import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLContext;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.keys.Tls;

/// The port at which partners' nodes and stock programs reach this one: TLS 1.2 and 1.3 only, with
/// the node's own certificate; a partner's node shows its own.
///
/// Without `tripoint.exchange.port` there is none, and nobody outside reaches the exchange.
@Component
class ExchangeConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final String port;
  private final String address;
  private final Tls tls;
  private final Partners partners;

  ExchangeConnector(
      @Value("${tripoint.exchange.port:}") String port,
      @Value("${tripoint.exchange.address:127.0.0.1}") String address,
      Tls tls,
      Partners partners) {
    this.port = port.strip();
    this.address = address;
    this.tls = tls;
    this.partners = partners;
    if (!this.port.matches("|[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "expected tripoint.exchange.port from 1 to 65535, found '" + port + "'");
    }
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (!port.isEmpty()) {
      factory.addAdditionalConnectors(connector());
    }
  }

  private Connector connector() {
    Connector connector = new Connector(Http11NioProtocol.class.getName());
    connector.setPort(Integer.parseInt(port));
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("address", address);
    connector.setProperty("SSLEnabled", "true");
    connector.setProperty("maxThreads", "64");
    SSLHostConfig host = new SSLHostConfig();
    host.setProtocols("TLSv1.2+TLSv1.3");
    host.setCertificateVerification("optional");
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
    certificate.setSslContext(new OwnContext(tls.context(partners.trust())));
    host.addCertificate(certificate);
    connector.addSslHostConfig(host);
    return connector;
  }

  /// The JDK's context, as the server wants to see it.
  private record OwnContext(javax.net.ssl.SSLContext context) implements SSLContext {

    @Override
    public void init(
        KeyManager @Nullable [] keys,
        TrustManager @Nullable [] trust,
        java.security.@Nullable SecureRandom random) {
      // Made ready already, with keys that renew themselves.
    }

    @Override
    public void destroy() {}

    @Override
    public SSLSessionContext getServerSessionContext() {
      return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
      return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
      return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
      return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
      return null;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
