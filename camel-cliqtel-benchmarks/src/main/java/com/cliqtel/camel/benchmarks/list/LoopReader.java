/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;

import com.cliqtel.camel.benchmarks.hand.MessageJson;
import com.cliqtel.camel.benchmarks.hand.PooledHttpClient;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** Reads pages in a hand-written loop. It doesn't drop messages that a moving page repeats. */
final class LoopReader implements MessageReader {

    private static final ObjectReader READER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readerFor(Page.class);

    private final PooledHttpClient http = new PooledHttpClient();
    private final String baseUrl;

    LoopReader(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    private record Page(List<MessageJson> data, Meta meta) {}

    private record Meta(
            long total,
            int page,
            @JsonProperty("per_page") int perPage,
            @JsonProperty("total_pages") int totalPages) {}

    private record Message(MessageJson row, OffsetDateTime createdAt) {}

    @Override
    public PrimitiveIterator.OfLong ids() {
        return new Loop();
    }

    private final class Loop implements PrimitiveIterator.OfLong {

        private Iterator<Message> page = List.<Message>of().iterator();
        private int number;
        private int pages = 1;

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && number < pages) {
                Page next = get(++number);
                pages = next.meta().totalPages();
                List<Message> messages = new ArrayList<>(next.data().size());
                next.data().forEach(row -> messages.add(new Message(row, row.created())));
                page = messages.iterator();
            }
            return page.hasNext();
        }

        @Override
        public long nextLong() {
            hasNext();
            return page.next().row().id();
        }
    }

    private Page get(int page) {
        HttpGet get = new HttpGet(baseUrl + "/messages?direction=outbound&page=" + page + "&per_page=100");
        return http.execute(get, 200, (response, body) -> READER.readValue(body));
    }

    @Override
    public void close() {
        http.close();
    }
}
