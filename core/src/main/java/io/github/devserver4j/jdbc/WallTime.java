package io.github.devserver4j.jdbc;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** What the driver sends for a date that comes with a calendar: the date and time in the calendar's zone. */
final class WallTime {

    private WallTime() {}

    /** The date or time of it, as its class tells; the date itself where there is no calendar. */
    @SuppressWarnings("JavaUtilDate") // that is what JDBC has
    static @Nullable Object of(@Nullable Date value, @Nullable Calendar calendar) {
        if (value == null || calendar == null) {
            return value;
        }
        Instant instant = value instanceof Timestamp timestamp ? timestamp.toInstant() : millis(value);
        LocalDateTime local =
                LocalDateTime.ofInstant(instant, calendar.getTimeZone().toZoneId());
        if (value instanceof Timestamp) {
            return local;
        }
        return value instanceof Time ? local.toLocalTime() : local.toLocalDate();
    }

    /** The dates of java.sql refuse to become instants. */
    @SuppressWarnings("JavaUtilDate")
    private static Instant millis(Date value) {
        return Instant.ofEpochMilli(value.getTime());
    }
}
