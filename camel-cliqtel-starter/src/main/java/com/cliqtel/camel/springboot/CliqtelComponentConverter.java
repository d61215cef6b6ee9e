/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.limit.RateLimiter;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.stereotype.Component;

/**
 * Makes beans of the references to them that properties hold: {@code #bean:name} or {@code #name}; and a ledger in the
 * application's database of {@code jdbc}.
 */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesBinding
@Component
public class CliqtelComponentConverter implements GenericConverter {

    private static final Set<Class<?>> BEANS =
            Set.of(DataSource.class, Ledger.class, RateLimiter.class, SSLContextParameters.class);

    private final ApplicationContext application;

    public CliqtelComponentConverter(ApplicationContext application) {
        this.application = application;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return BEANS.stream()
                .map(type -> new ConvertiblePair(String.class, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException when the value is no reference, or there is no database */
    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        if (source == null) {
            return null;
        }
        String reference = source.toString();
        if (targetType.getType() == Ledger.class && reference.equals(CliqtelLedgerAutoConfiguration.JDBC)) {
            return databaseLedger();
        }
        if (!reference.startsWith("#")) {
            throw new IllegalArgumentException("a bean of the type "
                    + targetType.getType().getSimpleName() + " is expected here: write #bean: and its name");
        }
        String name = reference.startsWith("#bean:") ? reference.substring("#bean:".length()) : reference.substring(1);
        return application.getBean(name, targetType.getType());
    }

    private Ledger databaseLedger() {
        if (!application.containsBean(CliqtelLedgerAutoConfiguration.BEAN)) {
            throw new IllegalArgumentException(
                    "camel.component.cliqtel.ledger=jdbc needs one DataSource (or a primary one):"
                            + " set spring.datasource.url, or write #bean: and the name of a ledger");
        }
        return application.getBean(CliqtelLedgerAutoConfiguration.BEAN, Ledger.class);
    }
}
