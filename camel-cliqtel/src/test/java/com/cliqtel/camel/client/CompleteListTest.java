/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;
import com.cliqtel.camel.wire.SmsQuery;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompleteListTest {

    private static final SmsQuery ALL = new SmsQuery(null, null, null, null, null, null);

    /** A list of messages, newest first, to which something happens before each page but the first is read. */
    private static final class TestAccount implements Transport {

        private final List<Long> newestFirst = new ArrayList<>(
                LongStream.rangeClosed(1, 250).map(i -> 251 - i).boxed().toList());
        private final Runnable between;
        private int pages;

        TestAccount(Consumer<List<Long>> between) {
            this.between = () -> between.accept(newestFirst);
        }

        @Override
        public CompletableFuture<ApiReply> send(ApiCall call, WaitBudget patience) {
            if (pages++ > 0) {
                between.run();
            }
            int page = Integer.parseInt(call.query().get("page"));
            String data = newestFirst.stream()
                    .skip((page - 1) * 100L)
                    .limit(100)
                    .map(id -> "{\"id\":" + id + "}")
                    .collect(Collectors.joining(","));
            String json = "{\"data\":[" + data + "],\"meta\":{\"total\":" + newestFirst.size() + ",\"page\":" + page
                    + ",\"per_page\":100,\"total_pages\":" + (newestFirst.size() + 99) / 100 + "}}";
            return CompletableFuture.completedFuture(
                    new ApiReply(200, Map.of(), json.getBytes(StandardCharsets.UTF_8), true));
        }

        CompleteList list() {
            return new CompleteList(new CliqtelApi(this, Duration.ZERO, Observers.of(), Set::of));
        }
    }

    @Test
    void addedMessageCausesNoSecondRead() {
        TestAccount account = new TestAccount(list -> list.add(0, list.get(0) + 1));
        assertThat(account.list().of(ALL).join().keySet())
                .containsAll(LongStream.rangeClosed(1, 250).boxed().toList());
        assertThat(account.pages).isEqualTo(3);
    }

    @Test
    void deletedMessageCausesASecondRead() {
        TestAccount account = new TestAccount(list -> list.remove(Long.valueOf(250)));
        assertThat(account.list().of(ALL).join().keySet())
                .containsAll(LongStream.rangeClosed(1, 249).boxed().toList());
    }

    @Test
    void failsIfAListNeverShowsAllItsMessages() {
        Transport lying = (call, patience) -> CompletableFuture.completedFuture(new ApiReply(
                200,
                Map.of(),
                "{\"data\":[{\"id\":7}],\"meta\":{\"total\":2,\"total_pages\":1}}".getBytes(StandardCharsets.UTF_8),
                true));
        assertThat(new CompleteList(new CliqtelApi(lying, Duration.ZERO, Observers.of(), Set::of)).of(ALL))
                .isCompletedExceptionally();
    }

    @Test
    void listWithAnUnreadableRowIsReadOnceAndIncomplete() {
        for (String meta : List.of("{}", "{\"total\":2,\"total_pages\":1}")) {
            AtomicInteger calls = new AtomicInteger();
            Transport one = (call, patience) -> {
                calls.incrementAndGet();
                String json = "{\"data\":[{\"id\":7},{\"id\":null}],\"meta\":" + meta + "}";
                return CompletableFuture.completedFuture(
                        new ApiReply(200, Map.of(), json.getBytes(StandardCharsets.UTF_8), true));
            };
            CompleteList list = new CompleteList(new CliqtelApi(one, Duration.ZERO, Observers.of(), Set::of));
            assertThat(list.of(ALL))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            IncompleteListException.class,
                            part -> assertThat(part.shown()).extracting(Sms::id).containsExactly(7L));
            assertThat(calls).hasValue(1);
            CompleteListResult listed = list.read(ALL, sms -> true).join();
            assertThat(listed.isPart()).isFalse();
            assertThat(listed.skipped()).isEqualTo(1);
        }
    }

    @Test
    void thousandReadyPagesDoNotOverflowASmallStack() throws Exception {
        int pages = 1_000;
        Transport long1000 = (call, patience) -> {
            int page = Integer.parseInt(call.query().get("page"));
            String json = "{\"data\":[{\"id\":" + page + "}],\"meta\":{\"total\":" + pages + ",\"total_pages\":" + pages
                    + "}}";
            return CompletableFuture.completedFuture(
                    new ApiReply(200, Map.of(), json.getBytes(StandardCharsets.UTF_8), true));
        };
        CompletableFuture<Integer> size = new CompletableFuture<>();
        Thread small = new Thread(
                null,
                () -> new CompleteList(new CliqtelApi(long1000, Duration.ZERO, Observers.of(), Set::of))
                        .of(ALL)
                        .thenApply(Map::size)
                        .whenComplete((found, failure) -> {
                            if (failure == null) {
                                size.complete(found);
                            } else {
                                size.completeExceptionally(failure);
                            }
                        }),
                "small",
                256 * 1024);
        small.start();
        small.join();
        assertThat(size).isCompletedWithValue(pages);
    }
}
