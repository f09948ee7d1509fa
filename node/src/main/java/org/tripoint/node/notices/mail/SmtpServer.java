package org.tripoint.node.notices.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.tripoint.node.notices.mail.MailSettings.Protection;

/// The mail server that the settings name, spoken to by SMTP (RFC 5321).
///
/// Every step runs on a virtual thread with a limit over the whole of it: a server that drips bytes
/// would never meet a limit on each read. Interrupting such a thread closes its connection.
@Component
@EnableConfigurationProperties(MailSettings.class)
class SmtpServer implements MailServer {

  private static final int LONGEST_SAID = 300;
  private static final int TEMPORARY = 400;
  private static final int PERMANENT = 500;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final MailSettings settings;
  private final Clock clock;

  SmtpServer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Connection connect() throws Unreachable {
    OneConnection connection = new OneConnection(Session.getInstance(properties()));
    try {
      connection.open();
      return connection;
    } catch (Unreachable | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Properties properties() throws Unreachable {
    Properties properties = new Properties();
    String limit = String.valueOf(settings.limit().toMillis());
    boolean isImplicit = settings.tls() == Protection.IMPLICIT;
    properties.put("mail.smtp.connectiontimeout", limit);
    properties.put("mail.smtp.timeout", limit);
    properties.put("mail.smtp.writetimeout", limit);
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.localhost", settings.domain());
    properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
    properties.put("mail.smtp.ssl.enable", String.valueOf(isImplicit));
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put(
        "mail.smtp.starttls.required", String.valueOf(settings.tls() == Protection.STARTTLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    if (settings.tls() == Protection.NONE) {
      properties.put("mail.smtp.starttls.enable", "false");
    } else if (settings.authority() != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust(settings.authority()));
    }
    return properties;
  }

  private static SSLSocketFactory trust(Path authority) throws Unreachable {
    try {
      return TrustAuthority.in(authority);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new Unreachable("expected certificates in the file of the authority");
    }
  }

  /// One line of a server's words.
  private static String line(@Nullable String said) {
    String line = CONTROL.matcher(said == null ? "" : said).replaceAll(" ").strip();
    return line.substring(0, Math.min(line.length(), LONGEST_SAID));
  }

  private final class OneConnection implements Connection {
    private final Session session;
    private final SMTPTransport transport;
    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mail").factory());

    OneConnection(Session session) {
      this.session = session;
      try {
        this.transport = (SMTPTransport) session.getTransport("smtp");
      } catch (MessagingException e) {
        throw new IllegalStateException("expected a provider for SMTP", e);
      }
    }

    void open() throws Unreachable {
      try {
        within(() -> {
          boolean isKnown = !settings.user().isEmpty();
          transport.connect(
              settings.requireHost(),
              settings.port(),
              isKnown ? settings.user() : null,
              isKnown ? settings.password() : null);
          return true;
        });
      } catch (MessagingException e) {
        throw new Unreachable(why(e));
      } catch (UncheckedIOException e) {
        throw new Unreachable("expected a password file that can be read");
      }
    }

    @Override
    public Answer hand(Letter letter) throws Unreachable {
      try {
        return within(() -> {
          MimeMessage message = message(letter);
          transport.sendMessage(message, message.getAllRecipients());
          return new Answer(Outcome.TAKEN, line(transport.getLastServerResponse()));
        });
      } catch (MessagingException e) {
        int code = code(e);
        if (code < TEMPORARY || !transport.isConnected()) {
          throw new Unreachable(why(e));
        }
        return new Answer(code >= PERMANENT ? Outcome.REFUSED : Outcome.LATER, line(why(e)));
      }
    }

    private <T> T within(Callable<T> step) throws MessagingException, Unreachable {
      // A step is several answers of the server; each of them may take its time, all together not.
      Duration longest = settings.limit().multipliedBy(2);
      Future<T> done = thread.submit(step);
      try {
        return done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case MessagingException failed -> throw failed;
          case RuntimeException failed -> throw failed;
          case null, default -> throw new IllegalStateException("a step of SMTP failed", e);
        }
      } catch (TimeoutException e) {
        done.cancel(true);
        throw new Unreachable("took longer than " + longest.toSeconds() + " s");
      } catch (InterruptedException e) {
        done.cancel(true);
        Thread.currentThread().interrupt();
        throw new Unreachable("the node is stopping");
      }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
      MimeMessage message = new WithId(session, letter.id());
      message.setFrom(new InternetAddress(settings.from()));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
      message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      message.setHeader("Auto-Submitted", "auto-generated");
      if (letter.urgent()) {
        message.setHeader("Importance", "high");
      }
      MimeMultipart parts = new MimeMultipart();
      MimeBodyPart text = new MimeBodyPart();
      text.setText(letter.text(), StandardCharsets.UTF_8.name());
      parts.addBodyPart(text);
      for (Letter.File file : letter.files()) {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.type())));
        part.setFileName(file.name());
        parts.addBodyPart(part);
      }
      message.setContent(parts);
      message.saveChanges();
      return message;
    }

    @Override
    public void close() {
      thread.shutdownNow();
      try {
        transport.close();
      } catch (MessagingException e) {
        // The server has its letters; how it says good-bye changes nothing.
      }
    }
  }

  /// The server's code for a letter; 0 where it gave none.
  private static int code(MessagingException failed) {
    for (Throwable one = failed; one != null; one = next(one)) {
      if (one instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
    }
    return failed instanceof SMTPSendFailedException whole ? whole.getReturnCode() : 0;
  }

  private static @Nullable Throwable next(Throwable one) {
    return one instanceof MessagingException failed ? failed.getNextException() : one.getCause();
  }

  private static String why(MessagingException failed) {
    Throwable last = failed;
    for (Throwable one = failed; one != null; one = next(one)) {
      last = one;
    }
    return line(last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage());
  }

  /// A message that keeps the id it was given.
  private static final class WithId extends MimeMessage {
    private final String id;

    WithId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
