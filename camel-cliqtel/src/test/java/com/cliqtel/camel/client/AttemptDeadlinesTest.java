/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class AttemptDeadlinesTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AttemptDeadlines deadlines = new AttemptDeadlines(Duration.ofMillis(20), timer);

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void endsAnAttemptAtItsDeadline() {
        AttemptDeadline deadline = deadlines.start(new HttpGet("/"));
        await().until(deadline::passed);
    }

    @Test
    void endsWhatComesLaterToo() {
        await().until(deadlines.start(new HttpGet("/"))::passed);
        await().until(deadlines.start(new HttpGet("/"))::passed);
    }

    @Test
    void leavesAnAttemptAloneThatEndedInTime() {
        AttemptDeadline ended = deadlines.start(new HttpGet("/"));
        ended.close();
        await().until(deadlines.start(new HttpGet("/"))::passed);
        assertThat(ended.passed()).isFalse();
    }

    @Test
    void anAttemptThatCannotBeEndedKeepsNoOtherFromIt() {
        deadlines.start(new HttpGet("/") {
            @Override
            public boolean cancel() {
                throw new IllegalStateException("broken on purpose");
            }
        });
        await().until(deadlines.start(new HttpGet("/"))::passed);
        await().until(deadlines.start(new HttpGet("/"))::passed);
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, NoClassDefFoundError.class})
    void anErrorWhileAnAttemptIsEndedDoesNotEndTheWatch(Class<? extends Error> kind) throws Exception {
        Error error = kind.getConstructor().newInstance();
        AttemptDeadline broken = deadlines.start(new HttpGet("/") {
            @Override
            public boolean cancel() {
                throw error;
            }
        });
        await().until(broken::passed);
        await().until(deadlines.start(new HttpGet("/"))::passed);
    }

    @Test
    void anErrorWhileTheWatchIsStartedDoesNotEndItForLaterAttempts() {
        AtomicBoolean broken = new AtomicBoolean(true);
        ScheduledThreadPoolExecutor once = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
                if (broken.getAndSet(false)) {
                    throw new OutOfMemoryError("a test's");
                }
                return super.schedule(task, delay, unit);
            }
        };
        try {
            AttemptDeadlines watched = new AttemptDeadlines(Duration.ofMillis(20), once);
            assertThatThrownBy(() -> watched.start(new HttpGet("/"))).isInstanceOf(OutOfMemoryError.class);
            await().until(watched.start(new HttpGet("/"))::passed);
        } finally {
            once.shutdownNow();
        }
    }

    @Test
    void startsNothingAfterTheStop() {
        timer.shutdown();
        assertThatThrownBy(() -> deadlines.start(new HttpGet("/"))).isInstanceOf(RejectedExecutionException.class);
    }
}
