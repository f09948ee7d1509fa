package org.tripoint.node.accounts;

import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.node.web.Preferences;

/// What accounts give to the shell: their entry, what people chose for their pages, and the guard
/// before every handler.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AccountsInShell implements WebMvcConfigurer {
  private final DeclaredRoles guard;

  AccountsInShell(DeclaredRoles guard) {
    this.guard = guard;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard);
  }

  @Bean
  NavigationEntry accountsEntry() {
    return new NavigationEntry(
        90, "/accounts", "accounts.title", Set.of(Role.Names.ADMINISTRATOR, Role.Names.AUDITOR));
  }

  @Bean
  Preferences preferences(AccountStore accounts) {
    return new Preferences() {
      @Override
      public Optional<Language> language(String account) {
        return accounts.find(account).map(Account::language).flatMap(Language::find);
      }

      @Override
      public String theme(String account) {
        return accounts.find(account).map(Account::theme).orElse("auto");
      }

      @Override
      public void chooseLanguage(String account, Language language) {
        accounts.choose(account, language.code(), theme(account));
      }
    };
  }
}
