/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A request's body that records whether it was written. If it was not, no byte of it left, and the request certainly was not
 * executed. Exception types don't show that: a reset looks the same before and after the server has read the request.
 *
 * <p>Directly before it is written, it checks whether it may still leave. Only the server could check later. It isn't repeatable,
 * so nothing in the HTTP client sends it again.
 */
final class WriteTrackingEntity extends AbstractHttpEntity {

    private final byte[] content;
    private final BooleanSupplier mayLeave;
    private volatile boolean touched;
    private volatile boolean withheld;

    WriteTrackingEntity(byte[] content, BooleanSupplier mayLeave) {
        super("application/json", null);
        this.content = content;
        this.mayLeave = mayLeave;
    }

    /** Returns whether a byte of the body may have left. */
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

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public long getContentLength() {
        return content.length;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
