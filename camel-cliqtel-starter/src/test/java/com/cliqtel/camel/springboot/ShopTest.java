/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;

// README: example
@CamelSpringBootTest
@SpringBootTest(classes = ShopTest.Shop.class, properties = "camel.component.cliqtel.from=+16625163513")
class ShopTest {

    @CliqtelSimulator
    private static Cliqtel cliqtel;

    @Autowired
    private ProducerTemplate shop;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry properties) {
        properties.add("camel.component.cliqtel.base-url", cliqtel::baseUrl);
        properties.add("camel.component.cliqtel.api-key", cliqtel::apiKey);
    }

    // again and again in the same context, whose second SMS is never taken for the first
    @RepeatedTest(2)
    void leavesTheCustomerAlone() {
        cliqtel.when().messageArrives("+31612345678", "+16625163513", "STOP");

        cliqtel.then().accepted("You will not hear from us again", to("+31612345678"));
    }
    // README: end

    @RepeatedTest(2)
    void sendsAnSmsToTheCustomer() {
        shop.sendBodyAndHeader("direct:shipped", null, CliqtelConstants.TO, "+31612345678");

        cliqtel.then()
                .accepted("Your order has shipped", to("+31612345678"))
                .acceptedNothingElse()
                .calls("POST", "/messages")
                .answered(201);
    }

    /** Not a configuration by annotation: the other tests' application would find it. */
    @EnableAutoConfiguration
    static class Shop {

        @Bean
        RouteBuilder shopRoutes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:shipped")
                            .setBody(constant("Your order has shipped"))
                            .to("cliqtel:send");

                    from("cliqtel:inbound?startFrom=beginning&initialDelay=1&delay=250")
                            .filter(simple("${body.body} == 'STOP'"))
                            .setHeader(CliqtelConstants.TO, simple("${body.from}"))
                            .setBody(constant("You will not hear from us again"))
                            .to("cliqtel:send");
                }
            };
        }
    }
}
