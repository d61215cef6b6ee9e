/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.cliqtel.camel.benchmarks.hand.MessageJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Reads and writes JSON with a cached Jackson reader and writer, as hand-written code does. */
final class SendJson {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final ObjectWriter WRITER = MAPPER.writerFor(SendRequest.class);
    private static final ObjectReader READER = MAPPER.readerFor(Answer.class);

    private record Answer(MessageJson data) {}

    private SendJson() {}

    static byte[] write(SendRequest request) {
        try {
            return WRITER.writeValueAsBytes(request);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static MessageJson read(byte[] json) {
        try {
            return READER.<Answer>readValue(json).data();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
