/* SPDX-License-Identifier: Apache-2.0 */
/** The simulator in JUnit 5 tests: an annotation, and what a test says of its account in given, when and then. */
package com.cliqtel.camel.simulator.junit5;
