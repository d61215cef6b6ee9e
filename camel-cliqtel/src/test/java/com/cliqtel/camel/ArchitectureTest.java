/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of ARCHITECTURE.md, read from the compiled classes. */
class ArchitectureTest {

    private static final String BASE = "com.cliqtel.camel";
    private static final int MOST_CLASSES_IN_A_CYCLE = 4;
    private static final int MOST_CLASSES_IN_THE_ROOT = 10;

    /** The foreign library of a package. */
    private enum Library {
        NONE,
        CAMEL("org.apache.camel..", "org.slf4j.."),
        // Camel's HTTP component is configured with types of its client
        CAMEL_HTTP("org.apache.camel..", "org.slf4j..", "org.apache.hc.."),
        HTTP_CLIENT("org.apache.hc.."),
        JACKSON("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."),
        JACKSON_ANNOTATIONS("com.fasterxml.jackson.annotation.."),
        MICROMETER("io.micrometer.."),
        BUCKET4J("io.github.bucket4j.."),
        LIBPHONENUMBER("com.google.i18n.phonenumbers..");

        private final List<String> packages;

        Library(String... packages) {
            this.packages = List.of(packages);
        }
    }

    /** What a package may import, besides Java, itself and {@link CliqtelConstants}. */
    private record Row(String name, Library library, Set<String> packages) {

        static Row of(String name, Library library, String... packages) {
            return new Row(
                    name,
                    library,
                    Arrays.stream(packages)
                            .flatMap(each -> Stream.of(each.split(" ")))
                            .collect(Collectors.toSet()));
        }

        @Override
        public String toString() {
            return name + " may import " + new TreeSet<>(packages) + " and " + library;
        }
    }

    private static final String GENERAL = "client error ledger limit model observe retry text wire";
    private static final String SHARED = GENERAL + " options exchange monitor account";
    private static final String FEATURES =
            "send send.reconcile query poll poll.inbox webhook webhook.verify webhook.once";

    /** The packages, from the lowest to the highest. The root may import all of them except the console. */
    private static final List<Row> TABLE = List.of(
            Row.of("model", Library.JACKSON_ANNOTATIONS),
            Row.of("error", Library.CAMEL),
            Row.of("limit", Library.NONE),
            Row.of("limit.bucket4j", Library.BUCKET4J, "limit"),
            Row.of("ledger", Library.NONE),
            Row.of("ledger.idempotent", Library.CAMEL, "ledger"),
            Row.of("retry", Library.NONE, "error"),
            Row.of("text", Library.NONE, "model"),
            Row.of("text.phone", Library.LIBPHONENUMBER, "text model"),
            Row.of("wire", Library.JACKSON, "model error text"),
            Row.of("observe", Library.NONE, "wire model error"),
            Row.of("metrics", Library.MICROMETER, "wire model observe"),
            Row.of("client", Library.HTTP_CLIENT, "wire model error retry limit observe"),
            Row.of("send.reconcile", Library.NONE, "client wire text ledger error model observe"),
            Row.of("poll.inbox", Library.NONE, "client wire ledger error model"),
            Row.of("webhook.verify", Library.NONE, "wire ledger model"),
            Row.of("webhook.once", Library.NONE, "webhook.verify wire ledger model"),
            Row.of("options", Library.CAMEL, GENERAL),
            Row.of("exchange", Library.CAMEL, GENERAL, "options"),
            Row.of("monitor", Library.CAMEL, GENERAL, "options metrics"),
            Row.of("account", Library.CAMEL_HTTP, GENERAL, "options monitor"),
            Row.of("send", Library.CAMEL, SHARED, "text.phone send.reconcile"),
            Row.of("query", Library.CAMEL, SHARED),
            Row.of("poll", Library.CAMEL, SHARED, "poll.inbox"),
            Row.of("webhook", Library.CAMEL, SHARED, "webhook.verify webhook.once"),
            Row.of("", Library.CAMEL, SHARED, FEATURES),
            Row.of("console", Library.CAMEL, SHARED, FEATURES, ""));

    /** The cycles between classes of different files that may stay, and the reason of each. */
    private static final Map<Set<String>, String> CYCLES = Map.of(
            Set.of("CliqtelComponent", "CliqtelEndpoint", "CliqtelOperation"),
            "the component creates endpoints; an endpoint has its component, and its operation creates the rest",
            Set.of("query.ListIterator", "query.ListPages"),
            "the pages create the iterator that reads them",
            Set.of("send.reconcile.SendOrder", "send.reconcile.UnsettledSends"),
            "an order has the unsettled sends of its exchange, which are found by order",
            Set.of("webhook.CliqtelWebhookConsumer", "webhook.WebhookHealth"),
            "the consumer registers its health check",
            Set.of("webhook.verify.MachineClock", "webhook.verify.SignedTime"),
            "both use the same tolerance of clocks");

