/* SPDX-License-Identifier: Apache-2.0 */
/** A quota for a whole cluster: permits from a Bucket4j bucket in a data grid. Bucket4j is an optional dependency. */
package com.cliqtel.camel.limit.bucket4j;
