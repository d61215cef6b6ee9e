/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.model.PhoneNumber;
import com.cliqtel.camel.model.Sender;
import org.apache.camel.Exchange;

/** Reads what an exchange asks to be sent; refuses, before any call, what is missing or wrong. */
final class DraftReader {

    private final CliqtelEndpoint endpoint;
    private final CallbackAddresses callbacks;
    private final WrittenNumbers numbers;
    private final AllowedRecipients allowed;

    /** @throws IllegalArgumentException when one of the endpoint's options is wrong */
    DraftReader(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
        this.callbacks = endpoint.callbackAddresses();
        SendOptions own = endpoint.getSend();
        CliqtelComponentOptions component = endpoint.getComponent();
        String region = Options.first(own.getDefaultRegion(), component.getDefaultRegion(), null);
        this.numbers = WrittenNumbers.in(region);
        ComponentCheck.sender(endpoint.getAddress().getFrom(), region);
        this.allowed =
                AllowedRecipients.of(Options.first(own.getAllowedRecipients(), component.getAllowedRecipients(), null));
    }

    Draft read(Exchange exchange) {
        Place headers = Place.headers(exchange);
        Place body = Place.body(fields(exchange));
        Inputs inputs =
                new Inputs("send", List.of(headers, body, endpoint.optionsFor(exchange), endpoint.componentOptions()));
        return new Draft(
                sender(inputs),
                recipient(inputs),
                text(inputs, body),
                callbacks.from(inputs, headers, body),
                inputs.read(Control.IDEMPOTENCY_KEY, Readings::key));
    }

    static Map<Control, Object> fields(Exchange exchange) {
        try {
            return MessageBody.read(exchange);
        } catch (IllegalArgumentException refused) {
            throw Inputs.refused("send", refused.getMessage());
        }
    }

    private PhoneNumber recipient(Inputs inputs) {
        Given given = inputs.first(Control.TO)
                .orElseThrow(
                        () -> inputs.refused("no recipient: set the option to or the header " + CliqtelConstants.TO));
        return inputs.read(given, written -> {
            PhoneNumber to = numbers.read(written);
            allowed.check(to);
            return to;
        });
    }

    private static String text(Inputs inputs, Place body) {
        return body.of(Control.BODY).map(Given::text).orElseThrow(() -> inputs.refused("no text: the body says none"));
    }

    // number and id are a pair: one of each from different places would contradict one another
    private Sender sender(Inputs inputs) {
        Optional<Place> place = inputs.firstWithEither(Control.FROM, Control.FROM_NUMBER_ID);
        Optional<Given> number = place.flatMap(said -> said.of(Control.FROM));
        Optional<Given> id = place.flatMap(said -> said.of(Control.FROM_NUMBER_ID));
        if (number.isPresent() && id.isPresent()) {
            throw inputs.refused("two senders: give the " + number.get().place() + " or the "
                    + id.get().place() + ", not both");
        }
        return number.<Sender>map(given -> new Sender.Number(inputs.read(given, numbers::read)))
                .or(() -> id.map(given -> new Sender.NumberId(inputs.read(given, Readings::id))))
                .orElseThrow(() -> inputs.refused(
                        "no sender: set the option from or fromNumberId, or the header " + CliqtelConstants.FROM));
    }
}
