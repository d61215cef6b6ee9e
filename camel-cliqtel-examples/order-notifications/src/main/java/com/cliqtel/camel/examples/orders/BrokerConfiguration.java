/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import java.time.Duration;

import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures a broker in the shop's process if no other broker is configured. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    @Bean
    ArtemisConfigurationCustomizer embeddedBroker(
            @Value("${shop.broker.port}") int port, @Value("${orders.again-after}") Duration againAfter) {
        return broker -> {
            try {
                broker.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port);
            } catch (Exception wrong) {
                throw new IllegalStateException("The broker cannot listen at port " + port, wrong);
            }
            // an order that could not be sent now comes again, until it is sent or the route gives it up
            broker.addAddressSetting(
                    "orders",
                    new AddressSettings()
                            .setRedeliveryDelay(againAfter.toMillis())
                            .setMaxDeliveryAttempts(-1));
        };
    }
}
