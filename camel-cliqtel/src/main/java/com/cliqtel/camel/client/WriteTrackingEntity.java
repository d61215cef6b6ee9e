/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.apache.hc.core5.function.Supplier;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * A request's body that records whether it was written. If it was not, no byte of it left, and the request certainly was not
 * executed. Exception types don't show that: a reset looks the same before and after the server has read the request.
 *
 * <p>Directly before it is written, it checks whether it may still leave. Only the server could check later.
 */
final class WriteTrackingEntity implements HttpEntity {

    private final byte[] content;
    private final BooleanSupplier mayLeave;
    private volatile boolean touched;
    private volatile boolean withheld;

    WriteTrackingEntity(byte[] content, BooleanSupplier mayLeave) {
        this.content = content;
        this.mayLeave = mayLeave;
    }

    /** Whether a byte of the body may have left. */
    boolean mayHaveLeft() {
        return touched;
    }

    /** Returns whether it was not written because it was no longer allowed to leave. */
    boolean isWithheld() {
        return withheld;
    }

    /** @throws IOException when it may not leave */
    void leave() throws IOException {
        if (!mayLeave.getAsBoolean()) {
            withheld = true;
            throw new IOException("the request may not leave any more");
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        leave();
        touched = true;
        out.write(content);
        out.flush();
    }

    @Override
    public InputStream getContent() throws IOException {
        leave();
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
