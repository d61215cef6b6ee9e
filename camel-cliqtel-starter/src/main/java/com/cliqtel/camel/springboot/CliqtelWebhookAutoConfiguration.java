/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import jakarta.servlet.Filter;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.util.pattern.PathPatternParser;

/** Bounds what is held of a webhook, where the application is a servlet one. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(PathPatternParser.class)
public class CliqtelWebhookAutoConfiguration {

    /** Before all other filters, some of which read bodies. */
    @Bean
    public FilterRegistrationBean<Filter> cliqtelWebhookBodyFilter(CamelContext camel) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new WebhookBodyFilter(camel));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
