package io.github.saleskpi.cli;

import io.github.saleskpi.jackson.KpiJackson3;
import io.github.saleskpi.pay.PayScheme;
import io.github.saleskpi.plan.Finding;
import io.github.saleskpi.plan.Plan;
import io.github.saleskpi.time.ReportingCalendar;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that is a plan or a pay scheme, and what was found in it.
 *
 * @param file its name
 * @param plan empty if it is a pay scheme
 * @param pay empty if it is a plan
 * @param findings the worst first
 */
record Linted(Path file, Optional<Plan> plan, Optional<PayScheme> pay, List<Finding> findings) {
    private static final String OPTION = "FILE";
    private static final JsonMapper JSON = new JsonMapper();

    /** Takes it for what its fields are those of; nothing is found in it yet. */
    static Linted read(Path file, ReportingCalendar years, Definitions definitions) {
        byte[] document = Objects.requireNonNull(JsonFile.read(OPTION, file, InputStream::readAllBytes));
        boolean isPay = isPay(file, document);
        return isPay
                ? new Linted(
                        file,
                        Optional.empty(),
                        Optional.ofNullable(JsonFile.read(
                                OPTION, file, in -> KpiJackson3.readPayScheme(new ByteArrayInputStream(document)))),
                        List.of())
                : new Linted(
                        file,
                        Optional.ofNullable(JsonFile.read(
                                OPTION,
                                file,
                                in -> KpiJackson3.readPlan(
                                        new ByteArrayInputStream(document), years, definitions::named))),
                        Optional.empty(),
                        List.of());
    }

    /** What is no object at all is left to the reader of plans to refuse, or of schemes if it looks like one. */
    private static boolean isPay(Path file, byte[] document) {
        Set<String> fields = new TreeSet<>();
        try {
            JsonNode root = JSON.readTree(document);
            if (!root.isObject()) {
                return false;
            }
            fields.addAll(root.propertyNames());
        } catch (JacksonException malformed) {
            return new String(document, StandardCharsets.UTF_8).contains("\"components\"");
        }
        if (fields.contains("versions") == fields.contains("components")) {
            throw Complaint.access(
                    OPTION + " " + file,
                    "fields " + String.join(", ", fields),
                    "must be a plan, which has versions, or a pay scheme, which has components",
                    "Maybe it is another file.");
        }
        return fields.contains("components");
    }

    /** The same with what was found. */
    Linted with(List<Finding> found) {
        return new Linted(file, plan, pay, found);
    }

    /** What it was taken for, as a word. */
    String kind() {
        return plan.isPresent() ? "plan" : "pay scheme";
    }

    /** The id of the plan, or the id and version of the scheme. */
    String name() {
        return plan.map(Plan::id)
                .or(() -> pay.map(scheme -> scheme.id() + "@" + scheme.version()))
                .orElseThrow();
    }
}
