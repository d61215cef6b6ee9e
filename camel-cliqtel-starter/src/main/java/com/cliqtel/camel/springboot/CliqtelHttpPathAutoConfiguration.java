/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import com.cliqtel.camel.options.WebhookBasePath;
import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletPath;
import org.springframework.context.annotation.Bean;

/** Says where a servlet application serves webhooks, and lets it serve them also with {@code spring.main.lazy-initialization=true}. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class CliqtelHttpPathAutoConfiguration {

    private static final String PLATFORM_HTTP = "org.apache.camel.component.platform.http.springboot.";

    /** The context path ({@code server.servlet.context-path}) and the servlet's ({@code spring.mvc.servlet.path}). */
    @Bean
    public WebhookBasePath cliqtelWebhookBasePath(
            ServletContext servlets, ObjectProvider<DispatcherServletPath> servlet) {
        DispatcherServletPath path = servlet.getIfAvailable();
        return new WebhookBasePath(servlets.getContextPath() + (path == null ? "" : path.getPrefix()));
    }

    /** Camel's mapping of requests has to exist before the routes start: it learns their paths from their start. */
    @Bean
    public static LazyInitializationExcludeFilter cliqtelPlatformHttpIsNotLazy() {
        return (name, definition, type) -> type.getName().startsWith(PLATFORM_HTTP);
    }
}
