/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.stream.Stream;

import com.cliqtel.camel.WebhookHttpEndpoint;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Ends a webhook's body where it is larger than allowed: Camel Platform HTTP on servlets holds all of a body, however large, before
 * anybody is asked. Other requests pass as they are. Thread-safe.
 */
final class WebhookBodyFilter implements Filter {

    private final CamelContext camel;

    WebhookBodyFilter(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Optional<Integer> limit = webhooks()
                .filter(webhook -> serves(webhook, http))
                .map(WebhookHttpEndpoint::getMaxPayloadSize)
                .findFirst();
        chain.doFilter(limit.isPresent() ? new Bounded(http, limit.get() + 1) : http, response);
    }

    private Stream<WebhookHttpEndpoint> webhooks() {
        return camel.hasComponent("platform-http") instanceof PlatformHttpComponent platformHttp
                ? platformHttp.getHttpEndpoints().stream()
                        .map(HttpEndpointModel::getConsumer)
                        .filter(consumer -> consumer.getEndpoint() instanceof WebhookHttpEndpoint)
                        .map(consumer -> (WebhookHttpEndpoint) consumer.getEndpoint())
                : Stream.empty();
    }

    // as Spring finds who serves a request, so that no way of writing the path goes around the limit
    private static boolean serves(WebhookHttpEndpoint webhook, HttpServletRequest http) {
        RequestPath path = ServletRequestPathUtils.parse(http);
        return PathPatternParser.defaultInstance.parse(webhook.getPath()).matches(path.pathWithinApplication());
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final int limit;
        private BoundedBody body;

        Bounded(HttpServletRequest request, int limit) {
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
            String charset = getCharacterEncoding() == null ? "ISO-8859-1" : getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }
}
