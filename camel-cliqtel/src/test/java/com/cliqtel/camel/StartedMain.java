/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** An application of Camel Main with properties as a file has them. */
final class StartedMain implements AutoCloseable {

    private final Main main;

    private StartedMain(Main main) {
        this.main = main;
    }

    /** Starts an application with a file of these properties of the component; a name after a colon is a whole one. */
    static StartedMain with(Map<String, String> properties, RouteBuilder... routes) throws Exception {
        Properties written = new Properties();
        properties.forEach((name, value) -> written.setProperty(
                name.startsWith(":") ? name.substring(1) : "camel.component.cliqtel." + name, value));
        Path file = Files.createTempFile("application", ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            written.store(writer, null);
        }
        file.toFile().deleteOnExit();
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + file);
        for (RouteBuilder each : routes) {
            main.configure().addRoutesBuilder(each);
        }
        try {
            main.start();
        } catch (Exception | Error failed) {
            main.stop();
            throw failed;
        }
        return new StartedMain(main);
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    CliqtelComponent component() {
        return context().getComponent("cliqtel", CliqtelComponent.class);
    }

    CliqtelEndpoint endpoint(String uri) {
        return context().getEndpoint(uri, CliqtelEndpoint.class);
    }

    void addYaml(String yaml) throws Exception {
        add("routes.yaml", yaml);
    }

    void addXml(String xml) throws Exception {
        add("routes.xml", xml);
    }

    private void add(String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(context()).loadRoutes(ResourceHelper.fromString(name, text));
    }

    Exchange send(String uri, String to) {
        return context()
                .createFluentProducerTemplate()
                .to(uri)
                .withBody("canary text")
                .withHeader(CliqtelConstants.TO, to)
                .request(Exchange.class);
    }

    @Override
    public void close() {
        main.stop();
    }
}
