/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "com.cliqtel.camel", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {

    private static final String ROOT = "com.cliqtel.camel.simulator";

    @ArchTest
    static final ArchRule knowsNeitherCamelNorTheComponent = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    ROOT + "..",
                    "java..",
                    "javax.crypto..",
                    "org.eclipse.jetty..",
                    "com.fasterxml.jackson..",
                    "org.junit..",
                    "org.yaml.snakeyaml.."));

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule keepsJettyInHttp = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule keepsJacksonInJson = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "org.yaml..");

    @ArchTest
    static final ArchRule keepsJUnitInJunit5 = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".junit5..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", ROOT + ".junit5..");

    @ArchTest
    static final ArchRule keepsTheAccountPure = classes()
            .that()
            .resideInAPackage(ROOT + ".account..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", ROOT + ".account..", ROOT + ".text..", ROOT + ".time.."));

    @ArchTest
    static final ArchRule keepsFaultsPure = classes()
            .that()
            .resideInAPackage(ROOT + ".fault..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", ROOT + ".fault..", ROOT + ".json..", ROOT + ".time.."));

    @ArchTest
    static final ArchRule onlyTheRootUsesTheSite = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".site..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".site..");

    @ArchTest
    static final ArchRule keepsTheRootOnTop = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".junit5..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);
}
