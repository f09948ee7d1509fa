package org.tripoint.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every handler method says who may call it; what is open to everyone is named here.
class DeclaredRolesTest {

  /// The login page, the choice of a language, and what a failed request looks like.
  private static final Set<String> OPEN =
      Set.of("LoginPage.show", "LanguageChoice.choose", "FailurePages.show");

  private static final JavaClasses NODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tripoint.node");

  @Test
  void everyHandlerMethodDeclaresItsRoles() {
    List<JavaMethod> handlers =
        NODE.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(DeclaredRolesTest::isHandler)
            .toList();
    assertThat(handlers).as("handler methods found").hasSizeGreaterThan(20);
    Set<String> undeclared = new TreeSet<>();
    Set<String> open = new TreeSet<>();
    for (JavaMethod handler : handlers) {
      String name = handler.getOwner().getSimpleName() + "." + handler.getName();
      if (handler.isAnnotatedWith(PermitAll.class)) {
        open.add(name);
      } else if (!handler.isAnnotatedWith(RolesAllowed.class)) {
        undeclared.add(name);
      }
    }
    assertThat(undeclared)
        .as("handler methods without @RolesAllowed: nobody could call them")
        .isEmpty();
    assertThat(open).as("open to everyone").isEqualTo(new TreeSet<>(OPEN));
  }

  @Test
  void oneGuardStandsBeforeEveryHandlerAndWritesTheTrail() {
    JavaClass guard = NODE.get("org.tripoint.node.accounts.DeclaredRoles");
    JavaClass shell = NODE.get("org.tripoint.node.accounts.AccountsInShell");
    assertThat(guard.getDirectDependenciesFromSelf())
        .anyMatch(one -> one.getTargetClass().getSimpleName().equals("WriteAudit"));
    assertThat(shell.getMethodCallsFromSelf())
        .as("the guard is registered for every path")
        .anyMatch(call -> call.getTarget().getName().equals("addInterceptor"))
        .noneMatch(call ->
            call.getTarget().getName().equals("excludePathPatterns")
                || call.getTarget().getName().equals("addPathPatterns"));
  }

  private static boolean isHandler(JavaMethod method) {
    return method.isAnnotatedWith(RequestMapping.class)
        || method.isMetaAnnotatedWith(RequestMapping.class);
  }
}
