package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;

/// What a role may not use answers 403 to it, and is drawn on no page that it sees.
class RolesOfPagesTest extends RunningNode {
  private static final Pattern LINK = Pattern.compile("\\b(?:href|hx-get)=\"(/[^\"#]*)[^\"]*\"");
  private static final Pattern FORM =
      Pattern.compile("<form\\b[^>]*\\baction=\"(/[^\"]*)\"[^>]*>|<form\\b[^>]*>");
  private static final Pattern ACTION = Pattern.compile("\\b(?:form)?action=\"(/[^\"]*)\"");
  private static final Pattern METHOD =
      Pattern.compile("method=\"post\"", Pattern.CASE_INSENSITIVE);

  @Autowired private ApplicationContext node;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  @ParameterizedTest
  @EnumSource(Role.class)
  void seesAndReachesWhatItMayUseAndNothingElse(Role role) throws Exception {
    Map<String, String> ids = OneOfEverything.in(base(), home(), node, administrator());
    Map<String, HandlerMethod> handlers = EveryPage.handlers(requestMappingHandlerMapping);
    Visitor person =
        role == Role.ADMINISTRATOR
            ? administrator()
            : person("every." + role.name().toLowerCase(Locale.ROOT), role);
    Set<String> wrong = new TreeSet<>();
    for (Map.Entry<String, String> one : EveryPage.all(ids).entrySet()) {
      if (EveryPage.isForStrangers(one.getValue())) {
        continue;
      }
      boolean may = mayUse(handlers.get(one.getValue()), role);
      HttpResponse<String> answer = person.get(one.getKey());
      if (may != (answer.statusCode() == 200) || (!may && answer.statusCode() != 403)) {
        wrong.add(one.getKey() + " answers " + answer.statusCode());
      }
      if (may) {
        forbidden(answer.body(), role)
            .forEach(target -> wrong.add(one.getKey() + " offers " + target));
      }
    }
    assertThat(wrong).as(role + ": pages it may not use, and answers that do not fit").isEmpty();
  }

  /// Links and forms of a page that lead this role to a refusal.
  private Set<String> forbidden(String page, Role role) throws Exception {
    Set<String> found = new TreeSet<>();
    for (var link : LINK.matcher(page).results().toList()) {
      addUnlessUsable("GET", link.group(1), role, found);
    }
    for (var form : FORM.matcher(page).results().toList()) {
      String method = METHOD.matcher(form.group()).find() ? "POST" : "GET";
      for (var action : ACTION.matcher(form.group()).results().toList()) {
        addUnlessUsable(method, action.group(1), role, found);
      }
    }
    return found;
  }

  private void addUnlessUsable(String method, String address, Role role, Set<String> found)
      throws Exception {
    String path = address.replaceAll("\\?.*", "").replace("&amp;", "&");
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    for (String pair : address.replaceAll("^[^?]*\\??", "").replace("&amp;", "&").split("&", -1)) {
      request.addParameter(pair.replaceAll("=.*", ""), pair.replaceAll("^[^=]*=?", ""));
    }
    ServletRequestPathUtils.parseAndCache(request);
    HandlerExecutionChain chain = requestMappingHandlerMapping.getHandler(request);
    if (chain != null
        && chain.getHandler() instanceof HandlerMethod handler
        && handler.getBeanType().getName().startsWith("org.tripoint.")
        && !mayUse(handler, role)) {
      found.add(method + " " + path);
    }
  }

  private static boolean mayUse(HandlerMethod handler, Role role) {
    RolesAllowed allowed = handler.getMethodAnnotation(RolesAllowed.class);
    return handler.hasMethodAnnotation(PermitAll.class)
        || (allowed != null
            && Arrays.stream(allowed.value())
                .anyMatch(name -> role.withLesser().contains(Role.valueOf(name))));
  }
}
