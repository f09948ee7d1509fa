package org.tripoint.node.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/// Shows the templates that were compiled with the program: the view `seizures/list` is
/// `seizures/list.jte`.
@Component
final class JteViews implements ViewResolver, Ordered {

  private static final String REDIRECT = "redirect:";

  private final Pages pages;
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, JteViews.class.getClassLoader(), "org.tripoint.node.pages");

  JteViews(Pages pages) {
    this.pages = pages;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    if (name.startsWith(REDIRECT)) {
      RedirectView view = new RedirectView(name.substring(REDIRECT.length()), true);
      view.setExposeModelAttributes(false);
      return view;
    }
    String template = name + ".jte";
    return engine.hasTemplate(template) ? new TemplateView(template) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /// Renders a template to its end before the first byte leaves, so that a failure still becomes an
  /// error page.
  private final class TemplateView implements View {
    private final String template;

    TemplateView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Map<String, @Nullable Object> attributes = new HashMap<>();
      if (model != null) {
        attributes.putAll(model);
      }
      attributes.put("page", pages.of(request));
      StringOutput output = new StringOutput(16_384);
      engine.render(template, attributes, output);
      byte[] html = output.toString().getBytes(StandardCharsets.UTF_8);
      response.setContentType(getContentType());
      response.setContentLength(html.length);
      response.getOutputStream().write(html);
    }
  }
}
