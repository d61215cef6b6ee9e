/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.exchange.EndpointInputs;
import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.InputParsers;
import com.cliqtel.camel.exchange.InputSource;
import com.cliqtel.camel.exchange.InputValue;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.options.ComponentOptions;
import com.cliqtel.camel.options.EndpointOptions;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import org.apache.camel.Exchange;

/**
 * Reads the request to send from an exchange. Refuses what is missing or wrong before any call.
 *
 * @param options the inputs from the endpoint's options
 * @param defaults the inputs from the component's options
 * @param callbacks which callback addresses are allowed
 * @param numbers reads phone numbers
 * @param allowed the recipients that are allowed
 */
public record SendRequestReader(
        EndpointInputs options,
        InputSource defaults,
        StatusCallbackPolicy callbacks,
        PhoneNumberReader numbers,
        AllowedRecipients allowed) {

    /**
     * @param inputs the inputs from the endpoint's options
     * @param webhook returns the address of the webhook consumer, if there is one; called for each SMS
     * @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed
     */
    public static SendRequestReader of(
            EndpointOptions endpoint,
            ComponentOptions component,
            EndpointInputs inputs,
            Supplier<Optional<URI>> webhook) {
        SendOptions send = endpoint.getSend();
        String own = send.getStatusCallbackUrl();
        StatusCallbackPolicy callbacks = StatusCallbackPolicy.allowing(
                send.getAllowedCallbackHosts(),
                own != null ? own : component.getSend().getStatusCallbackUrl(),
                webhook);
        PhoneNumberReader numbers = PhoneNumberReader.in(send.getDefaultRegion());
        SenderCheck.check(endpoint.getAddress().getFrom(), send.getDefaultRegion());
        return new SendRequestReader(
                inputs,
                EndpointInputs.ofComponent(component),
                callbacks,
                numbers,
                AllowedRecipients.of(send.getAllowedRecipients()));
    }

    SendRequest read(Exchange exchange) {
        InputSource headers = InputSource.headers(exchange);
        InputSource body = InputSource.body(fields(exchange));
        ExchangeInputs inputs = new ExchangeInputs("send", List.of(headers, body, options.of(exchange), defaults));
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
        Optional<InputSource> source = inputs.firstWithEither(Parameter.FROM, Parameter.FROM_NUMBER_ID);
        Optional<InputValue> number = source.flatMap(found -> found.of(Parameter.FROM));
        Optional<InputValue> id = source.flatMap(found -> found.of(Parameter.FROM_NUMBER_ID));
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
