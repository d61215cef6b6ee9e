/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.RawParameterHelper;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * Lets {@code toD("cliqtel:send?to=${header.phone}")} use one endpoint for all numbers: the options that differ from
 * exchange to exchange travel beside it, and keep the rank that an endpoint's options have.
 */
@SendDynamic("cliqtel")
public class CliqtelSendDynamicAware extends SendDynamicAwareSupport {

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        Map<String, Object> options = URISupport.parseQuery(URISupport.extractQuery(uri));
        return new DynamicAwareEntry(uri, originalUri, options == null ? Map.of() : options, null);
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Set<String> perExchange = perExchange(entry);
        if (entry.getProperties().keySet().stream().noneMatch(perExchange::contains)) {
            return null;
        }
        Map<String, Object> others = new LinkedHashMap<>(entry.getProperties());
        others.keySet().removeAll(perExchange);
        String path = StringHelper.before(entry.getUri(), "?", entry.getUri());
        return others.isEmpty() ? path : path + "?" + URISupport.createQueryString(others, true);
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Map<String, Object> values = new LinkedHashMap<>(entry.getProperties());
        values.keySet().retainAll(perExchange(entry));
        if (values.isEmpty()) {
            return null;
        }
        RawParameterHelper.resolveRawParameterValues(exchange.getContext(), values);
        Map<Control, Object> options = new EnumMap<>(Control.class);
        values.forEach((name, value) -> Control.ofOption(name).ifPresent(control -> options.put(control, value)));
        return before -> before.setProperty(CliqtelEndpoint.DYNAMIC_OPTIONS, options);
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        return after -> after.removeProperty(CliqtelEndpoint.DYNAMIC_OPTIONS);
    }

    private static Set<String> perExchange(DynamicAwareEntry entry) {
        String operation = StringHelper.after(StringHelper.before(entry.getUri(), "?", entry.getUri()), ":", "");
        return CliqtelOperation.named(operation.startsWith("//") ? operation.substring(2) : operation)
                .perExchangeOptions();
    }
}
