/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * The limits for reading an answer. HttpClient has no limits by default, so one answer could fill the memory. The limits for
 * header lines apply to trailers and to the lines between chunks too.
 */
public final class AnswerLimits {

    /** The size of the largest body, in bytes, before and after it is unpacked. */
    static final int BODY = 2 * 1024 * 1024;

    /** The largest number of bytes of a body on the connection, including the lines between its chunks. */
    static final long BODY_ON_THE_WIRE = 8L * BODY;

    private static final int LINE = 8 * 1024;
    private static final int LINES = 100;
    private static final int INFORMATIONAL = 20;

    static final String IN_WORDS = "at most " + LINES + " header lines of at most " + LINE / 1024 + " KiB, and at most "
            + INFORMATIONAL + " informational answers before, are read";

    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxLineLength(LINE)
            // HttpClient's check fails when the count reaches the limit
            .setMaxHeaderCount(LINES + 1)
            .build();

    private AnswerLimits() {}

    /** Returns a factory of connections that have these limits. */
    public static HttpConnectionFactory<ManagedHttpClientConnection> connections() {
        DefaultHttpResponseParserFactory heads = new DefaultHttpResponseParserFactory(HEAD);
        HttpMessageParserFactory<ClassicHttpResponse> limited = new HttpMessageParserFactory<>() {
            @Override
            @Deprecated
            public HttpMessageParser<ClassicHttpResponse> create(Http1Config ignored) {
                return create();
            }

            @Override
            public HttpMessageParser<ClassicHttpResponse> create() {
                return new Heads(heads.create());
            }
        };
        return withoutErrors(new ManagedHttpClientConnectionFactory(HEAD, null, null, limited));
    }

    /**
     * Returns the same with one change: an Error becomes an IOException, since after an Error the pool would lose the
     * connection's place.
     */
    static HttpConnectionFactory<ManagedHttpClientConnection> withoutErrors(
            HttpConnectionFactory<ManagedHttpClientConnection> factory) {
        return socket -> {
            try {
                return factory.createConnection(socket);
            } catch (Error failed) {
                throw new IOException("no connection could be made", failed);
            }
        };
    }

    /** Reads the heads of the answers on one connection. Confined to the thread that uses the connection. */
    private static final class Heads implements HttpMessageParser<ClassicHttpResponse> {

        private final HttpMessageParser<ClassicHttpResponse> parser;
        private final AtomicInteger informational = new AtomicInteger();

        Heads(HttpMessageParser<ClassicHttpResponse> parser) {
            this.parser = parser;
        }

        @Override
        public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
            ClassicHttpResponse head = parser.parse(buffer, in);
            if (head == null || head.getCode() >= HttpStatus.SC_OK) {
                informational.set(0);
            } else if (informational.incrementAndGet() > INFORMATIONAL) {
                throw new MessageConstraintException("too many informational answers");
            }
            return head;
        }
    }
}
