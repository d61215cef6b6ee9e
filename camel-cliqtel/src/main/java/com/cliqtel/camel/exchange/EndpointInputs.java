/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import com.cliqtel.camel.options.AddressOptions;
import com.cliqtel.camel.options.ComponentOptions;
import com.cliqtel.camel.options.EndpointOptions;
import com.cliqtel.camel.options.ListOptions;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.options.UriValues;
import org.apache.camel.Exchange;

/** The inputs that the options of an endpoint give to its exchanges. Thread-safe. */
public final class EndpointInputs {

    /** The exchange property in which a dynamic endpoint passes the options that differ between exchanges. */
    public static final String DYNAMIC_OPTIONS = "CamelCliqtelDynamicOptions";

    private static final String OWNER = "endpoint's";

    private final Map<Parameter, Object> options;
    private final InputSource source;

    private EndpointInputs(Map<Parameter, Object> options) {
        this.options = options;
        this.source = InputSource.options(OWNER, options);
    }

    /**
     * Reads the options.
     *
     * @param ambiguous the inputs for which the endpoint's URI doesn't show whether a blank was a plus; they can't be read
     */
    public static EndpointInputs of(EndpointOptions endpoint, Set<Parameter> ambiguous) {
        AddressOptions address = endpoint.getAddress();
        ListOptions list = endpoint.getList();
        Map<Parameter, Object> options = ofSend(address, endpoint.getSend());
        options.put(Parameter.MESSAGE_ID, endpoint.getGet().getMessageId());
        options.put(Parameter.FILTER_FROM, address.getFrom());
        options.put(Parameter.FILTER_TO, address.getTo());
        options.put(Parameter.FILTER_DIRECTION, list.getDirection());
        options.put(Parameter.FILTER_STATUS, list.getStatus());
        options.put(Parameter.FILTER_NUMBER_ID, endpoint.getNumberFilter().getNumberId());
        options.put(Parameter.FILTER_SINCE, list.getSince());
        options.put(Parameter.PAGE, list.getPage());
        options.put(Parameter.PER_PAGE, list.getPerPage());
        ambiguous.forEach(parameter -> options.put(parameter, new PlainValue.Unreadable(UriValues.AMBIGUOUS)));
        return new EndpointInputs(options);
    }

    /** Returns the inputs that the options of the component give to each send. They don't filter lists. */
    public static InputSource ofComponent(ComponentOptions component) {
        return InputSource.options("component's", ofSend(component.getAddress(), component.getSend()));
    }

    private static Map<Parameter, Object> ofSend(AddressOptions address, SendOptions send) {
        Map<Parameter, Object> options = new EnumMap<>(Parameter.class);
        options.put(Parameter.FROM, address.getFrom());
        options.put(Parameter.TO, address.getTo());
        options.put(Parameter.FROM_NUMBER_ID, send.getFromNumberId());
        options.put(Parameter.STATUS_CALLBACK_URL, send.getStatusCallbackUrl());
        return options;
    }

    /** Returns the inputs for one exchange, including those that a dynamic endpoint passes. */
    public InputSource of(Exchange exchange) {
        Map<?, ?> dynamic = exchange.getProperty(DYNAMIC_OPTIONS, Map.class);
        if (dynamic == null) {
            return source;
        }
        Map<Parameter, Object> all = new EnumMap<>(options);
        dynamic.forEach((parameter, value) -> all.put((Parameter) parameter, value));
        return InputSource.options(OWNER, all);
    }
}
