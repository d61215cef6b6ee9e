/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.cliqtel.camel.simulator.account.ListSettings;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.json.DocumentPosition;
import com.cliqtel.camel.simulator.json.DocumentReader;
import com.cliqtel.camel.simulator.json.DocumentWriter;
import com.cliqtel.camel.simulator.limit.WindowKind;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

/**
 * All that goes wrong with a simulator, as one can write it in a small file. What is empty is left as it is. Immutable.
 *
 * @param rules what goes wrong with calls
 * @param webhooks how webhooks are sent
 * @param clockSkew how much the server's clock is ahead
 * @param window how calls are counted over time
 * @param lists how lists are
 */
public record FaultScript(
        List<FaultRule> rules,
        Optional<WebhookSettings> webhooks,
        Optional<Duration> clockSkew,
        Optional<WindowKind> window,
        Optional<ListSettings> lists) {

    /** Copies the rules. */
    public FaultScript {
        rules = List.copyOf(rules);
    }

    /**
     * One that says nothing but what goes wrong with calls.
     *
     * @param rules in the order they are asked
     * @return the script
     */
    public static FaultScript of(List<FaultRule> rules) {
        return new FaultScript(rules, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads a file: JSON where it begins with <code>{</code>, else YAML.
     *
     * @param file in UTF-8
     * @return the script
     * @throws IllegalArgumentException when it cannot be read, or is no script, saying where and what would be right
     */
    public static FaultScript read(Path file) {
        DocumentPosition start = new DocumentPosition(String.valueOf(file.getFileName()), 1, "");
        try {
            // four bytes are the most that a character takes
            if (Files.size(file) > 4L * DocumentReader.MOST) {
                throw start.wrong("this is too large for a script");
            }
            return read(start.source(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw start.wrong("this is not UTF-8");
        } catch (IOException e) {
            String why = Files.notExists(file) ? "there is no such file" : "no file, or none that may be read";
            throw new IllegalArgumentException("The fault script " + file + " cannot be read: " + why, e);
        }
    }

    /**
     * Reads a text: JSON where it begins with <code>{</code>, else YAML.
     *
     * @param text of a script
     * @return the script
     * @throws IllegalArgumentException when it is none, saying where and what would be right
     */
    public static FaultScript read(String text) {
        return read("script", text);
    }

    /**
     * As YAML, which {@link #read(String)} reads again; except for conditions in Java, which it shows and refuses.
     *
     * @return lines; texts of messages are not in it, their hashes are
     */
    public String yaml() {
        return DocumentWriter.yaml(ScriptWriter.fields(this));
    }

    /**
     * The same as JSON.
     *
     * @return one line
     */
    public String json() {
        return DocumentWriter.json(ScriptWriter.fields(this));
    }

    /** Says how much there is, but no numbers of phones. */
    @Override
    public String toString() {
        return "FaultScript[" + rules.size() + " rules]";
    }

    private static FaultScript read(String source, String text) {
        return new ScriptReader(Section.of(DocumentReader.read(source, text), ScriptKeywords.SCRIPT)).script();
    }
}
