/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The public API by name. A type is internal if its Javadoc, or the Javadoc of its package, says "Internal.". All other public
 * types are supported, and must be listed here.
 */
class PublicApiTest {

    private static final String BASE = "com.cliqtel.camel";
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Map<String, Set<String>> SUPPORTED = Map.of(
            "",
            Set.of("CliqtelComponent", "CliqtelConstants", "CliqtelEndpoint"),
            ".options",
            Set.of(
                    "AddressOptions",
                    "ConnectionOptions",
                    "EventFilterOptions",
                    "GetOptions",
                    "LedgerOptions",
                    "LimitOptions",
                    "ListOptions",
                    "NumberFilterOptions",
                    "PollOptions",
                    "PollSizeOptions",
                    "RetryOptions",
                    "SendOptions",
                    "StatusFilterOptions",
                    "StatusPollOptions",
                    "TextOptions",
                    "WebhookBasePath",
                    "WebhookOptions"),
            ".model",
            Set.of(
                    "ApiList",
                    "ApiObject",
                    "DeliveryStatus",
                    "Direction",
                    "Encoding",
                    "Estimate",
                    "NonGsmCharacter",
                    "SendSms",
                    "Sms",
                    "SmsNumber",
                    "StatusUpdate",
                    "WebhookContent",
                    "WebhookEvent"),
            ".error",
            Set.of(
                    "CliqtelException",
                    "CliqtelRejectedException",
                    "CliqtelThrottledException",
                    "CliqtelUnavailableException",
                    "ErrorCode",
                    "Outcome"),
            ".ledger",
            Set.of(
                    "Claim",
                    "Closing",
                    "Hold",
                    "JdbcLedger",
                    "JdbcLedgerOptions",
                    "Ledger",
                    "LedgerException",
                    "MemoryLedger",
                    "Owners",
                    "UnusableDatabaseException"),
            ".ledger.idempotent",
            Set.of("IdempotentRepositoryLedger"),
            ".limit",
            Set.of(
                    "LimiterClosedException",
                    "LimiterSettings",
                    "LimiterUsage",
                    "NoPermitException",
                    "Permit",
                    "PermitRequest",
                    "PermitTicket",
                    "Purpose",
                    "QuotaObservation",
                    "RateLimiter",
                    "Window"),
            ".limit.bucket4j",
            Set.of("Bucket4jRateLimiter"));

    /** The packages whose types are plain Java: no public method of a supported type mentions an internal type. */
    private static final List<String> PLAIN = List.of(".model", ".error", ".ledger", ".limit", ".limit.bucket4j");

    private static final Set<JavaClass> CLASSES = new HashSet<>(new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            // in one build of all modules the simulator is a directory, not a jar
            .withImportOption(location -> !location.contains("/camel/simulator/"))
            .importPackages(BASE));

    @Test
    void thePublicTypesAreTheListedOnes() {
        Map<String, Set<String>> found = publicTypes()
                .filter(type -> !isInternal(type))
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().substring(BASE.length()),
                        Collectors.mapping(JavaClass::getSimpleName, Collectors.toSet())));
        assertThat(found).isEqualTo(SUPPORTED);
    }

    @Test
    void eachOtherPackageIsInternal() {
        // the endpoint DSL is generated
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .filteredOn(name -> !SUPPORTED.containsKey(name.substring(BASE.length())))
                .filteredOn(name -> !name.startsWith(BASE + ".dsl"))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(isInternal(name, "package-info")).as(name).isTrue());
    }

    @Test
    void noMethodOfASupportedTypeMentionsAnInternalType() {
        assertThat(publicTypes()
                        .filter(type -> PLAIN.contains(type.getPackageName().substring(BASE.length())))
                        .filter(type -> !isInternal(type))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC)))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(internalTypes(method))
                        .as(method.getFullName())
                        .isEmpty());
    }

    private static Stream<JavaClass> internalTypes(JavaMethod method) {
        return Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                .filter(type -> type.getPackageName().startsWith(BASE))
                .filter(PublicApiTest::isInternal);
    }

    // a generated type has no source; Camel needs it public
    private static Stream<JavaClass> publicTypes() {
        return CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> Files.exists(source(type.getPackageName(), type.getSimpleName())));
    }

    private static boolean isInternal(JavaClass type) {
        JavaClass top = type.isTopLevelClass() ? type : type.getEnclosingClass().orElseThrow();
        return isInternal(top.getPackageName(), "package-info")
                || isInternal(top.getPackageName(), top.getSimpleName());
    }

    private static boolean isInternal(String packageName, String file) {
        try {
            String text = Files.readString(source(packageName, file));
            int end = text.indexOf("package-info".equals(file) ? "\npackage " : "\npublic ");
            return text.substring(Math.max(0, text.lastIndexOf("/**", end)), end)
                    .contains("Internal.");
        } catch (IOException missing) {
            return false;
        }
    }

    private static Path source(String packageName, String file) {
        return SOURCES.resolve(packageName.replace('.', '/')).resolve(file + ".java");
    }
}
