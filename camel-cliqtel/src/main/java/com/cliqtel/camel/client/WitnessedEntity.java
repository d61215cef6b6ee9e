/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

import org.apache.hc.core5.function.Supplier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * A request's body that knows whether anybody asked it to write itself: if not, no byte of it left, and the request
 * certainly did not happen. Exception types cannot tell; a reset before and after the server read the request looks the
 * same.
 */
final class WitnessedEntity implements HttpEntity {

    private final byte[] content;
    private volatile boolean touched;

    WitnessedEntity(byte[] content) {
        this.content = content;
    }

    /** Whether a byte of the body may have left. */
    boolean mayHaveLeft() {
        return touched;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        touched = true;
        out.write(content);
        out.flush();
    }

    @Override
    public InputStream getContent() {
        touched = true;
        return new ByteArrayInputStream(content);
    }

    /** False: so nothing in the HTTP client can ever send it again. */
    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public long getContentLength() {
        return content.length;
    }

    @Override
    public String getContentType() {
        return "application/json";
    }

    @Override
    public String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public Supplier<List<? extends Header>> getTrailers() {
        return null;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
