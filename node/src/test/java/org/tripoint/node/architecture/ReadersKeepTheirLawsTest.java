package org.tripoint.node.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;

/// Every reader of the ledger is held to the laws of readers. Only a reader that makes no rows from
/// the ledger, and so has nothing to clear before a replay, is outside them: it takes away what
/// purges name.
class ReadersKeepTheirLawsTest {

  private final JavaClasses all = new ClassFileImporter().importPackages("org.tripoint.node");

  @Test
  void everyReaderThatKeepsRowsHasATestOfItsLaws() {
    Set<String> held =
        all.stream()
            .filter(one -> one.isAssignableTo(LedgerReaderLaws.class))
            .flatMap(ReadersKeepTheirLawsTest::made)
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    Set<String> readers = new TreeSet<>();
    all.stream()
        .filter(ReadersKeepTheirLawsTest::isReaderOfTheNode)
        .filter(ReadersKeepTheirLawsTest::clearsSomething)
        .forEach(one -> readers.add(one.getName()));
    assertThat(readers).hasSizeGreaterThan(20);
    readers.removeAll(held);
    assertThat(readers).as("readers without a test that extends LedgerReaderLaws").isEmpty();
  }

  /// What a test of laws makes by itself or by the world that its room's tests share.
  private static Stream<JavaClass> made(JavaClass laws) {
    return Stream.concat(
        targets(laws), targets(laws).filter(one -> !isOfTheNode(one)).flatMap(one -> targets(one)));
  }

  private static Stream<JavaClass> targets(JavaClass from) {
    return from.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass).distinct();
  }

  private static boolean isReaderOfTheNode(JavaClass one) {
    return one.isAssignableTo(LedgerReader.class)
        && !one.isInterface()
        && !one.getModifiers().contains(JavaModifier.ABSTRACT)
        && isOfTheNode(one);
  }

  private static boolean isOfTheNode(JavaClass one) {
    return one.getSource()
        .map(source -> !source.getUri().toString().contains("/test-classes/"))
        .orElse(true);
  }

  private static boolean clearsSomething(JavaClass reader) {
    return reader.getAllMethods().stream()
        .filter(method -> method.getName().equals("clear") && method.getParameters().isEmpty())
        .filter(method -> !method.getOwner().isInterface())
        .anyMatch(method -> !method.getAccessesFromSelf().isEmpty());
  }
}
