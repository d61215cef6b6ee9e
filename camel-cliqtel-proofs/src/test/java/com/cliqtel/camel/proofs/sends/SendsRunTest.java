/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.proofs.settings.TimeScale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The proof of {@code sends} made small. */
class SendsRunTest {

    private static final int COUNT = 600;
    // under which no send is refused for the rate so often running that it waits for half a minute
    private static final long SEED = 8;
    private static final TimeScale FAST = new TimeScale(60);

    private static SendsResult run(SendPolicy policy, int count, Conditions conditions) {
        try {
            return new SendsRun(SEED, count, FAST, conditions).with(policy);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void assertAllAccountedFor(SendsResult run) {
        SendComparison census = run.comparison();
        assertThat(census.notEndedOnce()).as("not told once").isZero();
        assertThat(Arrays.stream(SendOutcome.Kind.values())
                        .mapToLong(census::ended)
                        .sum())
                .isEqualTo(run.sends());
        assertThat(census.ended(SendOutcome.Kind.OTHER)).as("told oddly").isZero();
    }

    private static void assertNoneDoubledAndNoneLost(SendsResult run) {
        SendComparison census = run.comparison();
        assertAllAccountedFor(run);
        assertThat(census.doubled()).as("doubled").isZero();
        assertThat(census.doubledByText()).as("doubled by text").isZero();
        assertThat(census.lost()).as("lost").isZero();
        assertThat(census.wronglyDenied()).as("denied though sent").isZero();
    }

    @Test
    void duplicatesAndLosesNoSendUnderFaults() {
        // side by side, since both wait for most of their time
        CompletableFuture<SendsResult> reconcile =
                CompletableFuture.supplyAsync(() -> run(SendPolicy.RECONCILE, COUNT, Conditions.USUAL));
        CompletableFuture<SendsResult> resend =
                CompletableFuture.supplyAsync(() -> run(SendPolicy.RESEND, COUNT, Conditions.USUAL));
        assertNoneDoubledAndNoneLost(reconcile.join());
        assertNoneDoubledAndNoneLost(resend.join());
        // so that there was something to it
        assertThat(reconcile.join().unknown()).isPositive();
        assertThat(resend.join().calls().lists()).isPositive();
    }

    @Test
    void duplicatesAndLosesNoSendWithNormalisedTextsAndWrongClocks() {
        SendsResult resend = run(SendPolicy.RESEND, COUNT, new Conditions(true, true));
        assertNoneDoubledAndNoneLost(resend);
        assertThat(resend.percentUnknown()).as("percent unknown").isLessThan(5);
    }

    @Test
    void retryingClientSendsTwiceUnderTheSameFaults() {
        SendsResult plain = run(SendPolicy.PLAIN, COUNT / 4, Conditions.USUAL);
        assertAllAccountedFor(plain);
        assertThat(plain.comparison().doubled()).isPositive();
    }
}
