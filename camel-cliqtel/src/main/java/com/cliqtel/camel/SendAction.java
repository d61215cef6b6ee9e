/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.model.MessageText;
import com.cliqtel.camel.model.PhoneNumber;
import com.cliqtel.camel.model.Sender;
import com.cliqtel.camel.model.Submission;
import org.apache.camel.Exchange;

/** Sends one SMS. */
final class SendAction implements Action {

    private final CliqtelEndpoint endpoint;
    private final CallbackAddresses callbacks;

    SendAction(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
        this.callbacks = endpoint.callbackAddresses();
    }

    @Override
    public CompletableFuture<Result> run(Exchange exchange) {
        Submission sms = submission(exchange);
        return endpoint.api().send(sms).thenApply(answer -> message -> {
            message.setBody(answer.value());
            Facts.on(message).sms(answer.value()).rate(answer.rateLimits());
        });
    }

    private Submission submission(Exchange exchange) {
        Place headers = Place.headers(exchange.getMessage());
        Place body = Place.body(fields(exchange));
        Inputs inputs =
                new Inputs("send", List.of(headers, body, endpoint.optionsFor(exchange), endpoint.componentOptions()));
        return new Submission(
                sender(inputs),
                required(inputs, inputs.read(Control.TO, Readings::number), "recipient", "to", CliqtelConstants.TO),
                text(inputs, body),
                callbacks.from(inputs, headers, body));
    }

    private static Map<Control, Object> fields(Exchange exchange) {
        try {
            return MessageBody.read(exchange);
        } catch (IllegalArgumentException refused) {
            throw Inputs.refused("send", refused.getMessage());
        }
    }

    private static MessageText text(Inputs inputs, Place body) {
        Optional<Given> text = body.of(Control.BODY);
        if (text.isEmpty()) {
            throw inputs.refused("no text: the body says none");
        }
        return inputs.read(text.get(), given -> new MessageText(given.text()));
    }

    // number and id are a pair: one of each from different places would contradict one another
    private static Sender sender(Inputs inputs) {
        Optional<Place> place = inputs.firstWithEither(Control.FROM, Control.FROM_NUMBER_ID);
        Optional<Given> number = place.flatMap(said -> said.of(Control.FROM));
        Optional<Given> id = place.flatMap(said -> said.of(Control.FROM_NUMBER_ID));
        if (number.isPresent() && id.isPresent()) {
            throw inputs.refused("two senders: give the " + number.get().place() + " or the "
                    + id.get().place() + ", not both");
        }
        return number.<Sender>map(given -> new Sender.Number(inputs.read(given, Readings::number)))
                .or(() -> id.map(given -> new Sender.NumberId(inputs.read(given, Readings::id))))
                .orElseThrow(() -> inputs.refused(
                        "no sender: set the option from or fromNumberId, or the header " + CliqtelConstants.FROM));
    }

    private static PhoneNumber required(Inputs inputs, PhoneNumber number, String what, String option, String header) {
        if (number == null) {
            throw inputs.refused("no " + what + ": set the option " + option + " or the header " + header);
        }
        return number;
    }
}
