package simul.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests of every module that has been built beside this one. */
class TestsTest {
  private static final Set<String> TEST_ANNOTATIONS =
      Set.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.TestFactory",
          "org.junit.jupiter.params.ParameterizedTest",
          "net.jqwik.api.Property",
          "net.jqwik.api.Example");

  private static JavaClasses tests() {
    List<Path> folders =
        Stream.of("spec", "spec/header", "conformance", "bots", "ci")
            .map(module -> Path.of("..", module, "target", "test-classes"))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter().importPaths(folders);
  }

  private static Stream<JavaCodeUnit> testMethods(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(
            method ->
                method.getAnnotations().stream()
                    .anyMatch(a -> TEST_ANNOTATIONS.contains(a.getRawType().getName())));
  }

  @Test
  void everyTestAsserts() {
    JavaClasses classes = tests();

    List<String> without =
        testMethods(classes)
            .filter(method -> !asserts(method, new HashSet<>()))
            .map(JavaCodeUnit::getFullName)
            .toList();

    assertThat(testMethods(classes).count()).isGreaterThan(50);
    assertThat(without).isEmpty();
  }

  /** Whether a method, or another of the tests that it calls, calls an assertion. */
  private static boolean asserts(JavaCodeUnit method, Set<String> visited) {
    if (!visited.add(method.getFullName())) {
      return false;
    }
    return method.getAccessesFromSelf().stream()
        .anyMatch(access -> isAssertion(access) || leadsToAssertion(access, visited));
  }

  private static boolean isAssertion(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return owner.getPackageName().startsWith("org.assertj.core.api")
        || owner.getPackageName().startsWith("com.tngtech.archunit")
            && access.getName().equals("check");
  }

  private static boolean leadsToAssertion(JavaAccess<?> access, Set<String> visited) {
    return access.getTargetOwner().getPackageName().startsWith("simul")
        && access.getTarget().resolveMember().filter(JavaCodeUnit.class::isInstance).stream()
            .anyMatch(member -> asserts((JavaCodeUnit) member, visited));
  }

  @Test
  void noTestSleeps() {
    List<String> sleeping =
        tests().stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().isEquivalentTo(Thread.class))
            .filter(call -> call.getName().equals("sleep"))
            .map(call -> call.getOwner().getFullName())
            .toList();

    assertThat(sleeping).isEmpty();
  }
}
