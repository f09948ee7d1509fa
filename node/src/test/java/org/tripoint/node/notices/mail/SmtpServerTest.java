package org.tripoint.node.notices.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tripoint.node.notices.mail.MailServer.Answer;
import org.tripoint.node.notices.mail.MailServer.Outcome;
import org.tripoint.node.notices.mail.MailServer.Unreachable;
import org.tripoint.node.notices.mail.MailSettings.Protection;
import org.tripoint.node.notices.mail.TestMailServer.Manner;
import org.tripoint.node.notices.mail.TestMailServer.Received;

/// Letters over real sockets to servers of every manner.
@ExtendWith(OutputCaptureExtension.class)
class SmtpServerTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);

  /// For servers that never answer.
  private static final Duration SHORT = Duration.ofMillis(500);

  /// For servers that do, on a busy machine.
  private static final Duration PATIENT = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private SmtpServer client(
      TestMailServer server, Protection tls, @Nullable Path authority, String password)
      throws Exception {
    return client(server, tls, authority, password, PATIENT);
  }

  private SmtpServer client(
      TestMailServer server,
      Protection tls,
      @Nullable Path authority,
      String password,
      Duration limit)
      throws Exception {
    boolean isKnown = !password.isEmpty();
    return new SmtpServer(
        new MailSettings(
            "localhost",
            server.port(),
            tls,
            isKnown ? "node" : "",
            isKnown ? Files.writeString(folder.resolve("password"), password + "\n") : null,
            "notices@node.example",
            authority,
            limit),
        CLOCK);
  }

  private static Letter letter(String to, String subject) {
    return new Letter("1@node.example", to, subject, "Añadido: peligro\n", List.of(), true);
  }

  private static Answer send(SmtpServer client, Letter letter) throws Unreachable {
    try (MailServer.Connection connection = client.connect()) {
      return connection.hand(letter);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"SILENT", "DRIPPING", "NO_TLS", "BUSY"})
  void givesUpOnAServerThatDoesNotDoItsPart(Manner manner) throws Exception {
    try (TestMailServer server = new TestMailServer(manner)) {
      SmtpServer client = client(server, Protection.STARTTLS, server.authority(folder), "", SHORT);
      assertThatThrownBy(() -> send(client, letter("a@b.example", "s")))
          .isInstanceOf(Unreachable.class);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void givesUpWhereItsFilesCannotBeRead() throws Exception {
    try (TestMailServer server = new TestMailServer(Manner.STARTTLS)) {
      Path nowhere = folder.resolve("nowhere.pem");
      SmtpServer trustsNobody = client(server, Protection.STARTTLS, nowhere, "");
      assertThatThrownBy(trustsNobody::connect).isInstanceOf(Unreachable.class);
      SmtpServer trustsNothing =
          client(server, Protection.STARTTLS, Files.writeString(nowhere, "not PEM"), "");
      assertThatThrownBy(trustsNothing::connect).isInstanceOf(Unreachable.class);
      SmtpServer forgets = client(server, Protection.STARTTLS, server.authority(folder), "right");
      Files.delete(folder.resolve("password"));
      assertThatThrownBy(forgets::connect).isInstanceOf(Unreachable.class);
    }
  }

  @Test
  void givesUpOnAServerThatIsNotThere() throws Exception {
    TestMailServer server = new TestMailServer(Manner.OPEN);
    server.close();
    SmtpServer client = client(server, Protection.NONE, null, "");
    assertThatThrownBy(() -> send(client, letter("a@b.example", "s")))
        .isInstanceOf(Unreachable.class);
  }

  @Test
  void doesNotKnowWhetherALetterWasTakenWhenTheServerHangsUp() throws Exception {
    try (TestMailServer server = new TestMailServer(Manner.HANGS_UP)) {
      SmtpServer client = client(server, Protection.NONE, null, "");
      assertThatThrownBy(() -> send(client, letter("a@b.example", "s")))
          .isInstanceOf(Unreachable.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Protection.class,
      names = {"STARTTLS", "IMPLICIT"})
  void speaksOnlyToAServerThatItsAuthorityVouchesFor(Protection tls) throws Exception {
    Manner manner = tls == Protection.IMPLICIT ? Manner.IMPLICIT : Manner.STARTTLS;
    try (TestMailServer server = new TestMailServer(manner)) {
      SmtpServer stranger = client(server, tls, null, "right");
      assertThatThrownBy(() -> send(stranger, letter("a@b.example", "s")))
          .isInstanceOf(Unreachable.class);
      assertThat(server.received()).isEmpty();

      SmtpServer client = client(server, tls, server.authority(folder), "right");
      assertThat(send(client, letter("a@b.example", "s")).outcome()).isEqualTo(Outcome.TAKEN);
      Received received = server.received().getFirst();
      assertThat(received.protectedByTls()).isTrue();
      assertThat(received.user()).isEqualTo("node");
    }
  }

  @Test
  void saysNothingOfThePassword(CapturedOutput output) throws Exception {
    try (TestMailServer server = new TestMailServer(Manner.STARTTLS)) {
      SmtpServer client =
          client(server, Protection.STARTTLS, server.authority(folder), "a-wrong-secret");
      assertThatThrownBy(() -> send(client, letter("a@b.example", "s")))
          .isInstanceOf(Unreachable.class)
          .hasMessageContaining("535")
          .hasMessageNotContaining("secret");
      assertThat(output.getAll()).doesNotContain("secret");
    }
  }

  @Test
  void tellsNotNowFromNever() throws Exception {
    try (TestMailServer server = new TestMailServer(Manner.OPEN)) {
      server.answer("gone@b.example", "550 no such mailbox");
      server.answer("later@b.example", "451 greylisted");
      SmtpServer client = client(server, Protection.NONE, null, "");
      try (MailServer.Connection connection = client.connect()) {
        assertThat(connection.hand(letter("gone@b.example", "s")))
            .isEqualTo(new Answer(Outcome.REFUSED, "550 no such mailbox"));
        assertThat(connection.hand(letter("later@b.example", "s")).outcome())
            .isEqualTo(Outcome.LATER);
        assertThat(connection.hand(letter("here@b.example", "s")).outcome())
            .isEqualTo(Outcome.TAKEN);
      }
      assertThat(server.received()).extracting(Received::to).containsExactly("here@b.example");
    }
  }

  @Test
  void aSubjectAddsNoHeader() throws Exception {
    try (TestMailServer server = new TestMailServer(Manner.OPEN)) {
      SmtpServer client = client(server, Protection.NONE, null, "");
      send(client, letter("a@b.example", "Toxic\r\nBcc: all@evil.example\r\n\r\nbody\u2028x"));
      String raw = server.received().getFirst().raw();
      String head = raw.substring(0, raw.indexOf("\n\n"));
      assertThat(head.lines()).noneMatch(line -> line.startsWith("Bcc"));
      assertThat(head).contains("Subject: Toxic Bcc: all@evil.example body x");
      assertThat(head).contains("Message-ID: <1@node.example>");
      assertThat(head).contains("Importance: high").contains("Auto-Submitted: auto-generated");
    }
  }

  @Test
  void carriesTextAndFilesUnchanged() throws Exception {
    byte[] file = "a paper é".getBytes(StandardCharsets.UTF_8);
    try (TestMailServer server = new TestMailServer(Manner.OPEN)) {
      SmtpServer client = client(server, Protection.NONE, null, "");
      send(
          client,
          new Letter(
              "2@node.example",
              "a@b.example",
              "é",
              "Línea\n.\npunto\n",
              List.of(new Letter.File("notice.pdf", "application/pdf", file)),
              false));
      jakarta.mail.internet.MimeMessage message =
          new jakarta.mail.internet.MimeMessage(
              null,
              new java.io.ByteArrayInputStream(
                  server
                      .received()
                      .getFirst()
                      .raw()
                      .replaceAll("(?m)^\\.\\.", ".")
                      .getBytes(StandardCharsets.ISO_8859_1)));
      assertThat(message.getSubject()).isEqualTo("é");
      jakarta.mail.internet.MimeMultipart parts =
          (jakarta.mail.internet.MimeMultipart) message.getContent();
      assertThat(((String) parts.getBodyPart(0).getContent()).replace("\r", "").strip())
          .isEqualTo("Línea\n.\npunto");
      assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("notice.pdf");
      assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@b",
        "a@b.example, c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        "A <a@b.example>",
        "a b@c.example",
        "a@b..example",
        "\"a\"@b.example",
        "a@b.example\u0000"
      })
  void refusesWhatIsNotOneAddress(String text) {
    assertThat(Letter.isAddress(text)).isFalse();
  }
}
