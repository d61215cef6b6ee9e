/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static com.cliqtel.camel.proofs.kills.InterruptionPoint.accepted;
import static com.cliqtel.camel.proofs.kills.InterruptionPoint.after;
import static com.cliqtel.camel.proofs.kills.InterruptionPoint.before;
import static com.cliqtel.camel.proofs.kills.InterruptionPoint.listed;
import static com.cliqtel.camel.proofs.kills.InterruptionPoint.passed;
import static com.cliqtel.camel.proofs.kills.InterruptionPoint.read;
import static com.cliqtel.camel.proofs.kills.InterruptionPoint.refused;
import static com.cliqtel.camel.proofs.kills.InterruptionPoint.within;

/** The steps of a send, in their order. A row says where the first process is killed or stopped, and where the next one is. */
enum Step {
    NOT_TAKEN("before the key is taken", before("take send", 1)),
    TAKEN("key taken, nothing has left", after("take send", 1)),
    READ("POST read, never accepted", read(PostOutcome.DROPPED)),
    ACCEPTED_LATE("POST read, accepted after the process died", read(PostOutcome.ACCEPTED)),
    ACCEPTED_BETWEEN_LOOKS("POST read, accepted between two looks for it", read(PostOutcome.ACCEPTED_BETWEEN_LOOKS)),
    ACCEPTED("POST accepted, not answered", accepted()),
    ANSWERED("answered, key not closed", before("close send", 1)),
    CLOSED("key closed, the route's next step not reached", after("close send", 1)),

    TAKEN_OVER("taken over (was accepted), not noted as unknown", accepted(), before("renew send", 1)),
    NOTED_AS_UNKNOWN("noted as unknown (was accepted), not looking", accepted(), after("renew send", 1)),
    LOOKING("looking (was accepted), the list not answered", accepted(), listed()),
    LOOKING_IN_VAIN("looking (never left), the list not answered", after("take send", 1), listed()),
    FOUND("found (was accepted), key not closed", accepted(), before("close send", 1)),
    FOUND_CLOSED("found, key closed, next step not reached", accepted(), after("close send", 1)),

    SETTLED("settled (never left), the lease not renewed", after("take send", 1), before("renew send", 2)),
    RENEWED("renewed, the second POST has not left", after("take send", 1), after("renew send", 2)),
    READ_AGAIN("second POST read, never accepted", after("take send", 1), read(PostOutcome.DROPPED)),
    ACCEPTED_LATE_AGAIN(
            "second POST read, accepted after the process died", read(PostOutcome.DROPPED), read(PostOutcome.ACCEPTED)),
    ACCEPTED_AGAIN("second POST accepted, not answered", read(PostOutcome.DROPPED), accepted()),
    ANSWERED_AGAIN("second POST answered, key not closed", after("take send", 1), before("close send", 1)),
    CLOSED_AGAIN("second POST's key closed, next step not reached", after("take send", 1), after("close send", 1)),

    REFUSED("waiting after a 429 with Retry-After: 3", refused()),
    QUEUED("waiting for a permit", passed("take send", 1)),

    TWIN("accepted, while another key with the same text waits; of both", accepted()),
    OTHER_TWIN("waiting for a key with the same text", within(Moments.NOW)),
    ANYWHERE("three times, at any moment", within(Moments.SENDING), within(Moments.SETTLING), within(Moments.SETTLING)),
    BESIDE("three times, when the one above was", within(Moments.NOW), within(Moments.NOW), within(Moments.NOW));

    private static final Set<Step> CLOSED_BEFORE = EnumSet.of(CLOSED, FOUND_CLOSED, CLOSED_AGAIN);

    private final String words;
    private final List<InterruptionPoint> points;

    Step(String words, InterruptionPoint... points) {
        this.words = words;
        this.points = List.of(points);
    }

    /** How long there is something to meet. */
    private static final class Moments {
        static final Duration NOW = Duration.ofNanos(1);
        static final Duration SENDING = Duration.ofMillis(400);
        static final Duration SETTLING = Duration.ofSeconds(5);
    }

    /** Where the first process is killed or stopped, the second, and so on. */
    List<InterruptionPoint> points() {
        return points;
    }

    /** Whether that may be answered in the end: a key that was closed has stayed so. */
    boolean mayEnd(String answer) {
        return !CLOSED_BEFORE.contains(this) || answer.equals("duplicate");
    }

    @Override
    public String toString() {
        return words;
    }
}
