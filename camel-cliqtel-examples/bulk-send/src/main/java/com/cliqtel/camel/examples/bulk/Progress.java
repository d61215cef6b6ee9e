/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How far a campaign has come: what is counted, and a line that tells it. Thread-safe. */
final class Progress {

    private static final Duration RECENT = Duration.ofMinutes(1);

    private record Mark(long nanos, long sent) {}

    private final Quota quota;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long total;
    private long sent;
    private long sentNow;
    private long refused;
    private long later;

    Progress(Quota quota) {
        this.quota = quota;
    }

    /**
     * From here on it is counted.
     *
     * @param rows how many there are
     * @param before how many of them were sent by an earlier run
     */
    synchronized void begin(long rows, long before) {
        total = rows;
        sent = before;
        marks.add(new Mark(System.nanoTime(), 0));
    }

    synchronized void sent() {
        sent++;
        sentNow++;
    }

    synchronized void refused() {
        refused++;
    }

    /** One couldn't be sent yet. */
    synchronized void later() {
        later++;
    }

    /** How many are neither sent nor refused. */
    synchronized long open() {
        return total - sent - refused;
    }

    /** A new round: what had to wait is tried again. */
    synchronized void again() {
        later = 0;
    }

    /** Such as {@code 1,200 of 5,000 sent, 59 a minute, 1:04:24 left, 3 refused, 0 to be tried again}. */
    synchronized String line() {
        long rate = rate();
        return "%,d of %,d sent, %,d a minute, %s left, %,d refused, %,d to be tried again"
                .formatted(sent, total, rate, left(rate), refused, later);
    }

    /** Messages a minute, over the last minute. */
    private long rate() {
        long now = System.nanoTime();
        marks.add(new Mark(now, sentNow));
        while (marks.size() > 2 && now - marks.getFirst().nanos() > RECENT.toNanos()) {
            marks.removeFirst();
        }
        Mark first = marks.getFirst();
        long nanos = Math.max(1, now - first.nanos());
        return Math.round((sentNow - first.sent()) * (double) RECENT.toNanos() / nanos);
    }

    // the quota's burst at the start says nothing of what follows
    private String left(long rate) {
        long perMinute = Math.min(rate == 0 ? Long.MAX_VALUE : rate, quota.perMinute());
        return time(Duration.ofSeconds(Math.round(open() * 60.0 / perMinute)));
    }

    /** Hours, minutes and seconds. */
    static String time(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