    /** Classes without Camel that have fields which change. */
    private static final Set<String> STATEFUL = Set.of(
            "client.HttpBody$Received",
            "model.JsonObject$Builder",
            "client.WriteTrackingEntity",
            // the last date that was read, shared by all answers
            "wire.RateHeaders",
            "send.reconcile.SharedListing",
            "observe.RemainingQuota",
            // the position of a poll, guarded by the lock of DeliveryProgress
            "poll.inbox.InboxPosition",
            "poll.inbox.DeliveryProgress",
            // the state of the limiter, guarded by the lock of AccountRateLimiter
            "limit.AccountRateLimiter",
            "limit.Admission",
            "limit.CompletionLog",
            "limit.WaitDeadlines",
            "limit.FirstAnswers",
            "limit.TicketQueue",
            "limit.LearnedLimits",
            "limit.SharedQuotaOutage",
            "limit.EvenSpacing",
            "limit.LocalQuota",
            "limit.ReportedRemainder",
            "limit.SharedPermitLimits",
            "limit.AccountTicket");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            // in one build of all modules the simulator is a directory, not a jar
            .withImportOption(location -> !location.contains("/camel/simulator/"))
            .importPackages(BASE)
            // generated from the component's options
            .that(DescribedPredicate.not(resideInAPackage(BASE + ".dsl..")));

    private static final DependencyGraph GRAPH = new DependencyGraph(CLASSES);

    static List<Row> table() {
        return TABLE;
    }

    @ParameterizedTest
    @MethodSource("table")
    void importsOnlyWhatItsRowAllows(Row row) {
        String[] allowed = Stream.of(
                        Stream.of("java..", "javax..", fullName(row.name())),
                        row.library().packages.stream(),
                        row.packages().stream().map(ArchitectureTest::fullName))
                .flatMap(each -> each)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(fullName(row.name()))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(belongToAnyOf(CliqtelConstants.class)))
                .check(CLASSES);
    }

    @Test
    void everyPackageHasARow() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isSubsetOf(TABLE.stream().map(row -> fullName(row.name())).toList());
    }

    @Test
    void noPackageBelowTheRootUsesTheComponentOrItsEndpoint() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE, BASE + ".console")
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        CliqtelComponent.class, CliqtelEndpoint.class, CliqtelProducer.class, CliqtelOperation.class))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        assertThat(GRAPH.groupedBy(ArchitectureTest::packageOf).cycles()).isEmpty();
    }

    @Test
    void classesOfDifferentFilesHaveNoOtherCycle() {
        assertThat(GRAPH.cycles())
                .map(cycle -> cycle.stream().map(ArchitectureTest::relative).collect(Collectors.toSet()))
                .allSatisfy(cycle -> assertThat(cycle).hasSizeLessThanOrEqualTo(MOST_CLASSES_IN_A_CYCLE))
                .filteredOn(cycle -> CYCLES.keySet().stream().noneMatch(known -> known.containsAll(cycle)))
                .isEmpty();
    }

    @Test
    void theRootHasFewClasses() {
        assertThat(topLevelClasses())
                .filteredOn(name -> packageOf(name).isEmpty())
                .filteredOn(name -> !name.matches(".*(Configurer|ConverterLoader|UriFactory)"))
                .hasSizeLessThanOrEqualTo(MOST_CLASSES_IN_THE_ROOT);
    }

    @Test
    void noTwoClassesHaveTheSameName() {
        assertThat(topLevelClasses().stream()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .filter(not("package-info"::equals)))
                .doesNotHaveDuplicates();
    }

    @Test
    void noNameEndsWithAWordThatSaysNothing() {
        noClasses().should().haveNameMatching(".*(Impl|Helper|Utils|Manager)").check(CLASSES);
    }

    @Test
    void errorsUseTwoTypesOfCamel() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".error")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.camel..")
                        .and(DescribedPredicate.not(belongToAnyOf(
                                org.apache.camel.RuntimeCamelException.class,
                                org.apache.camel.spi.HttpResponseAware.class))))
                .check(CLASSES);
    }

    @Test
    void onlyOneClassOfAccountUsesTheHttpClient() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".account")
                .and()
                .doNotHaveFullyQualifiedName(BASE + ".account.HttpClientService")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(CLASSES);
    }

    @Test
    void onlyTheLedgerUsesDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".ledger")
                // the option dataSource
                .and()
                .haveNameNotMatching(".*\\.(LedgerOptions|Cliqtel(Component|Endpoint)Configurer)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheSignatureCheckUsesCryptography() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".webhook.verify")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.crypto..")
                .check(CLASSES);
    }

    @Test
    void waitsDoNotUseTheWallClock() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".send.reconcile", BASE + ".client")
                .and()
                .haveNameNotMatching(".*\\.(MonotonicClock|SharedCheck)")
                .should()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a clock that is set must neither shorten nor lengthen a wait")
                .check(CLASSES);
    }

    @Test
    void fieldsAreFinalBelowTheFeatures() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(TABLE.stream()
                        .filter(row -> !row.library().packages.contains("org.apache.camel.."))
                        .map(row -> fullName(row.name()))
                        .toArray(String[]::new))
                .and(DescribedPredicate.<JavaField>describe(
                        "are not in a stateful class",
                        field -> !STATEFUL.contains(relative(field.getOwner().getName()))))
                .should()
                .beFinal()
                .check(CLASSES);
    }

    private static List<String> topLevelClasses() {
        return CLASSES.stream().map(DependencyGraph::topLevel).distinct().toList();
    }

    private static String fullName(String name) {
        return name.isEmpty() ? BASE : BASE + "." + name;
    }

    private static String relative(String fullName) {
        return fullName.substring(Math.min(BASE.length() + 1, fullName.length()));
    }

    private static String packageOf(String className) {
        return relative(className.substring(0, className.lastIndexOf('.')));
    }
}
