package org.tripoint.node.notices.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A small mail server on a port of its own, with its own certificate for `localhost`.
public final class TestMailServer implements AutoCloseable {

  /// How it behaves.
  public enum Manner {
    OPEN,
    STARTTLS,
    IMPLICIT,
    /// Says that it has no TLS although it was asked for.
    NO_TLS,
    /// Accepts and says nothing.
    SILENT,
    /// Says one letter every so often and never ends a line.
    DRIPPING,
    /// Hangs up after the text of a letter, before it says whether it took it.
    HANGS_UP,
    /// Is never ready.
    BUSY
  }

  /// A letter as it came.
  public record Received(String to, String raw, boolean protectedByTls, String user) {}

  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final ServerSocket socket;
  private final SSLContext context;
  private final X509Certificate certificate;
  private volatile Manner manner;

  public TestMailServer(Manner manner) throws Exception {
    this.manner = manner;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    certificate = certificate(pair);
    context = context(pair, certificate);
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  private static X509Certificate certificate(KeyPair pair) throws Exception {
    X500Name name = new X500Name("CN=test mail");
    Instant now = Instant.now();
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(1))),
                    name,
                    pair.getPublic())
                .addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }

  private static SSLContext context(KeyPair pair, X509Certificate shown) throws Exception {
    KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
    keys.load(null, null);
    keys.setKeyEntry(
        "mail", pair.getPrivate(), new char[0], new java.security.cert.Certificate[] {shown});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void behave(Manner next) {
    manner = next;
  }

  /// Its certificate as a file that vouches for it.
  public Path authority(Path folder) {
    String encoded;
    try {
      encoded = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
      return Files.writeString(
          folder.resolve("mail-authority.pem"),
          "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What it says to letters for an address, such as `550 no such mailbox`.
  public void answer(String address, String answer) {
    answers.put(address, answer);
  }

  public void takeEverything() {
    answers.clear();
  }

  /// The letters that it took, in order.
  public List<Received> received() {
    return List.copyOf(received);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> serve(one));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket plain) {
    try (Socket first = plain) {
      switch (manner) {
        case SILENT -> Thread.sleep(Duration.ofMinutes(1));
        case DRIPPING -> {
          for (int i = 0; i < 600; i++) {
            first.getOutputStream().write('2');
            Thread.sleep(50);
          }
        }
        case IMPLICIT -> new Talk(tls(first), true).run();
        default -> new Talk(first, false).run();
      }
    } catch (IOException e) {
      // The other side has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SSLSocket tls(Socket plain) throws IOException {
    SSLSocket shown =
        (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    shown.setUseClientMode(false);
    return shown;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /// One conversation.
  private final class Talk {
    private Socket line;
    private BufferedReader in;
    private boolean isProtected;
    private String to = "";
    private String user = "";

    Talk(Socket line, boolean isProtected) throws IOException {
      this.line = line;
      this.isProtected = isProtected;
      this.in = reader(line);
    }

    private static BufferedReader reader(Socket line) throws IOException {
      return new BufferedReader(
          new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private void say(String text) throws IOException {
      line.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      line.getOutputStream().flush();
    }

    void run() throws IOException {
      say(manner == Manner.BUSY ? "421 too busy" : "220 test");
      for (String said = in.readLine(); said != null; said = in.readLine()) {
        String word = said.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
        switch (word) {
          case "EHLO" -> greet();
          case "STARTTLS" -> {
            say("220 go on");
            line = tls(line);
            in = reader(line);
            isProtected = true;
          }
          case "AUTH" -> login(said);
          case "RCPT" -> {
            to = said.replaceAll(".*<|>.*", "");
            say(answers.getOrDefault(to, "250 ok"));
          }
          case "DATA" -> {
            if (!data()) {
              return;
            }
          }
          case "QUIT" -> {
            say("221 bye");
            return;
          }
          default -> say("250 ok");
        }
      }
    }

    private void greet() throws IOException {
      if (manner == Manner.STARTTLS && !isProtected) {
        say("250-test");
        say("250 STARTTLS");
      } else {
        say("250-test");
        say("250 AUTH PLAIN");
      }
    }

    private void login(String said) throws IOException {
      String[] words = said.split(" ", -1);
      String told = new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8);
      user = told.split("\0", -1)[1];
      say(told.endsWith("\0right") ? "235 in" : "535 not you");
    }

    private boolean data() throws IOException {
      say("354 go on");
      StringBuilder raw = new StringBuilder();
      for (String one = in.readLine(); !".".equals(one); one = in.readLine()) {
        raw.append(one).append('\n');
      }
      if (manner == Manner.HANGS_UP) {
        line.close();
        return false;
      }
      received.add(new Received(to, raw.toString(), isProtected, user));
      say("250 taken as " + received.size());
      return true;
    }
  }
}
