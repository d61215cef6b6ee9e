/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.WebhookHttpEndpoint;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.HttpEndpointModel;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Sees to a webhook's requests before anybody reads them, and to its answers where Spring or the servlet container give them: no more
 * is held of a body than shows that it is too large, and no answer has a body. Other requests pass as they are. Thread-safe.
 */
final class WebhookFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookFilter.class);
    private static final String MULTIPART = "multipart/";

    private final CamelContext camel;

    WebhookFilter(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Optional<WebhookHttpEndpoint> webhook =
                webhooks().filter(one -> serves(one, http)).findFirst();
        if (webhook.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        EmptyAnswer answer = new EmptyAnswer((HttpServletResponse) response);
        if (isMultipart(http)) {
            answer.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        try {
            chain.doFilter(new BoundedRequest(http, webhook.get().getMaxPayloadSize() + 1), answer);
        } catch (ServletException | RuntimeException failed) {
            // its message may quote the request
            LOG.warn(
                    "A request to the webhook was answered 500: {} before Camel had it",
                    failed.getClass().getName());
            answer.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    // Spring would take it apart, and put its parts on the disk
    private static boolean isMultipart(HttpServletRequest http) {
        String type = http.getContentType();
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }

    private Stream<WebhookHttpEndpoint> webhooks() {
        return camel.hasComponent("platform-http") instanceof PlatformHttpComponent platformHttp
                ? platformHttp.getHttpEndpoints().stream()
                        .map(HttpEndpointModel::getConsumer)
                        .filter(consumer -> consumer.getEndpoint() instanceof WebhookHttpEndpoint)
                        .map(consumer -> (WebhookHttpEndpoint) consumer.getEndpoint())
                : Stream.empty();
    }

    // as Spring finds who serves a request, so that no way of writing the path goes around the filter
    private static boolean serves(WebhookHttpEndpoint webhook, HttpServletRequest http) {
        RequestPath path = ServletRequestPathUtils.parse(http);
        return PathPatternParser.defaultInstance.parse(webhook.getPath()).matches(path.pathWithinApplication());
    }
}
