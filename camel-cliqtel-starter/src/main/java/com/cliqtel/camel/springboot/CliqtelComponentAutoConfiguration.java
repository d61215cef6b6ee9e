/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import com.cliqtel.camel.CliqtelComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.boot.autoconfigure.AutoConfigureAfter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Sets the component up by the application's properties {@code camel.component.cliqtel.*}, when it is first used. */
@Configuration(proxyBeanMethods = false)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@EnableConfigurationProperties({ComponentConfigurationProperties.class, CliqtelComponentConfiguration.class})
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.cliqtel"})
@AutoConfigureAfter({CamelAutoConfiguration.class, CliqtelComponentConverter.class})
public class CliqtelComponentAutoConfiguration {

    private final ApplicationContext application;
    private final CamelContext camel;
    private final CliqtelComponentConfiguration configuration;

    public CliqtelComponentAutoConfiguration(
            ApplicationContext application, CamelContext camel, CliqtelComponentConfiguration configuration) {
        this.application = application;
        this.camel = camel;
        this.configuration = configuration;
        ComponentProperties.check(application.getEnvironment());
    }

    /**
     * Copies the properties that are set, unless {@code camel.component.cliqtel.customizer.enabled=false}. The component is created
     * after the migrations, also in a lazy application, because its ledger may use a table that they create.
     */
    @Lazy
    @Bean
    @DependsOnDatabaseInitialization
    public ComponentCustomizer configureCliqtelComponent() {
        return new ComponentCustomizer() {
            @Override
            public void configure(String name, Component target) {
                new BoundOptions(camel, configuration).copyTo(target);
            }

            @Override
            public boolean isEnabled(String name, Component target) {
                return target instanceof CliqtelComponent
                        && HierarchicalPropertiesEvaluator.evaluate(
                                application, "camel.component.customizer", "camel.component.cliqtel.customizer");
            }
        };
    }
}
