/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The proof of {@code sends} made small. */
class SendsTest {

    private static final int COUNT = 600;
    // refuses no text for the rate three times running, which would take half a minute
    private static final long SEED = 38;
    private static final Scale FAST = new Scale(60);

    private static Result run(Policy policy) {
        try {
            return new Run(SEED, COUNT, FAST).with(policy);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void assertAllAccountedFor(Result run) {
        Census census = run.census();
        assertThat(census.notEndedOnce()).as("not told once").isZero();
        assertThat(Arrays.stream(Ending.Kind.values()).mapToLong(census::ended).sum())
                .isEqualTo(COUNT);
        assertThat(census.ended(Ending.Kind.OTHER)).as("told oddly").isZero();
    }

    private static void assertNoneDoubledAndNoneLost(Result run) {
        Census census = run.census();
        assertAllAccountedFor(run);
        assertThat(census.doubled()).as("doubled").isZero();
        assertThat(census.doubledByText()).as("doubled by text").isZero();
        assertThat(census.lost()).as("lost").isZero();
        assertThat(census.wronglyDenied()).as("denied though sent").isZero();
    }

    @Test
    void underFaultsNoSendIsDoubledAndNoneIsLost() {
        // side by side, since both wait for most of their time
        CompletableFuture<Result> reconcile = CompletableFuture.supplyAsync(() -> run(Policy.RECONCILE));
        CompletableFuture<Result> resend = CompletableFuture.supplyAsync(() -> run(Policy.RESEND));
        assertNoneDoubledAndNoneLost(reconcile.join());
        assertNoneDoubledAndNoneLost(resend.join());
        // so that there was something to it
        assertThat(reconcile.join().unknown()).isPositive();
        assertThat(resend.join().traffic().lists()).isPositive();
    }

    @Test
    void theSameFaultsMakeAClientThatRetriesSendTwice() {
        Result plain = run(Policy.PLAIN);
        assertAllAccountedFor(plain);
        assertThat(plain.census().doubled()).isPositive();
    }
}
