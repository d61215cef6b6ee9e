/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose body ends where a limit is reached: Camel Platform HTTP on servlets holds all of a body, however large, before
 * anybody is asked.
 */
final class BoundedRequest extends HttpServletRequestWrapper {

    // what servlets take where none is said
    private static final String CHARSET = "ISO-8859-1";

    private final int limit;
    private BoundedBody body;

    /** @param limit in bytes */
    BoundedRequest(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new BoundedBody(super.getInputStream(), limit);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String charset = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(getInputStream(), charset == null ? CHARSET : charset));
    }
}
