/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The README's beans. */
@EnableAutoConfiguration
class ReadmeApplication {

    @Bean
    RouteBuilder sms() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:order-shipped").to("cliqtel:send");
                from("cliqtel:webhook")
                        .filter(simple("${header.CamelCliqtelStatusFinal}"))
                        .to("seda:final-reports");
            }
        };
    }
}
