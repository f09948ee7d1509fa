package org.tripoint.node.exchange.taxii;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tripoint.node.accounts.WriteAudit;
import org.tripoint.node.accounts.WriteAudit.Outcome;

/// The eleven endpoints: finds the one that is meant, and answers with it or with an error
/// resource.
///
/// Not Spring's controllers: their content negotiation and error pages know nothing of a protocol
/// in which every answer has the same media type.
@Component
@ConditionalOnWebApplication
class TaxiiServlet implements Servlet {
  private static final Logger LOG = LoggerFactory.getLogger(TaxiiServlet.class);

  private final DescribeServer describe;
  private final GivePages pages;
  private final TakeEnvelope inbox;
  private final Answers answers;
  private final WriteAudit audit;
  private @Nullable ServletConfig config;

  TaxiiServlet(
      DescribeServer describe,
      GivePages pages,
      TakeEnvelope inbox,
      Answers answers,
      WriteAudit audit) {
    this.describe = describe;
    this.pages = pages;
    this.inbox = inbox;
    this.answers = answers;
    this.audit = audit;
  }

  @Override
  public void service(ServletRequest asked, ServletResponse answered) throws IOException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answered;
    try {
      answer(new Exchange(SignInCallers.callerOf(request), request, response));
    } catch (TaxiiRefusal e) {
      trail(request, e.status());
      answers.refuse(request, response, e);
    } catch (RuntimeException e) {
      trail(request, 500);
      answers.fail(request, response, e);
    }
  }

  /// One request with its answer.
  record Exchange(Caller caller, HttpServletRequest request, HttpServletResponse response) {}

  private void answer(Exchange exchange) throws IOException {
    List<String> path = path(exchange.request());
    TaxiiEndpoint endpoint = TaxiiEndpoint.find(path).orElseThrow(TaxiiRefusal::notFound);
    allow(exchange, endpoint.methods());
    switch (endpoint) {
      case DISCOVERY -> describe.discovery(exchange);
      case ROOT -> describe.root(exchange);
      case STATUS -> inbox.status(exchange, path.get(2));
      case COLLECTIONS -> describe.collections(exchange);
      case COLLECTION -> describe.collection(exchange, path.get(2));
      case MANIFEST -> pages.manifest(exchange, path.get(2));
      case OBJECTS -> {
        if (exchange.request().getMethod().equals("POST")) {
          inbox.take(exchange, path.get(2));
        } else {
          pages.objects(exchange, path.get(2));
        }
      }
      case OBJECT -> {
        if (exchange.request().getMethod().equals("DELETE")) {
          inbox.withdraw(exchange, path.get(2), path.get(4));
        } else {
          pages.object(exchange, path.get(2), path.get(4));
        }
      }
      case VERSIONS -> pages.versions(exchange, path.get(2), path.get(4));
    }
  }

  /// Every address may end in a slash or not: some programs forget it.
  private static List<String> path(HttpServletRequest request) {
    String path = request.getPathInfo();
    if (path == null || path.equals("/")) {
      return List.of();
    }
    String inner = path.endsWith("/") ? path.substring(1, path.length() - 1) : path.substring(1);
    return Arrays.asList(inner.split("/", 10));
  }

  private static void allow(Exchange exchange, List<String> methods) {
    if (!methods.contains(exchange.request().getMethod())) {
      throw TaxiiRefusal.method(String.join(", ", methods));
    }
    if (!MediaTypes.isAccepted(MediaTypes.values(exchange.request().getHeaders("Accept")))) {
      throw TaxiiRefusal.notAcceptable();
    }
  }

  /// A refusal stands in the audit trail; that it could not be written must not hide it.
  private void trail(HttpServletRequest request, int status) {
    try {
      String account = request.getRemoteUser() == null ? "anonymous" : request.getRemoteUser();
      audit.write(
          account,
          request.getRemoteAddr(),
          "taxii refused",
          request.getRequestURI(),
          status >= 500 ? Outcome.FAILED : Outcome.REFUSED,
          request.getMethod() + " " + status);
    } catch (RuntimeException e) {
      LOG.error("The audit trail could not be written", e);
    }
  }

  @Override
  public void init(ServletConfig given) {
    config = given;
  }

  @Override
  public @Nullable ServletConfig getServletConfig() {
    return config;
  }

  @Override
  public String getServletInfo() {
    return "TAXII 2.1";
  }

  @Override
  public void destroy() {}
}
