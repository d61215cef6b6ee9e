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
 * Limits of what is read of an answer. HttpClient's own default is no limit at all, so that one answer could fill the memory.
 * The limits of header lines hold for trailers and for the lines between chunks too.
 */
public final class AnswerLimits {

    /** The longest body, in bytes, as it is sent and when it is unpacked. */
    static final int BODY = 2 * 1024 * 1024;

    /** The most bytes that a body may take on the wire, with what stands between its chunks. */
    static final long BODY_ON_THE_WIRE = 8L * BODY;

    private static final int LINE = 8 * 1024;
    private static final int LINES = 100;
    private static final int INFORMATIONAL = 20;

    static final String IN_WORDS = "at most " + LINES + " header lines of at most " + LINE / 1024 + " KiB, and at most "
            + INFORMATIONAL + " informational answers before, are read";

    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxLineLength(LINE)
            // the check fails when the count reaches the limit
            .setMaxHeaderCount(LINES + 1)
            .build();

    private AnswerLimits() {}

    /** Connections that read no more than this. */
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

    /** The same; but the pool would lose the place of a connection whose making ended with an Error. */
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

    /** The heads of the answers on one connection; confined to the thread that uses the connection. */
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
