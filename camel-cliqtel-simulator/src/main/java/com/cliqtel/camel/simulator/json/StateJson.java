/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

import com.cliqtel.camel.simulator.account.AccountState;
import com.cliqtel.camel.simulator.account.Message;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The state of an account as JSON, a message on each line, written and read piece by piece, for there may be many. */
public final class StateJson {

    /** What it begins with, so that nothing else is taken for it. */
    private static final String FORMAT = "camel-cliqtel-simulator state";

    private static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    // half a surrogate pair, which a phone may send, has no UTF-8
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    // whoever opened the writer closes it
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build())
            .build();

    private final DocumentPosition file;
    private final JsonParser parser;

    private StateJson(DocumentPosition file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Writes it.
     *
     * @param state what
     * @param out where to; stays open
     * @throws IOException when that fails
     */
    public static void write(AccountState state, Writer out) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeNumberField("next_id", state.nextId());
            json.writeStringField("balance", state.balance().toPlainString());
            json.writeArrayFieldStart("messages");
            for (Message message : state.messages()) {
                json.writeRaw('\n');
                json.writeObject(StateMessage.fields(message));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * Reads it.
     *
     * @param source what it is called in errors
     * @param in what was written
     * @return the state
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is no such state, or one of a newer simulator, saying where and what is wrong
     */
    public static AccountState read(String source, Reader in) throws IOException {
        DocumentPosition file = new DocumentPosition(source, 1, "");
        try (JsonParser parser = MAPPER.createParser(in)) {
            StateJson json = new StateJson(file, parser);
            try {
                return json.state();
            } catch (JsonEOFException e) {
                throw json.here("").wrong("this ends in the middle");
            } catch (JacksonException e) {
                throw json.here("").wrong("this is not JSON");
            }
        } catch (CharacterCodingException e) {
            throw file.wrong("this is not the state of a simulator");
        }
    }

    private AccountState state() throws IOException {
        requireFormat();
        long nextId = StateMessage.integer(here("next_id"), value("next_id"));
        BigDecimal balance = StateMessage.amount(here("balance"), value("balance"));
        requireField("messages");
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw here("messages").wrong("this must be a list");
        }
        List<Message> messages = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            DocumentPosition place = here("messages[" + messages.size() + "]");
            messages.add(new StateMessage(place, parser.readValueAsTree()).message());
        }
        if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw here("").wrong("after the messages there must be nothing more");
        }
        try {
            return new AccountState(messages, balance, nextId);
        } catch (IllegalArgumentException e) {
            throw file.wrong(e.getMessage());
        }
    }

    private void requireFormat() throws IOException {
        boolean begins;
        try {
            begins = parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextFieldName())
                    && FORMAT.equals(parser.nextTextValue());
        } catch (JsonEOFException e) {
            throw e;
        } catch (JacksonException e) {
            begins = false;
        }
        if (!begins) {
            throw file.wrong("this is not the state of a simulator");
        }
        JsonNode version = value("version");
        if (!version.isIntegralNumber() || version.bigIntegerValue().signum() <= 0) {
            throw here("version").wrong("this is no version");
        }
        if (!version.canConvertToInt() || version.intValue() > VERSION) {
            throw here("version")
                    .wrong("a newer simulator has written this: its version is " + version.asText()
                            + ", the newest this one knows is " + VERSION);
        }
    }

    private JsonNode value(String name) throws IOException {
        requireField(name);
        parser.nextToken();
        return parser.readValueAsTree();
    }

    private void requireField(String name) throws IOException {
        if (!name.equals(parser.nextFieldName())) {
            throw here("").wrong("here must be " + name);
        }
    }

    private DocumentPosition here(String path) {
        return file.at(Math.max(1, parser.currentLocation().getLineNr()), path);
    }
}
