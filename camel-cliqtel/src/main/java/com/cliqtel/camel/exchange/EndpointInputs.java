/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import com.cliqtel.camel.options.AddressOptions;
import com.cliqtel.camel.options.GetOptions;
import com.cliqtel.camel.options.ListOptions;
import com.cliqtel.camel.options.NumberFilterOptions;
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

    /** Reads the options. */
    public static EndpointInputs of(
            AddressOptions address,
            SendOptions send,
            GetOptions get,
            ListOptions list,
            NumberFilterOptions numberFilter) {
        Map<Parameter, Object> options = new EnumMap<>(Parameter.class);
        options.put(Parameter.FROM, address.getFrom());
        options.put(Parameter.TO, address.getTo());
        options.put(Parameter.FROM_NUMBER_ID, send.getFromNumberId());
        options.put(Parameter.STATUS_CALLBACK_URL, send.getStatusCallbackUrl());
        options.put(Parameter.MESSAGE_ID, get.getMessageId());
        options.put(Parameter.FILTER_FROM, address.getFrom());
        options.put(Parameter.FILTER_TO, address.getTo());
        options.put(Parameter.FILTER_DIRECTION, list.getDirection());
        options.put(Parameter.FILTER_STATUS, list.getStatus());
        options.put(Parameter.FILTER_NUMBER_ID, numberFilter.getNumberId());
        options.put(Parameter.FILTER_SINCE, list.getSince());
        options.put(Parameter.PAGE, list.getPage());
        options.put(Parameter.PER_PAGE, list.getPerPage());
        return new EndpointInputs(options);
    }

    /**
     * Returns these inputs, of which some can't be read.
     *
     * @param ambiguous the inputs for which the endpoint's URI doesn't show whether a blank was a plus
     */
    public EndpointInputs with(Set<Parameter> ambiguous) {
        Map<Parameter, Object> all = new EnumMap<>(options);
        ambiguous.forEach(parameter -> all.put(parameter, new PlainValue.Unreadable(UriValues.AMBIGUOUS)));
        return new EndpointInputs(all);
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
