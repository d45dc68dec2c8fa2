package io.github.saleskpi.quality;

import io.github.saleskpi.event.RequestClosed;
import io.github.saleskpi.event.RequestReceived;
import io.github.saleskpi.event.SalesEvent;
import io.github.saleskpi.quality.DataQuality.Severity;
import io.github.saleskpi.quality.DataQuality.Symptom;
import io.github.saleskpi.time.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Contacts that name a person with an open request, but no request: linking the two is the adapter's work. */
final class LinkingProbe implements Probe {
    /** When a request was received, answered and closed. */
    private static final class Wait {
        private @Nullable String person;
        private @Nullable Moment received;
        private final List<Moment> answers = new ArrayList<>(1);
        private final List<Moment> closings = new ArrayList<>(0);

        boolean isOpenAt(Moment moment) {
            return received != null
                    && !received.dayOnly()
                    && !received.isAfter(moment)
                    && !isEnded(answers, received, moment)
                    && !isEnded(closings, received, moment);
        }

        private static boolean isEnded(List<Moment> ends, Moment received, Moment moment) {
            return ends.stream().anyMatch(end -> !end.isBefore(received) && !end.isAfter(moment));
        }

        boolean isAnswered() {
            return received != null && answers.stream().anyMatch(answer -> !answer.isBefore(received));
        }
    }

    private final Ground ground;
    private final Map<String, Wait> requests = new HashMap<>();
    private final List<SalesEvent> contacts = new ArrayList<>();

    LinkingProbe(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void see(SalesEvent event) {
        String request = ground.request(event);
        boolean response = Ground.isResponse(event);
        if (request == null) {
            if (response && event.personId() != null && !Ground.isDayOnly(event)) {
                contacts.add(event);
            }
            return;
        }
        if (event instanceof RequestReceived received && received.duplicateOf() == null) {
            Wait wait = wait(request);
            if (wait.received == null) {
                wait.received = ground.moment(event);
                wait.person = ground.person(event);
            }
        } else if (response) {
            wait(request).answers.add(ground.start(event));
        } else if (event instanceof RequestClosed) {
            wait(request).closings.add(ground.moment(event));
        }
    }

    private Wait wait(String request) {
        return requests.computeIfAbsent(request, key -> new Wait());
    }

    @Override
    public List<Symptom> symptoms() {
        Map<String, List<Wait>> byPerson = new HashMap<>();
        for (Wait wait : requests.values()) {
            if (wait.person != null) {
                byPerson.computeIfAbsent(wait.person, person -> new ArrayList<>())
                        .add(wait);
            }
        }
        Hits hits = ground.hits();
        Set<Wait> answered = new HashSet<>();
        Set<Wait> sooner = new HashSet<>();
        for (SalesEvent contact : contacts) {
            hits.look();
            Moment start = ground.start(contact);
            List<Wait> open = byPerson.getOrDefault(String.valueOf(ground.person(contact)), List.of()).stream()
                    .filter(wait -> wait.isOpenAt(start))
                    .toList();
            if (!open.isEmpty()) {
                hits.hit(contact.id());
                open.forEach(wait -> (wait.isAnswered() ? sooner : answered).add(wait));
            }
        }
        return List.of(hits.as(
                Sign.UNLINKED_CONTACT,
                Severity.WARNING,
                "If they named it, response-time would count " + Hits.many(answered.size(), "more request")
                        + " as answered, and " + Hits.many(sooner.size(), "request") + " as answered sooner."));
    }
}
