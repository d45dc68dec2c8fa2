package io.github.saleskpi.jackson;

import io.github.saleskpi.team.Organization;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"teams":[{"id":"t1","parent":null}],"members":[{"rep":"r1","team":"t1","from":"2026-01-01","to":null}],
 * "employment":[{"rep":"r1","from":"2026-01-15","to":null}],
 * "absences":[{"rep":"r1","from":"2026-02-02","to":"2026-02-07"}]}}.
 */
final class OrganizationReader {
    private final Organization.Builder organization = Organization.builder();
    private final Map<String, DocumentValue> teams = new LinkedHashMap<>();

    private OrganizationReader() {}

    /** @throws IllegalArgumentException if the document breaks a rule; the message begins with the path */
    static Organization read(byte[] document, JsonTokens tokens) {
        return new OrganizationReader()
                .read(DocumentValue.of("the organization", document, tokens)
                        .withFields(List.of("teams", "members"), List.of("employment", "absences")));
    }

    private Organization read(DocumentValue root) {
        root.field("teams").items().forEach(this::addTeam);
        teams.values().forEach(this::checkTree);
        root.field("members").items().forEach(this::addMember);
        for (DocumentValue line : root.itemsOf("employment")) {
            add(withDates(line, "rep"), organization::employed);
        }
        for (DocumentValue line : root.itemsOf("absences")) {
            add(withDates(line, "rep"), organization::absent);
        }
        return organization.build();
    }

    private void addTeam(DocumentValue team) {
        DocumentValue id = team.withFields(List.of("id"), List.of("parent")).field("id");
        DocumentValue parent = team.fieldOrNull("parent");
        if (teams.put(id.word(), team) != null) {
            throw id.wrong("must be given once", "Maybe two teams share a name.");
        }
        organization.team(id.word(), parent == null ? null : parent.word());
    }

    private void checkTree(DocumentValue team) {
        String id = team.field("id").word();
        DocumentValue next = parentOf(team);
        for (int steps = 0; next != null && steps < teams.size(); steps++) {
            if (next.path().equals(team.path())) {
                throw team.field("parent")
                        .wrong("must not put the team " + id + " above itself", "Maybe a parent is off.");
            }
            next = parentOf(next);
        }
    }

    private @Nullable DocumentValue parentOf(DocumentValue team) {
        DocumentValue parent = team.fieldOrNull("parent");
        return parent == null ? null : known(parent);
    }

    private DocumentValue known(DocumentValue team) {
        @Nullable DocumentValue known = teams.get(team.word());
        if (known == null) {
            throw team.wrong(
                    "must be among the teams",
                    Nearest.to(team.text(), teams.keySet())
                            .map(near -> "Maybe " + near + ".")
                            .orElse("Maybe the team is still to be added."));
        }
        return known;
    }

    private void addMember(DocumentValue line) {
        String team =
                known(withDates(line, "rep", "team").field("team")).field("id").word();
        add(line, (rep, from, to) -> organization.member(rep, team, from, to));
    }

    private static DocumentValue withDates(DocumentValue line, String... names) {
        return line.withFields(
                Stream.concat(Stream.of(names), Stream.of("from")).toList(), List.of("to"));
    }

    private static void add(DocumentValue line, Adding adding) {
        String rep = line.field("rep").word();
        LocalDate from = line.field("from").date();
        DocumentValue to = line.fieldOrNull("to");
        LocalDate end = to == null ? null : to.date();
        if (to != null && end != null && !from.isBefore(end)) {
            throw to.wrong("must be after from (" + from + "), for it is exclusive", "Maybe the two are swapped.");
        }
        adding.add(rep, from, end);
    }

    private interface Adding {
        void add(String rep, LocalDate from, @Nullable LocalDate to);
    }
}
