/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.Exchange;

/** Gets one message, by the id in the header, in the body, or in the options. */
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
        Inputs inputs = new Inputs(
                "get", List.of(Place.headers(exchange.getMessage()), body(exchange), endpoint.optionsFor(exchange)));
        Long id = inputs.read(Control.MESSAGE_ID, Readings::id);
        if (id == null) {
            throw inputs.refused("no message id: set the header " + CliqtelConstants.MESSAGE_ID
                    + ", make the body a number, or set the option messageId");
        }
        return api.get(id).thenApply(answer -> message -> {
            message.setBody(answer.value());
            Facts.on(message).sms(answer.value()).rate(answer.rateLimits());
        });
    }

    // a body that is no number is no id that somebody got wrong: it is what an earlier step left
    private static Place body(Exchange exchange) {
        Object content = exchange.getMessage().getBody();
        Object body = content instanceof Sms sms ? sms.id() : content;
        boolean number = body instanceof Long
                || body instanceof Integer
                || body instanceof CharSequence text
                        && WHOLE_NUMBER.matcher(text).matches();
        return control ->
                number && control == Control.MESSAGE_ID ? Optional.of(new Given(body, "body", null)) : Optional.empty();
    }
}
