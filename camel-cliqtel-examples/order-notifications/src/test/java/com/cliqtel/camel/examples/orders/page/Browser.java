/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.page;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.awaitility.Awaitility.await;

/** A real Chromium without a window, found on the PATH; nothing is downloaded. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target", "page");
    private static final Pattern REQUEST =
            Pattern.compile("\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]+)\"");

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Asked by the tests' condition; what is missing is said where there is none, for they are skipped then. */
    static boolean isThere() {
        boolean there = binary().isPresent() && onPath("chromedriver").isPresent();
        if (!there) {
            System.err.println(
                    "SKIPPED: no Chromium with its chromedriver on the PATH: the page was not looked at in a browser");
        }
        return there;
    }

    private static Optional<File> binary() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
    }

    static Browser open() throws IOException {
        // the driver is told below: nothing is looked for, and nothing downloaded
        System.setProperty("se.offline", "true");
        Path profile = Files.createTempDirectory("orders-page");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver").orElseThrow())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options(binary().orElseThrow(), profile)), profile);
        browser.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        browser.driver.get("about:blank");
        return browser;
    }

    private static ChromeOptions options(File binary, Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary);
        options.setCapability("goog:loggingPrefs", logs);
        return options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
    }

    private static Optional<File> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> new File(directory, name))
                .filter(File::canExecute)
                .findFirst();
    }

    void look(String scheme, int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Loads a page, and waits till it follows the shop. */
    void go(String address) {
        driver.get(address);
        awaitThat("return document.querySelector('#connection').dataset.state === 'live'");
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void awaitThat(String script, Object... arguments) {
        await().atMost(PATIENCE).until(() -> Boolean.TRUE.equals(run(script, arguments)));
    }

    /** Serious and critical findings of axe, which include contrast. */
    List<?> findings() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document).then(result => done(result.violations
                    .filter(found => ['serious', 'critical'].includes(found.impact))
                    .map(found => `${found.id}: ${found.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | ')}`)),
                    failure => done([String(failure)]));
                """);
    }

    List<String> console() {
        return log(LogType.BROWSER).toList();
    }

    /** The addresses that were asked since the last call. */
    List<String> asked() {
        return log(LogType.PERFORMANCE)
                .map(REQUEST::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .filter(url -> !url.matches("(data|about|chrome):.*"))
                .toList();
    }

    private Stream<String> log(String type) {
        return driver.manage().logs().get(type).getAll().stream().map(LogEntry::getMessage);
    }

    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
