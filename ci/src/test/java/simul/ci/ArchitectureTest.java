package simul.ci;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import simul.conformance.probe.Probes;
import simul.spec.meaning.Protocol;

/** Who may depend on whom, as the packages' own pages say it. */
class ArchitectureTest {
  private static JavaClasses program;

  @BeforeAll
  static void readTheProgram() {
    program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("simul");
  }

  @Test
  void noPackagesFormCycle() {
    slices().matching("simul.(*).(*)..").should().beFreeOfCycles().check(program);
  }

  @Test
  void noModulesFormCycle() {
    slices().matching("simul.(*)..").should().beFreeOfCycles().check(program);
  }

  /** Each package of {@code spec}, with all that it may know of Simul. */
  private static final Map<String, String[]> SPEC =
      Map.ofEntries(
          Map.entry("model", new String[] {}),
          Map.entry("text", new String[] {}),
          Map.entry("rule", new String[] {}),
          Map.entry("load", new String[] {"model", "text", "wire"}),
          Map.entry("wire", new String[] {"model"}),
          Map.entry("world", new String[] {"model"}),
          Map.entry("meaning", new String[] {"model", "wire", "world"}),
          Map.entry("reference", new String[] {"model", "wire", "world", "meaning"}),
          Map.entry("export", new String[] {"model", "text", "wire", "world", "meaning"}),
          Map.entry("header", new String[] {"model", "load"}),
          Map.entry("source", new String[] {"header"}));

  @TestFactory
  Stream<DynamicTest> packagesOfSpecKnowOnlyWhatTheyMay() {
    return SPEC.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> knowsOnly("simul.spec.", entry.getKey(), entry.getValue())));
  }

  private static void knowsOnly(String parent, String name, String[] others) {
    String[] allowed =
        Stream.concat(Stream.of(parent + name), Stream.of(others).map(other -> parent + other))
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(parent + name)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of Simul but none of " + String.join(", ", allowed),
                type ->
                    type.getPackageName().startsWith("simul.")
                        && Stream.of(allowed).noneMatch(type.getPackageName()::equals)))
        .check(program);
  }

  @TestFactory
  Stream<DynamicTest> borders() {
    return Stream.of(
            noClasses()
                .that()
                .resideInAPackage("simul.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("simul.bots..")
                .as("conformance does not know bots"),
            noClasses()
                .that()
                .resideInAPackage("simul.bots..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("simul.conformance..")
                .as("bots do not know conformance"),
            noClasses()
                .that()
                .resideOutsideOfPackage("simul.spec.load")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .as("only spec.load knows YAML"),
            noClasses()
                .that()
                .resideOutsideOfPackages("simul.spec.header", "simul.spec.source")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse..")
                .as("only spec.header and spec.source know Eclipse CDT"),
            noClasses()
                .that()
                .resideOutsideOfPackage("simul.conformance.property")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.jqwik..")
                .as("only conformance.property knows jqwik"),
            noClasses()
                .that()
                .resideOutsideOfPackage("simul.conformance.kernel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.jna..")
                .as("only conformance.kernel knows JNA"),
            noClasses()
                .that()
                .resideInAPackage("simul.conformance.kernel")
                .should()
                .dependOnClassesThat(
                    JavaClass.Predicates.resideInAPackage("simul..")
                        .and(
                            DescribedPredicate.not(
                                JavaClass.Predicates.resideInAPackage("simul.conformance.kernel"))))
                .as("conformance.kernel knows nothing of Simul"),
            noClasses()
                .that()
                .resideOutsideOfPackage("simul.bots..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .as("only bots know Netty"),
            noClasses()
                .that()
                .resideInAnyPackage("simul.bots.behavior", "simul.bots.measure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "java.net..")
                .as("what bots do and measure is pure"),
            classes()
                .that()
                .resideInAPackage("simul.conformance.survey")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                    "simul.conformance.survey",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.io",
                    "java.nio",
                    "java.nio.charset")
                .as("a survey is pure"),
            noClasses()
                .that()
                .resideInAPackage("simul.ci.iomodel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "java.nio.file..", "java.net..", "simul.ci.cli", "simul.ci.report")
                .as("telling an I/O model is pure"),
            noClasses()
                .that()
                .resideOutsideOfPackage("simul.bots.measure")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.HdrHistogram..")
                .as("only bots.measure knows HdrHistogram"),
            noClasses()
                .that()
                .resideOutsideOfPackage("simul.ci..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .as("only ci knows Picocli"),
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    "simul.spec.reference", "simul.conformance.probe", "simul.conformance.kernel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.channels..")
                .as("only the reference server and the probes open sockets of the JDK"))
        .map(ArchitectureTest::test);
  }

  @TestFactory
  Stream<DynamicTest> manners() {
    return Stream.of(
            noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .as("nothing is decided by sleeping"),
            noClasses()
                .that()
                .doNotHaveFullyQualifiedName("simul.ci.cli.Simul")
                .should()
                .callMethod(System.class, "exit", int.class)
                .as("only the program's own class ends it"),
            noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .as("output goes where the command is told"),
            noClasses()
                .that()
                .resideInAPackage("simul.conformance..")
                .and()
                .resideOutsideOfPackage("simul.conformance.probe")
                .should()
                .callConstructor(Probes.class, Protocol.class, InetSocketAddress.class)
                .as("all that checks send is recorded: a target makes their probes"),
            classes()
                .that()
                .resideInAPackage("simul.conformance.verdict")
                .and()
                .areTopLevelClasses()
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .as("verdicts are plain values"))
        .map(ArchitectureTest::test);
  }

  private static DynamicTest test(ArchRule rule) {
    return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(program));
  }
}
