/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import static org.awaitility.Awaitility.await;

/** A real Chromium without a window, found on the PATH; nothing is downloaded. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target", "page");
    private static final int MANY_TABS = 120;

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

    static Browser open() throws IOException {
        // the driver is told below: nothing is looked for, and nothing downloaded
        System.setProperty("se.offline", "true");
        Path profile = Files.createTempDirectory("cliqtel-page");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary().orElseThrow());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver").orElseThrow())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options), profile);
        browser.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return browser.leave();
    }

    /** As if just opened: no page, nothing logged yet, wide and light. */
    Browser leave() {
        driver.get("about:blank");
        log(LogType.PERFORMANCE);
        log(LogType.BROWSER);
        return sized(1280, 800).coloured("light");
    }

    private static Optional<File> binary() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
    }

    private static Optional<File> onPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> new File(directory, name))
                .filter(File::canExecute)
                .findFirst();
    }

    Browser sized(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    Browser coloured(String scheme) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
        return this;
    }

    /** Loads the page at one of its places, such as {@code #/calls}, and waits till it is connected. */
    Browser go(URI api, String place) {
        driver.get("about:blank");
        driver.get(api.resolve("/") + place);
        awaitThat("return document.querySelector('#connection').dataset.state === 'live'");
        awaitThat("return document.querySelector('#wallet').textContent !== ''");
        return this;
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    void awaitThat(String script, Object... arguments) {
        await().atMost(PATIENCE).until(() -> Boolean.TRUE.equals(run(script, arguments)));
    }

    /** Waits for an element that has just this text and is seen. */
    void awaitText(String css, String text) {
        awaitThat(
                "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility() && e.textContent === arguments[1])",
                css,
                text);
    }

    WebElement find(String css) {
        await().atMost(PATIENCE)
                .until(() -> !driver.findElements(By.cssSelector(css)).isEmpty());
        return driver.findElement(By.cssSelector(css));
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Goes on from where the focus is, by the Tab key alone, or by Shift and Tab. */
    void tabTo(String css, CharSequence... held) {
        for (int i = 0; i < MANY_TABS; i++) {
            press(Keys.chord(Stream.concat(Stream.of(held), Stream.of(Keys.TAB)).toArray(CharSequence[]::new)));
            if (Boolean.TRUE.equals(run("return document.activeElement.matches(arguments[0])", css))) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + css);
    }

    List<String> log(String type) {
        return driver.manage().logs().get(type).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
