package org.tripoint.node.exchange.taxii;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes answers as TAXII wants them: one media type, also for errors.
@Component
class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private final JsonMapper json = JsonMapper.builder().build();

  ObjectNode resource() {
    return json.createObjectNode();
  }

  void send(HttpServletResponse response, int status, JsonNode resource) throws IOException {
    send(response, status, json.writeValueAsBytes(resource));
  }

  void send(HttpServletResponse response, int status, byte[] resource) throws IOException {
    begin(response, status, resource.length);
    response.getOutputStream().write(resource);
  }

  void sendNothing(HttpServletResponse response) {
    begin(response, 200, 0);
  }

  void send(HttpServletResponse response, PageWriter page, String next) throws IOException {
    if (page.count() > 0) {
      response.setHeader("X-TAXII-Date-Added-First", Timestamps.write(page.first()));
      response.setHeader("X-TAXII-Date-Added-Last", Timestamps.write(page.last()));
    }
    PageWriter.Pieces pieces = page.resource(next);
    begin(response, 200, pieces.length());
    pieces.writeTo(response.getOutputStream());
  }

  /// An error resource; its number stands in the log.
  void refuse(HttpServletRequest request, HttpServletResponse response, TaxiiRefusal refusal)
      throws IOException {
    UUID number = UUID.randomUUID();
    LOG.info(
        "TAXII {} refused with {} ({}), error {}",
        request.getMethod(),
        refusal.status(),
        refusal.title(),
        number);
    refusal.headers().forEach(response::setHeader);
    error(response, refusal.status(), refusal.title(), refusal.description(), number);
  }

  /// Our own failure: the caller learns its number and nothing else.
  void fail(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    UUID number = UUID.randomUUID();
    LOG.error("TAXII {} failed, error {}", request.getMethod(), number, failure);
    if (!response.isCommitted()) {
      response.reset();
      error(response, 500, "Failure of this node", "Its operator finds more by error_id.", number);
    }
  }

  private void error(
      HttpServletResponse response, int status, String title, String description, UUID number)
      throws IOException {
    send(
        response,
        status,
        resource()
            .put("title", title)
            .put("description", description)
            .put("error_id", number.toString())
            .put("http_status", Integer.toString(status)));
  }

  private static void begin(HttpServletResponse response, int status, int length) {
    response.setStatus(status);
    response.setHeader("Content-Type", MediaTypes.TAXII);
    response.setCharacterEncoding((String) null);
    response.setContentLength(length);
  }
}
