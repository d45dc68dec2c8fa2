package io.github.saleskpi.engine;

import java.math.BigDecimal;

/** Wants nothing of an event but its shape. Not thread-safe. */
final class ShapeOnly extends Parts {
    @Override
    Parts text(String value) {
        return this;
    }

    @Override
    Parts label(String value) {
        return this;
    }

    @Override
    Parts message(String value) {
        return this;
    }

    @Override
    Parts whole(long value) {
        return this;
    }

    @Override
    Parts decimal(BigDecimal value) {
        return this;
    }
}
