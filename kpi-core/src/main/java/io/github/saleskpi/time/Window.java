package io.github.saleskpi.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of a day in which work is done, by the local clock.
 *
 * @param start second of the day, inclusive
 * @param end second of the day, exclusive; 86,400 for {@code 24:00}
 */
record Window(int start, int end) {
    static final int DAY = 86_400;

    private static final String TIME = "(?:([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?|24:00(?::00)?)";
    private static final Pattern TEXT = Pattern.compile(TIME + "-" + TIME);

    /** The windows of one day, by their start; {@code day} is what an error calls the day. */
    static List<Window> parseAll(String day, Collection<String> texts) {
        List<Window> windows = new ArrayList<>(texts.size());
        for (String text : texts) {
            windows.add(parse(day, text));
        }
        windows.sort(Comparator.comparingInt(Window::start));
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).start < windows.get(i - 1).end) {
                throw new IllegalArgumentException(day + " windows (" + windows.get(i - 1) + ", " + windows.get(i)
                        + "): must not overlap. Maybe one is given twice, or an end is off.");
            }
        }
        return Collections.unmodifiableList(windows);
    }

    private static Window parse(String day, String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(day + " window (" + text
                    + "): must be HH:MM-HH:MM, seconds allowed, such as 09:00-17:30."
                    + " Maybe a leading zero is missing, or midnight at the end, which is 24:00.");
        }
        Window window = new Window(second(m, 1), second(m, 4));
        if (window.end <= window.start) {
            throw new IllegalArgumentException(day + " window (" + text + "): must end after it starts."
                    + " Maybe it goes past midnight; then end it at 24:00 and give the rest to the next day.");
        }
        return window;
    }

    private static int second(Matcher m, int group) {
        if (m.group(group) == null) {
            return DAY;
        }
        int seconds = m.group(group + 2) == null ? 0 : Integer.parseInt(m.group(group + 2));
        return Integer.parseInt(m.group(group)) * 3600 + Integer.parseInt(m.group(group + 1)) * 60 + seconds;
    }

    /** As it is read, such as {@code 09:00-17:30}. */
    @Override
    public String toString() {
        return time(start) + "-" + time(end);
    }

    private static String time(int second) {
        String minutes = String.format(Locale.ROOT, "%02d:%02d", second / 3600, second / 60 % 60);
        return second % 60 == 0 ? minutes : minutes + String.format(Locale.ROOT, ":%02d", second % 60);
    }
}
