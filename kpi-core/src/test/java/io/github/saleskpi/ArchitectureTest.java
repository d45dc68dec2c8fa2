package io.github.saleskpi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.github.saleskpi";

    /** Each package imports only from those on its left. */
    private static final List<String> ORDER =
            List.of("value", "time", "event", "team", "tally", "indicator", "engine", "quality", "plan", "pay");

    /** Of those that are not nested in another, which is where a reader finds the nested ones. */
    private static final int MOST_PUBLIC_TYPES = 90;

    private static final int MOST_NESTED_TYPES = 100;
    private static final int FEWEST_CLASSES = 5;

    /** Exact on every machine, unlike the rest of {@link Math}; also allowed is any method named {@code ...Exact}. */
    private static final Set<String> EXACT_MATH = Set.of("max", "min", "abs", "floorDiv", "floorMod");

    private static JavaClasses main;

    @BeforeAll
    static void scanMainClasses() {
        main = new ClassFileImporter()
                .importPath(Path.of("target", "classes"))
                .that(DescribedPredicate.describe(
                        "are types", type -> !type.getSimpleName().equals("package-info")));
    }

    @Test
    void enoughClassesAreScanned() {
        assertThat(main.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void everyClassIsInAPackageOfTheOrder() {
        classes()
                .should()
                .resideInAnyPackage(
                        ORDER.stream().map(name -> ROOT + "." + name).toArray(String[]::new))
                .check(main);
    }

    @Test
    void packagesImportOnlyFromTheirLeft() {
        classes().should(importOnlyFromTheLeft()).check(main);
    }

    @Test
    void noPackageIsADrawerForLeftovers() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..internal..", "..common..", "..impl..", "..base..")
                .check(main);
    }

    @Test
    void nothingReadsAClockOrADefault() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .accessTargetWhere(is("a reading of the clock", access -> isTime(access) && named(access, "now")))
                .orShould()
                .accessTargetWhere(is(
                        "a reading of the clock",
                        access -> owner(access).equals("java.lang.System")
                                && named(access, "currentTimeMillis", "nanoTime")))
                .orShould()
                .accessTargetWhere(is(
                        "a reading of the default zone or locale",
                        access -> Set.of("java.time.ZoneId", "java.util.TimeZone", "java.util.Locale")
                                        .contains(owner(access))
                                && named(access, "systemDefault", "getDefault")))
                .check(main);
    }

    @Test
    void nothingUsesInexactMath() {
        noClasses()
                .should()
                .accessTargetWhere(is(
                        "java.lang.Math beyond the exact methods",
                        access -> owner(access).equals("java.lang.Math")
                                && !access.getName().endsWith("Exact")
                                && !EXACT_MATH.contains(access.getName())))
                .because("StrictMath gives the same digits on every machine")
                .check(main);
    }

    @Test
    void nothingIsComputedFromReferenceFigures() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..indicator..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("ReferenceFigure")
                .because("they are data to compare with, never default targets")
                .check(main);
    }

    @Test
    void nothingUsesReflection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .orShould()
                .accessTargetWhere(is(
                        "a class looked up by its name",
                        access -> owner(access).equals("java.lang.Class") && named(access, "forName")))
                .check(main);
    }

    @Test
    void nothingPrintsOrSleeps() {
        noClasses()
                .should()
                .accessTargetWhere(is(
                        "System.out or System.err",
                        access -> owner(access).equals("java.lang.System") && named(access, "out", "err")))
                .orShould()
                .accessTargetWhere(is(
                        "Thread.sleep", access -> owner(access).equals("java.lang.Thread") && named(access, "sleep")))
                .check(main);
    }

    @Test
    void publicTypesAreFew() {
        List<JavaClass> visible =
                main.stream().filter(ArchitectureTest::isVisible).toList();
        List<String> nested = names(visible, type -> type.getEnclosingClass().isPresent());
        List<String> own = names(visible, type -> type.getEnclosingClass().isEmpty());
        System.out.printf(
                "Architecture: %s public types of at most %s, and %s nested in them; %s classes scanned%n",
                own.size(), MOST_PUBLIC_TYPES, nested.size(), main.size());
        assertThat(own).hasSizeLessThanOrEqualTo(MOST_PUBLIC_TYPES);
        assertThat(nested).hasSizeLessThanOrEqualTo(MOST_NESTED_TYPES);
    }

    private static List<String> names(List<JavaClass> types, Predicate<JavaClass> which) {
        return types.stream().filter(which).map(JavaClass::getName).sorted().toList();
    }

    /** Public, and so is every type around it. */
    private static boolean isVisible(JavaClass type) {
        Optional<JavaClass> outer = type.getEnclosingClass();
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (outer.isEmpty() || isVisible(outer.get()));
    }

    private static ArchCondition<JavaClass> importOnlyFromTheLeft() {
        return new ArchCondition<>("import only from the left in " + ORDER) {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                int own = place(origin);
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> place(dependency.getTargetClass().getBaseComponentType()) > own)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    /** Where the type's package stands in the order; -1 for types of others. */
    private static int place(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? ORDER.indexOf(name.substring(ROOT.length() + 1)) : -1;
    }

    private static DescribedPredicate<JavaAccess<?>> is(String description, Predicate<JavaAccess<?>> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static boolean isTime(JavaAccess<?> access) {
        return owner(access).startsWith("java.time.") || owner(access).startsWith("org.threeten.extra.");
    }

    private static boolean named(JavaAccess<?> access, String... names) {
        return Set.of(names).contains(access.getName());
    }
}
