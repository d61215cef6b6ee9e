/* SPDX-License-Identifier: Apache-2.0 */
/** Runs the benchmarks: JMH runner, measuring processes, and the length of a run. The groups use it; it uses no group. */
package com.cliqtel.camel.benchmarks.harness;
