/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The proof of {@code sends} made small. */
class SendsTest {

    private static final int COUNT = 600;
    // under which no send is refused for the rate so often running that it waits for half a minute
    private static final long SEED = 8;
    private static final Scale FAST = new Scale(60);

    private static Result run(Policy policy, int count, Conditions conditions) {
        try {
            return new Run(SEED, count, FAST, conditions).with(policy);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void assertAllAccountedFor(Result run) {
        Census census = run.census();
        assertThat(census.notEndedOnce()).as("not told once").isZero();
        assertThat(Arrays.stream(Ending.Kind.values()).mapToLong(census::ended).sum())
                .isEqualTo(run.sends());
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
        CompletableFuture<Result> reconcile =
                CompletableFuture.supplyAsync(() -> run(Policy.RECONCILE, COUNT, Conditions.USUAL));
        CompletableFuture<Result> resend =
                CompletableFuture.supplyAsync(() -> run(Policy.RESEND, COUNT, Conditions.USUAL));
        assertNoneDoubledAndNoneLost(reconcile.join());
        assertNoneDoubledAndNoneLost(resend.join());
        // so that there was something to it
        assertThat(reconcile.join().unknown()).isPositive();
        assertThat(resend.join().traffic().lists()).isPositive();
    }

    @Test
    void aServerThatNormalisesAndClocksThatAreWrongDoubleAndLoseNothing() {
        Result resend = run(Policy.RESEND, COUNT, new Conditions(true, true));
        assertNoneDoubledAndNoneLost(resend);
        assertThat(resend.percentUnknown()).as("percent unknown").isLessThan(5);
    }

    @Test
    void theSameFaultsMakeAClientThatRetriesSendTwice() {
        Result plain = run(Policy.PLAIN, COUNT / 4, Conditions.USUAL);
        assertAllAccountedFor(plain);
        assertThat(plain.census().doubled()).isPositive();
    }
}
