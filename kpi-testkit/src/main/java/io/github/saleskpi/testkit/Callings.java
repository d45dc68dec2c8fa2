package io.github.saleskpi.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What classes call that has no place in an indicator, read off their class files: these classes and those of their packages
 * that they call, but not the classes around them, such as a test.
 */
final class Callings {
    private static final int MOST_CLASSES = 500;
    private static final Set<String> BANNED = Set.of(
            "java/lang/System.currentTimeMillis",
            "java/lang/System.nanoTime",
            "java/lang/Math.random",
            "java/util/Date.<init>()V",
            "java/util/Random.<init>()V",
            "java/util/SplittableRandom.<init>()V",
            "java/util/Calendar.getInstance",
            "java/util/UUID.randomUUID",
            "java/util/concurrent/ThreadLocalRandom.current",
            "java/time/ZoneId.systemDefault",
            "java/util/TimeZone.getDefault",
            "java/util/Locale.getDefault");

    private Callings() {}

    /** Such as {@code com.acme.Quotes calls java.time.Instant.now}, sorted. */
    static Collection<String> of(List<Class<?>> roots) {
        Set<String> found = new TreeSet<>();
        for (Class<?> root : roots) {
            Deque<String> left = new ArrayDeque<>(List.of(root.getName().replace('.', '/')));
            Set<String> seen = new HashSet<>(left);
            for (Class<?> around = root.getEnclosingClass(); around != null; around = around.getEnclosingClass()) {
                seen.add(around.getName().replace('.', '/'));
            }
            String home = root.getPackageName().replace('.', '/') + "/";
            while (!left.isEmpty() && seen.size() < MOST_CLASSES) {
                String name = left.remove();
                for (ClassFile.Call call : calls(root, name)) {
                    if (isBanned(call)) {
                        found.add(name.replace('/', '.') + " calls "
                                + call.owner().replace('/', '.') + "." + call.name());
                    }
                    boolean isNear =
                            call.owner().startsWith(home) && call.owner().indexOf('/', home.length()) < 0;
                    if (isNear && seen.add(call.owner())) {
                        left.add(call.owner());
                    }
                }
            }
        }
        return found;
    }

    private static boolean isBanned(ClassFile.Call call) {
        String name = call.owner() + "." + call.name();
        return BANNED.contains(name)
                || BANNED.contains(name + call.descriptor())
                || (call.owner().startsWith("java/time/") && call.name().equals("now"))
                || (call.owner().equals("java/time/Clock") && call.name().startsWith("system"));
    }

    /** None of a class that has no file, such as one made at run time. */
    private static Collection<ClassFile.Call> calls(Class<?> root, String name) {
        ClassLoader loader = root.getClassLoader();
        try (InputStream file = loader == null
                ? ClassLoader.getSystemResourceAsStream(name + ".class")
                : loader.getResourceAsStream(name + ".class")) {
            return file == null ? List.of() : ClassFile.calls(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
