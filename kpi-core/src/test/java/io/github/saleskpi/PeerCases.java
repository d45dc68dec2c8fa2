package io.github.saleskpi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of other libraries' cases among the test resources; none of them quotes a cell. */
public final class PeerCases {
    private PeerCases() {}

    /** The rows of a table by the names of its columns. */
    public static List<Map<String, String>> rows(String file) {
        InputStream table = Objects.requireNonNull(PeerCases.class.getResourceAsStream("/peer-cases/" + file), file);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            String[] columns = lines.readLine().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < Math.min(columns.length, cells.length); i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
