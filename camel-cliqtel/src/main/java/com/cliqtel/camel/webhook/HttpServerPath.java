/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.util.List;
import java.util.Objects;

import com.cliqtel.camel.options.WebhookBasePath;
import org.apache.camel.CamelContext;
import org.apache.camel.Service;
import org.apache.camel.support.PluginHelper;

/** Finds the path below which the application's HTTP server serves webhooks. */
final class HttpServerPath {

    // neither class is a dependency of this component; the first wraps the second
    private static final List<String> SERVERS = List.of(
            "org.apache.camel.component.platform.http.main.MainHttpServer",
            "org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer");

    private HttpServerPath() {}

    /** Returns the path, such as {@code /app}; empty if the server serves from its root or isn't known. */
    static String of(CamelContext camel) {
        WebhookBasePath bean = camel.getRegistry().findSingleByType(WebhookBasePath.class);
        return bean != null ? bean.path() : ofServer(camel);
    }

    private static String ofServer(CamelContext camel) {
        return SERVERS.stream()
                .flatMap(server -> camel.hasServices(Service.class).stream()
                        .filter(service -> service.getClass().getName().equals(server)))
                .map(service ->
                        PluginHelper.getBeanIntrospection(camel).getOrElseProperty(service, "path", null, false))
                .filter(Objects::nonNull)
                .map(path -> new WebhookBasePath(path.toString()).path())
                .findFirst()
                .orElse("");
    }
}
