package io.github.saleskpi.cli;

import io.github.saleskpi.plan.Finding;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was found in files, file by file, the worst first. */
final class LintText {
    private static final int SEVERITY = 9;

    private LintText() {}

    /** For people. */
    static String of(List<Linted> files, Ink ink) {
        StringBuilder text = new StringBuilder();
        for (Linted file : files) {
            List<Finding> findings = file.findings();
            String many = findings.isEmpty()
                    ? "nothing to find"
                    : Amounts.grouped(findings.size()) + (findings.size() == 1 ? " finding" : " findings");
            text.append(ink.bold(Shown.safe(file.file() + " (" + file.kind() + " " + file.name() + "): ") + many))
                    .append('\n');
            for (Finding finding : findings) {
                text.append("  ")
                        .append(Shown.left(severity(finding), SEVERITY))
                        .append(Shown.safe(String.join(", ", finding.subjects()) + ": " + finding.message()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** For programs: {@code {"files":[{"file":..,"kind":"plan","id":..,"findings":[{"severity":"error",..}]}]}}. */
    static String json(List<Linted> files) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode();
        ArrayNode all = root.putArray("files");
        for (Linted file : files) {
            ObjectNode one = all.addObject();
            one.put("file", file.file().toString());
            one.put("kind", file.kind());
            one.put("id", file.name());
            ArrayNode findings = one.putArray("findings");
            for (Finding finding : file.findings()) {
                ObjectNode found = findings.addObject();
                found.put("severity", severity(finding));
                ArrayNode subjects = found.putArray("subjects");
                finding.subjects().forEach(subjects::add);
                found.put("message", finding.message());
            }
        }
        return mapper.writeValueAsString(root) + "\n";
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
