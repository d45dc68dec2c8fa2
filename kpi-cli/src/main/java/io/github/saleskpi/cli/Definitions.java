package io.github.saleskpi.cli;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import io.github.saleskpi.jackson.CustomEventType;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The definitions and types of events that a command knows: those built in, and those of plug-ins. Not thread-safe. */
final class Definitions {
    private @Nullable Path plugins;
    private @Nullable ClassLoader loader;
    private @Nullable List<Indicator> own;
    private @Nullable List<CustomEventType> types;

    /** Says where plug-ins are; they are loaded when a definition is first asked for. */
    void plugins(Path directory) {
        plugins = directory;
    }

    private static URL[] jars(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<URL> jars = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".jar")) {
                    checkReadable(file);
                    jars.add(url(file));
                }
            }
            if (jars.isEmpty()) {
                throw Complaint.access(
                        "--plugins", directory.toString(), "must hold jars", "Maybe it is the directory above.");
            }
            return jars.toArray(URL[]::new);
        } catch (IOException unreadable) {
            throw Complaint.access(
                    "--plugins",
                    directory.toString(),
                    "must be a directory that can be read",
                    "Maybe the path is wrong.");
        }
    }

    /** Complains of what the class loader would pass over in silence. */
    private static void checkReadable(Path jar) {
        try {
            new JarFile(jar.toFile()).close();
        } catch (IOException damaged) {
            throw Complaint.access(
                    "--plugins",
                    jar.toString(),
                    "must be a jar that can be read",
                    "Maybe a transfer of it was not finished.");
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    /** Those of plug-ins, by name: of all jars in the directory, in the order of their names. */
    List<Indicator> own() {
        if (own == null) {
            own = found(Indicators::discover);
        }
        return own;
    }

    /** The types of events of plug-ins, by name. */
    List<CustomEventType> types() {
        if (types == null) {
            types = found(CustomEventType::discover);
        }
        return types;
    }

    private <T> List<T> found(Function<ClassLoader, List<T>> search) {
        if (plugins == null) {
            return List.of();
        }
        if (loader == null) {
            // Stays open as long as the process: classes are loaded when they are first needed.
            loader = new URLClassLoader(jars(plugins), Definitions.class.getClassLoader());
        }
        try {
            return search.apply(loader);
        } catch (IllegalArgumentException refused) {
            throw Complaint.access("--plugins " + plugins + ": " + refused.getMessage());
        }
    }

    /** All that have a fixed name: the built-in ones, and then those of plug-ins. */
    List<Indicator> all() {
        return Stream.concat(Indicators.all().stream(), own().stream()).toList();
    }

    /**
     * The definition of that name, which may be a companion's.
     *
     * @throws IllegalArgumentException if there is none
     */
    Indicator named(String text) {
        return Indicators.named(text, own());
    }
}
