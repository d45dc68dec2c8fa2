package io.github.saleskpi.engine;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What storylines took events for, by the storyline's number and the role's place, which is never 0. Not thread-safe. */
final class Roles {
    private final @Nullable Enum<?>[][] known;

    Roles(int storylines) {
        this.known = new Enum<?>[storylines][0];
    }

    /**
     * The place of a role from now on, or {@link Notes#ROLE_ASKED} if its enum has too many. It is written once, since a
     * reference that is written into what is old costs a fence.
     */
    @SuppressWarnings({"EnumOrdinal", "ReferenceEquality"}) // read again from the same table, of constants
    int placeOf(int storyline, Enum<?> role) {
        int place = role.ordinal() + 1;
        if (place >= Notes.ROLE_ASKED) {
            return Notes.ROLE_ASKED;
        }
        if (place >= known[storyline].length) {
            known[storyline] = Arrays.copyOf(known[storyline], place + 1);
        }
        if (known[storyline][place] != role) {
            known[storyline][place] = role;
        }
        return place;
    }

    Enum<?> get(int storyline, int place) {
        return Objects.requireNonNull(known[storyline][place]);
    }

    /** Knows from now on what the other knows too. */
    void addAll(Roles other) {
        for (int storyline = 0; storyline < known.length; storyline++) {
            for (Enum<?> role : other.known[storyline]) {
                if (role != null) {
                    placeOf(storyline, role);
                }
            }
        }
    }
}
