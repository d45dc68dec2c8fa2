package io.github.saleskpi.oracle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An oracle that shared code with the engine would share its faults. */
class OracleArchitectureTest {
    private static final JavaClasses ORACLE =
            new ClassFileImporter().importPath(Path.of("target", "test-classes", "io", "github", "saleskpi", "oracle"));

    @Test
    void theOracleIsThere() {
        assertThat(ORACLE.stream().map(JavaClass::getSimpleName))
                .contains("Reference", "Selection", "VersionRank", "Roots", "Owners", "Tale", "BookTotals");
    }

    @Test
    void theOracleKnowsNothingOfTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..engine..")
                .check(ORACLE);
    }
}
