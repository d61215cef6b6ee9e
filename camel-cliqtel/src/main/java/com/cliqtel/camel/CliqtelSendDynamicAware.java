/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.cliqtel.camel.exchange.EndpointInputs;
import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.options.UriValues;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * Lets {@code toD("cliqtel:send?to=${header.phone}")} use one endpoint for all numbers: the options that differ from
 * exchange to exchange travel beside it, and keep the rank that an endpoint's options have.
 *
 * <p>Internal.
 */
@SendDynamic("cliqtel")
public class CliqtelSendDynamicAware extends SendDynamicAwareSupport {

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        CliqtelOperation operation = operation(uri);
        Map<String, Object> options = options(operation, uri);
        Set<String> written = options(operation, originalUri).keySet();
        for (Map.Entry<String, Object> option : options.entrySet()) {
            refuseSmuggled(operation, option, written, originalUri);
        }
        refuseForeign(operation, options.keySet());
        return new DynamicAwareEntry(uri, originalUri, options, null);
    }

    // a value with an ampersand in it would otherwise bring options of its own, and with baseUrl take the key elsewhere
    private static void refuseSmuggled(
            CliqtelOperation operation, Map.Entry<String, Object> option, Set<String> written, String originalUri) {
        boolean known = written.contains(option.getKey());
        boolean free =
                !originalUri.contains("?") && operation.perExchangeOptions().contains(option.getKey());
        if (!known && !free) {
            throw ExchangeInputs.refused(
                    operation.word(),
                    "an expression of the dynamic endpoint brings an option that is not written"
                            + " there: for values from outside set the header instead, or write RAW(${...})");
        }
        if (option.getValue() instanceof List) {
            throw ExchangeInputs.refused(operation.word(), "the dynamic endpoint says " + option.getKey() + " twice");
        }
    }

    private static void refuseForeign(CliqtelOperation operation, Set<String> options) {
        try {
            operation.refuseForeign(options);
        } catch (IllegalArgumentException foreign) {
            throw ExchangeInputs.refused(operation.word(), foreign.getMessage());
        }
    }

    private static Map<String, Object> options(CliqtelOperation operation, String uri) {
        try {
            Map<String, Object> options = URISupport.parseQuery(URISupport.extractQuery(uri), true);
            return options == null ? Map.of() : options;
        } catch (URISyntaxException unreadable) {
            // its text would quote the URI, number and all
            throw ExchangeInputs.refused(operation.word(), "the dynamic endpoint's URI cannot be read");
        }
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
        return others.isEmpty()
                ? path
                : others.entrySet().stream()
                        .map(option -> option.getKey() + "=" + kept(option.getKey(), option.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    // Camel normalizes the static URI, which would turn a plus into a blank
    private static Object kept(String option, Object value) {
        return UriValues.isSame("allowedRecipients", option) && !UriValues.isRaw(value)
                ? "RAW(" + UriValues.asWritten().decoded(option, value) + ")"
                : value;
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        Map<String, Object> values = new LinkedHashMap<>(entry.getProperties());
        values.keySet().retainAll(perExchange(entry));
        if (values.isEmpty()) {
            return null;
        }
        Map<Parameter, Object> options = new EnumMap<>(Parameter.class);
        values.forEach((name, value) -> {
            Object read = withoutRaw(UriValues.asWritten().decoded(name, value));
            Parameter.ofOption(name).forEach(control -> options.put(control, read));
        });
        return before -> before.setProperty(EndpointInputs.DYNAMIC_OPTIONS, options);
    }

    // Camel's own method would evaluate expressions in a value from outside
    private static Object withoutRaw(Object value) {
        return UriValues.isRaw(value) ? ((String) value).substring(4, ((String) value).length() - 1) : value;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        return after -> after.removeProperty(EndpointInputs.DYNAMIC_OPTIONS);
    }

    private static Set<String> perExchange(DynamicAwareEntry entry) {
        return entry.getProperties().keySet().stream()
                .filter(option -> operation(entry.getUri()).perExchangeOptions().stream()
                        .anyMatch(own -> UriValues.isSame(own, option)))
                .collect(Collectors.toSet());
    }

    private static CliqtelOperation operation(String uri) {
        String path = StringHelper.after(StringHelper.before(uri, "?", uri), ":", "");
        return CliqtelOperation.named(path.startsWith("//") ? path.substring(2) : path);
    }
}
