/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer whose errors are a status and nothing else, where Spring and the container would send a page or JSON. */
final class EmptyAnswer extends HttpServletResponseWrapper {

    private static final String COME_AGAIN_SECONDS = "5";

    EmptyAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) {
        if (isCommitted()) {
            return;
        }
        resetBuffer();
        setStatus(status);
        setContentLength(0);
        if (status == SC_SERVICE_UNAVAILABLE) {
            setHeader("Retry-After", COME_AGAIN_SECONDS);
        }
    }

    @Override
    public void sendError(int status, String message) {
        sendError(status);
    }
}
