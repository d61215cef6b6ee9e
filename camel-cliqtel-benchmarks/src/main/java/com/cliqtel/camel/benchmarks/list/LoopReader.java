/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;

import com.cliqtel.camel.benchmarks.hand.PooledHttpClient;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Reads pages in a hand-written loop. It doesn't drop messages that a moving page repeats. */
final class LoopReader implements MessageReader {

    private static final ObjectReader READER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readerFor(PageJson.class);

    private final CloseableHttpClient http = PooledHttpClient.open();
    private final String baseUrl;

    LoopReader(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    private record Message(PageJson.Row row, OffsetDateTime createdAt) {}

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
                PageJson next = ask(++number);
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

    private PageJson ask(int page) {
        HttpGet get = new HttpGet(baseUrl + "/messages?direction=outbound&page=" + page + "&per_page=100");
        get.setHeader("Authorization", "Bearer benchmark-key-0123456789");
        get.setHeader("Accept", "application/json");
        try {
            return http.execute(get, LoopReader::read);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static PageJson read(ClassicHttpResponse response) throws IOException {
        byte[] body = EntityUtils.toByteArray(response.getEntity());
        if (response.getCode() != 200) {
            throw new IOException("status " + response.getCode());
        }
        return READER.readValue(body);
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
