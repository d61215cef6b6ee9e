/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookEvent;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * The data type {@code cliqtel:application-cloudevents}: sets the headers of a CloudEvent 1.0, and leaves the body as it is,
 * which any text step writes as the API's JSON. The id is the same whenever the same event is told again, so that who keeps
 * source and id has each once; only an event that this version doesn't know has the exchange's id. A body that is none of the
 * component's is left alone.
 *
 * <p>Internal.
 */
@DataTypeTransformer(
        name = "cliqtel:application-cloudevents",
        description =
                "Adds CloudEvent headers to the Camel message with the details of an SMS or of its delivery report")
public final class CliqtelCloudEventTransformer extends Transformer {

    private static final String TYPE = "com.cliqtel.";
    private static final String SOURCE = "cliqtel:";

    /** What an event says of itself; null where it does not. */
    private record Attributes(String id, String type, String account, Long message, OffsetDateTime time) {

        static Attributes of(Object body) {
            if (body instanceof StatusUpdate update) {
                return of(update);
            }
            if (body instanceof Sms sms) {
                return of(sms);
            }
            return body instanceof WebhookEvent event
                    ? new Attributes(null, event.event(), null, null, event.timestamp())
                    : null;
        }

        private static Attributes of(StatusUpdate update) {
            String id = Stream.of(update.id(), update.status(), update.updatedAt())
                    .map(part -> part == null ? "" : part.toString())
                    .collect(Collectors.joining("/"));
            return new Attributes(
                    id,
                    update.event(),
                    own(update.direction(), update.from(), update.to()),
                    update.id(),
                    update.timestamp());
        }

        private static Attributes of(Sms sms) {
            String direction =
                    sms.direction() == null ? "message" : sms.direction().word();
            return new Attributes(
                    sms.id().toString(),
                    "sms." + direction,
                    own(sms.direction(), sms.from(), sms.to()),
                    sms.id(),
                    sms.createdAt());
        }

        /** The account's own number of the two. */
        private static String own(Direction direction, String from, String to) {
            return Direction.INBOUND.equals(direction) ? to : from;
        }
    }

    @Override
    public void transform(Message message, DataType fromType, DataType toType) {
        Attributes attributes = Attributes.of(message.getBody());
        if (attributes == null) {
            return;
        }
        CloudEvent cloudEvent = CloudEvents.v1_0;
        Map<String, Object> headers = message.getHeaders();
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, cloudEvent.version());
        headers.put(
                CloudEvent.CAMEL_CLOUD_EVENT_ID,
                attributes.id == null ? message.getExchange().getExchangeId() : attributes.id);
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, TYPE + (attributes.type == null ? "event" : attributes.type));
        headers.put(
                CloudEvent.CAMEL_CLOUD_EVENT_SOURCE,
                SOURCE + (attributes.account == null ? "account" : attributes.account));
        if (attributes.message != null) {
            headers.put(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, attributes.message.toString());
        }
        headers.put(
                CloudEvent.CAMEL_CLOUD_EVENT_TIME,
                attributes.time == null
                        ? cloudEvent.getEventTime(message.getExchange())
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(attributes.time));
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, "application/json");
    }
}
