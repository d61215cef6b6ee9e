/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.Exchange;

/** Gets one message, by the id in the option {@code messageId}, in the header or in the body. */
final class GetAction implements Action {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*[0-9]{1,18}\\s*");

    private final CliqtelEndpoint endpoint;
    private CliqtelApi api;

    GetAction(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void start() {
        api = endpoint.api();
    }

    @Override
    public CompletableFuture<Result> run(Exchange exchange) {
        // the header may be the result of an earlier step, so the option comes first
        Inputs inputs =
                new Inputs("get", List.of(endpoint.optionsFor(exchange), Place.headers(exchange), body(exchange)));
        Long id = inputs.read(Control.MESSAGE_ID, Readings::id);
        if (id == null) {
            throw inputs.refused("no message id: set the option messageId or the header " + CliqtelConstants.MESSAGE_ID
                    + ", or make the body a number");
        }
        return api.get(id).thenApply(answer -> message -> {
            message.setBody(answer.value());
            Facts.on(message).sms(answer.value()).rate(answer.rateLimits());
        });
    }

    private static Place body(Exchange exchange) {
        return control -> control == Control.MESSAGE_ID ? number(exchange) : Optional.empty();
    }

    // a body that is not a number is the result of an earlier step
    private static Optional<Given> number(Exchange exchange) {
        Object content = exchange.getMessage().getBody();
        Object body = content instanceof Sms sms ? sms.id() : Plain.of(exchange, content);
        boolean number = body instanceof Number
                || body instanceof String text && WHOLE_NUMBER.matcher(text).matches();
        return number ? Optional.of(new Given(body, "body", null)) : Optional.empty();
    }
}
