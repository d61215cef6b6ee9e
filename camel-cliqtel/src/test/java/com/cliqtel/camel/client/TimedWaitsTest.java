/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimedWaitsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void shutDown() {
        timer.shutdownNow();
    }

    static Stream<Throwable> noThread() {
        return Stream.of(new RejectedExecutionException(), new OutOfMemoryError("unable to create native thread"));
    }

    @ParameterizedTest
    @MethodSource("noThread")
    void aWaitingRequestContinuesWithoutAFreeThread(Throwable none) {
        TimedWaits waits = new TimedWaits(timer, work -> {
            if (none instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) none;
        });
        CompletableFuture<String> awaited = new CompletableFuture<>();
        CompletableFuture<String> goneOn = waits.withWorker(awaited);
        awaited.complete("here");
        assertThat(goneOn).isCompletedWithValue("here");
        assertThat(waits.open()).isZero();
    }
}
