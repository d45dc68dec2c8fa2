package io.github.saleskpi.benchmarks;

import io.github.saleskpi.indicator.Indicator;
import io.github.saleskpi.indicator.Indicators;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The seven primary figures that rivals compute. */
enum Kpi {
    RESPONSE_TIME,
    CONTACT_QUALITY,
    FOLLOW_UPS,
    EMAIL_LINKS,
    SOCIAL_USE,
    MATERIAL_USE,
    WIN_RATE;

    Indicator indicator() {
        return switch (this) {
            case RESPONSE_TIME -> Indicators.RESPONSE_TIME;
            case CONTACT_QUALITY -> Indicators.CONTACT_QUALITY;
            case FOLLOW_UPS -> Indicators.FOLLOW_UPS;
            case EMAIL_LINKS -> Indicators.EMAIL_LINKS;
            case SOCIAL_USE -> Indicators.SOCIAL_USE;
            case MATERIAL_USE -> Indicators.MATERIAL_USE;
            case WIN_RATE -> Indicators.WIN_RATE;
        };
    }

    Place place(@Nullable String rep, YearMonth month) {
        return new Place(this, rep, month);
    }
}
