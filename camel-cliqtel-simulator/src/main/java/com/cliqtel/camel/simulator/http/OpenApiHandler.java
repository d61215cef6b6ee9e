/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The API's OpenAPI document with the simulator as its first server. It is beside the API, not in it: it
 * needs no key, uses nothing of the limits, and is no call.
 */
final class OpenApiHandler extends Handler.Abstract.NonBlocking {

    private static final String FILE = "/com/cliqtel/camel/simulator/openapi/cliqtel-sms-api";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private static final Map<String, Document> DOCUMENTS = Map.of(
            "/openapi.yaml",
            Document.read(
                    FILE + ".yaml",
                    "application/yaml",
                    "\nservers:\n",
                    "  - url: %s\n    description: This simulator. Messages cost nothing.\n"),
            "/openapi.json",
            Document.read(
                    FILE + ".json",
                    "application/json",
                    "\n  \"servers\" : [ ",
                    "{\n    \"url\" : \"%s\",\n    \"description\" : \"This simulator. Messages cost nothing.\"\n  }, "));

    private final Supplier<URI> server;

    /** The simulator's base URL is asked for at each call: it is not known before the port is open. */
    OpenApiHandler(Supplier<URI> server) {
        this.server = server;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Document document = DOCUMENTS.get(request.getHttpURI().getPath());
        if (document == null || !METHODS.contains(request.getMethod())) {
            return false;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, document.type());
        response.write(true, ByteBuffer.wrap(document.servedAt(server.get())), callback);
        return true;
    }

    /** A form of the document, cut where a server is to be named first. */
    private record Document(String type, String before, String server, String after) {

        static Document read(String resource, String type, String servers, String server) {
            try (InputStream in = OpenApiHandler.class.getResourceAsStream(resource)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                int cut = text.indexOf(servers) + servers.length();
                return new Document(type, text.substring(0, cut), server, text.substring(cut));
            } catch (IOException e) {
                throw new UncheckedIOException("The OpenAPI document cannot be read", e);
            }
        }

        byte[] servedAt(URI baseUrl) {
            return (before + server.formatted(baseUrl) + after).getBytes(StandardCharsets.UTF_8);
        }
    }
}
