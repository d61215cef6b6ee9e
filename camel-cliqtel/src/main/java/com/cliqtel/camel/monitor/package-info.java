/* SPDX-License-Identifier: Apache-2.0 */
/** Logs, JMX tables, Micrometer and tracing, which the features share. Internal. */
package com.cliqtel.camel.monitor;
