package org.tripoint.node.exchange.journal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.exchange.partners.PartnerRequests;
import org.tripoint.node.exchange.partners.Partners.Partner;

/// What partners' nodes ask of this one, over a connection on which they showed their certificate:
/// see [JournalEndpoint].
final class JournalServlet extends HttpServlet {

  static final String PATH = "/journal/*";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(JournalServlet.class);
  private static final int LONGEST_MESSAGE = 4 << 20;

  /// What the log repeats of a request that is refused.
  private static final Set<String> METHODS = Set.of("GET", "POST");

  private static final Pattern PLACE =
      Pattern.compile("([0-9]{1,6})/([0-9]{1,15})/([0-9a-f]{64}|-)");

  private final transient PartnerRequests requests;
  private final transient AnswerPartner answers;
  private final transient OwnIntroduction own;
  private final transient IntroducePartner introduce;

  JournalServlet(
      PartnerRequests requests,
      AnswerPartner answers,
      OwnIntroduction own,
      IntroducePartner introduce) {
    this.requests = requests;
    this.answers = answers;
    this.own = own;
    this.introduce = introduce;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Partner> partner = requests.partnerOf(request);
    if (partner.isEmpty()) {
      refuse(request, response, 401, "expected the certificate of a partner's node");
      return;
    }
    switch (endpoint("GET", request)) {
      case BATCHES -> batches(partner.get(), request, response);
      case RETURNED -> returned(partner.get(), request, response);
      case INTRODUCTION -> text(response, own.current().signed());
      case null, default ->
          refuse(request, response, 404, "expected /batches, /returned or /introduction");
    }
  }

  private static @Nullable JournalEndpoint endpoint(String method, HttpServletRequest request) {
    return JournalEndpoint.find(method, String.valueOf(request.getPathInfo())).orElse(null);
  }

  private void batches(Partner partner, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Head place = place(request.getParameter("after"));
    Duration wait = wait(request.getParameter("wait"));
    if (place == null || wait == null) {
      refuse(
          request,
          response,
          400,
          "expected 'after' such as 1/17/HASH, and 'wait' of 0 to 30 seconds");
      return;
    }
    AnswerPartner.Answer answer;
    try {
      answer = answers.after(partner.name(), place, wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      refuse(request, response, 503, "expected to go on waiting; this node is stopping");
      return;
    }
    switch (answer) {
      case AnswerPartner.Answer.Batches(List<Delivery> deliveries, List<Head> unconfirmed) -> {
        if (!unconfirmed.isEmpty()) {
          response.setHeader(JournalText.UNCONFIRMED, JournalText.places(unconfirmed));
        }
        response.setContentType(JournalText.MEDIA_TYPE);
        answers.write(deliveries, response.getOutputStream());
      }
      case AnswerPartner.Answer.NoSuchPlace() ->
          refuse(request, response, 409, "expected a place in this journal");
      case AnswerPartner.Answer.Stopped() ->
          refuse(request, response, 423, "expected people of this node to look first");
    }
  }

  private void returned(Partner partner, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Head place = place(request.getParameter("after"));
    if (place == null) {
      refuse(request, response, 400, "expected 'after' such as 1/17/HASH");
      return;
    }
    response.setContentType(JournalText.MEDIA_TYPE);
    answers.write(answers.returned(partner.name(), place), response.getOutputStream());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Partner> partner = requests.partnerOf(request);
    if (partner.isEmpty()) {
      refuse(request, response, 401, "expected the certificate of a partner's node");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST_MESSAGE + 1);
    if (body.length > LONGEST_MESSAGE) {
      refuse(request, response, 413, "expected a message of at most 4 MiB");
      return;
    }
    String message = new String(body, StandardCharsets.US_ASCII);
    Partner from = partner.get();
    switch (endpoint("POST", request)) {
      case RECEIPTS ->
          say(
              answers.receipt(from, message),
              "a receipt for a batch as it was sent",
              request,
              response);
      case HEADS ->
          say(answers.heads(from, message), "heads that the partner signed", request, response);
      case RENEWAL ->
          say(
              isRenewed(from, message),
              "an introduction that continues the one before",
              request,
              response);
      case null, default ->
          refuse(request, response, 404, "expected /receipts, /heads or /introduction");
    }
  }

  /// Whether what was handed over was taken.
  private static void say(
      boolean isTaken, String expected, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isTaken) {
      response.setStatus(204);
    } else {
      refuse(request, response, 422, "expected " + expected);
    }
  }

  private boolean isRenewed(Partner partner, String message) {
    try {
      introduce.renew(partner, message);
      return true;
    } catch (NotTrusted e) {
      return false;
    }
  }

  private static @Nullable Head place(@Nullable String text) {
    Matcher parts = PLACE.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return null;
    }
    String hash = parts.group(3);
    return new Head(
        Integer.parseInt(parts.group(1)),
        Long.parseLong(parts.group(2)),
        hash.equals("-") ? "" : hash);
  }

  private static @Nullable Duration wait(@Nullable String seconds) {
    if (seconds == null) {
      return Duration.ZERO;
    }
    return seconds.matches("[0-9]|[12][0-9]|30")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : null;
  }

  private static void text(HttpServletResponse response, String text) throws IOException {
    response.setContentType("application/jose");
    response.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String expected)
      throws IOException {
    LOG.warn(
        "Refused with {}: {} {} from {}",
        status,
        METHODS.contains(request.getMethod()) ? request.getMethod() : "another method",
        JournalEndpoint.isPath(String.valueOf(request.getPathInfo()))
            ? request.getPathInfo()
            : "elsewhere",
        request.getRemoteAddr());
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((expected + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
