/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;

/** The inputs of an operation for one exchange. If several sources give a parameter, the first one counts. */
public final class ExchangeInputs {

    private final String operation;
    private final List<InputSource> sources;

    /**
     * @param operation the operation's name, for messages of failures
     * @param sources the sources in the order of their priority
     */
    public ExchangeInputs(String operation, List<InputSource> sources) {
        this.operation = operation;
        this.sources = List.copyOf(sources);
    }

    /** Returns the value of a parameter; empty if no source gives it. */
    public Optional<InputValue> first(Parameter parameter) {
        // a loop, since streams for each parameter of each exchange take more memory than the rest of the reading
        for (InputSource source : sources) {
            Optional<InputValue> given = source.of(parameter);
            if (given.isPresent()) {
                return given;
            }
        }
        return Optional.empty();
    }

    /** Returns the first source that gives at least one of two parameters that belong together. */
    public Optional<InputSource> firstWithEither(Parameter one, Parameter other) {
        for (InputSource source : sources) {
            if (source.of(one).isPresent() || source.of(other).isPresent()) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the value of a parameter as the parser reads it; null if no source gives it.
     *
     * @throws CliqtelRejectedException as {@link #read(InputValue, Function)}
     */
    public <T> T read(Parameter parameter, Function<InputValue, T> parser) {
        return first(parameter).map(input -> read(input, parser)).orElse(null);
    }

    /** @throws CliqtelRejectedException when the parser refuses the value; the message names the value's source */
    public <T> T read(InputValue input, Function<InputValue, T> parser) {
        try {
            return parser.apply(input);
        } catch (IllegalArgumentException refused) {
            throw refused(refused.getMessage() + " (given in the " + input.source() + ")");
        }
    }

    /** Returns the exception for an input that is refused before any call. */
    public CliqtelRejectedException refused(String message) {
        return refused(operation, message);
    }

    /** Returns the exception for an input of this operation that is refused before any call. */
    public static CliqtelRejectedException refused(String operation, String message) {
        return new CliqtelRejectedException(new ErrorFacts(operation, ErrorCode.INVALID_INPUT, 0, message));
    }
}
