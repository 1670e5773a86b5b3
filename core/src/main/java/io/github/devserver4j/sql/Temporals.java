package io.github.devserver4j.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;

/** Writes dates and times as databases do: {@code 2012-03-05 17:08:27.123+01:00}. */
final class Temporals {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter(Locale.ROOT);

    private Temporals() {}

    static String text(Object value) {
        if (value instanceof Date date) {
            return legacy(date);
        }
        if (value instanceof Calendar calendar) {
            ZoneId zone = calendar.getTimeZone().toZoneId();
            return offset(calendar.toInstant().atZone(zone).toOffsetDateTime());
        }
        if (value instanceof LocalDateTime dateTime) {
            return DATE_TIME.format(dateTime);
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        return zoned(value);
    }

    @SuppressWarnings("JavaUtilDate") // applications pass them
    private static String legacy(Date date) {
        if (date instanceof java.sql.Date || date instanceof java.sql.Time) {
            LocalDateTime local = local(date.getTime());
            return date instanceof java.sql.Date ? local.toLocalDate().toString() : TIME.format(local);
        }
        if (date instanceof java.sql.Timestamp timestamp) {
            return DATE_TIME.format(timestamp.toLocalDateTime());
        }
        return DATE_TIME.format(local(date.getTime()));
    }

    private static LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneId.systemDefault());
    }

    private static String zoned(Object value) {
        if (value instanceof OffsetDateTime dateTime) {
            return offset(dateTime);
        }
        if (value instanceof ZonedDateTime dateTime) {
            return offset(dateTime.toOffsetDateTime());
        }
        if (value instanceof Instant instant) {
            return offset(instant.atOffset(ZoneOffset.UTC));
        }
        if (value instanceof OffsetTime time) {
            return TIME.format(time) + offset(time.getOffset());
        }
        return value.toString();
    }

    private static String offset(OffsetDateTime dateTime) {
        return DATE_TIME.format(dateTime) + offset(dateTime.getOffset());
    }

    /** Not every database reads Z. */
    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }
}
