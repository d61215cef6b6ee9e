/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;
import com.cliqtel.camel.simulator.http.Answer;

/** The files of the page, from the class path. */
final class PageFiles {

    private static final String FOLDER = "/com/cliqtel/camel/simulator/page/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Optional<String>> read = new ConcurrentHashMap<>();

    /** The name must be that of a file, and lead nowhere else. */
    Answer file(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        // a name that is none is not remembered, or somebody could fill the memory with them
        Optional<String> text = type == null
                ? Optional.empty()
                : Optional.ofNullable(read.get(name)).orElseGet(() -> find(name));
        return text.map(found -> new Answer(200, Map.of("Content-Type", type), found))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The page has no such file"));
    }

    private Optional<String> find(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                return Optional.empty();
            }
            Optional<String> text = Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            read.put(name, text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("The page cannot be read from the class path", e);
        }
    }
}
