/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.IOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** The beginning of a request's body: it ends where the limit is reached. Not thread-safe, as the body itself. */
final class BoundedBody extends ServletInputStream {

    private final ServletInputStream body;
    private int left;

    /** @param limit in bytes */
    BoundedBody(ServletInputStream body, int limit) {
        this.body = body;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int next = body.read();
        left -= next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = body.read(bytes, from, Math.min(length, left));
        left -= Math.max(count, 0);
        return count;
    }

    @Override
    public int available() throws IOException {
        return Math.min(left, body.available());
    }

    @Override
    public boolean isFinished() {
        return left == 0 || body.isFinished();
    }

    @Override
    public boolean isReady() {
        return left == 0 || body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
