/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.query;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.exchange.EndpointInputs;
import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.InputParsers;
import com.cliqtel.camel.exchange.InputSource;
import com.cliqtel.camel.exchange.InputValue;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.exchange.PlainValue;
import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.exchange.ProducerResult;
import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.Exchange;

/** Gets one message by its id. The id is in the option {@code messageId}, the header or the body. */
public final class GetAction implements ProducerAction {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*[0-9]{1,18}\\s*");

    private final EndpointServices services;
    private final EndpointInputs options;
    private CliqtelApi api;

    public GetAction(EndpointServices services, EndpointInputs options) {
        this.services = services;
        this.options = options;
    }

    @Override
    public void start() {
        api = services.api();
    }

    @Override
    public CompletableFuture<ProducerResult> run(Exchange exchange) {
        return api.get(messageId("get", options, exchange)).thenApply(answer -> message -> {
            message.setBody(answer.value());
            ResultHeaders.on(message).sms(answer.value()).rate(answer.rateLimits());
        });
    }

    /** Reads the id for an operation on one message. */
    static long messageId(String operation, EndpointInputs options, Exchange exchange) {
        // the header may be the result of an earlier step, so the option comes first
        ExchangeInputs inputs = new ExchangeInputs(
                operation, List.of(options.of(exchange), InputSource.headers(exchange), body(exchange)));
        Long id = inputs.read(Parameter.MESSAGE_ID, InputParsers::id);
        if (id == null) {
            throw inputs.refused("no message id: set the option messageId or the header " + CliqtelConstants.MESSAGE_ID
                    + ", or make the body a number");
        }
        return id;
    }

    private static InputSource body(Exchange exchange) {
        return parameter -> parameter == Parameter.MESSAGE_ID ? number(exchange) : Optional.empty();
    }

    // a body that is not a number is the result of an earlier step
    private static Optional<InputValue> number(Exchange exchange) {
        Object content = exchange.getMessage().getBody();
        Object body = content instanceof Sms sms ? sms.id() : PlainValue.of(exchange, content);
        boolean number = body instanceof Number
                || body instanceof String text && WHOLE_NUMBER.matcher(text).matches();
        return number ? Optional.of(new InputValue(body, "body", null)) : Optional.empty();
    }
}
