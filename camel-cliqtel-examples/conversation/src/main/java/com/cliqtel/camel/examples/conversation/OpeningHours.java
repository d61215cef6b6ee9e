/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * When there are people: from one day of the week to another, from one time of the day to another.
 *
 * @param firstDay the first day, not after the last one
 * @param lastDay the last day
 * @param from when they come
 * @param to when they have gone
 * @param now the time, where they are
 */
record OpeningHours(DayOfWeek firstDay, DayOfWeek lastDay, LocalTime from, LocalTime to, Supplier<ZonedDateTime> now) {

    static OpeningHours weekdays(Supplier<ZonedDateTime> now) {
        return new OpeningHours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), now);
    }

    boolean areNow() {
        ZonedDateTime here = now.get();
        LocalTime time = here.toLocalTime();
        return here.getDayOfWeek().compareTo(firstDay) >= 0
                && here.getDayOfWeek().compareTo(lastDay) <= 0
                && !time.isBefore(from)
                && time.isBefore(to);
    }

    /** Such as {@code Mon-Fri 09:00-17:00}. */
    @Override
    public String toString() {
        return name(firstDay) + "-" + name(lastDay) + " " + from + "-" + to;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
