package io.github.saleskpi.testkit;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods that a class file names, read from its constant pool as the JVM specification, section 4.4, has it. */
final class ClassFile {
    /** A method, in the words of class files: {@code java/time/Instant}, {@code now}, {@code ()Ljava/time/Instant;}. */
    record Call(String owner, String name, String descriptor) {}

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private final int[] tags;
    private final int[] first;
    private final int[] second;
    private final @Nullable String[] texts;

    private ClassFile(int size) {
        this.tags = new int[size];
        this.first = new int[size];
        this.second = new int[size];
        this.texts = new @Nullable String[size];
    }

    static Set<Call> calls(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(file));
        in.readLong(); // magic number and version
        ClassFile pool = new ClassFile(in.readUnsignedShort());
        for (int i = 1; i < pool.tags.length; i++) {
            pool.read(i, in);
            i += pool.tags[i] == LONG || pool.tags[i] == DOUBLE ? 1 : 0;
        }
        Set<Call> calls = new LinkedHashSet<>();
        for (int i = 1; i < pool.tags.length; i++) {
            if (pool.tags[i] == METHOD || pool.tags[i] == INTERFACE_METHOD) {
                int named = pool.second[i];
                calls.add(new Call(
                        pool.text(pool.first[pool.first[i]]),
                        pool.text(pool.first[named]),
                        pool.text(pool.second[named])));
            }
        }
        return calls;
    }

    private String text(int index) {
        return String.valueOf(texts[index]);
    }

    private void read(int index, DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        tags[index] = tag;
        switch (tag) {
            case UTF8 -> texts[index] = in.readUTF();
            case LONG, DOUBLE -> in.readLong();
            case 7, 8, 16, 19, 20 -> first[index] = in.readUnsignedShort();
            case 15 -> {
                first[index] = in.readUnsignedByte();
                second[index] = in.readUnsignedShort();
            }
            default -> {
                first[index] = in.readUnsignedShort();
                second[index] = in.readUnsignedShort();
            }
        }
    }
}
