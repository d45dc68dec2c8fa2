package io.github.saleskpi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskpi.value.Direction;
import io.github.saleskpi.value.KpiValue;
import io.github.saleskpi.value.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoverTest {
    private static final String SERVICES = "META-INF/services/io.github.saleskpi.indicator.Indicators$Source";

    @TempDir
    private Path folder;

    /** An indicator with one count. */
    public record Counting(String name, int version) implements Indicator {
        @Override
        public IndicatorId id() {
            return IndicatorId.of(name, version);
        }

        @Override
        public List<Storyline<?>> storylines() {
            return List.of();
        }

        @Override
        public List<Figure> figures() {
            return List.of(
                    new Figure("count", Unit.COUNT, Direction.NEUTRAL, "", totals -> KpiValue.count(0)),
                    new Figure("more", Unit.COUNT, Direction.NEUTRAL, "", totals -> KpiValue.count(0)));
        }
    }

    /** Has two indicators. */
    public static final class Two implements Indicators.Source {
        @Override
        public Collection<Indicator> indicators() {
            return List.of(new Counting("vendor-visits", 2), new Counting("vendor-demos", 1));
        }
    }

    /** Has one of the same name. */
    public static final class Clash implements Indicators.Source {
        @Override
        public Collection<Indicator> indicators() {
            return List.of(new Counting("vendor-demos", 7));
        }
    }

    /** Has one that is built in. */
    public static final class BuiltIn implements Indicators.Source {
        @Override
        public Collection<Indicator> indicators() {
            return List.of(new Counting("win-rate", 2));
        }
    }

    /** Cannot be made. */
    public static final class Broken implements Indicators.Source {
        public Broken() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public Collection<Indicator> indicators() {
            return List.of();
        }
    }

    /** Loads these classes anew, as from a plug-in's jar: outside the module that the tests are patched into. */
    private final class Plugins extends ClassLoader {
        private Plugins(List<Class<?>> sources) throws IOException {
            super(DiscoverTest.class.getClassLoader());
            Files.writeString(
                    folder.resolve("services"),
                    sources.stream().map(Class::getName).collect(Collectors.joining("\n")),
                    StandardCharsets.UTF_8);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(DiscoverTest.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = Objects.requireNonNull(DiscoverTest.class.getResourceAsStream(file))) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(SERVICES) ? Collections.enumeration(List.of(services())) : super.getResources(name);
        }

        private URL services() throws MalformedURLException {
            return folder.resolve("services").toUri().toURL();
        }
    }

    private List<Indicator> discover(Class<?>... sources) throws IOException {
        return Indicators.discover(new Plugins(List.of(sources)));
    }

    @Test
    void indicatorsOfPluginsAreFoundInTheOrderOfTheirNames() throws IOException {
        assertThat(discover(Two.class).stream().map(each -> each.id().toString()))
                .containsExactly("vendor-demos@1", "vendor-visits@2");
    }

    @Test
    void withoutPluginsThereAreNone() throws IOException {
        assertThat(discover()).isEmpty();
        assertThat(Indicators.discover(DiscoverTest.class.getClassLoader())).isEmpty();
    }

    @Test
    void twoOfOneNameAreRefusedWhateverTheirVersions() {
        assertThatThrownBy(() -> discover(Two.class, Clash.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("indicator (vendor-demos@7): comes from two sources. Maybe");
    }

    @Test
    void oneThatIsBuiltInIsRefused() {
        assertThatThrownBy(() -> discover(BuiltIn.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("indicator (win-rate@2): is built in. Maybe");
    }

    @Test
    void aSourceThatFailsIsNamed() {
        assertThatThrownBy(() -> discover(Two.class, Broken.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("plug-in (")
                .hasMessageContaining("Broken")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aNameIsLookedUpAmongOnesOwnToo() {
        List<Indicator> own = List.of(new Counting("vendor-demos", 3));
        assertThat(Indicators.named("vendor-demos", own).id().toString()).isEqualTo("vendor-demos@3");
        assertThat(Indicators.named("vendor-demos@3", own).id().toString()).isEqualTo("vendor-demos@3");
        assertThat(Indicators.named("vendor-demos:more@3", own).id().toString()).isEqualTo("vendor-demos:more@3");
        assertThat(Indicators.named("win-rate:won", own).id().toString()).isEqualTo("win-rate:won@1");
        assertThatThrownBy(() -> Indicators.named("vendor-demo", own)).hasMessageContaining("vendor-demos");
    }

    @Test
    void anotherVersionThanTheOneThatIsThereIsRefused() {
        for (String name : Stream.of("win-rate@2", "win-rate:won@2", "win-rate@", "activities/task:x@4")
                .toList()) {
            assertThatThrownBy(() -> Indicators.named(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is there in version 1");
        }
    }
}
