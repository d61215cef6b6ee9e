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
    NOT_CLAIMED("before the claim", before("claim send", 1)),
    CLAIMED("claimed, nothing has left", after("claim send", 1)),
    READ("POST read, never accepted", read(PostOutcome.DROPPED)),
    ACCEPTED_LATE("POST read, accepted after the process died", read(PostOutcome.ACCEPTED)),
    ACCEPTED_BETWEEN_LOOKS("POST read, accepted between two looks for it", read(PostOutcome.ACCEPTED_BETWEEN_LOOKS)),
    ACCEPTED("POST accepted, not answered", accepted()),
    ANSWERED("answered, the message's id not noted", before("done sms", 1)),
    ID_NOTED("id noted, key not done", before("done send", 1)),
    DONE("key done, the route's next step not reached", after("done send", 1)),

    TAKEN_OVER("taken over (was accepted), not noted as unknown", accepted(), before("abandon send", 1)),
    TAKING_HOLD("noted as unknown (was accepted), not held for settling", accepted(), after("abandon send", 1)),
    LOOKING("looking (was accepted), the list not answered", accepted(), listed()),
    LOOKING_IN_VAIN("looking (never left), the list not answered", after("claim send", 1), listed()),
    FOUND("found (was accepted), not reserved", accepted(), before("claim sms", 1)),
    RESERVED("found and reserved, the id not noted", accepted(), after("claim sms", 1)),
    FOUND_ID_NOTED("found, id noted, key not done", accepted(), before("done send", 1)),
    FOUND_DONE("found, key done, next step not reached", accepted(), after("done send", 1)),

    SETTLED("settled (never left), the claim not renewed", after("claim send", 1), before("abandon send", 2)),
    RENEWING("settled, in the middle of renewing the claim", after("claim send", 1), after("abandon send", 2)),
    RENEWED("renewed, the second POST has not left", after("claim send", 1), after("claim send", 3)),
    READ_AGAIN("second POST read, never accepted", after("claim send", 1), read(PostOutcome.DROPPED)),
    ACCEPTED_LATE_AGAIN(
            "second POST read, accepted after the process died", read(PostOutcome.DROPPED), read(PostOutcome.ACCEPTED)),
    ACCEPTED_AGAIN("second POST accepted, not answered", read(PostOutcome.DROPPED), accepted()),
    ANSWERED_AGAIN("second POST answered, id not noted", after("claim send", 1), before("done sms", 1)),
    ID_NOTED_AGAIN("second POST's id noted, key not done", after("claim send", 1), before("done send", 1)),

    REFUSED("waiting after a 429 with Retry-After: 3", refused()),
    QUEUED("waiting for a permit", passed("claim send", 1)),

    TWIN("accepted, while another key with the same text waits; of both", accepted()),
    OTHER_TWIN("waiting for a key with the same text", within(Moments.NOW)),
    ANYWHERE("three times, at any moment", within(Moments.SENDING), within(Moments.SETTLING), within(Moments.SETTLING)),
    BESIDE("three times, when the one above was", within(Moments.NOW), within(Moments.NOW), within(Moments.NOW));

    private static final Set<Step> DONE_BEFORE = EnumSet.of(DONE, FOUND_DONE);

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

    /** Whether that may be answered in the end: what was noted as done has stayed so. */
    boolean mayEnd(String answer) {
        return !DONE_BEFORE.contains(this) || answer.equals("duplicate");
    }

    @Override
    public String toString() {
        return words;
    }
}
