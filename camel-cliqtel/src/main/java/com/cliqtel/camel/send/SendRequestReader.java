/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.CliqtelComponentOptions;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.ComponentCheck;
import com.cliqtel.camel.exchange.EndpointInputs;
import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.InputParsers;
import com.cliqtel.camel.exchange.InputSource;
import com.cliqtel.camel.exchange.InputValue;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.model.PhoneNumber;
import com.cliqtel.camel.model.Sender;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.SendOptions;
import org.apache.camel.Exchange;

/** Reads what an exchange asks to be sent; refuses, before any call, what is missing or wrong. */
final class SendRequestReader {

    private final CliqtelEndpoint endpoint;
    private final EndpointInputs options;
    private final StatusCallbackPolicy callbacks;
    private final PhoneNumberReader numbers;
    private final AllowedRecipients allowed;

    /** @throws IllegalArgumentException when one of the endpoint's options is wrong */
    SendRequestReader(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
        this.options = endpoint.inputs();
        this.callbacks = endpoint.callbackAddresses();
        SendOptions own = endpoint.getSend();
        CliqtelComponentOptions component = endpoint.getComponent();
        String region = OptionChecks.first(own.getDefaultRegion(), component.getDefaultRegion(), null);
        this.numbers = PhoneNumberReader.in(region);
        ComponentCheck.sender(endpoint.getAddress().getFrom(), region);
        this.allowed = AllowedRecipients.of(
                OptionChecks.first(own.getAllowedRecipients(), component.getAllowedRecipients(), null));
    }

    SendRequest read(Exchange exchange) {
        InputSource headers = InputSource.headers(exchange);
        InputSource body = InputSource.body(fields(exchange));
        ExchangeInputs inputs =
                new ExchangeInputs("send", List.of(headers, body, options.of(exchange), endpoint.componentOptions()));
        return new SendRequest(
                sender(inputs),
                recipient(inputs),
                text(inputs, body),
                callbacks.from(inputs, headers, body),
                inputs.read(Parameter.IDEMPOTENCY_KEY, InputParsers::key));
    }

    static Map<Parameter, Object> fields(Exchange exchange) {
        try {
            return MessageBody.read(exchange);
        } catch (IllegalArgumentException refused) {
            throw ExchangeInputs.refused("send", refused.getMessage());
        }
    }

    private PhoneNumber recipient(ExchangeInputs inputs) {
        InputValue given = inputs.first(Parameter.TO)
                .orElseThrow(
                        () -> inputs.refused("no recipient: set the option to or the header " + CliqtelConstants.TO));
        return inputs.read(given, written -> {
            PhoneNumber to = numbers.read(written);
            allowed.check(to);
            return to;
        });
    }

    private static String text(ExchangeInputs inputs, InputSource body) {
        return body.of(Parameter.BODY)
                .map(InputValue::text)
                .orElseThrow(() -> inputs.refused("no text: the body says none"));
    }

    // number and id are a pair: one of each from different places would contradict one another
    private Sender sender(ExchangeInputs inputs) {
        Optional<InputSource> place = inputs.firstWithEither(Parameter.FROM, Parameter.FROM_NUMBER_ID);
        Optional<InputValue> number = place.flatMap(said -> said.of(Parameter.FROM));
        Optional<InputValue> id = place.flatMap(said -> said.of(Parameter.FROM_NUMBER_ID));
        if (number.isPresent() && id.isPresent()) {
            throw inputs.refused("two senders: give the " + number.get().source() + " or the "
                    + id.get().source() + ", not both");
        }
        return number.<Sender>map(given -> new Sender.Number(inputs.read(given, numbers::read)))
                .or(() -> id.map(given -> new Sender.NumberId(inputs.read(given, InputParsers::id))))
                .orElseThrow(() -> inputs.refused(
                        "no sender: set the option from or fromNumberId, or the header " + CliqtelConstants.FROM));
    }
}
