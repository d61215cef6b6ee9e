/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Keeps the component's secrets out of what Actuator shows, also where the application has it show values. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class CliqtelActuatorAutoConfiguration {

    @Bean
    public SanitizingFunction cliqtelSecrets(ObjectProvider<CliqtelComponentConfiguration> configuration) {
        return new SecretMask(configuration::getIfAvailable);
    }
}
