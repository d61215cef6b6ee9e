/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import javax.sql.DataSource;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.limit.RateLimiter;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter.ConvertiblePair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CliqtelComponentConverterTest {

    private final StaticApplicationContext application = new StaticApplicationContext();
    private final CliqtelComponentConverter converter = new CliqtelComponentConverter(application);
    private final MemoryLedger ledger = new MemoryLedger();

    private Object convert(String text, Class<?> type) {
        application.registerBean("myLedger", Ledger.class, () -> ledger);
        return converter.convert(text, TypeDescriptor.valueOf(String.class), TypeDescriptor.valueOf(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#myLedger", "#bean:myLedger"})
    void aReferenceIsTheBean(String reference) {
        assertThat(convert(reference, Ledger.class)).isSameAs(ledger);
    }

    @Test
    void rejectsAnInvalidReferenceWithAHint() {
        assertThatThrownBy(() -> convert("myLedger", Ledger.class))
                .hasMessage("a bean of the type Ledger is expected here: write #bean: and its name");
    }

    @Test
    void aBeanThatIsMissingOrOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> convert("#bean:other", Ledger.class))
                .isInstanceOf(NoSuchBeanDefinitionException.class)
                .hasMessageContaining("other");
        assertThatThrownBy(() -> convert("#bean:myLedger", RateLimiter.class))
                .isInstanceOf(BeanNotOfRequiredTypeException.class)
                .hasMessageContaining("myLedger");
    }

    @Test
    void allOptionsThatAreBeansCanBeReferredTo() {
        assertThat(converter.getConvertibleTypes())
                .extracting(ConvertiblePair::getTargetType)
                .containsExactlyInAnyOrder(
                        DataSource.class, Ledger.class, RateLimiter.class, SSLContextParameters.class);
    }
}
