package io.github.saleskpi.event;

import java.util.SortedMap;

/**
 * A planned activity was done. Immutable and thread-safe.
 *
 * @param header what every event has
 * @param taskId the task
 * @param kind what kind of task, such as {@code call}
 */
public record TaskCompleted(Header header, String taskId, String kind) implements SalesEvent {
    public TaskCompleted {
        Check.present("taskId", taskId);
        Check.present("kind", kind);
    }

    @Override
    public String type() {
        return "taskCompleted";
    }

    @Override
    public SortedMap<String, Object> components() {
        return header.components().with("taskId", taskId).with("kind", kind).sorted();
    }
}
