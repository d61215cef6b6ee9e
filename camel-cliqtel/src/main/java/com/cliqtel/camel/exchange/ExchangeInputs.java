/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;

/** What one exchange asks for: the places that may say it, in the order in which they are believed. */
public final class ExchangeInputs {

    private final String operation;
    private final List<InputSource> places;

    /**
     * @param operation for the texts of failures
     * @param places the first that says something of a control decides it
     */
    public ExchangeInputs(String operation, List<InputSource> places) {
        this.operation = operation;
        this.places = List.copyOf(places);
    }

    public Optional<InputValue> first(Parameter control) {
        for (InputSource place : places) {
            Optional<InputValue> given = place.of(control);
            if (given.isPresent()) {
                return given;
            }
        }
        return Optional.empty();
    }

    /** The first place that says anything of either of two controls that belong together. */
    public Optional<InputSource> firstWithEither(Parameter one, Parameter other) {
        for (InputSource place : places) {
            if (place.of(one).isPresent() || place.of(other).isPresent()) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** The value of a control read as what it should be, or null when nobody gave one. */
    public <T> T read(Parameter control, Function<InputValue, T> reading) {
        return first(control).map(given -> read(given, reading)).orElse(null);
    }

    /** @throws CliqtelRejectedException naming the value and its place, when the reading refuses it */
    public <T> T read(InputValue given, Function<InputValue, T> reading) {
        try {
            return reading.apply(given);
        } catch (IllegalArgumentException refused) {
            throw refused(refused.getMessage() + " (given in the " + given.place() + ")");
        }
    }

    /** A refusal before any call. */
    public CliqtelRejectedException refused(String message) {
        return refused(operation, message);
    }

    public static CliqtelRejectedException refused(String operation, String message) {
        return new CliqtelRejectedException(new ErrorFacts(operation, ErrorCode.INVALID_INPUT, 0, message));
    }
}
