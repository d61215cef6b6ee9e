/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The arrows of ARCHITECTURE.md. */
@AnalyzeClasses(
        packages = "com.cliqtel.camel",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            ImportOption.DoNotIncludeJars.class,
            ArchitectureTest.NotTheSimulator.class
        })
class ArchitectureTest {

    private static final String BASE = "com.cliqtel.camel";

    /** The packages that are free of Camel. The package {@code error} uses two types of it. */
    private static final String[] CORE = Stream.of(
                    "model",
                    "wire",
                    "client",
                    "limit..",
                    "ledger",
                    "retry",
                    "text..",
                    "observe",
                    "metrics",
                    "send.reconcile",
                    "poll.inbox",
                    "webhook.verify",
                    "webhook.once")
            .map(name -> BASE + "." + name)
            .toArray(String[]::new);

    /** Its package is below ours, and in one build of all modules it is a directory, not a jar. */
    static final class NotTheSimulator implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/camel/simulator/");
        }
    }

    @ArchTest
    static final ArchRule theCoreIsFreeOfCamel = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("the rules of the API, the ledger and the limiter can be tested without Camel");

    @ArchTest
    static final ArchRule errorsKnowOfCamelOnlyWhatAnExceptionNeeds = noClasses()
            .that()
            .resideInAPackage(BASE + ".error")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.camel..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(
                            org.apache.camel.RuntimeCamelException.class,
                            org.apache.camel.spi.HttpResponseAware.class))));

    @ArchTest
    static final ArchRule jacksonIsImportedInWireOnly = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".wire")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule jacksonsAnnotationsAreForTheModelOnly = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".model")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule cryptoIsImportedForSignaturesOnly = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".webhook.verify")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.crypto..");

    @ArchTest
    static final ArchRule databasesAreImportedInLedgerOnly = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".ledger")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule httpIsImportedInClientAndWhereItIsObtained = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".client")
            .and()
            .doNotHaveFullyQualifiedName(BASE + ".account.HttpClientService")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..");

    @ArchTest
    static final ArchRule libphonenumberIsImportedInTextPhoneOnly = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".text.phone")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.i18n.phonenumbers..");

    @ArchTest
    static final ArchRule micrometerIsImportedInMetricsOnly = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".metrics")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule theCoreDoesNotKnowTheRoot = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE);

    @ArchTest
    static final ArchRule modelKnowsNobody = only("model", "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule errorKnowsNobody = only("error", "org.apache.camel..");

    @ArchTest
    static final ArchRule wireKnowsModelAndError =
            only("wire", "com.fasterxml.jackson..", BASE + ".model", BASE + ".error");

    @ArchTest
    static final ArchRule clientKnowsWireModelErrorRetryAndLimit = only(
            "client",
            "org.apache.hc..",
            BASE + ".wire",
            BASE + ".model",
            BASE + ".error",
            BASE + ".retry",
            BASE + ".limit",
            BASE + ".observe");

    @ArchTest
    static final ArchRule observeKnowsModelAndError = only("observe", BASE + ".model", BASE + ".error");

    @ArchTest
    static final ArchRule metricsKnowObserveModelAndMicrometer =
            only("metrics", "io.micrometer..", BASE + ".observe", BASE + ".model");

    @ArchTest
    static final ArchRule retryKnowsError = only("retry", BASE + ".error");

    @ArchTest
    static final ArchRule reconcileKnowsClientLedgerErrorModelAndObserve = only(
            "send.reconcile", BASE + ".client", BASE + ".ledger", BASE + ".error", BASE + ".model", BASE + ".observe");

    @ArchTest
    static final ArchRule inboxKnowsClientLedgerErrorAndModel =
            only("poll.inbox", BASE + ".client", BASE + ".ledger", BASE + ".error", BASE + ".model");

    @ArchTest
    static final ArchRule verifyKnowsWireLedgerAndModel =
            only("webhook.verify", BASE + ".wire", BASE + ".ledger", BASE + ".model");

    @ArchTest
    static final ArchRule onceKnowsVerifyLedgerAndModel =
            only("webhook.once", BASE + ".webhook.verify", BASE + ".wire", BASE + ".ledger", BASE + ".model");

    @ArchTest
    static final ArchRule limitKnowsNobody = only("limit");

    @ArchTest
    static final ArchRule theSharedLimitKnowsBucket4j = only("limit.bucket4j", "io.github.bucket4j..", BASE + ".limit");

    @ArchTest
    static final ArchRule textKnowsModel = only("text", BASE + ".model");

    @ArchTest
    static final ArchRule phoneNumbersKnowModelAndTheirLibrary =
            only("text.phone", "com.google.i18n.phonenumbers..", BASE + ".model");

    @ArchTest
    static final ArchRule ledgerKnowsNobody = only("ledger", "javax.sql..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".dsl..")
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule waitsGoByNoWallClock = noClasses()
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
            .because(
                    "a clock that is set must neither shorten nor lengthen a wait: ServerClock.now() is the local time");

    @ArchTest
    static final ArchRule belowTheRootFieldsAreFinal = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(CORE)
            .and(areNotDeclaredIn(
                    "client.HttpBody$Received",
                    "model.JsonObject$Builder",
                    "client.WriteTrackingEntity",
                    // the last date that was read, one for all
                    "wire.RateHeaders",
                    "send.reconcile.SharedListing",
                    "observe.RemainingQuota",
                    // how far a reader has come, all of it behind the lock of Progress
                    "poll.inbox.InboxPosition",
                    "poll.inbox.DeliveryProgress",
                    // what the limiter remembers, all of it behind the one lock of AccountRateLimiter
                    "limit.AccountRateLimiter",
                    "limit.Admission",
                    "limit.CompletionLog",
                    "limit.WaitDeadlines",
                    "limit.ElapsedClock",
                    "limit.FirstAnswers",
                    "limit.WaiterQueue",
                    "limit.LearnedLimits",
                    "limit.SharedQuotaOutage",
                    "limit.EvenSpacing",
                    "limit.LocalQuota",
                    "limit.ReportedRemainder",
                    "limit.SharedPermitLimits",
                    "limit.TakenPermit",
                    "limit.Waiter"))
            .should()
            .beFinal();

    private static DescribedPredicate<JavaField> areNotDeclaredIn(String... stateful) {
        Set<String> names = Stream.of(stateful).map(name -> BASE + "." + name).collect(Collectors.toSet());
        return DescribedPredicate.describe(
                "are not declared in " + names,
                field -> !names.contains(field.getOwner().getName()));
    }

    private static ArchRule only(String own, String... others) {
        String[] allowed = new String[others.length + 3];
        System.arraycopy(others, 0, allowed, 0, others.length);
        allowed[others.length] = "java..";
        allowed[others.length + 1] = "javax.crypto..";
        allowed[others.length + 2] = BASE + "." + own;
        return classes()
                .that()
                .resideInAPackage(BASE + "." + own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
